"""Cues of messages that ask the plans nothing: chat, orders to the bot, questions about the bot.

Folded regular expressions, one alternative a line, Vietnamese and English together, matched between single spaces in
a folded line (`tokens.folded_line`); "<papers>" stands for a piece of `pieces.PIECES`.
"""

from __future__ import annotations

TODAY = r"""
    hom nay (?:la )?(?:thu|ngay) (?:may|bao nhieu|gi)
    what (?:day|date) is (?:it(?: today)?|today)(?= $)
    what(?: is| s) today s date
    """

CHAT = r"""
    (?:met|vui|chan|doi|lanh|nong) (?:qua|ghe|the|lam|bung)
    (?:(?:toi|minh|em|thay) buon lam|buon (?:qua|ghe|the|bung))
    (?:ban|bot|em|may) (?:gioi|de thuong|thong minh|ngu|do|dom|hay|xinh|dep) (?:ghe|qua|the|lam|vay|that|nhi)
    bai (?:tho|hat)(?: \w+){0,2}
    (?:that|this)(?: s| is|s) all(?: for (?:now|today))?(?=[a-z ]{0,12}$)
    cheers(?= )
    (?:i love you|well done|good (?:bot|job|night))
    (?:(?<!\w )|(?<= vay )|(?<= the )|(?<= oi )|(?<= chao )|(?<= a ))(?:ban|may|em|bot|mi) la ai
    (?<! van )(?:ban|may|em|bot|mi) (?:ten (?:la )?gi|bao nhieu tuoi|khoe khong|an com chua)
    (?:ban|may|em|bot|mi) co nguoi yeu
    ten (?:ban|em|bot) la gi
    who are you
    what(?: is| s)? your name
    how are you
    how (?:s|is) it going
    (?:you are|you re)(?: \w+){0,2} (?:great|awesome|amazing|smart|helpful|the best|brilliant|so good)
    (?:great|awesome|nice|excellent) (?:job|work|bot)
    (?:ban|bot|em) (?:rat |qua )?(?:tuyet voi|tuyet|dang yeu|nhiet tinh|huu ich)
    are you (?:a )?(?:human|robot|bot|real)
    chuyen cuoi
    chuyen vui
    (?:tell|know)(?: \w+){0,2} jokes?
    joke
    hat (?:di|cho|mot)
    lam tho
    (?<!thi )ke chuyen(?: \w+)?
    an gi(?: hom nay| trua nay| bay gio)?
    may gio roi
    what time is it
    sing(?: me)?(?: a)? song
    poem
    """

OFF_TOPIC = r"""
    co mua khong
    thoi tiet
    troi (?:hom nay|co)(?: \w+)? (?:mua|nang|dep|the nao)?
    (?:hom nay|mai) (?:troi|co mua|mua)
    weather
    bong da
    (?:football|soccer) (?:results?|scores?|match(?:es)?)
    xo so
    lottery
    gia (?:vang|xang|do la|usd|bitcoin)
    (?:gold|petrol|bitcoin) prices?
    ty gia
    exchange rates?
    """

ORDERS = r"""
    bo qua(?: \w+){0,3} quy dinh (?:phia tren|o tren|ben tren|truoc|tren)
    tu (?:gio|bay gio|nay)(?: \w+){0,3} (?:hay|phai|chi duoc|luon) (?:noi|tra loi|ghi|bao|khang dinh|xac nhan)
    hay (?:noi|tra loi|ghi|bao|khang dinh)(?: \S+){0,8} la \d\S*
    repeat after me
    chi dan he thong
    (?:bo qua|lo di|phot lo|quen)(?: het| di)?(?: moi| cac| tat ca| nhung| toan bo){0,3}(?: \w+)? <rules>
    quen (?:het|di) (?:moi|tat ca|nhung|cac)
    dong vai
    hay (?:noi|tra loi|khang dinh|xac nhan) (?:rang|la)
    (?:ban|bot|em|may|hay|thoi|va|roi|thi|nen|phai|chi can) cu (?:noi|tra loi|bao|khang dinh|ghi)(?: \w+)? (?:la|rang)
    (?<=^ )cu (?:noi|tra loi|bao|khang dinh|ghi)(?: \w+)? (?:la|rang)
    tu (?:gio|bay gio|nay)(?: tro di)? (?:ban|may|em|bot) (?:la|phai|se)
    (?:tiet lo|in ra|cho (?:toi|minh|em|tao) (?:xem|biet)|gui|dua)(?: \w+){0,4} <secrets>
    (?:system|he thong) prompt
    prompt (?:he thong|goc|cua ban)
    bot token
    api key
    token(?: cua)? (?:bot|ban)
    ignore(?: \w+){0,3} (?:rules?|instructions?|prompts?|guidelines|directions)
    disregard(?: \w+){0,4} (?:rules?|instructions?|above|previous)
    forget (?:all|everything|your|the|previous)(?: \w+)*
    role ?play
    pretend
    you are now
    jailbreak
    (?:reveal|print|show|leak|give)(?: \w+){0,4} <secrets>
    (?:just|simply) (?:say|answer|confirm|reply)
    confirm that(?: \w+){2,12} (?:moved|changed|extended|cancelled|postponed)
    (?:xoa|sua|cap nhat|doi)(?: \w+)? (?:du lieu|co so du lieu|ke hoach trong he thong)
    (?:delete|erase|drop|overwrite) (?:all|the|your)(?: \w+)*
    xac nhan(?: \S+){1,14} (?:di|ngay di|cho tao)(?= $)
    """

