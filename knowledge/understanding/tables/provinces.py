"""Vietnam's provinces and well-known cities, before and after the merging of 1 July 2025 (Nghị quyết 202/2025/QH15).

Only used to notice that a question is about a place that no plan is about.
"""

from __future__ import annotations

_PROVINCES = """
An Giang|Bà Rịa - Vũng Tàu|Bà Rịa|Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước
Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắc Lắc|Đắk Nông|Đắc Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai
Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Huế|Hưng Yên|Khánh Hòa|Kiên Giang
Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình
Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế
Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái
"""
_CITIES = """
Biên Hòa|Buôn Ma Thuột|Cam Ranh|Châu Đốc|Dĩ An|Đà Lạt|Đồng Hới|Đông Hà|Hạ Long|Hội An|Long Khánh|Long Xuyên|Mỹ Tho
Móng Cái|Nha Trang|Phan Thiết|Phan Rang|Phủ Lý|Phú Quốc|Pleiku|Quy Nhơn|Rạch Giá|Sa Đéc|Sa Pa|Tam Kỳ
Tân Uyên|Thủ Dầu Một|Thủ Đức|Thuận An|Tuy Hòa|Uông Bí|Việt Trì|Vị Thanh|Cẩm Phả|Sầm Sơn|Tân An|Côn Đảo|Gò Vấp
An Nhơn|Bảo Lộc|Bến Cát|Bình Long|Bình Minh|Bỉm Sơn|Bồng Sơn|Buôn Hồ|Cai Lậy|Cao Lãnh|Chí Linh|Chơn Thành|Chư Sê
Cửa Lò|Duy Tiên|Đông Triều|Đồng Xoài|Đức Phổ|Gia Nghĩa|Giá Rai|Gò Công|Hà Tiên|Hòa Thành|Hoàng Mai|Hồng Lĩnh|Hồng Ngự
Hương Thủy|Hương Trà|Kinh Môn|Kỳ Anh|Mường Lay|Nghi Sơn|Ngã Bảy|Ngã Năm|Nghĩa Lộ|Ninh Hòa|Phổ Yên|Phúc Yên
Phước Long|Phú Mỹ|Phú Thọ|Quảng Yên|Sông Cầu|Sông Công|Tam Điệp|Tam Đường|Tân Châu|Thái Hòa|Tịnh Biên|Từ Sơn
Thuận Thành|Trảng Bàng|Vĩnh Châu|Việt Yên|Long Mỹ
Bình Thạnh|Tân Bình|Tân Phú|Phú Nhuận|Bình Tân|Hóc Môn|Củ Chi|Nhà Bè|Cần Giờ|Bình Chánh|Hoàn Kiếm|Ba Đình|Cầu Giấy
Đống Đa|Hà Đông|Hoàng Mai|Thanh Xuân|Hai Bà Trưng|Tây Hồ|Long Biên|Bắc Từ Liêm|Nam Từ Liêm|Hải Châu|Sơn Trà
"""


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for line in text.split("\n") for name in line.split("|") if name)


PROVINCES: tuple[str, ...] = _names(_PROVINCES)
CITIES: tuple[str, ...] = _names(_CITIES)
CENTRAL_CITIES = frozenset({"ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue"})
"""Cities of a province's rank, folded."""

# Written together, without diacritics or in English.
SPELLINGS: dict[str, str] = {
    "hanoi": "ha noi", "danang": "da nang", "haiphong": "hai phong", "saigon": "ho chi minh", "sai gon": "ho chi minh",
    "tphcm": "ho chi minh", "hcmc": "ho chi minh", "hcm": "ho chi minh", "cantho": "can tho", "nhatrang": "nha trang",
    "dalat": "da lat", "vungtau": "vung tau", "hochiminh": "ho chi minh", "sg": "ho chi minh", "hn": "ha noi",
    "dn": "da nang", "brvt": "ba ria vung tau", "tphn": "ha noi",
}  # fmt: skip

PERSON = "ho chi minh"
"""A city that has a person's name: where it is written out, a level word says that the city is meant."""

# Names that, spelt in small letters, are words of their own; only a capital or a level word makes them places.
WORDS = frozenset({"hoa binh", "thanh xuan", "ho chi minh", "cao bang", "binh minh", "thai hoa", "phu my", "thai binh"})

# Names that are also ordinary words or people when nothing marks them as places: they need capitals and diacritics
# as printed, or a level word ("tỉnh Hòa Bình").
ORDINARY = frozenset({
    "hoa binh", "cao bang", "thai binh", "ho chi minh", "hue", "nam dinh", "lam dong", "quang tri", "tan an",
    "tan binh", "binh minh", "binh long", "phu my", "thai hoa", "hong linh", "tu son", "hoang mai",
    "nga nam", "nga bay", "gia rai", "ky anh", "tan chau", "phuoc long",
    "thanh xuan", "dong ha", "hai ba trung", "ba dinh", "tay ho", "phu ly", "thuan an", "sa dec", "di an", "ba ria",
    "tan phu", "long bien", "son la", "ha nam", "vi thanh", "thanh hoa", "hau giang", "phu yen", "sg", "hn", "dn",
})  # fmt: skip
