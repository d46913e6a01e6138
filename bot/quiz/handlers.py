"""/tracnghiem: quiz polls from the plans' facts; alone one goes on by answering, a group by a button."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from telegram import Chat, Update, User

from bot import words as bot_words
from bot.quiz import Answers, Counted, QuizStore, Running, choice
from bot.resources import Resources
from bot.screen import File, Rich, Rows, Screen, Stale, button, from_stars, join, name_line, plain, screen, shorten
from bot.screen import words as screen_words
from bot.telegram import BotContext
from bot.telegram.people import Press, author, is_admin, person_name, words_of
from bot.telegram.sending import markup, post, replace_buttons, send, send_file, send_to, topic_of
from knowledge.patterns import later
from knowledge.quiz.wording import LETTERS

if TYPE_CHECKING:
    from knowledge.quiz import QuizQuestion

DEFAULT_COUNT = 5
MOST = 20
_COUNT_FIRST = later(
    r"(?P<count>[-+]?\d+)(?:\s*(?:câu|cau)(?:\s+hỏi)?)?(?:\s+(?:(?:về|của|cho)\s+)?(?P<named>.+))?", re.I
)
_COUNT_LAST = later(r"(?P<named>.+?)\s+(?P<count>\d+)\s*(?:câu|cau)(?:\s+hỏi)?", re.I)


async def start_quiz(update: Update, context: BotContext) -> None:
    """Make a quiz about the units that are named, else about the chat's unit first, and ask its first question."""
    chat = update.effective_chat
    if chat is None:
        return
    count, named = _asked(" ".join(context.args or []))
    if count is None:
        send(update, screen(plain(QUIZ_COUNT.format(most=MOST))))
        return
    plan_ids = await context.in_thread(_named, context.resources, named) if named else ()
    if named and not plan_ids:
        send(update, await context.in_thread(_unknown, context.resources, named))
        return
    running = await context.in_thread(_store(context).running, chat.id, topic_of(update))
    if running is not None and not _may_lead(running, author(update), context):
        send(update, screen(plain(QUIZ_RUNS)))
        return
    questions = await context.in_thread(_questions, context.resources, chat.id, count, plan_ids)
    if not questions:
        send(update, screen(plain(QUIZ_NONE_OF if named else QUIZ_NONE)))
        return
    quiz = await context.in_thread(_store(context).start, chat.id, topic_of(update), author(update), questions)
    unit = await context.in_thread(_unit, context.resources, chat.id, plan_ids)
    send(update, title_screen(quiz, unit, group=chat.type != Chat.PRIVATE))
    _ask(quiz)


async def answered(update: Update, context: BotContext) -> None:
    """Count an answer; in a private chat go on to the next question."""
    answer = update.poll_answer
    voter = (answer.user or answer.voter_chat) if answer else None
    if answer is None or voter is None or not answer.option_ids:
        return
    name = _name(answer.voter_chat, answer.user)
    counted = await context.in_thread(_store(context).vote, answer.poll_id, voter.id, name, answer.option_ids[0])
    if counted is not None and await context.is_served(counted.quiz.chat_id):
        await _follow(counted, context)


async def take_answer(update: Update, context: BotContext) -> bool:
    """Count the letter of a choice that somebody types while a question is open; False for any other words."""
    message, chat = update.effective_message, update.effective_chat
    said = choice(words_of(message)) if message is not None else None
    if message is None or chat is None or said is None:
        return False
    quiz = await context.in_thread(_store(context).running, chat.id, topic_of(update))
    if quiz is None or said.number not in (None, quiz.place + 1):
        return False
    option, letters = said.index, LETTERS[: len(quiz.questions[quiz.place].options)]
    if option >= len(letters):
        if said.bare:
            return False
        send(update, screen(plain(QUIZ_NO_CHOICE.format(letters=", ".join(letters)))))
        return True
    name = _name(message.sender_chat, message.from_user)
    if update.edited_message is not None:
        # it may have been an answer to a question before, which an edit doesn't change, and is none to this one
        held = await context.in_thread(_store(context).answered, quiz.number, author(update))
        if quiz.place not in held and (held or message.date < quiz.started_at):
            send(update, screen(plain(QUIZ_EDITED)))
            return True
    place = (quiz.number, quiz.place)
    counted = await context.in_thread(_store(context).answer, *place, author(update), name, option)
    send(update, told_screen(counted, quiz, option, name))
    if counted:
        await _follow(counted, context)
    return True


async def _follow(counted: Counted, context: BotContext) -> None:
    """Go on to the next question with a person alone."""
    quiz = counted.quiz
    if counted.is_current and not _is_group(quiz):
        following = await context.in_thread(_store(context).advance, quiz.number, quiz.place)
        if following is not None:
            await _go_on(following, context)


