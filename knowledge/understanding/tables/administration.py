"""Kinds of offices, fields of work and territorial levels, with their short forms and English names, all folded.

Sources: Law on Organisation of Local Government (levels), Nghị định 30/2020/NĐ-CP (abbreviations of issuers), the
guidance of Văn phòng Trung ương on party papers (TU, QU, HU, ĐU), and everyday writing.
"""

from __future__ import annotations

# Level code -> (Vietnamese name, ranks it can stand for: 1 province, 2 district, 3 ward, forms that name it).
LEVELS: dict[str, tuple[str, frozenset[int], tuple[str, ...]]] = {
    "tinh": ("tỉnh", frozenset({1}), ("tinh", "province")),
    "thanh pho": ("thành phố", frozenset({1, 2}), ("thanh pho", "tp", "city")),
    "quan": ("quận", frozenset({2}), ("quan", "district", "urban district")),
    "huyen": ("huyện", frozenset({2}), ("huyen", "rural district", "district")),
    "thi xa": ("thị xã", frozenset({2}), ("thi xa", "tx", "town")),
    "phuong": ("phường", frozenset({3}), ("phuong", "ward")),
    "xa": ("xã", frozenset({3}), ("xa", "commune")),
    "thi tran": ("thị trấn", frozenset({3}), ("thi tran", "township")),
    "dac khu": ("đặc khu", frozenset({3}), ("dac khu", "special zone")),
}

# Party committees carry their level in their name.
LEVEL_OF_ORGAN = {
    "tinh uy": "tinh",
    "thanh uy": "thanh pho",
    "thi uy": "thi xa",
    "quan uy": "quan",
    "huyen uy": "huyen",
    "tinh doan": "tinh",
    "thanh doan": "thanh pho",
    "quan doan": "quan",
    "huyen doan": "huyen",
    "thi doan": "thi xa",
}

