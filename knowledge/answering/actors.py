"""Whom a question about duties is asked for: "tôi là hiệu trưởng, ...", "phòng X giúp ủy ban việc gì"."""

from __future__ import annotations

import itertools
import re

from knowledge.answering.desk import Desk
from knowledge.answering.matching import Need
from knowledge.text import fold, folded_words

_SELF = re.compile(
    r"\b(?:toi|em|minh|chung toi|i)\s+(?:dang )?(?:la|lam viec o|lam o|cong tac o|am an?|am the|am)\s+(.{3,60}?)"
    r"(?=[,.;?]|\b(?:thi|theo|ke hoach|phai|can|nhiem vu|viec cua|what)\b|$)"
)
_HELPS = re.compile(r"^(.{3,80}?)\b(?:giup|ho tro|phuc vu|giup viec|tham muu (?:gi )?cho|assists?|helps?)\b")
_HEADS = (
    "hieu truong",
    "giam doc",
    "vien truong",
    "truong don vi",
    "lanh dao don vi",
    "nguoi dung dau",
    "truong phong",
    "chanh van phong",
)
"""Offices of those who head a body, whom plans call "thủ trưởng" where they name no office."""
_HEAD = "thủ trưởng đơn vị"


def subject(desk: Desk, need: Need) -> Need:
    """Return the part of a need that names who acts, all of it where the question does not tell."""
    asked = fold(desk.query.restored)
    said = _SELF.search(asked) or _HELPS.search(asked)
    if said is None:
        return need
    own = set(folded_words(said[1]))
    return need.without(word for _, word in need.words if word not in own) or need


def as_head(desk: Desk) -> Need | None:
    """Return the need for the head of a body, when the question names one by an office ("hiệu trưởng"); else None."""
    asked = fold(desk.query.restored)
    if not any(re.search(rf"(?<!pho )(?<!thu )\b{office}\b", asked) for office in _HEADS):
        return None
    words = tuple((word, fold(word)) for word in _HEAD.split())
    return Need(words, tuple(itertools.pairwise(folded_words(_HEAD))))
