"""Times that are no dates: "10 ngày kể từ ngày ...", "trước mỗi kỳ họp 5 ngày", "thứ Sáu hằng tuần"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.cycles import unit_of
from knowledge.facts.whens import FLAGS, TIME, DateParts, When, clock_of
from knowledge.patterns import later

# "14 giờ thứ Sáu hằng tuần", "thứ Ba tuần thứ nhất và tuần thứ ba hằng tháng": days told by the week alone.
_DAY_OF_WEEK = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
_WEEKLY = later(
    rf"(?:(?:vào|lúc|trước)\s+)?(?:(?P<clock>{TIME})\s*,?\s*)?(?:(?:buổi\s+)?(?:sáng|chiều"
    rf"|tối)\s+)?(?:các\s+)?(?:ngày\s+)?"
    rf"(?<!\w)(?<!tháng\s){_DAY_OF_WEEK}(?:\s*(?:,|và)\s*(?:(?:sáng|chiều|tối)\s+)?{_DAY_OF_WEEK})*"
    r"(?:\s+tuần\s+(?:thứ\s+)?[^,.;:\d]{1,40}?"
    r"|\s+(?:đầu|cuối)\s+tiên)?"
    r"(?:\s+của)?\s+(?:hằng|hàng|mỗi)\s+(?P<unit>tuần|tháng|quý)(?!\w)",
    FLAGS,
)
_WEEKDAYS = later(
    rf"(?:(?P<cmp>vào|lúc|trước)\s+)?(?:(?P<clock>{TIME})\s*,?\s*)?(?<!\w)các\s+(?:ngày\s+|(?:buổi\s+)?(?:sáng|chiều|tối)\s+)"
    rf"{_DAY_OF_WEEK}(?:\s*(?:,|và)\s*(?:(?:sáng|chiều|tối)\s+)?{_DAY_OF_WEEK})*+(?!\w|\s+(?:của\s+|trong\s+)?(?:hằng|hàng|mỗi|tuần|tháng))",
    FLAGS,
)
"""Days of every week, told by their number alone: "vào các buổi chiều thứ Tư, thứ Sáu"."""
_OF_MONTH = later(
    rf"(?:(?P<cmp>trước|vào|trong|chậm\s+nhất)\s+(?:vào\s+)?)?(?:(?P<clock>{TIME})\s*,?\s*)?"
    r"(?<!\w)(?:ngày\s+)?(?:ngày\s+(?:làm\s+việc\s+)?(?:cuối|đầu)(?:\s+(?:cùng|tiên))?\s+(?:(?:của\s+|trong\s+)?(?:mỗi|hằng|hàng|các)|của|trong)\s+(?!(?:tháng|quý|tuần)\s+(?:\d|[IVX]|này|sau|trước|tới))(?P<unit>tháng(?:\s+(?:chẵn|lẻ))?|quý|tuần)"
    r"|(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
    r"\s+(?:của\s+)?(?:tuần\s+)?(?:cuối|đầu|thứ\s+\w+)(?:\s+(?:cùng|tiên))?(?:\s+và\s+(?:tuần\s+)?thứ\s+\w+)?\s+(?:(?:của|trong)\s+)?(?:(?:mỗi|hằng|hàng|các)\s+)?(?P<month>tháng(?:\s+(?:chẵn|lẻ))?)(?!\s*\d|\s+(?:này|sau|trước))"
    r"|tuần\s+(?:lễ\s+)?(?:cuối|đầu|thứ\s+\w+)(?:\s+(?:cùng|tiên))?\s+(?:của\s+)?(?:mỗi|hằng|hàng|các)\s+(?P<week>tháng(?:\s+(?:chẵn|lẻ))?|quý)"
    r"|(?<!tháng\s)(?:đầu|giữa|cuối)\s+(?:mỗi|hằng|hàng|từng)\s+(?P<span>tuần|tháng|quý|học\s+kỳ|năm)(?!\s+học)"
    r"|(?P<each>mỗi)\s+(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
    r"|(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])\s+(?:đầu|cuối)\s+(?P<days>tuần)(?!\s+(?:này|sau|tới|trước|thứ|\d)))(?!\w)",
    FLAGS,
)
"""Other days without a number: "ngày cuối cùng của mỗi tháng", "thứ Sáu tuần cuối tháng", "mỗi thứ Hai"."""
_OF_WEEKLY = later(
    rf"(?:báo\s+cáo\s+(?:hằng\s+|hàng\s+)?|(?:hằng|hàng|mỗi)\s+|(?<!\w)(?P<few>0?2|hai|ba)\s+(?=tuần\s+một\s+lần))"
    rf"tuần\s?(?:[^.;\d]{{0,80}}[\s(])?(?P<lead>(?P<cmp>trước|vào|chậm\s+nhất)"
    rf"\s+(?:vào\s+|là\s+)?(?:(?P<clock>{TIME})\s*,?\s*)?(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật))(?!\w|\s+(?:hằng|hàng|mỗi))",
    FLAGS,
)
"""The day of a weekly report: "báo cáo tuần trước 10 giờ thứ Sáu"."""
_DAILY = later(
    rf"(?:(?P<cmp>trước|chậm\s+nhất|vào|lúc)\s+(?:lúc\s+)?)?(?P<clock>{TIME})\s*,?\s*(?:hằng|hàng|mỗi)\s+ngày(?!\w)",
    FLAGS,
)
_OF_DAILY = later(
    rf"(?:hằng|hàng|mỗi)\s+ngày(?!\w)[^.;\d]{{0,60}}?[\s(](?P<lead>(?P<cmp>trước|chậm\s+nhất)\s+(?:là\s+|lúc\s+)?"
    rf"(?P<clock>{TIME}))(?!\s*,?\s*(?:ngày|sáng|chiều|tối)\s*\d)",
    FLAGS,
)
"""Hours of every day: "trước 17 giờ hằng ngày", "báo cáo hằng ngày, trước 16h00"."""
_HALF = later(
    r"(?:(?P<lead>trong|vào)\s+|(?:^|(?<=[.;:]\s)))(?:0?6|sáu)\s+tháng\s+(?P<half>đầu|cuối)\s+năm"
    r"(?:\s+(?P<year>20\d\d))?(?!\s+(?:học|\d)|\w)(?(lead)|(?=\s*[,:]))",
    FLAGS,
)
"""Half a year in which something is done, not what a report covers: "6 tháng cuối năm 2026, Hội Nông dân ..."."""
_YEARS = r"(?P<first>20\d\d)(?:\s*(?:[-–—]|đến)\s*(?:(?:hết\s+)?năm\s+)?(?P<last>20\d\d))?"
_STAGE = later(
    rf"(?:^|(?<=[.;:]\s))[\s+*•–-]*(?:"
    rf"giai\s+đoạn(?:\s+(?:thứ\s+)?(?:\d{{1,2}}|[IVX]{{1,4}}|nhất|hai|ba|một))?\s*\(?\s*(?:từ\s+)?(?:năm\s+)?(?P<years>{_YEARS})"
    rf"|(?P<year>năm\s+{_YEARS.replace('<first>', '<one>').replace('<last>', '<other>')}))\s*\)?\s*:(?=\s)",
    FLAGS,
)
"""The years at the head of what is done in them: "Giai đoạn 2026 - 2027: hoàn thành ...", "Năm 2028: tổng kết"."""
_IN_YEAR = later(r"(?<=:\s)(?P<year>(?:trong\s+)?năm\s+(?P<one>20\d\d))(?=\s*(?:[.;]|$))", FLAGS)
"""The year behind what is done: "Sơ kết giữa nhiệm kỳ: năm 2028."."""
_UNTIL_WORDS = (
    r"[^,.;:()]{2,110}?(?=\s+(?:về|gửi|cho|để|phải|cần)\s|(?<!nhận)(?<!đủ)(?<!được)(?<!có)\s+báo\s+cáo\s"
    r"|\s+và\s+(?:niêm\s+yết|gửi|công\s+khai|thông\s+báo|nộp|trình|lưu)\s|(?<!chương)(?<!quá)(?<!quy)"
    r"(?<!tờ)\s+trình\s|\s*[,.;:()]|\s*$)"
)
_LUNAR_DAY = r"(?:(?:ngày\s+)?(?:mùng|mồng)\s+\d{1,2}|(?:ngày\s+)?rằm|ngày\s+\d{1,2})"
_LUNAR_MONTH = r"(?:\s+tháng\s+(?:giêng|chạp|(?:một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:\s+một)?(?=\s+âm)))"
_NO_LIMIT = r"(?!\s(?:sau|trong|quá|từ|đến|khoảng|tối)\s)"
_HOUR = re.sub(r"\?P<\w+>", "?:", TIME)
_SPAN_OF_DAYS = r"(?P<days>\d{1,3}\s*(?:\([^()]{1,20}\)\s*)?(?:ngày|tuần|tháng|giờ|phút)(?:\s+làm\s+việc)?)"
# Without one of these a text holds no term, or no day told by the week: most texts don't.
_ANY_TERM = later(
    r"\d\s*(?:\([^()]{1,20}\)\s*)?(?:ngày|tuần|tháng|giờ|phút)(?!\w)|(?<!\w)sau\s+(?:mỗi|từng|khi|ngày)(?!\w)"
    r"|(?<!\w)(?:trước|chậm\s+nhất|là|trong)\s+(?:ngày|mỗi|từng|giờ)\s+(?!\d)|(?<!\w)từ\s+(?:ngày|khi)\s+(?!\d)"
    r"|(?<!\w)(?:các|những)\s+tháng\s|(?<!\w)ngay\s+khi\s|\stuần\s+(?:kế|sau|tiếp|liền)(?!\w)"
    r"|\d\s+năm(?!\w)|tháng\s+(?:giêng|chạp)|âm\s+lịch|(?<!\w)tết(?!\w)|(?<!\w)trong\s+(?:tuần|tháng|quý)\s+(?:kế|tiếp|liền)"
    r"|(?<!\w)(?:suốt|hôm\s+sau|trong\s+(?:ca|phiên|đêm)|ngày\s+(?:làm\s+việc\s+)?(?:kế|tiếp|liền))(?!\w)"
    r"|(?<!\w)trong\s+ngày(?=\s*(?:[.,;:)]|$)|\s+(?:cho|về|với|đến|tới)\s)|học\s+kỳ\s+[I12]",
    FLAGS,
)
_ANY_WEEKDAY = later(r"(?:(?<!\w)thứ\s+\w|chủ\s+nhật)[^.;]{1,60}(?:hằng|hàng|mỗi)\s", FLAGS)
_FEW_DAYS = r"(?P<days>\d{1,3}\s*(?:\([^()]{1,20}\)\s*)?(?:ngày(?:\s+làm\s+việc)?|giờ(?:\s+làm\s+việc)?))(?!\w)"
_RELATIVE = (
    later(
        r"(?:(?<!\w)(?P<cmp>trong\s+(?:vòng|thời\s+hạn|thời\s+gian)|trong|(?:chậm|muộn|ít)\s+nhất(?:\s+(?:là|sau))?"
        r"|không\s+quá"
        rf"|sau|trước)\s+)?(?<![\d/]){_SPAN_OF_DAYS}\s*,?\s*"
        rf"(?P<anchor>(?:(?:kể|tính)\s+từ|từ\s+(?:ngày|khi)(?!\s+\d{{1,2}}(?:[/.-]\d{{1,2}}(?:[/.-]\d{{4}})?)?\s*(?:đến|tới|[-–])\s)|sau\s+(?:khi|ngày|mỗi|từng)|(?<!tháng\s)trước\s+(?:khi"
        rf"|ngày|mỗi|thời\s+điểm|hội\s+(?:nghị|thi)|buổi|phiên|kỳ|giờ|lễ|vòng|cuộc))\s{_UNTIL_WORDS})",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?P<cmp>trong)\s+{_SPAN_OF_DAYS}(?P<anchor>\s+(?:đầu|cuối)(?:\s+(?:tiên|cùng))?\s+(?:của\s+)?"
        r"(?:mỗi\s+|hằng\s+|hàng\s+)?(?:tháng|quý|năm)(?:\s+(?:\d{1,2}|[IVX]{1,3}|\d{4})(?!\w))?(?:[/\s]\d{4}(?!\d))?)",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?P<cmp>trong\s+(?:vòng|thời\s+hạn))\s+{_SPAN_OF_DAYS}"
        r"(?P<anchor>(?:\s+(?:đầu|cuối)(?:\s+(?:tiên|cùng))?\s+(?:của\s+)?(?:mỗi\s+|hằng\s+|hàng\s+)?(?:tháng|quý|năm)"
        r"(?:\s+(?:\d{1,2}|[IVX]{1,3}|\d{4})(?!\w))?(?:[/\s]\d{4}(?!\d))?)?)",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?<!diễn\sra\s)(?<!tổ\schức\s)(?<!kéo\sdài\s)(?P<cmp>trong|không\s+quá|chậm\s+nhất(?:\s+(?:là"
        rf"|sau))?)"
        rf"\s+{_FEW_DAYS}(?P<anchor>)(?!\s*(?:liên\s+tục|liền|/|tuổi|công))"
        r"(?!(?<=giờ)\s*,?\s*(?:\d|ngày|thứ|sáng|chiều|cùng|hằng|hàng))",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?P<cmp>trước)\s+(?:ít\s+nhất\s+)?{_FEW_DAYS.replace('|giờ', '|phút|giờ')}"
        r"(?P<anchor>)(?=\s*(?:[.,;:)]|$|và\s))(?!\s*,\s*(?:thứ|chủ|ngày|sáng|chiều|tối)\s)",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<cmp>trước)\s+(?P<days>)(?P<anchor>(?:khi\s+\w|(?:(?:khi|mỗi|từng)\s+)?"
        r"(?:buổi|kỳ|phiên|cuộc|đợt|chuyến|giờ|(?:hội\s+nghị|đại\s+hội|hội\s+thi|lễ)(?!\w)))"
        r"(?:[^,.;:()\d]|,(?=[^,.;:()\d]{1,40}\s\d{1,2}\s+(?:ngày|giờ)(?:\s+làm\s+việc)?\s*(?:[.,;)]|$))){0,80}?"
        r"(?:ít\s+nhất\s+|tối\s+thiểu\s+)?\d{1,2}\s+(?:ngày|giờ|phút|tuần|tháng)(?:\s+làm\s+việc)?)(?!\w)",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>(?:kể\s+)?từ\s+(?:ngày|khi)\s+(?:ban\s+hành|ký"
        r"|có)(?![^.;:()]*\d[/.-]\d)"
        r"[^,.;:()]{0,60}?\s(?:đến|tới)\s+(?:khi|hết|ngày)\s[^.;:()]{2,140})",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?:(?P<cmp>trước|vào|chậm\s+nhất(?:\s+(?:là|vào))?)\s+|(?=(?:sáng|chiều)\s))(?P<days>)(?P<anchor>(?:(?:sáng|chiều)\s+)?(?:ngày\s+)?"
        r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s+(?:của\s+)?tuần\s+(?:kế\s+tiếp|sau|tiếp\s+theo|liền\s+kề|kế\s+sau))"
        r"(?!\w)",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?P<cmp>trước|chậm\s+nhất(?:\s+(?:là|vào))?)\s+(?P<days>)(?P<anchor>(?:{_HOUR}\s*)?"
        r"(?:(?:(?:đầu\s+giờ\s+)?(?:sáng|trưa|chiều|tối)\s+)?(?:ngày\s+)?hôm\s+sau"
        r"|ngày\s+(?:làm\s+việc\s+)?(?:kế\s+tiếp|tiếp\s+theo|liền\s+sau|liền\s+kề)))(?!\w)",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<cmp>trong)\s+(?P<days>)(?P<anchor>(?:tuần|tháng|quý)\s+(?:kế\s+tiếp|tiếp\s+theo|liền\s+sau|liền\s+kề))"
        r"(?=\s*(?:[,.;:)]|$))",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?:niêm\s+yết|công\s+khai|lưu(?:\s+(?:trữ|giữ))?|bảo\s+quản)(?!\w)"
        r"(?:(?!\s(?:trước|chậm|muộn|sau|trong|không)\s)[^,.;:()\d]){0,60}?\s(?P<at>(?P<cmp>)(?P<anchor>)"
        r"(?P<days>(?:(?:ít\s+nhất|tối\s+thiểu)\s+)?\d{1,2}\s+(?:ngày|tháng|năm)(?:\s+(?:làm\s+việc|liên\s+tục|liền))?"
        r"|trong\s+(?:thời\s+(?:hạn|gian)\s+|vòng\s+)?(?:(?:ít\s+nhất|tối\s+thiểu)\s+)?\d{1,2}\s+năm))(?=\s*(?:[.,;:)]|$|và\s))",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>(?:(?:ngay\s+)?trong\s+)?suốt\s+(?:thời\s+gian|quá\s+trình)"
        r"\s+(?!qua|vừa|công\s+tác|nắm\s+giữ)[^\W\d][^,.;:()]{1,80}?(?=\s*(?:[,.;:()]|$))"
        r"|(?:ngay\s+)?trong\s+suốt\s+(?:năm(?:\s+học)?|mùa\s+\w+|đợt|kỳ\s+\w+)(?=\s*(?:[,.;:()]|$))"
        r"|(?:ngay\s+)?trong\s+(?:(?:ca|phiên)\s+(?:trực|làm\s+việc|gác)|đêm)(?=\s*(?:[,.;:()]|$)))",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>sau\s+(?:khi\s|(?:ngày\s+)?(?:hội|lễ|tết|đại\s+hội|buổi|đợt|cuộc|kỳ|phiên))"
        r"[^,.;:()\d]{0,60}?\s\d{1,2}\s+ngày(?:\s+làm\s+việc)?)(?=\s*[,.;:)]|$)",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>sau\s+(?!đó|đây)[^\W\d](?:{_NO_LIMIT}[^,.;:()\d]){{1,60}}?\s\d{{1,2}}\s+ngày"
        r"(?:\s+làm\s+việc)?)(?=\s*[,.;:)]|$)",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?P<cmp>trước)\s+(?P<days>)(?P<anchor>(?!ngày\s+\d|đó|đây|hết)[^\W\d](?:{_NO_LIMIT}[^,.;:()\d]){{1,60}}?\s"
        r"\d{1,2}\s+(?:ngày|giờ|phút|tuần)(?:\s+làm\s+việc)?)(?=\s*[,.;:)]|\s+để\s|$)",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?:(?P<cmp>trước|chậm\s+nhất(?:\s+là)?|vào)\s+)?(?P<days>)(?P<anchor>(?:từ\s+)?{_LUNAR_DAY}"
        rf"(?:(?:{_LUNAR_MONTH})?\s*(?:đến|-|–|và|,)\s*(?:hết\s+)?(?:{_LUNAR_DAY}|\d{{1,2}}))?{_LUNAR_MONTH}(?:\s+âm\s+lịch)?)(?!\w)",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<cmp>trước)\s+(?P<days>)(?P<anchor>(?:dịp\s+)?tết\s+(?:nguyên\s+đán|cổ\s+truyền|trung\s+thu))(?=\s*(?:[,.;:)]|$))",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<days>)(?P<anchor>sau\s+(?:mỗi|từng)\s[^,.;:()\d]{1,50}?\s(?P<cmp>không\s+quá|chậm\s+nhất(?:\s+là)?)"
        r"\s+\d{1,2}\s+(?:ngày|giờ)(?:\s+làm\s+việc)?)(?!\w)",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>(?:ngay\s+)?sau\s+(?:mỗi|từng)\s+\w+(?:(?:\s+\w+){1,2}(?=\s*(?:[,.;)]|$)))?)",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>sau\s+(?:đó\s+)?\d{1,3}\s+(?:ngày|giờ|tuần)(?:\s+làm\s+việc)?)(?=\s*(?:[.,;)]|$))",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?<!lần\s)(?<!giờ\s)(?<!lượt\s)(?<!buổi\s)(?<!sinh\s)(?<!ra\s)(?<!diễn\s)(?P<cmp>)(?P<days>)"
        r"(?P<anchor>(?:ngay\s+)?trong\s+ngày(?:\s+làm\s+việc)?)(?=\s*(?:[.,;:)]|$)|\s+(?:cho|về|với|đến|tới)\s+[^\W\d])",
        FLAGS,
    ),
    later(
        r"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>(?:trong|(?:vào\s+)?(?:đầu|giữa|cuối)|kết\s+thúc)\s+học\s+kỳ\s+(?:I{1,2}|[12])(?!\w))",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?P<cmp>trong)\s+(?P<days>)(?P<anchor>ngày\s+(?:làm\s+việc|tiếp\s+nhận|nhận"
        rf"|phát\s+sinh){_UNTIL_WORDS})",
        FLAGS,
    ),
    later(rf"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>ngay\s+(?:sau\s+(?:khi|ngày)|khi)\s+(?!\d){_UNTIL_WORDS})", FLAGS),
    later(
        r"(?<!\w)(?:(?P<cmp>trước|chậm\s+nhất(?:\s+là)?|vào)\s+)?(?P<days>)(?P<anchor>ngày\s+\d{1,2}\s+(?:của\s+)?(?:các|những)\s+tháng"
        r"\s+(?:hè|còn\s+lại|cao\s+điểm|mùa|khô|mưa|nghỉ|học|đầu\s+năm|cuối\s+năm|giữa\s+năm|có\s|không\s)[^,.;:()]{0,40}?)(?=\s*(?:[,.;:()]|$))",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?P<cmp>trước|chậm\s+nhất(?:\s+là)?)\s+(?P<days>)(?P<anchor>ngày\s+(?!\d|[.…_]"
        rf"|[^,.;:()]{{0,40}}\d(?:[/.-]\d|\s+tháng\s+\w)(?![^.;]{{0,20}}\sâm\s)){_UNTIL_WORDS})",
        FLAGS,
    ),
)


_ANY_OF_ISSUE = later(r"(?:tuần|tháng|quý|năm)\s+(?:này|nay|sau|tới)|trong\s+năm")
_ANY_MEETING = later(r"họp|giao\s+ban|sinh\s+hoạt")
_ANY_OF_MONTH = later(
    r"thứ\s|chủ\s+nhật|tuần|ngày\s+(?:làm\s+việc|cuối|đầu)|(?:đầu|giữa|cuối)\s+(?:mỗi|h[ằà]ng|từng)\s"
)
"""Of lower case: without one of these a text holds none of those times, and most texts don't."""
_OF_ISSUE = later(
    r"(?<!\w)(?P<in>(?:(?:ngay\s+)?trong|vào|tại)\s+|(?<!tháng\s)(?=(?:đầu|giữa|cuối|hết)\s))"
    r"(?:(?P<lead>(?:(?:đầu|giữa|cuối|hết)\s+|(?:(?:ngày|buổi|cuộc|phiên|kỳ)\s+)?(?:họp|giao\s+ban)[^,.;:()\d]{0,30}?\s)?"
    r"(?:tuần|tháng|quý|năm)\s+(?:này|nay|sau|tới))|năm(?=\s*(?:[.,;)]|$)))(?!\w)",
    FLAGS,
)
_TO_FINISH = later(r"(?<!\w)(?:hoàn\s+thành|hoàn\s+tất|xong|dứt\s+điểm)\s+$", FLAGS)
"""What must stand before a bare "trong năm", which else tells of which year a thing is."""
_AT_MEETINGS = later(
    r"(?<!\w)(?:tại|vào|trong)\s+(?:(?:các|ngày|buổi|cuộc|phiên|kỳ|hội\s+nghị)\s+){0,2}(?:họp|giao\s+ban|sinh\s+hoạt)"
    r"(?!\w)(?:[^,.;:()\d]{0,30}?\s(?:hằng|hàng|mỗi)\s+|\s+(?:giao\s+ban\s+)?)(?P<unit>tuần|tháng|quý)(?!\w|\s*\d|\s+(?:này|sau|trước|tới))",
    FLAGS,
)
"""Meetings that come again: "vào ngày họp giao ban hằng tháng", "vào buổi giao ban tuần"."""
_AT_MEETING = later(
    r"(?<!\w)vào\s+(?:các\s+)?(?:ngày|buổi|kỳ|phiên)\s+(?:họp|giao\s+ban|sinh\s+hoạt)(?:\s+(?!hằng|hàng|mỗi|để|và)[^\W\d]+){0,3}(?=\s*(?:[.,;)]|$))",
    FLAGS,
)
"""A meeting at which something is handed over, whenever it is: "vào ngày họp giao ban"."""
_MANY_IN_YEAR = later(
    r"(?<!\w)(?:kiểm\s+tra|giám\s+sát|tổ\s+chức|mở|thực\s+hiện)\s+(?:ít\s+nhất\s+)?\d{1,3}\s?%?\s[^,;.()]{1,40}\s$",
    FLAGS,
)
"""So many of what is done, before "trong năm"."""


