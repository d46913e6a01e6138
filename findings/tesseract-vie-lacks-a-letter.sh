#!/usr/bin/env bash
# tesseract 5.3.0 with the `vie` data of Debian 12 (tesseract-ocr-vie 4.1.0): the model for Vietnamese can't write one letter
# of the Vietnamese alphabet. Its table of characters holds every vowel with every tone, in both cases, except ỵ and Ỵ, which
# therefore come out as y and Y, always, at any size and quality of the picture: the year "Ất Tỵ" (2025) reads "Ất Ty", and
# "ty" is a word of its own. Expected: a model for a language has the letters of that language (it has ñ, ƒ and ‡).
# Seen: "146 letters, missing: [ỵ, Ỵ]"; read: "Tết Ất Ty", "kiêng ky", and "quý, quỳ, quỷ, kỹ" without a fault
set -euo pipefail
command -v tesseract >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-vie >/dev/null; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
tesseract --version 2>&1 | head -1
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check matplotlib==3.11.2 pillow==13.0.0  # matplotlib for its font
models=$(tesseract --list-langs 2>&1 | sed -n 's/^List of available languages in "\(.*\)".*/\1/p')
combine_tessdata -u "$models/vie.traineddata" vie. >/dev/null 2>&1
env/bin/python - <<'PY'
import subprocess
import unicodedata
from pathlib import Path

import matplotlib
from PIL import Image, ImageDraw, ImageFont

known = {line.split(" ")[0] for line in Path("vie.lstm-unicharset").read_text("utf-8").splitlines()}
tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
vowels = "aăâeêioôơuưy"
letters = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels + vowels.upper() for tone in tones] + ["đ", "Đ"]
missing = [letter for letter in letters if letter not in known]
print(f"{len(letters)} letters, missing: {missing}")

said = ["Tết Ất Tỵ", "kiêng kỵ", "quý, quỳ, quỷ, kỹ"]
font = ImageFont.truetype(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf", 60)
picture = Image.new("L", (900, 140 * len(said)), 255)
for row, words in enumerate(said):
    ImageDraw.Draw(picture).text((60, 30 + 140 * row), words, font=font, fill=0)
picture.save("seen.png", dpi=(300, 300))
out = subprocess.run(["tesseract", "seen.png", "-", "-l", "vie", "--psm", "6"], capture_output=True, text=True, check=True)
read = [line for line in out.stdout.splitlines() if line.strip()]
print("read:", read)
assert missing == ["ỵ", "Ỵ"], "the behaviour has changed"
assert read == ["Tết Ất Ty", "kiêng ky", "quý, quỳ, quỷ, kỹ"], "the behaviour has changed"
PY
