"""The shifts screen: a calendar of members and days, and what is missing in it."""
