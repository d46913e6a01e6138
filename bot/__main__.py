"""Run the bot.

    python -m bot            on Telegram, with TELEGRAM_BOT_TOKEN from the environment or .env
    python -m bot --console  the same bot in this terminal; needs no token
    python -m bot --web      the reading room in a browser; beside Telegram when a token is set
    python -m bot --auto     on Telegram if a token is set, in the terminal otherwise
    python -m bot COMMAND    backup, restore: see bot.operation.commands

Exit codes: 0 ended; 1 the data or the network failed; 2 a setting is missing or wrong.
"""

from __future__ import annotations

import argparse
import io
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from bot import words

# The bundled embedder spins its threads unless told otherwise before it loads.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken

from bot.app import FORGET_FIRST, FORGET_SECONDS, build_application, lay
from bot.memory import StateError
from bot.memory.state import MEMORY, State
from bot.operation import FILE, ROOM_FILE, commands
from bot.operation.logs import is_outside_trouble, number_the_log, redact, set_up_logging
from bot.operation.meters import WatchedLibrary, count_shared
from bot.operation.watch import Watch, watching
from bot.privacy import Retention
from bot.resources import Answers, Resources
from bot.settings import BotSettings, BotSettingsError, load_settings
from bot.telegram.wire import leave, serve
from bot.web import NotServed
from knowledge.errors import DataAway, DataMissing, KnowledgeError
from knowledge.settings import load_settings as load_knowledge_settings

log = logging.getLogger("bot")


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code; every failure is one message on standard error."""
    given = sys.argv[1:] if arguments is None else arguments
    options = None if given[:1] and given[0] in commands.COMMANDS else _parser().parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        if options is None:
            commands.run(given)
            return 0
        settings = load_settings()
        if options.web and settings.token is None:
            _web(settings)
        elif options.console or (options.auto and settings.token is None):
            _console(settings)
        else:
            _telegram(settings, web=options.web)
    except BotSettingsError as error:
        return _fail(str(error), 2)
    except InvalidToken:
        return _fail(words.KEY_REFUSED, 2)
    except DataMissing:
        return _fail(words.NO_DATA, 1)
    except DataAway as error:
        return _fail(words.SERVER_TROUBLE.format(place=error.place, reason=error.reason), 1)
    except KnowledgeError as error:
        return _fail(words.DATA_TROUBLE.format(reason=error), 1)
    except (StateError, NotServed) as error:
        return _fail(str(error), 1)
    except KeyboardInterrupt:
        return 0
    except Exception as error:
        if is_outside_trouble(error):
            return _fail(words.NO_NETWORK, 1)
        # The log blots out the token; an uncaught traceback would not.
        log.exception("the bot has stopped")
        return _fail(words.STOPPED, 1)
    return 0


def open_resources(settings: BotSettings) -> Resources:
    """Open the library and the bot's memory; what the first answer needs is made ready meanwhile.

    Blocks for some seconds. Raises KnowledgeError, StateError.
    """
    folder = load_knowledge_settings()
    library = WatchedLibrary.open(folder, notify=_say)
    try:
        state = State(folder.data_dir / MEMORY, settings.keep_questions_days, folder.server_url)
    except BaseException:
        library.close()
        raise
    threading.Thread(target=library.warm_up, name="warm up").start()
    return Resources(library, state, settings, Answers(shared=count_shared))


def _console(settings: BotSettings) -> None:
    from bot.console.terminal import run_console

    # A talk in a terminal must not be torn by log lines.
    set_up_logging(logging.WARNING, load_knowledge_settings().data_dir / "console.log")
    run_console(settings, lambda: open_resources(settings))


LONGEST_WAIT = 15.0
"""Seconds between two tries to reach a database server."""


def open_patiently(settings: BotSettings, watch: Watch) -> Resources:
    """Open library and memory, however long their server is away. Blocks. Raises KnowledgeError, StateError."""
    wait, resources = 1.0, None
    while resources is None:
        try:
            resources = open_resources(settings)
        except DataAway as error:
            told = words.SERVER_AWAY.format(place=error.place, reason=error.reason)
            watch.tell(told)
            if wait == 1.0:
                log.warning(told)
            time.sleep(wait)
            wait = min(LONGEST_WAIT, 2 * wait)
    if wait > 1.0:
        log.warning(words.SERVER_BACK)
    watch.opened(resources)
    return resources


def _web(settings: BotSettings) -> None:
    from bot.web.serving import serve_room

    set_up_logging()
    number_the_log(settings.log_format)
    with _watched(settings, ROOM_FILE) as watch, closing(open_patiently(settings, watch)) as resources:
        over = threading.Event()
        threading.Thread(target=_forget_old, args=(resources, over), daemon=True).start()
        try:
            serve_room(resources, lambda: watch.tell(None))
        finally:
            over.set()


def _forget_old(resources: Resources, over: threading.Event) -> None:
    """Forget what is older than the settings say, as the bot's job does, until it is over."""
    wait = FORGET_FIRST
    while not over.wait(wait):
        wait = FORGET_SECONDS
        try:
            resources.store(Retention).forget_old(resources.settings)
        except SQLAlchemyError as error:
            log.warning("what is old could not be forgotten yet: %s", type(error).__name__)


def _telegram(settings: BotSettings, *, web: bool) -> None:
    if settings.token is None:
        raise BotSettingsError(words.KEY_MISSING)
    set_up_logging()
    number_the_log(settings.log_format)
    if settings.webhook_url is not None and settings.webhook_secret is None:
        raise BotSettingsError(words.WEBHOOK_NEEDS_SECRET)
    with _watched(settings) as watch:
        if not web:
            _serve(settings, settings.token, watch, lambda: open_patiently(settings, watch))
            return
        from bot.web.serving import RoomThread

        # The pages are there before Telegram is, which may be out of reach.
        with closing(open_patiently(settings, watch)) as resources, closing(RoomThread(resources)):
            _serve(settings, settings.token, watch, lambda: resources)


def _serve(settings: BotSettings, token: str, watch: Watch, opened: Callable[[], Resources]) -> None:
    application = build_application(settings, opened, token)
    watch.follow(application)
    serve(application, lay, watch.tell)


@contextmanager
def _watched(settings: BotSettings, file: str = FILE) -> Iterator[Watch]:
    """Watch this process; a stop that comes before something serves is an orderly end, too."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with watching(settings, load_knowledge_settings().data_dir, file) as watch:
            yield watch
    finally:
        signal.signal(signal.SIGTERM, before)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Sổ tay Dân vận trên Telegram hoặc trong terminal."
    )
    parser.add_argument("--version", action="version", version=commands.version_line())
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--console", action="store_true", help="trò chuyện ngay trong terminal, không cần token")
    where.add_argument("--auto", action="store_true", help="dùng Telegram nếu đã có token, nếu chưa thì terminal")
    where.add_argument("--web", action="store_true", help="mở phòng đọc trong trình duyệt, cùng Telegram nếu có token")
    return parser


def _say(message: str) -> None:
    """Tell whoever started the bot what takes long: an index is rebuilt, a model loaded."""
    sys.stderr.write(redact(message) + "\n")


def _fail(message: str, code: int) -> int:
    sys.stderr.write(redact(message) + "\n")
    return code


if __name__ == "__main__":
    leave(main())
