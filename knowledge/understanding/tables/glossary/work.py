"""What offices do: verbs of administration, duties, emulation and commendation, mass mobilisation, ethics."""

_SPELT = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NOES = ("no", "no s", "nos", "noes", "don ts", "don t s", "donts", "dont s")
_LISTS = "\n".join(
    f"{said} {noes} = {count} không"
    for count, word in enumerate(_SPELT, start=2)
    for said in (word, str(count))
    for noes in _NOES
)
"""Lists of what is not to be done, by their number: "the five no's"."""

ENTRIES = (
    _LISTS
    + """
# duties and organising
responsibility = trách nhiệm; responsible = trách nhiệm; responsible for = chịu trách nhiệm; accountable = trách nhiệm
duty = nhiệm vụ; task = nhiệm vụ; assignment = phân công nhiệm vụ; assign = giao phân công; entrust = giao; job = việc
key task = nhiệm vụ trọng tâm; focus = trọng tâm tập trung; priority = ưu tiên trọng tâm; role = vai trò
in charge = phụ trách; lead = chủ trì; leads = chủ trì; led = chủ trì; take the lead = chủ trì; chair = chủ trì
preside = chủ trì; coordinate = phối hợp; cooperate = phối hợp; cooperation = phối hợp; collaborate = phối hợp
jointly = phối hợp; work with = phối hợp; advise = tham mưu; propose = đề xuất; recommend = kiến nghị đề xuất
recommendation = kiến nghị; request = đề nghị yêu cầu; ask = đề nghị; direct = chỉ đạo; steer = chỉ đạo
guide = hướng dẫn; monitor = theo dõi giám sát; monitoring = theo dõi giám sát; follow up = theo dõi đôn đốc
supervise = giám sát; supervision = giám sát; oversee = giám sát; oversight = giám sát; inspect = kiểm tra
inspection = kiểm tra; check = kiểm tra; examine = kiểm tra; audit = kiểm toán; verify = thẩm định xác minh
appraise = thẩm định; urge = đôn đốc; remind = nhắc nhở đôn đốc; evaluate = đánh giá báo cáo
evaluation = đánh giá báo cáo; assess = đánh giá; assessment = đánh giá; appraisal = đánh giá; rank = xếp loại
classify = phân loại xếp loại; classification = xếp loại; score = chấm điểm; deduct points = trừ điểm
synthesize = tổng hợp; compile = tổng hợp; collect = thu thập tổng hợp; gather information = thu thập thông tin
consolidate = tổng hợp; aggregate = tổng hợp; survey = khảo sát; consult = tham vấn lấy ý kiến
field visit = kiểm tra thực tế; on site = thực tế trực tiếp; carry out = tiến hành thực hiện
carried out = tiến hành thực hiện; conduct = tiến hành; undertake = thực hiện; implementation = thực hiện triển khai
execute = thực hiện; deploy = triển khai; roll out = triển khai; perform = thực hiện; organise = tổ chức
organize = tổ chức; arrange = bố trí; hold = tổ chức; host = tổ chức; set up = thành lập; establish = thành lập
found = thành lập; build = xây dựng; develop = xây dựng phát triển; draw up = xây dựng; prepare = chuẩn bị xây dựng
formulate = xây dựng; design = xây dựng; launch = phát động; kick off = phát động; start = bắt đầu
respond = hưởng ứng; join = tham gia; participate = tham gia; participation = tham gia; take part = tham gia
take part in activities = tham gia sinh hoạt hoạt động; attend = tham dự; attendance = tham dự; involve = tham gia
contribute = đóng góp; contribution = đóng góp; support = hỗ trợ; help = giúp đỡ hỗ trợ; assist = hỗ trợ
assistance = hỗ trợ; provide = cung cấp; supply = cung cấp; ensure = bảo đảm; guarantee = bảo đảm; secure = bảo đảm
maintain = duy trì; keep = giữ duy trì; preserve = bảo tồn giữ gìn; protect = bảo vệ; protection = bảo vệ
promote = đẩy mạnh phát huy; boost = đẩy mạnh; intensify = tăng cường; strengthen = tăng cường; enhance = nâng cao
improve = nâng cao cải thiện; improvement = nâng cao cải thiện; raise = nâng cao; raise awareness = nâng cao nhận thức
awareness = nhận thức; upgrade = nâng cấp; renew = đổi mới; renovate = đổi mới; innovate = đổi mới
consolidate organisation = củng cố tổ chức; expand = mở rộng; encourage = khuyến khích động viên; motivate = động viên
mobilise = vận động huy động; mobilize = vận động huy động; persuade = thuyết phục vận động; convince = thuyết phục
convincing = thuyết phục; gather people = tập hợp; rally = tập hợp; unite = đoàn kết
spread = phổ biến tuyên truyền lan tỏa; disseminate = phổ biến tuyên truyền quán triệt
dissemination = phổ biến tuyên truyền; publicise = tuyên truyền; publicize = tuyên truyền; popularise = phổ biến
thoroughly grasp = quán triệt; study = học tập nghiên cứu; grasp = nắm bắt; understand = nắm; listen = lắng nghe
explain = giải thích quán triệt; justify = giải trình; inform = thông báo thông tin; exchange = trao đổi
discuss = thảo luận trao đổi; handle = xử lý giải quyết; resolve = giải quyết; settle = giải quyết; solve = giải quyết
deal with = xử lý; remove = tháo gỡ; eliminate = xóa bỏ; prevent = phòng ngừa ngăn chặn
prevention = phòng chống phòng ngừa; stop = ngăn chặn; avoid = tránh; limit = hạn chế; restrict = hạn chế
fight = đấu tranh phòng chống; combat = phòng chống đấu tranh; counter = phòng chống; overcome = khắc phục
remedy = khắc phục; correct = chấn chỉnh; rectify = chấn chỉnh; forbid = nghiêm cấm; prohibit = nghiêm cấm không được
comply = chấp hành tuân thủ; compliance = chấp hành; obey = chấp hành; observe = chấp hành; enforce = thực thi
select = lựa chọn; choose = lựa chọn; nominate = giới thiệu đề cử; appoint = bổ nhiệm; recruit = tuyển dụng
recruitment = tuyển dụng; rotate = luân chuyển; promotion = đề bạt bổ nhiệm; planning = quy hoạch
train = đào tạo bồi dưỡng; training = tập huấn bồi dưỡng; training course = lớp tập huấn; conference = hội nghị
meeting = hội nghị họp; workshop = hội thảo; seminar = hội thảo; forum = diễn đàn; talk = tọa đàm nói chuyện
contest = hội thi cuộc thi; competition = hội thi cuộc thi; ceremony = lễ; festival = lễ hội ngày hội; event = sự kiện
activity = hoạt động; activities = hoạt động; visit = thăm; gift = tặng quà; donate = ủng hộ; substance = thực chất
substantive = thực chất; formalism = hình thức; practical = thiết thực; effective = hiệu quả; effectiveness = hiệu quả
efficiency = hiệu quả; efficient = hiệu quả; quality = chất lượng; thrift = tiết kiệm; save = tiết kiệm
saving = tiết kiệm; wasteful = lãng phí; wastefulness = lãng phí; transparency = công khai minh bạch
transparent = minh bạch; timely = kịp thời; promptly = kịp thời; strictly = nghiêm; serious = nghiêm túc
continue = tiếp tục; share information = chia sẻ thông tin; link = gắn liên kết; combine = kết hợp lồng ghép
integrate = lồng ghép; integration = lồng ghép; mainstream = lồng ghép
# emulation and commendation
emulation = thi đua; emulation movement = phong trào thi đua; emulation drive = đợt thi đua
emulation campaign = đợt thi đua; emulation title = danh hiệu thi đua; emulation cluster = cụm khối thi đua
lower emulation = hạ thi đua; movement = phong trào; campaign = cuộc vận động đợt; drive = đợt; model = mô hình
exemplar = điển hình; role model = điển hình; advanced model = điển hình tiên tiến; typical example = điển hình
outstanding = tiêu biểu xuất sắc; exemplary = tiêu biểu điển hình; typical = tiêu biểu; excellent = xuất sắc
good people good deeds = người tốt việc tốt; replicate = nhân rộng; scale up = nhân rộng; register = đăng ký
registration = đăng ký; sign up = đăng ký; recognise = công nhận; recognize = công nhận; recognition = công nhận
commendation = khen thưởng; commend = biểu dương khen thưởng; reward = khen thưởng; award = khen thưởng
praise = tuyên dương biểu dương; honour = tôn vinh tuyên dương; honor = tôn vinh tuyên dương; prize = giải thưởng
certificate of merit = bằng khen giấy khen; merit certificate = bằng khen giấy khen; certificate = bằng khen giấy khen
prime ministerial certificate = bằng khen của thủ tướng chính phủ; labour medal = huân chương lao động
labour order = huân chương lao động; medal = huân chương huy chương; order of merit = huân chương
emulation flag = cờ thi đua; flag = cờ; insignia = kỷ niệm chương; bonus = tiền thưởng; cash prize = tiền thưởng
achievement report = báo cáo thành tích; dossier = hồ sơ; application file = hồ sơ; eligible = đủ điều kiện
eligibility = tiêu chuẩn điều kiện; title of honour = danh hiệu
# mass mobilisation and democracy
mass mobilisation = dân vận; mass mobilization = dân vận; skilful mass mobilisation = dân vận khéo
skillful mass mobilisation = dân vận khéo; skilful mass mobilization = dân vận khéo
skillful mass mobilization = dân vận khéo; smart mass mobilisation = dân vận khéo
clever mass mobilisation = dân vận khéo; mass mobilisation work = công tác dân vận
year of skilful mass mobilisation = năm dân vận khéo; year of mass mobilisation = năm dân vận
propaganda = tuyên truyền; communication = truyền thông tuyên truyền; information = thông tin; dialogue = đối thoại
public opinion = dư luận; opinion = ý kiến góp ý; comment = góp ý; feedback = phản ánh
social criticism = phản biện xã hội; criticism = phản biện; self criticism = tự phê bình; self management = tự quản
self governing = tự quản; solidarity = đoàn kết; unity = đoàn kết; great unity = đại đoàn kết; consensus = đồng thuận
trust = niềm tin; satisfaction = hài lòng; satisfaction survey = đánh giá mức độ hài lòng; satisfied = hài lòng
democracy = dân chủ; grassroots democracy = dân chủ ở cơ sở; democracy regulation = quy chế dân chủ
mastery = quyền làm chủ; reconciliation = hòa giải; mediation = hòa giải; mediator = hòa giải viên
dispute = tranh chấp; citizen reception = tiếp công dân; receiving citizens = tiếp công dân
receive citizens = tiếp công dân; complaint = khiếu nại; denunciation = tố cáo; petition = đơn thư kiến nghị
thought = tư tưởng; aspiration = nguyện vọng; sentiment = tâm tư tình cảm; legitimate interests = lợi ích chính đáng
interest = lợi ích; rights = quyền; right = quyền; no s = không; nos = không; say no = nói không với
tradition day = ngày truyền thống; traditional day = ngày truyền thống; anniversary = kỷ niệm; uncle ho = bác hồ
ideology = tư tưởng; morality = đạo đức; ethical example = đạo đức; set an example = nêu gương
collect feedback = lấy ý kiến phản hồi; gather feedback = lấy ý kiến phản hồi; learners feedback = phản hồi học viên
collect learners feedback = lấy ý kiến phản hồi học viên; learner s feedback = phản hồi học viên
collect opinions = lấy ý kiến; learners s feedback = phản hồi học viên
# discipline and ethics of officials
public duty = công vụ; discipline = kỷ luật kỷ cương; administrative discipline = kỷ cương hành chính
ethics = đạo đức; violation = vi phạm; violate = vi phạm; breach = vi phạm; penalty = xử lý vi phạm; sanction = xử lý
punish = xử lý; fine = phạt; corruption = tham nhũng; anti corruption = phòng chống tham nhũng
negative phenomena = tiêu cực; bureaucracy = quan liêu; bureaucratic = quan liêu; arrogance = hách dịch cửa quyền
arrogant = hách dịch; authoritarian = cửa quyền; indifferent = vô cảm; indifference = vô cảm
group interest = lợi ích nhóm; flattery = xu nịnh; flatter = xu nịnh; dishonest = gian dối; dishonesty = gian dối
abuse of power = lợi dụng chức vụ quyền hạn; abuse = lợi dụng; inconvenience = phiền hà; hassle = phiền hà
trouble = phiền hà; harassment = nhũng nhiễu phiền hà; harass = gây phiền hà; shirk = đùn đẩy né tránh
avoid responsibility = né tránh trách nhiệm; bribe = hối lộ; attitude = thái độ; courtesy = văn minh lịch sự
working style = tác phong lề lối làm việc; lifestyle = lối sống; degradation = suy thoái; lobbying = chạy chọt
power = quyền lực quyền hạn
"""
)
