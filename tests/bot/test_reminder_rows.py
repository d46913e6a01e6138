"""The rows of reminders: what is done stays known, a day that is promised is waited for, a failure changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.memory import Database
from bot.reminders import store
from bot.reminders.store import ReminderStore, Wish


@pytest.fixture
def rows(tmp_path: Path) -> Iterator[ReminderStore]:
    database = Database(tmp_path / "rows.db")
    yield ReminderStore(database)
    database.close()


def wish(remind_on: date, due: date | None = None, *, snoozed: bool = False) -> Wish:
    return Wish(1, None, 1, "plan#duty", "việc", due, remind_on, None, snoozed)


def test_what_is_done_ahead_stays_done_until_it_was_due(rows: ReminderStore) -> None:
    due = date(2026, 9, 30)
    rows.add(wish(date(2026, 2, 1), due))
    rows.finish(rows.open_ones(1)[0], ())
    for today in (date(2026, 3, 10), due, due + store.KEPT):
        rows.forget_old(today)
        assert rows.done_days(1, "plan#duty") == {due}
    rows.forget_old(due + store.KEPT + timedelta(days=1))
    assert rows.done_ones(1) == []


def test_a_day_that_is_promised_is_waited_for_whatever_was_done_on_it(rows: ReminderStore) -> None:
    first, second = date(2025, 3, 2), date(2025, 3, 5)
    rows.add(wish(first))
    rows.add(wish(second))
    kept, done = rows.open_ones(1)
    rows.finish(done, ())
    assert rows.snooze(kept, wish(second, snoozed=True))
    assert [each.wish.remind_on for each in rows.open_ones(1)] == [first, second]
    assert [each.id for each in rows.done_ones(1)] == [done.id]
    rows.finish(rows.open_ones(1)[1], ())
    assert rows.add(wish(second))
    assert [each.wish.remind_on for each in rows.open_ones(1)] == [first, second]
    assert len(rows.done_ones(1)) == 2


def test_another_time_on_the_day_of_one_that_is_done_leaves_that_done(rows: ReminderStore) -> None:
    day, may, june = date(2025, 6, 21), date(2025, 5, 24), date(2025, 6, 24)
    rows.add(wish(day, june))
    rows.finish(rows.open_ones(1)[0], ())
    rows.add(wish(may, may))
    assert rows.snooze(rows.open_ones(1)[0], wish(day, may, snoozed=True))
    assert [each.wish.due for each in rows.open_ones(1)] == [may, may]
    assert rows.done_days(1, "plan#duty") == {june}


def test_what_can_not_be_put_off_stays_as_it_was(rows: ReminderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    rows.add(wish(date(2025, 3, 2)))
    (reminder,) = rows.open_ones(1)
    rows.snooze(reminder, wish(date(2025, 3, 5), snoozed=True))
    before = rows.open_ones(1)
    later = wish(date(2025, 3, 8), snoozed=True)
    with monkeypatch.context() as broken:
        broken.setattr(store, "_insert", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            rows.snooze(reminder, later)
    assert rows.open_ones(1) == before
    monkeypatch.setattr(store, "LIMIT", 1)
    assert not rows.snooze(reminder, later)
    assert rows.open_ones(1) == before


def test_a_row_that_is_put_off_itself_is_known_by_its_buttons_still(rows: ReminderStore) -> None:
    rows.add(wish(date(2025, 3, 5), snoozed=True))
    (reminder,) = rows.open_ones(1)
    for day in (date(2025, 3, 8), date(2025, 3, 5)):
        assert rows.snooze(reminder, wish(day, snoozed=True))
        assert rows.get(reminder.id) is not None
        assert rows.is_put_off(reminder, day)
        assert [each.wish.remind_on for each in rows.open_ones(1)] == [day]
    assert not rows.is_put_off(reminder, date(2025, 3, 8))
