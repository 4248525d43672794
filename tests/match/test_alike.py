"""Which proposals ask for the same, or nearly the same, of the same paragraphs."""

from __future__ import annotations

from dataclasses import replace

import amend
from amend.match.alike import alike
from amend.model.proposal import Operation, Proposal
from amend.model.source import Source

TEXT = "with due regard to the keepers of every lock and to all who travel by night"
ONE = Proposal(
    "one", ("Delta",), Operation.INSERT_PHRASE, Source("", 1), "Rev 1", (), ("p1",), TEXT
)


def like(other: Proposal) -> dict[str, tuple[str, ...]]:
    return dict(alike((ONE, other)))


def test_the_same_words_on_the_same_paragraph_are_alike() -> None:
    other = replace(ONE, id="two", by=("Gamma",), text=f"{TEXT.upper()},")
    assert like(other) == {"one": ("two",), "two": ("one",)}


def test_one_word_of_many_makes_no_other_proposal() -> None:
    assert like(replace(ONE, id="two", text=TEXT.replace("every", "each"))) != {}


def test_half_of_the_words_does() -> None:
    assert like(replace(ONE, id="two", text=TEXT[: len(TEXT) // 2])) == {}


def test_another_paragraph_operation_base_or_cut_is_another_proposal() -> None:
    assert like(replace(ONE, id="two", paragraphs=("p2",))) == {}
    assert like(replace(ONE, id="two", base="Rev 2")) == {}
    assert like(replace(ONE, id="two", operation=Operation.REPLACE_PHRASE)) == {}
    assert like(replace(ONE, id="two", cut="night watch")) == {}


def test_a_crowd_on_one_paragraph_is_told_by_the_very_same_words() -> None:
    crowd = [replace(ONE, id=f"q{n}", text=f"{TEXT} {n}") for n in range(150)]
    assert alike([*crowd, replace(crowd[0], id="again")]) == {"q0": ("again",), "again": ("q0",)}


def test_a_course_names_them() -> None:
    base = amend.read_text("1. We mend the locks.", name="Rev 1")
    later = amend.read_text("1. We mend the locks with care.", name="Rev 2")
    asked = (
        amend.proposed(base, "1", "We mend the locks with care.", by="Delta"),
        amend.proposed(base, "1", "We mend the locks with care.", by="Gamma"),
    )
    courses = amend.judge(asked, (base, later))
    assert [each.alike_with for each in courses] == [(asked[1].id,), (asked[0].id,)]