def _name(chat: Chat | None, user: User | None) -> str:
    """Return what who answers is called: a group or channel by its title."""
    return name_line((chat.title if chat else None) or "") or person_name(user)


async def next_question(press: Press, context: BotContext) -> str | None:
    """Go on to the next question of a group's quiz; for who leads it."""
    number, place = press.numbers
    await _own(press, context, number)
    quiz = await context.in_thread(_store(context).advance, number, place)
    if quiz is None:
        return QUIZ_PASSED
    replace_buttons(press.update, ())
    await _go_on(quiz, context)
    return None


async def stop_quiz(press: Press, context: BotContext) -> str | None:
    """End a quiz and show the score so far; in a group for who leads it."""
    quiz = await _own(press, context, press.numbers[0])
    if not await context.in_thread(_store(context).stop, quiz.number):
        return QUIZ_OVER
    replace_buttons(press.update, ())
    await _show_score(quiz, min(quiz.place + 1, len(quiz.questions)), context)
    return None


async def _own(press: Press, context: BotContext, number: int) -> Running:
    """Return the quiz of a button. Raises Stale when it is over, forgotten, another chat's or led by somebody else."""
    quiz = await context.in_thread(_store(context).quiz, number)
    if quiz is None or quiz.over:
        raise Stale(QUIZ_OVER)
    if quiz.chat_id != press.chat_id:
        raise Stale(screen_words.FOREIGN_BUTTON)
    if not _may_lead(quiz, press.user_id, context):
        raise Stale(QUIZ_LED)
    return quiz


def _may_lead(quiz: Running, user_id: int, context: BotContext) -> bool:
    """Tell whether a person may go on with a round, end it or begin another in its place.

    A round that was begun in a group's or channel's own name, which presses no button, is anybody's.
    """
    return not _is_group(quiz) or quiz.user_id <= 0 or quiz.user_id == user_id or is_admin(user_id, context)


async def _go_on(quiz: Running, context: BotContext) -> None:
    if quiz.over:
        await _show_score(quiz, len(quiz.questions), context)
    else:
        _ask(quiz)


def _ask(quiz: Running) -> None:
    question = quiz.questions[quiz.place]
    poll = {
        "chat_id": quiz.chat_id,
        "question": question.question,
        "options": [{"text": option} for option in question.options],
        "type": "quiz",
        "is_anonymous": False,
        "correct_option_ids": [question.correct],
        "correct_option_id": question.correct,  # to an office's own server, which may be of an older Bot API
        "explanation": question.explanation,
        "message_thread_id": quiz.thread_id,
        "reply_markup": markup(poll_rows(quiz, group=_is_group(quiz))),
    }
    post("sendPoll", poll, after=("poll", [quiz.number, quiz.place]))


async def _show_score(quiz: Running, asked: int, context: BotContext) -> None:
    answers = await context.in_thread(_store(context).answers, quiz.number)
    send_to(quiz.chat_id, score_screen(answers, asked, group=_is_group(quiz)), quiz.thread_id)
    if answers and _is_group(quiz) and quiz.user_id > 0 and await context.is_served(quiz.user_id):
        file = table(answers, quiz.questions[:asked], TABLE_NAME.format(number=quiz.number))
        send_file(quiz.user_id, file)


def _questions(resources: Resources, chat_id: int, count: int, plan_ids: Sequence[str]) -> list[QuizQuestion]:
    from knowledge.quiz import make_quiz, make_sheet  # not loaded before somebody plays

    every, dice = resources.library.plans(), random.Random()  # noqa: S311 - dice for a game, not for secrets
    if not plan_ids or len(plan_ids) == len(every) > 1:
        return make_quiz(every, resources.names(), count, dice, None if plan_ids else resources.unit(chat_id))
    chosen = [stored for stored in every if stored.plan_id in plan_ids]
    names = resources.names() if len(chosen) > 1 else {}  # of one the title says which
    return [question for question, _ in make_sheet(chosen, names, count, dice)]


def _asked(said: str) -> tuple[int | None, str]:
    """Return how many questions were asked for, and of whom ("10 câu Quận 1"); None for a number that is none from 1 to
    the most."""
    found = _COUNT_FIRST.fullmatch(said.strip()) or _COUNT_LAST.fullmatch(said.strip())
    if found is None:
        return DEFAULT_COUNT, said.strip(" .?!")
    count = found["count"]
    fits = count.isascii() and count.isdigit() and 1 <= int(count[:9]) <= MOST
    return (int(count) if fits else None), (found["named"] or "").strip(" .?!")


def _named(resources: Resources, named: str) -> tuple[str, ...]:
    return tuple(resources.names()) if resources.means_every(named) else tuple(resources.library.find_units(named))


