"""The library as its callers use it: put in, ask, replace, repair; and what happens when things go wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from knowledge import upkeep
from knowledge.errors import DataLocked, DataMissing, DataUnwritable, KnowledgeError, UnknownUnit
from knowledge.index import generations
from knowledge.index.embedder import BundledE5
from knowledge.ingestion import Workshop
from knowledge.intake import IngestStatus
from knowledge.library import Library
from knowledge.model import Status, StoredPlan
from knowledge.settings import Settings
from tests.knowledge.invented import plan_text

ROOT = Path(__file__).parent.parent.parent

QUESTION = "Khi nào các thôn nộp báo cáo 6 tháng?"
TODAY = date(2026, 4, 1)


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every passage text that the bundled model is asked to embed."""
    texts: list[str] = []
    original = BundledE5.embed_documents

    def spy(self: BundledE5, batch: list[str]) -> list[list[float]]:
        texts.extend(batch)
        return original(self, batch)

    monkeypatch.setattr(BundledE5, "embed_documents", spy)
    return texts


def write(folder: Path, deadline: str = "10", name: str = "xa-an-hoa-2026.txt") -> Path:
    path = folder / name
    path.write_text(plan_text(deadline), encoding="utf-8")
    return path


# ---------------------------------------------------------------------------------------------------------- putting in


def test_a_file_goes_in_and_answers(small: Settings) -> None:
    with Library.open(small) as library:
        answer = library.ask(QUESTION, today=TODAY)
        source = library.plans()[0].plan.source_text
    assert answer.status is Status.ANSWERED
    assert "10/6" in answer.text or "10 tháng 6" in answer.text
    assert [source[c.start : c.end] for c in answer.citations] == [c.quote for c in answer.citations] != []


def test_the_same_file_twice_changes_nothing(small: Settings, tmp_path: Path, embedded: list[str]) -> None:
    with Library.open(small) as library:
        before = sorted(p.name for p in (small.data_dir / "index").iterdir())
        reports = library.add_plans([write(tmp_path)])
        assert [r.status for r in reports] == [IngestStatus.UNCHANGED]
        assert reports[0].passages > 3
    assert sorted(p.name for p in (small.data_dir / "index").iterdir()) == before
    assert embedded == []


def test_a_changed_file_replaces_its_plan_also_for_a_library_that_is_open(small: Settings, tmp_path: Path) -> None:
    with Library.open(small) as reader, Library.open(small) as writer:
        assert "10" in reader.ask(QUESTION, today=TODAY).text
        reports = writer.add_plans([write(tmp_path, "25")])
        assert [r.status for r in reports] == [IngestStatus.REPLACED]
        text = reader.ask(QUESTION, today=TODAY).text
        assert "25/6" in text or "25 tháng 6" in text
        assert "10/6" not in text
    assert len(list((small.data_dir / "index").iterdir())) == 1


