"""Everything about plans: reading, parsing, facts, retrieval and cited answers. Knows nothing of Telegram."""
