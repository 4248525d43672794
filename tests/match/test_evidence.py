"""What proves that words were taken: not chance, not the base, not agreed language."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

import amend
from amend.match.judge import judge
from amend.match.lineage import Lineage
from amend.match.novelty import NovelWord, stretches
from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal
from amend.model.ruling import Course, Fate, Headline
from amend.text.stock import Stock
from amend.text.usage import Usage

FERRIES = "We agree to keep the ferries running in winter."
TIDES = "We invite the ports to publish their tide tables."
BELLS = "Members mend the bells of every lock before the spring floods."


def draft(name: str, *texts: str) -> Revision:
    lines = (f"{number}. {text}" for number, text in enumerate(texts, start=1))
    return amend.read_text("\n\n".join(lines), name=name)


BASE = draft("Rev 1", FERRIES, TIDES, BELLS)


def asked(operation: Operation, *places: int, text: str = "", whole: str | None = None) -> Proposal:
    on = [BASE.paragraphs[place - 1] for place in places]
    labels = tuple(each.label for each in on if each.label is not None)
    ids = tuple(each.id for each in on)
    source = BASE.paragraphs[0].source
    return Proposal("q", ("Delta",), operation, source, "Rev 1", labels, ids, text, whole=whole)


def course(proposal: Proposal, *later: Revision, agreed: tuple[Revision, ...] = ()) -> Course:
    (found,) = amend.judge((proposal,), (BASE, *later), agreed=agreed)
    return found


class TestAgreedLanguage:
    AGREED = draft(
        "Resolution 70/1", "All shall have access to safe drinking water at fair prices."
    )
    ASKED = "We agree to keep the ferries running in winter, with access to safe drinking water{}."

    def test_words_of_an_agreed_text_do_not_count_and_the_text_is_named(self) -> None:
        wanted = self.ASKED.format(" and warm coats on board")
        proposal = asked(Operation.REPLACE_PARAGRAPH, 1, text=wanted)
        (ruling,) = course(
            proposal, draft("Rev 2", wanted, TIDES, BELLS), agreed=(self.AGREED,)
        ).rulings
        assert (ruling.taken.words, ruling.taken.of) == (6, 6)
        assert "agreed language: Resolution 70/1" in ruling.flags

    def test_nothing_but_agreed_language_earns_no_credit(self) -> None:
        base = draft("Rev 1", FERRIES, TIDES, BELLS)
        text = "access to safe drinking water at fair prices"
        proposal = asked(Operation.INSERT_NEW_PARAGRAPH, text=text)
        later = draft("Rev 2", FERRIES, TIDES, BELLS, text)
        (ruling,) = course(proposal, later, agreed=(self.AGREED,)).rulings
        assert ruling.fate is Fate.ALREADY_PRESENT
        assert ruling.reason == "all its words stand in Resolution 70/1"
        assert base == BASE

    def test_without_it_the_same_words_count(self) -> None:
        wanted = self.ASKED.format("")
        proposal = asked(Operation.REPLACE_PARAGRAPH, 1, text=wanted)
        (ruling,) = course(proposal, draft("Rev 2", wanted, TIDES, BELLS)).rulings
        assert (ruling.taken.words, ruling.taken.of) == (6, 6)
        assert ruling.fate is Fate.ADOPTED_VERBATIM


class TestSpread:
    FIRST = "The granary towers keep lanterns burning through every fog."
    SECOND = "Weavers may borrow looms from the guild without deposit."

    def test_a_new_paragraph_that_was_split_is_found_in_both_parts(self) -> None:
        proposal = asked(Operation.INSERT_NEW_PARAGRAPH, text=f"{self.FIRST} {self.SECOND}")
        later = draft("Rev 2", FERRIES, self.FIRST, TIDES, BELLS, self.SECOND)
        (ruling,) = course(proposal, later).rulings
        assert ruling.fate is Fate.ADOPTED_WITH_CHANGES
        assert (ruling.taken.words, ruling.taken.of) == (18, 18)
        assert [str(label) for label in ruling.place] == ["2", "5"]
        assert "spread over several paragraphs" in ruling.flags
        assert ruling.missing == ()

    def test_what_no_part_holds_is_missing_once(self) -> None:
        end = "Herons nest here."
        proposal = asked(Operation.INSERT_NEW_PARAGRAPH, text=f"{self.FIRST} {self.SECOND} {end}")
        later = draft("Rev 2", FERRIES, self.FIRST, TIDES, BELLS, self.SECOND)
        (ruling,) = course(proposal, later).rulings
        assert " ".join(ruling.missing) == "Herons nest here"


class TestShapesWithWords:
    BOTH = f"{FERRIES[:-1]} and amber charts. {TIDES}"
    PROPOSAL = asked(Operation.MERGE_PARAGRAPHS, 1, 2, whole=BOTH)

    def test_a_merge_that_reads_as_asked_is_adopted(self) -> None:
        (ruling,) = course(self.PROPOSAL, draft("Rev 2", self.BOTH, BELLS)).rulings
        assert ruling.fate is Fate.ADOPTED_VERBATIM
        assert ruling.taken.of == ruling.taken.words > 0

    def test_a_merge_without_its_words_is_a_part(self) -> None:
        later = draft("Rev 2", f"{FERRIES} {TIDES}", BELLS)
        (ruling,) = course(self.PROPOSAL, later).rulings
        assert ruling.fate is Fate.PARTLY_ADOPTED
        assert ruling.taken.words < ruling.taken.of

    def test_words_without_the_merge_are_a_part(self) -> None:
        later = draft("Rev 2", f"{FERRIES[:-1]} and amber charts.", TIDES, BELLS)
        (ruling,) = course(self.PROPOSAL, later).rulings
        assert ruling.fate is Fate.PARTLY_ADOPTED

    def test_without_either_it_is_not_adopted(self) -> None:
        (ruling,) = course(self.PROPOSAL, draft("Rev 2", FERRIES, TIDES, BELLS)).rulings
        assert ruling.fate is Fate.NOT_ADOPTED


def test_a_retained_sentence_that_moved_is_protected_where_it_stands_now() -> None:
    base = draft("Rev 1", f"{FERRIES} Bells ring at dawn for pilots.", TIDES, BELLS)
    later = draft("Rev 2", FERRIES, f"{TIDES} Bells ring at dawn for pilots.", BELLS)
    first = base.paragraphs[0]
    assert first.label is not None
    proposal = Proposal(
        "q", ("Delta",), Operation.RETAIN, first.source, "Rev 1", (first.label,), (first.id,),
        "Bells ring at dawn for pilots",
    )  # fmt: skip
    (found,) = amend.judge((proposal,), (base, later))
    (ruling,) = found.rulings
    assert ruling.fate is Fate.PROTECTED
    assert [str(label) for label in ruling.place] == ["2"]
    assert ruling.flags == ("moved",)


class TestCourse:
    def test_it_names_the_revision_in_which_the_words_came_in(self) -> None:
        wanted = f"{FERRIES[:-1]} and amber charts."
        proposal = asked(Operation.REPLACE_PARAGRAPH, 1, text=wanted)
        before, after = draft("Rev 2", FERRIES, TIDES, BELLS), draft("Rev 3", wanted, TIDES, BELLS)
        found = course(proposal, before, after)
        assert found.headline is Headline.CARRIED
        assert found.since == "Rev 3"

    def test_it_names_none_where_they_never_came(self) -> None:
        wanted = f"{FERRIES[:-1]} and amber charts."
        found = course(asked(Operation.REPLACE_PARAGRAPH, 1, text=wanted), BASE)
        assert found.since is None

    def test_each_ruling_names_its_rule(self) -> None:
        wanted = f"{FERRIES[:-1]} and amber charts."
        proposal = asked(Operation.REPLACE_PARAGRAPH, 1, text=wanted)
        later = (draft("Rev 2", FERRIES, TIDES, BELLS), draft("Rev 3", wanted, TIDES, BELLS))
        rules = [each.rule for each in course(proposal, *later).rulings]
        assert rules == ["nothing else held", "stands unbroken"]


class TestChance:
    USAGE = Usage(
        Stock([["the", "rights", "of", "all"]] * 400 + [["the", "rights", "of", "migrants"]] * 9)
    )

    @pytest.mark.parametrize(
        ("usual", "rare"),
        [("the rights of", "the rights migrants"), ("of all", "of migrants"), ("of", "heron")],
    )
    def test_words_that_often_follow_each_other_are_likelier(self, usual: str, rare: str) -> None:
        assert self.USAGE.probability(usual.split()) > self.USAGE.probability(rare.split())

    def test_a_longer_run_is_less_likely(self) -> None:
        one, other = ["the", "rights"], ["the", "rights", "of"]
        assert 0.0 < self.USAGE.probability(other) <= self.USAGE.probability(one) < 1.0

    def test_a_usual_run_of_words_in_another_paragraph_is_no_evidence(self) -> None:
        stock = [f"Item {n} concerns the rights of all {n}." for n in range(400)]
        base = draft("Rev 1", *stock)
        later = draft("Rev 2", *stock[:-1], f"{stock[-1][:-1]} and the rights of all members.")
        text = "herons and the rights of all members nest near old towers by day and by night"
        source = base.paragraphs[0].source
        proposal = Proposal(
            "q", ("Delta",), Operation.INSERT_NEW_PARAGRAPH, source, "Rev 1", text=text
        )
        (found,) = amend.judge((proposal,), (base, later))
        assert found.rulings[0].fate is Fate.NOT_ADOPTED


def test_an_executor_changes_no_course() -> None:
    later = draft("Rev 2", f"{FERRIES[:-1]} and amber charts.", TIDES, BELLS)
    texts = (f"{FERRIES[:-1]} and {end}." for end in ("amber charts", "old maps", "calm pilots"))
    wanted = [
        Proposal(
            f"q{n}", ("Delta",), Operation.REPLACE_PARAGRAPH, BASE.paragraphs[0].source, "Rev 1",
            (), (BASE.paragraphs[0].id,), text,
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip
    lineages = {"Rev 1": [Lineage(BASE, later, amend.align(BASE, later).beads)]}
    with ThreadPoolExecutor(2) as executor:
        shared = judge(wanted, lineages, executor=executor, part=1)
    assert shared == judge(wanted, lineages)


def test_missing_words_that_stood_apart_are_told_apart() -> None:
    words = [NovelWord(word, word, place) for word, place in (("a", 3), ("b", 4), ("c", 9))]
    assert stretches(words) == ("a b", "c")
    assert stretches(()) == ()
