"""What a briefing tells: everything that must be kept, nothing that its notes don't hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.answering.present import digits
from knowledge.briefing import Briefing, Kind, Line, Request, bullets, caution, compose
from knowledge.briefing.gate import check, check_line
from knowledge.errors import BriefingError, CitationError
from knowledge.facts.aims import is_aim
from knowledge.library import Library
from knowledge.model import Facts, StoredPlan
from knowledge.text import fold, folded_words
from tests.knowledge.answering.collection import stored as read_whole
from tests.knowledge.briefing.conftest import TODAY

Plans = tuple[StoredPlan, ...]


def _words(text: str) -> str:
    return " ".join(folded_words(text))


def _told(briefing: Briefing, kind: Kind) -> str:
    lines = [line for block in briefing.every_block() if block.kind is kind for line in block.every_line()]
    return _words(" ".join(line.full for line in lines))


def test_every_duty_list_and_target_is_told(of_each: dict[str, Briefing], stored_plans: Plans) -> None:
    for stored in stored_plans:
        briefing = of_each[stored.plan_id]
        for duty in stored.facts.deadlines:
            assert _words(duty.what[:150]) in _told(briefing, Kind.DEADLINES)
        for duty in (each for each in stored.facts.deadlines if each.day and each.month):
            date = _words(f"{duty.day}/{duty.month}")
            assert date in _told(briefing, Kind.DEADLINES)
        for found in stored.facts.no_lists:
            assert all(_words(item.text) in _told(briefing, Kind.LIST) for item in found.items)
        for target in stored.facts.targets:
            told = _told(briefing, Kind.TARGETS if is_aim(stored.plan, target) else Kind.FIGURES)
            assert _words(target.counts[:150]) in told
            assert _words(target.value) in told


def test_a_duty_of_several_rounds_is_told_for_each(of_each: dict[str, Briefing], stored_plans: Plans) -> None:
    for stored in stored_plans:
        block = next((b for b in of_each[stored.plan_id].every_block() if b.kind is Kind.DEADLINES), None)
        rounds = {(duty.what, duty.recurrence, duty.period, duty.stated) for duty in stored.facts.deadlines}
        assert len(block.rows if block else ()) == len(rounds)


def test_every_line_has_a_note_or_says_that_the_document_is_silent(of_all: Briefing) -> None:
    silent = {"không có trong bản này", "–"}
    heads = {row[0].text for row in of_all.comparison.rows} if of_all.comparison else set()
    for line in of_all.every_line():
        assert line.note or line.text in silent | heads


def test_a_changed_number_does_not_pass_the_gate(of_all: Briefing, stored_plans: Plans) -> None:
    plans = {stored.plan_id: stored for stored in stored_plans}
    tried = 0
    for line in of_all.every_line():
        if line.note and set(digits(line.text)) - set(line.derived):
            with pytest.raises(CitationError):
                check_line(replace(line, text=f"{line.text} 9876"), plans)
            tried += 1
    assert tried > 20


def test_a_quote_that_is_moved_or_invented_does_not_pass(of_all: Briefing, stored_plans: Plans) -> None:
    plans = {stored.plan_id: stored for stored in stored_plans}
    line = next(line for line in of_all.every_line() if line.note)
    assert line.note
    cited = line.note.citations[0]
    moved = replace(line.note, citations=(replace(cited, start=cited.start + 1, end=cited.end + 1),))
    with pytest.raises(CitationError):
        check_line(replace(line, note=moved), plans)
    with pytest.raises(CitationError):
        check_line(Line("Kế hoạch nêu “không ai được nghỉ phép”", line.note), plans)


def test_the_whole_of_each_briefing_passes_the_gate(of_each: dict[str, Briefing], stored_plans: Plans) -> None:
    plans = {stored.plan_id: stored for stored in stored_plans}
    for briefing in of_each.values():
        check(briefing, plans)


def test_what_the_title_lacks_is_said_to_be_absent(of_each: dict[str, Briefing], stored_plans: Plans) -> None:
    for stored in stored_plans:
        title = next(b for b in of_each[stored.plan_id].every_block() if b.kind is Kind.TITLE)
        told = {line.label: line for line in title.lines}
        assert (told["Số, ký hiệu"].text == "không có trong bản này") is (stored.plan.header.number is None)
        assert (told["Ngày ban hành"].text == "không có trong bản này") is (stored.plan.header.date is None)
        period = stored.plan.header.period
        assert period
        assert period.end
        ended = f"đã hết kỳ (đến {period.end:%d/%m/%Y})"
        told_period = told["Kỳ của văn bản" if period.of_title else "Thời gian áp dụng"].text
        assert ended in told_period
        assert TODAY.strftime("%d/%m/%Y") not in told_period, "it was over long before"
        assert caution(of_each[stored.plan_id]).startswith(f"Kế hoạch {ended}: ")


def test_of_several_plans_those_that_are_over_are_named(library: Library, of_all: Briefing) -> None:
    told = caution(of_all)
    assert told.startswith(f"{len(of_all.parts)} kế hoạch đã hết kỳ: ")
    assert all(part.name in told for part in of_all.parts)
    periods = (stored.plan.header.period for stored in library.plans())
    running = library.brief(Request(), min(period.end for period in periods if period and period.end))
    over = [part.name for part in running.parts if part.caution]
    assert len(over) < len(running.parts)
    assert caution(running) == (f"{len(over)} kế hoạch đã hết kỳ: {', '.join(over)}." if over else "")


def test_fewer_minutes_tell_fewer_tasks_and_say_so_but_every_duty(library: Library) -> None:
    plan_id = max(library.plans(), key=lambda stored: len(stored.facts.responsibilities)).plan_id
    short, long = (library.brief(Request((plan_id,), None, minutes), TODAY) for minutes in (15, 45))

    def lines(briefing: Briefing, kind: Kind) -> list[Line]:
        return [line for b in briefing.every_block() if b.kind is kind for line in b.every_line()]

    assert len(lines(short, Kind.TASKS)) < len(lines(long, Kind.TASKS))
    assert len(lines(short, Kind.DEADLINES)) == len(lines(long, Kind.DEADLINES))
    tasks = next(b for b in short.every_block() if b.kind is Kind.TASKS)
    assert tasks.rest is not None
    assert tasks.rest.startswith("Còn ")
    assert len(short.quiz) < len(long.quiz)


def test_a_topic_comes_first_and_limits_the_tasks(library: Library) -> None:
    plan_id = max(library.plans(), key=lambda stored: len(stored.facts.responsibilities)).plan_id
    whole = library.brief(Request((plan_id,), None, 45), TODAY)
    topic = library.brief(Request((plan_id,), "tôn giáo", 45), TODAY)
    kinds = [block.kind for block in topic.parts[0].blocks]
    assert kinds[:2] == [Kind.TITLE, Kind.TOPIC]
    assert "ton giao" in _told(topic, Kind.TOPIC)
    assert 0 < len(_told(topic, Kind.TASKS)) < len(_told(whole, Kind.TASKS))
    assert _told(topic, Kind.TARGETS) == _told(whole, Kind.TARGETS)


@pytest.mark.parametrize("topic", ["tôn giáo", "cải cách hành chính"])
def test_on_a_topic_the_bullets_are_about_it(library: Library, topic: str) -> None:
    told = 0
    for stored in library.plans():
        shown = bullets(library.brief(Request((stored.plan_id,), topic, 15), TODAY))
        assert all(_names(line, topic) for line in shown)
        told += len(shown)
    assert told


def _names(line: Line, topic: str) -> bool:
    quotes = " ".join(citation.quote for citation in line.note.citations) if line.note else ""
    said = fold(f"{line.text} {quotes}")
    return sum(word in said for word in fold(topic).split()) >= 2


def test_the_chat_gets_at_most_eight_bullets_each_with_its_words(
    of_all: Briefing, of_each: dict[str, Briefing]
) -> None:
    for briefing in (of_all, *of_each.values()):
        shown = bullets(briefing)
        assert 4 <= len(shown) <= 8
        assert all(line.note for line in shown)
    assert {part.name for part in of_all.parts} == {line.label.split(",")[0] for line in bullets(of_all)}


def test_the_quiz_is_about_the_plans_chosen_and_its_key_is_their_words(of_each: dict[str, Briefing]) -> None:
    for plan_id, briefing in of_each.items():
        for quizzed in briefing.quiz:
            assert {cited.plan_id for cited in quizzed.note.citations} == {plan_id}
            assert len(set(quizzed.options)) == len(quizzed.options)


def test_a_comparison_needs_two_plans_and_leaves_out_what_none_says(
    of_all: Briefing, of_each: dict[str, Briefing]
) -> None:
    assert all(briefing.comparison is None for briefing in of_each.values())
    assert of_all.comparison
    assert len(of_all.comparison.heads) == 6
    assert all(any(line.note for line in row) for row in of_all.comparison.rows)
    assert "Báo cáo tháng" not in [row[0].text for row in of_all.comparison.rows]


@pytest.mark.parametrize("wrong", [Request(("no-such-plan",)), Request((), None, 2), Request((), None, 1000)])
def test_a_wrong_request_is_told(library: Library, wrong: Request) -> None:
    with pytest.raises(BriefingError):
        library.brief(wrong, TODAY)


def test_nothing_is_asked_twice_in_a_discussion(of_each: dict[str, Briefing]) -> None:
    for briefing in of_each.values():
        texts = [line.text for line in briefing.talk.lines] if briefing.talk else []
        assert len(texts) == len(set(texts)) > 0


def test_the_advice_stands_beside_the_duty_and_not_in_the_date(of_each: dict[str, Briefing]) -> None:
    rows = [row for each in of_each.values() for block in each.every_block() if block.kind is Kind.DEADLINES
            for row in block.rows]  # fmt: skip
    assert any("nên gửi chậm nhất" in what.text for _, what, *_ in rows)
    assert not any("nên gửi chậm nhất" in when.text for when, *_ in rows)


def test_a_paper_is_called_what_it_is(stored_plans: Plans) -> None:
    def called(*kinds: str | None) -> str:
        plans = {}
        for served, kind in zip(stored_plans, kinds, strict=False):
            whole = read_whole(served.plan_id, served.plan.source_text)
            header = replace(whole.plan.header, doc_type=kind)
            plans[whole.plan_id] = replace(whole, plan=replace(whole.plan, header=header))
        return compose(Request(), plans, {}, [], TODAY).title

    assert called("HƯỚNG DẪN") == "TÀI LIỆU GIỚI THIỆU HƯỚNG DẪN"
    assert called("KẾ HOẠCH", "KẾ HOẠCH") == "TÀI LIỆU GIỚI THIỆU CÁC KẾ HOẠCH"
    assert called("KẾ HOẠCH", "THÔNG BÁO") == "TÀI LIỆU GIỚI THIỆU CÁC VĂN BẢN"
    assert called(None) == "TÀI LIỆU GIỚI THIỆU VĂN BẢN"


def test_a_paper_of_which_nothing_was_read_says_so(stored_plans: Plans) -> None:
    """A page of header fields alone would read as if the paper asked for nothing."""
    whole = read_whole(stored_plans[0].plan_id, stored_plans[0].plan.source_text)
    empty = replace(whole, plan=replace(whole.plan, sections=()), facts=Facts())
    (part,) = compose(Request((whole.plan_id,)), {whole.plan_id: empty}, {}, [], TODAY).parts
    (title,) = part.blocks
    assert title.rest
    assert "đọc toàn văn" in title.rest


def test_a_bullet_names_who_has_a_task_or_a_duty(of_each: dict[str, Briefing]) -> None:
    for briefing in of_each.values():
        groups = [group for block in briefing.every_block() for group in block.groups]
        named = {group.name.text: {line.text for line in group.lines} for group in groups}
        shown = bullets(briefing, 99)
        for line in shown:
            whose = [name for name, told in named.items() if any(text.startswith(line.text[:40]) for text in told)]
            assert not whose or any(name.startswith(line.label.rstrip("…")) for name in whose)
        for row in (row for block in briefing.every_block() if block.kind is Kind.DEADLINES for row in block.rows):
            if row[2].note:
                assert any(line.text.startswith(row[2].text) for line in shown)


def test_rounds_of_a_duty_without_days_are_one_bullet(of_each: dict[str, Briefing]) -> None:
    several = [line for briefing in of_each.values() for line in bullets(briefing, 99) if "; định kỳ" in line.label]
    assert several
    for line in several:
        assert line.label.endswith(" (không nêu ngày)")
        assert line.label.count("không nêu ngày") == 1
    for briefing in of_each.values():
        told = [(line.label, line.text) for line in bullets(briefing, 99)]
        assert len(told) == len(set(told))
