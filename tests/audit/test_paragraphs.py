"""Paragraphs that came, went, moved, were split or joined, with a mark or without."""

from __future__ import annotations

import pytest

from amend.model.audit import Standing
from tests.audit.files import Audits, changes, lines
from tests.builders import (
    deleted,
    docx,
    ins,
    item,
    link,
    list_level,
    moved_from,
    moved_to,
    numbering,
    para,
    part,
    row,
    table,
)

RIVER = "We commit to keep the river free for all boats."
LAKE = "We will measure the level of the lake each morning."
PORT = "We invite the ports to share what the dredging costs."
SHORE = "We undertake to plant willows along the northern shore."
FOUR = (RIVER, LAKE, PORT, SHORE)


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ((RIVER, PORT, SHORE), ["repeal: silent"]),
        ((RIVER, LAKE, "We thank the ferrymen for all their patience.", PORT, SHORE),
         ["insertion: silent"]),
        ((LAKE, PORT, SHORE, RIVER), ["relocation: silent"]),
        ((RIVER, f"{LAKE} {PORT}", SHORE), ["join: silent"]),
        ((RIVER, "We will measure the level of the lake", "each morning.", PORT, SHORE),
         ["split: silent"]),
    ],
)  # fmt: skip
def test_what_happens_to_a_paragraph_without_a_mark_is_silent(
    audits: Audits, new: tuple[str, ...], found: list[str]
) -> None:
    audit = audits(FOUR, new)
    assert changes(audit) == found
    assert audit.is_silent
    assert not audit.declares


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ((RIVER, para(deleted(LAKE), mark="del"), PORT, SHORE), ["repeal: declared"]),
        ((RIVER, para(ins("We thank the ferrymen."), mark="ins"), LAKE, PORT, SHORE),
         ["insertion: declared"]),
        ((RIVER, LAKE, PORT, para(SHORE, mark="ins"), para(ins("We thank them."))),
         ["insertion: declared"]),
        ((para(moved_from(RIVER), mark="moveFrom"), LAKE, PORT, SHORE,
          para(moved_to(RIVER), mark="moveTo")),
         ["relocation: declared", "relocation: declared"]),
        ((RIVER, para(LAKE, " ", mark="del"), PORT, SHORE), ["join: declared"]),
        ((RIVER, para("We will measure the level of the lake ", mark="ins"), "each morning.",
          PORT, SHORE), ["split: declared"]),
    ],
)  # fmt: skip
def test_what_happens_to_a_paragraph_under_a_mark_is_declared(
    audits: Audits, new: tuple[str, ...], found: list[str]
) -> None:
    audit = audits(FOUR, new)
    assert changes(audit) == found
    assert not audit.is_silent
    assert audit.declares


def test_a_new_paragraph_that_stood_there_already_is_not_real(audits: Audits) -> None:
    audit = audits(FOUR, (RIVER, para(ins(LAKE), mark="ins"), PORT, SHORE))
    assert changes(audit) == ["insertion: not real"]
    assert not audit.is_silent


def test_a_deleted_paragraph_that_never_stood_there_is_not_real(audits: Audits) -> None:
    gone = para(deleted("We thank the ferrymen for all their patience."), mark="del")
    audit = audits(FOUR, (RIVER, gone, LAKE, PORT, SHORE))
    assert changes(audit) == ["repeal: not real"]
    assert not audit.is_silent


def test_a_word_changed_on_the_way_of_a_declared_move_is_silent(audits: Audits) -> None:
    there = RIVER.replace("all boats", "some boats")
    new = (para(moved_from(RIVER), mark="moveFrom"), LAKE, PORT, SHORE,
           para(moved_to(there), mark="moveTo"))  # fmt: skip
    audit = audits(FOUR, new)
    assert audit.is_silent
    silent = [each.text.strip() for each in audit.edits(Standing.SILENT)]
    assert silent == ["all", "some"]


