"""/phienban: an administrator looks at the versions of a plan and goes back to one."""

from __future__ import annotations

from telegram import Update

from bot.context import BotContext
from bot.handlers.admins import admin_of, refused
from bot.handlers.buttons import Press, hand_on
from bot.handlers.sending import progressing, replace, send
from bot.publishing import Gauge
from bot.render.rich import from_stars
from bot.render.screens import Screen, screen
from bot.versions import VersionDesk


async def list_versions(update: Update, context: BotContext) -> None:
    """Show the versions of the plan whose unit was typed after the command, or the plans to choose from."""
    if not await refused(update, context):
        typed = " ".join(context.args or ())
        send(update, await context.in_thread(_desk(context).asked, typed))


async def turn_plans(press: Press, context: BotContext) -> None:
    """Show a page of the plans in place."""
    admin_of(press, context)
    replace(press.update, await context.in_thread(_desk(context).plans, press.numbers[0]))


async def open_versions(press: Press, context: BotContext) -> None:
    """Show the versions of a plan in place."""
    admin_of(press, context)
    replace(press.update, await context.in_thread(_desk(context).listed, press.numbers[0]))


async def open_version(press: Press, context: BotContext) -> None:
    """Ask whether to go back to a version, in place."""
    admin_of(press, context)
    replace(press.update, await context.in_thread(_desk(context).opened, press.numbers[0]))


async def go_back(press: Press, context: BotContext) -> None:
    """Put the version in place of the one that serves."""
    admin, desk, (link,) = admin_of(press, context), _desk(context), press.numbers
    title, gauge = await context.in_thread(desk.title, link), Gauge()

    def putting() -> Screen:
        return screen(from_stars(gauge.putting(title)))

    replace(press.update, putting())
    await hand_on(press, context)
    async with progressing(press.update, context, putting):
        shown = await context.in_thread(desk.back, link, gauge, admin)
    replace(press.update, shown)


def _desk(context: BotContext) -> VersionDesk:
    return VersionDesk(context.desk.library, context.desk.state)
