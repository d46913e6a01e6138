"""What people have called wrong is marked in briefings until an administrator has looked at it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import bot.briefing as words
from bot.console.people import Person
from bot.curation import Curator
from bot.curation import screens as curation_words
from bot.settings import BotSettings
from knowledge import reports
from knowledge.briefing import Request, compose, wording
from knowledge.library import Library
from tests.bot.talk import Talk, talk_with
from tests.knowledge.briefing.files import parts, text

ASKED = "/donvi quận 1", "khi nào gửi kế hoạch phát động phong trào thi đua?"
DAY = "23/02/2023"
TODAY = date(2026, 11, 30)
CONTENT, UNIT = curation_words.REASON_LABELS[:2]


@pytest.fixture
async def talk(real: Library, tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_with(real, tmp_path) as begun:
        yield begun


async def report(talk: Talk, reason: str | None = CONTENT) -> None:
    """Ask, and call the answer wrong."""
    for said in ASKED:
        (told,) = await talk.says(said)
    assert DAY in told
    await talk.presses("👎")
    if reason is not None:
        await talk.presses(reason)


async def bullet(talk: Talk) -> str:
    """Return the line of the briefing that tells the day."""
    (told,) = await talk.says("/tomtat quận 1")
    return next(line for line in told.splitlines() if DAY in line)


async def sent(talk: Talk, label: str) -> bytes:
    """Return the file of the briefing behind a button."""
    await talk.says("/tomtat quận 1")
    await talk.presses(label)
    content: bytes = talk.telegram.journal.documents[talk.last()["document"]["file_id"]]
    return content


@pytest.mark.parametrize("reason", [CONTENT, None])
async def test_a_line_on_words_that_somebody_called_wrong_says_so(talk: Talk, reason: str | None) -> None:
    assert wording.REPORTED not in await bullet(talk)
    await report(talk, reason)
    (told,) = await talk.says("/tomtat quận 1")
    marked = [line for line in told.splitlines()[2:] if wording.REPORTED in line]
    assert marked
    assert all(DAY in line or "gửi" in line.lower() for line in marked)
    assert wording.REPORTS_OPEN.format(mark=wording.REPORTED) in told, "said first, too"
    assert sum(line[:1].isdigit() for line in told.splitlines()) > len(marked), "not of every line"
    assert not talk.refused()


async def test_the_files_say_so_and_no_quiz_asks_for_it(talk: Talk) -> None:
    await report(talk)
    assert wording.REPORTED in text(await sent(talk, words.DOCX))
    slides = parts(await sent(talk, words.PPTX))
    assert any(wording.REPORTED in each.decode() for name, each in slides.items() if name.startswith("ppt/slides/s"))
    assert "23/02" not in text(await sent(talk, words.QUIZ))


async def test_the_wrong_unit_is_nothing_that_the_words_are_to_blame_for(talk: Talk) -> None:
    await report(talk, UNIT)
    assert wording.REPORTED not in await bullet(talk)


async def test_a_thumb_up_of_somebody_else_outweighs_it(talk: Talk) -> None:
    await report(talk)
    (asked,) = Curator(talk.resources).groups()
    talk.resources.state.vote(asked.head.number, 4004, True)
    assert wording.REPORTED not in await bullet(talk)


async def test_other_plans_are_told_without_it(talk: Talk) -> None:
    await report(talk)
    (told,) = await talk.says("/tomtat lai châu")
    assert wording.REPORTED not in told
    (told,) = await talk.says("/tomtat tất cả")
    assert wording.REPORTS_SEVERAL.format(count=1, names="KH UBND Quận 1 2023") in told


async def test_it_is_over_when_an_administrator_has_looked_at_it(real: Library, tmp_path: Path) -> None:
    settings = BotSettings(_env_file=None, messages_per_second=0, admin_ids=(9,), access="open")  # type: ignore[call-arg]
    async with talk_with(real, tmp_path, settings=settings) as talk:
        await report(talk)
        assert wording.REPORTED in await bullet(talk)
        boss = talk.as_(Person.private(talk.telegram, 9, "Quản trị"))
        await boss.says("/chuatraloi")
        await boss.presses(curation_words.OPEN_NUMBER.format(number=1))
        await boss.presses(curation_words.OPEN_DROP)
        assert wording.REPORTED not in await bullet(talk)


async def test_what_was_said_of_an_older_version_is_over(
    talk: Talk, real: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    await report(talk)
    curator = Curator(talk.resources)
    assert curator.reported().keys() == {"ubnd-quan-1-2023"}
    known = real.versions("ubnd-quan-1-2023")
    newer = [replace(each, since=datetime.now(UTC) + timedelta(minutes=1)) for each in known]
    monkeypatch.setattr(real, "versions", lambda plan_id: newer)
    assert curator.reported() == {}


async def test_a_command_beside_the_bot_marks_it_too_as_long_as_it_is_open(
    talk: Talk, real: Library, tmp_path: Path
) -> None:
    """What is kept holds for the text that it was said of."""
    await report(talk)
    stored = real.plan("ubnd-quan-1-2023")
    assert stored
    folder, plans = talk.resources.state.folder, {stored.plan_id: stored.plan}
    found = reports.read(folder, plans)
    assert found == Curator(talk.resources).reported()
    told = compose(Request((stored.plan_id,)), {stored.plan_id: stored}, {}, [], TODAY, found)
    assert any(line.note and line.note.reported for line in told.every_line())
    other = next(each.plan for each in real.plans() if each.plan_id != stored.plan_id)
    assert reports.read(folder, {stored.plan_id: other}) == {}
    (asked,) = Curator(talk.resources).groups()
    Curator(talk.resources).dropped(9, asked.head.number)
    assert reports.read(folder, plans) == {}
