"""Which files to read, and whether they are stored already; light enough to ask at every start."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from knowledge.errors import UnreadableFile
from knowledge.readers import SUPPORTED, is_folder, read_bytes
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


def _plan_files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = (name for name in folders if not name.startswith("."))
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if path.suffix.lower() in SUPPORTED and not is_folder(path))
