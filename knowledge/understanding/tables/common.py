"""Everyday and administrative Vietnamese, for restoring diacritics where the plans' own words say too little.

Phrases of questions, offices and papers as people write them; their syllables and neighbours count as evidence.
"""

from __future__ import annotations

from knowledge.text import fold

PHRASES = """
bao giờ nộp báo cáo|khi nào nộp báo cáo|khi nào gửi|bao giờ gửi|bao giờ thì nộp|chừng nào nộp|hạn nộp báo cáo
hạn nộp là ngày nào
hạn chót|hạn cuối|thời hạn nộp|thời hạn gửi|thời gian nộp|trước ngày nào|chậm nhất ngày nào|ngày mấy|ngày nào
hôm nào|lúc nào
tháng mấy|năm nào|năm mấy|hạn là bao giờ|đến hạn chưa|quá hạn chưa|trễ hạn|nộp trễ|nộp muộn|nộp chậm|có sao không
bị phạt không
còn bao nhiêu ngày|còn mấy ngày|còn hạn không|còn kịp không|còn hiệu lực không|hết hiệu lực chưa|đã hết hạn chưa
được gia hạn chưa
nộp cho ai|gửi cho ai|nộp về đâu|gửi về đâu|gửi đến đâu|nộp ở đâu|gửi qua đâu|qua kênh nào|qua hộp thư nào
bằng cách nào
báo cáo cho ai|báo cáo với ai|báo cáo về đâu|nơi nhận báo cáo|định dạng gì|mẫu báo cáo|biểu mẫu|phụ lục|đính kèm
ai ký|ai ký kế hoạch|người ký là ai|ai ban hành|ai phụ trách|ai chủ trì|ai tham mưu|ai theo dõi|ai đôn đốc
ai tổng hợp|ai làm
ai được khen|ai tặng giấy khen|tặng giấy khen|tặng bằng khen|khen thưởng thế nào|khen thưởng ra sao|khen thưởng ai
kế hoạch số mấy|số mấy|số bao nhiêu|số hiệu văn bản|ban hành ngày nào|ban hành khi nào|cơ quan ban hành
cơ quan nào ban hành
căn cứ văn bản nào|căn cứ vào đâu|dựa vào đâu|theo văn bản nào|nghị quyết nào|chỉ thị nào|công văn nào|quy chế nào
quyết định nào
có mấy|có bao nhiêu|bao nhiêu phần trăm|là bao nhiêu|tỷ lệ bao nhiêu|đạt bao nhiêu|chỉ tiêu là gì|chỉ tiêu bao nhiêu
mấy đợt|mấy lần
là gì|gồm những gì|bao gồm những gì|có những gì|nội dung gì|nội dung là gì|như thế nào|thế nào|ra sao|làm sao
tại sao|vì sao
phải làm gì|cần làm gì|làm những gì|làm việc gì|có trách nhiệm gì|nhiệm vụ gì|nhiệm vụ là gì|trách nhiệm của ai
giao cho ai
được giao làm gì|yêu cầu gì|quy định gì|quy định thế nào|nói gì|nói về gì|nói về cái gì|nêu gì|nhắc gì|nhắc đến gì
nhắc tới gì
có phải không|có đúng không|đúng không|phải không|có không|được không|có được không|chưa|hay không|thật không
có thật không
kể ra|liệt kê|cho biết|cho hỏi|cho tôi hỏi|cho em hỏi|cho mình hỏi|cho mình xin|cho xin|xin hỏi|làm ơn|giúp tôi
giúp mình|giúp em
tóm tắt|tóm tắt giúp|so sánh|khác nhau thế nào|giống nhau không|khác gì|giống gì|các nơi|mọi đơn vị
tất cả các đơn vị|mọi nơi
kế hoạch nào|đơn vị nào|nơi nào|bộ phận nào|cơ quan nào|phòng nào|ban nào|mục nào|điều nào|phần nào|khoản nào|ở đâu
ở mục nào
lập bảng mọi hạn nộp|các mốc thời gian|mốc gì|là mốc gì|việc gì|hạn gì|những hạn nào|có hạn gì|còn gì nữa
thế còn|vậy còn|còn của|thì sao|còn lại|còn nữa không|điều đầu tiên|điều thứ hai|điều thứ ba|điều thứ tư
điều thứ năm|điều cuối
cái thứ ba là gì|cái thứ hai|cái đầu tiên|cái cuối cùng|mục đầu tiên|ý thứ hai|không thứ ba|cái không thứ nhất
cốt để tránh chuyện gì|để làm gì|nhằm mục đích gì|mục đích là gì|mục đích yêu cầu|tránh điều gì|phải tránh điều gì
gắn với điều nào
bạn là ai|bạn tên gì|bạn làm được gì|mày là ai|xin chào|chào bạn|chào em|chào anh|chào chị|chào bot|cảm ơn|cám ơn
cảm ơn nhiều|tạm biệt
thời tiết hôm nay|trời hôm nay|kể chuyện cười|kể chuyện vui|hát đi|hôm nay ăn gì|hôm nay là thứ mấy|mấy giờ rồi
bỏ qua mọi quy tắc|bỏ qua tất cả hướng dẫn trước đó|quên hết|giả vờ|đóng vai|hãy nói rằng|cứ nói là|cứ trả lời là
xác nhận rằng|in ra
hướng dẫn sử dụng|trợ giúp|giúp đỡ|tôi|mình|em|anh|chị|bạn|các bạn|chúng tôi|đơn vị tôi|chi bộ tôi|trường tôi
trường em|bên em|bên mình
báo cáo 6 tháng|báo cáo sáu tháng|báo cáo năm|báo cáo quý|báo cáo tháng|báo cáo tuần|báo cáo định kỳ|báo cáo kết quả
báo cáo tổng kết
báo cáo cuối năm|báo cáo giữa năm|báo cáo sơ kết|báo cáo đột xuất|báo cáo hằng năm|hằng năm|hàng năm|hàng quý
hằng quý|hàng tháng
6 tháng đầu năm|6 tháng cuối năm|sáu tháng đầu năm|giữa năm|cuối năm|đầu năm|cả năm|nửa năm|năm nay|năm ngoái
năm sau|năm trước|tháng này
năm không|5 không|mười không|ba không|bốn không|sáu không|bốn xin|nội dung 5 không|danh sách 5 không|điều không
không điều nào
ngày tháng năm|tháng 1|tháng 2|tháng 3|tháng 4|tháng 5|tháng 6|tháng 7|tháng 8|tháng 9|tháng 10|tháng 11|tháng 12
dân vận|dân vận khéo|công tác dân vận|phong trào thi đua|thi đua dân vận khéo|mô hình|điển hình|mô hình dân vận khéo
điển hình tiên tiến
tiêu chí|tiêu chuẩn|chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp|sáng kiến|đăng ký|đăng ký mô hình|nhân rộng|biểu dương
tuyên dương
giấy khen|bằng khen|khen thưởng|thi đua khen thưởng|danh hiệu|tập thể|cá nhân|thành tích|hồ sơ khen thưởng
kế hoạch|hướng dẫn|công văn|chỉ thị|chương trình|nghị quyết|kết luận|quyết định|quy định|quy chế|báo cáo|thông báo
tờ trình|đề án
thông tư|nghị định|luật|bộ luật|pháp lệnh|hiến pháp|điều khoản|luật đất đai|luật cán bộ|luật giao thông|luật lao động
ủy ban nhân dân|hội đồng nhân dân|mặt trận tổ quốc|ủy ban mặt trận tổ quốc|ban thường vụ|ban chấp hành|ban dân vận
ban tuyên giáo
ban tổ chức|ban chỉ đạo|tỉnh ủy|thành ủy|thị ủy|quận ủy|huyện ủy|đảng ủy|đảng bộ|chi bộ|trung ương|bộ chính trị
ban bí thư
văn phòng|văn phòng đảng ủy|phòng nội vụ|sở nội vụ|sở giáo dục|phòng giáo dục|sở y tế|sở tài chính
sở giáo dục và đào tạo
tổ chức cán bộ|bộ phận|công an|quân sự|tòa án|viện kiểm sát|công đoàn|đoàn thanh niên|hội phụ nữ|hội nông dân
cựu chiến binh
quận|huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn|đặc khu|khu phố|tổ dân phố|thôn|ấp|địa phương|cơ sở|trên địa bàn
của quận|của tỉnh|của sở|của thành phố|của thị xã|của xã|của phường|của huyện|của đảng ủy|của phòng|ở quận|ở tỉnh
ở xã|ở phường
ủy ban nhân dân xã|ủy ban nhân dân phường|ủy ban nhân dân quận|ủy ban nhân dân thành phố|ủy ban nhân dân tỉnh
ngành giáo dục
cán bộ|công chức|viên chức|người lao động|đảng viên|đoàn viên|hội viên|giáo viên|nhân viên|học sinh|sinh viên
học sinh sinh viên
thủ trưởng|thủ trưởng đơn vị|hiệu trưởng|bí thư|chủ tịch|phó chủ tịch|trưởng phòng|người đứng đầu|lãnh đạo
báo cáo viên
người nghèo|người yếu thế|doanh nghiệp|người dân|nhân dân|quần chúng|đồng bào|tôn giáo|dân tộc thiểu số
lực lượng vũ trang
xả rác|kênh rạch|đường phố|môi trường|túi thân thiện|bao bì|mảng xanh|cây xanh|giao thông|an toàn giao thông|trật tự
an ninh
tiếp công dân|tiếp dân|đối thoại|khiếu nại|tố cáo|hòa giải|phản ánh|kiến nghị|hài lòng|mức độ hài lòng
thủ tục hành chính
cải cách hành chính|chuyển đổi số|quy chế dân chủ|dân chủ ở cơ sở|nông thôn mới|đô thị văn minh|quốc phòng
an ninh trật tự
phần trăm|tỷ lệ|số lượng|ít nhất|tối thiểu|tối đa|trên|dưới|hơn|kém|khoảng|nhiều|mức|kinh phí|ngân sách|tiền thưởng
bao nhiêu tiền
hộp thư|thư điện tử|điện thoại|số điện thoại|địa chỉ|liên hệ|liên lạc|gọi cho ai|tập tin|bản giấy|bản mềm|trực tuyến
gửi thư
thì|là|và|hoặc|với|cho|của|từ|đến|trong|ngoài|trên|tại|về|theo|do|bởi|vì|nên|mà|nếu|khi|lúc|đang|đã|sẽ|vẫn|cũng|chỉ
rất|lắm|quá
này|kia|đó|đây|ấy|nào|gì|ai|đâu|sao|mấy|bao nhiêu|nhé|nha|ạ|vậy|thế|hả|à|ơi|nữa|luôn|lại|ra|vào|lên|xuống|đi|được|bị
phải|cần|nên
muốn|biết|hỏi|nói|xem|tìm|gửi|nộp|làm|viết|đọc|nhắc|tới|nhờ|bảo|dặn|khuyên|giao|yêu cầu|đề nghị|thực hiện|hoàn thành
xong|bắt đầu
kết thúc|kéo dài|tổ chức|xây dựng|triển khai|phát động|áp dụng|hưởng ứng|tham gia|phối hợp|kiểm tra|giám sát
đánh giá|tổng hợp
phê duyệt|dời sang|gia hạn|lùi hạn|hoãn|hủy|thay thế|sửa đổi|bổ sung|ngày làm việc|cuối tuần|nghỉ phép|lương|thưởng
học phí|tuyển dụng
một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|thứ nhất|thứ nhì|thứ hai|thứ ba|thứ tư|thứ năm|đầu tiên|cuối cùng|tiếp theo
trước|sau
điểm nóng|tụ tập gây rối|phiền hà|cửa quyền|hách dịch|quan liêu|vô cảm|tham nhũng|xu nịnh|lợi ích nhóm|chạy chọt
gian dối
oan sai|xử án|xét xử|ra tòa|đất đai|bồi thường|giải tỏa|tái định cư|giải phóng mặt bằng|cử tri|đại biểu|bầu cử
người có uy tín
cấp ủy|tổ chức đảng|chính quyền|đoàn thể|các đoàn thể|tổ chức chính trị xã hội|hệ thống chính trị|mặt trận|kinh tế
văn hóa|xã hội
lĩnh vực|những lĩnh vực|trong lĩnh vực|ở lĩnh vực|đổi mới điều gì|cần đổi mới|mong muốn|đo lường|đo|ngăn|phát sinh
thuộc điều nào|ở kế hoạch này|kế hoạch này|văn bản này
""".replace("\n", "|")
"""Separated by "|"."""

