"""Words of the field as regular expressions: who acts, what is done, how a sentence opens.

All are written for clean NFC text. Offices are recognised by the noun that heads their name (Nghị định 30/2020/NĐ-CP,
annex II, writes those names with a capital), verbs in lower case or at the start of a clause. In a list, " | " with
spaces parts the alternatives.
"""

from __future__ import annotations

import re

from knowledge.patterns import later


def any_of(words: str) -> str:
    """Return a list of alternatives, written over several lines, as one regular expression without a group."""
    return "|".join(re.split(r"\s+\|\s+", words.strip()))


# ----------------------------------------------------------------------------------------------------------- who

# Nouns that head the name of an office, union or post. With a capital they may receive a report.
_OFFICES = any_of(
    r"""
    Ủy ban | Uỷ ban | UBND | UBMTTQ | MTTQ | Mặt trận | HĐND | Hội đồng | Thường trực | Ban | BTV | BCH | BTT |
    Đảng ủy | Đảng uỷ | Đảng bộ | Đảng đoàn | Thành ủy | Tỉnh ủy | Quận ủy | Huyện ủy | Thị ủy | Thành uỷ | Tỉnh uỷ |
    Quận uỷ | Huyện uỷ | Thị uỷ | Trung ương | Chi bộ | Chi đoàn | Chi hội | Phòng | PGD | Sở | Bộ | Cục | Chi cục |
    Vụ | Viện | Văn phòng | VP | Trung tâm | Trường | Hội | Đoàn |
    Xã [Đđ]oàn | (?:Phường|Thành|Quận|Tỉnh|Huyện|Thị) (?:[Đđ]oàn|[Hh]ội) | Công đoàn | Liên đoàn | Công an |
    Quân sự | Đài | Kho bạc | Bảo hiểm |
    Tòa án | Thanh tra | Chính phủ | Thủ tướng | Quốc hội | Chủ tịch | Lãnh đạo | Hiệu trưởng | Giám đốc | Trưởng |
    Tổ | Tiểu ban | Khối | Cụm | Bộ phận | Cơ quan | Đơn vị | Giáo vụ | Trạm | Đội | Hạt | Học viện | Bệnh viện |
    Thư ký | Phó | Tổng phụ trách | Liên minh | Tổng (?:cục|công ty|Liên đoàn) | Ngân hàng | Đại học |
    Tạp chí | Báo | Nhà trường |
    Hợp tác xã | HTX | LĐLĐ | CĐCS | UBKT | BCĐ
    """
)
# The same in lower case, where the word alone leaves no doubt.
_OFFICES_PLAIN = any_of(
    r"""
    cơ quan | đơn vị | cấp ủy | cấp trên | cấp có thẩm quyền | cấp thẩm quyền | bộ phận | giáo vụ | ban thường vụ |
    ban giám hiệu | ban giám đốc | ban chỉ đạo | ban tổ chức | nhà trường | giám đốc | lãnh đạo | chi ủy | chi bộ |
    đảng ủy | thường trực | thành viên (?:Đoàn|Ban|Tổ|Hội đồng) | phòng (?:chuyên môn|ban) |
    viên chức được phân công | (?:tổ|cụm|khối|đội|nhóm) trưởng | hiệu trưởng | trưởng (?:ban|phòng|khối|thôn) |
    công an |
    văn phòng | đoàn (?:kiểm tra|giám sát|công tác|khảo sát|thẩm định) | (?:ủy|uỷ) viên phụ trách
    """
)
# What follows makes it no office: "Phòng, chống", "Hội nghị", "Tổ chức hội thi".
_NO_OFFICE = r"(?:\s*,\s*chống| chống| ngừa| nghị| thi| viên| thảo|(?<!Đoàn) trường| diễn| chức| luật| tiêu)(?!\w)"
# A meeting, not an office to which something is given: "giao ban thường xuyên".
_MEETING = r"(?<=giao )ban (?:thường|định|đột|hằng|hàng|tháng|tuần|quý|đầu|cuối|báo|trực|với|giữa)(?!\w)"
OFFICE = rf"(?!{_MEETING})(?:(?:{_OFFICES})(?!\w)(?!{_NO_OFFICE})|(?:{_OFFICES_PLAIN})(?!\w))"

