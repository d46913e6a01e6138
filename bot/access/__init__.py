"""A closed bot: who is let in, and how fast anybody may go."""
