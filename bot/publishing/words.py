"""What is said of plans that administrators send, their versions, and the news of them."""

from __future__ import annotations

UPLOAD_NAMELESS = "ke-hoach"
"""The plan id of a file whose name has no letter."""
UPLOAD_LARGE = "Tệp nặng {size}, vượt quá {limit} là mức tôi nhận được. Bạn tách hoặc lưu gọn tệp rồi gửi lại nhé."
UPLOAD_LOST = "Tôi không tải được tệp từ Telegram. Bạn gửi lại tệp giúp tôi nhé."
UPLOAD_FAULTS = {
    "kind": "Tôi chưa đọc được loại tệp này. Các loại đọc được: {kinds}.",
    "name": "Tên tệp có ký tự không dùng được. Bạn đổi tên tệp (ví dụ: ke-hoach-phuong-a-2026.txt) rồi gửi lại nhé.",
    "too large": "Tệp quá lớn để đọc như một văn bản. Bạn tách tệp rồi gửi lại nhé.",
    "empty": "Tệp trống: tôi không thấy chữ nào trong đó.",
    "binary": "Nội dung tệp không phải văn bản, dù tên tệp ghi như vậy. Bạn lưu lại đúng loại ({kinds}) rồi gửi nhé.",
    "encoding": "Tệp không ở bảng mã Unicode (UTF-8), có thể là TCVN3 hoặc VNI. Bạn chuyển mã rồi gửi lại nhé.",
    "encrypted": "Tệp có mật khẩu bảo vệ. Bạn gỡ mật khẩu, lưu lại rồi gửi nhé.",
    "macros": "Tệp có macro nên tôi không mở. Bạn lưu lại thành .docx (tài liệu Word không có macro) rồi gửi nhé.",
    "damaged": (
        "Tệp bị hỏng hoặc bị cắt cụt nên tôi không đọc được. Bạn mở tệp gốc, lưu lại rồi gửi bản mới giúp tôi nhé."
    ),
    "mislabelled": (
        "Đuôi tên tệp không khớp với nội dung bên trong. Bạn đổi đuôi cho đúng, hoặc mở tệp rồi lưu lại thành .docx "
        "hay .pdf và gửi nhé."
    ),
    "unsafe": (
        "Tôi không mở tệp này vì cấu trúc của nó không giống một văn bản thường (nén quá lớn hoặc có phần không an "
        "toàn). Bạn mở tệp gốc, lưu lại rồi gửi bản mới nhé."
    ),
    "too heavy": (
        "Tệp này nặng quá sức đọc của tôi (mất quá nhiều thời gian hoặc bộ nhớ). Bạn tách nhỏ hoặc lưu gọn rồi gửi nhé."
    ),
    "no tool": (
        "Máy chạy bot còn thiếu chương trình để đọc loại tệp này; lệnh cài đặt đã ghi trong nhật ký của bot. "
        "Trong lúc chờ, bạn gửi bản .docx giúp tôi nhé."
    ),
    "no text": (
        "Tôi không nhận ra chữ nào trong ảnh. Bạn quét lại rõ hơn (300 dpi, trang đặt thẳng), hoặc gửi bản .docx nhé."
    ),
    "not a plan": (
        "Tệp này không giống một văn bản hành chính: tôi không thấy phần đầu (cơ quan, số, ngày) và các mục. "
        "Bạn kiểm tra lại xem có đúng tệp không nhé."
    ),
    "other": "Tôi không đọc được tệp này. Chi tiết đã ghi vào nhật ký của bot.",
}
"""By `knowledge.errors.Fault`."""
UPLOAD_PRESENT = "Kho đã có đúng văn bản này rồi: **{unit}** (mã {plan}). Không cần làm gì thêm."
UPLOAD_PICTURE = "🖼 Trang {page}"
UPLOAD_PICTURE_OF = "Trang {page} của tệp “{name}”"
UPLOAD_NO_PICTURE = "Tôi không chụp được trang này."
UPLOAD_PICTURES = "Đối chiếu với trang gốc: bấm 🖼 ở dưới."
UPLOAD_ARRIVED = "📥 Văn bản mới đến từ thư mục theo dõi, chờ duyệt."
UPLOAD_READ = "📄 **Đọc được từ tệp “{name}”**"
UPLOAD_SAFE = "Kho văn bản chưa có gì thay đổi. Hãy soát lại rồi bấm nút bên dưới."
UPLOAD_NEW = "🆕 Kế hoạch mới, mã {plan}."
UPLOAD_REPLACES = "♻️ Kho đang có văn bản này: **{unit}** (mã {plan}). Duyệt là thay bản đang dùng."
UPLOAD_SAME_NAME = (
    "❗ Tên tệp trùng với **{unit}** (mã {plan}) nhưng cơ quan, số hoặc năm ban hành không khớp. "
    "Chọn **Thay thế bản cũ** nếu đúng là bản mới của văn bản đó, hoặc **Duyệt** để thêm thành kế hoạch riêng, "
    "mã {new}."
)
UPLOAD_STRANGE = "❗ Tôi không thấy cơ quan, số, tên văn bản hay mục nào. Có thể đây không phải là một kế hoạch."
UPLOAD_PARENT = "Cấp trên: {parent}"
UPLOAD_TITLE_NONE = "bản này không ghi tên"
UPLOAD_DATE_NONE = ", không ghi ngày"
UPLOAD_WARNINGS_TITLE = "**⚠️ Cần xem lại**"
UPLOAD_WARNINGS = (
    (r"no document number|no date of issue|no issuing body|no title", ""),
    (r"no signer", "không thấy người ký"),
    (r"no recipients", "không thấy phần Nơi nhận"),
    (r"no numbered parts", "không thấy mục nào được đánh số"),
    (r"no such day: '(.*)' in (.+)", "lịch không có ngày này: “{0}” ({1})"),
    (r"numbering: (.+) follows (.+)", "số mục không liền nhau: sau {1} là {0}"),
    (r"footnote \(unmarked\) has no marker .*", "có chú thích không rõ thuộc chỗ nào trong bài"),
    (r"footnote (.+) has no marker .*", "không thấy dấu dẫn của chú thích {0} trong bài"),
    (r"page (\d+) was read from a picture, (\d+) % sure", "trang {0} là ảnh quét, tôi đọc chắc khoảng {1}%"),
    (r"page (\d+), (\d+) % sure: “(.*)”", "trang {0} có dòng đọc chưa chắc ({1}%): “{2}”"),
    (r"“(.+)” was taken for “(.+)” by its place", "trong ảnh đọc ra “{0}”, tôi hiểu là “{1}” theo thứ tự"),
    (r"text in an old font(?: \(.+\))? was not converted; .*", "có đoạn gõ bằng phông chữ cũ, tôi chưa chuyển được mã"),
    (
        r"text in an old font \((.+)\) was converted; .*",
        "có đoạn gõ bằng phông chữ cũ ({0}), tôi đã chuyển sang Unicode",
    ),
    (r"read as (.+), converted to Unicode; .*", "tệp dùng bảng mã {0}, tôi đã chuyển sang Unicode"),
)
"""(pattern of a warning in English, what the chat is told); empty: the header says so already."""
UPLOAD_DOUBT = "dòng {number}: trang {page} có dòng đọc chưa chắc ({sure}%): “{words}”"
UPLOAD_DOUBT_SETTLED = "dòng {number}: trang {page}: {told}"
UPLOAD_WARNING_OTHER = "có chỗ tôi đọc chưa chắc, hãy đối chiếu với bản gốc"
UPLOAD_OUTLINE = "**Các mục ({count})**"
UPLOAD_OUTLINE_MORE = "… và {count} mục nữa"
UPLOAD_DUTIES = "**Các việc có hạn ({count})**"
UPLOAD_DUTIES_NONE = "Tôi không thấy việc nào phải báo cáo, gửi hay đăng ký."
UPLOAD_APPROVE = "✅ Duyệt"
UPLOAD_REPLACE = "♻️ Thay thế bản cũ"
UPLOAD_CANCEL = "✖️ Hủy"
UPLOAD_CANCELLED = "Đã hủy, tôi đã bỏ tệp “{name}”. Kho văn bản không thay đổi."
UPLOAD_GOING_ON = "Tệp này đang được đưa vào kho. Bạn chờ một chút nhé."
UPLOAD_DONE_ALREADY = "Tệp này đã được duyệt rồi."
UPLOAD_CANCELLED_ALREADY = "Tệp này đã bị hủy rồi. Bạn gửi lại tệp nếu muốn."
UPLOAD_GONE = "Tệp này không còn được giữ (đã quá {days} ngày hoặc đã bị xóa). Bạn gửi lại tệp giúp tôi nhé."
UPLOAD_CHANGED = "Kho văn bản vừa thay đổi. Tôi đã so lại với bản đang dùng; bạn soát rồi bấm lại nhé."
PUT_INTERRUPTED = "⚠️ Tôi đã dừng giữa chừng khi đang đưa **{name}** vào kho văn bản. Bây giờ tôi làm tiếp."
PUTTING = "⏳ Đang đưa **{title}** vào kho và lập chỉ mục. Bot vẫn trả lời theo bản cũ cho đến khi xong…"
PUTTING_DONE = "\nĐã xử lý {done}/{total} đoạn mới."
PUT_NEW = "✅ Đã thêm **{unit}** vào kho sau {seconds} giây: {counts}."
PUT_REPLACED = "✅ Đã thay bản cũ của **{unit}** sau {seconds} giây: {counts}."
PUT_BACK = "✅ Đã quay lại bản cũ của **{unit}** sau {seconds} giây: {counts}."
PUT_COUNTS = "{sections} mục, {passages} đoạn, {duties} việc có hạn"
PUT_MOVED = "Đơn vị đã chọn và các lời nhắc được chuyển sang mã mới {plan}."
PUT_TOLD = "Tôi sẽ báo cho {count} cuộc trò chuyện đang theo dõi, từ {first} đến {last} giờ. Các bản đã có: /phienban."
PUT_NOBODY = "Không có cuộc trò chuyện nào khác đang theo dõi đơn vị này. Các bản đã có: /phienban."
PUT_LOCKED = (
    "⚠️ Một chương trình khác đang ghi vào kho văn bản (ví dụ lệnh ingest.py). Chưa có gì thay đổi; "
    "chờ nó xong rồi bấm lại nút ở trên nhé."
)
PUT_UNWRITABLE = "⚠️ Không ghi được kho văn bản (đầy ổ đĩa hoặc thiếu quyền ghi). Chưa có gì thay đổi."
PUT_FAILED = "⚠️ Tôi chưa đưa được văn bản này vào kho; chi tiết ở nhật ký của bot. Chưa có gì thay đổi."

