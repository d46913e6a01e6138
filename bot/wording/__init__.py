"""Every sentence the bot says; Vietnamese, and English for the words around an answer to an English question.

Answers themselves are worded by `knowledge`. Nothing here knows HTML; `**` marks bold. One module for one room of the
bot, all of them reached as `wording.NAME`.
"""

from bot.wording.admins import *
from bot.wording.answers import *
from bot.wording.console import *
from bot.wording.duties import *
from bot.wording.guides import *
from bot.wording.inline import *
from bot.wording.manners import *
from bot.wording.operator import *
from bot.wording.passages import *
from bot.wording.plans import *
from bot.wording.privacy import *
from bot.wording.quiz import *
from bot.wording.reminders import *
from bot.wording.start import *
from bot.wording.units import *
from bot.wording.uploads import *
