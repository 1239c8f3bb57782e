"""Files for other programs, in the shapes that the importer reads back."""