CHANGES_TITLE = "**Khác với bản đang dùng**"
CHANGES_NONE = "Các việc có hạn giữ nguyên."
CHANGE_FROM_TO = "✏️ {what}\n    cũ: {old}\n    mới: {new}"
CHANGE_WORDS = "✏️ {what}: sửa nội dung, thời hạn giữ nguyên ({new})"
CHANGE_PERIOD = " ({period})"
CHANGE_PROOF = " – {section}: “{quote}”"
CHANGE_GONE = "➖ Bỏ: {what} ({old})"
CHANGE_FRESH = "➕ Mới: {what} ({new})"
CHANGES_MORE = "… và {count} thay đổi khác"

AMEND = "✏️ Sửa"
AMEND_DUTY = "✏️ Hạn {number}"
AMEND_LINE = "✏️ Dòng {number}"
AMEND_FIELDS = {
    "issuer": "Cơ quan",
    "number": "Số",
    "date": "Ngày",
    "title": "Tên",
    "period": "Thời hạn",
}
AMEND_CHOOSE = "**Sửa chỗ nào của {name}?**"
AMEND_TITLE = "✏️ Sửa chỗ đọc sai"
AMEND_NONE = "bản này không ghi"
AMEND_BEFORE = "Đang dùng: **{value}**"
AMEND_AFTER = "Sau khi sửa: **{value}**"
AMEND_HEADER = "Văn bản ghi"
AMEND_SILENT = "Tôi không thấy văn bản ghi chỗ này."
AMEND_LINE_PLACE = "Dòng {number}, trang {page}: “{words}”"
AMEND_LINE_SURE = "Trang {page}, đọc chắc khoảng {sure}%."
AMEND_LINE_NONE = "không tính là chữ của văn bản"
AMEND_LINE_REMOVED = "➖ Không phải chữ của văn bản"
AMEND_HOW_LINE = (
    "Bạn gõ đúng những chữ của dòng này như bản gốc, từ đầu đến cuối phần đậm ở trên. Nếu dòng có dấu | ngăn các ô "
    "hay các cột thì giữ đủ các dấu ấy."
)
AMEND_AROUND = "Đoạn quanh đó"
AMEND_HOW_DUTY = "Bạn gõ hạn đúng, ví dụ: 10/11/2026, trước ngày 10 tháng 11 năm 2026, quý III năm 2026."
AMEND_HOW = {
    "issuer": "Bạn gõ tên cơ quan ban hành.",
    "number": "Bạn gõ số văn bản, ví dụ: 12/KH-UBND.",
    "date": "Bạn gõ ngày ban hành, ví dụ: 03/02/2026 hoặc ngày 03 tháng 02 năm 2026.",
    "title": "Bạn gõ tên văn bản (phần trích yếu).",
    "period": "Bạn gõ thời hạn, ví dụ: 2026, 2026-2028 hoặc từ 01/01/2026 đến 30/6/2026.",
}
AMEND_WAITS = "Câu hỏi của bạn được trả lời ở dưới. Chỗ đang sửa vẫn chờ: bạn gõ giá trị đúng, hoặc bấm ✖️ Thôi."
AMEND_UNREAD = "Tôi chưa đọc được giá trị này."
AMEND_UNDATED = "🚫 Việc này không có ngày cụ thể"
AMEND_REMOVED = "➖ Không phải việc có hạn"
AMEND_UNDO = "↩️ Dùng lại như văn bản ghi"
AMEND_NO_DUTY = "không tính là việc có hạn"
AMEND_SAVE = "✅ Lưu"
AMEND_AGAIN = "✏️ Gõ lại"
AMEND_LEAVE = "✖️ Thôi"
AMEND_LEFT = "Tôi không sửa gì."
AMEND_LIVE_TOO = "Bản đang dùng của văn bản này, nếu có đúng câu ấy, cũng được sửa theo."
AMEND_GONE = "Chỗ này không còn như lúc bạn xem. Hãy mở lại."
AMEND_CHANGED = (
    "⚠️ Từ lúc bạn xem đến nay, chỗ này đã có giá trị khác nên tôi chưa lưu. "
    "Bạn xem lại giá trị đang dùng dưới đây giúp tôi, nếu vẫn muốn sửa thì bấm Lưu."
)
AMEND_DECIDED = "Tệp này đã được quyết định rồi. Muốn sửa kế hoạch đang dùng: /phienban."
AMENDED = "✅ Đã ghi nhận giá trị bạn sửa; câu trả lời sẽ nói rõ đó là của quản trị viên."
AMENDED_BACK = "✅ Đã dùng lại như văn bản ghi."
AMENDED_TOLD = "Tôi sẽ báo cho {count} cuộc trò chuyện đang theo dõi."

