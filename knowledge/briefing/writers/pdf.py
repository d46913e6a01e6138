"""A Word or PowerPoint file to PDF, by LibreOffice in a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from knowledge.errors import BriefingError

SECONDS = 120
PROGRAMS = ("soffice", "libreoffice")


def program() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def to_pdf(content: bytes, suffix: str) -> bytes:
    """Return the document as PDF. suffix: of its kind. Raises BriefingError without LibreOffice or when it fails."""
    office = program()
    if office is None:
        raise BriefingError(
            "a .pdf needs LibreOffice (`apt-get install libreoffice-writer-nogui`); write a .docx instead"
        )
    with tempfile.TemporaryDirectory(prefix="briefing-") as held:
        folder = Path(held)
        source = folder / f"briefing{suffix}"
        source.write_bytes(content)
        # a profile of its own: two conversions that share one wait for each other, or do nothing
        command = [
            office, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", "pdf", "--outdir", str(folder), str(source),
        ]  # fmt: skip
        try:
            ended = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 # our own
        except subprocess.TimeoutExpired:
            raise BriefingError(f"LibreOffice took more than {SECONDS} seconds to write the .pdf") from None
        made = source.with_suffix(".pdf")
        if not made.is_file():  # it ends with 0 when it could not convert
            reason = (ended.stderr or ended.stdout).decode("utf-8", "replace").strip().splitlines()[-1:]
            raise BriefingError(f"LibreOffice wrote no .pdf: {' '.join(reason) or 'it said nothing'}")
        return made.read_bytes()
