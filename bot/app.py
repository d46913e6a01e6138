"""The Application: every handler in order on one page.

Order matters, because the first handler that matches takes the update:
buttons by their first letter, then whatever button is left; commands, then text that is a question, then unknown
commands; last everything else a person can send. Channel posts and service messages match nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import cast

from telegram import BotCommand, Update
from telegram.constants import FloodLimit
from telegram.ext import (
    AIORateLimiter,
    ApplicationBuilder,
    BaseUpdateProcessor,
    CommandHandler,
    MessageHandler,
    PollAnswerHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot import wording
from bot.context import BotApplication, BotContext, context_types
from bot.desk import Desk
from bot.handlers import (
    access,
    deadlines,
    errors,
    gate,
    guides,
    others,
    plans,
    privacy,
    questions,
    quiz,
    reminders,
    sources,
    start,
    statistics,
    unanswered,
    units,
    votes,
)
from bot.handlers.addressed import ADDRESSED, COMMAND_FOR_US
from bot.handlers.buttons import NUMBER, PAGE, on_button
from bot.pace import Pace
from bot.settings import BotSettings
from bot.wire import TokenWatch

UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.POLL_ANSWER]
"""The kinds of update that the bot asks Telegram for."""
CONCURRENT_UPDATES = 64
FORGET_SECONDS = 6 * 3600
"""Between two looks for questions that are older than the setting."""
GROUP_RATE = FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP
RETRIES = 3
"""Times a message is sent again after Telegram asked to wait; AIORateLimiter's own default is none."""


