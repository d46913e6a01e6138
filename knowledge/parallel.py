"""Work that other processes do side by side, with results in order; a job that ends its process ends no other."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

J = TypeVar("J")
R = TypeVar("R")

_MOST = 4  # processes: each holds the parser and a document or two
_FEW = 4  # jobs that are not worth starting a process for
_AHEAD = 4  # jobs a process that are given out before they are asked for, at least
_FAR = 32  # and at most, while what waits is small: the caller may be long at what it has, and nobody idles meanwhile
_WAITING = 16_000_000  # bytes of results that wait, by the mean of those that came
_LOOK = 1.0  # seconds


def in_order(work: Callable[[J], R], jobs: Sequence[J], lost: Callable[[J], R]) -> Iterator[R]:
    """Yield `work(job)` for each job in order, done by a process for each core while the caller uses the results.

    work, its jobs and results are pickled; it handles its own exceptions. lost: the result of a job that ended its
    process twice, the second time alone in it.
    """
    if len(jobs) < _FEW:
        yield from map(work, jobs)
        return
    processes = min(_MOST, os.cpu_count() or 1)
    pool, waiting = _pool(processes), deque(jobs)
    running: deque[tuple[J, Future[bytes]]] = deque()
    came = size = 0
    try:
        while waiting or running:
            while waiting and len(running) < processes * _ahead(processes, came, size):
                job = waiting.popleft()
                running.append((job, _given(pool, work, job)))
            job, future = running.popleft()
            try:
                packed = future.result()
            except BrokenProcessPool:
                pool.shutdown()
                packed = _alone(work, job, lost)
                pool = _pool(processes)
                running = deque(
                    (other, each if _is_done(each) else _given(pool, work, other)) for other, each in running
                )
            came, size = came + 1, size + len(packed)
            result: R = pickle.loads(packed)  # noqa: S301 # its own processes made it
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _ahead(processes: int, came: int, size: int) -> int:
    """Return how many jobs a process are given out ahead. came, size: the results so far, and their bytes."""
    return max(_AHEAD, min(_FAR, _WAITING * came // (processes * max(size, 1))))


def _packed(work: Callable[[J], R], job: J) -> bytes:
    """Do a job in its process; a result that waits as bytes takes half the memory, and says how much."""
    return pickle.dumps(work(job), pickle.HIGHEST_PROTOCOL)


def _is_done(future: Future[bytes]) -> bool:
    return future.done() and future.exception() is None


def _given(pool: ProcessPoolExecutor, work: Callable[[J], R], job: J) -> Future[bytes]:
    """Hand out a job; what a pool says that broke a moment ago is the job's result."""
    try:
        return pool.submit(_packed, work, job)
    except BrokenProcessPool as error:
        broken: Future[bytes] = Future()
        broken.set_exception(error)
        return broken


def _alone(work: Callable[[J], R], job: J, lost: Callable[[J], R]) -> bytes:
    with _pool(1) as pool:
        try:
            return pool.submit(_packed, work, job).result()
        except BrokenProcessPool:
            return pickle.dumps(lost(job))


def _pool(processes: int) -> ProcessPoolExecutor:
    try:
        os.chdir(Path.cwd())
    except OSError:  # a process begins where this one stands; where nobody can go, no relative path leads anywhere
        os.chdir("/")
    return ProcessPoolExecutor(processes, get_context("spawn"), _begin, (os.getpid(),))


def _begin(parent: int) -> None:
    """Leave Ctrl-C to the parent, and end when it has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
