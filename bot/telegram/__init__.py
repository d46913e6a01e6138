"""What lies between Telegram and the features: updates in, letters out, and nothing lost between them."""
