"""Index generations on disk: built aside, sealed, checked, opened from a private copy.

    <data>/index/<generation>/dense/       vectors, and Chroma where they are many
                              lexical/     Tantivy
                              seal.json    size and sha256 of every file

A sealed folder is never opened in place: Chroma writes to what it opens (two processes would write to the same
files), Tantivy wants a lock file, and damaged files of either can end the process. Whoever opens a generation checks
every file against the seal while copying it to a temporary folder of its own. So readers need no lock, a read-only
data folder serves, and whatever happens to the sealed folder later, an open index goes on answering.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from knowledge.errors import DataLocked, DataUnwritable
from knowledge.index import dense, lexical
from knowledge.index.chroma import ChromaServer
from knowledge.model import Passage

if TYPE_CHECKING:
    import numpy as np

_SEAL = "seal.json"
_ASIDE = "building-"
_UNKNOWN = "x"
_COPY = "so-tay-index-"
_BLOCK = 1 << 20
_LEAST_RECALL = 0.97  # of an approximate index on a sample; 0.99 is what it is built for


class IndexDamaged(Exception):
    """The index on disk is missing, incomplete or not what was sealed; it has to be built again."""


@dataclass(frozen=True, slots=True)
class PassageIndex:
    """Both indexes of one generation, open in a private folder until `close`."""

    dense: dense.DenseIndex
    lexical: lexical.LexicalIndex
    folder: Path

    def close(self) -> None:
        """Close the indexes and delete the private folder."""
        self.dense.close()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def writer_lock(data_dir: Path, timeout: float = 0.0) -> Iterator[None]:
    """Be the only writer of the data folder; the lock ends with the process, however it ends.

    Raises DataLocked after `timeout` seconds, DataUnwritable when the folder cannot be written.
    """
    refuse_file(data_dir)
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data_dir / "writer.lock")
        lock.acquire(timeout=timeout)
    except Timeout:
        raise DataLocked(
            f"another process is writing to {data_dir}; wait until it has finished, or set DATA_DIR to another folder"
        ) from None
    except OSError as error:
        raise DataUnwritable(
            f"{data_dir} cannot be written ({error.strerror or error}); give this user write access to it, or set "
            "DATA_DIR to another folder"
        ) from error
    try:
        yield
    finally:
        lock.release()


def refuse_file(data_dir: Path) -> None:
    """Raise DataUnwritable when the data folder is something else than a folder."""
    if data_dir.exists() and not data_dir.is_dir():
        raise DataUnwritable(f"{data_dir} is a file, not a folder; move it away, or set DATA_DIR to a folder")


def build(
    data_dir: Path,
    name: str,
    passages: Sequence[Passage],
    vectors: Sequence[np.ndarray],
    server: ChromaServer | None = None,
) -> None:
    """Write the generation `name` aside, seal it, then give it its name; the caller holds the writer's lock."""
    with _aside(data_dir, name) as aside:
        dense.build(aside / "dense", passages, vectors, name, server)
        lexical.build(aside / "lexical", passages)
        _seal(aside, {})


def extend(
    data_dir: Path,
    base: str,
    name: str,
    passages: Sequence[Passage],
    vectors: Sequence[np.ndarray],
    without: Collection[str],
    server: ChromaServer | None = None,
) -> None:
    """Write the generation `name` as `build` does: what the sealed `base` holds but for the plans `without`, and these
    passages. Sealed files of words are shared, not copied: a change costs what is changed. Raises IndexDamaged.
    """
    source = data_dir / "index" / base
    if not is_there(data_dir, base):
        raise IndexDamaged("what is live is not what was sealed")
    sealed = _sealed(source)
    with _aside(data_dir, name) as aside:
        for file in sealed:
            if file.startswith("lexical/"):
                _share(source / file, aside / file)
        dense.extend(source / "dense", aside / "dense", passages, vectors, without, name, server)
        lexical.extend(aside / "lexical", passages, without)
        shared = {file: digest for file, digest in sealed.items() if _same(source / file, aside / file)}
        _seal(aside, shared)


@contextlib.contextmanager
def _aside(data_dir: Path, name: str) -> Iterator[Path]:
    """Give a folder to write a generation into; it gets its name when all is written."""
    root = data_dir / "index"
    aside = root / f"{_ASIDE}{name}"
    _remove(aside)
    for part in ("dense", "lexical"):
        (aside / part).mkdir(parents=True)
    yield aside
    aside.replace(root / name)
    _sync(root)


def is_there(data_dir: Path, name: str) -> bool:
    """Tell whether a generation lies there whole; every file is read."""
    folder = data_dir / "index" / name
    try:
        return all(_digest(folder / file) == expected for file, expected in _sealed(folder).items())
    except (OSError, IndexDamaged):
        return False


