"""Square brackets are paired through a whole draft; half a bracket encloses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amend.text.nesting import nesting


def pairs(*texts: str) -> list[tuple[int, int, int, int, int]]:
    return [(*pair.start, *pair.end, pair.depth) for pair in nesting(texts).pairs]


def test_pairs_are_nested_and_counted_from_the_outermost() -> None:
    assert pairs("[a [b] c] [d]") == [(0, 0, 0, 8, 1), (0, 3, 0, 5, 2), (0, 10, 0, 12, 1)]


def test_a_bracket_may_close_paragraphs_later() -> None:
    assert pairs("[a", "b [c]", "d]") == [(0, 0, 2, 1, 1), (1, 2, 1, 4, 2)]
    assert [len(each) for each in nesting(["[a", "b", "c]", "d"]).by_text(4)] == [1, 1, 1, 0]


def test_half_a_bracket_encloses_nothing() -> None:
    found = nesting(["a] b", "[c", "[d]"])
    assert [(pair.start, pair.depth) for pair in found.pairs] == [((2, 0), 1)]
    assert (found.unopened, found.unclosed) == (((0, 1),), ((1, 0),))


@given(st.lists(st.text("[] a", max_size=12), max_size=5))
def test_every_sign_is_in_one_pair_or_without_a_fellow(texts: list[str]) -> None:
    found = nesting(texts)
    signs = sum(text.count("[") + text.count("]") for text in texts)
    assert signs == 2 * len(found.pairs) + len(found.unclosed) + len(found.unopened)
    for one in found.pairs:
        over = sum(each.start < one.start and one.end < each.end for each in found.pairs)
        assert one.depth == over + 1
