"""/tomtat: plans in at most eight lines, and the same as a hand-out, slides or PDF.

handlers.py   the command and its buttons
service.py    what was asked for, the briefing, its screen and files; synchronous
screens.py    a briefing -> Screen
words.py      what the bot says
"""