def _unknown(resources: Resources, named: str) -> Screen:
    """Say that nobody is called so, and how a unit is named."""
    example = next(iter(resources.names().values()), QUIZ_ALL)
    return screen(plain(QUIZ_UNKNOWN.format(text=shorten(named, 60), unit=example)))


def _unit(resources: Resources, chat_id: int, plan_ids: Sequence[str]) -> str | None:
    """Say whom a quiz is about: those named, else the chat's unit, None for everybody."""
    if not plan_ids:
        return resources.unit_name(chat_id)
    names = resources.names()
    if len(plan_ids) == len(names) > 1:
        return None
    return shorten(", ".join(names.get(plan_id, plan_id) for plan_id in plan_ids), 200)


def _is_group(quiz: Running) -> bool:
    return quiz.chat_id < 0


def _store(context: BotContext) -> QuizStore:
    return context.resources.store(QuizStore)


# -------------------------------------------------------------------------------------------------------------- screens

SCORES_SHOWN = 30


def title_screen(quiz: Running, unit: str | None, *, group: bool) -> Screen:
    """Say what comes."""
    text = QUIZ_TITLE.format(count=len(quiz.questions), unit=unit or QUIZ_ALL)
    return screen(from_stars(text + (QUIZ_TITLE_GROUP if group else QUIZ_TITLE_ALONE)))


def told_screen(counted: Counted | None, quiz: Running, option: int, name: str) -> Screen:
    """Say what became of a typed answer: to a person alone whether it is right, as a poll does; counted: None when it
    is not the first one."""
    question = quiz.questions[quiz.place]
    if counted is None:
        return screen(plain(QUIZ_FIRST_COUNTS))
    if _is_group(quiz):
        return screen(plain(QUIZ_COUNTED.format(name=shorten(name, 60), letter=LETTERS[option])))
    template = bot_words.POLL_RIGHT if counted.right else bot_words.POLL_WRONG
    return screen(plain(template.format(right=question.options[question.correct], explanation=question.explanation)))


def poll_rows(quiz: Running, *, group: bool) -> Rows:
    """Return the buttons under a question; a person alone goes on by answering."""
    stop = button(QUIZ_STOP, "quiz:x", quiz.number)
    if not group or quiz.place + 1 == len(quiz.questions):
        return ((stop,),)
    return ((button(QUIZ_NEXT, "quiz:n", quiz.number, quiz.place), stop),)


def score_screen(scores: Sequence[Answers], asked: int, *, group: bool) -> Screen:
    """Return one person's score, or everybody's; asked: questions that were shown."""
    if not scores:
        return screen(plain(QUIZ_NOBODY if group else QUIZ_NOTHING))
    if not group:
        return screen(from_stars(QUIZ_SCORE.format(right=scores[0].right, asked=asked)))
    title = from_stars(QUIZ_SCORES.format(asked=asked))
    return screen(join([title, *_rows(scores[:SCORES_SHOWN], asked)], "\n"))


def _rows(scores: Sequence[Answers], asked: int) -> list[Rich]:
    """Return a line a person; equal scores have the same rank."""
    ranks = [1 + sum(other.right > score.right for other in scores) for score in scores]
    return [
        plain(QUIZ_ROW.format(rank=rank, name=shorten(score.name, 60), right=score.right, asked=asked))
        for rank, score in zip(ranks, scores, strict=True)
    ]


# ------------------------------------------------------------------------------------------------- the table of a group

_WIDTHS = (6, 32, 8, 8)
_TEXT_WIDTH = 60


