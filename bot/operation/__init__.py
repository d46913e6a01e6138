"""For whoever runs the bot: its version, archives of everything it keeps, and how it is."""
