"""Cues of a stretch of time counted from today; the first that matches wins, an empty unit means "from today on"."""

SPANS: tuple[tuple[str, int, str], ...] = (
    ("day", 1, r"ngay mai|tomorrow"),
    ("week", 1, r"tuan (?:sau|toi|ke)|next week"),
    ("month", 1, r"thang (?:sau|toi|ke)|next month"),
    ("quarter", 1, r"quy (?:sau|toi|ke)|next quarter"),
    ("day", 0, r"hom nay|today"),
    ("week", 0, r"tuan nay|trong tuan|this week"),
    ("month", 0, r"thang nay|trong thang(?! \d)|this month"),
    ("quarter", 0, r"quy nay|trong quy(?! \S*[\divx])|this quarter"),
)
AHEAD = r"sap toi|sap den|sap phai|thoi gian toi|toi day|upcoming|coming up|due soon"
_VI_NOW = r"tu (?:nay|gio|bay gio|hom nay|day) (?:cho )?(?:den|toi)"
_EN_NOW = r"(?:from now|between now and|from today)(?: to| until| till)?"
_YEAR_END = r"(?:(?:cuoi|het) nam|(?:the )?(?:end of|year end)(?: the| this)?(?: year)?)(?: nay)?(?: (?P<year>\d{4}))?"
REST_OF_YEAR = (
    rf"(?:{_VI_NOW}|{_EN_NOW}) {_YEAR_END}|(?:den|toi) (?:cuoi|het) nam nay|"
    r"(?:thoi gian )?con lai (?:cua |trong )?nam(?: nay)?|"
    r"until the end of (?:the|this) year|(?:the )?rest of (?:the|this) year"
)
"""From today to the end of the year, which may be named; no year that a plan would have to be for."""
