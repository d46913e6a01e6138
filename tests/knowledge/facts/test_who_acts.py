"""Who is told to do what, in sentences of our own: an actor is whole, and nobody is told to do what a text forbids or
says of others."""

from __future__ import annotations

import pytest

from knowledge.facts import extract
from knowledge.facts.actors import actor_of_heading, find_subject, named_actor
from tests.knowledge.facts.alterations import read, small_plan

CASES = [
    ("Không yêu cầu người dân xuất trình giấy tờ khi đăng ký.", []),
    ("Trưởng đoàn chủ trì; chỉ được ủy quyền cho cấp phó khi ốm đau, và phải báo cho người dự.", ["Trưởng đoàn"]),
    ("Cơ quan tiếp nhận phải ghi lý do vào sổ và báo cho người hỏi.", ["Cơ quan tiếp nhận"]),
    ("Người chủ trì báo cáo kết quả với Hội đồng nhân dân xã.", ["Người chủ trì"]),
    ("Mỗi cụm chọn đội nhất vào vòng trong; 02 suất còn lại dành cho hai đội điểm cao.", ["Mỗi cụm"]),
    ("Các xã Đông Hạ, Tây Hạ do đang khắc phục bão được gửi chậm hơn 10 ngày.", []),
    ("Các đơn vị thành viên gồm: xã Đông Hạ (Trưởng khối), xã Tây Hạ (Phó Trưởng khối).", []),
    ("Đơn vị không đồng ý với điểm thẩm định gửi văn bản cho Tổ thư ký.", ["Đơn vị không đồng ý với điểm thẩm định"]),
    ("Văn phòng xã (đề nghị phối hợp): chia sẻ số liệu cho Phòng Nội vụ.", ["Văn phòng xã"]),
    ("Các phòng; các ban; Ủy ban nhân dân các xã chịu trách nhiệm thi hành.", None),
    (
        "Trên cơ sở chức năng, nhiệm vụ được giao, các phòng chuyên môn bám sát tình hình, triển khai kế hoạch.",
        ["các phòng chuyên môn"],
    ),
    ("Ấp hoàn thành 100% chỉ tiêu được Ủy ban nhân dân xã tặng Giấy khen.", []),
    (
        "Sở Nội vụ tổ chức 02 lớp tập huấn. Khai mạc lúc 8 giờ. Học viên tự túc chỗ ở; tài liệu do Sở cấp.",
        ["Sở Nội vụ"],
    ),
    ("Mỗi hộ 120.000 đồng một năm, nộp làm hai lần cho Trưởng thôn.", ["Mỗi hộ"]),
    (
        "Tổ căn cước 04 đồng chí phụ trách các thôn, lập danh sách gửi xã.",
        ["Tổ căn cước 04 đồng chí phụ trách các thôn"],
    ),
    ("Mỗi trường công lập trên địa bàn đăng ký 01 mô hình.", ["Mỗi trường công lập trên địa bàn"]),
    ("Trung tâm dạy nghề độc lập tổ chức lớp tập huấn.", ["Trung tâm dạy nghề độc lập"]),
    ("Mỗi cụm chọn 04 đội vào chung khảo. Họp Ban Giám khảo tại trụ sở Hội.", ["Mỗi cụm"]),
    ("Mỗi đội gồm 05 thành viên, trong đó có ít nhất 02 nữ và 01 người dưới 35 tuổi.", []),
    ("Khu phố kiểu mẫu: Chủ tịch Ủy ban nhân dân phường tặng Giấy khen, thưởng 3.000.000 đồng.", []),
    ("Hộ gia đình tiêu biểu: Giấy khen và 500.000 đồng/hộ.", []),
    ("Phòng Nội vụ: tham mưu Chủ tịch Ủy ban nhân dân phường tặng Giấy khen.", ["Phòng Nội vụ"]),
    ("Trong quá trình thực hiện, nếu có vướng mắc, các khu phố phản ánh về Phòng Văn hóa để được hướng dẫn.", []),
    ("Mọi vướng mắc liên hệ cô Trần Thị Lan, Phó Hiệu trưởng, điện thoại 0903 111 222.", []),
    ("Công an phường báo cáo các khó khăn, vướng mắc cho Ủy ban nhân dân phường.", ["Công an phường"]),
]


@pytest.mark.parametrize(("sentence", "actors"), CASES, ids=[case[0][:40] for case in CASES])
def test_who_acts(sentence: str, actors: list[str] | None) -> None:
    found = extract(read(small_plan(f"III. NỘI DUNG\n1. {sentence}\n"))).responsibilities
    told = [each.actor for each in found]
    assert told == (["Các phòng; các ban; Ủy ban nhân dân các xã"] if actors is None else actors)


