"""What whoever runs the bot reads: settings, data, network, errors, the terminal."""

from __future__ import annotations

CONSOLE_BOT = "Sổ tay Dân vận"
CONSOLE_HINT = (
    "Gõ câu hỏi rồi Enter. Gõ số trong [ ] để bấm nút; “@{username} câu hỏi” để thử inline; /gui TỆP để gửi tệp. "
    "Thoát: Ctrl-D."
)
CONSOLE_NO_FILE = "Không đọc được tệp “{path}”. Gõ: /gui ĐƯỜNG_DẪN"
CONSOLE_WHICH_FILE = "Gõ đường dẫn của tệp sau /gui, ví dụ: /gui ke-hoach-2026.txt"
CONSOLE_NO_BUTTON = "Không có nút số {number} trên màn hình. Hãy gõ số đang hiện trong [ ], hoặc gõ câu hỏi."
CONSOLE_INLINE = "Gõ số để gửi kết quả vào cuộc trò chuyện, như khi dùng tôi trong nhóm khác."
CONSOLE_VIA = "Bạn, qua @{username}"
CONSOLE_PRESSED = "▸ {label} · trong tin “{place}”"
CONSOLE_NUMBERS = "(Tin này không có nút; số trong [ ] vẫn bấm nút của tin “{place}”.)"
CONSOLE_BYE = "Tạm biệt!"
CONSOLE_PROMPT = "Bạn › "
SORRY = "Xin lỗi, tôi vừa gặp trục trặc và đã ghi lại để sửa. Bạn thử lại sau ít phút nhé."
ADMIN_ERROR = "**Lỗi khi xử lý tin nhắn**\n{kind}: {message}\nNơi xảy ra: {where}"

KEY_MISSING = (
    "Chưa có TELEGRAM_BOT_TOKEN. Nhắn @BotFather trên Telegram, gửi /newbot để lấy token, rồi ghi vào tệp .env:\n"
    "    TELEGRAM_BOT_TOKEN=...\n"
    "Hoặc dùng thử ngay trong cửa sổ này: python -m bot --console"
)
KEY_MALFORMED = (
    "TELEGRAM_BOT_TOKEN không đúng dạng (một dãy số, dấu hai chấm, rồi khoảng 35 chữ và số). "
    "Hãy chép lại nguyên token mà @BotFather đã gửi vào tệp .env, không thêm dấu cách hay dấu nháy."
)
KEY_REFUSED = (
    "Telegram không nhận TELEGRAM_BOT_TOKEN này: token sai hoặc đã bị thu hồi. "
    "Nhắn @BotFather, gửi /token để lấy token hiện tại, rồi sửa tệp .env."
)
NO_NETWORK = "Không kết nối được với Telegram. Hãy kiểm tra mạng (hoặc tường lửa chặn api.telegram.org) rồi chạy lại."
BAD_SETTING = "Cấu hình {name} không hợp lệ: {reason} Hãy sửa trong tệp .env."
ENV_ENCODING = "Tệp .env không phải văn bản UTF-8. Hãy lưu lại tệp bằng mã UTF-8."
ADMIN_IDS_SHAPE = "cần các mã số Telegram cách nhau bằng dấu phẩy, ví dụ 123456789,987654321."
ADDRESS_SHAPE = "cần một địa chỉ đầy đủ, ví dụ https://api.telegram.org (không kèm /bot)."
SECRET_SHAPE = "chỉ gồm chữ không dấu, số, dấu gạch dưới và gạch ngang, tối đa 256 ký tự."  # noqa: S105
WEBHOOK_NEEDS_SECRET = "WEBHOOK_URL cần có WEBHOOK_SECRET (một chuỗi tự đặt) để không ai khác gửi giả được."  # noqa: S105
FROM_MEMORY = "**Không đọc được kho văn bản.** Tôi vẫn trả lời từ bộ nhớ, nhưng sẽ dừng khi khởi động lại. {reason}"
MEMORY_OVER = "Kho văn bản đã đọc lại được."
PUT_ASIDE = "Tin số {number} làm bot dừng nhiều lần nên đã được để sang một bên. Xem nhật ký để biết chi tiết."
YOURS_PUT_ASIDE = (
    "Xin lỗi, {what} làm tôi dừng đột ngột nhiều lần nên tôi để sang một bên và đã báo quản trị viên. "
    "Bạn thử hỏi bằng cách khác nhé."
)
THIS_MESSAGE, THIS_PRESS = "tin “{text}”", "nút bạn vừa bấm"
SENDING_TROUBLE = "**{count} tin không gửi được** dù đã thử nhiều lần. Lần gần nhất: {reason}"
CLOSED_NEEDS_ADMIN = "ACCESS=closed cần ít nhất một mã số trong ADMIN_IDS, nếu không thì không ai cho phép được ai."
NO_DATA = "Chưa có dữ liệu kế hoạch. Hãy chạy `make ingest` (hoặc: python ingest.py THƯ_MỤC_KẾ_HOẠCH) rồi chạy lại."
DATA_TROUBLE = "Không mở được kho văn bản: {reason}"
STATE_TROUBLE = (
    "Không mở được {path}: {reason}. Hãy kiểm tra quyền ghi của thư mục, hoặc đặt DATA_DIR sang thư mục khác; "
    "nếu tệp bị hỏng, hãy đổi tên tệp đó, bot sẽ tạo tệp mới."
)
STOPPED = "Bot đã dừng vì một lỗi không lường trước; chi tiết ở dòng nhật ký bên trên."
CONFLICT = "Một tiến trình khác đang dùng cùng token này. Hãy tắt tiến trình kia trước."
POLL_RIGHT = "✅ Đúng. {explanation}"
POLL_WRONG = "❌ Chưa đúng. Đáp án: {right}. {explanation}"
