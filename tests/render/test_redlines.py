"""Redlines fall apart into the paragraphs they belong to, and lose no word on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amend.diff import edits as edits_between
from amend.labels import Label
from amend.model.alignment import Bead
from amend.model.comparison import Edit, Op, Redline
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Place, Proposal, Where
from amend.model.ruling import Fate, Measure
from amend.model.source import Run, Source
from amend.render.redlines import segments, shown
from amend.render.shapes import Segment
from amend.render.wording import OPERATIONS, TONES, label_of, opening, percent, taken, where
from amend.text.told import listed


def paragraph(text: str, count: int = 1, *, printed: str = "", label: str = "") -> Paragraph:
    found = Label.parse(label) if label else None
    return Paragraph(f"p{count}", found, (Run(text),), Source("a", count), printed=printed or None)


def redline(new: tuple[str, ...], *edits: Edit) -> Redline:
    bead = Bead((paragraph("x"),), tuple(paragraph(text, n) for n, text in enumerate(new)), 0.5)
    return Redline(bead, edits)


def test_edits_that_cross_paragraphs_are_cut_at_the_joint() -> None:
    found = segments(redline(("a b", "c\nd"), Edit(Op.KEEP, "a "), Edit(Op.INSERT, "b\nc\nd")))
    assert found == [
        (Segment(Op.KEEP, "a "), Segment(Op.INSERT, "b")),
        (Segment(Op.INSERT, "c\nd"),),
    ]


def test_empty_paragraphs_take_their_place() -> None:
    found = segments(redline(("", "", "a"), Edit(Op.KEEP, "\n\na")))
    assert found == [(), (), (Segment(Op.KEEP, "a"),)]


def test_a_deleted_joint_shows_as_a_pilcrow() -> None:
    found = segments(redline(("a",), Edit(Op.KEEP, "a"), Edit(Op.DELETE, "b\nc")))
    assert found == [(Segment(Op.KEEP, "a"), Segment(Op.DELETE, "b ¶ c"))]


@pytest.mark.parametrize(
    ("now", "was", "marked"),
    [
        ("a “b” c ", 'a "b" c ', [("“b”", '"b"')]),
        ("a b, c", "a  b c", [("b,", "b")]),
        ("a b c", "a  b\nc", []),
        ("a b – c d", "a b c d", [("–", "")]),
        ("a 2 °C d", "a 2°C d", [("2 °C", "2°C")]),
        ("Sea", "sea", [("Sea", "sea")]),
    ],
)
def test_only_the_words_printed_otherwise_are_variants(
    now: str, was: str, marked: list[tuple[str, str]]
) -> None:
    found = segments(redline((now,), Edit(Op.KEEP, now, was)))[0]
    assert "".join(each.text for each in found) == now
    assert [(each.parts[1], each.was) for each in found if each.was is not None] == marked


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("By 2030, as appropriate.", "By 2030.", "By 2030[-, as appropriate-]."),
        ("It is free.", "It is free, in all cases.", "It is free{+, in all cases+}."),
        ("By 2030, as due; we go.", "By 2030. We go.", "By 2030[-, as due;-]{+.+} We go."),
        ("By 2030 we act.", "By 2030, where due, we act.", "By 2030{+, where due,+} we act."),
        ("We go now; the crew rests.", "We go, the whole crew rests.",
         "We go[- now;-]{+,+} the {+whole +}crew rests."),
        ("We act and rest, as ever.", "We rest as ever.", "We [-act and -]rest[-,-] as ever."),
        ("We act on wells, now.", "We act on “wells” now.", "We act on “wells” now."),
    ],
)  # fmt: skip
def test_a_sign_that_went_beside_a_change_is_seen_to_go(old: str, new: str, told: str) -> None:
    bead = Bead((paragraph(old),), (paragraph(new),), 0.5)
    found = segments(Redline(bead, edits_between(old, new)))[0]
    assert "".join(each.text for each in found if each.op is not Op.DELETE) == new
    marks = {Op.KEEP: "{}", Op.INSERT: "{{+{}+}}", Op.DELETE: "[-{}-]"}
    assert "".join(marks[each.op].format(each.text) for each in found) == told


@pytest.mark.parametrize(
    ("text", "sight"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b[0m", "\u241b[0m"),
        ("\x7f\x85", "\u2421\ufffd"),
        ("\u202eab", "\ufffdab"),
        ("نص", "نص"),
    ],
)
def test_signs_that_could_deceive_are_made_visible(text: str, sight: str) -> None:
    assert shown(text) == sight
    assert len(shown(text)) == len(text)


@pytest.mark.parametrize(
    ("printed", "label", "told"),
    [
        ("9.", "9", "9"),
        ("9 bis.", "9bis", "9bis"),
        ("Article 2bis.", "Art2bis", "Article 2bis"),
        ("OP 12 alt.", "OP12alt", "OP12alt"),
        ("", "Art2bis", "Art2bis"),
        ("•", "", "•"),
        ("", "", ""),
    ],
)
def test_a_label_is_shown_as_its_readers_know_it(printed: str, label: str, told: str) -> None:
    assert label_of(paragraph("x", printed=printed, label=label)) == told


def test_every_operation_and_every_fate_has_its_words() -> None:
    assert set(OPERATIONS) == set(Operation)
    assert set(TONES) == set(Fate)


def test_a_new_paragraph_is_asked_for_under_its_own_number() -> None:
    source, label = Source("a.docx", 1), Label.parse("9pre")
    asked = Proposal("a.1", ("A",), Operation.INSERT_NEW_PARAGRAPH, source, "Rev 1", (label,))
    assert where(asked) == "as 9pre"
    beside = replace(asked, place=Place(Where.BEFORE, Label.parse("9")))
    assert where(beside) == "as 9pre, before 9 of Rev 1"
    unnumbered = replace(beside, target=(Label.parse("new<9"),))
    assert where(unnumbered) == "before 9 of Rev 1"


def test_only_the_whole_is_a_hundred_per_cent() -> None:
    assert [percent(share) for share in (1.0, 0.999, 0.5, 0.0)] == ["100 %", "99 %", "50 %", "0 %"]
    assert taken(Measure(1, 1)) == "1 of 1 new word taken, 100 %"


def test_lists_read_as_sentences_do() -> None:
    assert [listed(each) for each in ((), "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert opening("one two three", 2) == "one two …"


@pytest.mark.parametrize(
    ("target", "place", "told"),
    [
        (("9ter",), None, "on 9ter of Zero draft"),
        ((), Place(Where.BEFORE, Label.parse("9")), "before 9 of Zero draft"),
        (
            ("9bis",),
            Place(Where.BETWEEN, Label.parse("9"), Label.parse("10")),
            "on 9bis, between 9 and 10 of Zero draft",
        ),
        ((), None, "no paragraph named"),
    ],
)
def test_a_proposal_says_where_it_is(
    target: tuple[str, ...], place: Place | None, told: str
) -> None:
    labels = tuple(Label.parse(each) for each in target)
    source = Source("a.docx", 1)
    asked = Proposal("a.1", ("A",), Operation.RETAIN, source, "Zero draft", labels, place=place)
    assert where(asked) == told