# Nouns that a subject begins with, in any case of letters.
_PEOPLE = any_of(
    r"""
    đồng chí | cán bộ | công chức | viên chức | đảng viên | đoàn viên | hội viên | thanh niên | giáo viên |
    giảng viên | học viên | học sinh | sinh viên | người | nhân dân | thành viên | trưởng | phó | bí thư | chủ tịch |
    hiệu trưởng | thủ trưởng | giám đốc | đại diện | chuyên viên | tác giả | ban | bộ | sở | ngành | phòng | tổ |
    khối | cụm | hội | đoàn | chi (?:bộ|đoàn|hội|ủy|uỷ|cục|đội) | cấp | đảng | trường | cơ sở |
    liên (?:đoàn|hiệp|minh|đội) | công đoàn | xã | phường | thị trấn | huyện | quận | thị xã | thành phố | tỉnh |
    thôn | ấp | bản | khu(?: phố| dân cư)? | tổ dân phố | địa phương | tập thể | cá nhân | gia đình | hộ |
    tổ chức | đoàn thể |
    lực lượng | đội hình | doanh nghiệp | ủy ban | uỷ ban | ubnd | mttq | mặt trận | hđnd | văn phòng |
    trung tâm | cơ quan |
    khoa | đơn vị | bộ phận | nhà trường | giáo vụ | lãnh đạo | thường trực | tiểu ban | báo cáo viên |
    tuyên truyền viên | nhà (?:giáo|khoa học|báo) | báo | đài | kế toán | ubkt | thầy | cô |
    chủ (?:nhiệm|hộ|đầu tư|doanh nghiệp|dự án|chương trình) |
    viện | công an | quân sự | chính quyền | tòa án | trạm | đội | hạt | học viện | bệnh viện | thư ký |
    nhân viên | phụ huynh | tổng phụ trách | ngân hàng | tạp chí | kho bạc | bảo hiểm | ông | bà | chi đội |
    câu lạc bộ |
    (?:ủy|uỷ) viên(?! ban) | buôn | sóc | làng | khu phố | khóm | hợp tác xã | nghệ nhân | trưởng đoàn |
    (?:hai|các) bên | y tế (?:thôn|bản|xã|cơ sở|trường) | dân quân | điều dưỡng | bác sĩ | văn thư
    """
)
# "Hội nghị", "Bộ tiêu chí", "Khối lượng" begin like an actor and are none.
_NO_ACTOR = any_of(
    r"""
    hội (?:nghị|thi|thảo|trường|diễn|giảng|khỏe|chợ|trại|xuân|làng|thao) | trường hợp |
    bộ (?:tiêu chí|chỉ số|nhận diện|luật) | khối lượng |
    tổ chức (?!chính trị|đảng|Đảng|xã hội|thành viên|(?:hội|Hội)(?! nghị| thi| thảo)|đoàn|cơ sở|Đoàn|Công đoàn|, ) |
    tổ chức (?:hội|Hội) (?:thao|diễn|giảng|trại|họp|chợ) |
    chủ (?:đề|trương|nghĩa|trì|động|yếu) | đại hội | đoàn kết | cấp (?:giấy|phát|bản|lại) | phòng,? chống |
    phòng ngừa | cơ sở (?:dữ liệu|vật chất) | bản (?:tin|sao|cứng|mềm|giấy|gốc|tự|thảo|dự thảo|kê khai|chấm) |
    bản (?:đăng ký|cam kết|kiểm điểm|hoàn chỉnh|chính thức|cuối|in|điện tử) |
    báo (?:ngay|về|cho|qua|trước|tin) | chi (?:phí|tiết|ngân) | khu vực |
    báo cáo(?! viên) | liên quan | phó mặc |
    lãnh đạo (?:thực hiện|công tác|phát huy|tổ chức|chỉ đạo|triển khai|xây dựng|nâng cao|tốt|và) | lãnh đạo, |
    nhà (?:ở|văn hóa|tình) | ngành nghề | ban hành | cấp thiết | báo cáo | bản đồ |
    thư (?:ngỏ|mời) | khoa (?:học|giáo) | làng nghề | cô đọng | trạm (?:biến|thu) | ban đầu | công an toàn
    """
)
_QUANTIFIER = r"(?:các|mỗi|từng|toàn thể|tất cả(?: các)?|những|toàn bộ|100%(?: các)?|mọi)\s+"
ACTOR = later(rf"(?!{_NO_ACTOR})(?:{_QUANTIFIER})?(?!{_NO_ACTOR})(?:{_PEOPLE})(?!\w)", re.IGNORECASE)

