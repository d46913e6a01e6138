"""What a test reads of a page: its elements as a tree, without a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from starlette.testclient import TestClient

_EMPTY = frozenset({"meta", "link", "input", "br", "img", "hr"})


@dataclass
class Element:
    name: str
    given: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in it, on one line."""
        parts = (each if isinstance(each, str) else f" {each.text} " for each in self.inside)
        return " ".join("".join(parts).split())

    def all(self, tag: str, **given: str) -> list[Element]:
        """Return the elements of this name in it whose attributes are these; `class_` for "class"."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in given.items()}
        found = []
        for each in self.inside:
            if isinstance(each, Element):
                if each.name == tag and wanted.items() <= each.given.items():
                    found.append(each)
                found += each.all(tag, **given)
        return found

    def one(self, tag: str, **given: str) -> Element:
        """Return the only such element."""
        (found,) = self.all(tag, **given)
        return found

    def link(self, text: str) -> str:
        """Return where the first link with these words leads."""
        return next(each.given["href"] for each in self.all("a") if text in each.text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(html: str) -> Element:
    """Return the page; fails when an element is not closed where it was opened."""
    reader = _Reader()
    reader.feed(html)
    (page,) = reader.open
    return page


def page(browser: TestClient, address: str, status: int = 200, **query: str) -> Element:
    """Open an address; the page has that status. A query's "don_vi" is its "don-vi"."""
    answer = browser.get(address, params={key.replace("_", "-"): value for key, value in query.items()} or None)
    assert answer.status_code == status, answer.text
    return read(answer.text)