def test_a_word_changed_on_the_way_makes_no_new_paragraph(audits: Audits) -> None:
    there = RIVER.replace("boats", "ships")
    new = (para(moved_from(RIVER), mark="moveFrom"), LAKE, PORT, SHORE,
           para(moved_to(there), mark="moveTo"))  # fmt: skip
    assert set(changes(audits((RIVER, LAKE, PORT, SHORE), new))) == {"relocation: declared"}


def test_a_move_that_arrives_nowhere_is_a_deletion(audits: Audits) -> None:
    audit = audits((RIVER, LAKE), (para(moved_from(RIVER), mark="moveFrom"), LAKE))
    assert changes(audit) == ["repeal: declared"]
    (author,) = audit.authors
    assert (author.moves, author.deletions) == (0, 1)


def test_paragraphs_that_look_alike_have_not_moved(audits: Audits) -> None:
    old = ("Yes", RIVER, "Yes", LAKE, "No", PORT)
    new = ("Yes", RIVER.replace("free", "open"), "Yes", "Yes", LAKE, "No", PORT)
    audit = audits(old, new)
    assert "relocation: silent" not in changes(audit)
    assert changes(audit) == ["insertion: silent"]


def test_one_copy_of_several_that_moves_is_found(audits: Audits) -> None:
    audit = audits((RIVER, "[Agreed]", LAKE, "[Agreed]", PORT, SHORE),
                   (RIVER, "[Agreed]", LAKE, PORT, "[Agreed]", SHORE))  # fmt: skip
    assert changes(audit) == ["relocation: silent"]


def test_answers_swapped_between_rows_are_told_in_their_rows(audits: Audits) -> None:
    def asked(*answers: str) -> str:
        return table(*(row(f"Measure {n} on water", each) for n, each in enumerate(answers)))

    audit = audits(
        (RIVER, asked("Yes", "No", "Yes", "Yes")), (RIVER, asked(*"Yes Yes No Yes".split()))
    )
    assert lines(audit) == ["{!-No}{!+Yes}", "{!-Yes}{!+No}"]


def test_a_typed_number_that_changes_is_silent(audits: Audits) -> None:
    audit = audits((f"1. {RIVER}", f"2. {LAKE}"), (f"1. {RIVER}", f"3. {LAKE}"))
    assert changes(audit) == ["renumbering: silent"]
    (paragraph,) = audit.silent
    assert (paragraph.was, paragraph.now) == ("2", "3")


@pytest.mark.parametrize(("old", "new"), [("2.", "[2.]"), ("[2.]", "2.")])
def test_brackets_round_a_number_are_no_typography(audits: Audits, old: str, new: str) -> None:
    audit = audits((f"1. {RIVER}", f"{old} {LAKE}"), (f"1. {RIVER}", f"{new} {LAKE}"))
    assert changes(audit) == ["renumbering: silent"]
    (paragraph,) = audit.silent
    assert {paragraph.was, paragraph.now} == {"2", "[2]"}


def test_a_number_that_a_plain_text_holds_is_compared(audits: Audits) -> None:
    old = f"1. {RIVER}\n\n2. {LAKE}"
    honest = docx(item(RIVER), item(LAKE), numbering=numbering())
    assert not audits(old, honest).is_silent
    shifted = docx(item(RIVER), item(LAKE), numbering=numbering(list_level(0, "%1.", start=5)))
    assert changes(audits(old, shifted)) == ["renumbering: silent", "renumbering: silent"]


def test_a_number_that_word_prints_follows_what_came_above_it(audits: Audits) -> None:
    old = docx(item(RIVER), item(LAKE), numbering=numbering())
    declared = docx(
        item(RIVER), item(ins(PORT), mark="ins"), item(LAKE), numbering=numbering()
    )  # fmt: skip
    assert changes(audits(old, declared)) == ["insertion: declared"]
    silent = docx(item(RIVER), item(PORT), item(LAKE), numbering=numbering())
    assert changes(audits(old, silent)) == ["insertion: silent", "renumbering: follows"]