_FEAST = later(r"(?:dịp\s+)?tết\s+\w+\s+\w+", FLAGS)
_ANY_DATE = later(r"\d{1,2}\s?[/.-]\s?\d{1,2}|tháng\s+\d")


def relative(text: str) -> Iterator[When]:
    """Yield the relative terms of `text`."""
    if not _ANY_TERM.search(text):
        return
    claimed = 0
    matches = sorted(
        (match for pattern in _RELATIVE for match in pattern.finditer(text)), key=lambda m: (m.start(), -m.end())
    )
    for match in matches:
        if match.start() < claimed or (_FEAST.fullmatch(match["anchor"]) and _ANY_DATE.search(text)):
            continue
        claimed = match.end()
        within = text[match.start("days") if match["days"] else match.start("anchor") : match.end()].strip()
        start = match.start("at") if "at" in match.re.groupindex else match.start()
        yield When(start, match.end(), start, DateParts(), _relative_comparator(match["cmp"]), within=within)


def halves(text: str) -> Iterator[When]:
    """Yield the halves of a year in which something is to be done."""
    for match in _HALF.finditer(text) if "tháng" in text else ():
        year = int(match["year"]) if match["year"] else None
        first, last = (1, 2) if match["half"].lower() == "đầu" else (3, 4)
        yield When(
            match.start(), match.end(), match.start(), DateParts(quarter=first, year=year), "trong",
            DateParts(quarter=last, year=year),
        )  # fmt: skip


