"""A Bot API inside this process, and the terminal that talks through it.

    markup.py    Telegram's HTML -> text and entities, refusing what Telegram refuses
    limits.py    what the Bot API takes: lengths, buttons, commands, polls, files, inline results
    server.py    `LocalTelegram`, a `telegram.request.BaseRequest` that answers Bot API calls itself
    people.py    what a person does: writes, edits, presses, sends a sticker -> an Update
    screen.py    messages and buttons as readable lines
    terminal.py  `python -m bot --console`: standard input -> people -> the Application -> screen

The terminal and the tests run the very same Application as Telegram does; only the wire is replaced.
"""