# Organ code -> (proper Vietnamese name, short form used in citation lines, forms that name it).
ORGANS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "ubnd": (
        "UBND",
        "UBND",
        (
            "ubnd",
            "uy ban nhan dan",
            "uy ban",
            "uybannhandan",
            "people s committee",
            "peoples committee",
            "people committee",
        ),
    ),
    "hdnd": ("HĐND", "HĐND", ("hdnd", "hoi dong nhan dan", "people s council", "peoples council")),
    "tinh uy": ("Tỉnh ủy", "Tỉnh ủy", ("tinh uy", "provincial party committee")),
    "thanh uy": ("Thành ủy", "Thành ủy", ("thanh uy", "city party committee", "municipal party committee")),
    "thi uy": ("Thị ủy", "Thị ủy", ("thi uy", "town party committee")),
    "quan uy": ("Quận ủy", "Quận ủy", ("quan uy", "district party committee")),
    "huyen uy": ("Huyện ủy", "Huyện ủy", ("huyen uy", "district party committee")),
    "dang uy": ("Đảng ủy", "Đảng ủy", ("dang uy", "party committee", "party cell committee")),
    "dang bo": ("Đảng bộ", "Đảng bộ", ("dang bo", "party organisation", "party organization")),
    "chi bo": ("Chi bộ", "Chi bộ", ("chi bo", "party cell")),
    "ban dan van": ("Ban Dân vận", "BDV", ("ban dan van", "bdv")),
    "ban tuyen giao": ("Ban Tuyên giáo", "BTG", ("ban tuyen giao va dan van", "ban tuyen giao", "btgdv", "btg")),
    "ban to chuc": ("Ban Tổ chức", "BTC", ("ban to chuc",)),
    "ban chi dao": ("Ban Chỉ đạo", "BCĐ", ("ban chi dao", "bcd", "steering committee")),
    "mttq": (
        "Ủy ban MTTQ",
        "MTTQ",
        (
            "uy ban mat tran to quoc viet nam",
            "uy ban mat tran to quoc",
            "uy ban mttq viet nam",
            "uy ban mttq",
            "ubmttq",
            "ubmttqvn",
            "mttq viet nam",
            "mttqvn",
            "mttq",
            "mat tran to quoc viet nam",
            "mat tran to quoc",
            "mat tran",
            "fatherland front",
        ),
    ),
    "doan tn": (
        "Đoàn Thanh niên",
        "Đoàn TN",
        (
            "doan thanh nien cong san ho chi minh",
            "doan tncs ho chi minh",
            "doan tncs",
            "doan thanh nien",
            "dtn",
            "youth union",
            "ban chap hanh doan",
        ),
    ),
    "tinh doan": ("Tỉnh đoàn", "Tỉnh đoàn", ("tinh doan",)),
    "thanh doan": ("Thành đoàn", "Thành đoàn", ("thanh doan",)),
    "quan doan": ("Quận đoàn", "Quận đoàn", ("quan doan",)),
    "huyen doan": ("Huyện đoàn", "Huyện đoàn", ("huyen doan",)),
    "thi doan": ("Thị đoàn", "Thị đoàn", ("thi doan",)),
    "hoi phu nu": (
        "Hội Liên hiệp Phụ nữ",
        "Hội LHPN",
        (
            "hoi lien hiep phu nu viet nam",
            "hoi lien hiep phu nu",
            "hoi lhpn",
            "lhpn",
            "hoi phu nu",
            "women s union",
            "womens union",
        ),
    ),
    "hoi nong dan": ("Hội Nông dân", "Hội ND", ("hoi nong dan", "hnd", "farmers union", "farmers association")),
    "hoi ccb": ("Hội Cựu chiến binh", "Hội CCB", ("hoi cuu chien binh", "hoi ccb", "veterans association")),
    "ldld": (
        "Liên đoàn Lao động",
        "LĐLĐ",
        ("lien doan lao dong", "ldld", "confederation of labour", "federation of labour", "trade union", "cong doan"),
    ),
    "ubbc": ("Ủy ban bầu cử", "UBBC", ("uy ban bau cu", "ubbc", "election committee")),
    "truong": (
        "Trường",
        "Trường",
        (
            "truong pho thong",
            "truong trung hoc pho thong",
            "truong thpt",
            "truong trung hoc co so",
            "truong thcs",
            "truong tieu hoc",
            "truong mam non",
            "truong mau giao",
            "truong dai hoc",
            "truong cao dang",
            "thpt",
            "thcs",
            "school",
        ),
    ),
    "benh vien": ("Bệnh viện", "BV", ("benh vien", "trung tam y te", "hospital")),
    "cong an": ("Công an", "CA", ("cong an", "police")),
    "van phong": ("Văn phòng", "VP", ("van phong",)),
    "so": ("Sở", "Sở", ("so", "department of", "department")),
    "phong": ("Phòng", "Phòng", ("phong", "division of", "division", "office of", "office", "bureau of", "bureau")),
    "bo": ("Bộ", "Bộ", ("bo", "ministry of")),
    "nganh": ("ngành", "ngành", ("nganh", "khoi nganh", "sector")),
}

# Heads that need a field of work after (or, in English, before) them to name anybody.
FIELD_HEADS = frozenset({"so", "phong", "bo", "nganh"})
# Organs that rule a territory: their place of issue is their own territory.
_KINDS = """
da khoa, chuyen khoa, dai hoc, cao dang, trung cap, mam non, mau giao, tieu hoc, pho thong, ky thuat, su pham, kinh te,
y te, y duoc, cong nghiep, cong nghe, nong nghiep, lao phoi, phu san, san nhi, tam than, phuc hoi, chuc nang, dan toc,
noi tru, ban tru, chinh tri, trung hoc, co so, khu vuc, trung uong
"""
SCHOOL_KINDS = frozenset(tuple(kind.split()) for kind in _KINDS.split(","))
"""Words after "trường", "bệnh viện" that say which kind it is, before its name."""
TERRITORIAL = frozenset(ORGANS) - {"bo", "so", "nganh", "truong", "benh vien", "van phong"}
# Party committees are one family in English and in loose speech.
FAMILY = dict.fromkeys(
    ("tinh uy", "thanh uy", "thi uy", "quan uy", "huyen uy", "dang uy", "dang bo"), "party"
) | dict.fromkeys(("doan tn", "tinh doan", "thanh doan", "quan doan", "huyen doan", "thi doan"), "youth")

