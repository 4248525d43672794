"""Parts of a paragraph changed: what a typist would type, and what is told and not guessed."""

from __future__ import annotations

import pytest

from amend.labels import Label
from amend.match.apply import apply
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.model.source import Run, Source
from amend.notices import Code
from amend.text.parts import Part, PartKind

LINES = "The council meets. It reports.\na) it measures;\nb) it warns.\nA law sets the rest."
FLAT = "The council meets twice a year. It reports to all members. A law sets the rest of it."
LIST = "Its duties are: a. to measure; b. to warn; c. to report."
K, O, W = PartKind, Operation, Where  # noqa: E741


def revision(text: str, name: str = "Rev 1") -> Revision:
    paragraph = Paragraph("p1", Label.parse("9"), (Run(text),), Source("s.txt", 1))
    return Revision(name, (paragraph,))


def applied(
    text: str, operation: Operation, part: Part, words: str = "", *, cut: str = "",
    where: Where = W.OPEN, quoted: str = "",
) -> tuple[str, list[Code]]:  # fmt: skip
    proposal = Proposal(
        "q1", ("Delta",), operation, Source("s.txt", 1), "Rev 1", (Label.parse("9"),), ("p1",),
        words, cut, Anchor(where, quoted, parts=(part,)),
    )  # fmt: skip
    made = apply(revision(text), [proposal])
    assert made.paragraphs[0].before == text
    return made.paragraphs[0].after, [each.code for each in made.notices]


def line(count: int, *, is_new: bool = False) -> Part:
    return Part(K.SUBPARAGRAPH, count, count, is_new=is_new)


def sentence(count: int) -> Part:
    return Part(K.SENTENCE, count, count)


@pytest.mark.parametrize(
    ("text", "part", "after"),
    [
        (LINES, line(2), LINES.rpartition("\n")[0]),
        (LINES, line(1), "A law sets the rest."),
        (LINES, Part(K.POINT, name="a"), LINES.replace("\na) it measures;", "")),
        (FLAT, sentence(2), FLAT.replace(" It reports to all members.", "")),
        (FLAT, sentence(-1), FLAT.replace(" A law sets the rest of it.", "")),
    ],
)
def test_a_part_goes_with_the_space_that_parted_it(text: str, part: Part, after: str) -> None:
    assert applied(text, O.DELETE_PHRASE, part) == (after, [])


@pytest.mark.parametrize(
    ("text", "part", "words", "after"),
    [
        (LINES, line(2), "No law does", LINES.replace("A law sets the rest", "No law does")),
        (LINES, Part(K.POINT, name="b"), "it sleeps", LINES.replace("it warns", "it sleeps")),
        (LINES, Part(K.POINT, name="b"), "b) it sleeps.", LINES.replace("it warns", "it sleeps")),
        (FLAT, sentence(2), "It rests.", FLAT.replace("It reports to all members.", "It rests.")),
    ],
)
def test_a_part_is_replaced_and_keeps_its_signs(
    text: str, part: Part, words: str, after: str
) -> None:
    assert applied(text, O.REPLACE_PHRASE, part, words) == (after, [])


@pytest.mark.parametrize(
    ("text", "part", "where", "words", "after"),
    [
        (LINES, line(-1, is_new=True), W.OPEN, "We rest", f"{LINES}\nWe rest."),
        (LINES, line(2, is_new=True), W.OPEN, "We rest.",
         LINES.replace("\nA law", "\nWe rest.\nA law")),
        (LINES, line(3, is_new=True), W.OPEN, "We rest.", f"{LINES}\nWe rest."),
        (LINES, line(1), W.AFTER, "We rest.", LINES.replace("\nA law", "\nWe rest.\nA law")),
        (LINES, line(2), W.BEFORE, "We rest.", LINES.replace("\nA law", "\nWe rest.\nA law")),
        (FLAT, sentence(1), W.END, "in May", FLAT.replace("a year.", "a year in May.")),
        (FLAT, sentence(1), W.AFTER, "We rest.", FLAT.replace("year. It", "year. We rest. It")),
        (FLAT, sentence(2), W.BEGINNING, "Today,", FLAT.replace("It rep", "Today, It rep")),
        (LIST, Part(K.POINT, is_new=True), W.OPEN, "to rest;", LIST[:-1] + "; d. to rest."),
        (LIST, Part(K.POINT, name="d", is_new=True), W.OPEN, "d. to rest.",
         LIST[:-1] + "; d. to rest."),
        (LIST, Part(K.POINT, name="b", is_new=True), W.OPEN, "b. to rest;",
         LIST.replace("b. to warn", "b. to rest; b. to warn")),
        (FLAT, Part(K.TITLE, is_new=True), W.OPEN, "Council.", f"Council. {FLAT}"),
    ],
)  # fmt: skip
def test_words_are_put_where_a_typist_would(
    text: str, part: Part, where: Where, words: str, after: str
) -> None:
    assert applied(text, O.INSERT_PHRASE, part, words, where=where) == (after, [])