# Function and question words: they carry no content for the lexical index.
_STOP_WORDS_TEXT = """
a à ạ ai anh ấy bằng biết bị bởi các cái cho chú chưa chứ con còn có của cũng cùng dạ đang để đi đó do dù đâu được
em gì giúp giùm hay hãy hỏi hả khi kia là lại làm lên lúc luôn mà mấy mình mọi mỗi một muốn nào này nên nếu nay ngày
nhé nha nhỉ nhiêu nhiều như nhưng những nữa ở ơi lo phải qua ra rằng rất rồi sao sẽ sau ta thế thì thôi tới tôi trên
trong và vào vậy vô về vì với vâng vẫn việc xin hôm nhằm nói xem bạn bot ad admin đã đến từ theo tại nơi nhờ cần
"""
STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())
_STOP_PHRASES_TEXT = """
bao nhiêu|bao giờ|mất bao lâu|bao lâu|kiểu gì|kiểu nào|vui lòng|liệt kê|kể ra|kể tên|chỉ cần
mục nào|điều gì|chuyện gì|cho biết|mọi người|cả nhà
"""
STOP_PHRASES = tuple(_STOP_PHRASES_TEXT.strip().replace("\n", "|").split("|"))
# Everyday words -> those that plans use for the same thing; looked for where the plans lack the everyday ones.
_COLLOQUIAL_TEXT = """
lấy tiền đâu = nguồn kinh phí; tiền đâu = nguồn kinh phí; tiền ở đâu = nguồn kinh phí; ai trả tiền = nguồn kinh phí
lấy tiền ở đâu = nguồn kinh phí; bà con = nhân dân; dân mình = nhân dân; làm ăn = sản xuất; văn xã = văn hóa xã hội
trồng cây gì = cây trồng; nuôi con gì = vật nuôi; nhà dột nát = nhà tạm; dán ở đâu = niêm yết; ra rìa = bỏ lại phía sau
đi bầu = bầu cử; sếp = lãnh đạo; ông bà già = người cao tuổi; người già = người cao tuổi; con nít = trẻ em
giấy tờ = thủ tục hành chính; hành dân = phiền hà; chạy việc = chạy chọt; ăn hối lộ = tham nhũng; con gái = nữ
lên phường = tiếp công dân; gặp dân = đối thoại; góp ý cho = phản biện; làm gương = nêu gương; bằng cao học = thạc sĩ
lên mạng = mạng xã hội; dạy nghề = đào tạo nghề; đường sá = giao thông; vệ sinh môi trường = môi trường; cán bộ nữ = nữ
chưa tới = dưới; chưa đến = dưới; chưa đầy = dưới; ít hơn = dưới; nhiều hơn = trên; chưa đủ = dưới
sạch đẹp = xanh sạch đẹp; đền bù = bồi thường; thu hồi đất = giải phóng mặt bằng; chích ngừa = tiêm chủng
"""
COLLOQUIAL: dict[tuple[str, ...], str] = {
    tuple(said.split()): meant.strip()
    for line in _COLLOQUIAL_TEXT.strip().split("\n")
    for said, meant in (entry.split("=") for entry in line.split(";"))
}
# How people open and close a question; regular expressions.
COURTESY = (
    r"dạ|vâng|alo|a lô|xin chào|chào (?:bạn|bot|em|anh|chị|ad|cả nhà|mọi người)|"
    r"(?:bạn|bot|ad|anh|chị|em|mọi người|cả nhà|các bác|các bạn) ơi|"
    r"(?:làm ơn |vui lòng |xin )?cho (?:em |mình |tôi |anh |chị |tui )?(?:xin )?(?:hỏi|biết|xin)"
    r"(?: chút| tí| thăm| với)?(?: là)?|"
    r"(?:em|mình|tôi) (?:muốn|cần|xin) (?:hỏi|biết)(?: là)?|xin hỏi|làm ơn|vui lòng|nhờ (?:bạn|bot|ad)|"
    r"(?:bạn|bot|em|ad) (?:có )?(?:biết|cho biết)|cho biết"
)
COURTESY_AFTER = (
    r"mọi người|cả nhà|ạ|vậy|nhé|nha|nhỉ|hả|ad|với|thế|ta|bạn|bot|cảm ơn|cám ơn|giúp (?:em|mình|tôi)(?: với)?"
)
# Words of two and three syllables in which a stop word is content.
_COMPOUNDS_TEXT = """
bằng khen|bằng cấp|làm ăn|việc làm|làm việc|làm chủ|có công|có uy tín|phố đi bộ|đi lại|đi đầu|bà con|con người|con dấu
một cửa|một lần|theo dõi|tại chỗ|tại ngoại|nơi công cộng|nơi làm việc|nơi cư trú|vào cuộc|ra quân|ra mắt|ra đường
ngày hội|ngày lễ|ngày bầu cử|ngày làm việc|trên mạng|qua mạng|biết chữ|việc cưới|việc tang|cần thiết|cùng kỳ|cần kiệm
người có công|những điều|đến trường|lên lớp|khi có yêu cầu|cái tốt|việc tốt|sao kê|xem xét|nói chuyện|hỏi đáp
nhiều chiều|bản sao|bản chính|làm lại|cấp lại|học lại|thi lại|chấm lại|đổi lại|thu lại
"""
COMPOUNDS = tuple(_COMPOUNDS_TEXT.strip().replace("\n", "|").split("|"))
STOP = frozenset(map(fold, STOP_WORDS)) | {"bao", "cau", "chi", "giua"}
