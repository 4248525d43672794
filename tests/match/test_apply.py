"""The base as it would read: what a typist would type, and the base untouched beneath."""

from __future__ import annotations

import pytest

from amend.labels import Label
from amend.match.apply import apply, ask
from amend.model.draft import Revision
from amend.model.proposal import Anchor, Operation, Place, Proposal, Where
from amend.model.source import Source
from amend.notices import Code
from amend.parse.draft import parse
from amend.read.txt import read_text

NINE = "We commit to ensure access to water, energy and food, for all."
TEN = "We agree, in principle (yearly), to meet; to eat; and to sleep."
BASE = parse(
    read_text(
        f"8. We note the tides.\n9. {NINE}\n(a) by day;\n(i) at noon;\n(b) by night.\n10. {TEN}"
    ),
    "Rev 1",
)
O, W = Operation, Where  # noqa: E741


def proposal(
    operation: Operation,
    target: str = "",
    text: str = "",
    *,
    cut: str = "",
    anchor: Anchor | None = None,
    place: Place | None = None,
    whole: str | None = None,
    name: str = "q1",
    base: Revision = BASE,
) -> Proposal:
    labels = tuple(map(Label.parse, target.split()))
    paragraphs = tuple(each.id for label in labels for each in base.labelled(label))
    return Proposal(
        name, (f"By {name}",), operation, Source("s.txt", 1), base.name, labels, paragraphs,
        text, cut, anchor, place, whole, date="2026-01-02",
    )  # fmt: skip


def reads(*proposals: Proposal, label: str = "9", base: Revision = BASE) -> str:
    revision = apply(base, proposals)
    assert [each.before for each in revision.paragraphs if each.mark_inserted is None] == [
        each.text for each in base.paragraphs
    ]
    return revision.labelled(Label.parse(label))[0].after


def order(*proposals: Proposal, base: Revision = BASE) -> list[str]:
    return [str(each.label or "new") for each in apply(base, proposals).paragraphs]


def codes(*proposals: Proposal) -> list[Code]:
    return [notice.code for notice in apply(BASE, proposals).notices]


class TestDoubts:
    """What is done, or left, with a notice."""

    def test_words_that_stand_there_already_are_not_put_in_again(self) -> None:
        again = proposal(O.INSERT_PHRASE, "9", "energy and food", anchor=Anchor(W.AFTER, "water"))
        assert reads(again) == NINE
        assert codes(again) == [Code.ALREADY_THERE]

    def test_a_pair_that_does_not_stand_side_by_side_is_told(self) -> None:
        apart = proposal(O.INSERT_PHRASE, "9", "x", anchor=Anchor(W.BETWEEN, "access", "energy"))
        assert codes(apart) == [Code.ANCHOR_APPROXIMATE]


class TestInsertions:
    """Words put in, with the spaces and signs around them."""

    @pytest.mark.parametrize(
        ("anchor", "words", "found"),
        [
            (Anchor(W.AFTER, "access to"), "safe", "access to safe water,"),
            (Anchor(W.BEFORE, "access"), " safe ", "ensure safe access"),
            (Anchor(W.BEFORE, "ACCESS"), "safe", "ensure safe access"),
            (Anchor(W.AFTER, "water"), ", clean air", "water, clean air, energy"),
            (Anchor(W.AFTER, "water,"), "clean air,", "water, clean air, energy"),
            (Anchor(W.AFTER, "water"), "clean air,", "water, clean air, energy"),
            (Anchor(W.END), "at once", ", for all at once."),
            (Anchor(W.END), "at once.", ", for all at once."),
            (Anchor(W.OPEN), "at once", ", for all at once."),
            (Anchor(W.END), "We thank the pilots.", ", for all. We thank the pilots."),
            (Anchor(W.BEGINNING), "Today,", "Today, We commit"),
            (Anchor(W.BETWEEN, "commit", "to ensure"), "now", "commit now to ensure"),
            (Anchor(W.BETWEEN, "to", "water"), "safe", "access to safe water"),
            (Anchor(W.AFTER, "food"), "(if fresh)", "food (if fresh), for all"),
        ],
    )
    def test_words_stand_where_a_typist_would_put_them(
        self, anchor: Anchor, words: str, found: str
    ) -> None:
        assert found in reads(proposal(O.INSERT_PHRASE, "9", words, anchor=anchor))

    @pytest.mark.parametrize(
        ("anchor", "words", "found"),
        [
            (Anchor(W.AFTER, "meet"), "; to drink", "to meet; to drink; to eat"),
            (Anchor(W.AFTER, "meet"), "to drink;", "to meet; to drink; to eat"),
            (Anchor(W.BEFORE, "yearly"), "twice", "(twice yearly)"),
            (Anchor(W.AFTER, "yearly"), "at least", "(yearly at least)"),
        ],
    )
    def test_parentheses_and_semicolons_keep_their_spaces(
        self, anchor: Anchor, words: str, found: str
    ) -> None:
        assert found in reads(proposal(O.INSERT_PHRASE, "10", words, anchor=anchor), label="10")

    def test_a_paragraph_without_words_takes_them_bare(self) -> None:
        base = parse(read_text("9."), "Rev 1")
        asked = proposal(O.INSERT_PHRASE, "9", "We agree.", base=base)
        assert reads(asked, base=base) == "We agree."


