"""Proposals that bring no words: keep it, move it, make one of two, make two of one."""

from __future__ import annotations

import pytest

from amend.align import align
from amend.labels import Label
from amend.match.lineage import Lineage
from amend.match.standing import merged, moved, retained, split
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Operation, Place, Proposal, Where
from amend.model.ruling import Fate, Ruling
from amend.model.source import Source
from amend.parse.draft import parse
from amend.read.txt import read_text

WELLS = "We commit to protect the wells and springs of every village from salt and from oil."
PUMPS = "The parties report each year on the state of pumps, pipes and locks to the assembly."
ACCOUNTS = "The secretary publishes the accounts of the river commission before its spring session."
DAMS = "A fund for broken dams is set up under the authority of the conference and fed by gifts."
BASE = f"1. {WELLS}\n2. {PUMPS}\n3. {ACCOUNTS}\n4. {DAMS}"


def draft(text: str, name: str) -> Revision:
    return parse(read_text(text), name)


def lineage(later: str, base: str = BASE) -> Lineage:
    old, new = draft(base, "Rev 1"), draft(later, "Rev 2")
    return Lineage(old, new, align(old, new).beads)


def asked(
    operation: Operation, labels: str, base: Revision, text: str = "", place: Place | None = None
) -> tuple[Proposal, tuple[Paragraph, ...]]:
    target = tuple(map(Label.parse, labels.split()))
    paragraphs = tuple(each for label in target for each in base.labelled(label))
    proposal = Proposal(
        "q1", ("A",), operation, Source("s", 1), base.name, target,
        tuple(each.id for each in paragraphs), text, place=place,
    )  # fmt: skip
    return proposal, paragraphs


class TestRetain:
    """Words that are to stay."""

    def rule(self, later: str, text: str = "") -> Ruling:
        found = lineage(later)
        return retained(*asked(Operation.RETAIN, "2", found.base, text), found)

    @pytest.mark.parametrize(
        "later",
        [
            BASE,
            BASE.replace("2. ", "7. "),
            BASE.replace("each year", "every autumn or each year"),
            f"1. {WELLS}\n2. {ACCOUNTS}\n3. {PUMPS}\n4. {DAMS}",
        ],
    )
    def test_it_is_protected_while_all_its_words_stand(self, later: str) -> None:
        found = self.rule(later)
        assert (found.fate, found.taken.of, found.revision) == (Fate.PROTECTED, 0, "Rev 2")

    def test_the_place_is_where_it_stands_now(self) -> None:
        assert self.rule(BASE.replace("2. ", "7. ")).place == (Label.parse("7"),)

    def test_it_is_not_once_a_word_is_gone(self) -> None:
        found = self.rule(BASE.replace("pumps, pipes and locks", "pumps and locks"))
        assert found.fate is Fate.NOT_ADOPTED
        assert found.reason == "1 of its 16 words is gone"

    def test_it_is_not_once_the_paragraph_is_gone(self) -> None:
        assert self.rule(BASE.replace(f"2. {PUMPS}\n", "")).fate is Fate.NOT_ADOPTED

    def test_where_words_are_quoted_only_they_must_stay(self) -> None:
        later = BASE.replace("to the assembly", "in spring")
        assert self.rule(later, "pumps, pipes and locks").fate is Fate.PROTECTED
        assert self.rule(later, "to the assembly").fate is Fate.NOT_ADOPTED


class TestMove:
    """A paragraph that is to stand elsewhere."""

    def rule(self, later: str, label: str, place: Place | None) -> Ruling:
        found = lineage(later)
        return moved(*asked(Operation.MOVE_PARAGRAPH, label, found.base, place=place), found)

    AFTER_3 = Place(Where.AFTER, Label.parse("3"))
    BEFORE_2 = Place(Where.BEFORE, Label.parse("2"))

    def test_it_is_adopted_once_it_stands_there_under_any_number(self) -> None:
        later = f"1. {PUMPS}\n2. {ACCOUNTS}\n3. {WELLS}\n4. {DAMS}"
        assert self.rule(later, "1", self.AFTER_3).fate is Fate.ADOPTED_VERBATIM

    def test_a_move_to_before_is_one_too(self) -> None:
        later = f"1. {WELLS}\n2. {DAMS}\n3. {PUMPS}\n4. {ACCOUNTS}"
        assert self.rule(later, "4", self.BEFORE_2).fate is Fate.ADOPTED_VERBATIM

    def test_sub_paragraphs_between_do_not_count(self) -> None:
        later = f"1. {PUMPS}\n2. {ACCOUNTS}\n(a) in two books;\n3. {WELLS}\n4. {DAMS}"
        assert self.rule(later, "1", self.AFTER_3).fate is Fate.ADOPTED_VERBATIM

    def test_it_is_not_adopted_elsewhere_or_not_at_all(self) -> None:
        later = f"1. {PUMPS}\n2. {ACCOUNTS}\n3. {DAMS}\n4. {WELLS}"
        assert self.rule(later, "1", self.AFTER_3).fate is Fate.NOT_ADOPTED
        assert self.rule(BASE, "1", self.AFTER_3).fate is Fate.NOT_ADOPTED

    def test_it_is_not_adopted_where_either_is_gone(self) -> None:
        later = f"1. {PUMPS}\n2. {ACCOUNTS}\n3. {DAMS}"
        assert self.rule(later, "1", self.AFTER_3).fate is Fate.NOT_ADOPTED

    @pytest.mark.parametrize("place", [None, Place(Where.AFTER, Label.parse("77"))])
    def test_without_a_place_in_the_base_it_cannot_be_told(self, place: Place | None) -> None:
        assert self.rule(BASE, "1", place).fate is Fate.UNDETERMINABLE


class TestMergeAndSplit:
    """Paragraphs that are to become one, or several."""

    JOINED = f"1. {WELLS}\n2. {PUMPS} {ACCOUNTS}\n3. {DAMS}"

    def test_a_merge_is_adopted_once_they_are_one(self) -> None:
        found = lineage(self.JOINED)
        ask = asked(Operation.MERGE_PARAGRAPHS, "2 3", found.base)
        assert merged(*ask, found).fate is Fate.ADOPTED_VERBATIM

    @pytest.mark.parametrize("labels", ["1 2", "2"])
    def test_a_merge_of_others_or_of_one_is_not(self, labels: str) -> None:
        found = lineage(self.JOINED)
        ask = asked(Operation.MERGE_PARAGRAPHS, labels, found.base)
        assert merged(*ask, found).fate is Fate.NOT_ADOPTED

    def test_paragraphs_that_are_gone_have_not_become_one(self) -> None:
        found = lineage(f"1. {WELLS}\n2. {DAMS}")
        ask = asked(Operation.MERGE_PARAGRAPHS, "2 3", found.base)
        assert merged(*ask, found).fate is Fate.NOT_ADOPTED

    def test_a_split_is_adopted_once_there_are_several(self) -> None:
        found = lineage(BASE, self.JOINED)
        ask = asked(Operation.SPLIT_PARAGRAPH, "2", found.base)
        assert split(*ask, found).fate is Fate.ADOPTED_VERBATIM
        other = asked(Operation.SPLIT_PARAGRAPH, "1", found.base)
        assert split(*other, found).fate is Fate.NOT_ADOPTED
