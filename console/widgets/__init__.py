"""Reusable parts of the screens; they know no database and no Desk."""