class TestDeletions:
    """Words taken out, with what parted them."""

    @pytest.mark.parametrize(
        ("cut", "label", "found"),
        [
            ("for all", "9", "energy and food."),
            (", for all", "9", "energy and food."),
            ("for all.", "9", "energy and food."),
            ("We commit to", "9", "ensure access"),
            ("energy and", "9", "water, food,"),
            (", in principle", "10", "We agree (yearly), to meet"),
            ("yearly", "10", "in principle, to meet"),
            ("to eat;", "10", "to meet; and to sleep."),
            ("and to sleep", "10", "to meet; to eat."),
        ],
    )
    def test_the_comma_or_space_that_parted_them_goes_too(
        self, cut: str, label: str, found: str
    ) -> None:
        assert found in reads(proposal(O.DELETE_PHRASE, label, cut=cut), label=label)

    @pytest.mark.parametrize(
        ("cut", "words", "found"),
        [
            ("commit", "undertake", "We undertake to"),
            ("water", "wells,", "to wells, energy"),
            ("for all", "for everyone.", "food, for everyone."),
            ("access", " use ", "ensure use to"),
        ],
    )
    def test_words_in_exchange_stand_in_their_place(self, cut: str, words: str, found: str) -> None:
        assert found in reads(proposal(O.REPLACE_PHRASE, "9", words, cut=cut))

    def test_a_list_keeps_one_comma(self) -> None:
        base = parse(read_text("9. We need oars, sails, ropes."), "Rev 1")
        asked = proposal(O.DELETE_PHRASE, "9", cut="sails", base=base)
        assert reads(asked, base=base) == "We need oars, ropes."


class TestWholeParagraphs:
    """Paragraphs replaced, taken out and given as they should read."""

    @pytest.mark.parametrize("operation", [O.REPLACE_PARAGRAPH, O.PROPOSE_ALTERNATIVE])
    def test_a_replacement_reads_as_asked(self, operation: Operation) -> None:
        words = "We commit to ensure safe access to water, for all."
        assert reads(proposal(operation, "9", words)) == words

    def test_only_the_words_that_differ_are_marked(self) -> None:
        asked = proposal(O.REPLACE_PARAGRAPH, "9", NINE.replace("access", "safe access"))
        paragraph = apply(BASE, [asked]).labelled(Label.parse("9"))[0]
        assert [change.text for change in paragraph.changes] == ["safe "]
        assert (paragraph.changes[0].author, paragraph.changes[0].date) == ("By q1", "2026-01-02")

    def test_the_paragraph_as_it_should_read_outranks_the_phrase(self) -> None:
        whole = NINE.replace("water", "clean water")
        assert reads(proposal(O.INSERT_PHRASE, "9", "clean", whole=whole)) == whole

    def test_a_deleted_paragraph_reads_as_nothing(self) -> None:
        assert reads(proposal(O.DELETE_PARAGRAPH, "9")) == ""

    def test_a_paragraph_to_come_is_all_new(self) -> None:
        asked = ask(proposal(O.INSERT_NEW_PARAGRAPH, "9bis", "We rest."), None)
        assert (asked.before, asked.after) == ("", "We rest.")

    @pytest.mark.parametrize("operation", [O.SUPPORT, O.RETAIN, O.WITHDRAW, O.REQUEST_WITHOUT_TEXT])
    def test_what_asks_for_no_words_changes_none(self, operation: Operation) -> None:
        assert apply(BASE, [proposal(operation, "9", "x")]) == BASE


