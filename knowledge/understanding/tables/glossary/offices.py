"""Offices by their field of work, and bodies by their level, put together both ways that English has."""

_FIELDS = """
health = y tế; home affairs = nội vụ; internal affairs = nội vụ; finance = tài chính; education = giáo dục
education and training = giáo dục và đào tạo; agriculture = nông nghiệp
agriculture and environment = nông nghiệp và môi trường
agriculture and rural development = nông nghiệp và phát triển nông thôn
natural resources and environment = tài nguyên và môi trường; environment = tài nguyên và môi trường
construction = xây dựng; transport = giao thông vận tải; transportation = giao thông vận tải
culture and sports = văn hóa và thể thao; culture = văn hóa; culture and information = văn hóa và thông tin
culture and society = văn hóa xã hội; culture and social affairs = văn hóa xã hội
culture sports and tourism = văn hóa thể thao và du lịch; tourism = du lịch
information and communications = thông tin và truyền thông; information and communication = thông tin và truyền thông
science and technology = khoa học và công nghệ; industry and trade = công thương; justice = tư pháp
labour invalids and social affairs = lao động thương binh và xã hội
labor invalids and social affairs = lao động thương binh và xã hội; labour = lao động thương binh và xã hội
social affairs = lao động thương binh và xã hội; planning and investment = kế hoạch và đầu tư
finance and planning = tài chính kế hoạch; foreign affairs = ngoại vụ; ethnic affairs = dân tộc
ethnic minority affairs = dân tộc; ethnic and religious affairs = dân tộc và tôn giáo; religious affairs = tôn giáo
tax = thuế; statistics = thống kê; economy = kinh tế; economic = kinh tế; economics = kinh tế
urban management = quản lý đô thị; public security = công an; national defence = quốc phòng
national defense = quốc phòng; nursing = điều dưỡng; quality management = quản lý chất lượng
general planning = kế hoạch tổng hợp; personnel = tổ chức cán bộ; organisation and personnel = tổ chức cán bộ
organization and personnel = tổ chức cán bộ; human resources = tổ chức cán bộ; administration = hành chính
administrative = hành chính; accounting = kế toán; accountancy = kế toán; finance and accounting = tài chính kế toán
general affairs = tổng hợp; synthesis = tổng hợp; internal medicine = nội; surgery = ngoại; paediatrics = nhi
pediatrics = nhi; emergency = cấp cứu; pharmacy = dược; professional = chuyên môn; legal = pháp chế
training = đào tạo; inspection = thanh tra; science and education = khoa giáo; propaganda = tuyên truyền
mass mobilisation = dân vận; mass mobilization = dân vận; emulation and commendation = thi đua khen thưởng
emulation and rewards = thi đua khen thưởng
"""
_HOUSES = {
    "department": "sở {}|phòng {}|khoa {}|ban {}|bộ phận {}",
    "division": "phòng {}|khoa {}|ban {}|bộ phận {}|sở {}",
    "office": "phòng {}|sở {}|ban {}|bộ phận {}",
    "section": "bộ phận {}|phòng {}|tổ {}|ban {}",
    "bureau": "phòng {}|cục {}|sở {}",
    "unit": "bộ phận {}|tổ {}|phòng {}",
    "ministry": "bộ {}",
    "sector": "ngành {}",
    "minister": "bộ trưởng bộ {}",
    "council": "hội đồng {}|ban {}",
}

_LEVELS = {
    "provincial": "tỉnh",
    "province": "tỉnh",
    "city": "thành phố",
    "municipal": "thành phố",
    "district": "huyện|quận",
    "ward": "phường",
    "commune": "xã",
    "town": "thị xã",
    "township": "thị trấn",
    "hamlet": "thôn|ấp",
    "village": "thôn|bản|ấp",
    "central": "trung ương",
    "grassroots": "cơ sở",
}
_BODIES = """
people s committee = ủy ban nhân dân; people s council = hội đồng nhân dân; peoples committee = ủy ban nhân dân
peoples council = hội đồng nhân dân; fatherland front = mặt trận tổ quốc|ủy ban mặt trận tổ quốc
front = mặt trận tổ quốc|mặt trận; fatherland front committee = ủy ban mặt trận tổ quốc
front committee = ủy ban mặt trận tổ quốc|ban công tác mặt trận; youth union = đoàn|đoàn thanh niên
women s union = hội liên hiệp phụ nữ|hội phụ nữ; farmers union = hội nông dân; farmers association = hội nông dân
farmer s association = hội nông dân; farmers s association = hội nông dân; farmers s union = hội nông dân
veterans association = hội cựu chiến binh; veterans s association = hội cựu chiến binh
women s association = hội liên hiệp phụ nữ|hội phụ nữ; trade union = công đoàn; labour union = công đoàn
federation of labour = liên đoàn lao động; labour federation = liên đoàn lao động
confederation of labour = liên đoàn lao động; federation of labor = liên đoàn lao động
labor federation = liên đoàn lao động; red cross = hội chữ thập đỏ; police = công an
military command = ban chỉ huy quân sự|bộ chỉ huy quân sự; health station = trạm y tế
election committee = ủy ban bầu cử; steering committee = ban chỉ đạo; budget = ngân sách; level = cấp
authorities = chính quyền; authority = chính quyền; government = chính quyền; cadres = cán bộ; officials = cán bộ
leaders = lãnh đạo; chairman = chủ tịch; police chief = trưởng công an; head = trưởng; heads = trưởng
digital team = tổ công nghệ số; market = chợ
"""
_PARTY = {
    "provincial": "tỉnh ủy",
    "city": "thành ủy",
    "municipal": "thành ủy",
    "district": "huyện ủy|quận ủy",
    "town": "thị ủy",
    "ward": "đảng ủy phường|đảng ủy",
    "commune": "đảng ủy xã|đảng ủy",
    "township": "đảng ủy thị trấn|đảng ủy",
    "grassroots": "đảng ủy cơ sở",
    "central": "ban chấp hành trung ương",
    "school": "chi bộ|đảng ủy",
}


def _pairs(block: str) -> list[tuple[str, str]]:
    entries = (entry.partition("=") for line in block.split("\n") for entry in line.split(";") if entry.strip())
    return [(english.strip(), vietnamese.strip()) for english, _, vietnamese in entries]


def _of_fields() -> list[str]:
    """ "department of health", "health department" and the like."""
    found = []
    for field, vietnamese in _pairs(_FIELDS):
        for house, said in _HOUSES.items():
            words = said.replace("{}", vietnamese)
            found += [f"{house} of {field} = {words}", f"{field} {house} = {words}"]
    return found


def _of_levels() -> list[str]:
    """ "the commune People's Committee", "the People's Committee of the commune"."""
    found = []
    for level, own in _LEVELS.items():
        for body, vietnamese in _pairs(_BODIES):
            if body in ("head", "heads") and level not in ("hamlet", "village"):
                continue  # "the head of the commune" is no "trưởng xã"
            words = "|".join(f"{name} {place}" for name in vietnamese.split("|") for place in own.split("|"))
            found += [f"{level} {body} = {words}", f"{body} of the {level} = {words}"]
    for level, words in _PARTY.items():
        found += [f"{level} party committee = {words}", f"party committee of the {level} = {words}"]
        found += (
            [f"{level} party = {words}", f"{level} committee = {words}"] if level not in ("central", "school") else []
        )
    return found


ENTRIES = "\n".join([*_of_fields(), *_of_levels()])
