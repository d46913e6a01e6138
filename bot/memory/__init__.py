"""What the bot remembers, as rows."""