def stages(text: str) -> Iterator[When]:
    """Yield the years in which a stage's work is done, or that stand by themselves behind the work."""
    for match in (*_STAGE.finditer(text), *_IN_YEAR.finditer(text)) if "20" in text else ():
        told = match.groupdict()
        first = int(told.get("first") or match["one"])
        last = int(told.get("last") or told.get("other") or first)
        start, end = match.span("years" if told.get("years") else "year")
        if first <= last:
            yield When(
                start, end, start, DateParts(year=first), "từ" if first < last else "trong", DateParts(year=last)
            )


def of_issue(text: str) -> Iterator[When]:
    """Yield the weeks, months, quarters and years that are told from the day of the document: "trong tuần này"."""
    for match in _OF_ISSUE.finditer(text) if _ANY_OF_ISSUE.search(text.lower()) else ():
        finish = _TO_FINISH.search(text, max(0, match.start() - 20), match.start())
        if match["lead"] or finish or _MANY_IN_YEAR.search(text, max(0, match.start() - 80), match.start()):
            told = text[match.start() : match.end()]
            comparator = "trong" if "trong" in match["in"].lower() else "vào" if match["in"] else None
            yield When(match.start(), match.end(), match.start(), DateParts(), comparator, within=told)


def _at_meetings(text: str) -> Iterator[When]:
    for match in _AT_MEETINGS.finditer(text) if _ANY_MEETING.search(text.lower()) else ():
        yield When(match.start(), match.end(), match.start(), DateParts(), "vào", recurrence=match["unit"].lower())
    for match in _AT_MEETING.finditer(text) if "vào" in text else ():
        if _AT_MEETINGS.match(text, match.start()) is None:
            yield When(match.start(), match.end(), match.start(), DateParts(), "vào", within=match[0])


