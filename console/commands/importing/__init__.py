"""Files become incidents, grids, members and cameras: read, mapped, judged row by row, stored."""
