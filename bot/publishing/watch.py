"""A folder whose files go to the administrators' review list as they arrive.

A file is read once it has stopped growing. What was taken is noted by the digest of its content in the data folder, so
that neither a restart nor another name brings it a second time; one that cannot be read is told of and passed over
until it changes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bot.memory import Database
from bot.memory.state import MEMORY
from bot.publishing import file_name
from bot.publishing.store import KEPT_AT_MOST, UploadStore
from knowledge.errors import DocumentError
from knowledge.library import Library
from knowledge.settings import Settings

LOOK_SECONDS = 5.0
TAKEN = "watched.txt"
"""In the data folder: a digest a line."""
_ROOM = KEPT_AT_MOST // 2  # that wait at once, so that none is pushed out before it is decided on

Look = tuple[int, int]
"""Size and time of change of a file."""


@dataclass
class Watch:
    """One folder. say: takes an English line for the operator; left: the files of the last look, as they were then;
    done: those that were taken or passed over, as they were then."""

    folder: Path
    library: Library
    store: UploadStore
    data_dir: Path
    say: Callable[[str], None]
    left: dict[Path, Look] = field(default_factory=dict)
    done: dict[Path, Look] = field(default_factory=dict)

    def forever(self) -> None:
        """Look every few seconds; ends with the process."""
        while True:
            self.look()
            time.sleep(LOOK_SECONDS)

    def look(self) -> int:
        """Take what has arrived and does not grow any more; return how many files went to the list."""
        seen = dict(self._files())
        settled = sorted(path for path, look in seen.items() if self.left.get(path) == look != self.done.get(path))
        self.left, room, taken = seen, _ROOM - self.store.waiting(), 0
        for path in settled:
            if taken >= room:
                break
            taken += self._take(path)
            self.done[path] = seen[path]
        return taken

    def _files(self) -> Iterator[tuple[Path, Look]]:
        for path in self.folder.rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(self.folder).parts)
            with suppress(OSError):  # gone again
                if not hidden and path.suffix.lower() in self.library.kinds and path.is_file():
                    status = path.stat()
                    yield path, (status.st_size, status.st_mtime_ns)

    def _take(self, path: Path) -> bool:
        try:
            if path.stat().st_size > self.library.max_bytes:
                raise DocumentError(f"more than {self.library.max_bytes:,} bytes; split the file")
            data = path.read_bytes()
            digest = sha256(data).hexdigest()
            if digest in self._taken() or self.library.has_read(digest):
                return False
            name = file_name(path.name)
            file = data if path.suffix.lower() in self.library.pictured else None
            self.store.arrive(name, self.library.read_document(name, data), file)
        except (DocumentError, OSError) as error:
            self.say(f"{path} is passed over: {error}")
            return False
        with (self.data_dir / TAKEN).open("a", encoding="ascii") as noted:
            noted.write(f"{digest}\n")
        self.say(f"{path} waits for an administrator")
        return True

    def _taken(self) -> set[str]:
        noted = self.data_dir / TAKEN
        return set(noted.read_text(encoding="ascii").split()) if noted.exists() else set()


def watch(folder: Path, settings: Settings, say: Callable[[str], None]) -> None:
    """Watch a folder until the process ends. Raises KnowledgeError, StateError when that cannot begin."""
    with Library.open(settings, create=True, notify=say) as library:
        database = Database(settings.data_dir / MEMORY, settings.server_url)
        try:
            say(f"watching {folder}; what arrives waits for the bot's administrators")
            Watch(folder, library, UploadStore(database), settings.data_dir, say).forever()
        finally:
            database.close()
