"""People, offices and organisations of state, Party and Front."""

ENTRIES = """
# state
civil servant = công chức; public employee = viên chức; public servant = cán bộ công chức; cadre = cán bộ
official = cán bộ công chức; officer = cán bộ; staff = nhân viên; worker = người lao động; employee = người lao động
labourer = người lao động; laborer = người lao động; civil servants and public employees = công chức viên chức
government = chính quyền chính phủ; local government = chính quyền địa phương
local authority = chính quyền địa phương; authority = cơ quan chính quyền; authorities = chính quyền
state agency = cơ quan nhà nước; agency = cơ quan; agencies = cơ quan; specialised agency = cơ quan chuyên môn
competent authority = cấp có thẩm quyền; superior = cấp trên; higher level = cấp trên
subordinate = trực thuộc cấp dưới; affiliated = trực thuộc; people s committee = ủy ban nhân dân
people s council = hội đồng nhân dân; national assembly = quốc hội; national assembly deputy = đại biểu quốc hội
council deputy = đại biểu hội đồng nhân dân; prime minister = thủ tướng chính phủ
prime ministerial = thủ tướng chính phủ; ministerial = bộ; minister = bộ trưởng; ministry = bộ; president = chủ tịch
state president = chủ tịch nước; chairman = chủ tịch; chair person = chủ tịch; chairmen = chủ tịch
chairperson = chủ tịch; chairwoman = chủ tịch; vice chairman = phó chủ tịch; vice chairperson = phó chủ tịch
deputy chairman = phó chủ tịch; deputy = phó; head = người đứng đầu thủ trưởng; head of unit = thủ trưởng đơn vị
heads of units = thủ trưởng đơn vị; leader = lãnh đạo; leadership = lãnh đạo; manager = lãnh đạo quản lý
director = giám đốc; department = khoa phòng|phòng ban|sở ngành|sở; division = phòng; bureau = phòng; board = ban
departments and agencies = sở ban ngành; home affairs = nội vụ; office = văn phòng cơ quan
secretariat office = văn phòng; personnel = tổ chức cán bộ; unit = đơn vị; public service unit = đơn vị sự nghiệp
steering committee = ban chỉ đạo; organising committee = ban tổ chức; organizing committee = ban tổ chức
working group = tổ công tác; task force = tổ công tác; team = tổ đội; delegation = đoàn
inspection team = đoàn kiểm tra; supervision team = đoàn giám sát; monitoring team = đoàn giám sát; council = hội đồng
emulation council = hội đồng thi đua khen thưởng; committee = ủy ban; standing body = cơ quan thường trực
ward = phường; commune = xã; district = quận huyện; city = thành phố; province = tỉnh; provincial = tỉnh
town = thị xã; township = thị trấn; hamlet = thôn ấp; village = thôn làng; neighbourhood = khu phố tổ dân phố
neighborhood = khu phố tổ dân phố; residential area = khu dân cư; residential group = tổ dân phố
locality = địa phương; localities = địa phương; local = địa phương; grassroots = cơ sở; country = đất nước
nation = quốc gia; national = quốc gia toàn quốc; nationwide = toàn quốc; region = vùng; area = địa bàn khu vực
border = biên giới; island = hải đảo; remote area = vùng sâu vùng xa; headquarters = trụ sở
workplace = nơi làm việc cơ quan
# Party
party = đảng; party committee = cấp ủy đảng ủy; party executive committee = ban chấp hành đảng bộ
party organisation = tổ chức đảng đảng bộ; party organization = tổ chức đảng đảng bộ; party cell = chi bộ
cell = chi bộ; party member = đảng viên; party building = xây dựng đảng; party charter = điều lệ đảng
party congress = đại hội đảng; national party congress = đại hội đại biểu toàn quốc của đảng; congress = đại hội
secretary = bí thư; deputy secretary = phó bí thư; standing committee = ban thường vụ
standing board = ban thường trực; politburo = bộ chính trị; secretariat = ban bí thư
central committee = ban chấp hành trung ương; central = trung ương; general secretary = tổng bí thư
inspection commission = ủy ban kiểm tra; mass mobilisation board = ban dân vận; mass mobilization board = ban dân vận
mass mobilisation commission = ban dân vận; mass mobilization commission = ban dân vận
propaganda commission = ban tuyên giáo; propaganda department = ban tuyên giáo; organisation board = ban tổ chức
political system = hệ thống chính trị; politics = chính trị; political = chính trị; rapporteur = báo cáo viên
# Front, unions and associations
fatherland front = mặt trận tổ quốc; front = mặt trận; front committee = ủy ban mặt trận
front work committee = ban công tác mặt trận; mass organisation = đoàn thể; mass organization = đoàn thể
member organisation = tổ chức thành viên; member organization = tổ chức thành viên
socio political organisation = tổ chức chính trị xã hội; socio political organization = tổ chức chính trị xã hội
organisation = tổ chức; organization = tổ chức; association = hội; women s union = hội liên hiệp phụ nữ
youth union = đoàn thanh niên; farmers union = hội nông dân; veterans association = hội cựu chiến binh
veteran = cựu chiến binh; trade union = công đoàn; labour union = công đoàn; labor union = công đoàn
confederation of labour = liên đoàn lao động; red cross = hội chữ thập đỏ; elderly association = hội người cao tuổi
branch = chi hội; member = hội viên thành viên; union member = đoàn viên; members = đoàn viên hội viên
member units = đơn vị thành viên; inspectorate = thanh tra; people s inspection = thanh tra nhân dân
community supervision = giám sát đầu tư của cộng đồng; volunteer = tình nguyện; volunteers = tình nguyện viên
collaborator = cộng tác viên; core member = lực lượng nòng cốt; core = nòng cốt
# people
people = nhân dân người dân; citizen = công dân; resident = người dân; population = dân số
public = nhân dân công cộng; masses = quần chúng; community = cộng đồng; communities = cộng đồng
household = hộ gia đình|hộ dân|hộ; poor household = hộ nghèo; near poor household = hộ cận nghèo
near poor = cận nghèo; family = gia đình; women = phụ nữ; woman = phụ nữ; female = nữ; men = nam giới; male = nam
girl = trẻ em gái; children = trẻ em; child = trẻ em; youth = thanh niên; young people = thanh niên
elderly = người cao tuổi; older people = người cao tuổi; disabled = người khuyết tật
people with disabilities = người khuyết tật; poor = nghèo; poor people = người nghèo; the poor = người nghèo
vulnerable = yếu thế; disadvantaged = yếu thế khó khăn; left behind = bỏ lại phía sau; farmer = nông dân
teacher = giáo viên; lecturer = giảng viên; student = học sinh sinh viên; pupil = học sinh; principal = hiệu trưởng
parents = phụ huynh cha mẹ; doctor = bác sĩ; soldier = chiến sỹ; armed forces = lực lượng vũ trang; police = công an
border guard = bộ đội biên phòng; military = quân sự; militia = dân quân; businessman = doanh nhân
entrepreneur = doanh nhân; intellectual = trí thức; artist = nghệ sĩ; expert = chuyên gia; dignitary = chức sắc
religious dignitary = chức sắc tôn giáo; prestigious people = người có uy tín; voter = cử tri
candidate = người ứng cử; delegate = đại biểu; deputies = đại biểu; participant = người tham gia thành phần
attendee = đại biểu thành phần; composition = thành phần; individual = cá nhân; individuals = cá nhân
collective = tập thể; collectives = tập thể; group = nhóm tập thể; overseas vietnamese = người Việt Nam ở nước ngoài
compatriot = đồng bào; martyr = liệt sĩ; war invalid = thương binh; people with merit = người có công
policy beneficiary = đối tượng chính sách; migrant = người di cư; tenant = người thuê trọ; visitor = khách du lịch
customer = khách hàng; consumer = người tiêu dùng
"""
