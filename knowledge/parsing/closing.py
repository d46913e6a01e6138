"""Which last paragraphs speak for the whole document, not for the item above them: told by what they say."""

from __future__ import annotations

import re

from knowledge.parsing.shapes import is_ended
from knowledge.parsing.tree import Node

_THIS = (
    r"(?:kế hoạch|hướng dẫn|chỉ thị|chương trình|quy chế|quyết định|văn bản|công văn|thông báo|đề án|phương án|"
    r"nghị quyết|kết luận)"
)
_CLOSES = re.compile(
    rf"^(?:trên đây là|trên đây, |nhận được (?:{_THIS}|công văn)|trong quá trình (?:triển khai|tổ chức|thực hiện)|"
    rf"(?:căn cứ|từ|trên cơ sở) (?:các )?(?:nội dung )?(?:của )?(?:{_THIS} này|nội dung (?:trên|nêu trên))|"
    rf"{_THIS} này (?:có hiệu lực|thay thế|được (?:phổ biến|triển khai|gửi)))",
    re.IGNORECASE,
)
_REFERS = re.compile(rf"{_THIS} này|{_THIS} nêu trên|các nội dung (?:nêu )?trên|nội dung trên", re.IGNORECASE)
_DEMANDS = re.compile(r"yêu cầu|đề nghị|giao |chịu trách nhiệm|nghiêm túc|khẩn trương", re.IGNORECASE)
_EVERYBODY = re.compile(
    r"(?:các|thủ trưởng|lãnh đạo|người đứng đầu|giám đốc|bí thư)[^.;]{0,60}"
    r"(?:cơ quan|đơn vị|địa phương|phòng|ban|ngành|đảng bộ|chi bộ|cấp ủy|xã|phường|trường|tổ chức)",
    re.IGNORECASE,
)
_MAX_CLOSING = 5


def take_closing(root: Node) -> list[Node]:
    """Take the closing paragraphs out of the tree under `root` and return them in order.

    A paragraph is a closing when it comes last, its item has text of its own besides, and it opens as closings do or
    refers to the document as a whole while it addresses all units.
    """
    found: list[Node] = []
    while len(found) < _MAX_CLOSING:
        branch = _last_branch(root)
        if len(branch) < 2 or not _is_closing(branch):
            break
        branch[-2].children.pop()
        found.append(branch[-1])
    return found[::-1]


def _last_branch(root: Node) -> list[Node]:
    branch = [root]
    while branch[-1].children:
        branch.append(branch[-1].children[-1])
    return branch


def _is_closing(branch: list[Node]) -> bool:
    leaf = branch[-1]
    if leaf.style is not None or leaf.block is None or leaf.block.row:
        return False
    text = leaf.block.string
    if re.match(r"trên đây là", text, re.IGNORECASE):
        return True
    if _is_only_content(branch):
        return False
    refers = bool(_REFERS.search(text)) or text.rstrip().endswith("./.")
    whole = refers and bool(_DEMANDS.search(text)) and bool(_EVERYBODY.search(text))
    return bool(_CLOSES.match(text)) or whole


def _is_only_content(branch: list[Node]) -> bool:
    """Tell whether the item says nothing but paragraphs of this sort: a last part "Tổ chức thực hiện" without items."""
    parent = branch[-2]
    if parent.label is None:
        return len(branch) > 2
    if parent.block is not None and is_ended(parent.block.string) and not parent.block.string.rstrip().endswith(":"):
        return False  # a run-in item has said its own sentence
    paragraphs = all(child.style is None for child in parent.children)
    return paragraphs and (len(parent.children) == 1 or len(branch) == 3)
