"""Every phrase an answer is built from, in Vietnamese and in English. Quotes stay in Vietnamese in both.

Placeholders are `str.format` fields. `**` marks bold; the renderer decides what that looks like.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.model import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of one language."""

    # ------------------------------------------------------------------ dates
    before: str
    at_latest: str
    by_end: str
    on: str
    within_month: str
    span: str
    relative: str
    yearly: dict[str, str]
    from_day: str
    expected: str
    safe_day: str
    inferred_year: str
    no_date: str
    no_date_short: str
    time: str
    # ----------------------------------------------------------------- duties
    report_of: dict[str, str]
    to: str
    via: str
    channel: str
    file_format: str
    folded: str
    by_whom: str
    overdue: str
    in_time: str
    after_deadline: str
    days_left: str
    days_past: str
    due_today: str
    no_year: str
    no_sanction: str
    no_recipient: str
    no_channel: str
    no_actor: str
    no_period: str
    has_instead: str
    not_extended: str
    right: str
    wrong: str
    deadline_count: str
    others_silent: str
    # ------------------------------------------------------------------ lists
    list_lead: str
    list_lead_target: str
    list_no_items: str
    list_wrong_count: str
    list_none: str
    list_other: str
    list_item: str
    list_item_target: str
    list_item_missing: str
    list_belongs: str
    list_count: str
    list_count_one: str
    # ---------------------------------------------------------- other answers
    stated: str
    stated_in: str
    stands_at: str
    yes: str
    no_detail: str
    no_detail_at: dict[str, str]
    which_plans: str
    not_in_plans: str
    section: str
    top_level: str
    target: str
    reward: str
    reward_none: str
    reference: str
    reference_in: str
    reference_absent: str
    reference_twice: str
    header: dict[str, str]
    header_absent: dict[str, str]
    valid_until: str
    valid_over: str
    valid_unknown: str
    actor: str
    contact: str
    # ------------------------------------------------------- notes and manners
    over: str
    over_short: str
    reorganised: str
    source: str
    not_found: str
    unknown: str
    unknown_year: str
    searched: str
    nearest: str
    ask_whom: str
    needs_unit: str
    smalltalk: str
    thanks: str
    who_are_you: str
    injection: str
    empty: str
    too_long: str
    unverified: str
    period_label: str
    months: tuple[str, ...] = field(default=())


