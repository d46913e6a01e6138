"""Papers, their parts and numbers, reports and their times."""

ENTRIES = """
# reports and deadlines
report = báo cáo; reporting = báo cáo; final report = báo cáo tổng kết; closing report = báo cáo tổng kết
summary report = báo cáo tổng kết; end of term report = báo cáo tổng kết; interim report = báo cáo sơ kết
progress report = báo cáo tiến độ; evaluation report = báo cáo đánh giá; annual report = báo cáo năm
written report = báo cáo bằng văn bản; report back = báo cáo kết quả; deadline = hạn nộp trước ngày
due = hạn nộp; due date = hạn nộp; cut off = trước ngày; cutoff = trước ngày; no later than = chậm nhất
at the latest = chậm nhất; by when = trước ngày; by what date = trước ngày; submit = gửi; submission = gửi; send = gửi
sent = gửi; send in = gửi; file = gửi; hand in = nộp; turn in = nộp; deliver = gửi; forward = gửi; extend = gia hạn
extension = gia hạn; postpone = lùi thời gian; late = chậm muộn; overdue = quá hạn; schedule = tiến độ lịch
on schedule = đúng tiến độ; on time = đúng thời hạn; timetable = lịch; calendar = lịch; timeline = tiến độ thời gian
milestone = mốc thời gian; progress = tiến độ; duration = thời gian; time = thời gian; date = ngày
start date = thời gian bắt đầu; begin = bắt đầu; end = kết thúc; finish = hoàn thành; complete = hoàn thành
completion = hoàn thành; ad hoc = đột xuất; on request = khi có yêu cầu; upon request = khi có yêu cầu
6 month = 6 tháng; six month = 6 tháng; half year = 6 tháng; half yearly = 6 tháng; semi annual = 6 tháng
semiannual = 6 tháng; biannual = 6 tháng; mid year = 6 tháng; midyear = 6 tháng; first half = 6 tháng đầu năm
annual = năm; annually = hằng năm; yearly = hàng năm; every year = hàng năm; each year = hằng năm; year end = cuối năm
end of year = cuối năm; year = năm; quarterly = quý; quarter = quý; monthly = hàng tháng; month = tháng; weekly = tuần
week = tuần; daily = hằng ngày; periodic = định kỳ; periodically = định kỳ; regular = định kỳ thường xuyên
regularly = thường xuyên; frequently = thường xuyên; often = thường xuyên; preliminary review = sơ kết
interim review = sơ kết; mid term review = sơ kết giữa nhiệm kỳ; final review = tổng kết; review = sơ kết tổng kết
wrap up = tổng kết; sum up = tổng kết; round = đợt; phase = giai đoạn đợt; stage = giai đoạn; period = giai đoạn
term = nhiệm kỳ; beginning = đầu; deadline for registration = hạn đăng ký; working day = ngày làm việc
# channels and formats
email = hộp thư điện tử; e mail = hộp thư điện tử; mailbox = hộp thư điện tử; mail = thư
official email = hộp thư điện tử công vụ; format = định dạng; file format = định dạng file; word file = file Word
phone = điện thoại; telephone = điện thoại; hotline = đường dây nóng; contact = liên hệ phản ánh; address = địa chỉ
get in touch = liên hệ; website = trang thông tin điện tử; web portal = cổng thông tin điện tử
portal = cổng thông tin điện tử; attachment = đính kèm; attached = đính kèm; annex = phụ lục; appendix = phụ lục
template = mẫu; sample form = mẫu; outline = đề cương; hard copy = bản giấy; paper copy = bản giấy
soft copy = bản điện tử; in writing = bằng văn bản; written = văn bản; online = trực tuyến
# kinds of papers
plan = kế hoạch; guidance = hướng dẫn; guideline = hướng dẫn; instruction = hướng dẫn chỉ đạo; directive = chỉ thị
resolution = nghị quyết; decision = quyết định; conclusion = kết luận; official letter = công văn; dispatch = công văn
regulation = quy chế quy định; rule = quy định; charter = điều lệ; bylaws = điều lệ; decree = nghị định
circular = thông tư; law = luật; ordinance = pháp lệnh; constitution = hiến pháp; programme = chương trình
program = chương trình; national target programme = chương trình mục tiêu quốc gia
action programme = chương trình hành động; action plan = kế hoạch hành động; strategy = chiến lược; scheme = đề án
project = dự án đề án; subproject = tiểu dự án; sub project = tiểu dự án; component = thành phần; notice = thông báo
announcement = thông báo; notification = thông báo; proposal = đề xuất tờ trình
joint programme = chương trình phối hợp; document = văn bản; legal document = văn bản pháp luật; legal basis = căn cứ
legal ground = căn cứ; based on = căn cứ; basis = căn cứ; pursuant to = căn cứ; cite = căn cứ; under which = căn cứ
implement = thực hiện triển khai; amend = sửa đổi bổ sung; amendment = sửa đổi bổ sung; supplement = bổ sung
revise = sửa đổi; repeal = bãi bỏ; replace = thay thế; supersede = thay thế; issue = ban hành; issued = ban hành
issuing = ban hành; issuer = cơ quan ban hành; promulgate = ban hành; adopt = ban hành thông qua; approve = phê duyệt
put their name to = ký; put his name to = ký; put her name to = ký
approval = phê duyệt; sign = ký; signature = ký; signatory = người ký; signer = người ký; draft = dự thảo
publish = công bố công khai; make public = công khai; disclose = công khai; number = số; reference number = số
title = danh hiệu tên; title of the plan = tên kế hoạch; title of this plan = tên kế hoạch
plan s title = tên kế hoạch; valid = hiệu lực; validity = hiệu lực; in force = hiệu lực; expire = hết hiệu lực
take effect = có hiệu lực; come into force = có hiệu lực; apply to = áp dụng đối tượng; scope = phạm vi
scope of application = phạm vi áp dụng; subject of application = đối tượng áp dụng; recipient = nơi nhận
addressee = nơi nhận; get copies = nơi nhận; receives a copy = nơi nhận; cc = nơi nhận; footnote = chú thích
section = mục; part = phần; chapter = chương; article = điều; clause = khoản; point = điểm; paragraph = đoạn
preamble = mở đầu; heading = tiêu đề; content = nội dung; theme = chủ đề; topic = chủ đề
slogan = khẩu hiệu phương châm; motto = phương châm khẩu hiệu; message = thông điệp; main content = nội dung chính
summary = tóm tắt; definition = khái niệm; meaning = ý nghĩa; significance = ý nghĩa
# measures
percentage = tỷ lệ phần trăm; percent = phần trăm; rate = tỷ lệ; proportion = tỷ lệ; share = tỷ lệ phần trăm
what share = tỷ lệ phần trăm; ratio = tỷ lệ; how many = bao nhiêu; at least = ít nhất; minimum = ít nhất tối thiểu
at most = tối đa; maximum = tối đa; over = trên; more than = trên; less than = dưới; fewer than = dưới
average = bình quân; quantity = số lượng; total = tổng số; increase = tăng; rise = tăng; decrease = giảm
reduce = giảm; decline = giảm; reach = đạt; attain = đạt; achieve = đạt; target = chỉ tiêu mục tiêu
specific target = chỉ tiêu cụ thể; goal = mục tiêu; objective = mục tiêu mục đích; general objective = mục tiêu chung
specific objective = mục tiêu cụ thể; aim = mục đích mục tiêu; purpose = mục đích; requirement = yêu cầu
indicator = chỉ tiêu chỉ số; index = chỉ số; criteria = tiêu chí; criterion = tiêu chí; standard = tiêu chuẩn
condition = điều kiện; principle = nguyên tắc; when = khi nào; result = kết quả; outcome = kết quả
achievement = thành tích kết quả; reason = lý do; cause = nguyên nhân; shortcoming = hạn chế; limitation = hạn chế
weakness = hạn chế yếu kém; difficulty = khó khăn vướng mắc; difficulties = khó khăn vướng mắc
obstacle = khó khăn vướng mắc; problem = vướng mắc; issues = vấn đề; challenge = khó khăn thách thức
method = phương pháp; approach = phương thức cách làm; step = bước; measure = biện pháp giải pháp
solution = giải pháp; way = cách; form = mẫu hình thức; forms = hình thức mẫu; form of = hình thức
in what form = hình thức; example = ví dụ; level = cấp; category = loại
"""
