"""What public life is made of: schools, hospitals, contests, villages, citizens' files, order, Party life."""

ENTRIES = """
# schools
grade = khối lớp; head teacher = hiệu trưởng; headmaster = hiệu trưởng; headteacher = hiệu trưởng
school principal = hiệu trưởng; vice principal = phó hiệu trưởng; deputy principal = phó hiệu trưởng
deputy head teacher = phó hiệu trưởng; homeroom teacher = giáo viên chủ nhiệm; class teacher = giáo viên chủ nhiệm
young pioneers = đội thiếu niên tiền phong; pioneer = đội viên; team leader = tổ trưởng đội trưởng
parents association = ban đại diện cha mẹ học sinh; parents representative board = ban đại diện cha mẹ học sinh
parent = cha mẹ phụ huynh; happy school = trường học hạnh phúc; bullying = bạo lực học đường bắt nạt
school violence = bạo lực học đường; enrolment = tuyển sinh; enrollment = tuyển sinh; classroom = lớp học
club = câu lạc bộ; canteen = bếp ăn căng tin; kitchen = bếp ăn; boarding = bán trú; toilet = nhà vệ sinh
playground = điểm vui chơi sân chơi; satellite school = điểm trường; school site = điểm trường; collect fees = thu
overcharging = lạm thu; homework = bài tập; schoolchild = học sinh; schoolchildren = học sinh; kindergarten = mầm non
nursery = mầm non; skills = kỹ năng; uniform = đồng phục; dress code = trang phục; clothes = trang phục; shirt = áo
school gate = cổng trường; young teachers = giáo viên trẻ thầy giáo trẻ; faculty = khoa; lecture = giảng bài
subject = môn học; student council = hội đồng
# hospitals and health
outpatient = ngoại trú; inpatient = nội trú; examination = khám; check up = khám; treatment = điều trị; bed = giường
nurse = điều dưỡng; clinical = lâm sàng; mobile clinic = khám lưu động; bribe envelope = phong bì; envelope = phong bì
patient s family = người nhà người bệnh; relatives = người nhà; patient satisfaction = hài lòng người bệnh
general hospital = bệnh viện đa khoa; regional general hospital = bệnh viện đa khoa khu vực; medicine = thuốc
free meal = bữa ăn miễn phí; blood = máu; unit of blood = đơn vị máu; mosquito = muỗi; dengue = sốt xuất huyết
birth weight = cân nặng; pregnant = mang thai; adolescent = vị thành niên; family planning = kế hoạch hóa gia đình
# contests
entry = bài dự thi; entries = bài dự thi; contestant = thí sinh người dự thi; jury = ban giám khảo
judges = ban giám khảo; judge = giám khảo; judging panel = ban giám khảo; panel = ban giám khảo hội đồng
the final = chung kết; finals = chung kết; final round = vòng chung kết|chung kết; semi final = bán kết
preliminary round = vòng sơ khảo|sơ khảo; finalist = chung kết; qualifying round = vòng loại|sơ khảo
first prize = giải nhất; second prize = giải nhì; third prize = giải ba; consolation prize = giải khuyến khích
encouragement prize = giải khuyến khích; special prize = giải đặc biệt; prize = giải|giải thưởng
prize money = tiền thưởng; team prize = giải tập thể; individual prize = giải cá nhân; quiz = trắc nghiệm
multiple choice = trắc nghiệm; online quiz = thi trực tuyến; rules of the contest = thể lệ; contest rules = thể lệ
royalties = nhuận bút; royalty = nhuận bút; copyright = bản quyền; plagiarism = sao chép; author = tác giả
eligible entrants = đối tượng dự thi; who may enter = đối tượng dự thi; enter the contest = dự thi; song = bài hát
short film = phim ngắn; clip = clip; photo = ảnh; picture = ảnh; photograph = ảnh; essay = bài viết
word limit = số chữ; equal points = bằng điểm; playoff = câu hỏi phụ; organising board = ban tổ chức
organisers = ban tổ chức; tournament = giải; football = bóng đá; volleyball = bóng chuyền; tug of war = kéo co
folk song = dân ca
# villages, land, works
village elder = già làng; elders = già làng người cao tuổi; hamlet chief = trưởng thôn|trưởng ấp
village chief = trưởng bản|trưởng thôn; village head = trưởng bản|trưởng thôn|trưởng ấp
prestigious person = người có uy tín; prestigious persons = người có uy tín; influential people = người có uy tín
street light = đèn đường điện chiếu sáng; street lighting = đèn đường điện chiếu sáng; lighting = chiếu sáng
concrete = bê tông; concrete road = đường bê tông; bridge = cầu; ditch = mương; canal = kênh mương
lane = đường ngõ hẻm; clean lane = sạch ngõ; clean house clean lane = sạch nhà sạch ngõ; foundation = móng; roof = mái
temporary and dilapidated house = nhà tạm nhà dột nát; dilapidated = dột nát; great unity house = nhà đại đoàn kết
acceptance = nghiệm thu; accept the works = nghiệm thu; groundbreaking = khởi công; break ground = khởi công
commence = khởi công; completion of works = hoàn thành; contractor = nhà thầu; bidding = đấu thầu; bid = thầu
tender = đấu thầu; route = tuyến; advanced new rural = nông thôn mới nâng cao
advanced new style rural = nông thôn mới nâng cao; model new rural = nông thôn mới kiểu mẫu
model hamlet = ấp kiểu mẫu|thôn kiểu mẫu; straw = rơm rạ; rice straw = rơm rạ; pesticide = thuốc bảo vệ thực vật
fertiliser = phân bón; fertilizer = phân bón; seedling = cây giống; breeding cow = bò giống; breeding = giống
cow = bò; cattle = trâu bò; buffalo = trâu; pig = lợn heo; chicken = gà; bee = ong; beekeeping = nuôi ong
fishery = thủy sản; fisherman = ngư dân; fishing boat = tàu cá; irrigation = thủy lợi; forest land = đất rừng
farmland = đất nông nghiệp; rice field = ruộng lúa; land title = giấy chứng nhận quyền sử dụng đất
land use right = quyền sử dụng đất; red book = sổ đỏ; land donation = hiến đất; donate land = hiến đất
working day contribution = ngày công; preferential loan = vay vốn ưu đãi; policy bank = ngân hàng chính sách xã hội
support fund = quỹ hỗ trợ; fund for the poor = quỹ vì người nghèo
bank for social policies = ngân hàng chính sách xã hội; social policy bank = ngân hàng chính sách xã hội; profit = lãi
interest rate = lãi suất; counterpart fund = vốn đối ứng; capital = vốn; pond = ao; well = giếng; rainwater = nước mưa
household head = chủ hộ; severely disabled = khuyết tật nặng; orphan = trẻ mồ côi; lonely elderly = người già neo đơn
neighbourhood watch = tổ an ninh; advertisement = quảng cáo; illegal advertisement = quảng cáo rao vặt
poster = áp phích|quảng cáo
# citizens' files
one stop section = bộ phận một cửa; one stop unit = bộ phận một cửa; one stop department = bộ phận một cửa
service counter = quầy; file = hồ sơ tệp; files = hồ sơ; paper file = hồ sơ giấy; online file = hồ sơ trực tuyến
digital file = hồ sơ điện tử; paper document = bản giấy; fully online = toàn trình; end to end online = toàn trình
partially online = một phần; paperless = không giấy; appointment slip = giấy hẹn; birth registration = khai sinh
birth certificate = khai sinh; death registration = khai tử; death certificate = khai tử
marriage registration = kết hôn; marriage certificate = kết hôn; civil status = hộ tịch
residence registration = cư trú; residence = cư trú; permanent residence = thường trú
building permit = giấy phép xây dựng; construction permit = giấy phép xây dựng; licence = giấy phép
license = giấy phép; digitise = số hóa; digitize = số hóa; digitisation = số hóa; digitization = số hóa
digitised = số hóa; digitized = số hóa; electronic = điện tử; electronic document = văn bản điện tử
document management system = hệ thống quản lý văn bản; electronic payment = thanh toán trực tuyến
online payment = thanh toán trực tuyến; without cash = không dùng tiền mặt; cash = tiền mặt; in cash = tiền mặt
invoice = hóa đơn; red invoice = hóa đơn; fees and charges = phí lệ phí; reception schedule = lịch tiếp công dân
citizen reception schedule = lịch tiếp công dân; reception = tiếp; reception room = phòng tiếp
citizen reception room = phòng tiếp công dân; receive residents = tiếp công dân
complaints and denunciations = khiếu nại tố cáo; letter of complaint = đơn khiếu nại; complaint letter = đơn khiếu nại
letter = thư đơn; letters = đơn thư; group complaint = khiếu nại đông người; crowded complaint = khiếu nại đông người
large group = đông người; crowd = đông người; prolonged complaint = khiếu nại kéo dài; pending case = vụ việc tồn đọng
lawsuit = vụ án; second complaint = khiếu nại lần hai; conclusion notice = thông báo kết luận
notice of conclusion = thông báo kết luận; apology = xin lỗi; clerk = văn thư chuyên viên; records clerk = văn thư
specialist = chuyên viên; receptionist = cán bộ tiếp
# order and defence
clerical officer = văn thư; police officer = cán bộ công an; online fraud = lừa đảo qua mạng; scam = lừa đảo
fraudster = lừa đảo; firework = pháo; firecracker = pháo; weapon = vũ khí; explosive = vật liệu nổ
border village = thôn biên giới; border commune = xã biên giới; border gate = cửa khẩu
self defence militia = dân quân tự vệ; militia and self defence = dân quân tự vệ; reserve force = dự bị động viên
conscription = tuyển quân; enlist = nhập ngũ; enlistment = nhập ngũ; soldiers = chiến sĩ bộ đội; army = quân đội
military mass mobilisation = dân vận quân sự; the military = quân sự quân đội; field trip = hành quân
speeding = chạy quá tốc độ; drunk driving = nồng độ cồn; alcohol = rượu bia; helmet = mũ bảo hiểm; fire = cháy
flooding = ngập; incitement = xúi giục kích động; incite = xúi giục kích động; sabotage = chống phá
sabotaging = chống phá; lure = lôi kéo; illegal crossing = vượt biên; human trafficking = mua bán người
loan shark = tín dụng đen; usury = tín dụng đen
# Party life
propaganda and mass mobilisation board = ban tuyên giáo và dân vận
propaganda and mass mobilization board = ban tuyên giáo và dân vận
propaganda and mass mobilisation commission = ban tuyên giáo và dân vận
propaganda and mass mobilization commission = ban tuyên giáo và dân vận; party building board = ban xây dựng đảng
party building committee = ban xây dựng đảng; organizing board = ban tổ chức; organising commission = ban tổ chức
organizing commission = ban tổ chức; internal affairs commission = ban nội chính
inspection committee = ủy ban kiểm tra; party committee office = văn phòng đảng ủy
office of the party committee = văn phòng; cell meeting = sinh hoạt chi bộ; party cell meeting = sinh hoạt chi bộ
cell activities = sinh hoạt chi bộ; party cell secretary = bí thư chi bộ; secretary of the party cell = bí thư chi bộ
party secretary = bí thư; secretary of the party committee = bí thư đảng ủy
party committee secretary = bí thư đảng ủy; deputy party secretary = phó bí thư; plenum = hội nghị
central plenum = hội nghị trung ương; central committee plenum = hội nghị trung ương
standing member = ủy viên thường vụ; executive committee = ban chấp hành; party executive = cấp ủy
party leaders = cấp ủy; self transformation = tự chuyển hóa; self evolution = tự diễn biến
in depth review = kiểm điểm sâu; in depth = sâu; annual review = kiểm điểm năm; disciplinary action = kỷ luật
disciplined = kỷ luật; discipline = kỷ luật; form of discipline = hình thức kỷ luật
forms of discipline = hình thức kỷ luật; disciplinary measure = hình thức kỷ luật; asset declaration = kê khai tài sản
declaration = kê khai; nominate = giới thiệu; nominee = người được giới thiệu nhân sự; appointment = bổ nhiệm
reappointment = bổ nhiệm lại; focal point = đầu mối; focal unit = đơn vị đầu mối; contact point = đầu mối
host unit = đơn vị chủ trì; lead agency = cơ quan chủ trì; lead unit = đơn vị chủ trì
governing body = cơ quan chủ quản; supervising agency = cơ quan chủ quản; programme owner = chủ chương trình chủ quản
subjects = đối tượng; target group = đối tượng; beneficiary = đối tượng thụ hưởng; beneficiaries = đối tượng thụ hưởng
participants = thành phần tham dự; who may = đối tượng; composition of = thành phần; honour board = danh dự
honorary = danh dự; get together = gặp mặt; gathering to honour = gặp mặt biểu dương; meeting with = gặp mặt đối thoại
topic of dialogue = chuyên đề đối thoại; mass mobiliser = cán bộ dân vận; mass mobilisers = cán bộ dân vận
mass mobilisation group = tổ dân vận; mass mobilisation team = tổ dân vận; mass mobilization team = tổ dân vận
mass mobilisation bloc = khối dân vận; people mobilisation = dân vận; people mobilization = dân vận
mobilisation = vận động dân vận; mobilization = vận động dân vận; skilful = khéo; skillful = khéo; skilfully = khéo
clever = khéo; ripple effect = lan tỏa; spread effect = lan tỏa; widely applied = nhân rộng; replicable = nhân rộng
exemplar = điển hình; good deed = việc tốt; five together = 5 cùng; 5 together = 5 cùng; togethers = cùng
don ts = không; donts = không; don t s = không; five don ts = 5 không; 5 don ts = 5 không
two tier government = chính quyền hai cấp|chính quyền 2 cấp
two level government = chính quyền hai cấp|chính quyền 2 cấp
two tier local government = chính quyền địa phương hai cấp|chính quyền địa phương 2 cấp
advanced labourer = lao động tiên tiến; advanced worker = lao động tiên tiến
advanced team = tập thể lao động tiên tiến; excellent team = tập thể lao động xuất sắc
emulation fighter = chiến sĩ thi đua; emulation soldier = chiến sĩ thi đua; emulation bloc = khối thi đua
emulation fund = quỹ thi đua khen thưởng; commendation file = hồ sơ khen thưởng
commendation dossier = hồ sơ khen thưởng; surprise reward = khen thưởng đột xuất; reward level = mức thưởng
reward amount = mức tiền thưởng; gift = quà; souvenir = kỷ niệm chương; certificate of commendation = giấy khen
letter of commendation = thư khen; number of models = số mô hình
# the rest of it
session = buổi|kỳ họp|phiên|cuộc; labour = lao động; labor = lao động; union = đoàn|công đoàn|hội
federation = liên đoàn; grassroots union = công đoàn cơ sở; grassroots trade union = công đoàn cơ sở
union cell = chi đoàn; youth union cell = chi đoàn; union branch = chi đoàn|chi hội; youth union branch = chi đoàn
branch head = chi hội trưởng; administrative = hành chính; body = cơ quan; bodies = cơ quan; paper = giấy
papers = giấy tờ; person = người; persons = người; leave = nghỉ; maternity leave = nghỉ thai sản; facility = cơ sở
facilities = cơ sở vật chất; coordination = phối hợp; source = nguồn; commission = ủy ban; structure = cơ cấu
command = chỉ huy; commander = chỉ huy trưởng trưởng ban; mobile = lưu động; peak = cao điểm
peak drive = đợt cao điểm; capacity = năng lực; entrance = cổng; figures = số liệu; figure = số liệu
statistics = số liệu; membership = thành viên; retired = nghỉ hưu; retire = nghỉ hưu; primary = tiểu học
lower secondary = trung học cơ sở; upper secondary = trung học phổ thông; stable = ổn định; shop = cửa hàng
internal = nội bộ; external = ngoài; pilot = thí điểm; delay = chậm; delayed = chậm; chief = trưởng; season = mùa
birth = khai sinh sinh; victim = nạn nhân; payment = thanh toán; heavy rain = mưa lớn; rain = mưa; book = sổ sách
rating = xếp loại; home = nhà; lunch = bữa trưa; specialised = chuyên ngành; specialized = chuyên ngành
matter = việc vấn đề; red light = đèn đỏ; signal = tín hiệu; enter = vào tham gia; grievance = bức xúc khiếu nại
co operative = hợp tác xã; handicraft = thủ công; craft village = làng nghề; factory = nhà máy
industrial zone = khu công nghiệp; contract = hợp đồng; collective agreement = thỏa ước lao động tập thể
labour contract = hợp đồng lao động; labour relations = quan hệ lao động; labour dispute = tranh chấp lao động
employer = người sử dụng lao động; collective bargaining = thương lượng tập thể
workers conference = hội nghị người lao động; conference of workers = hội nghị người lao động
dialogue session = buổi đối thoại; conference of civil servants = hội nghị cán bộ công chức
civil servants conference = hội nghị cán bộ công chức; dialogue at the workplace = đối thoại tại nơi làm việc
democracy at the grassroots = dân chủ ở cơ sở; grass roots democracy = dân chủ ở cơ sở
law on grassroots democracy = luật thực hiện dân chủ ở cơ sở; implementation of democracy = thực hiện dân chủ
democracy regulations = quy chế dân chủ; democracy rules = quy chế dân chủ
people know people discuss = dân biết dân bàn; post office = bưu điện; loudspeaker system = loa truyền thanh
radio station = đài truyền thanh; radio and television = phát thanh truyền hình; commune radio = đài truyền thanh xã
coordinator = điều phối; communicator = tuyên truyền viên; propagandist = tuyên truyền viên
speaker = diễn giả báo cáo viên; mc = dẫn chương trình; song and dance = văn nghệ; art performance = văn nghệ
art troupe = đội văn nghệ; troupe = đội; team of = đội hình; squad = đội hình tổ
summer volunteer = thanh niên tình nguyện hè; summer campaign = chiến dịch hè; green summer = mùa hè xanh
volunteer campaign = chiến dịch tình nguyện; blood drive = hiến máu; clean up campaign = tổng vệ sinh
general cleaning = tổng vệ sinh; general clean up = tổng vệ sinh; green sunday = chủ nhật xanh; lucky draw = bốc thăm
draw lots = bốc thăm; drawn by lot = bốc thăm; tie break = câu hỏi phụ; fine arts = mỹ thuật
war veteran = cựu chiến binh; war martyrs = liệt sĩ; martyrs = liệt sĩ; heroic mother = mẹ Việt Nam anh hùng
heroic mothers = mẹ Việt Nam anh hùng; policy family = gia đình chính sách; policy families = gia đình chính sách
poor student = học sinh nghèo; needy student = học sinh khó khăn; disadvantaged student = học sinh khó khăn
drop out = bỏ học; school dropout = bỏ học; literacy class = lớp xóa mù chữ; language = tiếng; khmer = Khmer
english = tiếng Anh; smoke = hút thuốc; smoking = hút thuốc; gambling = cờ bạc; karaoke = karaoke; noise = tiếng ồn
noisy = gây ồn; parking = đỗ xe; park = công viên đỗ xe; pavement encroachment = lấn chiếm vỉa hè
one way street = đường một chiều; motorbike = xe máy; vehicle = phương tiện xe; car = ô tô; bus = xe buýt
school bus = xe đưa đón; water supply = cấp nước; tap water = nước máy; power cut = cắt điện; piped water = nước máy
sea = biển; coast = ven biển; boat = tàu thuyền; port = cảng; bypass = đường tránh; stakeholder = bên liên quan
relevant agencies = cơ quan liên quan; related units = đơn vị liên quan; line agency = ngành
affiliated unit = đơn vị trực thuộc; subordinate unit = đơn vị trực thuộc; member unit = đơn vị thành viên
under the = thuộc; chairmanship = chủ trì; chair of = trưởng; presidium = đoàn chủ tịch
secretary of the meeting = thư ký; meeting secretary = thư ký; minutes taker = thư ký
conference secretary = thư ký hội nghị; secretary of the conference = thư ký hội nghị; witness = chứng kiến
vote count = kiểm phiếu; vote counting team = tổ kiểm phiếu; vote counting minutes = biên bản kiểm phiếu
self nominated = tự ứng cử; nominated = được giới thiệu ứng cử; nominated candidate = người được giới thiệu ứng cử
confidence vote = lấy phiếu tín nhiệm; vote of confidence = lấy phiếu tín nhiệm; by election = bầu cử bổ sung
consultative conference = hội nghị hiệp thương; consultative = hiệp thương; voters conference = hội nghị cử tri
voter s conference = hội nghị cử tri; voters s conference = hội nghị cử tri; place of residence = nơi cư trú
place of work = nơi công tác; general election = tổng tuyển cử; eligible voter = cử tri
# words of every day
last year = năm trước|năm ngoái; last month = tháng trước; last week = tuần trước; in front of = trước
in minutes = phút; how many minutes = bao nhiêu phút; meet residents = gặp dân gặp người dân; meet people = gặp dân
meet the people = gặp dân; meet with = gặp; meet citizens = gặp công dân; complain = khiếu nại phản ánh
spirit = tinh thần; material = tài liệu; materials = tài liệu; occur = xảy ra; occurred = xảy ra; arise = phát sinh
special = đặc biệt; mechanism = cơ chế; special mechanism = cơ chế đặc thù; adopted = thông qua; adoption = thông qua
adopt = thông qua; comrade = đồng chí; beyond one s authority = vượt thẩm quyền; beyond authority = vượt thẩm quyền
beyond its authority = vượt thẩm quyền; beyond their authority = vượt thẩm quyền; within authority = thuộc thẩm quyền
sentence = câu; passage = đoạn; decorate = trang trí; space = không gian; mass complaint = khiếu nại đông người
public security = công an; ministry of public security = bộ công an; public administration = hành chính công
tonight = tối nay; match = trận; access = truy cập; action = hành động; channel = kênh; control = kiểm soát
create = tạo; difference = khác nhau; differ = khác nhau; educational = giáo dục; friendly = thân thiện
function = chức năng; item = mục nội dung; important = quan trọng; learn = học; live = cư trú sống
obligation = nghĩa vụ; organ = cơ quan; outside = ngoài; inside = trong; poem = bài thơ; related = liên quan
relevant = liên quan; remaining = còn lại; rest = còn lại; safe = an toàn; sheet = phiếu; successful = thành công
text = văn bản; value = giá trị; version = phiên bản; weather = thời tiết; work = công tác làm việc
construction works = công trình; public works = công trình; world = thế giới; young = trẻ; best = tốt nhất
vietnam = Việt Nam; vietnamese = Việt Nam; minorities = dân tộc thiểu số; minority = dân tộc thiểu số; extra = thêm
additional = bổ sung thêm; line = dòng mục; budget line = mục chi; deed = việc; usable = sử dụng hiệu lực
still valid = còn hiệu lực; outdated = hết hiệu lực; what time = giờ; at what time = giờ; which room = phòng
in which room = phòng; among = trong số; handful = ít; backward = lạc hậu; do away with = xóa bỏ
doing away with = xóa bỏ; quality of life = chất lượng cuộc sống; effect = hiệu quả; influence = ảnh hưởng
impact = tác động; urgent matter = việc cấp bách; hotbed = điểm nóng; flashpoint = điểm nóng; root cause = nguyên nhân
lesson learned = bài học kinh nghiệm; lessons learned = bài học kinh nghiệm; experience = kinh nghiệm
good practice = cách làm hay; best practice = cách làm hay; new way = cách làm mới; advantage = thuận lợi
difficulty = khó khăn; strength = ưu điểm; strengths = ưu điểm; shortcoming = khuyết điểm hạn chế; weak = yếu
orientation = định hướng; direction = phương hướng; viewpoint = quan điểm; vision = tầm nhìn; breakthrough = đột phá
decisive = quyết liệt; determination = quyết tâm; comprehensive = toàn diện; synchronous = đồng bộ; in sync = đồng bộ
proactive = chủ động; flexible = linh hoạt; creative = sáng tạo; modern = hiện đại
professional = chuyên nghiệp chuyên môn; civilised lifestyle = nếp sống văn minh; way of life = nếp sống
civilized lifestyle = nếp sống văn minh; urban civility = văn minh đô thị; urban order = trật tự đô thị
landscape = cảnh quan; environmental sanitation = vệ sinh môi trường; sanitation = vệ sinh; landfill = bãi rác
recycling = tái chế; recycle = tái chế; reuse = tái sử dụng; single use = dùng một lần
single use plastic = nhựa dùng một lần; plastic bottle = chai nhựa; battery = pin; wastewater = nước thải
air = không khí; sapling = cây giống; flower = hoa; flower road = đường hoa; fence = hàng rào; gate sign = biển
national flag = cờ tổ quốc; hang flags = treo cờ; flag = cờ; logo = biểu trưng; emblem = biểu trưng; badge = huy hiệu
party badge = huy hiệu đảng; year of party membership = năm tuổi đảng; party age = tuổi đảng
new party member = đảng viên mới; admit party members = kết nạp đảng viên; admission = kết nạp; probationary = dự bị
party fee = đảng phí; party card = thẻ đảng; thematic meeting = sinh hoạt chuyên đề
thematic activity = sinh hoạt chuyên đề; study and follow uncle ho = học tập và làm theo
studying and following = học tập và làm theo; ho chi minh s example = tư tưởng đạo đức phong cách Hồ Chí Minh
ho chi minh s thought = tư tưởng Hồ Chí Minh; uncle ho s teachings = lời Bác dạy; uncle ho corner = góc Bác Hồ
hunger eradication = xóa đói; eradicate hunger = xóa đói giảm nghèo; hungry = đói; multidimensional = đa chiều
child care = chăm sóc trẻ em; child protection = bảo vệ trẻ em; drowning = đuối nước
drowning prevention = phòng chống đuối nước; injury = tai nạn thương tích; child labour = lao động trẻ em
malnutrition = suy dinh dưỡng; early marriage = tảo hôn; consanguineous marriage = hôn nhân cận huyết
sex ratio = tỷ số giới tính; working woman = lao động nữ; female worker = lao động nữ; female workers = lao động nữ
women workers = lao động nữ; female deputy = nữ đại biểu; female candidate = nữ ứng cử viên; female cadre = cán bộ nữ
women cadres = cán bộ nữ; housework = việc nhà; unpaid work = việc không lương; agricultural = nông nghiệp
cooperative group = tổ hợp tác; farm = trang trại; high tech agriculture = nông nghiệp công nghệ cao; organic = hữu cơ
ocop = OCOP; value chain = chuỗi giá trị; brand = thương hiệu; trade fair = hội chợ; fair = hội chợ
market day = phiên chợ; e commerce = thương mại điện tử; land use plan = kế hoạch sử dụng đất; land use = sử dụng đất
land dispute = tranh chấp đất đai; land recovery = thu hồi đất; land acquisition = thu hồi đất
displaced household = hộ bị thu hồi đất; key project = công trình trọng điểm dự án trọng điểm
investment monitoring = giám sát đầu tư; community investment supervision = giám sát đầu tư của cộng đồng
planning scheme = quy hoạch; master plan = quy hoạch; sentencing = xét xử; verdict = bản án
judgment enforcement = thi hành án; enforcement = thi hành cưỡng chế; mediation team = tổ hòa giải
reconciliation team = tổ hòa giải; grassroots mediation = hòa giải ở cơ sở; lawyer = luật sư; prosecutor = kiểm sát
people s court = tòa án nhân dân; people s procuracy = viện kiểm sát nhân dân; legal adviser = tư vấn pháp luật
all people protect national security = toàn dân bảo vệ an ninh tổ quốc; security camera = camera an ninh
self management team = tổ tự quản; self managed = tự quản; crime prevention = phòng chống tội phạm
drug prevention = phòng chống ma túy; addict = người nghiện; returning offender = người tái hòa nhập cộng đồng
reintegration = tái hòa nhập; amnesty = đặc xá; military rear policy = chính sách hậu phương quân đội
civil defence = phòng thủ dân sự; defence zone = khu vực phòng thủ; border defence = biên phòng
sea and islands = biển đảo; administrative boundary = địa giới hành chính; merger of communes = sáp nhập xã
administrative rearrangement = sắp xếp đơn vị hành chính; personal identification = định danh cá nhân; vneid = VNeID
electronic id = định danh điện tử; level 2 = mức độ 2|mức 2
national public service portal = cổng dịch vụ công quốc gia; public service portal = cổng dịch vụ công
interconnection axis = trục liên thông; electronic office = văn phòng điện tử; work file = hồ sơ công việc
personal data = dữ liệu cá nhân; open data = dữ liệu mở; digital literacy = bình dân học vụ số
digital literacy for all = bình dân học vụ số; digital citizen = công dân số; digital platform = nền tảng số
artificial intelligence = trí tuệ nhân tạo; cyber attack = tấn công mạng; information security = an toàn thông tin
satisfaction rate = tỷ lệ hài lòng; satisfaction index = chỉ số hài lòng; satisfaction level = mức độ hài lòng
reform index = chỉ số cải cách; on time rate = tỷ lệ đúng hạn; resolved on time = giải quyết đúng hạn
settled on time = giải quyết đúng hạn; late file = hồ sơ trễ hạn; overdue file = hồ sơ quá hạn
working ethics = đạo đức công vụ; public ethics = đạo đức công vụ; code of conduct = quy tắc ứng xử
conduct = ứng xử tiến hành; behaviour = ứng xử hành vi; behavior = ứng xử hành vi; smile = mỉm cười nụ cười
hello thank you sorry = xin chào cảm ơn xin lỗi; wear = đeo mặc; name tag = bảng tên thẻ; card = thẻ; drink = uống
alcohol at work = uống rượu bia; late for work = đi muộn; leave early = về sớm; fixed = cố định quy định
mid term = giữa nhiệm kỳ; caps = không quá; capped = không quá; candle = nến; candle lighting = thắp nến
bound by = đối tượng áp dụng; subject to = đối tượng; define = khái niệm; defined = khái niệm; promise = cam kết hứa
column = chuyên mục; sharing = chia sẻ; list them = liệt kê; list these = liệt kê; please list = liệt kê
meetings = hội nghị họp; trainings = tập huấn; gatherings = tụ tập; buildings = nhà; openings = khai mạc
the board = ban; boards = ban; mobile team = tổ lưu động; mobile phone = điện thoại; cemetery = nghĩa trang
martyrs cemetery = nghĩa trang liệt sĩ; incense = hương; pay tribute = tri ân; gratitude = tri ân đền ơn đáp nghĩa
storeroom = kho; warehouse = kho; storage = kho lưu trữ; archives = lưu trữ; records store = kho lưu trữ
archive store = kho lưu trữ; document storage = kho lưu trữ; area size = diện tích; large = diện tích lớn
capacity of = dung lượng; file size = dung lượng; golden book = sổ vàng; book of honour = sổ vàng; shop owner = đại lý
agent = đại lý; dealer = đại lý; keep smooth = thông suốt; smooth = thông suốt; smoothly = thông suốt
liaison = liên lạc; communication between = thông tin liên lạc; thematic = chuyên đề
thematic supervision = giám sát chuyên đề; quota = chỉ tiêu; parcel = thửa; land parcel = thửa đất
synthesis = tổng hợp; consolidated = tổng hợp; reimburse = thanh toán chi trả; reimbursement = thanh toán chi trả
considered = xét; consider = xét; considered for = xét; enough = đủ; split = chia; day to day = hằng ngày|thường xuyên
threshold = mức; ceiling = tối đa; floor for = tối thiểu; upper limit = tối đa; lower limit = tối thiểu
submission to = tờ trình; proposal paper = tờ trình; recruit members = phát triển đoàn viên
member recruitment = phát triển đoàn viên; membership recruitment = phát triển đoàn viên; attend class = học
enrolled = theo học; register book = sổ theo dõi; tracking book = sổ theo dõi; monitoring book = sổ theo dõi
hand written = viết tay; handwritten = viết tay; typed = đánh máy; font = phông chữ; font size = cỡ chữ
words long = số chữ; land registration = đăng ký đất đai; cadastral = địa chính; survey map = bản đồ
ownership = quyền sở hữu; heir = thừa kế; tax arrears = nợ thuế; debt = nợ; bad debt = nợ xấu; revenue = thu
expenditure = chi; balance = số dư; surplus = kết dư; interest = lãi|lợi ích; deposit = đặt cọc gửi
guarantee = bảo đảm bảo lãnh; insurance card = thẻ bảo hiểm; health insurance card = thẻ bảo hiểm y tế
hospital fee = viện phí; hospital fees = viện phí; medical check up = khám sức khỏe; free check up = khám miễn phí
porridge = cháo; charity kitchen = bếp ăn từ thiện; meal = suất ăn bữa ăn; meals = suất ăn; queue = xếp hàng
queue number = số thứ tự; ticket = phiếu; guide desk = bàn hướng dẫn; reception desk = quầy tiếp đón
help desk = bàn hỗ trợ; wheelchair = xe lăn; stretcher = cáng; ambulance = xe cứu thương; surgery = phẫu thuật
ward round = đi buồng; vice chair = phó chủ tịch; standing vice chair = phó chủ tịch thường trực
standing vice chairman = phó chủ tịch thường trực; standing deputy = phó thường trực; standing = thường trực
assisted by = giúp việc; assist = giúp việc hỗ trợ; briefing = giao ban; agreement = thỏa thuận; credit = tín dụng
patent = sáng chế; incident = sự cố vụ việc; rule out = không xét; top rating = xuất sắc; classified = mật
grandfather = ông; serious = nghiêm trọng; petition = kiến nghị; mass petition = khiếu kiện đông người
"""
