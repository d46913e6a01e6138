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


def all_stored(paths: Iterable[Path], settings: Settings) -> bool:
    """Tell whether every file is live in the catalog with exactly this content.

    False when it can't be told; then whoever reads the files says why.
    """
    from knowledge.catalog import Catalog
    from knowledge.catalog.database import CATALOG_FILE

    if not settings.database_url and not (settings.data_dir / CATALOG_FILE).exists():
        return False
    catalog = Catalog.open(settings.data_dir, settings.database_url)
    try:
        generation = catalog.live()
    finally:
        catalog.close()
    try:
        found = {(path.stem, sha256(read_bytes(path)).hexdigest()) for path in expand(paths)}
    except UnreadableFile:
        return False
    return generation is not None and found <= set(generation.plans)


def _plan_files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = (name for name in folders if not name.startswith("."))
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if path.suffix.lower() in SUPPORTED and not is_folder(path))
