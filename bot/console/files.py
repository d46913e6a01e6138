"""Files that a person sends and the bot downloads: https://core.telegram.org/bots/api#getfile."""

from __future__ import annotations

import mimetypes
import re
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from bot.console.limits import ApiError, bad_request

DOWNLOAD = 20_000_000
"""Largest file in bytes that a bot may download."""
_SEND = re.compile(r"\s*/gui(?:\s+|$)", re.IGNORECASE)
_FILE_URL = re.compile(r"/file/bot(?P<token>[^/]+)/(?P<path>.+)$")


def path_typed(line: str) -> Path | None:
    """Return the file that a line of the terminal sends: "/gui PATH", or the path of a file dragged onto the window.

    "/gui" names one whether or not it is there; None when the line is something else.
    """
    asked = _SEND.match(line)
    typed = line[asked.end() :] if asked else line.strip()
    path = Path(_unquoted(typed.strip()))
    with suppress(OSError, ValueError, RuntimeError):  # a question is longer than any name, or names no one's home
        path = path.expanduser()
        if not asked and path.is_absolute() and path.is_file():
            return path
    return path if asked else None


def _unquoted(typed: str) -> str:
    """Take off the quotation marks or backslashes with which terminals paste a path."""
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "'\"":
        return typed[1:-1]
    return re.sub(r"\\(.)", r"\1", typed)


def document_of(key: str, name: str | None, size: int) -> dict[str, Any]:
    """Return the document of a message, as Telegram describes it."""
    kind = mimetypes.guess_type(name or "")[0] or "application/octet-stream"
    named = {} if name is None else {"file_name": name}
    return {"file_id": key, "file_unique_id": key, "file_size": size, "mime_type": kind, **named}


def file_of(key: str, files: dict[str, bytes]) -> dict[str, Any]:
    """Return what getFile answers, or refuse as Telegram does."""
    data = files.get(key)
    if data is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(data) > DOWNLOAD:
        raise bad_request("file is too big")
    return {"file_id": key, "file_unique_id": key, "file_size": len(data), "file_path": f"documents/{key}"}


def is_download(url: str) -> bool:
    """Tell whether a request is for the content of a file."""
    return _FILE_URL.search(url) is not None


def content_of(url: str, token: str, files: dict[str, bytes]) -> bytes:
    """Return what stands behind a file's address. Raises ApiError."""
    match = _FILE_URL.search(url)
    if match is None or unquote(match["token"]) != token:
        raise ApiError(401, "Unauthorized")
    data = files.get(unquote(match["path"]).removeprefix("documents/"))
    if data is None:
        raise ApiError(404, "Not Found")
    return data
