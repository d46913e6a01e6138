"""How people put questions: everyday pairs and triples of words, for restoring diacritics; separated by "|".

Common words fold to the spelling of rarer ones that plans are full of ("co" is "có" in a question, "cơ" in "cơ quan"),
so the phrases that surround them in questions count as evidence beside the plans' own text.
"""

from __future__ import annotations

_TEXT = """
có bị|có bị gì không|có bị phạt không|có bị trừ điểm không|có bị hạ thi đua không|bị trừ điểm|bị hạ thi đua|bị kỷ luật
bị kiểm điểm|bị xử lý|bị khiển trách|bị cảnh cáo|bị nhắc nhở|bị phê bình|trừ điểm|trừ điểm thi đua|hạ thi đua|hạ bậc
hạ xếp loại|xếp loại|cộng điểm|chấm điểm|thang điểm|điểm thưởng|có sao không|có sao đâu|không sao|thì sao|thì có sao
có được|có được không|có được khen không|có được tặng|có được thưởng|được khen|được thưởng|được tặng
được tặng bằng khen|có tặng|có tặng bằng khen không|có tặng giấy khen không|tặng bằng khen không|có khen không
có thưởng không|có thưởng gì|có tiền thưởng không|có bằng khen không|có giấy khen không|mấy bằng khen
bao nhiêu bằng khen|khen gì|thưởng gì|có gì|có gì mới|có gì hay|có gì khác|có những ai|có những gì|có ai|có nơi nào
có chỗ nào|có chỗ nào nói|có cần|có cần không|có cần nộp không|có phải|có phải nộp|có phải báo cáo không|có phải gửi
có phải làm|có phải đăng ký|có bắt buộc không|có bắt buộc|bắt buộc không|có nói|có nói gì|có nói đến|có nói tới|có nhắc
có nhắc đến|có nêu|có ghi|có ghi rõ không|có quy định|có yêu cầu|có đề cập|có hướng dẫn|có mẫu không|có mẫu|có file
có kèm|có đính kèm|có kèm theo|có link|có hạn không|có hạn chót không|có thời hạn không|có ngày cụ thể không
có nêu ngày không|có còn|có còn hiệu lực|có kịp không|có mấy|có mấy điều|có mấy mục|có mấy phần|có mấy đợt
có mấy nội dung|có mấy tiêu chí|có bao nhiêu|có bao nhiêu người|có bao nhiêu mục|có bao nhiêu chỉ tiêu|có thể
có thể gửi|có thể nộp|có thể gia hạn|có thể nộp trễ|không thể|có đúng|có đúng là|có đúng vậy không|có thật|có ai biết
có phân công|có trách nhiệm|có nhiệm vụ|có quyền|có công|có ích|có lợi|nằm ở|nằm ở đâu|nằm ở phần nào|nằm ở mục nào
nằm trong|nằm trong mục nào|ở phần nào|ở mục nào|ở chỗ nào|ở khoản nào|ở trang nào|ở chương nào|ở điều nào|phần nào
mục nào|chỗ nào|ở chỗ nào nói|thuộc phần nào|thuộc mục nào|thuộc về ai|thuộc nhóm nào|thuộc lĩnh vực nào|trực thuộc
trực thuộc ai|trực thuộc đảng bộ nào|trực thuộc cơ quan nào|trực thuộc đâu|vậy|vậy bạn|nộp báo cáo vậy|báo cáo vậy
khi nào vậy|bao giờ vậy|ở đâu vậy|là gì vậy|ai vậy|làm gì vậy|sao vậy|thế vậy|như vậy|vậy thì|vậy thì sao|vậy còn
vậy có|vậy ai|vậy là|vậy hả|vậy ta|gì vậy|nào vậy|mấy vậy|đâu vậy|không vậy|được vậy|thế|thế còn|thế thì|thế thì sao
thế phòng|thế phòng nội vụ|thế sở|thế ban|thế quận|thế xã|thế phường|thế trường|thế chi bộ|thế đảng ủy|thế mặt trận
thế công đoàn|thế đoàn thanh niên|thế hội phụ nữ|thế các|thế cái|thế ai|thế khi nào|thế bao giờ|thế nào|thế nào là
thế nào thì|là thế nào|ra làm sao|làm thế nào|làm thế nào để|như thế nào|thế à|thế hả|thế còn ai|đưa lên|đưa lên báo
đưa lên báo đài|đưa tin|đưa vào|đưa ra|lên báo đài|báo đài|báo chí|lên mạng|lên mạng xã hội|đăng báo|đăng lên|đăng tải
phát thanh|truyền hình|loa phường|bảng tin|trang web|cổng thông tin|mạng xã hội|dán ở đâu|treo ở đâu|ai ký|ai ký tên
ai ký vậy|ai là người ký|người nào ký|do ai ký|ký ngày nào|ký khi nào|ai đứng tên|ai duyệt|ai cho phép|ai làm|ai lo
ai lo việc|ai lo phần|ai quản lý|ai kiểm tra|ai giám sát|ai nhận|ai nhận báo cáo|ai nhận bản|ai nhận văn bản
ai nhận được|ai nhận được kế hoạch|ai được nhận|ai gửi|ai nộp|ai báo cáo|ai phải|ai phải nộp|ai phải làm
ai phải báo cáo|ai chịu|ai chịu trách nhiệm|ai chỉ đạo|ai thẩm định|ai xét|ai quyết định|ai đề nghị|ai giới thiệu
ai tổ chức|ai dự|ai tham gia|ai thực hiện|ai triển khai|ai hướng dẫn|ai công nhận|ai chấm|ai đánh giá|ai bầu
ai bỏ phiếu|giao ai|hỏi ai|nhận bản|nhận bản kế hoạch|nhận kế hoạch|nhận văn bản|nhận bằng khen|bản kế hoạch|bản này
trong bản này|văn bản gửi ai|văn bản gửi đi đâu|gửi những đâu|gửi những ai|gửi cho những ai|gửi cho những nơi nào
gửi cấp nào|ban nào|cấp nào|cấp trên|lên ai|báo cáo lên ai|báo cáo lên đâu|báo cáo lên cấp nào|trình ai|trình lên ai
gửi lên ai|gửi lên đâu|nộp lên đâu|từ năm nào|từ năm nào đến năm nào|chạy từ năm nào|kéo dài từ năm nào|kéo dài bao lâu
giai đoạn|giai đoạn nào|áp dụng giai đoạn nào|cho giai đoạn nào|trong giai đoạn|của giai đoạn
kéo dài đến|đến năm nào|đến khi nào|đến bao giờ|đến hết|từ khi nào|từ bao giờ|từ ngày nào|từ ngày nào đến ngày nào
từ tháng mấy|đến tháng mấy|từ lúc nào|trong bao lâu|mất bao lâu|bao lâu|bao lâu một lần|mấy tháng một lần
mỗi năm mấy lần|một năm mấy lần|năm mấy lần|mấy kỳ|mấy đợt|làm mấy đợt|báo cáo mấy đợt|đợt đầu|đợt sau|đợt một|đợt hai
đợt ba|đợt 1|đợt 2|đợt cuối|đợt này|đợt nào|từng đợt|mỗi đợt|đợt thi đua|đợt cao điểm|đợt giám sát|đợt kiểm tra
đợt báo cáo|lần đầu|lần hai|lần sau|lần cuối|lần nào|thành báo cáo riêng|báo cáo riêng|làm riêng|gửi riêng|nộp riêng
riêng hay chung|ghép chung|ghép vào|gộp chung|gộp vào|lồng ghép|lồng ghép vào|làm chung|nộp chung|báo cáo chung
hay ghép chung|hay gộp|hay lồng ghép|làm báo cáo|viết báo cáo|lịch|lịch thi|lịch nộp|lịch nộp báo cáo|lịch họp
lịch làm việc|lịch kiểm tra|lịch tiếp dân|lịch nghỉ|lịch công tác|theo lịch|thi vào lớp|lớp 10|lớp mười|lớp học
thi tuyển|tuyển sinh|kỳ thi|điểm thi|điểm chuẩn|học bổng|học phí|nghỉ hè|nghỉ tết|bà con|bà con nông dân
vận động bà con|giúp bà con|cho bà con|của bà con|bà con đổi|dân mình|người ta|làm ăn|trong làm ăn|cách làm ăn
chuyển đổi|đổi cái gì|đổi gì|đổi mới cái gì|trồng cây gì|nuôi con gì|buôn bán|chợ búa|bán hàng|vay vốn|hộ nghèo|gửi vào
gửi vào đâu|gửi vào mail nào|gửi vào hộp thư nào|nộp vào|nộp vào đâu|gửi mail|qua mail|mail nào|địa chỉ mail
gửi bằng gì|nộp bằng gì|nộp bản gì|nộp mấy bản|gửi mấy bản|gửi kiểu gì|nộp kiểu gì|nộp thế nào|nộp sao|gửi sao|làm sao
làm sao để|phải làm sao|phải làm thế nào|biết làm sao|tính sao|thì phải làm sao|thì làm sao|sao lại|vì sao|tại sao lại
muộn có sao không|trễ có sao không|trễ thì sao|trễ hạn thì sao|nộp trễ thì sao|nộp trễ có bị|nộp trễ có bị phạt không
nộp muộn có bị|chậm nộp|chậm nộp thì sao|không nộp thì sao|không nộp có bị|quên nộp|lỡ hạn|sắp hết hạn|còn hạn|hết hạn
đã nộp chưa|nộp chưa|gửi chưa|xong chưa|làm chưa|hết hạn chưa|tới hạn chưa|tới ngày nào|tới khi nào|tới đâu|tới đâu rồi
là bao nhiêu|là mấy|là khi nào|là bao giờ|là ai|là người nào|là cơ quan nào|là đơn vị nào|là của ai|là ngày mấy
là năm nào|mục tiêu là gì|mục tiêu năm|đặt mục tiêu|đặt chỉ tiêu|chỉ tiêu gì|chỉ tiêu bao nhiêu phần trăm
đặt ra chỉ tiêu|phấn đấu|phấn đấu đạt|đạt mấy phần trăm|đạt bao nhiêu phần trăm|bao nhiêu phần trăm|mấy phần trăm
tỷ lệ nữ|tỷ lệ hộ nghèo|ít nhất mấy|ít nhất bao nhiêu|tối thiểu mấy|tối đa bao nhiêu|được mấy|được bao nhiêu
cần bao nhiêu|cần mấy|cần gì|cần ai|cần những gì|cần làm|cần chuẩn bị gì|chuẩn bị gì|hồ sơ gồm gì|hồ sơ cần gì|gồm mấy
gồm mấy phần|gồm ai|gồm những ai|thành phần gồm|thành phần gồm ai|đoàn gồm ai|họp khi nào|họp ở đâu|họp mấy lần
hội nghị|hội nghị khi nào|tổ chức khi nào|tổ chức ở đâu|tổ chức gì|diễn ra|diễn ra khi nào|diễn ra ở đâu
bắt đầu khi nào|kết thúc khi nào|khi nào xong|khi nào bắt đầu|bao giờ xong|bao giờ kết thúc|bao giờ bắt đầu
bao giờ tổng kết|khi nào tổng kết|khi nào sơ kết|năm nào tổng kết|kế hoạch này|kế hoạch đó|kế hoạch nói gì
kế hoạch của ai|kế hoạch chạy|kế hoạch về|kế hoạch có|kế hoạch năm nào|kế hoạch cũ|kế hoạch mới|theo kế hoạch
trong kế hoạch|kế hoạch yêu cầu|kế hoạch giao|kế hoạch còn hiệu lực không|tiền đâu|lấy tiền đâu|tiền ở đâu|lấy ở đâu
kinh phí ở đâu|kinh phí lấy từ đâu|nguồn kinh phí|nguồn nào|ai chi|ai trả|chi bao nhiêu|mức chi|dự toán|quyết toán
ngân sách nào|tiền thưởng bao nhiêu|thưởng bao nhiêu|thưởng mấy|cho công chức|cho cán bộ|cho đảng viên|cho dân
cho người dân|cho giáo viên|cho học sinh|cho phụ nữ|cho trẻ em|cho ai|không được|không được làm gì|cái gì không được
những gì không được|cấm gì|cấm làm gì|không nên|đừng|nói không|nói không với|năm điều không|5 điều không|năm cái không
liệt kê 5 không|kể 5 không|đọc 5 không|5 không là gì|5 không gồm gì|không gì|dạ|dạ cho em hỏi|dạ em hỏi|dạ em cần
em cần|em muốn hỏi|em muốn biết|cho em xin|cho em biết|cho em coi|coi giúp|xem giúp|tra giúp|tìm giúp|chỉ giúp|chỉ em
chỉ giùm|giùm em|giùm mình|nhờ bạn|nhờ bot|nhờ xem|bạn ơi|bot ơi|ad ơi|anh ơi|chị ơi|mọi người ơi|ơi cho hỏi
ơi cho em hỏi|hỏi chút|hỏi tí|hỏi xíu|hỏi thăm|cho hỏi chút|cho hỏi cái|cho hỏi với|với ạ|nhé ạ|nha bạn|nhé bạn|nha ad
giúp với|giúp em với|giúp mình với|gấp lắm|đang cần gấp|cần gấp|không biết|không rõ|không nhớ|không hiểu|chưa hiểu
chưa rõ|nghe nói|hình như|có lẽ|chắc là|đúng rồi|đúng không ạ|phải không ạ|được không ạ|không ạ|chi tiết
nội dung chi tiết|cụ thể chi tiết|chi tiết hơn|nói chi tiết|xem chi tiết|tài liệu|tài liệu gì|tài liệu nào|gửi tài liệu
hồ sơ tài liệu|dữ liệu|cơ sở dữ liệu|số liệu|nhập liệu|mật khẩu|đổi mật khẩu|quên mật khẩu|tài khoản|đăng nhập|phần mềm
đúng ngày|đúng hạn|đúng giờ|đúng mẫu|đúng chưa|đúng là|làm đúng|nộp đúng|đúng quy định|đúng thời gian|đúng hay sai
mới đúng|muộn nhất|muộn không|gửi muộn|làm muộn|muộn mấy ngày|lỡ gửi|lỡ nộp|lỡ quên|lúc mấy giờ|lúc mấy|mấy giờ
trước mấy giờ|phòng ban|các phòng ban|phòng ban nào|bàn về|bàn về việc gì|bàn bạc|mảng nào|mảng gì|những mảng
phụ trách mảng|câu nào|câu gì|trong câu|chữ gì|chữ nào|những chữ|phông chữ|cỡ chữ|viết chữ|mức nào|ở mức|mức độ
mấy bước|từng bước|bước nào|các bước|dùng vào|dùng vào việc gì|dùng để|dùng gì|sử dụng vào|dựa vào|căn cứ vào|rơi vào
rơi vào ngày|tính là|tính từ|tính đến|cần được|cần có|cần nâng|cần lắng nghe|cần thêm|sẽ do|do cấp nào|do đơn vị nào
dành cho|không dành cho|chỉ dành cho|thì thế nào|thì được|thì gửi|thì nộp|thì phải|thì tính|thì đã|thì còn|năm thì
quận thì|xã thì|tỉnh thì|ngày thì|luật thì|thôi|năm thôi|vậy thôi|thế thôi|kịp chứ|được chứ|có chứ|phải chứ|rồi chứ
đi qua|đi đâu|đi làm|đi họp|ra đời|ra từ ngày|nêu gương|gương điển hình|gương người tốt|nếu ngày|nếu nộp|nếu có
nếu không|nếu trễ|ở mỗi|mỗi địa phương|mỗi quý|mỗi xã|văn thư|nhận việc|mới nhận việc|mới vào|khuyên|khuyên nên
khuyên dùng|kêu gọi|được kêu gọi|quy tụ|viện dẫn|được viện dẫn|điều chỉnh|điều chỉnh việc|ấn định|ấn định ngày|kỷ niệm
kết nạp|kết nạp đảng|hội thi|chi cho|ai chi cho|mua bán|mua sắm|bỏ nội dung|bỏ mục|bỏ qua|khỏi kế hoạch|khỏi phải
rút khỏi|để phát|để xem|mang số|mang tên|trên đầu|đầu trang|đoạn này|đoạn nào|trang nào|gói trong|gói gọn|anh chị em
chị em|các chị|bên mình|mình lỡ|ngày mình|mệt quá|giỏi quá|hay quá|nhà báo|một trường|trường thuộc|trường mình
trường nào|giá vàng|giá cả|đọc chưa|nghe chưa|gắn với|gắn liền|việc đó|cái đó|điều đó|trở về|trở lên|trở xuống|trở đi
tới số|tới hạn|tới nơi|mới nhất|cái mới|người mới|kể|kể tên|kể ra|kể hết|kể giúp|sở nào|bữa nào|hôm qua|hôm nay
ngày mai|tuần này|tuần sau|tháng sau|tháng trước|quý này|quý sau|quý mấy|quý nào|năm tới|chủ tịch phường|chủ tịch xã
chủ tịch quận|chủ tịch huyện|chủ tịch tỉnh|bí thư chi bộ|bí thư đảng ủy|trưởng ban|phó ban|trưởng thôn|tổ trưởng
tổ trưởng dân phố|chi hội|chi đoàn|hội viên|tổ bầu cử|điểm bỏ phiếu|hòm phiếu|thẻ cử tri|đi bầu|bỏ phiếu|kiểm phiếu
ngày bầu cử|giám sát bầu cử|người ứng cử|hiệp thương|vận động bầu cử|đại biểu quốc hội|bình đẳng giới|phụ nữ|trẻ em
trẻ em gái|bạo lực|bạo lực gia đình|nam giới|nữ giới|tỷ lệ cán bộ nữ|tháng hành động|giảm nghèo|hộ cận nghèo
thoát nghèo|nhà dột nát|xóa nhà tạm|nước sạch|việc làm|học nghề|bảo hiểm|bảo hiểm y tế|trợ cấp|khám bệnh|tiêm chủng
dịch bệnh|sốt xuất huyết|an toàn thực phẩm|hiến máu|vệ sinh|rác thải|phân loại rác|ô nhiễm|ngập nước|chữa cháy
phòng cháy|tội phạm|ma túy|cờ bạc|lừa đảo|tai nạn|đèn đường|camera|an ninh mạng|tin giả|mất an ninh|chữ ký số
dịch vụ công|một cửa|bộ phận một cửa|hồ sơ trực tuyến|căn cước|định danh|thanh toán|không dùng tiền mặt|đại hội đảng
chào mừng đại hội|huân chương|cờ thi đua|chiến sĩ thi đua|lao động tiên tiến|danh hiệu gì|tập thể nào|sáp nhập|bộ máy
tinh gọn|biên chế|cán bộ không chuyên trách|khu dân cư|tổ tự quản|cụm dân cư|nhà văn hóa|gia đình văn hóa|khuyến học
xã hội học tập|đọc sách|thư viện|thể thao|lễ hội|phố đi bộ|đường hoa|công viên|di tích|du lịch|hủ tục|tang lễ|cưới hỏi
mê tín|tín ngưỡng|chùa|nhà thờ|chức sắc|già làng|trưởng bản|người uy tín|đồng bào dân tộc|Bác Hồ|lời Bác|lời Bác dạy
lời dạy của Bác|học tập Bác|làm theo Bác|Bác Hồ dạy|Bác Hồ nói|Bác nói
chú thích|chú thích số|ghi chú|chú ý|ông|bà
ông ấy|bà ấy|ông trưởng phòng|ông chủ tịch|ông bí thư|bà chủ tịch|bà trưởng phòng|do ông|do bà|ông nào|bà nào|tôi là
tôi là bí thư|tôi là hiệu trưởng|tôi là trưởng phòng|tôi là giáo viên|tôi phải|tôi phải làm|tôi cần|tôi muốn|tôi đã
giao tôi|giao tôi việc|giao mỗi|mỗi cơ quan|mỗi đơn vị|mỗi trường|mỗi phường|mỗi năm|có cùng|cùng ngày|cùng hạn
cùng nơi|cùng một|cùng qua|cũng vẫn|vẫn là|vẫn ngày|vẫn hợp lệ|hợp lệ|còn hợp lệ|nêu|nêu mấy|nêu các|nêu những
nêu đích danh|được nêu|được nêu đầu tiên|nêu ra|đưa|phải đưa|đưa kế hoạch|đưa gương|được đưa|dựa trên|dựa vào đâu
còn dùng|còn dùng làm căn cứ|dùng làm|đứng ra|đứng ra soạn|soạn|soạn kế hoạch|soạn thảo|ai soạn|đứng đầu
người đứng đầu|đứng tên|đứng tên ở|tự tay|tự làm|tự lập|tự xây dựng|phải tự|tư cách|tư cách gì|với tư cách|chức danh
chức danh gì|kiêm|kiêm bí thư|kiêm nhiệm|kiêm phó|của ngành|của ai|của quý|của họ|muốn được|muốn biết|muốn phản ánh
muốn nâng cao|muốn vận động|để phát động|để thực hiện|để gửi|để nộp|mới họp|họp xong|họp bàn|bàn chuyện|bàn chuyện gì
bàn việc|kể đủ|đầy đủ|có đầy đủ|có đủ|đủ mấy|mức|mức mấy|đặt mức|đạt mức|ở mức nào|vế|vế nào|mấy vế|vế còn lại|câu
câu đầy đủ|câu chủ đề|theo câu|viết|được viết|viết ở|viết thế nào|viết gì|viết lại|đúng hẹn|sang ngày|lùi sang
dời sang|hoãn sang|chuyển sang|sáng nay|chiều nay|kỳ nào|những kỳ nào|báo cáo kỳ|kỳ sơ kết|kỳ tổng kết|kỳ họp|lo
lo việc|lo tuyên truyền|lo những việc|lo gì|dưới trang|giỏi|giỏi ghê|hãy|hãy trả lời|chúc|chúc buổi sáng|buổi sáng
buổi chiều|buổi tối|vui vẻ|hữu ích|hữu ích lắm|con số|con số cụ thể|con số nào|tức là|dạng gì|dạng nào|nửa đầu năm
nửa cuối năm|bấm gửi|vừa bấm|dặn|dặn dò|dặn chăm lo|được nhận|nhận sáng kiến|coi trọng|có trong|có trong nơi nhận
thành tích xuất sắc|tặng thẳng|luôn hả|thẳng|chào bạn|bạn giỏi|bạn có|thông tin|số nào|số và ngày|số mấy|văn bản số
chốt|chốt hạn|chốt báo cáo|chốt ngày|thì|thì ai|thì đi|thì tập thể|thì cơ quan|thì học sinh|thì vận động|thì đơn vị
thì hạn|thì khen|thì dân|thì họp|thì cũng|mà|mà kế hoạch|mà ngành|năm mà|bản|những bản nào|mới gửi bản|qua thư điện tử
qua ai|của quận|hàng năm|năm nay|nay còn|còn hiệu lực|đến nay|lương|lương bí thư|lương giáo viên|lương cán bộ
lương công chức|lương của|mức lương|lương cơ bản|bao nhiêu phường|mấy phường|các phường|phường em|phường phải
phường mình|sớm hơn|bên nào sớm|bên nào|bên nào trước|cột|cột nào|tên gì|đoạn|tự quản|tự nguyện|ở đây|cấm|bị cấm|nhóm
đối tượng|cần khéo|cần làm những|cần những|dự thi|dự họp|thu hoạch|bài|viết bài|bài thu hoạch|đuôi|đuôi file|tập hợp
thu hút|lít|trụ sở|địa chỉ trụ sở|chi bộ trường|ở trường|trường ở|thứ sáu|cuối quý|theo quý|chào bạn nha|của bạn
đưa quần chúng|tối đa|được duyệt|ngày đó|hôm đó|mục tiêu bao nhiêu|tới năm nào|5 không của|trưởng phòng|để ở đâu
dẫn chiếu|dẫn nghị quyết|trích dẫn|hướng dẫn nào
"""
EVERYDAY = _TEXT.replace("\n", "|")
