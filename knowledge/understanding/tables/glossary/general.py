"""Words of courses, rules, meetings and duties, and everyday words whose meaning depends on their neighbours."""

ENTRIES = """
# courses, marks, certificates
learner = học viên; trainee = học viên; course participant = học viên; lecturer = giảng viên; class = lớp
class head = chủ nhiệm lớp; form teacher = chủ nhiệm lớp; class teacher = chủ nhiệm lớp; lesson = tiết
teach = giảng dạy; mark = điểm; final mark = điểm kết thúc; grade = xếp loại; pass mark = điểm đạt
essay = bài thu hoạch; final essay = bài thu hoạch cuối khóa; exam paper = bài thi; paper gets re marked = phúc khảo
re mark = phúc khảo; remark the paper = phúc khảo; contest the mark = phúc khảo; appeal the mark = phúc khảo
re marking = phúc khảo; certificate of completion = giấy chứng nhận; course certificate = giấy chứng nhận
diploma = bằng tốt nghiệp; revoke = thu hồi hủy bỏ; withdraw = thu hồi; revoked = thu hồi hủy bỏ; reissue = cấp lại
re issue = cấp lại; expelled = buộc thôi học; expel = buộc thôi học; expulsion = buộc thôi học; warning = cảnh cáo
reprimand = khiển trách; suspend = đình chỉ; absent = vắng nghỉ; absence = vắng nghỉ; attendance = tham dự
political centre = trung tâm chính trị; political center = trung tâm chính trị; centre = trung tâm; center = trung tâm
teaching hours = giờ chuẩn; study results = kết quả học tập; results of study = kết quả học tập; enrol = tuyển sinh
enroll = tuyển sinh; graduation = tốt nghiệp; syllabus = chương trình; textbook = giáo trình; internal rules = nội quy
# rules and their parts
chapter = chương; clause = khoản; multiple = nhiều; by what multiple = bao nhiêu lần
regulation attached = quy chế ban hành kèm theo; attached regulation = quy chế ban hành kèm theo
take effect = hiệu lực thi hành; takes effect = hiệu lực thi hành; effective date = hiệu lực
come into force = hiệu lực thi hành; replace = thay thế; repeal = bãi bỏ; scope = phạm vi; main headings = mục
exception = ngoại lệ; exempt = miễn; condition = điều kiện; age limit = độ tuổi
# elections and meetings
final list = danh sách chính thức; official list = danh sách chính thức; preliminary list = danh sách sơ bộ
list = danh sách; list all = liệt kê; list every = liệt kê; list the = liệt kê; list each = liệt kê
list of all = liệt kê; list of every = liệt kê; list me = liệt kê; list out = liệt kê; conference = hội nghị
first conference = hội nghị lần thứ nhất; second conference = hội nghị lần thứ hai
third conference = hội nghị lần thứ ba; candidate = người ứng cử; nominee = người được giới thiệu; voter = cử tri
seat = đại biểu số lượng; secret ballot = bỏ phiếu kín; show of hands = giơ tay biểu quyết; raise hands = giơ tay
confidence = tín nhiệm; quorum = số lượng tham dự; communication subcommittee = tiểu ban tuyên truyền
propaganda subcommittee = tiểu ban tuyên truyền; subcommittee = tiểu ban; sub committee = tiểu ban; minutes = biên bản
agenda = chương trình
# cadres
personnel file = hồ sơ; personnel work = công tác cán bộ; cadre planning = quy hoạch cán bộ
next term = nhiệm kỳ kế tiếp; declare = kê khai; truthfully = trung thực; truthful = trung thực; fully = đầy đủ
dismiss = miễn nhiệm cách chức; dismissal = miễn nhiệm cách chức; resign = từ chức; transfer = điều động
armed forces = lực lượng vũ trang; approve = phê duyệt; approval = phê duyệt; competent authority = cấp có thẩm quyền
central organising commission = ban tổ chức trung ương; central organizing commission = ban tổ chức trung ương
# duties
overall charge = phụ trách chung; in overall charge = phụ trách chung; in charge of = phụ trách
take charge = phụ trách; what falls to = nhiệm vụ trách nhiệm; decide = quyết định; draw up = xây dựng
draft = xây dựng dự thảo; commit = cam kết; commitment = cam kết; pledge = cam kết; sign a commitment = ký cam kết
household = hộ gia đình|hộ dân|hộ; firm = doanh nghiệp; find = phát hiện; detect = phát hiện
spread = lan tỏa nhân rộng; expect = phấn đấu; strive = phấn đấu; rely on = căn cứ; relies on = căn cứ
prompted = thực hiện; dispatch = công văn; official dispatch = công văn; feedback on = phản biện
supervision and feedback = giám sát phản biện; social supervision = giám sát phản biện xã hội
# by their neighbours
good = tốt; good model = mô hình tốt; good example = điển hình gương; good practice = cách làm hay
exemplary case = điển hình; exemplary = tiêu biểu điển hình; example = điển hình gương; examples = điển hình gương
meet = đạt; meet difficulties = khó khăn vướng mắc; meet the standard = đạt tiêu chuẩn
meet the criteria = đạt tiêu chí; meet the target = đạt chỉ tiêu; meet standards = đạt tiêu chuẩn
meet requirements = đáp ứng yêu cầu; meet the requirement = đáp ứng yêu cầu; in the media = truyền thông báo đài
on the media = truyền thông báo đài; mass media = phương tiện thông tin đại chúng; medium = phương tiện
standard = tiêu chuẩn; authorities = chính quyền; pdf = định dạng file
"""
