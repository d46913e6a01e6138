"""The same question as people dress it: courtesy, stories, fillers, other word order, short forms, no diacritics.

`frames` says how, `run` asks each question in each dress and counts how often the first citation still covers the
evidence.

    python -m tests.frames [FOLDER...] [--questions N]
"""
