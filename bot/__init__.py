"""Everything about people: the Telegram bot and its terminal twin. Reaches plans only through `knowledge.library`."""
