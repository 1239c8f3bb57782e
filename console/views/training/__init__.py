"""The training screen: the catalogue of skills, badges earned, and badges that end."""
