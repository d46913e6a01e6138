"""Every phrase an answer is built from, in Vietnamese and in English; quotes stay in Vietnamese in both."""

from knowledge.answering.wording.english import EN
from knowledge.answering.wording.phrases import Wording
from knowledge.answering.wording.vietnamese import VI
from knowledge.model import Language

__all__ = ["EN", "VI", "Wording", "wording"]


def wording(language: Language) -> Wording:
    """Return the phrases for an answer to a question in `language`."""
    return EN if language is Language.EN else VI
