"""What two word lists share, and how much that tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.text.similarity import Weights, share_in_common

LISTS = st.lists(st.sampled_from("abcdef"), max_size=12)


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        ("", "", 1.0), ("a", "", 0.0), ("a b", "a b", 1.0), ("a b", "b a", 0.5),
        ("a b c d", "a x c d", 0.75), ("a b", "a b c d", 2 / 3), ("a", "b", 0.0),
    ],
)  # fmt: skip
def test_the_share_counts_words_in_order(old: str, new: str, share: float) -> None:
    assert share_in_common(old.split(), new.split()) == pytest.approx(share)


@given(LISTS, LISTS)
def test_the_share_is_the_same_from_either_side(old: list[str], new: list[str]) -> None:
    assert share_in_common(old, new) == share_in_common(new, old)
    assert 0.0 <= share_in_common(old, new) <= 1.0


class TestWeights:
    """The rarer a word, the more it tells."""

    TEXTS = tuple(
        each.split() for each in ("the wells", "the dams", "the old dams", "the tides", "the")
    )
    WEIGHTS = Weights(TEXTS)

    def weight(self, word: str) -> float:
        return self.WEIGHTS.sums([word])[-1]

    def test_rare_words_weigh_more_and_strange_ones_nothing(self) -> None:
        assert self.weight("wells") > self.weight("dams") > self.weight("the") > 0.0
        assert self.weight("unheard") == 0.0

    def test_sums_add_up_word_by_word(self) -> None:
        sums = self.WEIGHTS.sums(["the", "wells"])
        assert sums == [0.0, self.weight("the"), self.weight("the") + self.weight("wells")]

    def test_a_passage_weighs_as_its_words(self) -> None:
        old = "the old dams".split()
        match = self.WEIGHTS.match(old, "all the old dams".split(), self.WEIGHTS.sums(old))
        assert match.blocks == ((0, 1, 3),)
        assert match.weight == pytest.approx(self.WEIGHTS.sums(old)[-1])

    def test_a_common_word_alone_is_no_passage(self) -> None:
        old = "the wells".split()
        match = self.WEIGHTS.match(old, "the tides".split(), self.WEIGHTS.sums(old))
        assert (match.blocks, match.weight) == ((), 0.0)

    def test_a_rare_word_alone_is_one(self) -> None:
        old = "the wells".split()
        match = self.WEIGHTS.match(old, "all wells".split(), self.WEIGHTS.sums(old))
        assert match.blocks == ((1, 1, 1),)

    @given(LISTS, LISTS)
    def test_passages_stand_in_both_lists_in_order(self, old: list[str], new: list[str]) -> None:
        weights = Weights([old, new])
        match = weights.match(old, new, weights.sums(old))
        for block in match.blocks:
            there = new[block.new : block.new + block.length]
            assert old[block.old : block.old + block.length] == there
        assert list(match.blocks) == sorted(match.blocks)
        assert match.weight <= weights.sums(old)[-1] + 1e-9
