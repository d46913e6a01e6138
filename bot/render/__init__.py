"""What a person sees: the only room that knows Telegram's HTML, its lengths and its buttons.

rich.py       text with styles; becomes HTML only when whole, so that a tag is never cut
screens.py    `Screen`: messages to send and their buttons; callback data within 64 bytes
answers.py    an Answer -> Screen
passages.py   a Passage with its quote marked -> Screen
lists.py      plans and units -> Screen
"""