class TestAnchors:
    """Places that are not quite as quoted."""

    def test_a_missing_anchor_is_told_and_its_words_still_count(self) -> None:
        asked = proposal(
            O.INSERT_PHRASE, "9", "safe", anchor=Anchor(W.AFTER, "nowhere to be found")
        )
        assert codes(asked) == [Code.ANCHOR_NOT_FOUND]
        assert reads(asked) == NINE
        tried = ask(asked, BASE.labelled(Label.parse("9"))[0])
        assert tried.after == f"{NINE} safe"
        assert "nowhere to be found" in tried.problem

    def test_words_to_cut_that_are_not_there_cut_nothing(self) -> None:
        asked = proposal(O.DELETE_PHRASE, "9", cut="pipes and pumps of all kinds")
        assert codes(asked) == [Code.ANCHOR_NOT_FOUND]
        assert ask(asked, BASE.labelled(Label.parse("9"))[0]).after == NINE

    def test_of_a_repeated_anchor_the_first_is_taken_and_told(self) -> None:
        asked = proposal(O.INSERT_PHRASE, "9", "now", anchor=Anchor(W.AFTER, "to"))
        assert codes(asked) == [Code.ANCHOR_REPEATED]
        assert "commit to now ensure" in reads(asked)

    def test_an_approximate_anchor_is_told_and_breaks_no_word(self) -> None:
        asked = proposal(
            O.INSERT_PHRASE, "9", "now", anchor=Anchor(W.AFTER, "acess to watr energy")
        )
        assert codes(asked) == [Code.ANCHOR_APPROXIMATE]
        assert set(reads(asked).split()) == {*NINE.split(), "now"}

    def test_a_target_that_is_not_in_the_base_is_told(self) -> None:
        assert codes(proposal(O.INSERT_PHRASE, "77", "x")) == [Code.TARGET_UNRESOLVED]


class TestSeveral:
    """More than one proposal on a paragraph."""

    def test_insertions_at_one_place_follow_each_other(self) -> None:
        both = [
            proposal(O.INSERT_PHRASE, "9", words, anchor=Anchor(W.BEFORE, "access"), name=words)
            for words in ("safe", "open")
        ]
        assert "ensure safe open access" in reads(*both)
        assert not codes(*both)

    @pytest.mark.parametrize("order", [1, -1])
    def test_of_two_that_change_words_apart_neither_collides_in_either_order(
        self, order: int
    ) -> None:
        both = [
            proposal(O.DELETE_PHRASE, "9", cut="access", name="q1"),
            proposal(O.DELETE_PHRASE, "9", cut="energy", name="q2"),
        ][::order]
        assert not codes(*both)

    def test_of_two_that_change_the_same_words_both_are_kept_side_by_side(self) -> None:
        first = proposal(O.REPLACE_PHRASE, "9", "wells", cut="water", name="q1")
        second = proposal(O.REPLACE_PHRASE, "9", "use of it", cut="access to water", name="q2")
        assert "ensure use of it wells, energy" in reads(first, second)
        (notice,) = apply(BASE, [first, second]).notices
        assert notice.code is Code.PROPOSALS_COLLIDE
        assert notice.text == "q2 and q1 change the same words; both are kept."

    def test_who_asks_for_the_very_same_change_joins_it(self) -> None:
        both = [proposal(O.REPLACE_PHRASE, "9", "wells", cut="water", name=f"q{n}") for n in (1, 2)]
        assert "access to wells, energy" in reads(*both)
        assert not codes(*both)
        runs = apply(BASE, both).labelled(Label.parse("9"))[0].runs
        assert [run.inserted.author for run in runs if run.inserted] == ["By q1; By q2"]

    def test_words_for_a_deleted_paragraph_collide_with_its_end(self) -> None:
        gone = proposal(O.DELETE_PARAGRAPH, "9", name="q1")
        more = proposal(O.INSERT_PHRASE, "9", "safe", anchor=Anchor(W.BEFORE, "access"), name="q2")
        assert codes(gone, more) == [Code.PROPOSALS_COLLIDE] == codes(more, gone)
        assert reads(gone, more).strip() == "safe" == reads(more, gone).strip()