VI = Wording(
    before="trước ngày {date}",
    at_latest="chậm nhất ngày {date}",
    by_end="đến hết ngày {date}",
    on="ngày {date}",
    within_month="trong {date}",
    span="từ {start} đến {end}",
    relative="{words}",
    yearly={
        "tuần": "hằng tuần",
        "tháng": "hằng tháng",
        "quý": "hằng quý",
        "6 tháng": "định kỳ 6 tháng",
        "9 tháng": "định kỳ 9 tháng",
        "năm": "hằng năm",
        "định kỳ": "định kỳ",
    },
    from_day="từ ngày {date}",
    expected="dự kiến {date}",
    safe_day="nên gửi chậm nhất {date}",
    inferred_year="năm {year} suy từ kế hoạch",
    no_date="văn bản không nêu ngày cụ thể",
    no_date_short="không nêu ngày",
    time="{time} {date}",
    report_of={
        "6 tháng": "báo cáo 6 tháng",
        "năm": "báo cáo năm",
        "quý": "báo cáo quý",
        "tháng": "báo cáo tháng",
        "9 tháng": "báo cáo 9 tháng",
        "tuần": "báo cáo tuần",
    },
    to="gửi {to}",
    via="qua {via}",
    channel="gửi bằng {channel}",
    file_format="định dạng: {format}",
    folded="lồng ghép trong {report}",
    by_whom="{who} thực hiện",
    overdue="**Đã quá hạn** nếu gửi ngày {date}",
    in_time="**Còn kịp** nếu gửi ngày {date}",
    after_deadline="hạn là {due}",
    days_left="còn **{days} ngày** (hạn {date})",
    days_past="đã qua **{days} ngày** (hạn {date})",
    due_today="hạn là **hôm nay** ({date})",
    no_year="văn bản không ghi năm nên tôi không tính số ngày",
    no_sanction="Văn bản không nêu hình thức xử lý khi nộp trễ. Hãy hỏi nơi nhận báo cáo.",
    no_recipient="văn bản không nêu nơi nhận",
    no_channel="văn bản không nêu cách gửi",
    no_actor="văn bản không nêu ai thực hiện",
    no_period="Kế hoạch không nêu {period}",
    has_instead="kế hoạch chỉ nêu",
    not_extended="Văn bản không nêu việc gia hạn hay thay đổi thời hạn",
    right="**Đúng.**",
    wrong="**Không phải.**",
    deadline_count="**{count} mốc** trong kế hoạch",
    others_silent="Không nêu {period}: {units}.",
    list_lead="**“{count} không”** gồm:",
    list_lead_target="**“{count} không”** ({target}):",
    list_no_items="Văn bản có nhắc “{count} không” nhưng không liệt kê từng điều",
    list_wrong_count="Kế hoạch không có “{asked} không”, mà có **“{count} không”**:",
    list_none="Kế hoạch không có nội dung “{asked} không”",
    list_other="Kế hoạch này còn một “{count} không” khác ({target}), mục {section}",
    list_item="**Điều {number}**: {text}",
    list_item_target="**Điều {number}** ({target}): {text}",
    list_item_missing="“{count} không” chỉ có {size} điều, không có điều {number}",
    list_belongs="Thuộc **“{count} không”** ({target})",
    list_count="Kế hoạch có **{count} danh sách “không”**:",
    list_count_one="Kế hoạch có **1 danh sách “{count} không”**:",
    stated="Văn bản nêu:",
    stated_in="**{title}** (mục {section}) nêu:",
    stands_at="Nội dung này ở **mục {section}**",
    yes="**Có.** Văn bản nêu:",
    no_detail="Văn bản không nêu chi tiết này; phần gần nhất là:",
    no_detail_at={
        "when": "Văn bản có nêu việc này nhưng **không nêu ngày cụ thể**:",
        "who": "Văn bản có nêu việc này nhưng không nêu ai thực hiện:",
        "how_many": "Văn bản có nêu việc này nhưng **không nêu con số**:",
        "money": "Văn bản có nêu việc này nhưng **không nêu số tiền**:",
        "contact": "Văn bản **không nêu thông tin liên hệ** này; phần gần nhất là:",
        "time": "Văn bản **không nêu giờ cụ thể**:",
        "mail": "Văn bản **không nêu địa chỉ hay hộp thư nhận**:",
        "format": "Văn bản **không nêu định dạng tệp**:",
        "sanction": "Văn bản **không nêu hình thức xử lý** nào; phần gần nhất là:",
        "share": "Văn bản **không nêu con số** này; phần gần nhất là:",
        "essential": "Văn bản **không nêu** điều này; phần gần nhất là:",
        "name": "Văn bản **không nêu tên người** này; phần gần nhất là:",
        "template": "Văn bản **không kèm mẫu** nào; phần gần nhất là:",
        "annex": "Bản này **không kèm phụ lục**; phần gần nhất là:",
    },
    which_plans="**{count} kế hoạch** có nêu:",
    not_in_plans="Không nêu: {units}.",
    section="mục {section}",
    top_level="{count} phần",
    target="**{value}** {counts}",
    reward="**{award}**{giver}{recipient}{reason}",
    reward_none="Văn bản không nêu hình thức khen thưởng cụ thể; phần gần nhất là:",
    reference="**{name}**",
    reference_in="Văn bản được nêu: **{name}**",
    reference_absent="văn bản này được dẫn chiếu nhưng không có trong bộ kế hoạch của tôi",
    reference_twice="Có {count} văn bản cùng ký hiệu, khác ngày:",
    header={
        "number": "Số: **{value}**",
        "date": "Ban hành ngày **{value}**",
        "signer": "Người ký: **{value}**",
        "issuer": "Cơ quan ban hành: **{value}**",
        "parent": "Cơ quan cấp trên: **{value}**",
        "place": "Nơi ban hành: **{value}**",
        "title": "Tên văn bản: **{value}**",
        "doc_type": "Loại văn bản: **{value}**",
        "recipients": "Nơi nhận gồm {value} nơi:",
        "period": "Thời gian áp dụng: **{value}**",
        "legal_basis": "Căn cứ của kế hoạch:",
    },
    header_absent={
        "number": "Bản này **không ghi số** văn bản",
        "date": "Bản này **không ghi ngày** ban hành",
        "signer": "Bản này **không ghi người ký**",
        "issuer": "Bản này không ghi cơ quan ban hành",
        "parent": "Bản này không ghi cơ quan cấp trên",
        "place": "Bản này không ghi nơi ban hành",
        "title": "Bản này không ghi tên văn bản",
        "doc_type": "Bản này không ghi loại văn bản",
        "recipients": "Bản này không ghi nơi nhận",
        "period": "Văn bản không nêu thời gian áp dụng",
        "legal_basis": "Văn bản không nêu căn cứ ban hành",
    },
    valid_until="**Còn trong kỳ**: kế hoạch áp dụng {period}",
    valid_over="**Đã hết kỳ**: kế hoạch áp dụng {period}",
    valid_unknown="Văn bản không nêu thời gian áp dụng",
    actor="**{actor}**:",
    contact="**{value}**{owner}",
    over="Kế hoạch {period}, đã hết kỳ.",
    over_short="⚠️ đã hết kỳ",
    reorganised="Nơi nhận có thể đã thay đổi, hãy xác nhận với cấp trên.",
    source="{name}, {section}",
    not_found="Tôi không tìm thấy nội dung này trong {scope}.",
    unknown="Bộ kế hoạch không có văn bản nào của (hoặc về) **{what}** nên tôi không trả lời thay.",
    unknown_year="Không có kế hoạch năm **{what}** của đơn vị này trong bộ tài liệu.",
    searched="Đã tìm trong: {units}.",
    nearest="Có thể liên quan:",
    ask_whom="Hãy hỏi cơ quan ban hành hoặc cấp trên trực tiếp của đơn vị.",
    needs_unit="Mỗi đơn vị quy định khác nhau. Bạn hỏi cho đơn vị nào?",
    smalltalk="Chào bạn, tôi là Sổ tay Dân vận. Bạn có thể hỏi về hạn báo cáo, nội dung “5 không”, tiêu chí, "
    "khen thưởng trong các kế hoạch; tôi trả lời kèm trích dẫn.",
    thanks="Rất vui được hỗ trợ bạn. Cần tra hạn nộp hay nội dung kế hoạch nào, bạn cứ nhắn.",
    who_are_you="Tôi là Sổ tay Dân vận, trợ lý tra cứu các kế hoạch thi đua “Dân vận khéo”. Tôi chỉ trả lời theo "
    "văn bản và luôn kèm trích dẫn.",
    injection="Tôi chỉ trả lời đúng theo văn bản, không xác nhận hay thay đổi nội dung văn bản. "
    "Bạn hãy hỏi điều cần tra, tôi sẽ trích nguyên văn.",
    empty="Bạn hãy gõ câu hỏi bằng chữ, ví dụ: “Khi nào nộp báo cáo 6 tháng?”",
    too_long="Câu hỏi quá dài. Bạn hãy hỏi gọn trong một hai câu (tối đa {limit} ký tự).",
    unverified="Tôi chưa đối chiếu được câu trả lời với văn bản gốc nên không gửi. Bạn hãy hỏi lại cách khác.",
    period_label="năm {period}",
)

