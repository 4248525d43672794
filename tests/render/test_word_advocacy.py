"""What became of one proponent's language: a table in Word, to be sent as it is."""

from __future__ import annotations

import pytest

from amend.read import read_bytes
from amend.render.view import of_proponent
from amend.render.word_advocacy import render

from .pages import report
from .test_docx import part, words
from .word_rules import broken

NAME = "Delta Youth Forum"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def data() -> bytes:
    return render(of_proponent(report(), NAME), NAME)


def test_each_proposal_has_its_row_with_course_evidence_and_missing_words(data: bytes) -> None:
    table = list(part(data, "word/document.xml").iter(f"{_W}tbl"))[-1]
    head, *rows = [[words(cell) for cell in row.iter(f"{_W}tc")] for row in table.iter(f"{_W}tr")]
    assert head == ["Proposal", "Course", "Evidence in the text", "Missing"]
    cards = of_proponent(report(), NAME).cards
    assert len(rows) == len(cards)
    for row, card in zip(rows, cards, strict=True):
        assert card.where in row[0]
        assert card.asked in row[0]
        assert row[1].startswith(card.headline.capitalize())
        assert all(f"{each.revision}: {each.fate}" in row[1] for each in card.verdicts)
        assert all(each.reason in row[2] for each in card.verdicts)
        assert row[3] == (card.verdicts[-1].missing or "—")


def test_the_file_keeps_the_rules_and_claims_no_cause(data: bytes) -> None:
    assert broken(data) == []
    told = "".join(run.text for each in read_bytes(data, "x.docx").blocks for run in each.runs)
    assert "what the text of each revision shows" in told
    assert f"What became of the language of {NAME}" in told
    assert "because of" not in told
