"""News of a plan -> Screen."""

from __future__ import annotations

from bot import wording
from bot.news import News
from bot.render.rich import bold, join, plain
from bot.render.screens import Button, Screen, button, screen


def news_screen(news: News, link: int, unit: str | None) -> Screen:
    """Return the news with the buttons that go on from them. link: the plan's; unit: its name, to offer it to a chat
    that has chosen another one, else None."""
    choose = [button(wording.NEWS_CHOOSE.format(unit=unit), "d", link)] if unit else []
    rows = [[button(wording.NEWS_OPEN, "hu", link)], choose, [button(wording.NEWS_STOP, "nx")]]
    return screen(join([bold(news.title), plain(news.told)], "\n\n"), rows)


def stopped_screen() -> Screen:
    """Return the word that a chat is told no more, with the way back."""
    return screen(plain(wording.NEWS_STOPPED), [way_back()])


def way_back() -> tuple[Button]:
    """Return the row with the button that turns the news on again."""
    return (button(wording.NEWS_START, "ny"),)
