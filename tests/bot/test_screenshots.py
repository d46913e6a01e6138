"""The pictures of README.vi.md: every one is there, and the program that makes them still runs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

from tests.screenshots.__main__ import picture, play
from tests.screenshots.scenes import SCENES

ROOT = Path(__file__).parents[2]


def test_the_readme_shows_every_scene() -> None:
    shown = re.findall(r"\]\(docs/(.+?)\.svg\)", (ROOT / "README.vi.md").read_text(encoding="utf-8"))
    assert shown == [scene.name for scene in SCENES]
    for name in shown:
        ElementTree.parse(ROOT / "docs" / f"{name}.svg")


async def test_a_scene_is_played_by_the_real_handlers(data_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(data_dir, tmp_path / "plans")
    shown = await play(SCENES[0], tmp_path / "plans", tmp_path)
    assert "Đã chọn" in shown
    svg = picture(shown, SCENES[0].title)
    words = " ".join("".join(ElementTree.fromstring(svg).itertext()).replace("\xa0", " ").split())
    assert "Đảng ủy Sở Giáo dục 2024" in words
    assert "http" not in re.sub(r'xmlns="[^"]+"|<!--.*?-->', "", svg)
