"""One archive of all that a data folder keeps: taken while the bot runs, put back into an empty folder, checked.

The archive is a gzipped tar whose first member, `manifest.json`, names every store in it, with size, digest and rows,
and what was left out and why. Whatever lies in the folder is a store unless `LEFT_OUT` says otherwise, so that a
store that a later version adds is covered without a word here.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

import knowledge
from knowledge.catalog.database import CATALOG_FILE as CATALOG_FILE
from knowledge.errors import DataIncompatible, DataMissing, DataUnwritable
from knowledge.operation.snapshot import copy_sqlite, count_rows, is_sqlite, live_plans

FORMAT = 1
MANIFEST = "manifest.json"
_ARCHIVES = "*.tar.gz"
LEFT_OUT = {
    "index": "made again from the catalog when it is missing",
    "*.lock": "a lock of the running programs",
    "pulse*.json": "a sign of the running bot",
    ".*": "half-written",
    "console.log*": "a log",
    "restoring-*": "what a stopped restore left",
    _ARCHIVES: "an archive",
}
"""Names in a data folder that no archive holds, and why; archives are left out of its folders, too."""
_COMPANIONS = ("-wal", "-shm", "-journal")  # parts of an SQLite file, copied with it
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Store:
    """One file of an archive. name: its path in the data folder; rows: of each table, {} when it is no database."""

    name: str
    bytes: int
    sha256: str
    rows: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds.

    program: the version that wrote it; created: UTC, ISO 8601; plans: how many were live; left_out: name to reason.
    """

    program: str
    created: str
    plans: int
    stores: tuple[Store, ...]
    left_out: dict[str, str]
    format: int = FORMAT


def back_up(folder: Path, target: Path, made: Mapping[str, Callable[[Path], object]] | None = None) -> Manifest:
    """Write all stores of a data folder to the archive `target`, which appears only once it is whole.

    The catalog comes last, so that every plan that the bot's memory names is in it. made: SQLite files by name that do
    not lie in the folder, each with what writes it. Raises DataMissing (nothing to keep), DataUnwritable,
    DataIncompatible (a damaged store).
    """
    made = made or {}
    names = sorted({*_stores(folder), *made}, key=lambda name: (name == CATALOG_FILE, name))
    if not names:
        raise DataMissing(f"there is nothing in {folder} to back up")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".so-tay-backup-", dir=target.parent) as aside:
            copies = Path(aside)
            stores = tuple(_copy_store(folder, name, copies, made.get(name)) for name in names)
            left = {name: why for name in _present(folder) if (why := _left_out(name)) is not None}
            created = datetime.now(UTC).isoformat(timespec="seconds")
            plans = live_plans(copies / "stores" / CATALOG_FILE)
            manifest = Manifest(knowledge.__version__, created, plans, stores, left)
            whole = copies / "archive"
            _write(whole, manifest, copies)
            whole.replace(target)
    except OSError as error:
        raise DataUnwritable(f"{target} cannot be written ({error.strerror or error})") from error
    return manifest


