"""The phrases about a ward or school that no plan is of, in both languages. None of them is about what a plan says."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import Language


@dataclass(frozen=True, slots=True)
class BelongingWording:
    """Placeholders are `str.format` fields; `**` marks bold."""

    made: str
    kept: str
    ended: str
    part: str
    whose: str
    whose_over: str
    stated: str
    namesakes: str
    superior: str
    which: str
    open: str
    unbound: str
    several: str
    near: str
    silent: str
    elsewhere: str
    joined: str
    more: str


VI = BelongingWording(
    made="**{name}** ({province}) lập ngày 01/7/2025 từ {parts}, thuộc **{districts}** cũ.",
    kept="**{name}** ({province}) trước 01/7/2025 thuộc **{districts}**.",
    ended="**{name}** trước 01/7/2025 thuộc **{districts}** ({province}), nay là {became}.",
    part="một phần {name}",
    whose="Trả lời theo {plans}.",
    whose_over="Trả lời theo {plans}; kế hoạch này đã hết kỳ.",
    stated="Bạn hỏi cho **{name}**: trả lời theo {plans} của đơn vị bạn nêu hoặc đang chọn.",
    namesakes="Còn {count} nơi khác cùng tên, bộ kế hoạch không có văn bản của các nơi ấy.",
    superior="Cấp trên hiện nay là {province} (theo danh mục đơn vị hành chính, không phải theo kế hoạch).",
    which="Có nhiều nơi tên **{name}**: {places}. Bạn hỏi cho nơi nào?",
    open="Tôi không biết **{name}** thuộc đơn vị nào. Bạn hỏi theo kế hoạch của đơn vị nào?",
    unbound="Bộ kế hoạch không có văn bản nào áp dụng cho **{name}** nên tôi không trả lời thay.",
    several="**{name}** là tên của {count} nơi: {places}.",
    silent="Kế hoạch không nhắc riêng đến loại đơn vị này; hãy xem việc nêu chung cho các cơ quan, đơn vị.",
    elsewhere="Danh mục đơn vị hành chính không ghi {name} ở đơn vị này; hãy kiểm tra lại tên.",
    near="{plans} cùng địa bàn, nhưng không nhắc đến xã, phường.",
    joined=" và ",
    more="…",
)
EN = BelongingWording(
    made="**{name}** ({province}) was formed on 1 July 2025 from {parts}, of the former **{districts}**.",
    kept="**{name}** ({province}) was in **{districts}** until 1 July 2025.",
    ended="**{name}** was in **{districts}** ({province}) until 1 July 2025; now it is {became}.",
    part="part of {name}",
    whose="This answer is from {plans}.",
    whose_over="This answer is from {plans}, whose period is over.",
    stated="You ask for **{name}**: this answer is from {plans}, of the unit that you named or chose.",
    namesakes="There are {count} other places of that name; the collection has no plan of those.",
    superior="Its superior today is {province} (from the list of administrative units, not from a plan).",
    which="Several places are called **{name}**: {places}. Which one do you mean?",
    open="I don't know which unit **{name}** belongs to. Whose plan do you ask about?",
    unbound="The collection has no plan that binds **{name}**, so I will not answer from another one.",
    several="**{name}** is the name of {count} places: {places}.",
    silent="The plan does not speak of such units; see what it asks of all offices and units.",
    elsewhere="The list of administrative units has no {name} there; please check the name.",
    near="{plans}: same area, but it speaks of no wards or communes.",
    joined=" and ",
    more="…",
)


def wording(language: Language) -> BelongingWording:
    """Return the phrases for an answer to a question in `language`."""
    return EN if language is Language.EN else VI
