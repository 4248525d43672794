"""Every word has one origin: when it came in, whether it came back, and who had asked for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import amend
from amend import pipeline
from amend.model.comparison import Chain
from amend.model.origin import Origin, Provenance
from amend.model.proposal import Proposal
from amend.text.words import tokens
from amend.trace import newcomers, trace
from bench.origin import by_trace, revisions
from bench.tagged import tagged

_RIVER = "We commit to keep in every shared river the seasonal flow without which fish cannot spawn"
_HERDS = "We recognize the knowledge of herding peoples, whose movements follow rain and pasture"
_BOATS = "States shall notify their neighbours of any planned dam upstream of a harbour"


def _chain(*texts: str) -> Chain:
    names = [f"r{n}" for n in range(len(texts))]
    return pipeline.chain(
        [amend.read_text(text, name=name) for text, name in zip(texts, names, strict=True)]
    )


def _told(found: Provenance, made: Chain, label: str, at: int = -1) -> list[tuple[str, ...]]:
    """Say of each origin of a paragraph its words, its revision, and when it came back."""
    revision = made.revisions[at]
    (paragraph,) = revision.labelled(amend.Label.parse(label))
    return [
        (each.text.strip(), each.revision, *([each.returned] if each.returned else []))
        for each in found.origins[revision.name][paragraph.id]
    ]


def test_words_put_in_have_the_revision_they_came_in_with_and_the_others_keep_theirs() -> None:
    made = _chain(
        f"1. {_RIVER}.", f"1. {_RIVER} or rest.", f"1. {_RIVER.replace('every', 'each')} or rest."
    )
    assert _told(trace(made), made, "1") == [
        ("We commit to keep in", "r0"),
        ("each", "r2"),
        ("shared river the seasonal flow without which fish cannot spawn", "r0"),
        ("or rest.", "r1"),
    ]


def test_a_sentence_moved_and_edited_in_one_step_keeps_its_origin() -> None:
    moved = _RIVER.replace("seasonal", "yearly").replace("every shared", "each shared")
    made = _chain(
        f"1. {_RIVER}. {_BOATS}.\n\n2. {_HERDS}.", f"1. {_BOATS}.\n\n2. {_HERDS}. {moved}."
    )
    found = trace(made).origins["r1"][made.revisions[1].paragraphs[1].id]
    assert [(each.text.strip(), each.revision, str(each.label)) for each in found] == [
        (f"{_HERDS}.", "r0", "2"),
        ("We commit to keep in", "r0", "1"),
        ("each", "r1", "2"),
        ("shared river the", "r0", "1"),
        ("yearly", "r1", "2"),
        ("flow without which fish cannot spawn.", "r0", "1"),
    ]


def test_an_edit_that_repeats_small_words_of_what_it_takes_out_has_not_moved_them() -> None:
    made = _chain(
        "1. We agree in the light of storms to open the harbour to every boat.",
        "1. We agree to open the harbour to every boat in the light of dawns.",
    )
    (*_, last) = _told(trace(made), made, "1")
    assert last == ("in the light of dawns.", "r1")


def test_two_words_that_an_edit_takes_out_and_puts_in_elsewhere_have_not_moved() -> None:
    made = _chain(
        "1. We want sturdy boats to carry the grain of all our people in winter.",
        "1. We want to carry the grain of all our people in winter by sturdy boats.",
    )
    (*_, last) = _told(trace(made), made, "1")
    assert last == ("by sturdy boats.", "r1")


def test_three_words_with_two_that_tell_have_moved_within_their_paragraph() -> None:
    made = _chain(
        "1. We want very sturdy boats to carry the grain of all our people in winter.",
        "1. We want to carry the grain of all our people in winter by very sturdy boats.",
    )
    (*_, last) = _told(trace(made), made, "1")
    assert last == ("very sturdy boats.", "r0")


@pytest.mark.parametrize("edit", [
    ("seasonal", "yearly"), ("every shared river", "all shared rivers"),
    ("without which", "without whose rise"), ("We commit to keep", "We undertake to keep"),
])  # fmt: skip
@pytest.mark.parametrize("is_back", [False, True])
def test_a_moved_sentence_keeps_its_origin_whatever_was_edited_on_the_way(
    edit: tuple[str, str], is_back: bool
) -> None:
    moved = _RIVER.replace(*edit)
    assert moved != _RIVER
    away = f"1. {_BOATS}.\n\n2. {_HERDS}."
    texts = [f"1. {_RIVER}. {_BOATS}.\n\n2. {_HERDS}.", f"1. {_BOATS}.\n\n2. {_HERDS}. {moved}."]
    made = _chain(texts[0], *([away] if is_back else []), texts[1])
    latest = made.revisions[-1]
    found = trace(made).origins[latest.name][latest.paragraphs[1].id]
    new = " ".join(each.text.strip() for each in found if each.revision == latest.name)
    words = {*tokens(new)}
    assert words <= set(tokens(edit[1])) - set(tokens(edit[0]))
    assert all(each.returned == latest.name for each in found if str(each.label) == "1") or (
        not is_back
    )


def test_a_paragraph_that_splits_or_is_merged_keeps_the_origins_of_its_words() -> None:
    both = f"1. {_RIVER}. {_BOATS}.\n\n2. {_HERDS}."
    apart = f"1. {_RIVER}.\n\n2. {_BOATS}.\n\n3. {_HERDS}."
    made = _chain(both, apart, both)
    for each in trace(made).origins.values():
        assert {origin.revision for found in each.values() for origin in found} == {"r0"}


def test_a_word_that_went_and_came_back_is_told_as_returned() -> None:
    made = _chain(
        "1. We will hold a voluntary review of each arrangement.",
        "1. We will hold a review of each arrangement.",
        "1. We will hold a voluntary review of each arrangement.",
    )
    assert _told(trace(made), made, "1") == [
        ("We will hold a", "r0"),
        ("voluntary", "r0", "r2"),
        ("review of each arrangement.", "r0"),
    ]
    assert _told(trace(made), made, "1", at=0) == [
        ("We will hold a voluntary review of each arrangement.", "r0")
    ]


@pytest.mark.parametrize(
    ("first", "last"),
    [("voluntary", "voluntary"), ("of the", "of the"), ("of", "of")],
)
def test_little_that_comes_back_beside_other_words_is_new(first: str, last: str) -> None:
    made = _chain(
        f"1. We hold {first} reviews every year and tell our people.",
        "1. We hold reviews every year and tell our people.",
        f"1. We hold reviews every year and tell our people {last} members.",
    )
    assert _told(trace(made), made, "1")[-1] == (f"{last} members.", "r2")


def test_a_paragraph_that_was_away_returns_with_its_first_origin() -> None:
    made = _chain(f"1. {_RIVER}.\n\n2. {_HERDS}.", f"1. {_RIVER}.", f"1. {_RIVER}.\n\n2. {_HERDS}.")
    assert _told(trace(made), made, "2") == [(f"{_HERDS}.", "r0", "r2")]


def test_words_copied_from_elsewhere_are_new_in_their_place_and_told_as_repeated() -> None:
    made = _chain(f"1. {_RIVER}.\n\n2. {_HERDS}.", f"1. {_RIVER}.\n\n2. {_HERDS}. {_RIVER}.")
    found = trace(made).origins["r1"][made.revisions[1].paragraphs[1].id]
    assert [(each.revision, each.repeated) for each in found] == [("r0", False), ("r1", True)]
    (count,) = trace(made).newcomers
    assert (count.words, count.repeated, count.own) == (16, 16, 0)


def _asked(made: Chain, *asks: tuple[int, str, str]) -> list[Proposal]:
    """Make proposals: each the place of the revision, who asks, and what."""
    return [
        each
        for place, by, text in asks
        for each in amend.proposals_from_text(text, against=made.revisions[place], by=by)
    ]


def _judged(made: Chain, proposals: Sequence[Proposal]) -> Provenance:
    return trace(made, amend.judge(proposals, made.revisions))


_WITH = "1. We commit to protect children, and young people in their care, at sea."


def test_words_name_every_proposal_that_had_asked_for_them_and_count_once() -> None:
    made = _chain("1. We commit to protect children at sea.", _WITH)
    text = 'Para 1: after "children" insert ", and young people in their care,".'
    found = _judged(made, _asked(made, (0, "Delta", text), (0, "Reef", text)))
    asked = [each.proposals for each in found.origins["r1"][made.revisions[1].paragraphs[0].id]]
    assert asked == [(), ("delta.1", "reef.1"), ()]
    (count,) = found.newcomers
    assert (count.words, count.asked, count.own) == (6, 6, 0)


def test_who_asks_for_words_that_stand_already_had_not_asked_for_them_before() -> None:
    made = _chain("1. We commit to protect children at sea.", _WITH, _WITH)
    text = 'Para 1: after "children" insert ", and young people in their care,".'
    found = _judged(made, _asked(made, (1, "Delta", text)))
    assert all(not each.proposals for each in _every(found))
    assert found.newcomers[0].own == 6


def test_a_proposal_that_was_not_adopted_gets_no_words() -> None:
    made = _chain(f"1. {_RIVER}.", f"1. {_RIVER} or rest in the shade.")
    found = _judged(made, _asked(made, (0, "Delta", 'Para 1: after "river" insert "and lake".')))
    assert all(not each.proposals for each in _every(found))


def _every(found: Provenance) -> list[Origin]:
    return [each for here in found.origins.values() for told in here.values() for each in told]


_WORDS = st.lists(st.sampled_from("we keep the river and herd at sea free of all dams".split()))
_DRAFT = st.lists(_WORDS.map(" ".join), max_size=4)


@given(st.lists(_DRAFT, min_size=2, max_size=4))
def test_every_word_has_exactly_one_origin_and_the_spans_rebuild_the_text(
    drafts: list[list[str]],
) -> None:
    made = _chain(*("\n\n".join(f"{n}. {t} ok" for n, t in enumerate(d, 1)) for d in drafts))
    found = trace(made)
    names = [each.name for each in made.revisions]
    for place, revision in enumerate(made.revisions):
        for paragraph in revision.paragraphs:
            origins = found.origins[revision.name][paragraph.id]
            assert sum(each.words for each in origins) == len(tokens(paragraph.text))
            assert "".join(each.text for each in origins) == paragraph.text
            for each in origins:
                assert paragraph.text[each.start : each.end] == each.text
                assert names.index(each.revision) <= names.index(each.since) <= place


@given(st.lists(_DRAFT, min_size=2, max_size=3))
def test_the_words_of_an_unchanged_paragraph_keep_their_origin(drafts: list[list[str]]) -> None:
    made = _chain(*("\n\n".join(f"{n}. {t} ok" for n, t in enumerate(d, 1)) for d in drafts))
    found = trace(made)
    for step in made.comparisons:
        for bead in step.alignment.beads:
            if [each.text for each in bead.old] == [each.text for each in bead.new]:
                for old, new in zip(bead.old, bead.new, strict=True):
                    before = found.origins[step.old.name][old.id]
                    assert found.origins[step.new.name][new.id] == before


@pytest.mark.parametrize("seed", [1, 2])
def test_a_generated_chain_gets_nearly_all_origins_right(seed: int) -> None:
    chain = tagged(40, 4, seed)
    found = by_trace(pipeline.chain(revisions(chain)))
    truth = [each for paragraph in chain[-1].origins for each in paragraph]
    right = sum(one == other for one, other in zip(found, truth, strict=True))
    assert right >= 0.985 * len(truth)


def test_new_words_are_counted_alike_with_and_without_their_places() -> None:
    made = _chain("1. We commit to protect children at sea.", _WITH)
    text = 'Para 1: after "children" insert ", and young people,".'
    courses = amend.judge(_asked(made, (0, "Delta", text)), made.revisions)
    assert newcomers(made, courses) == trace(made, courses).newcomers