# What names an office after its noun, and the ground that is its own: "Phòng [Kinh tế]", "Trạm [Y tế] [xã Tân An]". A
# capital begins a word; most have two syllables, and more where the ground ends it: "Hội [Cựu chiến binh] [xã]".
_CAPITALS = "".join(letter for letter in map(chr, range(ord("A"), ord("ỹ"))) if letter.isupper() and letter.isalpha())
_LEVELS = r"xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh"
_GROUNDS = rf"{_LEVELS}|thôn|bản|ấp|khu phố|tổ dân phố|khu dân cư|cơ sở|đặc khu"
_GROUND = rf"(?:{_GROUNDS})(?:,\s(?:{_GROUNDS}))*(?:\s(?:[{_CAPITALS}]\w*|\d{{1,2}}))*"
_SYLLABLE = rf"\s(?!(?:{_GROUNDS})(?!\w)|[\d{_CAPITALS}])\w+"
_FIELD = rf"[{_CAPITALS}]\w*+(?:(?:{_SYLLABLE}){{1,4}}(?=\s(?:{_LEVELS})(?!\w))|{_SYLLABLE})?(?:\snhân dân)?"
_NAME = (
    rf"(?!(?i:{_NO_ACTOR}))(?i:{_QUANTIFIER})?(?i:{_PEOPLE})(?!\w)(?!{_NO_OFFICE})(?:\s(?:đồng\s)?nhân dân)?"
    rf"(?:\s{_FIELD}(?:(?:\s?[-–]\s?|,\s|\svà\s|\s){_FIELD})*)?(?:\s{_GROUND})?"
)
NAMES = later(rf"(?>{_NAME}(?:(?:,|\svà|;)\s{_NAME})*) ")
"""Offices and bodies by their whole names, before something else that is said of them."""

NAMED_OFFICE = later(rf"(?:{_OFFICES}) [{_CAPITALS}]\w*")
"""An office's noun, or the end of a word like one, with the first word of its name."""

# ---------------------------------------------------------------------------------------------------------- what

