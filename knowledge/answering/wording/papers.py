"""Phrases of answers about what a plan stands on and the papers it cites."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PapersWording:
    """The phrases of one language; placeholders are `str.format` fields, `**` marks bold."""

    basis: str
    cited: str
    no_basis: str
    nothing: str
    kind_inside: str
    no_kind: str
    no_kind_no_basis: str


VI = PapersWording(
    basis="Căn cứ của kế hoạch:",
    cited="Văn bản dẫn **{count}** văn bản khác:",
    no_basis="Văn bản **không nêu căn cứ** ban hành; các văn bản được nhắc đến là:",
    nothing="Văn bản **không nêu căn cứ** ban hành và không dẫn văn bản nào.",
    kind_inside="Phần căn cứ **không nêu {kind}**; {kind} được nhắc trong nội dung là:",
    no_kind="Văn bản **không dẫn {kind}** nào; căn cứ được nêu là:",
    no_kind_no_basis="Văn bản **không dẫn {kind}** nào.",
)
EN = PapersWording(
    basis="The plan is based on:",
    cited="The plan cites **{count}** other documents:",
    no_basis="The plan **states no basis**; the documents it mentions are:",
    nothing="The plan **states no basis** and cites no other document.",
    kind_inside="The basis **names no such document** ({kind}); those mentioned further on are:",
    no_kind="The plan **cites no such document** ({kind}); it is based on:",
    no_kind_no_basis="The plan **cites no such document** ({kind}).",
)