def test_a_list_that_was_set_to_start_elsewhere_is_a_silent_number(audits: Audits) -> None:
    old = docx(item(RIVER), item(LAKE), numbering=numbering())
    new = docx(item(RIVER), item(LAKE), numbering=numbering(list_level(0, "%1.", start=5)))
    assert changes(audits(old, new)) == ["renumbering: silent", "renumbering: silent"]


def test_numbers_that_a_plain_text_was_saved_without_are_no_change(audits: Audits) -> None:
    new = docx(item(RIVER), item(LAKE), numbering=numbering())
    audit = audits(f"{RIVER}\n\n{LAKE}", new)
    assert not audit.is_silent


def _note(text: str) -> str:
    return f'<w:footnote w:id="1">{para(text)}</w:footnote>'


def _noted(note: str, cell: str, head: str) -> bytes:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rh"/></w:sectPr>'
    return docx(
        para(RIVER, reference), table(row(cell, "five metres")), section,
        footnotes=_note(note), parts={"word/header1.xml": part("hdr", para(head))},
        links=link("rh", "header", "header1.xml"),
    )  # fmt: skip


@pytest.mark.parametrize("place", [0, 1, 2])
def test_notes_cells_and_headers_are_audited_too(audits: Audits, place: int) -> None:
    words = ["Measured from the old bridge.", "Depth of the lake", "Draft of the fifth of May"]
    old = _noted(*words)
    words[place] = words[place].replace(" of", " off").replace("old", "new")
    audit = audits(old, _noted(*words))
    assert len(audit.silent) == 1
    assert not audits(old, old).is_silent


def test_notes_that_a_plain_text_cannot_hold_are_told_apart(audits: Audits) -> None:
    new = _noted("Measured from the old bridge.", "Depth of the lake", "Draft of May")
    audit = audits(f"{RIVER}\n\nDepth of the lake\n\nfive metres", new)
    assert not audit.is_silent
    unseen = [each.text for each in audit.edits(Standing.UNSEEN)]
    assert unseen == ["Measured from the old bridge.", "Draft of May"]


def test_the_page_last_printed_in_a_footer_is_no_change(audits: Audits) -> None:
    old = _noted("Measured.", "Depth", "Page 2 of 9")
    audit = audits(old, _noted("Measured.", "Depth", "Page 3 of 11"))
    assert lines(audit) == []


@pytest.mark.parametrize(("old", "new"), [("Draft 3", "Draft 4"), ("Rev.1", "Rev.2")])
def test_the_name_of_the_draft_in_a_header_is_no_page(audits: Audits, old: str, new: str) -> None:
    audit = audits(_noted("Measured.", "Depth", old), _noted("Measured.", "Depth", new))
    assert audit.is_silent


def test_a_title_that_stands_in_the_header_too_is_missed(audits: Audits) -> None:
    audit = audits(_noted("Measured.", "Draft text", "Draft text"),
                   _noted("Measured.", "", "Draft text"))  # fmt: skip
    assert changes(audit) == ["repeal: silent"]


def test_a_cell_of_a_row_declared_as_new_is_declared(audits: Audits) -> None:
    old = (RIVER, table(row("Lake", "five metres")), PORT)
    new = (
        RIVER,
        table(row("Lake", "five metres"), row(para(ins("Pond")), para(ins("two")), mark="ins")),
        PORT,
    )
    audit = audits(old, new)
    assert not audit.is_silent
    assert changes(audit) == ["insertion: declared", "insertion: declared"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (f"9. {RIVER}", (deleted("9. "), RIVER), f"{{-9. }}{RIVER}"),
        (f"9. {RIVER}", (deleted("9"), ins("10"), f". {RIVER}"), f"{{-9}}. {{+10}}{RIVER}"),
        (f"9. {RIVER}", ("9", ins("bis"), f". {RIVER}"), f"{{+bis}}{RIVER}"),
    ],
)
def test_a_mark_on_a_typed_number_is_declared_like_any_other(
    audits: Audits, old: str, new: tuple[str, ...], found: str
) -> None:
    audit = audits((old,), (para(*new),))
    assert lines(audit) == [found]
    assert not audit.is_silent
