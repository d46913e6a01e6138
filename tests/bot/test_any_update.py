"""Whatever arrives, the bot does not fail, says what it owes and nothing else.

`python -m tests.bot.any_update 10000` sends as many as one likes.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram import Update, User

from bot.console import JSON, LocalTelegram
from bot.console.people import Person
from bot.screen import words as screen_words
from bot.talk import words
from bot.telegram.people import person_name
from knowledge.library import Library
from tests.bot.any_update import Report, answer_due, fire
from tests.bot.random_updates import NAME, Maker
from tests.bot.talk import Talk
from tests.conftest import settings_for

COUNT = 200


@pytest.fixture(scope="module")
def real(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    own = tmp_path_factory.mktemp("any") / "data"  # an administrator among those who send may change it
    with Library.open(settings_for(Path(shutil.copytree(data_dir, own)))) as library:
        yield library


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow)])
async def test_random_updates(real: Library, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(real, "close", lambda: None)  # it outlives one bot
    report = Report()
    await fire(real, tmp_path, COUNT, seed, report)
    assert report.troubles == []
    assert report.dues[True] > COUNT / 4
    assert report.dues[False] > COUNT / 10


def test_every_kind_is_made() -> None:
    maker = Maker(LocalTelegram(), random.Random(1))
    kinds = {kind for kind, _ in (maker.make() for _ in range(2500))}
    assert kinds >= {*Update.ALL_TYPES}


async def test_silence_and_noise_are_noticed(talk: Talk) -> None:
    """The judge itself: what it calls due is what a person would expect."""
    bot, group = talk.application.bot, talk.person.in_group()

    def due(content: JSON, person: Person = talk.person) -> bool | None:
        message = {"message_id": 1, "date": 1, "chat": person.chat, "from": person.user, **content}
        return answer_due(Update.de_json({"update_id": 1, "message": message}, bot), talk)

    command = {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
    mention = {"text": f"@{NAME} hỏi", "entities": [{"type": "mention", "offset": 0, "length": len(NAME) + 1}]}
    assert [due(command), due(mention), due({"text": "hỏi"}), due({"new_chat_title": "x"})] == [True, True, True, False]
    assert [due(command, group), due(mention, group), due({"text": "hỏi"}, group)] == [True, True, False]


# ------------------------------------------------------------------------------------- what was found so


async def test_half_a_character_is_no_trouble(talk: Talk) -> None:
    half = talk.as_(Person.private(talk.telegram, 7, "\ud83d"))
    assert (await half.says("/start"))[0].startswith("Chào ?!")
    assert "05/6" in (await half.says("gửi báo cáo \ud83d 6 tháng"))[0]
    assert await half.says("\udc00") == [words.EMPTY_QUESTION]


async def test_a_mention_that_cuts_a_character_is_none(talk: Talk) -> None:
    group = talk.as_(talk.person.in_group())
    entities = [{"type": "mention", "offset": 1, "length": 1}, {"type": "mention", "offset": 900, "length": 9}]
    assert await group.sends(text="🙂", entities=entities) == []
    assert not talk.refused()


async def test_a_button_without_data_is_answered(talk: Talk) -> None:
    await talk.presses_data(1, "")
    assert talk.notice() == screen_words.STALE_BUTTON


async def test_a_deleted_account_has_no_name(talk: Talk) -> None:
    assert (await talk.as_(Person.private(talk.telegram, 7, "")).says("/start"))[0].startswith("Chào bạn!")
    assert [person_name(User(7, name, False, last_name="x")) for name in ("", "Lan")] == ["x", "Lan x"]
    assert person_name(User(7, "", False)) == person_name(None) == "?"


async def test_a_command_that_nobody_knows_is_answered_where_it_replies_to_the_bot(talk: Talk) -> None:
    group = talk.as_(talk.person.in_group())
    await group.says("/start")
    own = group.last()["message_id"]
    assert await group.says("/xyz", reply_to=own) == [words.UNKNOWN_COMMAND.format(command="/xyz")]
    assert await group.says("/xyz@botkhac", reply_to=own) == []
    blank = [{"type": "bot_command", "offset": 0, "length": 1}]
    assert await talk.sends(text="\u2028", entities=blank) == [words.UNKNOWN_COMMAND.format(command="/")]
