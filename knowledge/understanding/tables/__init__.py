"""General knowledge as data: words of administration, provinces, common Vietnamese and English. No plan's own names."""