def restore(archive: Path, folder: Path) -> Manifest:
    """Put the stores of an archive into a data folder that is empty or not there; every one is checked first.

    Raises DataUnwritable (the folder holds something), DataIncompatible (no archive of ours, or damaged).
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DataUnwritable(f"{folder} is not empty; restore into a new folder (DATA_DIR), then change places")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="restoring-", dir=folder) as aside:
            manifest = _unpack(archive, Path(aside))
            for store in manifest.stores:
                _check_store(Path(aside), store)
            for store in manifest.stores:
                (folder / store.name).parent.mkdir(parents=True, exist_ok=True)
                Path(aside, store.name).replace(folder / store.name)
    except OSError as error:
        raise DataUnwritable(f"{folder} cannot be filled ({error.strerror or error})") from error
    return manifest


# ---------------------------------------------------------------------------------------------------------- writing


def _stores(folder: Path) -> Iterator[str]:
    """Yield the names of the files that are kept, relative to the folder."""
    for top in _present(folder):
        path = folder / top
        if _left_out(top) is not None:
            continue
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            owner = next(
                (file.with_name(file.name.removesuffix(part)) for part in _COMPANIONS if file.name.endswith(part)), None
            )
            if file.is_file() and not fnmatch(file.name, _ARCHIVES) and not (owner and owner.is_file()):
                yield file.relative_to(folder).as_posix()


def _present(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def _left_out(name: str) -> str | None:
    return next((why for pattern, why in LEFT_OUT.items() if fnmatch(name, pattern)), None)


def _copy_store(folder: Path, name: str, copies: Path, make: Callable[[Path], object] | None) -> Store:
    source, copy = folder / name, copies / "stores" / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    rows: dict[str, int] = {}
    if make is not None:
        make(copy)
        rows = count_rows(copy)
    elif is_sqlite(source):
        copy_sqlite(source, copy)
        rows = count_rows(copy)
    else:
        shutil.copyfile(source, copy)
        if copy.suffix == ".jsonl":
            _drop_half_line(copy)
    return Store(name, copy.stat().st_size, _digest(copy), rows)


def _drop_half_line(path: Path) -> None:
    """Cut off a last line that its writer had not finished."""
    data = path.read_bytes()
    os.truncate(path, data.rfind(b"\n") + 1)


def _write(archive: Path, manifest: Manifest, copies: Path) -> None:
    with _private(archive) as file, tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as tar:
        _add(tar, MANIFEST, io.BytesIO(json.dumps(asdict(manifest), indent=1, ensure_ascii=False).encode()))
        for store in manifest.stores:
            with (copies / "stores" / store.name).open("rb") as stored:
                _add(tar, f"stores/{store.name}", stored)
        tar.close()
        file.flush()
        os.fsync(file.fileno())


def _private(path: Path) -> BinaryIO:
    """Make a file for this user alone: an archive holds what people have asked."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _add(tar: tarfile.TarFile, name: str, data: BinaryIO) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = data.seek(0, os.SEEK_END), 0o600, int(datetime.now(UTC).timestamp())
    data.seek(0)
    tar.addfile(info, data)


# ---------------------------------------------------------------------------------------------------------- reading


def _unpack(archive: Path, folder: Path) -> Manifest:
    """Write the stores that the manifest names, and nothing else, into `folder`."""
    try:
        with tarfile.open(archive, "r:gz") as tar:
            manifest = _read_manifest(tar)
            for store in manifest.stores:
                member = tar.extractfile(f"stores/{store.name}")
                if member is None:
                    raise DataIncompatible(f"{archive} lacks {store.name}")
                target = folder / store.name
                target.parent.mkdir(parents=True, exist_ok=True)
                with _private(target) as file:
                    shutil.copyfileobj(member, file, _BLOCK)
            return manifest
    except FileNotFoundError:
        raise DataMissing(f"there is no archive {archive}") from None
    except (tarfile.TarError, zlib.error, EOFError, KeyError, ValueError, TypeError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise DataIncompatible(f"{archive} is no whole archive of this program ({error})") from error


def _read_manifest(tar: tarfile.TarFile) -> Manifest:
    member = tar.extractfile(MANIFEST)
    written: dict[str, Any] = json.load(member) if member else {}
    if written["format"] > FORMAT:
        raise DataIncompatible(f"the archive was written by version {written['program']}; update this program first")
    stores = tuple(Store(**store) for store in written.pop("stores"))
    for store in stores:
        path = PurePosixPath(store.name)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise DataIncompatible(f"the archive names {store.name!r}, which lies outside a data folder")
    return Manifest(stores=stores, **written)


def _check_store(folder: Path, store: Store) -> None:
    path = folder / store.name
    if _digest(path) != store.sha256:
        raise DataIncompatible(f"{store.name} is not what was stored; take another archive")
    if store.rows and count_rows(path) != store.rows:
        raise DataIncompatible(f"{store.name} does not hold the rows that were stored; take another archive")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