# The verb "tổ chức", not the noun of "các tổ chức chính trị", "tổ chức Đảng".
_ORGANISE = (
    r"(?<!các )(?<!những )(?<!mỗi )(?<!cán bộ )(?<!của )(?<!mặt trận, )tổ chức"
    r"(?! (?:chính trị|đảng|Đảng|thành viên|cơ sở đảng|xã hội|cán bộ|hội viên|viên)(?!\w))"
    r"(?!, (?:cá nhân|đoàn thể|đơn vị|cơ quan|doanh))"
)
# Verbs that hand something over; they make an undated duty when a recipient is named.
HAND_OVER = (
    r"(?<!thông )(?<!cảnh )(?<!dự )(?<!điện )(?<!nhà )(?<!loan )"
    rf"báo(?=\s+(?:(?:ngay|kịp thời)\s+)?(?:(?:cho|về|với)\s+)?(?:{OFFICE}))|"
    r"báo cáo(?! viên)|gửi|nộp|đăng ký|phản hồi|cung cấp"
    r"|giải trình|(?<!chương )(?<!quá )(?<!công )(?<!tờ )(?<!quy )(?<!lộ )(?<!tiến )(?<!giải )(?<!thuyết )"
    r"(?<!xuất )trình(?! độ| tự| bày| duyệt| diễn)"
    r"|chuyển(?! đổi| biến| giao| hóa| dịch| tiếp)"
)
# Other verbs of duties that may carry a time.
_DUTIES = any_of(
    r"""
    hoàn thành | hoàn thiện | hoàn tất | kết thúc | ban hành | (?<!Ban )(?<!rưởng ban )xây dựng | rà soát |
    sơ kết | tổng kết |
    triển khai | phát động | phổ biến | quán triệt | họp | giao ban | sinh hoạt |
    (?<!công )(?<!độc )(?<!dân )lập(?! trường) | cập nhật |
    niêm yết | công bố | công khai | tập huấn | bồi dưỡng | khen thưởng | biểu dương |
    tuyên dương | ký kết | (?<!thư )ký | ra quân |
    thành lập | kiện toàn | phê duyệt | nghiệm thu | quyết toán | giải ngân | trả lời | tổng hợp | thông báo |
    đề xuất | giới thiệu | lựa chọn | tiếp nhận | (?<!chứng )(?<!ghi )nhận(?! thức| xét) |
    (?<!tiếp )thu(?! hoạch| hút) | (?<!được )tuyển |
    lấy ý kiến | tham gia | tập trung | chuẩn bị | thống kê | đối thoại | tiếp(?= (?:công )?dân|\s{3}) | tiếp xúc |
    thực hiện | hướng dẫn | điều chỉnh | bổ sung | công nhận | tự đánh giá | trao(?! đổi) | phát hành | mở |
    làm(?! ảnh hưởng| mất| lộ) |
    cấp (?=giấy|bản|phát|lại|kinh phí) | dự thi |
    (?<![Hh]ội )(?<![Cc]uộc )(?<![Kk]ỳ )thi(?= đấu (?:các|từ|vào|vòng|trong)(?!\w)| đấu\s{3}) |
    (?<![Hh]ội )(?<![Cc]uộc )(?<![Kk]ỳ )(?<![Đđ]ội )thi(?! đua| hành| tuyển| đấu| công) | treo | trang trí |
    (?<!tổng )vệ sinh |
    đăng tải | đăng | phát sóng | trình bày | bàn giao | (?<!mới )(?<!sáp )(?<!xâm )(?<!hội )nhập |
    xác nhận | bảo quản |
    (?<!bản )(?<!gửi )(?<!các )(?<!ý )(?<!với )(?<!trình )dự thảo(?= (?:báo|kế|văn|quyết|nội|chương|tờ|giấy)) |
    gia hạn | thanh toán | đóng |
    chi trả | hiệp thương |
    trao đổi(?= thông tin| tình hình) | phối hợp | chủ trì | duy trì | phấn đấu | đạt | chia sẻ | bố trí | phân bổ |
    khai mạc | bế mạc | bốc thăm | tổng duyệt | duyệt (?:chương trình|tiết mục|nội dung|kịch bản|đội hình) |
    (?<!xét )(?<!phê )(?<!kiểm )(?<!trình )(?<!thẩm )(?<!xem )duyệt(?= xong| kết quả| danh sách|\s{3}) |
    chỉnh lý | khởi công | khánh thành | bàn bạc | xong
    """
)
# Works of the hand and the like, which plans for the fields, for health and for feasts are full of.
_WORKS = any_of(
    r"""
    trồng | thu gom | lắp(?: đặt)? | ủng hộ | đóng góp | quyên góp | viết | biên soạn | biên tập | thiết kế |
    chăm sóc | chăm lo | thăm(?! dò) | (?<!xét )(?<!được )tặng(?! thưởng) | hỗ trợ | giải quyết | xử lý |
    khắc phục | sưu tầm | lấy(?= phiếu| mẫu| chữ ký) | in(?= ấn| tài liệu| phiếu| thẻ| giấy| băng) |
    nạo vét | tu sửa | sửa chữa | dọn(?: dẹp| vệ sinh)? | phát quang | cắm | dựng(?= cổng| trại| lều| rạp| cờ| pa) |
    sơn(?= kẻ| tường| mới| lại| sửa|  ?\d) | nấu | mua sắm | mua(?= quà| vật| trang| thuốc| bảo| sách) | soạn |
    khám(?! phá) | tiêm(?! kích) | phun | diệt | chụp | quay(?! lại| về| vòng) | mời(?! thầu) | đón(?! đầu) |
    dâng h(?:oa|ương) | kẻ (?:vẽ|vạch) | cải tạo | nâng cấp |
    dự giờ | học(?= vào| các (?:buổi|tối|ngày)|\s{3}) | đối chiếu | làm việc(?= với| tại) | số hóa | số hoá |
    đo (?:đạc|vẽ) | ươm | gieo | cấy | thu hoạch | ra đề | thi công | tháo dỡ | di dời |
    tuần tra | sơ tán | diễn tập | huấn luyện | trưng bày | tập luyện | luyện tập | tổng vệ sinh |
    vận hành | thử nghiệm | khởi động | nhân rộng | thí điểm(?= tại| ở| mô hình| \d) |
    (?<!bị )nhắc nhở | lưu (?:trữ|giữ|hồ sơ|tại(?!\w)) |
    trực(?=$| tết| cấp cứu| ban| suốt| bảo| chốt| 24) | cử(?! tri| nhân| chỉ| hành) | diễn ra
    """
)
# Verbs that name a body when they follow its noun: "tổ thẩm định", "đoàn kiểm tra", "ban vận động".
_BODY_VERBS = any_of(
    r"""
    thẩm định | kiểm tra | giám sát | khảo sát | đánh giá | kiểm phiếu | bình xét | bình chọn | xét chọn |
    xét | chấm |
    tuyên truyền | (?<!sân )vận động | tham mưu | kiểm điểm
    """
)
_NO_BODY = r"(?<!được )(?<!chịu sự )(?<!điểm )(?<!kết quả )(?<![Tt]ổ )(?<![Đđ]oàn )(?<![Bb]an )(?<![Cc]ơ quan )"
_NO_BODY += r"(?<![Hh]ội đồng )(?<![Đđ]ội )(?<!đồng bình )"
_DUTY = (
    f"{HAND_OVER}|{_ORGANISE}|{_DUTIES}|{_NO_BODY}(?:{_BODY_VERBS})"
    f"|(?<![Đđ]ội )(?<![Tt]ổ )(?<!ầu )(?<!ứng )(?:{_WORKS})"
    r"|(?<=[Hh]ội đồng )(?:thẩm định|bình xét|xét|chấm|đánh giá)(?=\s{3}|\s+xong(?!\w))"
)
# What may part a subject from its verb.
_MODAL = any_of(
    r"""
    có trách nhiệm | chịu trách nhiệm | có nhiệm vụ | phải | cần | sẽ | chủ động | tiếp tục | tích cực |
    (?<!không )thường xuyên | kịp thời | (?<!cấp trên )trực tiếp | căn cứ | trên cơ sở | theo chức năng |
    theo nhiệm vụ | theo thẩm quyền |
    trong phạm vi | tăng cường | đẩy mạnh | định kỳ | bám sát | nghiêm túc | quan tâm | nâng cao | phát huy |
    lãnh đạo(?=,| thực| tổ| công) | (?<!Ban )(?<!ban )chỉ đạo | đôn đốc | theo dõi | đề nghị | yêu cầu |
    tổ chức thực hiện | đổi mới |
    phân công | nghiên cứu | tạo điều kiện | có văn bản | có kế hoạch | bảo đảm | đảm bảo | (?<![Bb]an )chấp hành |
    gương mẫu |
    góp phần | đồng loạt | ưu tiên | bố trí | phát hiện | gắn |
    làm(?= (?:cơ quan|đơn vị|đầu mối)(?!\w)) | (?<!nơi )có(?! công(?: với)?(?! văn| trình| điện)(?!\w)) | là |
    được(?! (?:kiểm tra|giám sát|thanh tra|đánh giá|phân công|giao|mời|chọn|cử|tuyển|tiếp nhận|điều động)(?!\w)) |
    nhanh chóng | khẩn trương | đẩy nhanh | ra | giao | kết hợp | xem xét | quyết định | thống nhất | động viên |
    huy động | (?<![Đđ]ào )(?<!sáng )tạo | giữ | nắm | tìm | tham dự | đưa | lồng ghép | tặng | giúp(?! việc) |
    cam kết | kê khai |
    (?<!cán bộ )(?<!cơ quan )(?<![Bb]an )quản lý | thăm |
    đề cử | tiến hành | phản ánh |
    trao đổi(?= với| ý kiến) | cụ thể hóa | cụ thể hoá | phân tích | dành | hủy(?! bỏ) |
    vi phạm | đi học |
    (?<!lựa )(?<!bình )(?<!xét )(?<!tuyển )chọn(?= (?:\d|không quá|ít nhất|tối thiểu|đội|từ \d|đơn vị|cá nhân)) |
    ghi(?= (?:vào|nhận|chép)(?!\w)) | gọi(?= (?:điện|\d))
    """
)
VERB = later(rf"(?<!\w)(?P<verb>{_DUTY})(?!\w)")
VERB_START = later(rf"(?P<verb>{_DUTY})(?!\w)", re.IGNORECASE)
SUBJECT_END = later(rf"(?<!\w)(?:{_DUTY}|{_MODAL})(?!\w)")
# "Không yêu cầu ...", "được ủy quyền cho ..." order nobody.
ORDER = later(
    r"(?<!không )(?<!được )(?<!có thể )(?<!hồ sơ )(?<!danh sách )(?<!tờ trình )(?<!đơn )(?<!\w)"
    r"(?:đề nghị|yêu cầu|giao(?: cho)?|phân công|ủy quyền cho)\s+(?!khen|cấp (?:có )?thẩm quyền|xét|tặng"
    r"|công nhận|(?-i:ban(?!\w)))",
    re.IGNORECASE,
)
# What is sent, when the sentence begins with it: "Hồ sơ đề nghị khen thưởng gửi về ...".
_OBJECTS = any_of(
    r"""
    Hồ sơ | Danh sách | Bài | Sản phẩm | Kết quả | Văn bản | Báo cáo | Tài liệu | Kế hoạch | Thông tin | Số liệu |
    Hội thi | Hội nghị | Hội diễn | Cuộc thi | Lễ | Ngày hội | Giải |
    Minh chứng | Dự thảo | Biên bản | Phiếu | Bảng |
    Nội dung(?= [^\W\d]+(?: [^\W\d]+){0,4} (?:gửi|nộp|phải|được)(?!\w)) |
    Bản(?= đăng| cam| kiểm| tự| kê| chấm| tổng| thảo| hoàn chỉnh| chính thức) |
    Thành tích | Tác phẩm | Khiếu nại | Đơn | Việc | Kinh phí |
    Công tác
    """
)
OBJECT = later(rf"(?:Các |Toàn bộ )?(?:{_OBJECTS})(?!\w)", re.IGNORECASE)

