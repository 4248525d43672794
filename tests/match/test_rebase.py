"""Open proposals are carried over to a later revision; what fits nowhere is told, none is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import amend
from amend import pipeline
from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal
from amend.model.rebased import Rebased, State
from amend.model.ruling import Fate, Matter, PersonRuling
from amend.notices import Code

ROOT = Path(__file__).parents[2]
_FLOW = "We commit to keep in every shared river the seasonal flow without which fish cannot spawn."
_HERD = "We recognize the knowledge of herding peoples, whose movements follow rain and pasture."
_DAMS = "States shall notify their neighbours of any planned dam upstream of a harbour."


def _draft(name: str, *texts: str) -> Revision:
    return amend.read_text("\n\n".join(texts), name=name)


def _asked(text: str, base: Revision, by: str = "Delta") -> Proposal:
    (proposal,) = amend.proposals_from_text(text, against=base, by=by)
    return proposal


def _rebased(text: str, base: Revision, later: Revision) -> Rebased:
    (result,) = amend.rebase([_asked(text, base)], (base, later)).results
    return result


def _whole(result: Rebased, later: Revision) -> str:
    (carried,) = result.carried
    (identity,) = carried.paragraphs
    return amend.apply(later, [carried]).paragraph(identity).text


def test_rebasing_onto_the_same_revision_gives_the_same_proposals() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}", f"10. {_HERD}")
    asks = ['Para 9: after "river" insert "and lake".', "Delete paragraph 10."]
    proposals = [replace(_asked(each, base), id=f"p{n}") for n, each in enumerate(asks)]
    assert amend.rebase(proposals, (base,)).proposals == tuple(proposals)


def test_on_a_text_nobody_touched_a_proposal_only_changes_its_base() -> None:
    base, later = (_draft(name, f"9. {_FLOW}", f"10. {_HERD}") for name in ("Rev 1", "Rev 2"))
    proposal = _asked('Para 9: after "river" insert "and lake".', base)
    (carried,) = amend.rebase([proposal], (base, later)).proposals
    assert carried == replace(proposal, base="Rev 2", paragraphs=carried.paragraphs)


def test_words_go_where_their_neighbours_went() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}", f"10. {_HERD}")
    moved = _FLOW.replace("We commit", "We hereby commit")
    later = _draft("Rev 2", f"9. {_DAMS}", f"10. {moved}", f"11. {_HERD}")
    result = _rebased('Para 9: after "river" insert "and lake".', base, later)
    assert (result.state, result.notices) == (State.OPEN, ())
    assert [str(each) for each in result.carried[0].target] == ["10"]
    assert _whole(result, later) == moved.replace("river", "river and lake")


def test_words_that_were_adopted_are_left_out() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}")
    text = 'Para 9: after "river" insert ", lake and wetland of the northern plains".'
    adopted = _FLOW.replace("river", "river, lake and wetland")
    result = _rebased(text, base, _draft("Rev 2", f"9. {adopted}"))
    assert result.state is State.OPEN
    assert " ".join(result.done) == "lake and wetland"
    assert result.carried[0].text == "of the northern plains"
    whole = adopted.replace("wetland", "wetland of the northern plains")
    assert result.carried[0].whole == whole


def test_what_was_adopted_in_full_is_done() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}")
    later = _draft("Rev 2", f"9. {_FLOW.replace('river', 'river and lake')}")
    result = _rebased('Para 9: after "river" insert "and lake".', base, later)
    assert (result.state, result.carried) == (State.DONE, ())
    assert "stand" in result.reason


def test_a_place_where_other_words_came_in_is_taken_and_told() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}")
    later = _draft("Rev 2", f"9. {_FLOW.replace('river', 'river of the plain')}")
    result = _rebased('Para 9: after "river" insert "and lake".', base, later)
    assert result.state is State.OPEN
    (notice,) = result.notices
    assert notice.code is Code.ANCHOR_APPROXIMATE
    assert "other words came in" in notice.text
    assert "river and lake of the plain" in (result.carried[0].whole or "")


def test_words_to_go_that_were_rewritten_are_lost_with_the_nearest_place() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}")
    later = _draft("Rev 2", f"9. {_FLOW.replace('seasonal flow', 'yearly rise')}")
    text = 'Para 9: replace "seasonal flow" by "natural regime".'
    result = _rebased(text, base, later)
    assert result.state is State.LOST
    (astray,) = result.astray
    assert (astray.text, astray.reason) == ("natural regime", "other words stand in their place")
    assert astray.nearest is not None
    assert str(astray.nearest.label) == "9"
    assert "river the yearly rise" in astray.nearest.text


def test_a_paragraph_that_is_gone_loses_its_proposals_and_names_what_is_like_it() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}", f"10. {_HERD}")
    result = _rebased(
        'Para 9: after "river" insert "and lake".', base, _draft("Rev 2", f"9. {_HERD}")
    )
    assert (result.state, result.reason) == (State.LOST, "9 is gone")


def test_what_is_left_of_words_to_go_is_still_to_go() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}")
    later = _draft("Rev 2", f"9. {_FLOW.replace('the seasonal flow without', 'flow without')}")
    text = 'Para 9: delete "the seasonal flow".'
    result = _rebased(text, base, later)
    assert result.state is State.OPEN
    assert result.carried[0].cut == "flow"


def test_a_new_paragraph_is_asked_for_beside_what_its_neighbour_has_become() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}", f"10. {_HERD}")
    later = _draft("Rev 2", f"9. {_DAMS}", f"10. {_FLOW}", f"11. {_HERD}")
    new = amend.proposed(base, "9bis", "Boats shall keep to the marked channel.", by="Delta")
    (result,) = amend.rebase([new], (base, later)).results
    assert [str(each) for each in result.carried[0].target] == ["10bis"]
    labels = [str(each.label) for each in amend.apply(later, result.carried).paragraphs]
    assert labels == ["9", "10", "10bis", "11"]


def test_a_new_paragraph_whose_number_is_taken_asks_for_the_next() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}", f"10. {_HERD}")
    later = _draft("Rev 2", f"9. {_FLOW}", f"9bis. {_DAMS}", f"10. {_HERD}")
    new = amend.proposed(base, "9bis", "Boats shall keep to the marked channel.", by="Delta")
    (result,) = amend.rebase([new], (base, later)).results
    assert [str(each) for each in result.carried[0].target] == ["9ter"]
    assert result.reason == "it still fits, as 9ter"


def test_to_delete_a_paragraph_is_done_once_it_is_gone_and_lost_once_it_is_merged() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}", f"10. {_HERD}", f"11. {_DAMS}")
    without = _draft("Rev 2", f"9. {_FLOW}", f"10. {_DAMS}")
    assert _rebased("Delete paragraph 10.", base, without).state is State.DONE
    merged = _draft("Rev 2", f"9. {_FLOW} {_HERD}", f"10. {_DAMS}")
    result = _rebased("Delete paragraph 10.", base, merged)
    assert (result.state, result.reason) == (
        State.LOST, "it was merged with 9, which would go, too",
    )  # fmt: skip


def test_retain_stays_open_while_the_words_stand() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}", f"10. {_HERD}")
    kept = _draft("Rev 2", f"9. {_HERD}", f"10. {_FLOW}")
    assert _rebased("Retain paragraph 9.", base, kept).state is State.OPEN
    changed = _draft("Rev 2", f"9. {_FLOW.replace('every ', '')}", f"10. {_HERD}")
    assert _rebased("Retain paragraph 9.", base, changed).state is State.LOST


def test_of_a_paragraph_that_split_each_part_gets_its_own_words() -> None:
    base = _draft("Rev 1", f"9. {_FLOW} {_HERD}")
    later = _draft("Rev 2", f"9. {_FLOW}", f"10. {_HERD}")
    asked = f"{_FLOW} {_HERD}".replace("river", "river and lake").replace("rain", "rain, snow")
    proposal = amend.proposed(base, "9", asked, by="Delta")
    (result,) = amend.rebase([proposal], (base, later)).results
    assert [each.id for each in result.carried] == [proposal.id, f"{proposal.id}/2"]
    texts = [each.text for each in amend.apply(later, result.carried).paragraphs]
    assert " ".join(texts) == asked


def test_what_a_person_ruled_adopted_is_done() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}")
    later = _draft("Rev 2", f"9. {_FLOW.replace('seasonal flow', 'yearly rise')}")
    proposal = _asked('Para 9: replace "seasonal flow" by "natural regime".', base)
    word = PersonRuling(
        Matter.FATE, "Ana", "2026-05-01", "means the same", proposal.id,
        Fate.SUPERSEDED_BY_EQUIVALENT,
    )  # fmt: skip
    courses = pipeline.judge([proposal], (base, later), [word])
    (result,) = pipeline.rebase(courses, (base, later)).results
    assert (result.state, result.reason.split(":")[0]) == (
        State.DONE, "Ana ruled it superseded by equivalent",
    )  # fmt: skip


def test_a_text_that_is_cut_off_or_names_no_paragraph_is_lost_with_its_reason() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}")
    cut = replace(_asked('Para 9: after "river" insert "and lake".', base), complete=False)
    nowhere = replace(_asked('Para 12: after "river" insert "and lake".', base), id="other")
    later = _draft("Rev 2", f"9. {_FLOW}")
    found = amend.rebase([cut, nowhere], (base, later)).results
    assert [each.reason for each in found] == [
        "the text asked for is cut off", "12 is not in Rev 1",
    ]  # fmt: skip


def _worked() -> tuple[list[Revision], list[Proposal]]:
    names = ("zero", "rev1", "rev2", "rev3")
    revisions = [amend.read(ROOT / "drafts" / f"{each}.docx") for each in names]
    submissions = []
    for path in sorted((ROOT / "proposals").iterdir()):
        on = next(n for n, each in enumerate(names) if f"-{each}" in path.stem)
        submissions.append(pipeline.read_submission(path, revisions[on]))
    return revisions, list(pipeline.settle(submissions)[0])


@pytest.mark.parametrize("last", [2, 3, 4])
def test_no_proposal_of_the_worked_example_is_lost_on_the_way(last: int) -> None:
    revisions, proposals = _worked()
    known = revisions[:last]
    here = [each for each in proposals if each.base in {one.name for one in known}]
    found = amend.rebase(here, known)
    assert [each.proposal for each in found.results] == here
    assert sum(map(found.count, State)) == len(here)
    for each in found.proposals:
        assert each.base == known[-1].name
        if each.whole is not None and each.operation is not Operation.INSERT_NEW_PARAGRAPH:
            (identity,) = each.paragraphs
            assert amend.apply(known[-1], [each]).paragraph(identity).text == each.whole


def test_what_is_carried_over_is_judged_in_later_revisions_as_the_first_one_was() -> None:
    base = _draft("Rev 1", f"9. {_FLOW}", f"10. {_HERD}")
    flow = _FLOW.replace("We", "We all")
    later = _draft("Rev 2", f"9. {_DAMS}", f"10. {flow}", f"11. {_HERD}")
    last = _draft("Rev 3", f"9. {_DAMS}", f"10. {flow.replace('river', 'river and lake')}")
    carried = amend.rebase(
        [_asked('Para 9: after "river" insert "and lake".', base)], (base, later)
    ).proposals
    (course,) = amend.judge(carried, (later, last))
    assert course.rulings[-1].fate is Fate.ADOPTED_VERBATIM


_WORDS = st.lists(
    st.sampled_from("we keep the river and herd at sea free of all dams".split()), min_size=1
).map(" ".join)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=3)


@given(_TEXTS, _TEXTS, st.data())
def test_every_proposal_is_open_done_or_lost_and_what_is_shown_is_what_is_applied(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    base, later = (
        _draft(name, *(f"{n}. {text} ok" for n, text in enumerate(texts, 1)))
        for name, texts in (("Rev 1", before), ("Rev 2", after))
    )
    proposals = [
        replace(amend.proposed(base, str(n), data.draw(_WORDS), by="Delta"), id=f"p{n}")
        for n in range(1, len(before) + 2)
    ]
    found = amend.rebase(proposals, (base, later))
    assert [each.proposal for each in found.results] == proposals
    for each in found.proposals:
        if each.whole is not None and each.paragraphs:
            (identity,) = each.paragraphs
            assert amend.apply(later, [each]).paragraph(identity).text == each.whole


def test_a_paragraph_that_is_to_go_and_still_stands_is_asked_for_alone_and_nothing_is_astray() -> (
    None
):
    rev1 = _draft("Rev 1", f"1. {_FLOW}", f"9. {_HERD}")
    rev2 = _draft("Rev 2", f"1. {_FLOW}", f"9. {_HERD.replace('rain', 'water')}")
    found = amend.rebase((_asked("Delete paragraph 9.", rev1),), (rev1, rev2))
    assert [(each.state, each.astray) for each in found.results] == [(State.OPEN, ())]
