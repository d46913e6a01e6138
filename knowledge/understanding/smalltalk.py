"""Messages that ask the plans nothing: greetings and chat, orders to the bot, questions about the bot itself."""

from __future__ import annotations

import re

from knowledge.model import Intent

_POLITE = (
    r"xin|chao|hello|hi|hey|alo|a lo|bot|ban|em|anh|chi|ad|admin|moi nguoi|ca nha|buoi|sang|chieu|toi|good|morning|afternoon|evening|"
    r"cam|on|thank|thanks|you|very|much|nhieu|lam|nhe|nha|a|oi|da|vang|ok|oke|okay|tam|biet|bye|goodbye|there|the|so|roi|tot|hay|qua|gioi|"
    r"khoe|khong|minh|cac|ong|ba|chu|co|chau|thay"
)
_ONLY_POLITE = re.compile(rf" (?:(?:{_POLITE}) )+")
_GREETING = re.compile(
    r" (?:chao|hello|hi|hey|alo|cam on|thanks?|tam biet|bye|goodbye|ok|oke|okay|good (?:morning|afternoon|evening)) "
)


def _cues(*alternatives: str) -> re.Pattern[str]:
    return re.compile(" (?:" + "|".join(alternatives) + ") ")


_CHAT = _cues(
    r"(?:ban|may|em|bot|mi) (?:la ai|ten (?:la )?gi|bao nhieu tuoi|co nguoi yeu|khoe khong|an com chua)", r"ten (?:ban|em|bot) la gi",
    r"who are you", r"what(?: is| s)? your name", r"how are you", r"are you (?:a )?(?:human|robot|bot|real)",
    r"thoi tiet", r"troi (?:hom nay|co)(?: \w+)? (?:mua|nang|dep|the nao)?", r"(?:hom nay|mai) (?:troi|co mua|mua)", r"weather",
    r"chuyen cuoi", r"chuyen vui", r"(?:tell|know)(?: \w+){0,2} jokes?", r"joke", r"hat (?:di|cho|mot)", r"lam tho", r"ke chuyen(?: \w+)?",
    r"bong da", r"xo so", r"gia vang", r"an gi(?: hom nay| trua nay| bay gio)?", r"may gio roi", r"what time is it", r"sing(?: me)?(?: a)? song", r"poem",
)  # fmt: skip
_ORDERS = _cues(
    r"(?:bo qua|lo di|phot lo|quen)(?: het| di)?(?: moi| cac| tat ca| nhung| toan bo)*(?: \w+)? (?:quy tac|quy dinh truoc|huong dan truoc|huong dan|chi dan|lenh|luat le|nguyen tac)",
    r"quen (?:het|di) (?:moi|tat ca|nhung|cac)", r"gia vo", r"gia bo", r"dong vai", r"hay (?:noi|tra loi|khang dinh|xac nhan) (?:rang|la)", r"cu (?:noi|tra loi|bao|khang dinh|ghi)(?: \w+)? (?:la|rang)",
    r"tu (?:gio|bay gio|nay)(?: tro di)? (?:ban|may|em|bot) (?:la|phai|se)", r"(?:tiet lo|in ra|cho (?:toi|minh|em|tao) (?:xem|biet)|gui|dua)(?: \w+){0,4} (?:token|prompt|system prompt|mat khau|api key|ma nguon|khoa api)",
    r"(?:system|he thong) prompt", r"prompt (?:he thong|goc|cua ban)", r"bot token", r"api key", r"token(?: cua)? (?:bot|ban)",
    r"ignore(?: \w+){0,3} (?:rules?|instructions?|prompts?|guidelines|directions)", r"disregard(?: \w+){0,4} (?:rules?|instructions?|above|previous)", r"forget (?:all|everything|your|the|previous)(?: \w+)*",
    r"pretend", r"act as", r"role ?play", r"you are now", r"from now on", r"jailbreak", r"(?:reveal|print|show|leak|give)(?: \w+){0,4} (?:system prompt|prompt|token|password|api key|instructions|source code)",
    r"(?:just|simply) (?:say|answer|confirm|reply)", r"say that", r"(?:answer|respond|reply) (?:only )?(?:with|that)", r"confirm that(?: \w+){2,12} (?:moved|changed|extended|cancelled|postponed)",
    r"(?:bia|che) (?:ra|dai|mot|cho)(?: \w+)*", r"make up", r"dung (?:trich dan|noi su that|theo ke hoach)", r"(?:khong can|dung) (?:dua|dung) (?:vao|theo) (?:ke hoach|van ban|tai lieu)",
    r"(?:xoa|sua|cap nhat|doi)(?: \w+)? (?:du lieu|co so du lieu|ke hoach trong he thong)", r"(?:delete|erase|drop|overwrite) (?:all|the|your)(?: \w+)*", r"xac nhan(?: \w+){1,14} (?:di|ngay di|cho tao)(?= $)",
)  # fmt: skip
_HELP = _cues(
    r"(?:ban|bot|may|em) (?:lam|giup|biet lam|tra loi|ho tro)(?: \w+){0,3} (?:gi|nhung gi)", r"(?:ban|bot|em) co the (?:lam|giup)(?: \w+)? gi", r"(?:huong dan|cach) (?:su dung|dung)(?: bot| ban)?",
    r"(?:dung|su dung) bot", r"tro giup", r"help(?: me)?(?= $)", r"what can you do", r"how (?:do|can) i use", r"(?:hoi|dung) (?:ban|bot) (?:the nao|nhu the nao|ra sao|kieu gi)",
)  # fmt: skip


def read(line: str) -> Intent | None:
    """Return SMALLTALK, INJECTION or HELP for a folded line that is one of them, else None.

    A greeting before a real question is not small talk: only a message made of nothing else is.
    """
    if _ORDERS.search(line):
        return Intent.INJECTION
    if _HELP.search(line):
        return Intent.HELP
    if (_GREETING.search(line) and _ONLY_POLITE.fullmatch(line)) or _CHAT.search(line):
        return Intent.SMALLTALK
    return None