# ------------------------------------------------------------------------------------------------ openings, labels

# Openings that stand before the subject, up to their comma.
INTRO = later(
    r"(?:Trách nhiệm|Nhiệm vụ) của\s+"
    r"|(?:Trong\s+trường hợp|Trường hợp|Nếu)(?!\w)[^;:.]{0,200}?\sthì\s+"
    r"|(?:Trên cơ sở|Căn cứ|Theo)\s+(?:các\s+)?chức năng(?:,\s*(?:nhiệm vụ|quyền hạn|thẩm quyền))+[^,;:]{0,120},\s*"
    r"|Nếu\s+(?:có|gặp|phát sinh)\s(?:[^,;:.]{0,40}?(?:vướng mắc|khó khăn|phát sinh|bất cập)[^,;:.]{0,60},\s*)+"
    r"|(?!(?:Thông qua|Qua đó)[^,;:]{0,160}\s(?:giúp|tạo|làm)\s)"  # who is helped by it is not who acts
    r"(?:Trong|Trên cơ sở|Căn cứ|Để|Sau khi|Sau|Khi|Nhằm|Thông qua|Theo|Ngoài(?: ra)?|Đồng thời|Bên cạnh đó"
    r"|Riêng(?!\s+(?:đối thoại|tiếp xúc|gặp gỡ|làm việc)\s)"
    r"|Nhân dịp|Qua đó|Trường hợp|Nếu|Trước|Kết thúc|Quá trình"
    r"|Mùa(?= (?:khô|mưa|hè|lũ|bão))|Dịp|Cuối|Giữa)(?!\w)[^,;:]{0,160},\s*",
    re.IGNORECASE,
)
LABEL = later(
    r"(?P<label>(?:Thời gian|Thời hạn|Thời điểm|Hạn cuối|Hạn chót|Hạn|Tiến độ|Mốc thời gian|Đợt|Vòng"
    r"|Giai đoạn|Bước|Kỳ)(?!\w)[^:;.]{0,70}?)\s*:",
    re.IGNORECASE,
)
# "Thời hạn cấp giấy chứng nhận [15 ngày kể từ ...]": a label without its colon.
TERM = later(r"(?:Thời hạn|Thời gian|Hạn nộp|Hạn cuối)\s+[^:;.,]{2,80}?\s+(?:là\s+|chậm nhất\s+)?", re.IGNORECASE)
HOST = later(
    r"(?:(?:Đơn vị|Cơ quan|Bộ phận|Người)\s+(?:chủ trì|thực hiện|phụ trách|đầu mối)|Chủ trì|Phân công(?: thực hiện)?)"
    r"(?:\s+thực hiện)?\s*:\s*",
    re.IGNORECASE,
)
