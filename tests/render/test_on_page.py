"""Every report tells on which page a paragraph stands, and none does where files have no pages."""

from __future__ import annotations

import json as data
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from amend.model.comparison import Chain, Comparison
from amend.model.draft import Paragraph, Revision
from amend.model.source import Box, Source
from amend.render import Report, concordance_pages, contents
from amend.render.lists import proposals, shown
from amend.render.on_page import numbers, page_of, spot_of, submitted_on, through
from amend.render.screen import console
from amend.render.terminal import print_compare, print_paragraph
from amend.render.tongue import tongue
from amend.render.view import on_label, report_view
from tests.render.sample import CHAIN, COURSES, MADE, NOTICES, THRESHOLDS

FIRST, LATEST = CHAIN.revisions[0].name, CHAIN.revisions[-1].name
BOX = Box(72, 142, 523, 200)


def _paged(revision: Revision) -> Revision:
    """Give a revision three paragraphs to a page."""
    return replace(revision, paragraphs=tuple(
        replace(each, source=Source(f"{revision.name}.pdf", n + 1, 1 + n // 3, box=BOX))
        for n, each in enumerate(revision.paragraphs)
    ))  # fmt: skip


def _chain() -> Chain:
    """The sample, its first and latest revision read from files with pages."""
    paged = [e if e is CHAIN.revisions[1] else _paged(e) for e in CHAIN.revisions]
    known = {(r.name, e.id): e for r in paged for e in r.paragraphs}

    def moved(name: str, side: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        return tuple(known[name, each.id] for each in side)

    steps: list[Comparison] = []
    for place, step in enumerate(CHAIN.comparisons):
        old, new = paged[place : place + 2]
        redlines = tuple(
            replace(each, bead=replace(
                each.bead, old=moved(old.name, each.bead.old), new=moved(new.name, each.bead.new)
            ))
            for each in step.redlines
        )  # fmt: skip
        alignment = replace(
            step.alignment, old=old.name, new=new.name, beads=tuple(each.bead for each in redlines)
        )
        steps.append(replace(step, old=old, new=new, alignment=alignment, redlines=redlines))
    return replace(CHAIN, revisions=tuple(paged), comparisons=tuple(steps))


PAGED = _chain()
REPORT = Report("A text", MADE, PAGED, COURSES, FIRST, THRESHOLDS, NOTICES)
PLAIN = replace(REPORT, chain=CHAIN, courses=(), base=None)


def _html(report: Report) -> str:
    written = contents(report, ".html")
    return written if isinstance(written, str) else written.decode()


def _word(report: Report) -> str:
    written = contents(report, ".docx")
    assert isinstance(written, bytes)
    with ZipFile(BytesIO(written)) as file:
        return file.read("word/document.xml").decode()


def test_a_page_is_told_in_brief_and_what_has_none_says_nothing() -> None:
    assert page_of(Source("a.pdf", 4, 3)) == "p. 3"
    assert page_of(Source("a.pdf", 4, 3, last=5)) == "pp. 3–5"
    assert page_of(Source("a.md", 4)) == submitted_on(Source("a.md", 4)) == ""
    assert submitted_on(Source("a.pdf", 4, 2)) == "p. 2 of the submission"
    assert spot_of(Source("a.pdf", 4, 3, box=BOX)) == "5 cm from the top"
    assert spot_of(Source("a.odt", 4, 3)) == spot_of(Source("a.md", 4)) == ""
    assert through([("Rev 1", "p. 3"), ("Rev 2", ""), ("Rev 3", "p. 4")]) == (
        "Rev 1, p. 3 / Rev 3, p. 4"
    )
    assert through([("Rev 1", "")]) == ""


def test_pages_in_a_cell_are_numbers_where_they_can_be_sorted() -> None:
    assert numbers([Source("a", 1, 3), Source("a", 2, 3)]) == 3
    assert numbers([Source("a", 1, 3, last=4), Source("a", 2, 7)]) == "3–4, 7"
    assert numbers([Source("a", 1)]) is numbers([]) is None


@pytest.mark.parametrize(("language", "said"), [("fr", "p.\u202f3"), ("es", "pág.\u202f3")])
def test_a_page_is_said_in_the_language_of_the_report(language: str, said: str) -> None:
    assert tongue(language).say(page_of(Source("a.pdf", 1, 3))) == said


def test_each_revision_tells_its_own_page_in_its_own_cell() -> None:
    view = report_view(PAGED, title="A", made=MADE)
    row = view.rows[0]
    assert [[each.page for each in slot.passages] for slot in row.slots] == [
        ["p. 1"], [""], ["p. 1"],
    ]  # fmt: skip
    assert row.pages == f"{FIRST}, p. 1 / {LATEST}, p. 1"
    assert '<small title="5 cm from the top">p. 1</small>' in _html(REPORT)


def test_a_report_of_files_without_pages_names_none() -> None:
    assert not any(each.pages for each in report_view(CHAIN, title="A", made=MADE).rows)
    assert "<small" not in _html(PLAIN)
    assert "Page of the draft" not in _word(PLAIN)
    assert contents(PLAIN, ".md").count("p. ") == 0  # type: ignore[arg-type]
    head, _ = shown(*proposals(CHAIN, COURSES, ()))
    assert "page" not in head


def test_markdown_and_word_tell_pages() -> None:
    assert "**2** p. 1" in str(contents(REPORT, ".md"))
    assert ">p. 1 <" in _word(REPORT)


def test_a_card_tells_the_page_of_the_submission_and_a_quotation_that_of_the_draft() -> None:
    view = REPORT.view()
    assert {each.page for each in view.cards} == {"p. 1 of the submission", ""}
    places = {q.place for card in view.cards for v in card.verdicts for q in v.quotes}
    assert any(each.endswith(", p. 3") for each in places)


def test_the_screen_tells_pages_behind_what_stays_and_below_what_changed() -> None:
    view = report_view(PAGED, title="A", made=MADE)
    screen = console(width=80, plain=True)
    with screen.capture() as held:
        print_compare(view, screen)
    lines = held.get().splitlines()
    assert max(map(len, lines)) <= 80
    assert any(each.rstrip().endswith("p. 1") for each in lines)
    assert any(f"{FIRST}, p. 2 / {LATEST}, p. 2" in each for each in lines)
    with screen.capture() as held:
        print_paragraph(on_label(view, "2"), screen)
    assert "p. 1" in held.get()


def test_data_tell_pages_and_boxes_under_their_own_names() -> None:
    check = data.loads(str(contents(REPORT, ".json")))
    proofs = [p for e in check["proposals"] for r in e["course"]["rulings"] for p in r["evidence"]]
    assert {each["page"] for each in proofs} >= {None, 2}
    compare = data.loads(str(contents(replace(PLAIN, chain=PAGED), ".json")))
    place = compare["revisions"][0]["paragraphs"][4]["source"]
    assert place == {"page": 2, "last_page": 2, "box": [72, 142, 523, 200], "block": 5}


def test_tables_have_columns_of_pages() -> None:
    rows = str(contents(REPORT, ".csv")).splitlines()
    assert rows[0].endswith("Read in,Page in draft,Page found on,Page in submission")
    assert rows[1].endswith(",1,,1") or rows[1].endswith(",1,1,1")
    sheet = concordance_pages.view(REPORT).sheets[0]
    assert sheet.head[-1] == "Page"
    assert sheet.rows[0][-1] == f"{FIRST}, p. 1 / {LATEST}, p. 1"
    assert "Page" not in concordance_pages.view(PLAIN).sheets[0].head
