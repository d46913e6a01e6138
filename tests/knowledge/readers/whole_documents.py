"""A whole invented plan as Word writes it: letterhead and signature in tables, lists, notes, a table, page numbers."""

from __future__ import annotations

from tests.knowledge.word_files import (
    abstract,
    cell,
    instance,
    level,
    listed,
    mark,
    note,
    para,
    row,
    run,
    separators,
    table,
    word,
)

_FONT = '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/>'
_STYLES = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}<w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:before="60" w:after="60"/></w:pPr></w:style>'
)
_LISTS = (
    abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))
    + instance(1, 0)
)  # fmt: skip
_CENTRED = '<w:jc w:val="center"/>'
_BODY = '<w:ind w:firstLine="567"/><w:jc w:val="both"/>'
_PAGE = (
    '<w:headerReference w:type="default" r:id="r{at}"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/><w:titlePg/>'
)
_NUMBER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE'
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LONG = (
    "Cấp ủy, thủ trưởng các cơ quan, đơn vị tập trung lãnh đạo, chỉ đạo thực hiện tốt công tác tiếp công dân, giải "
    "quyết khiếu nại, tố cáo và ý kiến phản ánh; quan tâm lắng nghe, đối thoại với Nhân dân, thực hiện tốt chính sách "
    "an sinh xã hội, nâng cao đời sống vật chất, tinh thần của người dân trên địa bàn"
)


def centred(*lines: str) -> list[str]:
    """Return centred cell paragraphs."""
    return [para(run(line, "<w:b/>"), properties=_CENTRED) for line in lines]


def sized(*cells: str, widths: tuple[int, ...]) -> str:
    """Return a row of cells, each a string of paragraphs, of these widths in twentieths of a point."""
    return row(
        *(cell(text, properties=f'<w:tcW w:w="{w}" w:type="dxa"/>') for text, w in zip(cells, widths, strict=True))
    )


def letterhead() -> str:
    """Return the letterhead: the issuer and the motto, each wrapped over two lines, number and date."""
    left = "".join(centred("ỦY BAN NHÂN DÂN", "HUYỆN TÂN HÒA", "PHÒNG NỘI VỤ"))
    right = "".join(centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"))
    number = para("Số: 15/KH-PNV", properties=_CENTRED)
    day = para("Tân Hòa, ngày 05 tháng 3 năm 2026", properties=_CENTRED)
    widths = (3600, 5500)
    return table(sized(left, right, widths=widths), sized(number, day, widths=widths))


def signature() -> str:
    """Return the end: recipients at the left, who signs at the right."""
    recipients = ("Nơi nhận:", "- UBND huyện (b/c);", "- Các xã, thị trấn;", "- Lưu: VT.")
    left = "".join(para(run(line, '<w:sz w:val="22"/>')) for line in recipients)
    right = "".join([*centred("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), para(""), para(""), *centred("Trần Văn Bình")])
    return table(sized(left, right, widths=(4500, 4600)))


def schedule() -> str:
    """Return a table of duties with borders and a merged cell."""
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        row("TT", "Nội dung công việc", "Chủ trì", "Thời hạn"),
        row("1", "Đăng ký mô hình “Dân vận khéo”", cell("Các xã, thị trấn", properties=down), "Trước ngày 28/02/2026"),
        row("2", "Báo cáo sơ kết 6 tháng", cell("", properties=on), "Trước ngày 10/6/2026"),
        row("3", "Tổng kết phong trào", "Phòng Nội vụ", "Tháng 12/2026"),
    ]
    borders = f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (700, 3800, 2200, 2400))
    return f"<w:tbl>{borders}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def whole_plan() -> bytes:
    """Return the plan as .docx."""
    items = [listed(f"{_LONG} ({n}).", 1, 1).replace("<w:numPr>", _BODY + "<w:numPr>") for n in range(1, 9)]
    body = [
        letterhead(), para(""), *centred("KẾ HOẠCH", "Thực hiện phong trào thi đua “Dân vận khéo”", "năm 2026"),
        para("Căn cứ Kế hoạch số 43/KH-UBND ngày 10/02/2026", mark("footnote", 2), " của UBND huyện, Phòng Nội vụ xây "
             "dựng kế hoạch thực hiện như sau:", properties=_BODY),
        listed("MỤC ĐÍCH, YÊU CẦU", 1), *items,
        listed("TỔ CHỨC THỰC HIỆN", 1),
        para("1. Các xã, thị trấn gửi báo cáo trước ngày 15/11", mark("footnote", 3), " hằng năm về Phòng Nội vụ.",
             properties=_BODY),
        para("2. Tiến độ thực hiện:", properties=_BODY), schedule(),
        para("Trên đây là Kế hoạch của Phòng Nội vụ./.", properties=_BODY), signature(),
    ]  # fmt: skip
    notes = (
        separators("footnote")
        + note("footnote", 2, "Về công tác dân vận chính quyền.")
        + note("footnote", 3, "Kể cả ngày nghỉ.")
    )
    parts = {"styles": _STYLES, "numbering": _LISTS, "footnotes": notes, "header": _NUMBER}
    return word(*body, section=_PAGE.format(at=3), **parts)