def build_application(
    settings: BotSettings, open_desk: Callable[[], Desk], token: str, request: BaseRequest | None = None
) -> BotApplication:
    """Return the Application, ready to run.

    open_desk: opens library and state, in a worker thread, before the first update; request: what carries Bot API
    calls, by default HTTPS to Telegram.
    """

    async def post_init(application: BotApplication) -> None:
        application.bot_data.settings = settings
        application.bot_data.desk = await asyncio.to_thread(open_desk)
        if application.job_queue is not None:
            application.job_queue.run_repeating(_forget_old, FORGET_SECONDS, name="forget old questions")
            # The job queue keeps UTC and drops what it is late for unless told not to; the sweep itself looks at the
            # clock in Viet Nam and at what is in the table.
            application.job_queue.run_repeating(
                reminders.sweep,
                reminders.SWEEP_SECONDS,
                first=reminders.SWEEP_FIRST,
                name="send reminders",
                job_kwargs={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            )
        await application.bot.set_my_commands([BotCommand(*entry) for entry in wording.COMMANDS])

    builder = (
        ApplicationBuilder()
        .token(token)
        .context_types(context_types())
        .rate_limiter(AIORateLimiter(group_max_rate=GROUP_RATE, max_retries=RETRIES))
        .concurrent_updates(OneChatInOrder(CONCURRENT_UPDATES))
        .post_init(post_init)
        .post_shutdown(_close_desk)
    )
    polling = TokenWatch(request or HTTPXRequest(connection_pool_size=1))
    builder = builder.get_updates_request(polling)
    if request is not None:
        builder = builder.request(request)
    application = cast(BotApplication, builder.build())  # PTB types the job queue's context too broadly
    application.bot_data.wire = polling
    application.bot_data.pace = Pace(settings.messages_per_minute)
    _add_handlers(application)
    return application


def _add_handlers(application: BotApplication) -> None:
    # Before everything else: who may be served, and how fast.
    application.add_handler(TypeHandler(Update, gate.gate), group=-1)
    said = filters.UpdateType.MESSAGES  # new and edited messages of chats, no channel posts
    words = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
    application.add_handlers(
        [
            # Buttons; `bot.handlers.buttons` lists what the letters mean.
            on_button(rf"s:{NUMBER}:{NUMBER}", sources.open_source),
            on_button(rf"e:{NUMBER}:{NUMBER}", sources.turn_source),
            on_button(rf"n:{NUMBER}:{NUMBER}:{PAGE}", sources.turn_passage),
            on_button(rf"u:{NUMBER}:{NUMBER}", questions.ask_for_choice),
            on_button(rf"a:{NUMBER}", questions.ask_for_all),
            on_button(rf"c:{NUMBER}:{PAGE}", questions.turn_choices),
            on_button(rf"\+:{NUMBER}", votes.good),
            on_button(rf"-:{NUMBER}", votes.bad),
            on_button(rf"why:{NUMBER}:([0-3])", votes.why),
            on_button(rf"d:{NUMBER}", units.choose_unit),
            on_button(r"d:\*", units.choose_all),
            on_button(rf"d:p:{PAGE}", units.turn_units),
            on_button(r"d:\?", units.offer_units),
            on_button(rf"k:{PAGE}", plans.turn_plans),
            on_button(r"k", plans.open_plans),
            on_button(r"t", questions.try_question),
            on_button(r"h", deadlines.open_duties),
            on_button(rf"h:{PAGE}", deadlines.turn_duties),
            on_button(rf"hs:{NUMBER}", deadlines.open_source),
            on_button(rf"hn:{NUMBER}:{NUMBER}:{PAGE}", deadlines.turn_source),
            on_button(rf"hi:{NUMBER}", deadlines.send_file),
            on_button(r"hi:o", deadlines.send_file_of_unit),
            on_button(r"hi:a", deadlines.send_file_of_all),
            on_button(rf"rm:{NUMBER}", reminders.offer),
            on_button(rf"rb:{NUMBER}", reminders.offer_again),
            on_button(rf"rp:{NUMBER}:{PAGE}", reminders.offer_days),
            on_button(rf"rt:{NUMBER}:{NUMBER}", reminders.toggle_mark),
            on_button(rf"rd:{NUMBER}:{NUMBER}", reminders.toggle_day),
            on_button(r"r", reminders.open_reminders),
            on_button(rf"r:{PAGE}", reminders.turn_reminders),
            on_button(rf"rx:{NUMBER}:{PAGE}", reminders.cancel),
            on_button(rf"g:{PAGE}", guides.turn_lists),
            on_button(rf"gk:{NUMBER}:{NUMBER}", guides.ask_for_list),
            on_button(rf"gt:{NUMBER}", guides.ask_for_criteria),
            on_button(rf"gs:{NUMBER}", guides.compare),
            on_button(rf"oq:p:{PAGE}", unanswered.turn_open),
            on_button(rf"oq:g:{NUMBER}", unanswered.open_group),
            on_button(rf"oq:c:{NUMBER}:{NUMBER}", unanswered.choose_passage),
            on_button(rf"oq:x:{NUMBER}", unanswered.drop_group),
            on_button(rf"oq:s:{NUMBER}", unanswered.send_answer),
            on_button(r"oq:z", unanswered.cancel),
            on_button(rf"pair:y:{NUMBER}", access.approve),
            on_button(rf"pair:n:{NUMBER}", access.refuse),
            on_button(r"pair:x:(-?\d{1,15})", access.revoke),
            on_button(rf"pair:p:{PAGE}", access.turn_access),
            on_button(rf"quiz:n:{NUMBER}:{NUMBER}", quiz.next_question),
            on_button(rf"quiz:x:{NUMBER}", quiz.stop_quiz),
            on_button(r"data:delete", privacy.delete_data),
            on_button(r"data:keep", privacy.keep_data),
            on_button(r"(?s:.*)", others.stale_button),
            # Commands; in a group Telegram delivers them without a mention.
            CommandHandler("start", start.start),
            CommandHandler(["trogiup", "help"], start.show_help),
            CommandHandler("kehoach", plans.list_plans),
            CommandHandler("donvi", units.ask_for_unit),
            CommandHandler("han", deadlines.list_duties),
            CommandHandler("nhac", reminders.list_reminders),
            CommandHandler("5khong", guides.show_lists),
            CommandHandler("tieuchi", guides.show_criteria),
            CommandHandler("sosanh", guides.show_comparisons),
            CommandHandler("tracnghiem", quiz.start_quiz),
            PollAnswerHandler(quiz.answered),
            CommandHandler("dulieu", privacy.show_data),
            # For administrators, in their private chat.
            CommandHandler("chuatraloi", unanswered.list_open),
            CommandHandler("truycap", access.show_access),
            CommandHandler("thongke", statistics.show_usage),
            # Any other words are a question.
            MessageHandler(said & words & ADDRESSED, questions.question),
            MessageHandler(said & filters.COMMAND & COMMAND_FOR_US, others.unknown_command),
            # A group that became a supergroup; the other service messages say nothing to the bot.
            MessageHandler(filters.StatusUpdate.MIGRATE, others.follow_migration),
            # Stickers, voices, pictures without words, places, polls ...
            MessageHandler(
                filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL & ~filters.TEXT & ADDRESSED, others.not_text
            ),
        ]
    )
    application.add_error_handler(errors.on_error)


async def _forget_old(context: BotContext) -> None:
    await context.in_thread(context.desk.state.forget_old)


async def _close_desk(application: BotApplication) -> None:
    desk, application.bot_data.desk = application.bot_data.desk, None
    if desk is not None:
        await asyncio.to_thread(desk.close)


class OneChatInOrder(BaseUpdateProcessor):
    """Handles the updates of different chats side by side, those of one chat one after another."""

    def __init__(self, max_concurrent_updates: int) -> None:
        super().__init__(max_concurrent_updates)
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[None]) -> None:
        """Wait for the chat's turn (asyncio's locks are first come, first served), then handle the update."""
        chat = update.effective_chat.id if isinstance(update, Update) and update.effective_chat else 0
        lock = self._locks.setdefault(chat, asyncio.Lock())
        self._waiting[chat] = self._waiting.get(chat, 0) + 1
        try:
            async with lock:
                await coroutine
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._locks[chat], self._waiting[chat]

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
