"""Steps of the schema of the corrections; see `knowledge.migrating`."""
