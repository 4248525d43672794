"""Texts that stand where they stood in the row of words, and elsewhere on the page."""

from __future__ import annotations

import pytest

from tests.audit.files import Audits, changes, lines
from tests.builders import docx, para, row, table

RIVER = "We commit to keep the river free for all boats."
LAKE = "We will measure the level of the lake each morning."
PORT = "We invite the ports to share what the dredging costs."


def _crosses(*rows: tuple[str, str, str]) -> tuple[str, str]:
    return RIVER, table(row("Measure", "Osmere", "Veldane"), *(row(*each) for each in rows))


DAMS, CANALS, WELLS = ("Dams", "x", ""), ("Canals", "", "x"), ("Wells", "x", "")


def test_a_cross_in_the_column_of_another_has_moved(audits: Audits) -> None:
    audit = audits(_crosses(DAMS, CANALS, WELLS), _crosses(("Dams", "", "x"), CANALS, WELLS))
    assert changes(audit) == ["relocation: silent"]


def test_a_new_column_moves_no_cell(audits: Audits) -> None:
    rows = [(name, "", *rest) for name, *rest in (DAMS, CANALS, WELLS)]
    new = table(row("Measure", "Since", "Osmere", "Veldane"), *(row(*each) for each in rows))
    assert changes(audits(_crosses(DAMS, CANALS, WELLS), (RIVER, new))) == ["insertion: silent"]


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ((("Dams", "ten"), ("Canals", "forty"), ("Wells", "two")), ["{!-six}{!+forty}"]),
        (
            (("Dams", "six"), ("Canals", "ten"), ("Wells", "two")),
            ["{!-ten}{!+six}", "{!-six}{!+ten}"],
        ),
        ((("Dams", "ten"), ("Wells", "two")), ["{!-Canals}", "{!-six}"]),
        ((("Canals", "six"), ("Dams", "ten"), ("Wells", "two")), []),
    ],
)
def test_what_a_cell_holds_now_stands_beside_what_it_held(
    audits: Audits, new: tuple[tuple[str, str], ...], found: list[str]
) -> None:
    old = (("Dams", "ten"), ("Canals", "six"), ("Wells", "two"))
    one, other = (table(*(row(*each) for each in rows)) for rows in (old, new))
    audit = audits((RIVER, one), (RIVER, other))
    assert lines(audit) == found
    assert audit.is_silent
    assert ("relocation: silent" in changes(audit)) == (not found)


def _noted(place: int, *texts: str) -> bytes:
    sign = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = [para(each, sign) if n == place else para(each) for n, each in enumerate(texts)]
    return docx(*body, footnotes=f'<w:footnote w:id="1">{para("Osmere reserves.")}</w:footnote>')


def test_a_note_that_hangs_on_another_paragraph_has_moved(audits: Audits) -> None:
    audit = audits(_noted(0, RIVER, LAKE, PORT), _noted(2, RIVER, LAKE, PORT))
    assert changes(audit) == ["relocation: silent"]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_note_stays_with_its_paragraph_whatever_comes_above(audits: Audits, place: int) -> None:
    more = "We thank the ferrymen for all their patience."
    audit = audits(_noted(place, RIVER, LAKE, PORT), _noted(place + 1, more, RIVER, LAKE, PORT))
    assert changes(audit) == ["insertion: silent"]