def table(answers: Sequence[Answers], questions: Sequence[QuizQuestion], name: str) -> File:
    """Return the file. answers: a person each, the best first; questions: those that were asked; name: of the file.

    The names are people's own: each cell is written as text, never as a formula.
    """
    from xlsxwriter import Workbook  # not loaded before somebody asks for a table

    held = io.BytesIO()
    with Workbook(held, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        scores = book.add_worksheet(TABLE_SCORES)
        labels = [TABLE_QUESTION.format(number=at) for at, _ in enumerate(questions, 1)]
        for column, label in enumerate([*TABLE_HEADS, *labels]):
            scores.write_string(0, column, label, head)
        for row, person in enumerate(answers, 1):
            scores.write_number(row, 0, 1 + sum(other.right > person.right for other in answers))
            scores.write_string(row, 1, person.name)
            scores.write_number(row, 2, person.right)
            scores.write_number(row, 3, len(questions))
            for place, (right, chosen) in person.places.items():
                told = TABLE_RIGHT if right else TABLE_WRONG
                if chosen is not None:
                    told = TABLE_CHOSEN.format(told=told, letter=LETTERS[chosen])
                scores.write_string(row, len(_WIDTHS) + place, told)
        for column, width in enumerate(_WIDTHS):
            scores.set_column(column, column, width)
        scores.freeze_panes(1, 2)
        asked = book.add_worksheet(TABLE_QUESTIONS)
        for column, label in enumerate(TABLE_QUESTION_HEADS):
            asked.write_string(0, column, label, head)
        for row, question in enumerate(questions, 1):
            right_ones = [person.places[row - 1][0] for person in answers if row - 1 in person.places]
            options = [
                TABLE_OPTION.format(letter=letter, option=option)
                for letter, option in zip(LETTERS, question.options, strict=False)
            ]
            cells = (question.question, "\n".join(options), options[question.correct], question.explanation)
            asked.write_number(row, 0, row)
            for column, cell in enumerate(cells, 1):
                asked.write_string(row, column, cell, wrapped)
            asked.write_string(row, len(cells) + 1, f"{sum(right_ones)}/{len(right_ones)}")
        asked.set_column(1, len(TABLE_QUESTION_HEADS) - 2, _TEXT_WIDTH)
    return File(name, held.getvalue(), TABLE_CAPTION.format(people=len(answers), asked=len(questions)))


# ---------------------------------------------------------------------------------------------------------------- words

QUIZ_NEXT = "Câu tiếp ▶"
QUIZ_STOP = "⏹ Kết thúc"
QUIZ_TITLE = "📝 Trắc nghiệm {count} câu về **{unit}**. Bấm vào một đáp án; giải thích trích nguyên văn kế hoạch."
QUIZ_TITLE_ALONE = " Cũng có thể gõ A, B, C, D theo thứ tự các đáp án."
QUIZ_TITLE_GROUP = (
    " Mỗi người tự trả lời; người mở bài bấm **Câu tiếp** khi cả nhóm đã xong. Cuối bài tôi đăng xếp hạng ở đây và "
    "gửi riêng bảng điểm Excel cho người mở bài (người ấy cần từng nhắn riêng với tôi)."
)
QUIZ_ALL = "mọi đơn vị"
QUIZ_NONE = "Các kế hoạch đang có chưa đủ dữ kiện để ra câu trắc nghiệm."
QUIZ_COUNT = "Số câu từ 1 đến {most}, ví dụ: /tracnghiem 5"
QUIZ_NONE_OF = "Kế hoạch này chưa đủ dữ kiện để ra câu trắc nghiệm. Làm bài về mọi đơn vị: /tracnghiem"
QUIZ_UNKNOWN = (
    "Tôi chưa nhận ra đơn vị nào trong “{text}”. Gõ số câu, rồi tên đơn vị nếu muốn, ví dụ: /tracnghiem 5 hoặc "
    "/tracnghiem 5 {unit}"
)
QUIZ_SCORE = "🏁 Bạn đúng **{right}/{asked}** câu. Làm tiếp: /tracnghiem"
QUIZ_SCORES = "🏁 **Kết quả ({asked} câu)**"
QUIZ_ROW = "{rank}. {name}: {right}/{asked}"
QUIZ_NOBODY = "Chưa có ai trả lời."
QUIZ_NOTHING = "Bạn chưa trả lời câu nào. Làm lại: /tracnghiem"
QUIZ_OVER = "Bài trắc nghiệm này đã kết thúc. Làm bài mới: /tracnghiem"
QUIZ_LED = "Chỉ người mở bài này hoặc quản trị viên chuyển câu và kết thúc."
QUIZ_RUNS = "Ở đây đang có một bài trắc nghiệm. Người mở bài ấy hoặc quản trị viên bấm Kết thúc rồi mới mở bài khác."
QUIZ_NO_CHOICE = "Câu này chỉ có các đáp án {letters}."
QUIZ_COUNTED = "Đã ghi câu trả lời của {name}: {letter}."
QUIZ_FIRST_COUNTS = "Mỗi câu chỉ tính câu trả lời đầu tiên."
QUIZ_EDITED = "Tin đã sửa không tính, và bạn chưa trả lời câu này: hãy gõ đáp án trong một tin mới."
QUIZ_PASSED = "Nhóm đã sang câu khác."
TABLE_SCORES = "Điểm"
TABLE_HEADS = ("Hạng", "Họ tên", "Đúng", "Số câu")
TABLE_QUESTION = "Câu {number}"
TABLE_RIGHT = "Đúng"
TABLE_WRONG = "Sai"
TABLE_CHOSEN = "{told} ({letter})"
TABLE_OPTION = "{letter}. {option}"
TABLE_QUESTIONS = "Câu hỏi"
TABLE_QUESTION_HEADS = ("Câu", "Nội dung", "Các lựa chọn", "Đáp án", "Nguyên văn", "Trả lời đúng")
TABLE_NAME = "bang-diem-trac-nghiem-{number}.xlsx"
TABLE_CAPTION = "Bảng điểm trắc nghiệm: {people} người, {asked} câu."