def test_plans_that_are_only_looked_up_are_read_once_until_they_change(
    small: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change of the program each reading is seconds."""
    read, real = list[Workshop](), upkeep.stored_plans

    def counted(shop: Workshop) -> dict[str, StoredPlan]:
        read.append(shop)
        return real(shop)

    monkeypatch.setattr(upkeep, "stored_plans", counted)
    with Library.open(small, browse=True) as looking, Library.open(small) as writing:
        (plan_id,) = [stored.plan_id for stored in looking.plans()]
        before = looking.plan(plan_id)
        assert looking.plans()[0] is before
        assert len(read) == 1
        assert writing.add_plans([write(tmp_path, "20", f"{plan_id}.txt")])[0].status is IngestStatus.REPLACED
        assert looking.plan(plan_id) != before
        assert len(read) == 2


def test_within_a_steady_block_everything_is_of_one_generation(small: Settings, tmp_path: Path) -> None:
    with Library.open(small, create=True) as writer, Library.open(small) as reader:
        with reader.steady():
            before = reader.generation
            with reader.steady():
                writer.add_plans([write(tmp_path, "25", "xa-an-hoa-2027.txt")])
            assert reader.generation == before
            assert reader.plan("xa-an-hoa-2027") is None
        assert reader.generation != before
        assert reader.plan("xa-an-hoa-2027") is not None


def test_only_changed_passages_are_embedded_again(small: Settings, tmp_path: Path, embedded: list[str]) -> None:
    with Library.open(small) as library:
        library.add_plans([write(tmp_path, "25")])
    assert len(set(embedded)) == 3  # the passage, the sentence in it, and that under its headings
    assert "25 tháng 6" in embedded[0]


def test_a_bad_file_does_not_keep_the_good_ones_out(small: Settings, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with Library.open(small) as library:
        good = write(tmp_path, "11", "xa-binh-an-2026.txt")
        reports = library.add_plans([empty, good, tmp_path / "nowhere.txt"])
        assert [r.status for r in reports] == [IngestStatus.FAILED, IngestStatus.ADDED, IngestStatus.FAILED]
        assert all(r.error and str(r.path) in r.error for r in reports if r.status is IngestStatus.FAILED)
        assert [p.plan_id for p in library.plans()] == ["xa-an-hoa-2026", "xa-binh-an-2026"]


def test_two_files_of_one_name_are_refused(small: Settings, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    paths = [write(tmp_path, "11", "moi.txt"), write(tmp_path / "other", "12", "moi.txt")]
    with Library.open(small) as library:
        reports = library.add_plans(paths)
    assert [r.status for r in reports] == [IngestStatus.ADDED, IngestStatus.FAILED]
    assert "same name" in (reports[1].error or "")


def test_progress_is_reported_to_the_end(small: Settings, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    with Library.open(small) as library:
        library.add_plans([write(tmp_path, "26")], lambda *step: seen.append(step))
    assert [step for step in seen if step[1] == step[2]] == [("read", 1, 1), ("embed", 3, 3), ("index", 1, 1)]


def test_a_plan_can_be_taken_out(small: Settings, tmp_path: Path) -> None:
    with Library.open(small) as library:
        library.add_plans([write(tmp_path, "11", "xa-binh-an-2026.txt")])
        assert library.remove_plan("xa-an-hoa-2026")
        assert not library.remove_plan("xa-an-hoa-2026")
        assert [p.plan_id for p in library.plans()] == ["xa-binh-an-2026"]
        assert library.passage("xa-an-hoa-2026#0") is None
    with Library.open(small) as library:
        assert [p.plan_id for p in library.plans()] == ["xa-binh-an-2026"]


# -------------------------------------------------------------------------------------------------------- repairing


def _sole(folder: Path) -> Path:
    (found,) = (folder / "index").iterdir()
    return found


def _halve(path: Path) -> None:
    for file in path.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _scramble(path: Path) -> None:
    for file in path.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\xde\xad" * 2000)


def _empty(path: Path) -> None:
    for file in path.rglob("*"):
        if file.is_file():
            file.write_bytes(b"")


@pytest.mark.parametrize("part", ["dense", "lexical", "."])
@pytest.mark.parametrize("damage", [shutil.rmtree, _halve, _scramble, _empty])
def test_a_damaged_index_costs_a_rebuild_and_no_answer(
    small: Settings, embedded: list[str], part: str, damage: Callable[[Path], object]
) -> None:
    with Library.open(small) as library:
        before = library.ask(QUESTION, today=TODAY)
    damage(_sole(small.data_dir) / part)
    heard: list[str] = []
    with Library.open(small, notify=heard.append) as library:
        assert library.ask(QUESTION, today=TODAY) == before
    assert embedded == []
    assert len(heard) == 1
    assert "missing or damaged" in heard[0]
    with Library.open(small, notify=heard.append):
        assert len(heard) == 1  # repaired for good


def test_damage_while_serving_does_not_touch_the_answers(small: Settings) -> None:
    with Library.open(small) as library:
        before = library.ask(QUESTION, today=TODAY)
        _scramble(small.data_dir / "index")
        shutil.rmtree(small.data_dir / "index")
        assert library.ask(QUESTION, today=TODAY) == before


def test_newer_parsing_rules_read_the_stored_texts_again(
    small: Settings, embedded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.ingestion._code_digest", lambda: "newer")
    heard: list[str] = []
    with Library.open(small, notify=heard.append) as library:
        assert library.ask(QUESTION, today=TODAY).status is Status.ANSWERED
    assert "newer rules" in heard[0]
    assert embedded == []  # the same passages


def test_other_chunk_settings_make_another_generation(small: Settings) -> None:
    before = _sole(small.data_dir).name
    with Library.open(small.model_copy(update={"passage_chars": 200})) as library:
        assert max(len(p.text.text) for s in library.plans() for p in s.passages) <= 200
    assert _sole(small.data_dir).name != before


@pytest.mark.slow  # PyTorch is loaded for seconds
def test_another_model_makes_a_generation_of_its_own_and_back(
    small: Settings, tiny_model: Path, embedded: list[str]
) -> None:
    heard: list[str] = []
    other = small.model_copy(update={"embedding_model": str(tiny_model)})
    with Library.open(other, notify=heard.append) as library:
        assert library.ask(QUESTION, today=TODAY).status is Status.ANSWERED
        assert library.search("báo cáo 6 tháng", 3)
    assert "embedded by e5-small-int8@" in heard[0]
    assert "EMBEDDING_MODEL is now model@" in heard[0]
    with Library.open(small) as library:
        assert library.ask(QUESTION, today=TODAY).status is Status.ANSWERED
    assert embedded == []  # the first model's vectors were kept


# ------------------------------------------------------------------------------------------------------ going wrong


def test_nothing_ingested_says_what_to_run(tmp_path: Path, small: Settings) -> None:
    with pytest.raises(DataMissing, match=r"python ingest\.py"):
        Library.open(small.model_copy(update={"data_dir": tmp_path / "none"}))
    assert not (tmp_path / "none").exists()


def test_a_file_in_place_of_the_index_is_repaired(small: Settings, embedded: list[str]) -> None:
    shutil.rmtree(small.data_dir / "index")
    (small.data_dir / "index").write_text("no folder")
    with Library.open(small) as library:
        assert library.ask(QUESTION, today=TODAY).status is Status.ANSWERED
    assert embedded == []


def test_a_replaced_catalog_is_noticed_by_an_open_library(small: Settings, tmp_path: Path) -> None:
    other = small.model_copy(update={"data_dir": tmp_path / "other"})
    with Library.open(other, create=True) as library:
        library.add_plans([write(tmp_path, name="xa-binh-an-2026.txt")])
    with Library.open(small) as library:
        shutil.rmtree(small.data_dir)
        assert library.ask(QUESTION, today=TODAY).status is Status.ANSWERED, "from memory"
        assert "ingest.py" in (library.trouble or "")
        shutil.copytree(other.data_dir, small.data_dir)
        assert [stored.plan_id for stored in library.plans()] == ["xa-binh-an-2026"]
        assert library.trouble is None
        shutil.rmtree(small.data_dir)
        library.add_plans([tmp_path / "xa-binh-an-2026.txt"])
        assert library.ask(QUESTION, today=TODAY).status is Status.ANSWERED


def test_a_catalog_cut_while_it_serves_is_answered_from_memory(small: Settings) -> None:
    catalog = small.data_dir / "catalog.sqlite3"
    with Library.open(small) as library:
        whole = catalog.read_bytes()
        os.truncate(catalog, 5000)
        for _ in range(3):
            assert library.ask(QUESTION, today=TODAY).status is Status.ANSWERED
        catalog.write_bytes(whole)


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bits_are_one_clear_message(small: Settings, seed: int) -> None:
    luck, catalog = Random(seed), small.data_dir / "catalog.sqlite3"
    data = bytearray(catalog.read_bytes())
    for _ in range(40):
        data[luck.randrange(100, len(data))] ^= 1 << luck.randrange(8)
    catalog.write_bytes(data)
    said = "answered"
    try:
        with Library.open(small) as library:
            library.ask(QUESTION, today=TODAY)
    except KnowledgeError as error:
        said = str(error)
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("create", [False, True])
def test_a_file_in_place_of_the_data_folder_is_said(small: Settings, tmp_path: Path, create: bool) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DataUnwritable, match="is a file, not a folder"):
        Library.open(small.model_copy(update={"data_dir": tmp_path / "file"}), create=create)


def test_an_empty_collection_says_what_to_run(small: Settings) -> None:
    with Library.open(small) as library:
        library.remove_plan("xa-an-hoa-2026")
        with pytest.raises(DataMissing):
            library.ask(QUESTION)


def test_a_second_writer_is_told_to_wait_and_readers_go_on(small: Settings, tmp_path: Path) -> None:
    with generations.writer_lock(small.data_dir), Library.open(small) as library:
        assert library.ask(QUESTION, today=TODAY).status is Status.ANSWERED
        with pytest.raises(DataLocked, match="wait until it has finished"):
            library.add_plans([write(tmp_path, "27")])


def test_a_repair_waits_for_the_writer_and_then_says_so(small: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.upkeep._PATIENCE", 0.2)
    shutil.rmtree(_sole(small.data_dir))
    with generations.writer_lock(small.data_dir), pytest.raises(DataLocked):
        Library.open(small)


# ----------------------------------------------------------------------------------------------------------- asking


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\t",
        "báo cáo \ud83d",
        "🎉🎉🎉",
        "\0",
        "\u200b\u200d",
        "?",
        "x" * 10_000,
        "báo cáo 6 tháng " * 700,
        "{}<b>&",
    ],
)
def test_any_text_gets_an_answer(library: Library, text: str) -> None:
    answer = library.ask(text)
    assert answer.text.strip()
    assert library.search(text, 3) is not None


def test_nul_zero_width_and_decomposed_text_ask_the_same(library: Library) -> None:
    usual = "Khi nào nộp báo cáo 6 tháng?"
    expected = library.ask(usual, today=TODAY).text
    decomposed = unicodedata.normalize("NFD", usual)
    for text in (decomposed, usual.replace(" ", " \u200b"), usual.replace("?", "\0?")):
        assert library.ask(text, today=TODAY).text == expected


def test_today_is_the_day_in_viet_nam(small: Settings) -> None:
    late = datetime(2026, 3, 31, 20, 0, tzinfo=timezone(timedelta(0)))
    with Library.open(small, clock=lambda: late) as library:
        assert library.today() == date(2026, 4, 1)


def test_passages_know_their_places_and_neighbours(library: Library) -> None:
    for stored in library.plans():
        for passage in stored.passages:
            span = passage.text.span(0, len(passage.text.text))
            found = library.passage_at(stored.plan_id, span.start)
            assert found is not None
            assert stored.plan.source_text[span.start : span.end].strip()
        first, last = stored.passages[0], stored.passages[-1]
        assert library.neighbours(first.id) == (None, stored.passages[1])
        assert library.neighbours(last.id) == (stored.passages[-2], None)
    assert library.passage_at("none", 0) is None
    assert library.neighbours("none#1") == (None, None)
    assert library.passage("none#1") is None
    assert library.plan("none") is None


def test_a_heading_leads_to_the_passage_below_it_and_the_end_to_the_last(library: Library) -> None:
    for stored in library.plans():
        found = library.passage_at(stored.plan_id, len(stored.plan.source_text) + 99)
        assert found == max(stored.passages, key=lambda passage: passage.text.span(0, len(passage.text.text)).start)
        headed = [s for s in stored.plan.walk() if s.heading.text and s.body.text and not s.children]
        for section in headed:
            at = section.heading.span(0, len(section.heading.text)).start
            below = library.passage_at(stored.plan_id, at)
            assert below is not None
            assert below.section.startswith(section.path) or section.heading.text in below.text.text


def test_units_are_found_by_id_and_by_name(library: Library) -> None:
    for unit in library.units():
        assert library.unit_id(unit.plan_id) == unit.plan_id
        assert library.unit_id(unit.name) == unit.plan_id
        assert unit.plan_id in library.find_units(unit.name)
    with pytest.raises(UnknownUnit, match="choose one of"):
        library.unit_id("Sao Hỏa")


def test_deadlines_of_one_unit_are_a_part_of_all(library: Library) -> None:
    every = library.deadlines()
    assert every == tuple(d for s in library.plans() for d in library.deadlines(s.plan_id))
    assert len(every) > 5


def test_many_threads_ask_while_plans_change(small: Settings, tmp_path: Path) -> None:
    wrong: list[object] = []
    done = threading.Event()

    def ask(library: Library) -> None:
        while not done.is_set():
            try:
                answer = library.ask(QUESTION, today=TODAY)
                if answer.status is not Status.ANSWERED or not library.search("báo cáo", 2):
                    wrong.append(answer.text)
            except Exception as error:
                wrong.append(error)

    with Library.open(small) as library:
        threads = [threading.Thread(target=ask, args=(library,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for day in ("11", "12", "13"):
            library.add_plans([write(tmp_path, day)])
        done.set()
        for thread in threads:
            thread.join(timeout=60)
        assert wrong == []
        assert "13" in library.ask(QUESTION, today=TODAY).text


def test_what_answers_loads_nothing_that_it_can_do_without(small: Settings) -> None:
    heavy = ("chromadb", "langsmith", "onnx", "torch", "transformers")
    code = (
        "import sys; from pathlib import Path; from knowledge.library import Library; "
        "from knowledge.settings import Settings\n"
        f"with Library.open(Settings(data_dir=Path({str(small.data_dir)!r}))) as library: library.ask({QUESTION!r})\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, cwd=ROOT)
    assert done.stdout.strip() == "[]", done.stderr