VERSIONS_CHOOSE = "**Xem các bản của kế hoạch nào?**"
VERSIONS_TITLE = "**{unit}** (mã {plan}): {count} bản"
VERSION_LINE = "**Bản {number}**{live}\nĐưa vào: {since} · {counts}"
VERSION_LIVE = " – ✅ đang dùng"
VERSION_ID = "Mã: {plan}"
VERSION_SINCE = "{time} ngày {day}"
VERSION_SINCE_NONE = "không rõ ngày"
VERSION_DIFFERS = "So với bản đang dùng: {changed} việc khác, {fresh} việc chỉ có ở bản này, {gone} việc không có"
VERSION_ONE = "Kế hoạch này mới có một bản."
VERSION_OPEN = "🕘 Bản {number}"
VERSION_PLANS = "◀ Các kế hoạch"
VERSION_BACK_TITLE = "**Quay lại bản {number} của {unit}?**\nĐưa vào: {since}"
VERSION_BACK_WHAT = "So với bản đang dùng, quay lại thì:"
VERSION_GO_BACK = "↩️ Quay lại bản này"
VERSION_GONE = "Bản này không còn như lúc bạn xem. Hãy mở lại /phienban."
VERSION_IS_LIVE = "Bản này đang được dùng rồi."

NEWS_NEW = "📣 Có kế hoạch mới: {unit}"
NEWS_REPLACED = "📣 Kế hoạch đã có bản mới: {unit}"
NEWS_BACK = "📣 Kế hoạch đã trở lại bản trước: {unit}"
NEWS_AMENDED = "📣 Quản trị viên đã sửa hạn trong kế hoạch: {unit}"
NEWS_DUTIES = "Có {count} việc có hạn."
NEWS_OPEN = "📅 Xem hạn"
NEWS_CHOOSE = "🏢 Chọn {unit}"
NEWS_STOP = "🔕 Đừng báo nữa"
NEWS_START = "🔔 Báo khi kế hoạch thay đổi"
NEWS_STOPPED = "Tôi sẽ không báo ở đây khi kế hoạch thay đổi nữa. Muốn bật lại: bấm nút dưới, hoặc /donvi."
NEWS_STARTED = "Tôi sẽ báo ở đây khi kế hoạch của đơn vị bạn thay đổi."
