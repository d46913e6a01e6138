"""Every word of a briefing that is not the plans' own."""

from __future__ import annotations

TITLE = "TÀI LIỆU GIỚI THIỆU {kind}"
TITLE_SEVERAL = "TÀI LIỆU GIỚI THIỆU CÁC {kind}"
ANY_KIND = "VĂN BẢN"
"""What papers of several kinds are called, and one that names none."""
TOPIC = "Chuyên đề: {topic}"
MADE = "Lập ngày {date}, dùng cho buổi {minutes} phút"
TIMING = "Gợi ý thời gian: trình bày {tell} phút, thảo luận {talk} phút, trắc nghiệm {quiz} phút"
TIMING_WITHOUT_QUIZ = "Gợi ý thời gian: trình bày {tell} phút, thảo luận {talk} phút"
FOOT = "Sổ tay Dân vận · Mỗi ý có chú thích trích nguyên văn kế hoạch"
PAGE = "Trang "
SOURCE = "Nguồn: {sources}"
SOURCES = "{name} ({places})"
NAMED_TOO = "{first}, {second}"
NUMBERED = "{title} ({number}/{count})"
NOTE = "“{quote}” ({source})"
SAME_NOTE = "Xem chú thích {number}, {source}"

PLAN = "{doc_type} số {number}"
PLAN_UNNUMBERED = "{doc_type} (bản này không ghi số)"
ISSUER = "Cơ quan ban hành"
PARENT = "Cơ quan cấp trên"
NUMBER = "Số, ký hiệu"
DATE = "Ngày ban hành"
NAME = "Về việc"
SIGNER = "Người ký"
PERIOD = "Thời gian áp dụng"
PERIOD_OF_TITLE = "Kỳ của văn bản"
ABSENT = "không có trong bản này"
VALID = "{period}: còn trong kỳ vào ngày {today}"
EFFECTIVE = "Có hiệu lực từ {day}"
OVER = "{period}: đã hết kỳ (đến {end})"
COMING = "{period}: chưa tới kỳ vào ngày {today}"
CAUTION_OVER = "{kind} đã hết kỳ (đến {end}){mark}: dùng để tham khảo, hạn nộp của kỳ mới phải theo văn bản mới."
CAUTION_OVER_SEVERAL = "{count} kế hoạch đã hết kỳ: {names}."
CAUTION_REORGANISED = "Nơi nhận có thể đã thay đổi, hãy xác nhận với cấp trên."

NOTHING_READ = "Máy chưa đọc ra việc phải làm, thời hạn hay chỉ tiêu nào trong văn bản này: hãy đọc toàn văn."

DOUBTED = (
    "Văn bản này do máy đọc từ bản chụp, còn {count} dòng máy đọc chưa chắc ({pages}): ý nào dựa vào đó có ghi "
    "“{mark}”. Hãy đối chiếu bản gốc trước khi dùng."
)
DOUBTED_PAGES = (
    "Văn bản này do máy đọc từ bản chụp, có trang đọc chưa chắc ({pages}): hãy đối chiếu bản gốc trước khi dùng."
)
DOUBTED_SEVERAL = "{count} văn bản do máy đọc từ bản chụp, có chỗ đọc chưa chắc: {names}. Hãy đối chiếu bản gốc."
DOUBTED_PAGE = "trang {page}"
TO_CHECK = "cần đối chiếu bản gốc"
REPORTED = "có người báo chỗ này có thể sai, đang chờ xem xét"
REPORTS_OPEN = (
    "Có chỗ người dùng đã báo là có thể sai, quản trị viên chưa xem xét: ý nào dựa vào đó có ghi “{mark}”. "
    "Hãy hỏi lại trước khi dùng."
)
REPORTS_SEVERAL = "{count} văn bản có chỗ người dùng đã báo là có thể sai, đang chờ xem xét: {names}."