def open_index(data_dir: Path, name: str, passages: int, server: ChromaServer | None = None) -> PassageIndex:
    """Check the sealed generation `name` and open a private copy; raises IndexDamaged.

    passages: how many the catalog says it holds.
    """
    _sweep_copies()
    folder = Path(tempfile.mkdtemp(prefix=f"{_COPY}{os.getpid()}-{_born(os.getpid())}-"))
    try:
        _copy_checked(data_dir / "index" / name, folder)
        return _open_checked(folder, passages, server)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _open_checked(folder: Path, passages: int, server: ChromaServer | None) -> PassageIndex:
    try:
        held = dense.DenseIndex(folder / "dense", server)
        index = PassageIndex(held, lexical.LexicalIndex(folder / "lexical"), folder)
    except Exception as error:  # Chroma and Tantivy each raise many kinds; any means that this index can't serve
        raise IndexDamaged(f"the index cannot be opened ({type(error).__name__})") from error
    if not len(index.dense) == len(index.lexical) == passages:
        raise IndexDamaged(f"the index holds {len(index.dense)} and {len(index.lexical)} passages, not {passages}")
    return index


def check(index: PassageIndex, passages: Sequence[Passage], vectors: Sequence[np.ndarray]) -> None:
    """Check a fresh index against what it was built from: ids, vectors, and what it finds; raises IndexDamaged."""
    expected = {passage.id for passage in passages}
    for name, found in (("dense", set(index.dense.ids)), ("lexical", index.lexical.ids())):
        if found != expected:
            raise IndexDamaged(f"{name} index: {len(found)} passages, expected {len(expected)}")
    check_added(index, passages, vectors)


def check_added(index: PassageIndex, passages: Sequence[Passage], vectors: Sequence[np.ndarray]) -> None:
    """Check that an index has these passages among others, with these vectors; raises IndexDamaged."""
    import numpy as np

    if not index.lexical.holds([passage.id for passage in passages]):
        raise IndexDamaged("lexical index: an added passage is missing, or there twice")
    for passage, vector in zip(passages, vectors, strict=True):
        if passage.id not in index.dense or not np.array_equal(index.dense.vector(passage.id), vector):
            raise IndexDamaged("dense index: a vector is not the one that was given")
    recall = index.dense.recall()
    if recall < _LEAST_RECALL:
        raise IndexDamaged(f"dense index: it finds {recall:.0%} of the nearest passages")


def remove_others(data_dir: Path, keep: Iterable[str]) -> None:
    """Delete every generation but `keep`, and what a killed writer left; the caller holds the writer's lock."""
    root = data_dir / "index"
    kept = set(keep)
    if not root.is_dir():
        _remove(root)
    for path in root.iterdir() if root.is_dir() else ():
        if path.name not in kept:
            _remove(path)


def next_name(data_dir: Path, stem: str) -> str:
    """Return `stem` with the first serial number that no folder has."""
    root = data_dir / "index"
    serial = 1
    while (root / f"{stem}-{serial}").exists():
        serial += 1
    return f"{stem}-{serial}"


def _remove(path: Path) -> None:
    """Delete a folder, or a file where a folder should be; what can't be deleted stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


# --------------------------------------------------------------------------------------------------------- the seal


def _seal(folder: Path, known: Mapping[str, str]) -> None:
    """Write down the digest of every file; known: of those that another seal vouches for."""
    files = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        files[name] = known.get(name) or _digest(path)
        if name not in known:
            _sync(path)
    seal = folder / _SEAL
    seal.write_text(json.dumps(files, indent=1), encoding="utf-8")
    _sync(seal)


def _sealed(folder: Path) -> dict[str, str]:
    """Return the digests of a sealed folder's files by their names in it; raises IndexDamaged."""
    try:
        return {str(name): str(digest) for name, digest in json.loads((folder / _SEAL).read_text("utf-8")).items()}
    except (OSError, ValueError, AttributeError) as error:
        raise IndexDamaged(str(error)) from error


def _share(source: Path, target: Path) -> None:
    """Give a sealed file a second name; a copy where the file system has no such names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy_checked(source: Path, target: Path) -> None:
    files = _sealed(source)
    try:
        for part in ("dense", "lexical"):
            (target / part).mkdir()
        for name, expected in files.items():
            if _copy_digest(source / name, target / name) != expected:
                raise IndexDamaged(f"{name} is not what was sealed")
    except OSError as error:
        if error.errno in (28, 122):  # ENOSPC, EDQUOT: the copy's fault
            raise DataUnwritable(f"no space left in {tempfile.gettempdir()}; free some, or set TMPDIR") from error
        raise IndexDamaged(str(error)) from error


def _copy_digest(source: Path, target: Path) -> str:
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as reader, target.open("wb") as writer:
        while block := reader.read(_BLOCK):
            digest.update(block)
            writer.write(block)
    return digest.hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep_copies(alive: Callable[[int], bool] | None = None) -> None:
    """Delete private copies that killed processes of this user left behind."""
    is_alive = alive or _is_alive
    for path in Path(tempfile.gettempdir()).glob(f"{_COPY}*"):
        pid, born, *_ = (*path.name.removeprefix(_COPY).split("-"), "")
        with contextlib.suppress(OSError):
            # As process 1 of a container the next one has the same number, but not the same birth.
            lives = pid.isdigit() and is_alive(int(pid)) and (not born.isdigit() or born == _born(int(pid)))
            if pid.isdigit() and not lives and path.stat().st_uid == os.getuid():
                shutil.rmtree(path, ignore_errors=True)


def _born(pid: int) -> str:
    """Return when a process began, in the kernel's ticks; where that is not told, the same for all."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return _UNKNOWN


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
