"""Documents of other word processors (.doc, .odt, .rtf): LibreOffice makes a .docx of them, which our own walk reads.

Its text export would glue deleted words and note marks to numbers and keep hidden text, so it is never used. The
program is looked for when it is needed; it runs without macros and links, in a profile that goes away.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import time
import zipfile
from io import BytesIO
from pathlib import Path

from knowledge.errors import Fault
from knowledge.readers.archives import check_archive
from knowledge.readers.docx import read_checked
from knowledge.readers.docx.runs import worked_out
from knowledge.readers.reading import Reading, Unreadable
from knowledge.readers.worker import HARD_MEMORY

INSTALL = "apt-get install --no-install-recommends libreoffice-writer-nogui"
"""What to run where the program is missing."""
SECONDS = 150
"""Longest wait, on a machine with other work; what the program computes is limited besides."""
IDLE_SECONDS = 5
_CPU_SECONDS = 15
_ANEW = "open it, save it as .docx and give that file"
_FILTERS = {".doc": "MS Word 97", ".rtf": "Rich Text Format", ".odt": "writer8"}  # else any noise is opened as text
_DEEPEST = 300  # groups inside groups of an RTF; Word itself writes a dozen
_MACROS = f"it carries macros; {_ANEW}"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>"""
_SETTING = (
    '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
)
_SAFE = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),  # never
    ("Writer/Content/Update", "Field", "false"),
)
# A field of a .doc: 0x13, its code, 0x14, what it shows, 0x15; in one byte a character, or two.
_DOC_FIELD = re.compile(r"\x13([^\x13-\x15]{1,200})\x14([^\x13-\x15]{1,300})\x15")
_CONTROL = re.compile("[\0-\x1f]+")
_FILE_INFO = 512  # where the stream "WordDocument" nearly always begins
_IS_ENCRYPTED = 0x0100
_OTHERS = ("Workbook", "Book", "PowerPoint Document", "VisioDocument", "__properties_version1.0")
"""Streams of other programs' files of this kind."""


def read(data: bytes, folder: Path, kind: str) -> Reading:
    """Read a document of this kind. Raises Unreadable."""
    ready = _CHECKS[kind](data)
    made = _convert(ready, folder, kind)
    return read_checked(made, _shown(data) if kind == ".doc" else None)


def _program() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise Unreadable(f"reading it needs LibreOffice; {INSTALL}, or save the document as .docx", Fault.NO_TOOL)
    return found


def _convert(data: bytes, folder: Path, kind: str) -> bytes:
    program = _program()
    source, out, profile = folder / f"source{kind}", folder / "out", folder / "profile"
    source.write_bytes(data)
    (profile / "user").mkdir(parents=True)
    settings = "".join(_SETTING.format(*setting) for setting in _SAFE)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(settings), encoding="utf-8")
    command = [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", f"--infilter={_FILTERS[kind]}", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out),
        str(source),
    ]  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 - the program found on the path, with names of our own
        command, preexec_fn=_limit, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    )  # fmt: skip
    if not _ends(process):
        raise Unreadable(f"LibreOffice does not come to an end with it; {_ANEW}", Fault.TOO_HEAVY)
    made = out / "source.docx"
    if not made.is_file():
        raise Unreadable(f"LibreOffice can't open it: damaged, protected or not really {kind}; {_ANEW}", Fault.DAMAGED)
    return made.read_bytes()


def _ends(process: subprocess.Popen[bytes]) -> bool:
    """Wait for the program; False when it computes no more but doesn't end (it asks a question that nobody sees)."""
    began = moved = time.monotonic()
    worked = -1
    while process.poll() is None:
        time.sleep(0.05)
        now, work = time.monotonic(), _work()
        if work != worked:
            worked, moved = work, now
        if now - moved > IDLE_SECONDS or now - began > SECONDS:
            return False
    return True