# Field code -> (Vietnamese name, forms).
SECTORS: dict[str, tuple[str, tuple[str, ...]]] = {
    "giao duc": (
        "Giáo dục và Đào tạo",
        (
            "giao duc va dao tao",
            "giao duc dao tao",
            "giao duc",
            "gd va dt",
            "gd dt",
            "gddt",
            "gd",
            "education and training",
            "education training",
            "education",
        ),
    ),
    "y te": ("Y tế", ("y te", "health")),
    "noi vu": ("Nội vụ", ("noi vu", "home affairs", "internal affairs")),
    "tai chinh": ("Tài chính", ("tai chinh ke hoach", "tai chinh", "finance")),
    "tu phap": ("Tư pháp", ("tu phap", "justice")),
    "nong nghiep": (
        "Nông nghiệp",
        ("nong nghiep va phat trien nong thon", "nong nghiep va moi truong", "nong nghiep", "nn ptnt", "agriculture"),
    ),
    "van hoa": (
        "Văn hóa",
        (
            "van hoa the thao va du lich",
            "van hoa va the thao",
            "van hoa xa hoi",
            "van hoa thong tin",
            "van hoa",
            "vhtt",
            "vhttdl",
            "culture",
        ),
    ),
    "lao dong": ("Lao động", ("lao dong thuong binh va xa hoi", "lao dong", "ldtbxh", "labour")),
    "xay dung": ("Xây dựng", ("xay dung", "construction")),
    "tai nguyen": (
        "Tài nguyên và Môi trường",
        ("tai nguyen va moi truong", "tai nguyen moi truong", "tnmt", "natural resources"),
    ),
    "cong thuong": ("Công Thương", ("cong thuong", "industry and trade")),
    "khoa hoc": ("Khoa học và Công nghệ", ("khoa hoc va cong nghe", "khoa hoc cong nghe", "khcn", "science")),
    "thong tin": ("Thông tin và Truyền thông", ("thong tin va truyen thong", "thong tin truyen thong", "tttt")),
    "giao thong": ("Giao thông vận tải", ("giao thong van tai", "gtvt", "transport")),
    "ke hoach dau tu": ("Kế hoạch và Đầu tư", ("ke hoach va dau tu", "khdt", "planning and investment")),
    "dan toc": ("Dân tộc", ("dan toc va ton giao", "dan toc", "ethnic affairs")),
    "ngoai vu": ("Ngoại vụ", ("ngoai vu", "foreign affairs")),
    "du lich": ("Du lịch", ("du lich", "tourism")),
    "kinh te": ("Kinh tế", ("kinh te ha tang va do thi", "kinh te ha tang", "kinh te", "economy")),
    "quan ly do thi": ("Quản lý đô thị", ("quan ly do thi", "qldt")),
}

# What stands before a head in a word that only ends like one: "cán bộ nội vụ", "cơ sở y tế", "văn phòng".
ENDS_WORD = {
    "bo": frozenset({"can", "toan", "noi", "dang", "chi", "tien", "doi", "dong", "cuc"}),
    "so": frozenset({"co", "tru"}),
    "phong": frozenset({"van", "quoc", "giai", "du", "bien"}),
    "nganh": frozenset({"chuyen", "lien"}),
    "quan": frozenset({"ra", "hanh", "bo", "tong", "luc", "tap"}),
}

# Words that may stand between the parts of one name: "Sở Giáo dục của tỉnh ...", "Department of the ...".
JOINERS = frozenset({"cua", "tai", "o", "thuoc", "of", "the", "in", "s", "viet", "nam"})

# Words that tie a unit's name to the sentence: "của Quận 1", "ở Lai Châu", "in Lai Chau".
TIES = frozenset({"cua", "o", "tai", "thuoc", "ben", "of", "in", "at", "by", "for", "from"})

# Type of paper as printed -> abbreviation of Nghị định 30/2020/NĐ-CP, annex III, and party practice.
PAPER_TYPES: dict[str, str] = {
    "ke hoach": "KH", "huong dan": "HD", "quyet dinh": "QĐ", "chi thi": "CT", "chuong trinh": "CTr",
    "nghi quyet": "NQ", "ket luan": "KL", "quy che": "QC", "quy dinh": "QĐ", "thong bao": "TB", "bao cao": "BC",
    "cong van": "CV", "to trinh": "TTr", "de an": "ĐA", "thong tri": "TT", "phuong an": "PA",
}  # fmt: skip
