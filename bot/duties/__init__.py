"""/han: what the plans ask for and when, with sources and calendar files."""
