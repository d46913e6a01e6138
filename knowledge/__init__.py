"""Everything about plans: reading, parsing, facts, retrieval and cited answers. Knows nothing of Telegram."""

import os

# onnxruntime's Linux wheel keeps a queue of events for its maker unless this stands before its first import
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

__version__ = "0.2.0"
"""The program's version: what the package, `python -m bot --version` and the changelog's newest release say."""
