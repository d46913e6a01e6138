"""Which files to read, and whether they are stored already; light enough to ask at every start."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from knowledge.readers import SUPPORTED
from knowledge.settings import Settings


def expand(paths: Iterable[Path]) -> list[Path]:
    """Return the files to read: each path that isn't a folder, and every supported file under each folder, sorted.

    A folder without any such file stands for itself, so that reading it says what is wrong.
    """
    files: dict[Path, None] = {}
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if _is_plan_file(p)) if path.is_dir() else []
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
        found = {(path.stem, sha256(path.read_bytes()).hexdigest()) for path in expand(paths)}
    except OSError:
        return False
    return generation is not None and found <= set(generation.plans)


def _is_plan_file(path: Path) -> bool:
    return path.suffix.lower() in SUPPORTED and not path.name.startswith(".") and path.is_file()
