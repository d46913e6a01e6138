"""Which files to read, and whether they are stored already; light enough to ask at every start.

What has pages to show is kept as it came, beside the catalog.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from knowledge.errors import DataUnwritable, UnreadableFile
from knowledge.readers import PICTURED, SUPPORTED, is_folder, read_bytes
from knowledge.settings import Settings


def expand(paths: Iterable[Path]) -> list[Path]:
    """Return the files to read: each path that isn't a folder, and every supported file under each folder, sorted.

    Hidden files and folders in it are passed over. A folder without any such file stands for itself, so that reading
    it says what is wrong.
    """
    files: dict[Path, None] = {}
    for path in paths:
        inside = sorted(_plan_files(path)) if is_folder(path) else []
        files.update(dict.fromkeys(inside or [path]))
    return list(files)


def missing(paths: Iterable[Path], settings: Settings) -> list[Path]:
    """Return the files whose content the catalog has never held, and those that can't be read: whoever reads them says
    why.

    A version that was replaced since, by a newer one, is not missing: it must not come back by itself.
    """
    known = _versions(settings)
    return [path for path in expand(paths) if _key(path) not in known]


def _versions(settings: Settings) -> set[tuple[str, str]]:
    from knowledge.catalog import Catalog
    from knowledge.catalog.database import CATALOG_FILE

    if not settings.database_url and not (settings.data_dir / CATALOG_FILE).exists():
        return set()
    catalog = Catalog.open(settings.data_dir, settings.database_url)
    try:
        return catalog.version_keys() if catalog.live_name() else set()
    finally:
        catalog.close()


def _key(path: Path) -> tuple[str, str] | None:
    try:
        return path.stem, sha256(read_bytes(path)).hexdigest()
    except UnreadableFile:
        return None


@dataclass(frozen=True, slots=True)
class Originals:
    """The files whose pages can be shown, by the sha256 of their document, in a folder of the data folder."""

    folder: Path

    @classmethod
    def of(cls, settings: Settings) -> Originals:
        """Return those of a data folder."""
        return cls(settings.data_dir / "originals")

    def keep(self, sha256: str, name: str, data: bytes) -> None:
        """Keep a file of one of the kinds `PICTURED`; it appears whole or not at all. Raises DataUnwritable."""
        kind = Path(name).suffix.lower()
        if kind not in PICTURED or self.find(sha256):
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft = self.folder / f".{sha256}.{os.getpid()}"
            draft.write_bytes(data)
            draft.chmod(0o600)
            draft.replace(self.folder / f"{sha256}{kind}")
        except OSError as error:
            raise DataUnwritable(f"{self.folder} cannot be written ({error.strerror or error})") from error

    def find(self, sha256: str) -> Path | None:
        """Return where the file of a document lies, None when it wasn't kept."""
        paths = (self.folder / f"{sha256}{kind}" for kind in sorted(PICTURED))
        return next((path for path in paths if path.is_file()), None)

    def drop_others(self, kept: Collection[str]) -> None:
        """Delete the files of documents that no version is of any more."""
        for path in self.folder.glob("*.*"):
            if path.stem not in kept and not path.name.startswith("."):
                path.unlink(missing_ok=True)


def _plan_files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = (name for name in folders if not name.startswith("."))
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if path.suffix.lower() in SUPPORTED and not is_folder(path))
