"""The laws of a fate, whatever the words: what stands as asked is adopted, what does not is not."""

from __future__ import annotations

import json as plain_json

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import amend
from amend.model.draft import Revision
from amend.model.proposal import Operation
from amend.model.ruling import Course, Fate, Headline
from amend.render import json
from tests.drafting import numbered, pairs, sentences, texts, words

QUICK = settings(max_examples=40, deadline=None)
_ADOPTED = {Fate.ADOPTED_VERBATIM, Fate.ALREADY_PRESENT}
# Words that stand in no draft of these tests, so that all of them are novel.
_NEW = "lanterns beacons pilots ledgers heron dykes quays millers".split()


def _judged(base: list[str], at: int, asked: str, later: list[str]) -> Course:
    old, new = numbered(base, "Rev 1"), numbered(later, "Rev 2")
    proposal = amend.proposed(old, str(at + 1), asked, by="Delta")
    (course,) = amend.judge((proposal,), (old, new))
    return course


@st.composite
def requests(draw: st.DrawFn) -> tuple[list[str], int, str]:
    """A base, the place of one of its paragraphs, and that paragraph with novel words in it."""
    base = draw(st.lists(sentences(), min_size=1, max_size=5, unique=True))
    at = draw(st.integers(0, len(base) - 1))
    parts = base[at][:-1].split()
    here = draw(st.integers(0, len(parts)))
    more = draw(st.lists(st.sampled_from(_NEW), min_size=1, max_size=5))
    return base, at, " ".join((*parts[:here], *more, *parts[here:])) + "."


@QUICK
@given(requests())
def test_words_that_stand_as_asked_are_adopted_verbatim(
    request: tuple[list[str], int, str],
) -> None:
    base, at, asked = request
    later = [*base[:at], asked, *base[at + 1 :]]
    (ruling,) = _judged(base, at, asked, later).rulings
    assert ruling.fate is Fate.ADOPTED_VERBATIM
    assert ruling.taken.words == ruling.taken.of > 0
    assert not ruling.missing
    new = numbered(later, "Rev 2")
    assert ruling.evidence
    for each in ruling.evidence:
        assert new.paragraph(each.paragraph).text[each.start : each.end] == each.text


@QUICK
@given(requests())
def test_a_draft_that_stays_as_it_was_adopts_nothing(request: tuple[list[str], int, str]) -> None:
    base, at, asked = request
    course = _judged(base, at, asked, base)
    assert course.headline is Headline.NOT_CARRIED
    assert course.rulings[0].fate is Fate.NOT_ADOPTED
    assert course.rulings[0].taken.words == 0


@QUICK
@given(texts(most=5), texts(most=5), st.data())
def test_the_base_asked_for_again_earns_nothing(
    base: list[str], later: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(base) - 1))
    (ruling,) = _judged(base, at, base[at], later).rulings
    assert ruling.fate is Fate.ALREADY_PRESENT
    assert ruling.taken.of == 0


@QUICK
@given(texts(most=4), sentences(), texts(most=4), st.data())
def test_measures_stay_within_what_was_asked(
    base: list[str], asked: str, later: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(base) - 1))
    (ruling,) = _judged(base, at, asked, later).rulings
    assert 0 <= ruling.taken.words <= ruling.taken.of <= len(asked.split())
    assert len(ruling.missing) <= ruling.taken.of
    if ruling.cut is not None:
        assert 0 <= ruling.cut.words <= ruling.cut.of <= len(base[at].split())
    if ruling.fate in _ADOPTED:
        assert ruling.taken.words == ruling.taken.of
    new = numbered(later, "Rev 2")
    for each in ruling.evidence:
        assert new.paragraph(each.paragraph).text[each.start : each.end] == each.text


@QUICK
@given(requests(), st.integers(2, 30))
def test_a_renumbering_changes_no_fate(request: tuple[list[str], int, str], first: int) -> None:
    base, at, asked = request
    later = [*base[:at], asked, *base[at + 1 :]]
    revisions = [
        numbered(base, "Rev 1"), numbered(later, "Rev 2"), numbered(later, "Rev 3", first),
    ]  # fmt: skip
    proposal = amend.proposed(revisions[0], str(at + 1), asked, by="Delta")
    (course,) = amend.judge((proposal,), revisions)
    assert course.rulings[0].fate is course.rulings[1].fate
    assert course.rulings[0].taken == course.rulings[1].taken


@QUICK
@given(requests())
def test_a_replaced_paragraph_reads_as_asked(request: tuple[list[str], int, str]) -> None:
    base, at, asked = request
    old = numbered(base, "Rev 1")
    rolling = amend.apply(old, (amend.proposed(old, str(at + 1), asked, by="Delta"),))
    assert [each.text for each in rolling.paragraphs] == [*base[:at], asked, *base[at + 1 :]]


@QUICK
@given(requests(), words(1, 3))
def test_the_same_proposal_by_two_is_shared_and_judged_alike(
    request: tuple[list[str], int, str], extra: str
) -> None:
    base, at, asked = request
    old = numbered(base, "Rev 1")
    new = numbered([*base[:at], f"{asked[:-1]} {extra}.", *base[at + 1 :]], "Rev 2")
    both = [amend.proposed(old, str(at + 1), asked, by=name) for name in ("A", "B")]
    first, second = amend.judge(both, (old, new))
    assert first.rulings == second.rulings
    if first.rulings[0].fate is Fate.ADOPTED_VERBATIM:
        assert first.shared_with == (second.proposal.id,)


@QUICK
@given(pairs(), st.data())
def test_what_was_judged_is_written_as_json_and_read_back(
    pair: tuple[Revision, Revision], data: st.DataObject
) -> None:
    old, new = pair
    label = str(data.draw(st.sampled_from(old.paragraphs)).label)
    proposal = amend.proposed(old, label, data.draw(sentences()), by="Délta “Ünion”")
    assume(proposal.operation is Operation.REPLACE_PARAGRAPH)
    courses = amend.judge((proposal,), (old, new))
    document = json.check_document("Rev 1", ("Rev 2",), courses, {"partly": 0.2}, ())
    assert plain_json.loads(json.dump(document)) == document
