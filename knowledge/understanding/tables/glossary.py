"""English of mass-mobilisation and emulation plans -> the Vietnamese the plans use. Longest phrase first at look-up."""

from __future__ import annotations

_ENTRIES = """
report = báo cáo; reports = báo cáo; reporting = báo cáo; deadline = hạn nộp trước ngày
deadlines = hạn nộp trước ngày
due = hạn trước ngày; due date = hạn trước ngày; cut off = trước ngày; cutoff = trước ngày; no later than = chậm nhất
by when = trước ngày; submit = gửi; submitted = gửi; submission = gửi; send = gửi; sent = gửi; sends = gửi; file = gửi
6 month = 6 tháng; six month = 6 tháng; half year = 6 tháng; half yearly = 6 tháng; semi annual = 6 tháng
semiannual = 6 tháng
biannual = 6 tháng; mid year = 6 tháng; midyear = 6 tháng; annual = năm; yearly = hàng năm; every year = hàng năm
year end = năm; end of year = năm; quarterly = quý; quarter = quý; monthly = hàng tháng; weekly = tuần
periodic = định kỳ
regular = định kỳ; preliminary review = sơ kết; mid term review = sơ kết giữa nhiệm kỳ; final review = tổng kết
summary report = tổng kết
email = hộp thư điện tử; e mail = hộp thư điện tử; mailbox = hộp thư điện tử
official email = hộp thư điện tử công vụ; mail = thư
format = định dạng; file format = định dạng file; word file = file Word; phone = điện thoại; hotline = đường dây nóng
contact = liên hệ; address = địa chỉ; attachment = đính kèm; attached = đính kèm; annex = phụ lục
appendix = phụ lục; template = mẫu
recipient = nơi nhận; recipients = nơi nhận; addressee = nơi nhận; plan = kế hoạch; plans = kế hoạch
guidance = hướng dẫn
guideline = hướng dẫn; directive = chỉ thị; resolution = nghị quyết; decision = quyết định; conclusion = kết luận
official letter = công văn; dispatch = công văn; regulation = quy chế quy định; regulations = quy chế quy định
decree = nghị định
circular = thông tư; law = luật; ordinance = pháp lệnh; programme = chương trình; program = chương trình
project = đề án
legal basis = căn cứ; based on = căn cứ; basis = căn cứ; pursuant to = căn cứ; cite = căn cứ; document = văn bản
documents = văn bản
issued = ban hành; issue = ban hành; issuer = cơ quan ban hành; signed = ký; signature = ký; signatory = người ký
title = tên kế hoạch
number = số; valid = hiệu lực; validity = hiệu lực; in force = hiệu lực; expire = hết hiệu lực
expired = hết hiệu lực; period = giai đoạn
mass mobilisation = dân vận; mass mobilization = dân vận; skilful mass mobilisation = dân vận khéo
smart mass mobilisation = dân vận khéo
skillful mass mobilization = dân vận khéo; clever mass mobilisation = dân vận khéo; emulation = thi đua
emulation movement = phong trào thi đua
movement = phong trào; campaign = cuộc vận động; launch = phát động; launched = phát động; respond = hưởng ứng
model = mô hình; models = mô hình; exemplar = điển hình; exemplars = điển hình; role model = điển hình
role models = điển hình
typical example = điển hình; example = điển hình; replicate = nhân rộng; register = đăng ký; registration = đăng ký
commendation = khen thưởng; commend = biểu dương khen thưởng; reward = khen thưởng; rewards = khen thưởng
rewarded = khen thưởng
award = khen thưởng; awards = khen thưởng; certificate of merit = giấy khen bằng khen
certificates of merit = giấy khen bằng khen
merit certificate = bằng khen; praise = tuyên dương biểu dương; honour = tuyên dương; honor = tuyên dương
prize = giải thưởng
criteria = tiêu chí; criterion = tiêu chí; standard = tiêu chuẩn; standards = tiêu chuẩn; target = chỉ tiêu mục tiêu
targets = chỉ tiêu mục tiêu
goal = mục tiêu; objective = mục tiêu mục đích; purpose = mục đích; requirement = yêu cầu; requirements = yêu cầu
percentage = tỷ lệ phần trăm; percent = phần trăm; rate = tỷ lệ; proportion = tỷ lệ; at least = ít nhất
minimum = ít nhất; over = trên
responsibility = trách nhiệm; responsible = trách nhiệm; responsibilities = trách nhiệm; duty = nhiệm vụ
duties = nhiệm vụ
task = nhiệm vụ; tasks = nhiệm vụ; in charge = phụ trách; monitor = theo dõi; supervise = giám sát
supervision = giám sát
inspection = kiểm tra; inspect = kiểm tra; urge = đôn đốc; advise = tham mưu; coordinate = phối hợp
synthesize = tổng hợp; compile = tổng hợp
five no = 5 không; five nos = 5 không; five no s = 5 không; 5 no = 5 không; 5 nos = 5 không; 5 no s = 5 không
no s = không
litter = xả rác; littering = xả rác; rubbish = rác; garbage = rác; waste = rác; trash = rác; canal = kênh rạch
canals = kênh rạch
street = đường phố; streets = đường phố; sidewalk = vỉa hè; pavement = vỉa hè; traffic law = luật giao thông
traffic = giao thông
traffic safety = an toàn giao thông; plastic bag = túi thân thiện môi trường
plastic bags = túi thân thiện môi trường; bag = túi; bags = túi
packaging = bao bì; eco friendly = thân thiện với môi trường; environmentally friendly = thân thiện với môi trường
environment = môi trường; environmental = môi trường; pollution = ô nhiễm; green = xanh; green space = mảng xanh
green spaces = mảng xanh
tree = cây; trees = cây xanh; plants = cây kiểng; wall = mảng tường; walls = mảng tường; old walls = mảng tường cũ
cleaning = vệ sinh
clean up = tổng vệ sinh; flood = ngập nước; poor = nghèo; poor people = người nghèo; the poor = người nghèo
poverty = nghèo
poverty reduction = giảm nghèo; vulnerable = yếu thế; disadvantaged = yếu thế; left behind = bỏ lại phía sau
elderly = người cao tuổi
disabled = người tàn tật; agent orange = chất độc da cam; charity = từ thiện; social security = an sinh xã hội
welfare = an sinh
inconvenience = phiền hà; hassle = phiền hà; trouble = phiền hà; harassment = nhũng nhiễu phiền hà
harass = gây phiền hà
business = doanh nghiệp; businesses = doanh nghiệp; enterprise = doanh nghiệp; enterprises = doanh nghiệp
investment = đầu tư
start up = khởi nghiệp; startups = khởi nghiệp; innovation = đổi mới sáng tạo; initiative = sáng kiến
initiatives = sáng kiến
solution = giải pháp; solutions = giải pháp; gathering = tụ tập; gatherings = tụ tập; gather = tụ tập
disorder = gây rối; disturbance = gây rối
public order = trật tự; order = trật tự; security = an ninh; hot spot = điểm nóng; hotspot = điểm nóng
hot spots = điểm nóng; crime = tội phạm
drugs = ma túy; drug = ma túy; social evils = tệ nạn xã hội; corruption = tham nhũng; bureaucracy = quan liêu
bureaucratic = quan liêu
arrogance = hách dịch cửa quyền; arrogant = hách dịch; indifferent = vô cảm; indifference = vô cảm
group interests = lợi ích nhóm
flattery = xu nịnh; flatter = xu nịnh; dishonest = gian dối; abuse of power = lợi dụng chức vụ quyền hạn
abuse = lợi dụng
civil servant = công chức; civil servants = công chức; public employee = viên chức; public employees = viên chức
cadre = cán bộ; cadres = cán bộ
official = cán bộ; officials = cán bộ công chức; staff = nhân viên; worker = người lao động
workers = người lao động; employee = người lao động
teacher = giáo viên; teachers = giáo viên; student = học sinh sinh viên; students = học sinh sinh viên
pupil = học sinh; school = trường học
schools = trường học; principal = hiệu trưởng; party member = đảng viên; party members = đảng viên
member = hội viên; members = đoàn viên hội viên
union member = đoàn viên; union members = đoàn viên; resident = người dân; residents = người dân
people = nhân dân người dân
citizen = công dân; citizens = công dân; public = nhân dân; masses = quần chúng; mass organisation = đoàn thể
mass organisations = đoàn thể
mass organization = đoàn thể; mass organizations = đoàn thể; organisations = tổ chức đoàn thể
organizations = tổ chức đoàn thể
socio political organisations = tổ chức chính trị xã hội; fatherland front = mặt trận tổ quốc
women s union = hội phụ nữ; youth union = đoàn thanh niên
farmers union = hội nông dân; veterans = cựu chiến binh; trade union = công đoàn; women = phụ nữ; youth = thanh niên
farmers = nông dân
party = đảng; party committee = cấp ủy đảng ủy; party committees = cấp ủy; party organisation = tổ chức đảng
party organisations = tổ chức đảng
party cell = chi bộ; party cells = chi bộ; party building = xây dựng đảng; secretary = bí thư
standing committee = ban thường vụ
politburo = bộ chính trị; secretariat = ban bí thư; central committee = ban chấp hành trung ương
national assembly = quốc hội
prime minister = thủ tướng; government = chính quyền chính phủ; authorities = chính quyền
authority = cơ quan chính quyền; state agencies = cơ quan nhà nước
people s committee = ủy ban nhân dân; people s council = hội đồng nhân dân; chairman = chủ tịch
chairperson = chủ tịch; vice chairman = phó chủ tịch
head = người đứng đầu thủ trưởng; heads = thủ trưởng; leader = lãnh đạo; leaders = lãnh đạo; unit = đơn vị
units = đơn vị; office = văn phòng cơ quan
home affairs = nội vụ; home affairs office = phòng nội vụ; home affairs division = phòng nội vụ
personnel = tổ chức cán bộ
mass mobilisation board = ban dân vận; mass mobilization board = ban dân vận
mass mobilisation commission = ban dân vận; broadcasting = truyền thanh truyền hình
radio = đài truyền thanh; television = truyền hình; press = báo chí; media = truyền thông; propaganda = tuyên truyền
communication = tuyên truyền
court = tòa án; courts = tòa án; judicial = tư pháp; trial = xét xử; wrongful conviction = oan sai
wrongful convictions = oan sai
criminals = tội phạm; judgment = thi hành án; police = công an; armed forces = lực lượng vũ trang
military = quân sự; soldiers = chiến sỹ
defence = quốc phòng; defense = quốc phòng; national defence = quốc phòng; voter = cử tri; voters = cử tri
delegate = đại biểu
dialogue = đối thoại; citizen reception = tiếp công dân; receiving citizens = tiếp công dân; complaint = khiếu nại
complaints = khiếu nại
denunciation = tố cáo; denunciations = tố cáo; petition = kiến nghị; petitions = đơn thư; feedback = phản ánh
reconciliation = hòa giải
mediation = hòa giải; dispute = tranh chấp; disputes = tranh chấp; satisfaction = hài lòng
survey = đánh giá mức độ hài lòng; trust = niềm tin
democracy = dân chủ; grassroots democracy = dân chủ ở cơ sở; grassroots = cơ sở
administrative procedure = thủ tục hành chính
administrative procedures = thủ tục hành chính; administrative reform = cải cách hành chính; reform = cải cách
digital transformation = chuyển đổi số
e government = chính quyền điện tử; smart city = đô thị thông minh; public duty = công vụ; public service = công vụ
service = phục vụ
discipline = kỷ luật; violation = vi phạm; violate = vi phạm; penalty = xử lý vi phạm; sanction = xử lý; fine = phạt
ethics = đạo đức
economy = kinh tế; economic = kinh tế; economic development = phát triển kinh tế; culture = văn hóa
cultural = văn hóa; society = xã hội
social = xã hội; education = giáo dục; health = y tế; tourism = du lịch; agriculture = nông nghiệp
farming = sản xuất nông nghiệp
production = sản xuất; land = đất; land clearance = giải phóng mặt bằng; site clearance = giải phóng mặt bằng
compensation = bồi thường
resettlement = tái định cư; forest = rừng; forests = rừng; new rural = nông thôn mới
new countryside = nông thôn mới; civilised urban = đô thị văn minh
urban = đô thị; road = đường; housing = nhà ở; family = gia đình; religion = tôn giáo; religious = tôn giáo
ethnic minority = dân tộc thiểu số
ethnic minorities = dân tộc thiểu số; ethnic = dân tộc; customs = hủ tục; backward customs = hủ tục lạc hậu
prestigious people = người có uy tín
ho chi minh s example = tấm gương Hồ Chí Minh; ideology = tư tưởng; morality = đạo đức; ethical example = đạo đức
tradition day = ngày truyền thống
anniversary = kỷ niệm; congress = đại hội; term = nhiệm kỳ; footnote = chú thích; section = mục; field = lĩnh vực
fields = lĩnh vực
content = nội dung; contents = nội dung; theme = chủ đề; slogan = phương châm; motto = phương châm
training = tập huấn bồi dưỡng; contest = hội thi
budget = kinh phí; funding = kinh phí; money = kinh phí; cost = kinh phí; holiday = ngày lễ; tet = Tết
ward = phường; wards = phường
commune = xã; communes = xã; district = quận; city = thành phố; province = tỉnh; town = thị xã; who = ai
when = khi nào; how many = bao nhiêu
covid = Covid; epidemic = dịch bệnh; disease = dịch bệnh; library = thư viện; draft = dự thảo
opinion = ý kiến góp ý; comments = góp ý
social criticism = phản biện xã hội; criticism = phản biện; self management = tự quản; solidarity = đoàn kết
unity = đoàn kết
"""


def _parse(text: str) -> dict[str, str]:
    entries = (entry.split("=") for line in text.split("\n") for entry in line.split(";") if entry.strip())
    return {english.strip(): vietnamese.strip() for english, vietnamese in entries}


GLOSSARY: dict[str, str] = _parse(_ENTRIES)
LONGEST = max(len(phrase.split()) for phrase in GLOSSARY)
WORDS = frozenset(word for phrase in GLOSSARY for word in phrase.split())
