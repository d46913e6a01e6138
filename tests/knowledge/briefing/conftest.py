"""Briefings of the five plans, made once."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.briefing import Briefing, Request
from knowledge.library import Library

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="session")
def of_all(library: Library) -> Briefing:
    """Every plan, 30 minutes."""
    return library.brief(Request(), TODAY)


@pytest.fixture(scope="session")
def of_each(library: Library) -> dict[str, Briefing]:
    """Each plan alone, 45 minutes."""
    return {stored.plan_id: library.brief(Request((stored.plan_id,), None, 45), TODAY) for stored in library.plans()}