def _work() -> int:
    """Return the ticks of computing that the processes of this group have used, this one left out."""
    group, own, ticks = os.getpgrp(), os.getpid(), 0
    for name in filter(str.isdigit, os.listdir("/proc")):  # noqa: PTH208
        try:
            fields = (
                Path("/proc", name, "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            )
        except OSError:
            continue
        if int(fields[2]) == group and int(name) != own:
            ticks += int(fields[11]) + int(fields[12])
    return ticks


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (HARD_MEMORY, HARD_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))


def _shown(data: bytes) -> dict[str, list[str]]:
    """Return what fields of a .doc show that LibreOffice works out anew: dates become the day of the conversion, a name
    of the file our own, and a reference whose target was deleted, which Word leaves as it was, an error in words."""
    shown: dict[str, list[str]] = {}
    for text in (data.decode("latin-1"), data.decode("utf-16-le", "replace"), data[1:].decode("utf-16-le", "replace")):
        for match in _DOC_FIELD.finditer(text):
            if key := worked_out(match[1]):
                shown.setdefault(key, []).append(_CONTROL.sub(" ", match[2]))
    return shown


# ----------------------------------------------------------------------------------- what a kind must hold


def _word(data: bytes) -> bytes:
    if _wide("EncryptedPackage") in data:
        raise Unreadable(f"it is protected by a password; take it off, {_ANEW}", Fault.ENCRYPTED)
    if _wide("WordDocument") not in data:
        if not any(_wide(name) in data for name in _OTHERS):  # the list of its parts mostly stands at its end
            raise Unreadable(f"cut off or damaged: it has no list of its parts; {_ANEW}", Fault.DAMAGED)
        raise Unreadable("it is a file of another Office program, not of Word; save it as .docx", Fault.MISLABELLED)
    flags = int.from_bytes(data[_FILE_INFO + 10 : _FILE_INFO + 12], "little")
    if data[_FILE_INFO : _FILE_INFO + 2] == b"\xec\xa5" and flags & _IS_ENCRYPTED:
        raise Unreadable(f"it is protected by a password; take it off, {_ANEW}", Fault.ENCRYPTED)
    if _wide("_VBA_PROJECT") in data:
        raise Unreadable(_MACROS, Fault.MACROS)
    return data


def _rtf(data: bytes) -> bytes:
    if re.search(rb"\\(?:objupdate|objautlink|\*\\template)|\bINCLUDE(?:TEXT|PICTURE)\b|\bDDE(?:AUTO)?\b", data):
        raise Unreadable(f"not opened, for it takes parts from other files; {_ANEW}", Fault.UNSAFE)
    depth = 0
    for brace in re.finditer(rb"(?<!\\)[{}]", data):
        depth += 1 if brace[0] == b"{" else -1
        if depth > _DEEPEST:
            raise Unreadable(f"damaged: its groups don't end; {_ANEW}", Fault.DAMAGED)
    return _RTF_FIELD.sub(rb"\1QUOTE", data)


_RTF_FIELD = re.compile(
    rb"(\\fldinst[\s{\\\w]{0,80}?[\s{])"
    rb"(?:(?:SAVE|PRINT)?DATE|TIME|IF|(?:PAGE|NOTE)?REF|FILENAME|TITLE|SUBJECT|KEYWORDS|COMMENTS)\b"
)


def _odt(data: bytes) -> bytes:
    names = check_archive(data, "OpenDocument", doctype=True)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if "content.xml" not in names or not archive.read("mimetype").startswith(
            b"application/vnd.oasis.opendocument.text"
        ):
            raise Unreadable(
                "it is no text document of OpenDocument; save the document as .odt or .docx", Fault.MISLABELLED
            )
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Unreadable(f"it is protected by a password; take it off, {_ANEW}", Fault.ENCRYPTED)
        if any(name.startswith(("Basic/", "Scripts/")) for name in names):
            raise Unreadable(_MACROS, Fault.MACROS)
        return _with_fixed_fields(archive)


def _with_fixed_fields(archive: zipfile.ZipFile) -> bytes:
    """Return the document with its fields for dates, references and properties as the text that they show."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename in {"content.xml", "styles.xml"}:
                if re.search(rb"<text:section-source|<text:dde-", content):
                    raise Unreadable(f"not opened, for it takes parts from other files; {_ANEW}", Fault.UNSAFE)
                content = _ODT_FIELD.sub(rb"<\1text:span\2>", content)
            copy.writestr(entry, content)
    return out.getvalue()


_ODT_FIELD = re.compile(
    rb"<(/?)text:(?:date|time|(?:creation|modification|print)-(?:date|time)|(?:bookmark|reference|note|sequence)-ref"
    rb"|file-name|title|subject|keywords|description|user-defined|initial-creator|creator|printed-by)(?:\s[^>]*?)?(/?)>"
)
_CHECKS = {".doc": _word, ".odt": _odt, ".rtf": _rtf}


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")
