"""Plans that administrators send, their versions, and the news of them."""
