"""What quizzes say."""

from __future__ import annotations

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
