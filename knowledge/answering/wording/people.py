"""Phrases of answers about whom a plan binds and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PeopleWording:
    """The phrases of one language; placeholders are `str.format` fields, `**` marks bold."""

    bound: str
    ask: str
    nobody_to_ask: str


VI = PeopleWording(
    bound="Kế hoạch giao nhiệm vụ cho **{count}** đối tượng:",
    ask="Khi có vướng mắc, văn bản nêu:",
    nobody_to_ask="Văn bản **không nêu nơi giải đáp** vướng mắc; địa chỉ liên hệ có trong văn bản là:",
)
EN = PeopleWording(
    bound="The plan gives duties to **{count}** parties:",
    ask="For difficulties the plan says:",
    nobody_to_ask="The plan **names nobody to ask**; the contacts it gives are:",
)
