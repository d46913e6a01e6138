"""Everyday verbs of offices, irregular forms, and the small words that tell how much and which."""

ENTRIES = """
# irregular forms
held = tổ chức; take place = tổ chức diễn ra; takes place = tổ chức diễn ra; took place = tổ chức; met = gặp họp
paid = chi trả; pay = chi trả; spent = chi; spend = chi; given to = tặng cho; kept = lưu giữ; keep records = lưu hồ sơ
chosen = lựa chọn; chose = lựa chọn; drawn up = xây dựng; drew up = xây dựng; built = xây dựng; taught = giảng dạy
won = đoạt giải đạt giải; win = đoạt giải đạt giải; winner = đoạt giải đạt giải; lost = mất; lose = mất
lose points = trừ điểm; bought = mua; buy = mua; purchase = mua sắm; sold = bán; sell = bán; left out = bỏ sót
begun = bắt đầu; began = bắt đầu; undertaken = thực hiện; done = thực hiện; overseen = giám sát
taken into account = xét; borne = chịu; written down = ghi; wrote = viết; write = viết; read aloud = đọc
spread out = trải; sung = hát; set up = thành lập; set aside = trích bố trí; set out = nêu quy định; set = đặt ra
put in charge = giao phụ trách; put up = treo dán; put forward = đề xuất; put together = tổng hợp; broken = vi phạm
break = vi phạm
# giving, taking, keeping
receive = tiếp nhận nhận; received = tiếp nhận nhận; accept = tiếp nhận chấp nhận; collect money = thu tiền
distribute = phát; hand out = phát; hand over = bàn giao; handover = bàn giao; hand in = nộp; handed in = nộp
give gifts = tặng quà; present = trao tặng; presented = trao tặng; grant = cấp; granted = cấp
allocate = phân bổ bố trí; allocation = phân bổ; raise funds = vận động quỹ; fundraising = vận động quỹ
raise money = vận động kinh phí; store = lưu trữ; stored = lưu trữ; record = ghi chép ghi; records = hồ sơ
register of = sổ; logbook = sổ; notebook = sổ; return = trả; returned = trả; return results = trả kết quả
lend = cho vay; borrow = vay; repay = trả; refund = hoàn trả; use = sử dụng; used for = sử dụng để; usage = sử dụng
apply = áp dụng; applied = áp dụng; apply for = đăng ký đề nghị; application = hồ sơ đề nghị; application form = đơn
fill in = điền; fill out = điền; print = in; printed = in; scan = quét scan; sign and stamp = ký đóng dấu
stamp = đóng dấu; seal = con dấu; certify = chứng nhận xác nhận; confirmed by = xác nhận; confirmation = xác nhận
authenticate = chứng thực; notarise = chứng thực; notarize = chứng thực; translate = dịch; interpreter = phiên dịch
interpretation = phiên dịch; photocopy = bản sao; a copy of = bản sao; copies = bản; copy = bản sao; set = bộ
sets = bộ; original = bản chính bản gốc; page = trang
# telling and asking
announce = công bố thông báo; announced = công bố thông báo; notify = thông báo; post publicly = niêm yết
post up = niêm yết; display = niêm yết trưng bày; posted = niêm yết đăng; post = đăng niêm yết; hang = treo
broadcast = phát thanh; aired = phát thanh; speak = phát biểu; speech = phát biểu; invite = mời; invited = mời
call = gọi mời; answer = trả lời; reply = trả lời phúc đáp; respond in writing = trả lời bằng văn bản
respond to = trả lời; apologise = xin lỗi; apologize = xin lỗi; apology = xin lỗi; letter of apology = thư xin lỗi
apology letter = thư xin lỗi; question = câu hỏi; interview = phỏng vấn; questionnaire = phiếu khảo sát
survey form = phiếu khảo sát; survey = khảo sát; ballot paper = phiếu; slip = phiếu; form = biểu mẫu mẫu
form no = mẫu số; form number = mẫu số; blank form = biểu mẫu; registration form = phiếu đăng ký
entry form = phiếu đăng ký; feedback form = phiếu góp ý; suggestion = góp ý kiến nghị; suggest = gợi ý đề xuất
suggested = gợi ý; suggestion box = hòm thư góp ý|hộp thư góp ý; suggest models = mô hình gợi ý; wish = nguyện vọng
listen to = lắng nghe; greet = chào hỏi; visit homes = đến nhà thăm; call on = vận động; urge = đôn đốc
criticise = phê bình; criticize = phê bình; criticised = phê bình kiểm điểm; criticized = phê bình kiểm điểm
blame = phê bình; review oneself = kiểm điểm; be held accountable = chịu trách nhiệm; accountable = chịu trách nhiệm
held responsible = chịu trách nhiệm; liable = chịu trách nhiệm; answerable = chịu trách nhiệm
account for = giải trình
# doing, changing, allowing
allow = cho phép được; allowed = được phép; permit = cho phép; permitted = được phép; permission = cho phép; ban = cấm
banned = cấm; prohibited = nghiêm cấm; forbidden = nghiêm cấm không được; must not = không được; may not = không được
not allowed = không được; not permitted = không được; refuse = từ chối; reject = từ chối không; disqualify = loại
disqualified = loại; exclude = loại trừ; excluded = không được; exempt = miễn; exempted = miễn; exemption = miễn
waive = miễn; qualify = đủ điều kiện; qualified = đủ điều kiện; entitled = được hưởng; fail = không đạt
failed = không đạt; failing = không đạt; pass = đạt; passed = đạt thông qua; miss = không đạt; missing = thiếu
lack = thiếu; incomplete = không đầy đủ; false = sai không đúng; falsely = sai không trung thực
untruthful = không trung thực; cancel = hủy; cancelled = hủy; withdraw = thu hồi; remove = loại bỏ tháo gỡ
delete = xóa; change = thay đổi; changes = thay đổi; adjust = điều chỉnh; update = cập nhật; updated = cập nhật
add = bổ sung; supplement = bổ sung; additional = bổ sung; merge = sáp nhập; merged into = lồng ghép
folded into = lồng ghép; incorporated into = lồng ghép; included in = lồng ghép; combined with = lồng ghép kết hợp
part of = trong; move = chuyển; moved = chuyển; transferred = chuyển; pass on = chuyển; passed to = chuyển đến
forward to = chuyển đến; send on = chuyển; go to = gửi về; goes to = gửi về; addressed to = gửi
sent through = gửi qua; through = qua; via = qua; second to = cử; second someone = cử; assign someone = phân công
delegate = ủy quyền; authorise = ủy quyền; authorize = ủy quyền; on behalf of = thay mặt; represent = đại diện
representative = đại diện; replace = thay thế; stand in for = thay; head = trưởng người đứng đầu; headed by = trưởng
led by = chủ trì; lead = chủ trì; run = phụ trách; runs = phụ trách; manage = quản lý; managed = quản lý
management = quản lý; operate = vận hành; look after = phụ trách chăm lo; take care of = chăm lo; care for = chăm lo
in charge of = phụ trách; belong to = thuộc; serve = phục vụ; cover = gồm; include = gồm; consist of = gồm
comprise = gồm; consists of = gồm; contain = gồm; divided into = chia thành; divide = chia; separate = riêng
separately = riêng; separate report = báo cáo riêng; individually = riêng từng; rename = đổi tên; open = mở
opened = mở; opening = khai mạc; closing = bế mạc; close = đóng; start = bắt đầu; last = cuối; final = cuối cùng
lasts = kéo dài; prolonged = kéo dài; reach = đạt; exceed = vượt; raise to = nâng lên; go up = tăng; go down = giảm
bring down = giảm; lower = hạ giảm; lowered = hạ; upgrade = nâng; deduct = trừ; deducted = trừ; deduction = trừ
bonus points = điểm cộng; extra points = điểm cộng; calculate = tính; calculated = tính; count = tính đếm
counted = tính; compute = tính; measure = đo; compare = so sánh; repeat = lặp lại; rotate = luân phiên
alternate = luân phiên; take turns = luân phiên; wait = chờ; waiting = chờ; miss work = nghỉ; stop work = ngừng việc
work stoppage = ngừng việc; strike = đình công; repair = sửa chữa; repaired = sửa chữa; fix = sửa chữa
damage = hư hỏng; install = lắp đặt; installed = lắp; plant = trồng; plant trees = trồng cây; sweep = quét dọn
clean = dọn vệ sinh sạch; burn = đốt; dump = đổ; dumping = đổ; throw = vứt; encroach = lấn chiếm; destroy = tiêu hủy
dispose = xử lý; sort = phân loại; sorts = phân loại; protect = bảo vệ; guard = bảo vệ; security guard = bảo vệ
patrol = tuần tra; evacuate = sơ tán; rescue = cứu nạn; report to the police = tố giác; detect = phát hiện
warn = cảnh báo; practise = thực hành; practice = thực hành; rehearse = tập dượt; rehearsal = tập dượt
perform = biểu diễn; sing = hát; compete = thi; exchange experience = trao đổi kinh nghiệm; learn from = học tập
self study = tự học; surprise = đột xuất; unannounced = đột xuất; unscheduled = đột xuất
extraordinary = bất thường đột xuất; unplanned = đột xuất; outsource = thuê ngoài; outsourced = thuê ngoài
hire = thuê; hired = thuê; rent = thuê; employ = sử dụng lao động
# how much, which, whose
each = mỗi; every = mỗi; all = tất cả; both = cả hai; per person = mỗi người; each person = mỗi người
a person = mỗi người; apiece = mỗi; only one = một; or more = trở lên; or above = trở lên; and above = trở lên
or higher = trở lên; upwards = trở lên; or less = trở xuống; up to = tối đa đến; not exceeding = không quá
no more than = không quá tối đa; not more than = không quá; no less than = ít nhất không dưới; not less than = ít nhất
no fewer than = ít nhất; without exception = 100; most = nhiều nhất; half = một nửa; majority = đa số
entire = toàn bộ; whole = toàn bộ; number of = số; amount = số tiền mức; total amount = tổng số tiền; worth = trị giá
valued at = trị giá; size = quy mô; scale = quy mô; length = chiều dài; kilometre = km; kilometer = km; metre = m
square metre = m2; hectare = ha; litre = lít; tonne = tấn; kilo = kg; thousand = nghìn; million = triệu; billion = tỷ
vnd = đồng; dong = đồng; dollar = đô la; percentage point = điểm phần trăm; place = nơi địa điểm; places = nơi
location = địa điểm; venue = địa điểm; room = phòng; hall = hội trường; corner = góc; gate = cổng; yard = sân
campus = điểm trường; main campus = điểm chính; stage = sân khấu giai đoạn; floor = tầng; box = hộp thùng
board = ban bảng; notice board = bảng tin; bulletin board = bảng tin; folder = thư mục; table = bảng; type = loại
kind = loại; case = trường hợp; cases = trường hợp; situation = tình huống tình hình; circumstance = trường hợp
reason = lý do; aspect = mặt; field = lĩnh vực; detail = chi tiết; name = tên; full name = họ tên; names = tên
age = tuổi; years old = tuổi; aged = tuổi; position = chức danh vị trí; post = chức danh; job title = chức danh
rank = cấp bậc; identity card = căn cước; id card = căn cước; account = tài khoản; account number = số tài khoản
bank = ngân hàng; bank account = tài khoản ngân hàng; password = mật khẩu; computer = máy tính; camera = camera
internet = internet; main = chính; key = trọng tâm; core = nòng cốt; common = chung; general = chung; overall = chung
particular = cụ thể; specific = cụ thể; own = riêng; new = mới; old = cũ; former = cũ; current = hiện nay
existing = hiện có; next = tiếp theo; previous = trước; same = cùng; different = khác; other = khác
similar = tương tự; free = miễn phí; full time = chuyên trách; part time = kiêm nhiệm; concurrently = kiêm nhiệm
honest = trung thực; simple = đơn giản; clear = rõ; correct = đúng; proper = đúng; lawful = đúng luật
unlawful = không đúng luật; illegal = trái pháp luật; outdoor = ngoài trời; indoors = trong nhà; nearby = gần
far = xa; large = lớn; small = nhỏ; high = cao; low = thấp; mandatory = bắt buộc; compulsory = bắt buộc
obligatory = bắt buộc; optional = tự nguyện khuyến khích; voluntary = tự nguyện; required = bắt buộc yêu cầu
encouraged = khuyến khích; secret = bí mật; anonymous = nặc danh không nêu họ tên; public = công khai công cộng
joint = phối hợp liên tịch; mutual = lẫn nhau; direct = trực tiếp; directly = trực tiếp; in person = trực tiếp
by post = qua bưu điện; by phone = qua điện thoại; face to face = trực tiếp; together = cùng
"""
