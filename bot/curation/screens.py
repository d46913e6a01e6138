"""What /chuatraloi shows: groups of open questions, passages to choose from, an answer before it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.likeness import Group
from bot.screen import (
    Rich,
    Screen,
    bold,
    button,
    concat,
    from_stars,
    in_rows,
    italic,
    join,
    paged,
    plain,
    screen,
    shorten,
    turns,
)
from bot.screen import words as screen_words
from bot.screen.answers import Frame, answer_screen
from knowledge.model import Answer, AnswerPart, Language, Passage, Status

GROUPS_A_PAGE = 6
TEXTS_SHOWN = 6
TEXT_CHARS = 200
ANSWER_CHARS = 400
PASSAGE_CHARS = 1500


def list_screen(groups: Sequence[Group], names: Mapping[str, str], page: int = 0) -> Screen:
    """Return a page of the groups, one button each."""
    if not groups:
        return screen(plain(OPEN_NONE))
    shown, page, last = paged(groups, page, GROUPS_A_PAGE)
    questions = sum(len(found.members) for found in groups)
    title = from_stars(OPEN_TITLE.format(questions=questions, groups=len(groups)))
    entries = [_entry(number, found, names) for number, found in shown]
    buttons = [button(OPEN_NUMBER.format(number=number), "oq:g", found.head.number) for number, found in shown]
    return screen(join([title, *entries], "\n\n"), [*in_rows(buttons, 3), turns(page, last, "oq:p")])


def group_screen(
    found: Group, names: Mapping[str, str], answer: str, passages: Sequence[tuple[int, str]], sought: str
) -> Screen:
    """Return a group, what the bot says now, and passages (link, place) to choose the proof from."""
    number = found.head.number
    texts = [plain(f"• “{shorten(text, TEXT_CHARS)}”") for text in found.texts[:TEXTS_SHOWN]]
    asked = join([from_stars(OPEN_QUESTION), *texts, italic(_facts(found, names))], "\n")
    now = join([from_stars(OPEN_NOW), plain(shorten(" ".join(answer.split()), ANSWER_CHARS))], "\n")
    near = OPEN_PICK_FOUND.format(words=shorten(sought, 60)) if sought else OPEN_PICK
    ask = join([plain(near if passages else OPEN_PICK_NONE), from_stars(OPEN_SEARCHES)], "\n")
    rows = [[button(f"🔎 {place}", "oq:c", number, link)] for link, place in passages]
    last = [
        button(OPEN_DROP, "oq:x", number),
        button(OPEN_BACK, "oq:p", 0),
        button(OPEN_LEAVE, "oq:z"),
    ]
    return screen(join([asked, now, ask], "\n\n"), [*rows, last])


def write_screen(number: int, plan: str, passage: Passage) -> Screen:
    """Return the passage chosen, and ask for the answer."""
    place = concat(bold(plan), plain("\n" + screen_words.PASSAGE_PLACE.format(section=passage.section)))
    quoted = plain(f"“{shorten(passage.text.text, PASSAGE_CHARS)}”")
    body = join([place, quoted, from_stars(OPEN_WRITE)], "\n\n")
    return screen(body, [[button(OPEN_OTHER, "oq:g", number), button(OPEN_CANCEL, "oq:z")]])


def preview_screen(number: int, part: AnswerPart, people: int, places: int) -> Screen:
    """Return the answer as it will be read, with the button that sends it."""
    answer = Answer(Status.ANSWERED, part.lead, (part,), Language.VI)
    shown = answer_screen(answer, Frame(number, Language.VI))
    title = screen(from_stars(OPEN_PREVIEW.format(people=people, places=places)))
    rows = (
        (button(OPEN_SEND, "oq:s", number),),
        (button(OPEN_OTHER, "oq:g", number), button(OPEN_CANCEL, "oq:z")),
    )
    return Screen((*title.messages, *shown.messages), rows)


def _entry(number: int, found: Group, names: Mapping[str, str]) -> Rich:
    text = shorten(" ".join(found.head.text.split()), TEXT_CHARS)
    return join([concat(bold(f"{number}. "), plain(f"“{text}”")), italic(_facts(found, names))], "\n")


def _facts(found: Group, names: Mapping[str, str]) -> str:
    why = ", ".join(OPEN_WHY.get(reason, reason) for reason in found.why)
    units = ", ".join(names.get(plan, plan) for plan in found.head.scope) or OPEN_ANY_UNIT
    return OPEN_FACTS.format(times=len(found.members), people=found.people, why=why, units=units)


# ---------------------------------------------------------------------------------------------------------------- words

OPEN_TITLE = "**Câu hỏi chưa trả lời được: {questions} câu, {groups} nhóm**"
OPEN_NUMBER = "Câu {number}"
OPEN_NONE = "Không có câu hỏi nào đang chờ."
OPEN_FACTS = "{times} lần, {people} người · {why} · {units}"
OPEN_ANY_UNIT = "mọi đơn vị"
OPEN_WHY = {
    "not_found": "không tìm thấy",
    "not_specified": "kế hoạch không nêu",
    "refused": "bị từ chối",
    "nearest": "chỉ có đoạn gần nhất",
    "bad": "👎",
    "content": "👎 sai nội dung",
    "unit": "👎 sai đơn vị",
    "citation": "👎 thiếu trích dẫn",
    "other": "👎 lý do khác",
}
OPEN_QUESTION = "**Câu hỏi**"
OPEN_NOW = "**Tôi đang trả lời**"
OPEN_PICK = "Chọn đoạn văn bản làm căn cứ cho câu trả lời."
OPEN_PICK_FOUND = "Các đoạn gần với “{words}”. Chọn một đoạn làm căn cứ."
OPEN_PICK_NONE = "Không tìm được đoạn nào."
OPEN_SEARCHES = "🔎 Bây giờ chữ bạn gõ là từ để tìm đoạn khác. Bấm **Thôi** để gõ câu hỏi như thường."
OPEN_LEAVE = "Thôi"
OPEN_DROP = "🗑 Bỏ qua nhóm này"
OPEN_BACK = "◀ Danh sách"
OPEN_WRITE = "**Giờ hãy gõ câu trả lời** gửi người hỏi. Đoạn trên sẽ được trích ở dưới."
OPEN_WRITE_EMPTY = "Câu trả lời chưa có chữ nào. Hãy gõ câu trả lời, hoặc bấm Hủy ở trên."
OPEN_TOO_LONG = "Câu trả lời quá dài ({length} ký tự). Hãy viết dưới {limit} ký tự."
OPEN_OTHER = "🔎 Chọn đoạn khác"
OPEN_CANCEL = "Hủy"
OPEN_CANCELLED = "Đã hủy. Câu hỏi vẫn ở /chuatraloi."
OPEN_PREVIEW = "**Xem lại trước khi gửi** ({people} người hỏi, {places} cuộc trò chuyện). Gõ lại nếu muốn sửa."
OPEN_SEND = "📨 Gửi"
OPEN_DROPPED = "Đã bỏ qua."
OPEN_GONE = "Nhóm câu hỏi này đã được xử lý hoặc không còn. Hãy mở lại /chuatraloi."
OPEN_NO_DRAFT = "Chưa có câu trả lời để gửi. Hãy mở lại /chuatraloi."
OPEN_SENT = (
    "Đang gửi tới {reached}/{places} cuộc trò chuyện. Câu trả lời được dùng cho lần hỏi sau và ghi vào câu hỏi mẫu."
)
OPEN_TOLD = "💬 Bạn đã hỏi: “{question}”"
CURATED = "👤 **Quản trị viên trả lời:**"
CURATED_PLACE = ", mục {section}"

THANKS_GOOD = "Cảm ơn bạn!"
ASK_WHY = "Cảm ơn bạn. Chưa đúng ở chỗ nào? Bạn bấm một lý do bên dưới giúp tôi nhé."
REASON_LABELS = ("Sai nội dung", "Sai đơn vị", "Thiếu trích dẫn", "Khác")
THANKS_BAD = "Cảm ơn bạn, tôi đã ghi nhận để sửa."
