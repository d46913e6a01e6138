"""One plan written in many ways: other offices, dates, numbers, lists and layouts. The answers must follow each."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

ITEMS = (
    "Không chậm trễ hồ sơ của người dân",
    "Không nhận quà biếu trái quy định",
    "Không hút thuốc lá nơi làm việc",
    "Không lãng phí điện nước công sở",
    "Không đưa tin sai lên mạng xã hội",
    "Không bỏ sót phản ánh của cử tri",
)


@dataclass(frozen=True)
class Facts:
    """What a made-up plan states; each field can be altered on its own."""

    letterhead: str = "ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN HÒA"
    issuer: str = "Ủy ban nhân dân phường Tân Hòa"
    number: str = "57/KH-UBND"
    place: str = "Tân Hòa"
    issued: str = "ngày 12 tháng 3 năm 2026"
    year: int = 2026
    half: str = "trước ngày 05/6"
    annual: str = "trước ngày 20/11"
    office: str = "Văn phòng HĐND và UBND phường"
    mail: str = "vanphong@tanhoa.gov.vn"
    items: int = 5
    list_lead: str = "1. Thực hiện nội dung “{n} không”: {items}."
    share: str = "92%"
    award: str = "Giấy khen"
    signer: str = "Trần Văn Bình"

    def text(self) -> str:
        chosen = ITEMS[: self.items]
        listed = self.list_lead.format(n=self.items, items="; ".join(chosen))
        return f"""{self.letterhead}

Số: {self.number}

{self.place}, {self.issued}

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm {self.year}

Căn cứ Kế hoạch số 88-KH/ĐU ngày 15/01/{self.year} của Đảng ủy cấp trên về công tác dân vận, {self.issuer} ban hành \
Kế hoạch thực hiện phong trào thi đua “Dân vận khéo” năm {self.year} như sau:

I. MỤC ĐÍCH, YÊU CẦU

- Nâng cao nhận thức của cán bộ, công chức về công tác dân vận.

- Phấn đấu {self.share} hộ gia đình đăng ký gia đình văn hóa.

II. NỘI DUNG

{listed}

2. Vận động Nhân dân trồng cây xanh dọc các tuyến hẻm, giữ gìn vệ sinh khu phố.

III. KHEN THƯỞNG

{self.issuer} tặng {self.award} cho các tập thể, cá nhân có mô hình tiêu biểu.

IV. TỔ CHỨC THỰC HIỆN

1. Các khu phố, đơn vị trực thuộc báo cáo kết quả thực hiện về {self.office} định kỳ 6 tháng ({self.half}), năm \
({self.annual}), qua hộp thư điện tử: {self.mail}.

2. Công an phường chủ trì bảo đảm an ninh trật tự trong các đợt ra quân.

Nơi nhận:
- Đảng ủy cấp trên;
- Các khu phố;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH



