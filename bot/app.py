"""The Application: every handler in order on one page.

Order matters, because the first handler that matches takes the update:
buttons by their first letter, then whatever button is left; commands, then text that is a question, then unknown
commands; last everything else a person can send. Channel posts and service messages match nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, cast

from telegram import BotCommand, Update
from telegram.error import TelegramError
from telegram.ext import (
    ApplicationBuilder,
    ChosenInlineResultHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    PollAnswerHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot import words
from bot.access import Access
from bot.access import handlers as access
from bot.briefing import handlers as briefing
from bot.curation import Curator
from bot.curation import handlers as curation
from bot.duties import handlers as duties
from bot.hooks import FeatureHooks, on_error
from bot.operation.meters import Overheard
from bot.privacy import Retention
from bot.privacy import handlers as privacy
from bot.publishing import Followers
from bot.publishing import handlers as publishing
from bot.quiz import handlers as quiz
from bot.reminders import Reminders
from bot.reminders import handlers as reminders
from bot.resources import Resources
from bot.settings import BotSettings
from bot.statistics import handlers as statistics
from bot.talk import guides, inline
from bot.talk import handlers as talk
from bot.talk import words as talk_words
from bot.telegram import BotApplication, BotContext, BotData, Pace, context_types
from bot.telegram.line import Line
from bot.telegram.people import ADDRESSED, COMMAND_FOR_US, NUMBER, PAGE, Action, author, is_admin, on_button, words_of
from bot.telegram.sources import Polling, Source, Webhook
from bot.telegram.wire import Wire

UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.POLL_ANSWER,
    Update.INLINE_QUERY,
    Update.CHOSEN_INLINE_RESULT,
]
"""The kinds of update that the bot asks Telegram for."""
WATCH_SECONDS = 15
FORGET_FIRST, FORGET_SECONDS = 60, 6 * 3600
"""After the start, and between two looks for what is older than the settings say."""
TYPED_PER_MESSAGE = 4
"""Inline queries that a person may make for each message of their allowance: they come while one question is typed."""
CONNECTIONS = 64
"""To Telegram, for letters, polls and all other calls."""
log = logging.getLogger(__name__)

Command = Callable[[Update, BotContext], Coroutine[Any, Any, None]]

BUTTONS: tuple[tuple[str, Action], ...] = (
    (rf"s:{NUMBER}:{NUMBER}", talk.open_source),
    (rf"e:{NUMBER}:{NUMBER}", talk.turn_source),
    (rf"n:{NUMBER}:{NUMBER}:{PAGE}", talk.turn_passage),
    (rf"u:{NUMBER}:{NUMBER}", talk.ask_for_choice),
    (rf"a:{NUMBER}", talk.ask_for_all),
    (rf"c:{NUMBER}:{PAGE}", talk.turn_choices),
    (rf"\+:{NUMBER}", curation.good),
    (rf"-:{NUMBER}", curation.bad),
    (rf"why:{NUMBER}:([0-3])", curation.why),
    (rf"d:{NUMBER}", talk.choose_unit),
    (r"d:\*", talk.choose_all),
    (rf"d:p:{PAGE}", talk.turn_units),
    (r"d:\?", talk.offer_units),
    (rf"k:{PAGE}", talk.turn_plans),
    (r"k", talk.open_plans),
    (r"t", talk.try_question),
    (r"h", duties.open_duties),
    (rf"h:{PAGE}", duties.turn_duties),
    (rf"hw:{NUMBER}:{NUMBER}:{NUMBER}:{PAGE}", duties.turn_duties_within),
    (rf"hu:{NUMBER}", duties.open_duties_of),
    (rf"hu:{NUMBER}:{PAGE}", duties.turn_duties_of),
    (rf"hd:{NUMBER}:{PAGE}", duties.open_card),
    (rf"hs:{NUMBER}", duties.open_source),
    (rf"hn:{NUMBER}:{NUMBER}:{PAGE}", duties.turn_source),
    (rf"hf:{NUMBER}", duties.open_feed),
    (rf"hg:{NUMBER}", duties.change_feed),
    (r"hx", duties.end_feed),
    (rf"hi:{NUMBER}", duties.send_calendar),
    (r"hi:o", duties.send_calendar_of_unit),
    (r"hi:a", duties.send_calendar_of_all),
    (rf"rm:{NUMBER}", reminders.offer),
    (rf"rb:{NUMBER}", reminders.offer_again),
    (rf"rp:{NUMBER}:{PAGE}", reminders.offer_days),
    (rf"rt:{NUMBER}:{NUMBER}", reminders.toggle_mark),
    (rf"rd:{NUMBER}:{NUMBER}", reminders.toggle_day),
    (r"r", reminders.open_reminders),
    (rf"r:{PAGE}", reminders.turn_reminders),
    (rf"rx:{NUMBER}:{PAGE}", reminders.cancel),
    (rf"rk:{NUMBER}", reminders.finish),
    (rf"rk:{NUMBER}:{PAGE}", reminders.finish),
    (rf"ru:{NUMBER}", reminders.reopen),
    (rf"ru:{NUMBER}:{PAGE}", reminders.reopen),
    (rf"rz:{NUMBER}:([13])", reminders.snooze),
    (r"rw:([01])", reminders.switch_digest),
    (rf"g:{PAGE}", guides.turn_lists),
    (rf"gk:{NUMBER}:{NUMBER}", guides.ask_for_list),
    (rf"gt:{NUMBER}", guides.ask_for_criteria),
    (rf"gs:{NUMBER}", guides.compare),
    (rf"oq:p:{PAGE}", curation.turn_open),
    (rf"oq:g:{NUMBER}", curation.open_group),
    (rf"oq:c:{NUMBER}:{NUMBER}", curation.choose_passage),
    (rf"oq:x:{NUMBER}", curation.drop_group),
    (rf"oq:s:{NUMBER}", curation.send_answer),
    (r"oq:z", curation.cancel),
    (rf"up:p:{NUMBER}:{PAGE}", publishing.turn_preview),
    (rf"up:i:{NUMBER}:{NUMBER}", publishing.show_page),
    (rf"up:y:{NUMBER}", publishing.approve),
    (rf"up:r:{NUMBER}", publishing.approve_instead),
    (rf"up:x:{NUMBER}", publishing.cancel),
    (rf"ac:{NUMBER}", publishing.choose_place),
    (rf"ac:{NUMBER}:{PAGE}", publishing.choose_place),
    (rf"aa:{NUMBER}", publishing.ask_value),
    (rf"av:{NUMBER}", publishing.choose_value),
    (rf"as:{NUMBER}", publishing.save_value),
    (r"ax", publishing.leave_value),
    (rf"vp:{PAGE}", publishing.turn_plans),
    (rf"v:{NUMBER}", publishing.open_versions),
    (rf"vo:{NUMBER}", publishing.open_version),
    (rf"vb:{NUMBER}", publishing.go_back),
    (r"nx", publishing.stop_news),
    (r"ny", publishing.start_news),
    (rf"pair:y:{NUMBER}", access.approve),
    (rf"pair:n:{NUMBER}", access.refuse),
    (r"pair:x:(-?\d{1,15})", access.revoke),
    (rf"pair:p:{PAGE}", access.turn_access),
    (rf"quiz:n:{NUMBER}:{NUMBER}", quiz.next_question),
    (rf"quiz:x:{NUMBER}", quiz.stop_quiz),
    (rf"tm:{NUMBER}", briefing.open_briefing),
    (rf"tf:{NUMBER}:([0-4])", briefing.send_document),
    (r"data:delete", privacy.delete_data),
    (r"data:keep", privacy.keep_data),
    (r"data:file", privacy.send_data),
    (r"(?s:.*)", talk.stale_button),
)
"""Patterns of callback data and what they do, in order; `bot.telegram.people` lists what the letters mean."""
COMMANDS: tuple[tuple[tuple[str, ...], Command], ...] = (
    (("start",), talk.start),
    (("trogiup", "help"), talk.show_help),
    (("kehoach",), talk.list_plans),
    (("donvi",), talk.ask_for_unit),
    (("han",), duties.list_duties),
    (("nhac",), reminders.list_reminders),
    (("5khong",), guides.show_lists),
    (("tieuchi",), guides.show_criteria),
    (("sosanh",), guides.show_comparisons),
    (("tracnghiem",), quiz.start_quiz),
    (("tomtat",), briefing.summarize),
    (("dulieu",), privacy.show_data),
    # For administrators, in their private chat.
    (("chuatraloi",), curation.list_open),
    (("phienban",), publishing.list_versions),
    (("truycap",), access.show_access),
    (("thongke",), statistics.show_usage),
)
"""Commands, by all their names; in a group Telegram delivers them without a mention."""


def build_application(
    settings: BotSettings, open_resources: Callable[[], Resources], token: str, request: BaseRequest | None = None
) -> BotApplication:
    """Return the Application, ready to run.

    open_resources: opens library and state, in a worker thread, before the first update; request: what carries Bot API
    calls, by default HTTPS to Telegram.
    """

    async def post_init(application: BotApplication) -> None:
        data = application.bot_data
        data.settings = settings
        data.resources = resources = await asyncio.to_thread(open_resources)
        _connect(data, resources)
        line = Line(application.bot.request, f"{settings.telegram_api_url}/bot{token}")
        hooks = FeatureHooks(application)
        data.wire = Wire(application, resources.state.database, line, hooks, settings.messages_per_second,
                         hooks.put_aside, lambda: publishing.take_up(application))  # fmt: skip
        _start_jobs(application)

    request = request or Overheard(HTTPXRequest(connection_pool_size=CONNECTIONS, proxy=settings.proxy))
    builder = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(settings.file_url)
        .local_mode(settings.telegram_local_mode)
        .context_types(context_types())
        .updater(None)
        .post_init(post_init)
        .post_shutdown(_close)
        .request(request)
        .get_updates_request(request)  # the wire asks for updates itself; a client of its own would never be used
    )
    application = cast(BotApplication, builder.build())  # PTB types the job queue's context too broadly
    application.bot_data.pace = Pace(settings.messages_per_minute)
    application.bot_data.inline_pace = Pace(TYPED_PER_MESSAGE * settings.messages_per_minute)
    _add_handlers(application)
    return application


def _connect(data: BotData, resources: Resources) -> None:
    """Give the features what they need of each other."""
    data.doors = resources.store(Access)
    curator = Curator(resources)
    data.corrected, data.reported = curator.corrected, curator.reported
    data.followed = Reminders(resources)
    data.below_units = Followers(resources, data.followed).below_units


def lay(application: BotApplication) -> tuple[Wire, Source]:
    """Return the wire that `post_init` has laid, and where its updates come from."""
    settings, wire = application.bot_data.settings, application.bot_data.wire
    if wire is None:
        raise RuntimeError("the wire is laid by post_init")
    wire.begin(_set_commands(application))
    line = Line(application.bot.request, f"{settings.telegram_api_url}/bot{application.bot.token}")
    if settings.webhook_url is None:
        return wire, Polling(line, wire.inbox, UPDATES, lambda: log.error(words.CONFLICT))
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    return wire, Webhook(line, wire.inbox, settings.webhook_url, settings.webhook_listen, secret, UPDATES)


async def _set_commands(application: BotApplication) -> None:
    """Fill the menu of commands, however often that has to be tried; without it the bot serves all the same."""
    wait = 1.0
    while True:
        try:
            await application.bot.set_my_commands([BotCommand(*entry) for entry in talk_words.COMMANDS])
        except TelegramError as error:
            if wait == 1.0:
                log.warning("the menu of commands could not be set yet: %s", error.message)
            await asyncio.sleep(wait)
            wait = min(300.0, 2 * wait)
        else:
            return


def _add_handlers(application: BotApplication) -> None:
    # Before everything else: who may be served, and how fast.
    application.add_handler(TypeHandler(Update, access.gate), group=-1)
    said = filters.UpdateType.MESSAGES  # new and edited messages of chats, no channel posts
    spoken = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
    media = filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL & ~filters.TEXT
    application.add_handlers([on_button(pattern, action) for pattern, action in BUTTONS])
    application.add_handlers([CommandHandler(names, command) for names, command in COMMANDS])
    application.add_handlers(
        [
            PollAnswerHandler(quiz.answered),
            InlineQueryHandler(inline.answer_query),
            ChosenInlineResultHandler(inline.keep_chosen),
            MessageHandler(said & filters.ChatType.PRIVATE & filters.Document.ALL, _document),
            MessageHandler(said & spoken & ADDRESSED, _words),
            MessageHandler(said & filters.COMMAND & COMMAND_FOR_US, talk.unknown_command),
            # A group that became a supergroup; the other service messages say nothing to the bot.
            MessageHandler(filters.StatusUpdate.MIGRATE, talk.follow_migration),
            # Stickers, voices, pictures without words, places, polls ...
            MessageHandler(media & ADDRESSED, talk.not_text),
        ]
    )
    # After a command was done.
    for group, leave in enumerate((curation.leave, publishing.leave), 1):
        application.add_handler(MessageHandler(said & filters.ChatType.PRIVATE & filters.COMMAND, leave), group)
    application.add_error_handler(on_error)


async def _document(update: Update, context: BotContext) -> None:
    """An administrator's file in private may be a plan, whatever its caption says; anybody else's is its caption."""
    message = update.effective_message
    if is_admin(author(update), context):
        await publishing.take_document(update, context)
    elif message is not None and words_of(message):
        await talk.question(update, context)
    elif update.edited_message is None:
        await talk.not_text(update, context)


async def _words(update: Update, context: BotContext) -> None:
    """Any words are a question, unless an administrator is writing an answer, or another value of a place, or they are
    the answer to a quiz question that is open, or about reminders."""
    for take in (publishing.take_value, curation.take_answer, quiz.take_answer, reminders.take_words):
        if await take(update, context):
            return
    await talk.question(update, context)


def _start_jobs(application: BotApplication) -> None:
    if application.job_queue is None:
        return
    # The job queue drops what it is late for unless told not to; a sweep itself looks at the clock in Viet Nam and at
    # what is in its table.
    late = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    run = application.job_queue.run_repeating
    run(_watch, WATCH_SECONDS, name="look after the data")
    run(_forget_old, FORGET_SECONDS, first=FORGET_FIRST, name="forget old questions")
    run(publishing.tell_arrived, publishing.SWEEP_SECONDS, name="tell of what has arrived", job_kwargs=late)
    run(publishing.sweep, publishing.SWEEP_SECONDS, name="tell of new plans", job_kwargs=late)
    first = reminders.SWEEP_FIRST
    run(reminders.sweep, reminders.SWEEP_SECONDS, first=first, name="send reminders", job_kwargs=late)


async def _watch(context: BotContext) -> None:
    """Tell the administrators once when plans are not read or nothing is written down, and when that is over."""
    data = context.bot_data
    unread = await context.in_thread(lambda: context.resources.library.trouble)
    unwritten = data.wire.scribe.trouble if data.wire is not None else None
    for trouble, told, over in (
        (unread, words.FROM_MEMORY, words.MEMORY_OVER), (unwritten, words.NOT_WRITTEN, words.WRITTEN_AGAIN)
    ):  # fmt: skip
        if (trouble is None) == (told not in data.troubles):
            continue
        data.troubles ^= {told}
        text = told.format(reason=trouble) if trouble else over
        FeatureHooks(cast(BotApplication, context.application)).tell_administrators(text)


async def _forget_old(context: BotContext) -> None:
    resources = context.resources
    await context.in_thread(resources.store(Retention).forget_old, resources.settings)


async def _close(application: BotApplication) -> None:
    resources, application.bot_data.resources = application.bot_data.resources, None
    if resources is not None:
        await asyncio.to_thread(resources.close)
