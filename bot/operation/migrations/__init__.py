"""Steps of the schema of the bot's memory; see `knowledge.migrating`."""