LOOSE_ORDERS = r"""
    gia vo
    gia bo
    act as
    from now on
    say that
    (?:answer|respond|reply) (?:only )?(?:with|that)
    make up
    (?<!quy )(?<!co )(?<!the )(?:bia|che) (?:ra|dai|mot|cho)(?: \w+)*
    dung (?:trich dan|noi su that|theo ke hoach)
    (?:khong can|dung) (?:dua|dung) (?:vao|theo) (?:ke hoach|van ban|tai lieu)
    """
"""What is an order where nothing is asked; in a question the same words may be the plan's own ("quy chế chợ")."""

ABOUT_BOT = r"""
    <bot>(?: \w+){0,3} (?:lay|tra loi|tra cuu|hoc)(?: \w+){0,4} (?:tu|o) dau
    <bot>(?: \w+){0,3} (?:lay|tra loi|tra cuu|hoc)(?: \w+){0,4} (?:dau ra|nguon nao)
    <bot>(?: \w+){0,3} dua (?:tren|vao)(?: cai| nhung)? gi
    <bot>(?: \w+){0,3} (?:luu|ghi|giu|nho|thu thap|gui)(?: \w+){0,2} (?:cau hoi|tin nhan|thong tin|du lieu|lich su|gi)
    <bot>(?: \w+){0,5} (?:chinh xac|dang tin|tin duoc|tin cay|dung (?:khong|ko)|sai|bia)
    <bot>(?: \w+){0,5} (?:bao mat|an toan|mien phi|mat tien|ton tien|mat phi)
    <bot>(?: \w+){0,2} (?:do ai|ai (?:lam|tao|viet|lap|quan ly|quan tri|dung)|la cai gi)
    <bot>(?: \w+){0,4} (?:chat ?gpt|gpt|gemini|tri tue nhan tao|ai khong)
    <bot>(?: \w+){0,3} cap nhat (?:den|toi|luc|khi|bao|hang|thuong)
    (?:luu|ghi|giu)(?: lai)?(?: \w+){0,2} (?:cau hoi|tin nhan|lich su (?:chat|hoi|tro chuyen))
    (?:cau hoi|tin nhan)(?: \w+)? (?:minh|toi|em|chi|anh)(?: \w+){0,5} (?:luu|(?:xem|doc) duoc|ai (?:xem|doc)|bao mat)
    (?:em|ban) (?:tra loi|lay(?: \w+){0,2})(?: \w+){0,2} (?:dua (?:tren|vao)|tu dau)(?: \w+){0,2}
    (?:bot|assistant|app|chatbot)(?: \w+){0,3} (?:get|stores?|keeps?|saves?|record)(?: \w+){0,4}
    (?:bot|assistant|app|chatbot)(?: \w+){0,3} (?:accurate|reliable|free)
    (?:do|does|can|will) (?:you|it|this bot|the bot) (?:store|keep|save|share)(?: \w+){0,3} (?:question|message)s?
    where do you get(?: \w+){0,4}
    """
"""Questions about the bot itself: whence its answers, what it keeps, who made it."""

ROLES = r"""
    bo qua(?: \w+){0,3} (?:<rules>|quy dinh|cau hoi|noi dung) (?:truoc|tren|phia tren|o tren)
    bo qua (?:moi|tat ca|het|cac)(?: \w+){0,2} (?:<rules>|quy dinh)
    (?:ban|bot) (?:dang |se )?la (?:mot )?(?:tro ly|chuyen gia|nguoi|hacker|quan tri|admin)
    you are (?:a|an|the|my)(?: \w+){0,4}
    (?:system|instructions?|assistant|admin|developer|he thong|quan tri)(?: mode| prompt| message)?(?= $)
    """
"""What a message gives the bot to be or to forget before it asks."""

HELP = r"""
    (?:bot|ban|may|em) biet (?:nhung )?gi
    (?:ban|bot|may|em) (?:lam|giup|biet lam|tra loi|ho tro)(?: \w+){0,3} (?:gi|nhung gi)
    (?:ban|bot|em) co the (?:lam|giup)(?: \w+)? gi
    (?:huong dan|cach) (?:su dung|dung)(?: bot| ban)?
    (?:dung|su dung) bot
    tro giup
    help(?: me)?(?= $)
    what can you do
    how (?:do|can) i use
    (?:hoi|dung) (?:ban|bot) (?:the nao|nhu the nao|ra sao|kieu gi)
    """
