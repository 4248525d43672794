"""References inside a draft that only follow the renumbering of what they name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import amend
from amend.model.alignment import Change
from amend.model.comparison import Comparison, Op

PARIS = Path(__file__).parents[2] / ".." / "shared" / "data" / "paris"

OLD = """11. We recall the Charter and its purposes.
12. We commit to protect all children on the move.
13. As set out in paragraph 12, States will report every year on children.
14. We decide, in line with paragraphs 12 and 13, to meet again next year.
15. See paragraph 12 (a) and paragraph 11 for the reporting of all the States.
"""
NEW = """11. We recall the Charter and its purposes.
12. We welcome the new youth forum held in spring by all delegations.
13. We commit to protect all children on the move.
14. As set out in paragraph 13, States will report every year on children.
15. We decide, in line with paragraphs 13 and 14, to meet again next year.
16. See paragraph 13 (a) and paragraph 12 for the reporting of all the States.
"""


def comparison(old: str, new: str) -> Comparison:
    return amend.compare(amend.read_text(old, name="A"), amend.read_text(new, name="B"))


def changes(made: Comparison) -> dict[str, set[Change]]:
    """The changes of each bead, by the label of its new side."""
    return {str(each.bead.new[0].label): set(each.bead.changes) for each in made.redlines}


def variants(made: Comparison) -> list[tuple[str, str | None]]:
    edits = (edit for each in made.redlines for edit in each.edits)
    return [(edit.text, edit.was) for edit in edits if edit.op is Op.KEEP and edit.was]


def test_a_reference_that_follows_is_no_change_of_words() -> None:
    made = comparison(OLD, NEW)
    assert changes(made)["14"] == changes(made)["15"] == {Change.RENUMBERING}
    assert variants(made)[:2] == [
        ("paragraph 13", "paragraph 12"),
        ("paragraphs 13 and 14", "paragraphs 12 and 13"),
    ]


def test_a_reference_that_names_another_paragraph_now_is_a_change() -> None:
    made = comparison(OLD, NEW)
    assert Change.SUBSTITUTION in changes(made)["16"]
    (last,) = (each for each in made.redlines if str(each.bead.new[0].label) == "16")
    assert [edit.text for edit in last.edits if edit.op is Op.DELETE] == ["11 "]
    assert ("paragraph 13 (a)", "paragraph 12 (a)") in variants(made)


def test_the_alignment_and_the_redlines_agree() -> None:
    made = comparison(OLD, NEW)
    assert tuple(each.bead for each in made.redlines) == made.alignment.beads


def test_foreign_numbers_follow_nothing() -> None:
    old = OLD.replace("paragraph 12,", "paragraph 12 of the Convention,")
    new = NEW.replace("paragraph 13,", "paragraph 13 of the Convention,")
    assert Change.SUBSTITUTION in changes(comparison(old, new))["14"]


def test_lifted_brackets_are_still_shown() -> None:
    made = comparison(OLD.replace("paragraph 12,", "paragraph [12],"), NEW)
    (line,) = (each for each in made.redlines if str(each.bead.new[0].label) == "14")
    assert any(edit.op is not Op.KEEP for edit in line.edits)


def test_a_plain_number_is_looked_for_in_its_own_article() -> None:
    old = """Article 3
1. Each Party shall plan the care of its forests and rivers.
2. The plans of paragraph 1 are public and kept by the secretariat.
Article 4
1. Reports on money are made every year by the treasurer.
2. The board reads the reports in paragraph 1 and answers in writing.
"""
    new = """Article 3
1. A new forum of cities meets in spring with the elders.
2. Each Party shall plan the care of its forests and rivers.
3. The plans of paragraph 2 are public and kept by the secretariat.
Article 4
1. Reports on money are made every year by the treasurer.
2. The board reads the reports in paragraph 2 and answers in writing.
"""
    made = comparison(old, new)
    told = {each.bead.new[0].text[:9]: each.bead.changes for each in made.redlines}
    assert Change.SUBSTITUTION not in told["The plans"]
    assert Change.SUBSTITUTION in told["The board"]


@given(st.text(alphabet="paragh 123()abis,.and\U00010300", max_size=40))
def test_both_texts_can_be_rebuilt(words: str) -> None:
    old, new = f"{OLD}16. See {words} 12 ok", f"{NEW}17. See {words} 13 ok"
    for each in comparison(old, new).redlines:
        was = "".join(
            edit.text if edit.was is None else edit.was
            for edit in each.edits
            if edit.op is not Op.INSERT
        )
        now = "".join(edit.text for edit in each.edits if edit.op is not Op.DELETE)
        assert was == "\n".join(paragraph.text for paragraph in each.bead.old)
        assert now == "\n".join(paragraph.text for paragraph in each.bead.new)


@pytest.mark.parametrize("text", [OLD, NEW, ""])
def test_a_revision_compared_with_itself_follows_nothing(text: str) -> None:
    assert variants(comparison(text, text)) == []


@pytest.mark.skipif(not PARIS.exists(), reason="the shared documents are not beside the project")
def test_the_last_renumbering_of_a_real_draft_is_followed() -> None:
    made = amend.compare(amend.read(PARIS / "9-dec-2015.md"), amend.read(PARIS / "12-dec-2015.md"))
    told = {(was, text) for text, was in variants(made) if was and was[-1:].isdigit()}
    assert ("Article 10", "Article 14") in told
    assert ("Articles 3, 4, 6, 7, 8 and 9", "Articles 4, 7, 9, 10, 11 and 13") in told
