"""Tests of the rules: worked by hand, without Qt and without a database."""
