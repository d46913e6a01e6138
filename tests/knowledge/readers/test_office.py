"""Files of other word processors are read as the Word document that LibreOffice makes of them."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from knowledge.errors import Fault, UnreadableFile
from knowledge.readers import office, read, read_data
from knowledge.readers.docx import read as read_docx
from knowledge.readers.reading import Unreadable
from tests.knowledge.readers.whole_documents import whole_plan
from tests.knowledge.word_files import field, para, run, word

SOFFICE = shutil.which("soffice")
_ISO = re.compile(rb"20\d\d-\d\d-\d\d(?=T)")
needs_office = pytest.mark.skipif(SOFFICE is None, reason=f"LibreOffice is missing: {office.INSTALL}")


def converted(data: bytes, kind: str, folder: Path) -> Path:
    """Return a file of another kind made from a .docx."""
    source = folder / "ke-hoach.docx"
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [
        SOFFICE or "",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180, stdin=subprocess.DEVNULL)
    return folder / f"ke-hoach.{kind}"


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize("kind", ["odt", "doc", "rtf"])
def test_other_kinds_give_the_text_of_the_word_file(kind: str, tmp_path: Path) -> None:
    assert read(converted(whole_plan(), kind, tmp_path)).text == read_docx(whole_plan()).text


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize("kind", ["odt", "doc", "rtf"])
def test_a_date_field_shows_the_day_on_which_it_was_saved(kind: str, tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>10/5</w:delText></w:r></w:del>"
    data = word(
        para("KẾ HOẠCH"),
        para(
            "Ngày ",
            field(' DATE \\@ "dd/MM/yyyy" ', "05/03/2024"),
            ", hạn ",
            deleted,
            "<w:ins>" + run("20/6") + "</w:ins>",
            run("ẩn", "<w:vanish/>"),
        ),
    )
    path = converted(data, kind, tmp_path)
    _set_back(path)
    assert read(path).text == "KẾ HOẠCH\n\nNgày 05/03/2024, hạn 20/6\n"


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize("kind", ["odt", "doc", "rtf"])
def test_a_reference_whose_target_was_deleted_shows_what_was_saved(kind: str, tmp_path: Path) -> None:
    goal = '<w:bookmarkStart w:id="1" w:name="Muc1"/>' + run("mục II.3") + '<w:bookmarkEnd w:id="1"/>'
    body = [para(goal), para("Theo ", field(" REF Muc1 \\h ", "mục II.3"), "."), para(field(" NUMPAGES ", "1"))]
    path = converted(word(*body), kind, tmp_path)
    _point_elsewhere(path)
    assert read(path).text.startswith("mục II.3\n\nTheo mục II.3.\n")


def _point_elsewhere(path: Path) -> None:
    """Let references ask for a bookmark that isn't there, as after its deletion in Word."""
    if path.suffix == ".odt":
        with zipfile.ZipFile(path) as archive:
            parts = {entry: archive.read(entry) for entry in archive.infolist()}
        with zipfile.ZipFile(path, "w") as archive:
            for entry, content in parts.items():
                archive.writestr(entry, content.replace(b'ref-name="Muc1"', b'ref-name="Muc2"'))
        return
    data = path.read_bytes()
    for code in ("utf-16-le", "latin-1"):
        data = data.replace("REF Muc1".encode(code), "REF Muc2".encode(code))
    path.write_bytes(data)


def _set_back(path: Path) -> None:
    """Write the saved date where LibreOffice, which made the file, has put the day of the test."""
    day = re.compile(rb"\d{2}/\d{2}/20(?:2[5-9]|[3-9]\d)")
    if path.suffix != ".odt":
        data = path.read_bytes()
        wide = re.compile(rb"(?:\d\0){2}/\0(?:\d\0){2}/\x002\x000\0(?:\d\0){2}")
        path.write_bytes(wide.sub("05/03/2024".encode("utf-16-le"), day.sub(b"05/03/2024", data)))
        return
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.infolist()}
    with zipfile.ZipFile(path, "w") as archive:
        for entry, content in parts.items():
            archive.writestr(entry, _ISO.sub(b"2024-03-05", day.sub(b"05/03/2024", content)))


def test_a_missing_program_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(Unreadable, match=r"apt-get install .*libreoffice-writer") as error:
        office.read(b"{\\rtf1 abc}", tmp_path, ".rtf")
    assert error.value.fault is Fault.NO_TOOL


@pytest.mark.parametrize(
    ("data", "kind", "fault"),
    [
        (b"{\\rtf1{\\object\\objupdate}}", ".rtf", Fault.UNSAFE),
        (b'{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT "/etc/hostname"}}}', ".rtf", Fault.UNSAFE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"), ".doc", Fault.MISLABELLED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument_VBA_PROJECT".encode("utf-16-le"), ".doc", Fault.MACROS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), ".doc", Fault.ENCRYPTED),
    ],
)
def test_what_must_not_be_opened_is_refused_before(data: bytes, kind: str, fault: Fault) -> None:
    with pytest.raises(UnreadableFile) as error:
        read_data(Path(f"a{kind}"), data)
    assert error.value.fault is fault
