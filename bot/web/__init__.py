"""The reading room: the bot's answers and its plans as pages, for a desk and a projector.

app.py       every address on one page, and what is checked before any of them
service.py   from an address to what a page shows; synchronous, through the features' services
reading.py   an Answer, or a plan, whole, with the quoted words marked -> what a page shows of it
agenda.py    deadlines as a table and a month
briefings.py bullets, a projector's steps, plans compared
door.py      who may come in, by a code; the headers of every page
serving.py   the server
words.py     what the pages say
templates/, static/   the pages themselves, without a build step or an outside request
"""


class NotServed(Exception):
    """The address to serve at can't be had, or must not be; the message is for the operator."""
