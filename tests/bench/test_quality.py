"""Figures are only as good as their counting."""

from __future__ import annotations

from amend.model.alignment import Alignment, Bead, Change, Transfer
from amend.model.draft import Paragraph, Revision
from amend.model.source import Run, Source
from bench.misses import misses
from bench.peers import by_difflib, by_rapidfuzz
from bench.quality import Found, found_by_amend, judged, pooled
from bench.truth import Kind, Link, Pair, Written

TRUTH = Pair(
    old=tuple(Written(str(at), f"old {at}") for at in range(1, 5)),
    new=tuple(Written(str(at), f"new {at}") for at in range(1, 5)),
    links=(Link(0, 0, Kind.SAME), Link(1, 1, Kind.EDITED), Link(2, 2, Kind.SAME)),
    transfers=((3, 1),),
)


def found(*links: tuple[int, int], quiet: tuple[tuple[int, int], ...] = ()) -> Found:
    return Found(frozenset(links), frozenset(quiet))


def revision(name: str, *texts: str) -> Revision:
    paragraphs = tuple(
        Paragraph(f"{name}{at}", None, (Run(text),), Source(name, at))
        for at, text in enumerate(texts, start=1)
    )
    return Revision(name, paragraphs)


def test_a_whole_and_true_answer_scores_one() -> None:
    quality = judged(found((0, 0), (1, 1), (2, 2), quiet=((0, 0), (2, 2))), TRUTH)
    assert (quality.precision, quality.recall, quality.f1) == (1.0, 1.0, 1.0)
    assert (quality.noise, quality.same) == (0, 2)


def test_a_missed_link_costs_recall_and_a_wrong_one_precision() -> None:
    quality = judged(found((0, 0), (1, 1), (0, 3), (1, 2)), TRUTH)
    assert quality.precision == 0.5
    assert quality.recall == 2 / 3
    assert quality.noise == 2


def test_no_answer_scores_nothing() -> None:
    quality = judged(found(), TRUTH)
    assert (quality.precision, quality.recall, quality.f1) == (0.0, 0.0, 0.0)


def test_a_link_along_a_transfer_finds_it_and_is_no_error() -> None:
    quality = judged(found((0, 0), (3, 1)), TRUTH)
    assert quality.precision == 1.0
    assert (quality.carried, quality.passed) == (1, 1)


def test_a_transfer_that_never_was_is_counted() -> None:
    quality = judged(Found(frozenset(), frozenset(), frozenset({(3, 1), (3, 2)})), TRUTH)
    assert (quality.carried, quality.invented) == (1, 1)


def test_misses_are_told_apart_by_what_they_are() -> None:
    counts = misses(found((0, 0), (3, 1), (3, 2), (1, 3), (1, 2)), TRUTH)
    assert counts == {
        "missed, short": 2,
        "wrong, from a deleted one": 1,
        "wrong, to an inserted one": 1,
        "wrong, between others": 1,
    }


def test_several_answers_are_pooled_by_their_counts() -> None:
    one = judged(found((0, 0)), TRUTH)
    other = judged(found((0, 0), (1, 1), (2, 2)), TRUTH)
    assert pooled([one, other]).recall == 4 / 6


def test_beads_are_taken_apart_into_links() -> None:
    old = revision("old", "first words here", "second text there", "gone", "alpha beta")
    new = revision("new", "second text", "first words here", "there", "beta gamma", "alpha delta")
    one, two, three, four = old.paragraphs
    beads = (
        Bead((two,), (new.paragraphs[0], new.paragraphs[2]), 1.0, frozenset({Change.SPLIT})),
        Bead((one,), (new.paragraphs[1],), 1.0, frozenset({Change.RENUMBERING})),
        Bead((three,), (), 0.0, frozenset({Change.REPEAL})),
        Bead((four,), (new.paragraphs[3],), 0.5, frozenset({Change.SUBSTITUTION})),
        Bead((), (new.paragraphs[4],), 0.0, frozenset({Change.INSERTION})),
    )
    alignment = Alignment("old", "new", beads, (Transfer("old4", "new5", 1),))
    answer = found_by_amend(alignment, old, new)
    assert answer.links == {(1, 0), (1, 2), (0, 1), (3, 3)}
    assert answer.quiet == {(0, 1)}
    assert answer.transfers == {(3, 4)}


def test_a_bead_of_several_on_both_sides_links_those_that_share_words() -> None:
    old = revision("old", "alpha beta", "gamma delta")
    new = revision("new", "beta alpha", "delta gamma more")
    bead = Bead(old.paragraphs, new.paragraphs, 0.9, frozenset({Change.SUBSTITUTION}))
    answer = found_by_amend(Alignment("old", "new", (bead,)), old, new)
    assert answer.links == {(0, 0), (1, 1)}


def test_difflib_ties_in_order_and_is_quiet_about_equal_ones() -> None:
    answer = by_difflib(["a", "b", "c"], ["a", "x", "c"])
    assert answer.links == {(0, 0), (1, 1), (2, 2)}
    assert answer.quiet == {(0, 0), (2, 2)}


def test_rapidfuzz_one_to_one_leaves_half_of_a_split_that_both_ways_finds() -> None:
    old = ["one two three four five six"]
    new = ["one two three", "four five six"]
    answers = by_rapidfuzz(old, new)
    assert answers["one to one"].links == {(0, 0)}
    assert answers["best both ways"].links == {(0, 0), (0, 1)}