def test_a_verb_in_brackets_begins_no_task() -> None:
    sentence = "Văn phòng xã (đề nghị phối hợp): chia sẻ số liệu."
    subject = find_subject(sentence, 0, len(sentence))
    assert subject
    assert (sentence[: subject.end], sentence[subject.verb :]) == ("Văn phòng xã", ": chia sẻ số liệu.")


def test_a_heading_that_goes_on_names_its_actor_alone() -> None:
    assert actor_of_heading("Văn phòng xã là cơ quan thường trực; theo dõi, tổng hợp kết quả") == "Văn phòng xã"
    assert actor_of_heading("Các Sở, ngành chủ trì dự án") == "Các Sở, ngành chủ trì dự án"


@pytest.mark.parametrize(
    ("sentence", "actor", "task"),
    [
        ("Cán bộ, công chức không nhận quà của người dân.", "Cán bộ, công chức", "không nhận quà của người dân."),
        ("Các đơn vị không tổ chức liên hoan sau hội nghị.", "Các đơn vị", "không tổ chức liên hoan sau hội nghị."),
        ("Văn phòng xã chỉ tiếp nhận hồ sơ đủ giấy tờ.", "Văn phòng xã", "chỉ tiếp nhận hồ sơ đủ giấy tờ."),
        ("Hội viên không thường xuyên: 8.000 đồng mỗi ngày.", "Hội viên không thường xuyên", "8.000 đồng mỗi ngày."),
        ("Trách nhiệm của giáo vụ: giám sát việc giảng dạy.", "giáo vụ", "giám sát việc giảng dạy."),
    ],
)
def test_what_is_not_to_be_done_is_no_task_to_do(sentence: str, actor: str, task: str) -> None:
    found = extract(read(small_plan(f"III. NỘI DUNG\n1. {sentence}\n"))).responsibilities
    assert [(each.actor, each.task) for each in found] == [(actor, task)]


@pytest.mark.parametrize(
    "text",
    [
        "1. Thu hồi giấy chứng nhận trong các trường hợp sau đây:\na) Người ký giấy chứng nhận không đúng thẩm quyền;\n"
        "b) Người có hành vi gian lận khi thi cử, làm bài.\n",
        "1. Nhân viên gây phiền hà, thu tiền không biên lai thì bị tạm đình chỉ công việc.\n",
    ],
)
def test_a_case_or_what_becomes_of_somebody_is_no_task(text: str) -> None:
    assert extract(read(small_plan(f"III. NỘI DUNG\n{text}"))).responsibilities == ()


ASSIGNED = """ỦY BAN NHÂN DÂN XÃ AN PHÚ

KẾ HOẠCH
Thi đua “Dân vận khéo” năm 2026

I. MỤC ĐÍCH
1. Phòng Kinh tế thân thiện với người dân.

IV. TỔ CHỨC THỰC HIỆN
1. Ủy ban Mặt trận Tổ quốc xã vận động Nhân dân hưởng ứng phong trào.
2. {task}
3. Phòng Văn hóa - Xã hội; Phòng Kinh tế; Công an xã; các thôn.
4. Các thôn của xã, các chi hội trên địa bàn.
"""


@pytest.mark.parametrize(
    ("actor", "task"),
    [
        ("Phòng Kinh tế", "cân đối kinh phí 50.000.000 đồng"),
        ("Phòng Kinh tế, Phòng Văn hóa - Xã hội", "gom góp tiền quỹ"),
        ("Hội Cựu chiến binh xã Tân An", "đỡ đầu 10 trẻ mồ côi"),
        ("Công an xã", "gác ở cổng chợ vào ban đêm"),
        ("Các chi bộ", "nêu gương trong mọi việc"),
    ],
)
def test_what_begins_with_an_office_is_its_task_whatever_the_verb(actor: str, task: str) -> None:
    for end in (".", ""):
        found = extract(read(ASSIGNED.format(task=f"{actor} {task}{end}"))).responsibilities
        assert [(each.section, each.actor) for each in found] == [
            ("IV.1", "Ủy ban Mặt trận Tổ quốc xã"),
            ("IV.2", actor),
        ]
        assert found[1].task == f"{task}{end}"


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Phòng Kinh tế, Hạ tầng và Đô thị cân đối nguồn.", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("Tổ Tin học cân đối thiết bị.", "Tổ Tin học"),
        ("Hội Cựu chiến binh xã xướng danh người có công.", "Hội Cựu chiến binh xã"),
        ("Ủy ban nhân dân xã Tân An cân đối vốn.", "Ủy ban nhân dân xã Tân An"),
        ("Ủy ban Kiểm tra LĐLĐ tỉnh phúc tra 5% hồ sơ.", "Ủy ban Kiểm tra LĐLĐ tỉnh"),
        ("Ban Thanh tra nhân dân gồm 09 người.", None),
        ("Ban Quản lý dự án đầu tư xây dựng cân đối vốn.", None),
    ],
)
def test_an_office_before_a_doing_that_no_list_holds_is_named_whole(sentence: str, actor: str | None) -> None:
    """Its name ends with the words that capitals begin, or with the ground that is its own."""
    named = named_actor(sentence, 0, len(sentence))
    assert (named and sentence[named.start : named.end]) == actor