{self.signer}
"""


BASE = Facts()
ALTERED = {
    "as written": BASE,
    "another commune": replace(
        BASE,
        letterhead="ỦY BAN NHÂN DÂN\nXÃ PHÚ LỘC",
        issuer="Ủy ban nhân dân xã Phú Lộc",
        place="Phú Lộc",
        number="101/KH-UBND",
        office="Văn phòng HĐND và UBND xã",
        mail="ubnd@phuloc.gov.vn",
    ),
    "a Party committee": replace(
        BASE,
        letterhead="ĐẢNG BỘ TỈNH AN SƠN\nĐẢNG ỦY PHƯỜNG MỸ THẠNH\n*",
        issuer="Đảng ủy phường Mỹ Thạnh",
        place="Mỹ Thạnh",
        number="19-KH/ĐU",
        office="Ban Xây dựng Đảng",
    ),
    "other dates": replace(BASE, half="chậm nhất ngày 28/5", annual="chậm nhất ngày 02/12"),
    "dates in words": replace(BASE, half="trước ngày 07 tháng 6", annual="trước ngày 14 tháng 11"),
    "another year": replace(BASE, year=2025, issued="ngày 02 tháng 02 năm 2025"),
    "four items": replace(BASE, items=4),
    "six items": replace(BASE, items=6),
    "a list in other words": replace(BASE, list_lead="1. Tập trung vào {n} không sau đây: {items}."),
    "other numbers": replace(BASE, share="78%", award="Bằng khen", number="6/KH-UBND"),
    "another signer": replace(BASE, signer="Lê Thị Thu Hương"),
}
LAYOUTS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "no-break spaces": lambda text: text.replace(" năm ", "\u00a0năm "),
    "marked": lambda text: text.replace("I. MỤC ĐÍCH", "**I. MỤC ĐÍCH**").replace("trước ngày", "**trước ngày**"),
}
CASES = [(name, "plain") for name in ALTERED] + [("as written", layout) for layout in LAYOUTS if layout != "plain"]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]}, {case[1]}")
def case(request: pytest.FixtureRequest) -> tuple[Facts, Collection]:
    name, layout = request.param
    facts = ALTERED[name]
    return facts, Collection({"plan": LAYOUTS[layout](facts.text())})


def flat(text: str) -> str:
    """Return text as one line in NFC without markup, for comparison."""
    return " ".join(unicodedata.normalize("NFC", text).replace("*", "").split())


def day_of(words: str) -> str:
    """Return the day and month of "trước ngày 07 tháng 6" as an answer writes them."""
    digits = "".join(char if char.isdigit() else " " for char in words).split()
    day, month = int(digits[0]), int(digits[1])
    return f"{day:02d}/{month:02d}" if month < 3 else f"{day:02d}/{month}"


@pytest.mark.parametrize(
    "question", ["Khi nào nộp báo cáo 6 tháng?", "bao gio nop bc 6 thang", "6-month report due date?"]
)
def test_the_half_year_report(case: tuple[Facts, Collection], question: str) -> None:
    facts, collection = case
    answer = collection.ask(question)
    assert answer.status is Status.ANSWERED
    text = flat(answer.text)
    day, month = day_of(facts.half).split("/")
    assert day_of(facts.half) in text or f"{int(day)} {'May' if month == '5' else 'June'}" in text
    assert facts.office in text
    assert flat(facts.half) in flat(" ".join(citation.quote for citation in answer.citations))


def test_the_annual_report(case: tuple[Facts, Collection]) -> None:
    facts, collection = case
    answer = collection.ask("hạn chót nộp báo cáo năm là ngày nào")
    assert answer.status is Status.ANSWERED
    lead = flat(answer.parts[0].lead)
    assert day_of(facts.annual) in lead
    assert day_of(facts.half) not in lead


def test_where_to_send_it(case: tuple[Facts, Collection]) -> None:
    facts, collection = case
    answer = collection.ask("báo cáo gửi về đâu, bằng cách nào?")
    assert answer.status is Status.ANSWERED
    assert facts.office in flat(answer.text)
    assert facts.mail in flat(answer.text)


def test_the_list_is_whole_and_in_order(case: tuple[Facts, Collection]) -> None:
    facts, collection = case
    answer = collection.ask(f"{facts.items} không gồm những gì?")
    assert answer.status is Status.ANSWERED
    assert [flat(item) for item in answer.parts[0].items] == [
        f"{i}. {item}" for i, item in enumerate(ITEMS[: facts.items], 1)
    ]


def test_a_false_count_is_corrected(case: tuple[Facts, Collection]) -> None:
    facts, collection = case
    answer = collection.ask("cho tôi danh sách 9 không")
    assert answer.status is not Status.ANSWERED
    assert f"{facts.items} không" in flat(answer.text)


def test_an_item_by_its_number(case: tuple[Facts, Collection]) -> None:
    facts, collection = case
    answer = collection.ask(f"điều thứ 3 trong {facts.items} không là gì")
    assert ITEMS[2] in flat(answer.text)
    assert ITEMS[1] not in flat(answer.text.partition("📎")[0]), "the quote may be the sentence that lists them all"


def test_a_target(case: tuple[Facts, Collection]) -> None:
    facts, collection = case
    answer = collection.ask("bao nhiêu phần trăm hộ đăng ký gia đình văn hóa?")
    assert answer.status is Status.ANSWERED
    assert facts.share in flat(answer.text)


def test_the_reward(case: tuple[Facts, Collection]) -> None:
    facts, collection = case
    answer = collection.ask("mô hình tiêu biểu được khen thưởng gì?")
    assert facts.award in flat(answer.text)


def test_the_header(case: tuple[Facts, Collection]) -> None:
    facts, collection = case
    assert facts.number in flat(collection.ask("kế hoạch này số mấy?").text)
    assert facts.signer in flat(collection.ask("ai ký kế hoạch này?").text)


def test_validity_is_judged_by_the_day_it_is_asked(case: tuple[Facts, Collection]) -> None:
    facts, collection = case
    answer = collection.ask("Khi nào nộp báo cáo 6 tháng?")
    assert ("đã hết kỳ" in answer.text) == (facts.year < 2026)


def test_what_the_plan_does_not_say(case: tuple[Facts, Collection]) -> None:
    _, collection = case
    for question in (
        "tiền thưởng là bao nhiêu triệu?",
        "nộp trễ bị phạt thế nào?",
        "xin mẫu báo cáo",
        "lịch tiêm chủng cho trẻ em ở đâu",
        "Quận Bình Tân nộp báo cáo ngày nào?",
        "đổi mật khẩu hộp thư thế nào",
    ):
        answer = collection.ask(question)
        assert answer.status is not Status.ANSWERED, f"{question}: {answer.text}"


def test_two_units_keep_their_own_dates() -> None:
    first, second = BASE, replace(ALTERED["another commune"], half="trước ngày 18/5", annual="trước ngày 09/12")
    collection = Collection({"one": first.text(), "two": second.text()})
    both = collection.ask("Khi nào nộp báo cáo 6 tháng?")
    leads = {part.plan_id: part.lead for part in both.parts}
    assert "05/6" in leads["one"]
    assert "18/5" not in leads["one"]
    assert "18/5" in leads["two"]
    named = collection.ask("xã Phú Lộc nộp báo cáo 6 tháng khi nào", unit="one")
    assert {citation.plan_id for citation in named.citations} == {"two"}
    assert "05/6" not in named.text
    followed = collection.ask("còn Tân Hòa thì sao?", history=["xã Phú Lộc nộp báo cáo 6 tháng khi nào"])
    assert {citation.plan_id for citation in followed.citations} == {"one"}
    assert "05/6" in followed.text


def test_a_hard_wrapped_copy_answers_alike() -> None:
    wrapped = "\n".join(textwrap.fill(line, 70, break_on_hyphens=False) for line in BASE.text().split("\n"))
    answer = Collection({"plan": wrapped}).ask("Khi nào nộp báo cáo 6 tháng?")
    assert answer.status is Status.ANSWERED
    assert "05/6" in answer.text