ON_TOPIC = "Kế hoạch nói gì về “{topic}”"
PURPOSE = "Mục đích, yêu cầu"
ARTICLES = "Từng điều quy định gì"
ARTICLE_REST = " (còn {count} ý khác)"
LIST_REST = "; còn {count} điều nữa"
HELPED = "{who} (phối hợp: {helps})"
FROM_TO = "{first} đến {last}"
TERMS = "Giải thích từ ngữ"
TASKS = "Việc phải làm"
DEADLINES = "Thời hạn"
LIST_FOR = "{name} ({target})"
TARGETS = "Chỉ tiêu"
FIGURES = "Số liệu văn bản đã nêu"
REWARDS = "Khen thưởng"
SENT_TO = "Gửi về đâu"
NAMES_OF_BLOCKS = {
    "deadlines": ("thời hạn", "hạn", "các hạn", "hạn nộp", "hạn báo cáo", "hạn nộp báo cáo", "thời hạn báo cáo",
                  "thời gian nộp", "báo cáo", "chế độ báo cáo", "nộp báo cáo", "mốc thời gian", "tiến độ", "deadline"),
    "tasks": ("nhiệm vụ", "các nhiệm vụ", "việc phải làm", "việc cần làm", "trách nhiệm", "phân công", "công việc",
              "phân công nhiệm vụ", "tổ chức thực hiện"),
    "targets": ("chỉ tiêu", "các chỉ tiêu", "mục tiêu", "chỉ tiêu thi đua"),
    "rewards": ("khen thưởng", "thi đua khen thưởng", "phần thưởng", "giải thưởng", "tiền thưởng", "mức thưởng"),
    "purpose": ("mục đích", "yêu cầu", "mục đích yêu cầu"),
}  # fmt: skip
"""What people call the parts of a briefing when they ask for one as a topic."""
TALK = "Câu hỏi thảo luận"
QUIZ = "Phiếu trắc nghiệm"
QUIZ_NAME = "Họ và tên: ………………………… Đơn vị: …………………………"
KEY = "Đáp án"
KEY_ROW = "Câu {number}: {letter}. "
KEY_SLIDE = "Đáp án: {letter}. {right}"
KEY_NUMBER, KEY_CHOICE = "Câu {number}", "{letter}. {right}"
COMPARISON = "So sánh các kế hoạch"

TASKS_REST = "Còn {count} việc khác: xem {sections}."
PURPOSE_REST = "Còn {count} ý khác: xem {sections}."
PAPER = "thông tin về văn bản"
HANDED_OUT = "Xem tiếp trong tài liệu phát tay"
SLIDES_LEFT = "còn {count} trang"
SLIDES_LEFT_OF = "{title} (còn {count} trang)"
PLANS_LEFT = "… và {count} kế hoạch khác"
CAUTION_BESIDE = "{name} · {caution}"
MORE = "{first} và {count} mục khác"
ITEMS_LESS = "Kế hoạch gọi là “{name}” nhưng liệt kê {listed} điều."

WHEN_HEADS = ("Thời hạn", "Việc", "Ai thực hiện", "Gửi về đâu, bằng cách nào")
SILENT = "–"
"""In a table where the plan does not say."""
NO_DATE = "không nêu ngày"
ROUND = "{when}, kỳ {cycle}"
TARGET_HEADS = ("Mức", "Chỉ tiêu")
FIGURE_HEADS = ("Số liệu", "Về")
OFFICE = "Nơi nhận"
EMAIL = "Hộp thư"
PHONE = "Điện thoại"
TO = "{to}"
VIA = "{to}, qua {via}"

COMPARED = "Nội dung"
REPORTS = {
    "tháng": "Báo cáo tháng",
    "quý": "Báo cáo quý",
    "6 tháng": "Báo cáo 6 tháng",
    "9 tháng": "Báo cáo 9 tháng",
    "năm": "Báo cáo năm",
}
REPORT_WORD = "báo cáo"
OTHER_DATED = "Việc khác có hạn"
LISTS = "Danh sách “không”"
LIST_ITEM = "{name}, điều {number}"
ALIKE, UNLIKE = "{label} (giống nhau)", "{label} (khác nhau)"
ALIKE_ELSEWHERE = "{label} (giống {names})"
"""Of what only one plan of a table says, and plans of another table say the same."""
MORE_IN_CELL = " và {count} ý khác"
LIST_CELL = "{name}: {count} điều"
CELL = "{text} ({section})"

TALK_DATED = "{when}: {what}. Đơn vị ta bắt đầu từ lúc nào, ai làm đầu mối?"
TALK_UNDATED = "Văn bản không nêu ngày cho việc này: {what}. Đơn vị ta tự đặt mốc nào, hỏi cấp trên điều gì?"
TALK_LIST = "Trong {name}, điều nào khó giữ nhất ở đơn vị ta? Nêu một việc cụ thể để giữ được."
TALK_TARGET = "Chỉ tiêu {target}: hiện đơn vị ta đạt bao nhiêu, đo bằng cách nào?"
TALK_TASK = "Việc được giao: {task}. Ở đơn vị ta ai làm, làm ở đâu, khi nào thấy kết quả?"
TALK_REWARD = "Ai ở đơn vị ta xứng đáng được {award}? Cần ghi lại những gì để đề nghị?"