class TestNewParagraphs:
    """Paragraphs put where their label or their words put them."""

    @pytest.mark.parametrize(
        ("label", "before"),
        [
            ("1", "8"), ("9pre", "9"), ("9(a)bis", "9(b)"), ("9(c)", "10"), ("9alt", "10"),
            ("9bis", "10"), ("OP9bis", "10"), ("12", ""),
        ],
    )  # fmt: skip
    def test_a_label_finds_its_place_in_the_order_of_labels(self, label: str, before: str) -> None:
        asked = proposal(O.INSERT_NEW_PARAGRAPH, label, "We rest.")
        found = [*order(asked), ""]
        assert found[found.index(label) + 1] == before
        assert not codes(asked)

    @pytest.mark.parametrize(
        ("place", "before"),
        [
            (Place(W.AFTER, Label.parse("9")), "10"),
            (Place(W.BEFORE, Label.parse("9")), "9"),
            (Place(W.BETWEEN, Label.parse("8"), Label.parse("9")), "9"),
            (Place(W.AFTER, Label.parse("9(a)")), "9(b)"),
            (Place(W.AFTER, Label.parse("OP9")), "10"),
        ],
    )
    def test_words_about_the_place_put_it_there(self, place: Place, before: str) -> None:
        found = order(proposal(O.INSERT_NEW_PARAGRAPH, "", "We rest.", place=place))
        assert found[found.index("new") + 1] == before

    def test_new_paragraphs_keep_their_order_and_that_of_their_labels(self) -> None:
        asked = [
            proposal(O.INSERT_NEW_PARAGRAPH, label, "x", name=f"q{n}")
            for n, label in enumerate(["9ter", "9bis", "9bis"])
        ]
        new = [each.id for each in apply(BASE, asked).paragraphs if each.mark_inserted]
        assert new == ["+q1", "+q2", "+q0"]

    def test_a_preambular_one_stands_in_the_preamble(self) -> None:
        base = parse(read_text("PP1. One,\nPP2. Two,\nPP3. Three,\n1. A.\n2. B.\n3. C."), "Rev 1")
        asked = proposal(O.INSERT_NEW_PARAGRAPH, "PP2bis", "x", base=base)
        assert order(asked, base=base) == ["PP1", "PP2", "PP2bis", "PP3", "1", "2", "3"]

    def test_a_new_article_stands_behind_all_of_the_one_before(self) -> None:
        base = parse(read_text("Article 2\n\n1. A;\n\n2. B;\n\nArticle 3\n\n1. C;"), "Rev 1")
        asked = proposal(O.INSERT_NEW_PARAGRAPH, "Art2bis", "x", base=base)
        assert order(asked, base=base) == ["Art2", "1", "2", "Art2bis", "Art3", "1"]

    @pytest.mark.parametrize(
        "asked",
        [
            proposal(O.INSERT_NEW_PARAGRAPH, "", "We rest."),
            proposal(O.INSERT_NEW_PARAGRAPH, "PP3", "We rest,"),
            proposal(O.INSERT_NEW_PARAGRAPH, "", "x", place=Place(W.AFTER, Label.parse("99"))),
        ],
    )
    def test_one_without_a_place_stands_at_the_end_and_is_told(self, asked: Proposal) -> None:
        assert apply(BASE, [asked]).paragraphs[-1].id == "+q1"
        assert codes(asked) == [Code.TARGET_UNRESOLVED]

    def test_one_without_words_is_not_put_in(self) -> None:
        assert apply(BASE, [proposal(O.INSERT_NEW_PARAGRAPH, "9bis")]).paragraphs == BASE.paragraphs


@pytest.mark.parametrize(("operation", "text"), [(O.DELETE_PHRASE, ""), (O.REPLACE_PHRASE, "x")])
def test_described_words_are_not_taken_out_and_that_is_told(
    operation: Operation, text: str
) -> None:
    made = apply(BASE, [proposal(operation, "9", text)])
    assert [each.after for each in made.paragraphs] == [each.text for each in BASE.paragraphs]
    assert [each.code for each in made.notices] == [Code.SCOPE_UNCLEAR]
