"""Files that a person sends and the bot downloads: https://core.telegram.org/bots/api#getfile."""

from __future__ import annotations

import mimetypes
import re
from typing import Any
from urllib.parse import unquote

from bot.console.limits import ApiError, bad_request

DOWNLOAD = 20_000_000
"""Largest file in bytes that a bot may download."""
_FILE_URL = re.compile(r"/file/bot(?P<token>[^/]+)/(?P<path>.+)$")


def document_of(key: str, name: str | None, data: bytes) -> dict[str, Any]:
    """Return the document of a message, as Telegram describes it."""
    kind = mimetypes.guess_type(name or "")[0] or "application/octet-stream"
    named = {} if name is None else {"file_name": name}
    return {"file_id": key, "file_unique_id": key, "file_size": len(data), "mime_type": kind, **named}


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
