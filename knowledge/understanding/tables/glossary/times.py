"""Times of day, week and year, and how often; figures are rewritten by `english_times`."""

ENTRIES = """
# days and hours
monday = thứ hai; tuesday = thứ ba; wednesday = thứ tư; thursday = thứ năm; friday = thứ sáu; saturday = thứ bảy
sunday = chủ nhật; weekend = ngày nghỉ thứ bảy chủ nhật; weekday = ngày làm việc; morning = buổi sáng|sáng
afternoon = buổi chiều|chiều; evening = buổi tối|tối; night = đêm|buổi tối; noon = 12 giờ|trưa; midnight = 24 giờ
lunchtime = trưa; lunch break = nghỉ trưa; day = ngày; hour = giờ; minute = phút; half an hour = 30 phút
office hours = giờ hành chính|giờ làm việc; working hours = giờ hành chính|giờ làm việc; opening hours = giờ mở cửa
clock = giờ; public holiday = ngày lễ|ngày nghỉ lễ; holidays = ngày lễ; day off = ngày nghỉ; days off = ngày nghỉ
calendar day = ngày; business day = ngày làm việc; working days = ngày làm việc; the same day = trong ngày
last day = ngày cuối; final day = ngày cuối; closing day = ngày kết thúc; first day = ngày đầu
exact date = ngày cụ thể; specific date = ngày cụ thể; exact day = ngày cụ thể; date and time = thời gian
time and place = thời gian địa điểm; place and time = địa điểm thời gian
# stretches
month end = cuối tháng; end of the month = cuối tháng; end of each month = cuối tháng; end of every month = cuối tháng
beginning of the month = đầu tháng; start of the month = đầu tháng; middle of the year = giữa năm
end of the year = cuối năm; year s end = cuối năm; end of the quarter = cuối quý; end of each quarter = cuối quý
beginning of the year = đầu năm; start of the year = đầu năm; early = đầu; second half = 6 tháng cuối năm
first half of the year = 6 tháng đầu năm; second half of the year = 6 tháng cuối năm; half of the year = 6 tháng
first six months = 6 tháng đầu năm; first 6 months = 6 tháng đầu năm; last six months = 6 tháng cuối năm
six months = 6 tháng; 6 months = 6 tháng; six monthly = 6 tháng; 6 monthly = 6 tháng; nine month = 9 tháng
nine months = 9 tháng; 9 month = 9 tháng; first nine months = 9 tháng đầu năm; first quarter = quý I
second quarter = quý II; third quarter = quý III; fourth quarter = quý IV; last quarter = quý IV
school year = năm học; academic year = năm học; semester = học kỳ; school term = học kỳ; first semester = học kỳ I
second semester = học kỳ II; summer = hè|mùa hè; summer holidays = hè|nghỉ hè; summer break = hè|nghỉ hè
lunar new year = Tết Nguyên đán; new year = năm mới; rainy season = mùa mưa; dry season = mùa khô
term of office = nhiệm kỳ; tenure = khóa|nhiệm kỳ; term = nhiệm kỳ|khóa; lifetime = suốt đời
previous year = năm trước; following year = năm sau; next year = năm sau; previous month = tháng trước
following month = tháng sau; next month = tháng sau; coming years = những năm tới; duration = thời gian
time limit = thời hạn; processing time = thời hạn giải quyết|thời gian giải quyết; waiting time = thời gian chờ
lead time = thời gian; starting from = kể từ; counting from = kể từ ngày; from the date of = kể từ ngày
as of = tính đến; by the end of = hết|đến hết; until the end of = đến hết; to the end of = đến hết
from now on = từ nay; onward = trở đi; onwards = trở đi; until now = đến nay; so far = đến nay; immediately = ngay
at once = ngay; right away = ngay; urgent = khẩn; urgently = khẩn trương; in advance = trước; beforehand = trước
ahead of = trước; afterwards = sau đó; at the same time = đồng thời; simultaneously = đồng thời
around the clock = 24/24; all year round = quanh năm; year round = quanh năm|thường xuyên; permanently = vĩnh viễn
permanent = thường trực; forever = vĩnh viễn; long term = lâu dài; short term = ngắn hạn; temporary = tạm thời
temporarily = tạm thời
# how often
every month = hằng tháng|hàng tháng|mỗi tháng; each month = hằng tháng|hàng tháng|mỗi tháng
per month = mỗi tháng|hằng tháng; a month = mỗi tháng|hằng tháng; every week = hằng tuần|hàng tuần|mỗi tuần
each week = hằng tuần|hàng tuần|mỗi tuần; per week = mỗi tuần|hằng tuần; a week = mỗi tuần|hằng tuần
every day = hằng ngày|hàng ngày|mỗi ngày; each day = hằng ngày|hàng ngày|mỗi ngày; daily = hằng ngày|hàng ngày
monthly = hằng tháng|hàng tháng|mỗi tháng; weekly = hằng tuần|hàng tuần|mỗi tuần
every quarter = hằng quý|hàng quý|mỗi quý; each quarter = hằng quý|hàng quý|mỗi quý; per year = mỗi năm|năm
a year = mỗi năm|năm; once a year = 1 lần năm|mỗi năm; twice a year = 2 lần năm|6 tháng
once a month = mỗi tháng 1 lần|hằng tháng; twice a month = mỗi tháng 2 lần; once a week = mỗi tuần 1 lần|hằng tuần
twice a week = mỗi tuần 2 lần; once a quarter = mỗi quý 1 lần|hằng quý; three times a year = 3 lần năm
how many times = mấy lần bao nhiêu lần; how often = định kỳ mấy lần; number of times = số lần; twice = 2 lần
times = lần; time = thời gian; frequency = định kỳ; how much = bao nhiêu; how many = bao nhiêu
how many people = bao nhiêu người; number of people = số người; how long = bao lâu thời gian
# reports by their time
quarterly report = báo cáo quý; monthly report = báo cáo tháng; weekly report = báo cáo tuần
6 month report = báo cáo 6 tháng; six month report = báo cáo 6 tháng; half year report = báo cáo 6 tháng
half yearly report = báo cáo 6 tháng; mid year report = báo cáo 6 tháng; midyear report = báo cáo 6 tháng
semi annual report = báo cáo 6 tháng; biannual report = báo cáo 6 tháng; first half report = báo cáo 6 tháng đầu năm
first half year report = báo cáo 6 tháng đầu năm; nine month report = báo cáo 9 tháng
9 month report = báo cáo 9 tháng; year end report = báo cáo năm; end of year report = báo cáo năm
yearly report = báo cáo năm; ad hoc report = báo cáo đột xuất; unscheduled report = báo cáo đột xuất
periodic report = báo cáo định kỳ; regular report = báo cáo định kỳ; thematic report = báo cáo chuyên đề
quick report = báo cáo nhanh; first quarter report = báo cáo quý I; second quarter report = báo cáo quý II
third quarter report = báo cáo quý III; fourth quarter report = báo cáo quý IV
self inspection report = báo cáo tự kiểm tra; self assessment = tự đánh giá; self evaluation = tự đánh giá
self assessment report = báo cáo tự đánh giá; results report = báo cáo kết quả; reporting period = kỳ báo cáo
reporting deadline = thời hạn báo cáo; reporting regime = chế độ báo cáo; reporting regulations = chế độ báo cáo
closing date = hạn cuối|thời hạn; final date = hạn cuối|thời hạn; latest date = chậm nhất
last date = hạn cuối|chậm nhất; cut off date = ngày chốt|trước ngày; cutoff date = ngày chốt|trước ngày
finalise = chốt|hoàn thành; finalize = chốt|hoàn thành; target date = thời hạn; time frame = thời gian
timeframe = thời gian; deadline = hạn nộp trước ngày
# "when" that asks nothing
when it = khi; when they = khi; when he = khi; when she = khi; when you = khi; when we = khi; when i = khi
when there = khi; when a = khi; when an = khi; when someone = khi; when somebody = khi; when people = khi
when doing = khi; when dealing = khi; when using = khi; when working = khi; when receiving = khi; when handling = khi
when registering = khi; when submitting = khi
# reports called by their time alone
annual one = báo cáo năm; yearly one = báo cáo năm; quarterly one = báo cáo quý; monthly one = báo cáo tháng
six month one = báo cáo 6 tháng; 6 month one = báo cáo 6 tháng; half year one = báo cáo 6 tháng
final one = báo cáo tổng kết; year end one = báo cáo năm; weekly one = báo cáo tuần; nine month one = báo cáo 9 tháng
which department = phòng; which division = phòng; which office = phòng cơ quan; which unit = đơn vị
which body = cơ quan; which agency = cơ quan
"""
