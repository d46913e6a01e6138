"""What a part earns is counted on questions; run in a process of its own, for the stand-ins stay in."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = """ỦY BAN NHÂN DÂN
XÃ BÌNH SƠN
Số: 21/KH-UBND

Bình Sơn, ngày 04 tháng 02 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua năm 2026

I. TỔ CHỨC THỰC HIỆN
1. Các thôn gửi báo cáo tổng kết về Phòng Văn hóa - Xã hội trước ngày 15 tháng 11 năm 2026.
2. Trạm Y tế tổng hợp số hộ có hố rác hợp vệ sinh, phấn đấu đạt 90%.
"""


def _asked(number: int, question: str, wanted: str, quote: str) -> str:
    return json.dumps(
        {
            "id": str(number),
            "question": question,
            "lang": "vi",
            "style": "formal",
            "type": "deadline",
            "answerable": True,
            "plans": ["plan"],
            "evidence": [{"plan": "plan", "quote": quote}],
            "must_include": [wanted],
        }
    )


@pytest.mark.slow  # a tool's, over every function of two rooms
def test_a_part_earns_the_questions_that_are_wrong_without_it(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "plan.txt").write_text(PLAN, encoding="utf-8")
    due, share = PLAN.splitlines()[10:12]
    lines = [
        _asked(1, "Khi nào các thôn gửi báo cáo tổng kết?", "15/11|15 tháng 11", due),
        _asked(2, "Tỷ lệ hộ có hố rác hợp vệ sinh phấn đấu đạt bao nhiêu phần trăm?", "90", share),
    ]
    (tmp_path / "questions.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "knowledge.evaluation.ablation", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    table = {line[:60].strip(): line[60:].split() for line in done.stdout.splitlines()[1:]}
    assert table["rule when"][0] == "1", "it takes part in one of the two"
    counted = [int(row[0]) for row in table.values()]
    assert min(counted) == 0 < max(counted), "some parts say nothing here, some do"
    earning = [name for name, row in table.items() if int(row[3]) == 2]
    assert earning, "without some parts neither is answered"
    assert all(int(row[3]) <= int(row[0]) for row in table.values()), "nothing earns more than it took part in"
