"""Everything about plans: reading, parsing, facts, retrieval and cited answers. Knows nothing of Telegram."""

__version__ = "0.2.0"
"""The program's version: what the package, `python -m bot --version` and the changelog's newest release say."""
