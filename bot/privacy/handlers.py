"""/dulieu: what is kept about a person, in their private chat only, deleted when they confirm."""

from __future__ import annotations

from telegram import Chat, Update

from bot.privacy import Kept, PersonalData, as_json
from bot.screen import File, Rich, Screen, Stale, button, from_stars, join, plain, screen, shorten
from bot.screen import words as screen_words
from bot.telegram import BotContext
from bot.telegram.people import Press
from bot.telegram.sending import replace, send, send_file


async def show_data(update: Update, context: BotContext) -> None:
    """List what is kept, and offer to delete it."""
    chat = update.effective_chat
    if chat is None:
        return
    if chat.type != Chat.PRIVATE:
        send(update, screen(plain(screen_words.ONLY_PRIVATE)))
        return
    resources = context.resources
    kept = await context.in_thread(resources.store(PersonalData).kept_about, chat.id)
    unit = await context.in_thread(resources.unit_name, chat.id)
    send(update, kept_screen(kept, unit, resources.settings.keep_questions_days))


async def send_data(press: Press, context: BotContext) -> None:
    """Send it all as a file."""
    held = await context.in_thread(context.resources.store(PersonalData).export, _own_chat(press))
    send_file(press.chat_id, File(DATA_FILE_NAME, as_json(held), DATA_FILE_CAPTION))


async def delete_data(press: Press, context: BotContext) -> None:
    """Delete it all."""
    await context.in_thread(context.resources.store(PersonalData).forget, _own_chat(press))
    replace(press.update, screen(plain(DATA_DELETED)))


async def keep_data(press: Press, _context: BotContext) -> None:
    """Change nothing."""
    _own_chat(press)
    replace(press.update, screen(plain(DATA_LEFT)))


def _own_chat(press: Press) -> int:
    """Return the presser's id. Raises Stale outside of their private chat."""
    if press.chat_id != press.user_id:
        raise Stale(screen_words.FOREIGN_BUTTON)
    return press.user_id


# -------------------------------------------------------------------------------------------------------------- screens

QUESTION_CHARS = 80


def kept_screen(kept: Kept, unit: str | None, days: int) -> Screen:
    """Return the list with the buttons that delete it or leave it; unit: the name of the chat's unit."""
    if not kept.rows and not kept.briefings:
        return screen(plain(DATA_NONE))
    entries = [plain("• " + _entry(table, count, unit)) for table, count in kept.rows]
    if kept.briefings:
        entries.append(plain("• " + DATA_BRIEFINGS.format(count=kept.briefings)))
    questions = [plain("   “" + shorten(text, QUESTION_CHARS) + "”") for text in kept.questions]
    lines: list[Rich] = [from_stars(DATA_TITLE), *entries]
    if questions:
        lines += [plain(DATA_NEWEST), *questions]
    lines.append(plain("\n" + DATA_FOOT.format(days=days)))
    return screen(
        join(lines, "\n"),
        [
            [button(DATA_DELETE, "data", "delete"), button(DATA_KEEP, "data", "keep")],
            [button(DATA_FILE, "data", "file")],
        ],
    )


def _entry(table: str, count: int, unit: str | None) -> str:
    if table == "chats":
        return DATA_UNIT.format(unit=unit or DATA_UNIT_NONE)
    return f"{count} {DATA_NAMES[table]}"


# ---------------------------------------------------------------------------------------------------------------- words

DATA_TITLE = "**Những gì tôi đang lưu về bạn**"
DATA_NONE = "Tôi không lưu gì về bạn."
DATA_UNIT = "Đơn vị đã chọn: {unit}"
DATA_UNIT_NONE = "chưa chọn"
DATA_NAMES = {
    "questions": "câu hỏi, cùng vị trí trích dẫn và các nút dưới câu trả lời",
    "reasons": "lý do đánh giá 👎",
    "drafts": "câu trả lời đang soạn (quản trị)",
    "allowed_chats": "quyền dùng bot (xóa thì phải xin lại)",
    "pairings": "yêu cầu dùng bot",
    "quizzes": "bài trắc nghiệm đã mở",
    "quiz_answers": "câu trả lời trắc nghiệm",
    "askers": "ghi nhận rằng một câu hỏi là do bạn hỏi",
    "uploads": "tệp kế hoạch đã gửi để duyệt (quản trị)",
    "amendments": "chỗ trong văn bản đang chờ bạn gõ giá trị đúng (quản trị)",
    "plan_news": "tin về kế hoạch chờ gửi",
    "news_declined": "yêu cầu không báo tin về kế hoạch",
    "votes": "lượt đánh giá 👍 👎",
    "reminders": "lời nhắc hạn, gồm việc đã đánh dấu đã nộp",
    "feeds": "địa chỉ lịch của riêng bạn (xóa thì lịch đã đăng ký ngừng cập nhật)",
    "week_digests": "yêu cầu gửi bản tin sáng thứ Hai",
}
"""What the rows of each table about a person are called, by the table's name."""
DATA_BRIEFINGS = "{count} bản tóm tắt đã xem, gồm vị trí trích dẫn của các nút"
DATA_NEWEST = "Các câu hỏi gần nhất:"
DATA_FOOT = (
    "Câu hỏi được tự xóa sau {days} ngày. Tin nhắn trong khung trò chuyện này do Telegram giữ; bạn có thể tự xóa chúng."
)
DATA_DELETE = "🗑 Xóa tất cả"
DATA_KEEP = "Giữ lại"
DATA_DELETED = "Đã xóa mọi dữ liệu về bạn. Các nút ở những tin nhắn cũ không dùng được nữa."
DATA_LEFT = "Dữ liệu của bạn được giữ nguyên."
DATA_FILE = "⬇️ Tải về thành tệp"
DATA_FILE_NAME = "du-lieu-ve-ban.json"
DATA_FILE_CAPTION = "Mọi dòng tôi lưu về bạn, theo từng bảng (JSON)."
