"""People that a plan names for a work, with their role and what they are to do, in lists, sentences and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading import units
from knowledge.facts.row_duties import subject_of
from knowledge.model import Citation, Person, Plan, Section
from knowledge.parsing.shapes import is_person, person
from knowledge.text import MappedText, fold

_TITLE = (
    r"(?:Ông|ông|Bà|bà|Đồng chí|đồng chí|Đ/c|đ/c|Đ/C|Thầy|thầy|Cô|cô|Anh|anh|Chị|chị|Thượng tá|Trung tá"
    r"|Thiếu tá|Đại tá"
    r"|Đại úy|Thượng úy|Trung úy|Linh mục|Hòa thượng|Bác sĩ)"
)
_WORD = r"[A-ZÀ-ỸĐ][^\W\d_]*(?:['’][^\W\d_]*)?"
_NAME = rf"(?P<name>{_WORD}(?:\s+{_WORD}){{1,5}})"
_TITLED = re.compile(rf"(?<!\w)(?P<title>(?:{_TITLE}\.?:?\s+)+){_NAME}")
_LISTED = re.compile(rf"(?P<title>){_NAME}(?=\s*(?:[-–,:]|$))")
_POST = (
    r"(?:(?:phó|nguyên|quyền)\s+)*(?:chủ tịch|bí thư|trưởng|giám đốc|hiệu trưởng|chánh|ủy viên|uỷ viên"
    r"|thành viên|thư ký"
    r"|chuyên viên|phó|tổ trưởng|đội trưởng|chủ nhiệm|kế toán|công chức|cán bộ|nhân viên|giáo viên|đại diện"
    r"|tổng phụ trách"
    r"|chỉ huy|viện trưởng|vụ trưởng|cục trưởng|chi cục|văn thư|bác sĩ|điều dưỡng|y sĩ|chính trị viên|lãnh đạo)"
)
_ROLE = re.compile(rf"\s*(?:[-–,(:]|là|làm|giữ chức)\s*(?P<role>{_POST}(?!\w)[^:;.()]{{0,120}})", re.IGNORECASE)
_ROLE_BEFORE = re.compile(rf"(?P<role>{_POST}[^:;.,()]{{0,60}}?)\s*(?::\s*)?$", re.IGNORECASE)
_TASK = re.compile(r"\s*\)?\s*:\s*(?P<task>[^\s].*)", re.DOTALL)
_ACTS = re.compile(
    r"\s*\)?[,;]?\s+(?P<task>(?:phụ trách|chỉ đạo|chịu trách nhiệm|theo dõi|làm |giúp|thực hiện|điều hành|trực tiếp"
    r"|tham mưu|tổng hợp)[^.)]*)"
)
_NO_TASK = re.compile(
    r"(?:có trách nhiệm|một số nhiệm vụ|các nhiệm vụ|nhiệm vụ)?\s*(?:sau|như sau|sau đây)?\s*:?$", re.IGNORECASE
)
_NO_NAME = frozenset(
    ["Phó", "Trưởng", "Chủ", "Bí", "Hiệu", "Giám", "Chánh", "Ủy", "Uỷ", "Tổng", "Đại", "Tổ", "Thường", "Ban"]
)
_NO_ROLE = re.compile(
    r"[,;]?\s+(?:điện thoại|thư điện tử|đt|sđt|trong giờ|nếu|chủ trì|là$|để|qua|số điện)(?!\w).*", re.IGNORECASE
)
_NO_WORK = re.compile(r"(?:để|bằng|qua|khi|trước|và)\s", re.IGNORECASE)
_ONE_ROLE = re.compile(r"\s+(?:làm|là)\s+(?=\w)|[,;]\s+(?=(?:phụ trách|chỉ đạo|chịu trách nhiệm)(?!\w))")


def find_people(plan: Plan) -> tuple[Person, ...]:
    """Return the people of the plan's text in reading order, each once for a section; the signer is in the header."""
    found: dict[tuple[str, str], Person] = {}
    for unit in units(plan):
        if unit.in_template:
            continue
        if unit.head is not None:
            people = _of_row(plan, unit.section) if unit.text is unit.section.cells[0][1] else iter(())
        else:
            people = _of_text(plan, unit.section, unit.text)
        for one in people:
            found.setdefault((one.section, one.name), one)
    return tuple(found.values())


def _of_text(plan: Plan, section: Section, text: MappedText) -> Iterator[Person]:
    string = text.text
    matches = [match for match in _TITLED.finditer(string) if _is_name(match["name"])]
    listed = _LISTED.match(string)
    if not matches and listed and _is_name(listed["name"]) and _ROLE.match(string, listed.end()):
        matches = [listed]
    for index, match in enumerate(matches):
        end = matches[index + 1].start() if index + 1 < len(matches) else len(string)
        role, tasks, stop = _told(string, match, end)
        whole = index == 0 and len(matches) == 1
        below = _below(section) if whole and not tasks else ()
        start = match.start()
        citations = plan.cite(section.path, text, start, max(stop, match.end()))
        yield Person(plan.plan_id, section.path, match["name"], role, tasks or below, citations)


def _is_name(words: str) -> bool:
    """Tell a person's name from a post ("đồng chí Phó Chủ tịch") and from an example ("đồng chí Nguyễn Văn A")."""
    parts = words.split()
    return is_person(words) and parts[0] not in _NO_NAME and len(parts[-1]) > 1


def _told(text: str, match: re.Match[str], end: int) -> tuple[str | None, tuple[str, ...], int]:
    """The role and tasks that the words after a name state, and where they end."""
    role = _ROLE.match(text, match.end(), end)
    stop = role.end() if role else match.end()
    named = role["role"] if role else None
    if named and (cut := _ONE_ROLE.search(named)):
        stop, named = role.start("role") + cut.start() if role else stop, named[: cut.start()]
    if named is None and (before := _ROLE_BEFORE.search(text, max(0, match.start() - 80), match.start())):
        named = before["role"]
    task = _TASK.match(text, stop, end) or _ACTS.match(text, stop, end)
    words = _tidy(task["task"]) if task else ""
    tasks = (words,) if words and not _NO_TASK.fullmatch(words) and not _NO_WORK.match(words) else ()
    return (_tidy(_NO_ROLE.sub("", named)) if named else None) or None, tasks, task.end() if task else stop


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:.–-(")


def _below(section: Section) -> tuple[str, ...]:
    """What stands below an item that names one person: its tasks, without the lead-ins to them."""
    texts = (part.body.text.strip() for child in section.children for part in child.walk())
    return tuple(text.strip(" ;.") for text in texts if text and not text.endswith(":"))


def _of_row(plan: Plan, section: Section) -> Iterator[Person]:
    """The person that a table's row is about, by the column of names."""
    cells = {" ".join(fold(head).split()): cell for head, cell in section.cells}
    named = next(
        (cell for head, cell in cells.items() if re.match(r"ho (?:va|,)? ?ten|ho ten|dong chi|ten can bo", head)), None
    )
    if named is None or not _is_name(person(named.text)):
        return
    role = next(
        (cell.text for head, cell in cells.items() if re.match(r"chuc (?:vu|danh)|vi tri|nhiem vu trong", head)), None
    )
    work = subject_of(section)
    tasks = (work.text.strip(" .;"),) if work and work is not named else ()
    citations: tuple[Citation, ...] = plan.cite(section.path, section.body)
    yield Person(plan.plan_id, section.path, person(named.text), role, tasks, citations)
