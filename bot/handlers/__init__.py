"""One file for one thing a person does; `bot.app` registers them all in order.

start.py     /start, /trogiup
units.py     /donvi and its buttons
plans.py     /kehoach and its buttons
deadlines.py /han: duties by date, their sources and calendar files
guides.py    /5khong, /tieuchi, /sosanh: questions by buttons
reminders.py [Nhắc tôi], /nhac, and the sweep that sends what is due
questions.py any text, edited text, and the buttons that ask again
sources.py   [Nguyên văn] and its pages
quiz.py      /tracnghiem, its polls and buttons
privacy.py   /dulieu and its buttons
votes.py     the thumbs under an answer, and why
unanswered.py /chuatraloi and its buttons; an administrator's words for an open question
statistics.py /thongke
uploads.py   a plan as a document, and the buttons that decide on it
versions.py  /phienban and its buttons
inline.py    "@bot câu hỏi" in any chat: cards with answers
news.py      news of plans to those who follow them
admins.py    who is an administrator
others.py    what the bot cannot use: unknown commands, pictures, stale buttons; a group that moves
errors.py    the one error handler
gate.py      before all others: who is served, and how fast
access.py    a closed bot: pairing codes, /truycap and its buttons
buttons.py   what all buttons have in common
sending.py   screens to Telegram
addressed.py when the bot is spoken to in a group
"""
