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