EN = Wording(
    before="before {date}",
    at_latest="no later than {date}",
    by_end="by the end of {date}",
    on="on {date}",
    within_month="within {date}",
    span="from {start} to {end}",
    relative="“{words}”",
    yearly={
        "tuần": "every week",
        "tháng": "every month",
        "quý": "every quarter",
        "6 tháng": "every 6 months",
        "9 tháng": "every 9 months",
        "năm": "every year",
        "định kỳ": "periodically",
    },
    from_day="from {date}",
    expected="expected {date}",
    safe_day="send it by {date} at the latest",
    inferred_year="year {year} inferred from the plan",
    no_date="the plan gives no specific date",
    no_date_short="no date stated",
    time="{time} {date}",
    report_of={
        "6 tháng": "6-month report",
        "năm": "annual report",
        "quý": "quarterly report",
        "tháng": "monthly report",
        "9 tháng": "9-month report",
        "tuần": "weekly report",
    },
    to="to {to}",
    via="through {via}",
    channel="by {channel}",
    file_format="format: {format}",
    folded="as part of {report}",
    by_whom="by {who}",
    overdue="**Overdue** if sent on {date}",
    in_time="**In time** if sent on {date}",
    after_deadline="the deadline is {due}",
    days_left="**{days} days** left (deadline {date})",
    days_past="**{days} days** ago (deadline {date})",
    due_today="the deadline is **today** ({date})",
    no_year="the plan gives no year, so I do not count the days",
    no_sanction="The plan does not mention any sanction for late reports. Ask the office that receives them.",
    no_recipient="the plan does not state the recipient",
    no_channel="the plan does not state how to send it",
    no_actor="the plan does not state who does it",
    no_period="The plan does not mention a {period}",
    has_instead="it only has",
    not_extended="The plan does not mention any extension or change of deadline",
    right="**Yes.**",
    wrong="**No.**",
    deadline_count="**{count} dates** in the plan",
    others_silent="No {period} in: {units}.",
    list_lead="**“{count} không”** (the {count} “no”s):",
    list_lead_target="**“{count} không”** (the {count} “no”s; {target}):",
    list_no_items="The plan mentions “{count} không” but does not list the items",
    list_wrong_count="The plan has no “{asked} không”; it has **“{count} không”**:",
    list_none="The plan has no “{asked} không”",
    list_other="This plan has another “{count} không” ({target}), section {section}",
    list_item="**No. {number}**: {text}",
    list_item_target="**No. {number}** ({target}): {text}",
    list_item_missing="“{count} không” has only {size} items, there is no item {number}",
    list_belongs="It belongs to **“{count} không”** ({target})",
    list_count="The plan has **{count} lists of “không”**:",
    list_count_one="The plan has **1 list “{count} không”**:",
    stated="The plan says:",
    stated_in="**{title}** (section {section}) says:",
    stands_at="It stands in **section {section}**",
    yes="**Yes.** The plan says:",
    no_detail="The plan does not state this detail; the nearest part is:",
    no_detail_at={
        "when": "The plan mentions this but gives **no specific date**:",
        "who": "The plan mentions this but does not state who does it:",
        "how_many": "The plan mentions this but gives **no number**:",
        "money": "The plan mentions this but gives **no amount of money**:",
        "contact": "The plan does **not state this contact**; the nearest part is:",
        "time": "The plan does **not state the hour**:",
        "mail": "The plan does **not state an address or mailbox**:",
        "format": "The plan does **not state a file format**:",
        "sanction": "The plan does **not mention any sanction**; the nearest part is:",
        "share": "The plan does **not state this number**; the nearest part is:",
        "essential": "The plan does **not mention** this; the nearest part is:",
        "name": "The plan does **not state this person's name**; the nearest part is:",
        "template": "**No template** comes with the plan; the nearest part is:",
        "annex": "**No annex** comes with this copy; the nearest part is:",
    },
    which_plans="**{count} plans** mention it:",
    not_in_plans="Not in: {units}.",
    section="section {section}",
    top_level="{count} parts",
    target="**{value}** {counts}",
    reward="**{award}**{giver}{recipient}{reason}",
    reward_none="The plan does not state a specific award; the nearest part is:",
    reference="**{name}**",
    reference_in="The document cited: **{name}**",
    reference_absent="it is cited there but is not in my collection",
    reference_twice="There are {count} documents with that symbol, of different dates:",
    header={
        "number": "Number: **{value}**",
        "date": "Issued on **{value}**",
        "signer": "Signed by **{value}**",
        "issuer": "Issued by **{value}**",
        "parent": "Superior body: **{value}**",
        "place": "Place of issue: **{value}**",
        "title": "Title: **{value}**",
        "doc_type": "Type of document: **{value}**",
        "recipients": "{value} recipients:",
        "period": "In force: **{value}**",
        "legal_basis": "The plan is based on:",
    },
    header_absent={
        "number": "This copy does **not give a number**",
        "date": "This copy does **not give a date** of issue",
        "signer": "This copy does **not give a signer**",
        "issuer": "This copy does not give an issuer",
        "parent": "This copy does not give a superior body",
        "place": "This copy does not give a place of issue",
        "title": "This copy does not give a title",
        "doc_type": "This copy does not give a type",
        "recipients": "This copy does not list recipients",
        "period": "The plan does not state how long it is in force",
        "legal_basis": "The plan does not state a legal basis",
    },
    valid_until="**Still in force**: the plan covers {period}",
    valid_over="**Over**: the plan covers {period}",
    valid_unknown="The plan does not state how long it is in force",
    actor="**{actor}**:",
    contact="**{value}**{owner}",
    over="This plan was for {period}; its period is over.",
    over_short="⚠️ over",
    reorganised="The recipient may have changed since; please confirm with your superior body.",
    source="{name}, {section}",
    not_found="I did not find this in {scope}.",
    unknown="The collection has no plan of (or about) **{what}**, so I will not answer from another one.",
    unknown_year="There is no plan of that unit for **{what}** in the collection.",
    searched="Searched: {units}.",
    nearest="Possibly related:",
    ask_whom="Please ask the issuing office or your direct superior body.",
    needs_unit="Each unit has its own rule. Which unit are you asking for?",
    smalltalk="Hello, I am Sổ tay Dân vận. Ask me about report deadlines, the “5 không”, criteria or rewards in the "
    "plans; every answer comes with a quote.",
    thanks="You are welcome. Ask me any time about a deadline or a plan.",
    who_are_you="I am Sổ tay Dân vận, an assistant for the “Dân vận khéo” emulation plans. I answer only from the "
    "documents, with quotes.",
    injection="I only answer from the documents and never confirm or change what they say. "
    "Ask me what you need to look up and I will quote it.",
    empty="Please type a question, for example: “When is the 6-month report due?”",
    too_long="The question is too long. Please ask in one or two sentences (at most {limit} characters).",
    unverified="I could not check that answer against the source, so I am not sending it. Please rephrase.",
    period_label="{period}",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
)


def wording(language: Language) -> Wording:
    """Return the phrases for an answer to a question in `language`."""
    return EN if language is Language.EN else VI