@pytest.mark.parametrize(
    "part", [line(2), Part(K.POINT, name="b"), sentence(9), Part(K.LINE, 2, 2)]
)
def test_a_part_that_is_not_set_apart_is_never_guessed(part: Part) -> None:
    assert applied(FLAT, O.DELETE_PHRASE, part) == (FLAT, [Code.SCOPE_UNCLEAR])


def test_the_third_sub_paragraph_of_three_sentences_in_one_line_is_the_third_and_is_told() -> None:
    after, codes = applied(FLAT, O.DELETE_PHRASE, line(3))
    assert (after, codes) == (FLAT.rpartition(" A law")[0], [Code.ANCHOR_APPROXIMATE])


def test_a_letter_that_skips_one_is_told() -> None:
    part = Part(K.POINT, name="f", is_new=True)
    assert applied(LIST, O.INSERT_PHRASE, part, "to rest;") == (LIST, [Code.SCOPE_UNCLEAR])


def test_a_list_that_is_not_there_gets_no_point() -> None:
    part = Part(K.POINT, is_new=True)
    assert applied(FLAT, O.INSERT_PHRASE, part, "x;") == (FLAT, [Code.SCOPE_UNCLEAR])


def test_a_part_not_set_apart_is_told_by_the_words_that_are_to_replace_it() -> None:
    after, codes = applied(FLAT, O.REPLACE_PHRASE, line(2), "It reports to all members, always.")
    assert after == FLAT.replace("members.", "members, always.")
    assert codes == [Code.ANCHOR_APPROXIMATE]


def test_a_further_sub_paragraph_of_a_text_in_one_line_stands_last_and_is_told() -> None:
    after, codes = applied(FLAT, O.INSERT_PHRASE, line(3, is_new=True), "We rest.")
    assert (after, codes) == (f"{FLAT}\nWe rest.", [Code.ANCHOR_APPROXIMATE])


class TestQuoted:
    """Words quoted from a part."""

    def test_words_are_looked_for_in_their_part_first(self) -> None:
        after, codes = applied(FLAT, O.DELETE_PHRASE, sentence(3), cut="of it")
        assert (after, codes) == (FLAT.replace(" of it", ""), [])

    def test_words_that_stand_in_another_part_only_are_taken_and_told(self) -> None:
        after, codes = applied(FLAT, O.REPLACE_PHRASE, sentence(1), "few", cut="all")
        assert (after, codes) == (FLAT.replace("all", "few"), [Code.ANCHOR_APPROXIMATE])

    def test_words_that_stand_once_need_no_part_to_be_seen(self) -> None:
        after, codes = applied(FLAT, O.REPLACE_PHRASE, line(2), "few", cut="all")
        assert (after, codes) == (FLAT.replace("all", "few"), [])

    def test_words_that_stand_twice_do(self) -> None:
        text = f"{FLAT} It reports again."
        found = applied(text, O.DELETE_PHRASE, line(2), cut="It reports")
        assert found == (text, [Code.SCOPE_UNCLEAR])

    def test_words_that_stand_nowhere_are_told(self) -> None:
        found = applied(FLAT, O.DELETE_PHRASE, sentence(1), cut="pipes and pumps of all kinds")
        assert found == (FLAT, [Code.ANCHOR_NOT_FOUND])


class TestNeighbours:
    """Words that stand in another revision only."""

    def change(self, cut: str, words: str = "") -> Proposal:
        operation = O.REPLACE_PHRASE if words else O.DELETE_PHRASE
        source, target = Source("s.txt", 1), (Label.parse("9"),)
        return Proposal("q1", ("Delta",), operation, source, "Rev 1", target, ("p1",), words, cut)

    def test_what_took_the_place_of_the_words_is_taken_and_told(self) -> None:
        old = revision(FLAT.replace("all members", "the states"), "Zero")
        asked = self.change("the states", "the cities")
        made = apply(revision(FLAT), [asked], neighbours=[old])
        assert made.paragraphs[0].after == FLAT.replace("all members", "the cities")
        assert [each.code for each in made.notices] == [Code.ANCHOR_APPROXIMATE]
        assert "Zero" in made.notices[0].text

    def test_where_nothing_took_their_place_nothing_is_changed(self) -> None:
        old = revision(FLAT.replace("year.", "year in the capital."), "Zero")
        made = apply(revision(FLAT), [self.change("in the capital")], neighbours=[old])
        assert made.paragraphs[0].after == FLAT
        assert [each.code for each in made.notices] == [Code.ANCHOR_NOT_FOUND]

    def test_words_that_stand_in_the_base_are_taken_there(self) -> None:
        old = revision("all members agree.", "Zero")
        made = apply(revision(FLAT), [self.change("all members", "some")], neighbours=[old])
        assert made.paragraphs[0].after == FLAT.replace("all members", "some")
        assert not made.notices
