"""What a person sees, as pure functions: the only room that knows Telegram's HTML, its lengths and its buttons."""
