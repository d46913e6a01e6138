"""Steps of the schema of the catalog; see `knowledge.migrating`."""
