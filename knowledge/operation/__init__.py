"""What whoever runs it for years needs of the data: one archive of everything, and moves between databases."""