def _daily(text: str) -> Iterator[When]:
    for pattern in (_DAILY, _OF_DAILY):
        for match in pattern.finditer(text):
            start = match.start("lead") if pattern is _OF_DAILY else match.start()
            comparator = " ".join(match["cmp"].lower().split()) if match["cmp"] else None
            comparator = "vào" if comparator == "lúc" else comparator
            yield When(start, match.end(), start, DateParts(), comparator, recurrence="ngày", time=clock_of(match))


def weekly(text: str) -> Iterator[When]:
    """Yield the days of `text` that are told by the week alone."""
    for match in _WEEKLY.finditer(text) if _ANY_WEEKDAY.search(text) else ():
        time = clock_of(match) if match["clock"] else None
        yield When(match.start(), match.end(), match.start(), DateParts(), recurrence=match["unit"].lower(), time=time)
    for match in _WEEKDAYS.finditer(text) if "các" in text else ():
        time = clock_of(match) if match["clock"] else None
        yield When(match.start(), match.end(), match.start(), DateParts(), "vào", recurrence="tuần", time=time)
    if "ngày" in text:
        yield from _daily(text)
    yield from _at_meetings(text)
    for match in _OF_MONTH.finditer(text) if _ANY_OF_MONTH.search(text.lower()) else ():
        unit = (
            "tuần"
            if match["each"] or match["days"]
            else " ".join((match["unit"] or match["month"] or match["week"] or match["span"]).lower().split())
        )
        comparator = " ".join(match["cmp"].lower().split()) if match["cmp"] else None
        time = clock_of(match) if match["clock"] else None
        yield When(match.start(), match.end(), match.start(), DateParts(), comparator, recurrence=unit, time=time)
    for match in _OF_WEEKLY.finditer(text):
        start, comparator = match.start("lead"), " ".join(match["cmp"].lower().split())
        time = clock_of(match) if match["clock"] else None
        recurrence = unit_of(f"{match['few']} tuần") if match["few"] else "tuần"
        yield When(start, match.end(), start, DateParts(), comparator, recurrence=recurrence, time=time)


def _relative_comparator(words: str | None) -> str | None:
    lead = (words or "").lower()
    if lead.startswith("trong"):
        return "trong vòng"
    if lead.startswith(("chậm", "muộn", "không", "ít")):
        return "chậm nhất"
    return "trước" if lead == "trước" else None