@pytest.mark.parametrize(
    ("item", "who", "what"),
    [
        ("Các thôn trồng 500 cây xanh. Thời gian: trước ngày 30/6/2025.", "Các thôn", "trồng 500 cây xanh"),
        ("Kiện toàn Ban Chỉ đạo: Phòng Nội vụ tham mưu quyết định. Thời gian: xong trước 25/3/2025.", "Phòng Nội vụ",
         "Kiện toàn Ban Chỉ đạo"),
        ("Cuộc thứ hai: giám sát việc chi trả trợ cấp. Địa điểm: các xóm. Thời gian: tháng 9/2025.", None,
         "Cuộc thứ hai: giám sát việc chi trả trợ cấp"),
    ],
)  # fmt: skip
def test_a_time_that_stands_behind_the_work_in_its_item_is_of_that_work(item: str, who: str | None, what: str) -> None:
    """Not of the heading above the item, which is of all its neighbours as well."""
    (duty,) = extract(read(small_plan(f"II. NHIỆM VỤ\n1. {item}\n2. Các tổ giữ vệ sinh chung."))).deadlines
    assert (duty.who, duty.what) == (who, what)


def test_a_label_of_who_does_it_is_of_its_neighbour_only() -> None:
    items = ("Tổ chức hội thi trong tháng 6.", "Chủ trì: Phòng Kinh tế.", "Tổ chức lễ trao giải trong tháng 9.",
             "Chủ trì: Văn phòng UBND.")  # fmt: skip
    for order in (items, (items[1], items[0], items[3], items[2])):
        lines = "\n".join(f"- {item}" for item in order)
        duties = extract(read(small_plan(f"II. NHIỆM VỤ\n1. Hội thi\n{lines}"))).deadlines
        assert [duty.who for duty in duties] == ["Phòng Kinh tế", "Văn phòng UBND"]


def test_who_only_helps_does_not_do_what_comes_next() -> None:
    text = (
        "Giao Phòng Kinh tế lập kế hoạch trước ngày 10/6/2025; Công an phường phối hợp. Tổ chức ra quân ngày 15/6/2025."
    )
    duties = extract(read(small_plan(f"II. NHIỆM VỤ\n1. {text}"))).deadlines
    assert [duty.who for duty in duties] == ["Phòng Kinh tế", "Phòng Kinh tế"]


def test_a_name_with_a_doing_in_it_is_learnt_from_the_plan() -> None:
    items = ("Phòng Kế hoạch tổng hợp là đầu mối.",
             "Các khoa gửi đề án về Phòng Kế hoạch tổng hợp trước ngày 30/3/2025.",
             "Phòng Kế hoạch tổng hợp trình Giám đốc trước ngày 10/4/2025.")  # fmt: skip
    listed = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    first, second = extract(read(small_plan(f"II. THỰC HIỆN\n{listed}"))).deadlines
    assert (first.who, first.to) == ("Các khoa", "Phòng Kế hoạch tổng hợp")
    assert (second.who, second.to) == ("Phòng Kế hoạch tổng hợp", "Giám đốc")


def test_a_doing_behind_a_name_is_no_part_of_it() -> None:
    items = ("Các thôn gửi báo cáo về Phòng Nội vụ tổng hợp trước ngày 30/3/2025.",
             "Phòng Nội vụ tổng hợp trình Chủ tịch trước ngày 10/4/2025.")  # fmt: skip
    listed = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    first, second = extract(read(small_plan(f"II. THỰC HIỆN\n{listed}"))).deadlines
    assert (first.to, second.who) == ("Phòng Nội vụ", "Phòng Nội vụ")
