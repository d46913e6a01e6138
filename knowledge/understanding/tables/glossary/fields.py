"""Fields of public life: elections, equality, poverty, schools, health, culture, security, economy, digital, land."""

ENTRIES = """
# elections
election = bầu cử; elections = bầu cử; electoral = bầu cử; elect = bầu; vote = bỏ phiếu; voting = bỏ phiếu
polling = bỏ phiếu; polling station = khu vực bỏ phiếu điểm bỏ phiếu; polling place = điểm bỏ phiếu
ballot = phiếu bầu; ballot box = hòm phiếu; vote counting = kiểm phiếu; count the votes = kiểm phiếu
election day = ngày bầu cử; election campaign = vận động bầu cử; voter meeting = hội nghị cử tri
voters meeting = hội nghị cử tri; voter list = danh sách cử tri; voter contact = tiếp xúc cử tri
consultation conference = hội nghị hiệp thương; consultation = hiệp thương; candidature = ứng cử
stand for election = ứng cử; election committee = ủy ban bầu cử; election team = tổ bầu cử
constituency = đơn vị bầu cử; turnout = tỷ lệ cử tri đi bầu
# gender, families, children
gender equality = bình đẳng giới; gender = giới; equality = bình đẳng; gender based violence = bạo lực trên cơ sở giới
violence = bạo lực; domestic violence = bạo lực gia đình; action month = tháng hành động
month of action = tháng hành động; advancement of women = sự tiến bộ của phụ nữ
leadership position = chức danh lãnh đạo; female leaders = cán bộ nữ lãnh đạo; women leaders = cán bộ nữ lãnh đạo
sexual harassment = quấy rối tình dục; abuse of children = xâm hại trẻ em; child abuse = xâm hại trẻ em
one stop = một cửa; one stop model = mô hình một cửa; one stop shop = một cửa; happy family = gia đình hạnh phúc
marriage = hôn nhân; child marriage = tảo hôn; counselling = tư vấn; counseling = tư vấn; shelter = tạm lánh
reproductive health = sức khỏe sinh sản
# poverty and welfare
poverty = nghèo; poverty reduction = giảm nghèo; sustainable poverty reduction = giảm nghèo bền vững
multidimensional poverty = nghèo đa chiều; escape poverty = thoát nghèo; social security = an sinh xã hội
welfare = an sinh; social welfare = phúc lợi xã hội; charity = từ thiện; humanitarian = nhân đạo; livelihood = sinh kế
job creation = tạo việc làm; employment = việc làm; vocational training = đào tạo nghề; insurance = bảo hiểm
social insurance = bảo hiểm xã hội; health insurance = bảo hiểm y tế; housing = nhà ở; temporary house = nhà tạm
dilapidated house = nhà dột nát; charity house = nhà tình thương; clean water = nước sạch; income = thu nhập
living standard = đời sống; life = đời sống; living conditions = đời sống; loan = vay vốn; credit = tín dụng
policy = chính sách; regime = chế độ; allowance = trợ cấp phụ cấp; gratitude = đền ơn đáp nghĩa
agent orange = chất độc da cam
# education and science
education = giáo dục; education and training = giáo dục và đào tạo; school = trường học; university = đại học
college = cao đẳng; kindergarten = mầm non; primary school = tiểu học; high school = trung học phổ thông
secondary school = trung học cơ sở; learning society = xã hội học tập; lifelong learning = học tập suốt đời
study encouragement = khuyến học; literacy = xóa mù chữ; illiteracy = mù chữ; scholarship = học bổng
master s degree = thạc sĩ; masters degree = thạc sĩ; master s degree holder = người có trình độ thạc sĩ
doctorate = tiến sĩ; phd = tiến sĩ; doctoral = tiến sĩ; bachelor = đại học; degree = trình độ
qualification = trình độ; skill = kỹ năng; curriculum = chương trình giáo dục; exam = thi; tuition = học phí
teaching = dạy học giảng dạy; learning = học tập; science = khoa học; technology = công nghệ; research = nghiên cứu
innovation = đổi mới sáng tạo; start up = khởi nghiệp; startup = khởi nghiệp; initiative = sáng kiến
idea = ý tưởng sáng kiến; invention = sáng chế; creative = sáng tạo; creativity = sáng tạo
# health
health = y tế sức khỏe; health care = chăm sóc sức khỏe; healthcare = chăm sóc sức khỏe; hospital = bệnh viện
clinic = trạm y tế; health station = trạm y tế; vaccination = tiêm chủng; vaccine = vắc xin; epidemic = dịch bệnh
disease = dịch bệnh; covid = Covid; food safety = an toàn thực phẩm; hygiene = vệ sinh; nutrition = dinh dưỡng
blood donation = hiến máu; medical = y tế; patient = người bệnh; population work = dân số
# culture, media, religion
culture = văn hóa; cultural = văn hóa; cultural family = gia đình văn hóa; cultural space = không gian văn hóa
sport = thể thao; art = nghệ thuật; music = âm nhạc; performance = biểu diễn; heritage = di sản; monument = di tích
tourism = du lịch; tourist = du lịch; library = thư viện; reading = đọc sách; press = báo chí; newspaper = báo
media = truyền thông; radio = đài truyền thanh; broadcasting = truyền thanh truyền hình
loudspeaker = loa truyền thanh; television = truyền hình; social network = mạng xã hội; social media = mạng xã hội
billboard = pano áp phích; banner = băng rôn; poster = áp phích; leaflet = tờ rơi; video = video clip
article for the press = tin bài; news = tin bài; walking street = phố đi bộ; pedestrian street = phố đi bộ
flower street = đường hoa; park = công viên; cultural house = nhà văn hóa; custom = phong tục
backward customs = hủ tục lạc hậu; superstition = mê tín dị đoan; wedding = việc cưới; funeral = việc tang
religion = tôn giáo; religious = tôn giáo; belief = tín ngưỡng; ethnic minority = dân tộc thiểu số
ethnic minorities = dân tộc thiểu số; ethnic = dân tộc; ethnic group = dân tộc; identity = bản sắc
tradition = truyền thống; history = lịch sử; holiday = ngày lễ; tet = Tết; society = xã hội; social = xã hội
civilised urban = đô thị văn minh; civilized urban = đô thị văn minh; civilised = văn minh; civilized = văn minh
clean house = nhà sạch
# order, law, defence
security = an ninh; public order = trật tự; order = trật tự; social order = trật tự an toàn xã hội; safety = an toàn
national defence = quốc phòng; defence = quốc phòng; defense = quốc phòng; military service = nghĩa vụ quân sự
sovereignty = chủ quyền; crime = tội phạm; criminal = tội phạm; drug = ma túy; social evil = tệ nạn xã hội
hot spot = điểm nóng; hotspot = điểm nóng; disorder = gây rối; disturbance = gây rối; gathering = tụ tập
gather = tụ tập; riot = gây rối; hostile forces = thế lực thù địch; distortion = xuyên tạc
fake news = thông tin sai sự thật; false information = thông tin sai sự thật; court = tòa án; judicial = tư pháp
trial = xét xử; procuracy = viện kiểm sát; procuratorate = viện kiểm sát; wrongful conviction = oan sai
judgment = thi hành án; legal aid = trợ giúp pháp lý; legal education = phổ biến giáo dục pháp luật; legal = pháp luật
traffic law = luật giao thông; traffic = giao thông; traffic safety = an toàn giao thông
traffic jam = ùn tắc giao thông; accident = tai nạn; fire prevention = phòng cháy chữa cháy
fire safety = phòng cháy chữa cháy; natural disaster = thiên tai; flood = ngập nước lũ lụt; storm = bão
search and rescue = tìm kiếm cứu nạn; smuggling = buôn lậu; fraud = lừa đảo; gambling = cờ bạc; sidewalk = vỉa hè
pavement = vỉa hè; street = đường phố; road = đường; alley = hẻm
# environment
litter = xả rác; rubbish = rác; garbage = rác; waste = rác; trash = rác; canal = kênh rạch; river = sông
plastic bag = túi thân thiện môi trường; plastic = nhựa; plastic waste = rác thải nhựa; bag = túi; packaging = bao bì
eco friendly = thân thiện với môi trường; environmentally friendly = thân thiện với môi trường
environment = môi trường; environmental = môi trường; environmental protection = bảo vệ môi trường
pollution = ô nhiễm; green = xanh; green space = mảng xanh; tree = cây xanh; plants = cây kiểng; wall = mảng tường
old wall = mảng tường cũ; cleaning = vệ sinh; clean up = tổng vệ sinh; clean = sạch; sort waste = phân loại rác
climate change = biến đổi khí hậu; forest = rừng; water = nước; energy = năng lượng; electricity = điện
beautiful = đẹp; bright = sáng
# economy, finance, land
economy = kinh tế; economic = kinh tế; economic development = phát triển kinh tế; growth = tăng trưởng
socio economic = kinh tế xã hội; business = doanh nghiệp; enterprise = doanh nghiệp; company = doanh nghiệp công ty
cooperative = hợp tác xã; investment = đầu tư; public investment = đầu tư công; investor = nhà đầu tư
trade = thương mại; market = chợ thị trường; traditional market = chợ truyền thống; tax = thuế; taxation = thuế
tax declaration = kê khai thuế; fee = phí lệ phí; price = giá; budget = kinh phí ngân sách
state budget = ngân sách nhà nước; funding = kinh phí; fund = quỹ kinh phí; source of funding = nguồn kinh phí
money = kinh phí; cost = kinh phí; expense = chi phí; spending = chi; disburse = giải ngân; disbursement = giải ngân
settlement = quyết toán; estimate = dự toán; sponsor = tài trợ; sponsorship = tài trợ; aid = viện trợ
socialisation = xã hội hóa; resource = nguồn lực; salary = tiền lương; wage = tiền lương; asset = tài sản
property = tài sản; agriculture = nông nghiệp; farming = sản xuất nông nghiệp; crop = cây trồng
crop structure = cơ cấu cây trồng; livestock = vật nuôi chăn nuôi; production = sản xuất; product = sản phẩm
goods = hàng hóa; land = đất đai; land clearance = giải phóng mặt bằng; site clearance = giải phóng mặt bằng
compensation = bồi thường; resettlement = tái định cư; construction = xây dựng; infrastructure = kết cấu hạ tầng
urban = đô thị; urban development = phát triển đô thị; rural = nông thôn; new rural = nông thôn mới
new style rural = nông thôn mới; new countryside = nông thôn mới; industry = công nghiệp
industrial park = khu công nghiệp; service = dịch vụ phục vụ; development = phát triển; sustainable = bền vững
sustainable development = phát triển bền vững
# administration and digital
administrative procedure = thủ tục hành chính; procedure = thủ tục; paperwork = thủ tục giấy tờ
administrative reform = cải cách hành chính; reform = cải cách; merger = sáp nhập; merge = sáp nhập
arrangement of units = sắp xếp đơn vị; administrative unit = đơn vị hành chính; two tier = hai cấp
streamline = tinh gọn; payroll = biên chế; public service = dịch vụ công công vụ
online public service = dịch vụ công trực tuyến; digital transformation = chuyển đổi số; digital = số
digital government = chính quyền số; digital society = xã hội số; digital economy = kinh tế số
digital skills = kỹ năng số; digital era = kỷ nguyên số; digital age = kỷ nguyên số
community digital team = tổ công nghệ số cộng đồng; e government = chính quyền điện tử; smart city = đô thị thông minh
data = dữ liệu; database = cơ sở dữ liệu; software = phần mềm; application = hồ sơ đề nghị
mobile application = ứng dụng; app = ứng dụng; information technology = công nghệ thông tin
cyberspace = không gian mạng; cyber security = an ninh mạng; network = mạng; system = hệ thống
electronic identification = định danh điện tử; digital signature = chữ ký số; cashless = không dùng tiền mặt
cashless payment = thanh toán không dùng tiền mặt; archive = lưu trữ; meritorious = có công; field = lĩnh vực
fields = lĩnh vực; domain = lĩnh vực; area of work = lĩnh vực; sector = ngành lĩnh vực
"""
