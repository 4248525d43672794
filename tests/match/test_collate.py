"""The rolling text: each proposal in its place, what collides side by side, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import amend
from amend.labels import Label
from amend.match.collate import collate
from amend.match.splice import Splice
from amend.match.trim import trimmed
from amend.model.comparison import Op
from amend.model.draft import Revision
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.model.rolling import Rolling, RollingParagraph, Scope, Stretch
from amend.model.source import Source
from amend.notices import Code
from amend.parse.proposals import from_text
from amend.pipeline import settle
from tests.drafting import numbered, sentences, texts

QUICK = settings(max_examples=120, deadline=None)
BASE = amend.read_text(
    "8. We recall the pledges.\n\n9. We encourage States to protect children from harm.\n\n"
    "10. We will return, as appropriate, in dignity.\n",
    name="Rev 1",
)
NAMES = ("Avel", "Delta", "Estuary")


def asked(**said: str) -> Rolling:
    """Collate what some proponents say, each a file of its own."""
    files = [from_text(text, BASE, (who,), file=f"{who}.txt") for who, text in said.items()]
    return collate(BASE, settle(files)[0])


def on(rolling: Rolling, label: str) -> RollingParagraph:
    return next(each for each in rolling.paragraphs if str(each.label) == label)


def marks(paragraph: RollingParagraph) -> list[tuple[tuple[str, ...], str, str]]:
    """The marks of a paragraph: who, the words of the base, and how they should read."""
    return [
        (way.backers.by, each.base, way.text)
        for each in paragraph.stretches
        for way in each.readings
    ]


def test_words_stand_in_their_place_under_who_asks_for_them() -> None:
    rolling = asked(EU='In para 9, after "children" insert "and youth".')
    assert marks(on(rolling, "9")) == [(("EU",), "", " and youth")]
    assert on(rolling, "9").stretches[0].base.endswith("protect children")


def test_the_same_words_of_several_are_one_mark_with_all_their_names() -> None:
    rolling = asked(
        EU='In para 9, after "children" insert "and youth".',
        US="9. We encourage States to protect children and youth from harm.",
        FR='In para 9, insert "and youth" before "from harm".',
    )
    assert marks(on(rolling, "9")) == [(("EU", "US", "FR"), "", " and youth")]
    assert rolling.collisions == ()


def test_words_put_in_at_one_place_stand_one_behind_the_other() -> None:
    rolling = asked(
        EU='In para 9, after "children" insert "and youth".',
        US='In para 9, after "children" insert "and elders".',
    )
    assert [by for by, *_ in marks(on(rolling, "9"))] == [("EU",), ("US",)]
    assert rolling.collisions == ()


def test_overlapping_words_stand_side_by_side_and_are_told() -> None:
    rolling = asked(
        EU='In para 9, replace "encourage States" by "call upon them".',
        US='In para 9, delete "States to protect".',
    )
    (stretch,) = [each for each in on(rolling, "9").stretches if each.readings]
    assert [way.backers.by for way in stretch.readings] == [("EU",), ("US",)]
    (collision,) = rolling.collisions
    assert collision.proposals == ("eu.1", "us.1")
    assert [each.code for each in rolling.notices] == [Code.PROPOSALS_COLLIDE]


def test_a_deleted_paragraph_keeps_the_words_others_ask_for_in_it() -> None:
    rolling = asked(EU="Delete para 9.", US='In para 9, replace "encourage" by "urge".')
    nine = on(rolling, "9")
    assert marks(nine) == [(("US",), "encourage", "urge")]
    assert [(each.scope, each.backers.by) for each in nine.wholes] == [(Scope.DELETE, ("EU",))]
    assert [each.proposals for each in rolling.collisions] == [("eu.1", "us.1")]


def test_a_paragraph_that_all_want_gone_is_struck() -> None:
    rolling = asked(EU="Delete para 8.", US="Delete para 8.")
    eight = on(rolling, "8")
    assert marks(eight) == [(("EU", "US"), "We recall the pledges.", "")]
    assert (eight.wholes, rolling.collisions) == ((), ())


def test_a_paragraph_written_anew_is_no_redline_of_small_words() -> None:
    rolling = asked(EU="Para 8 to read: “Nothing was promised to anybody by anyone here.”")
    (mark,) = on(rolling, "8").stretches
    assert [each.op for each in mark.readings[0].edits] == [Op.DELETE, Op.INSERT]


def test_a_new_paragraph_stands_behind_its_number_once() -> None:
    rolling = asked(EU="9bis. We thank the host.", US="9bis. We thank the host.")
    labels = [str(each.label) for each in rolling.paragraphs]
    assert labels == ["8", "9", "9bis", "10"]
    assert on(rolling, "9bis").id is None
    assert marks(on(rolling, "9bis")) == [(("EU", "US"), "", "We thank the host.")]


def test_an_alternative_stands_beside_its_paragraph() -> None:
    rolling = asked(EU="9 alt: We urge States to protect children.")
    (beside,) = on(rolling, "9").wholes
    assert (beside.scope, str(beside.label)) == (Scope.ALTERNATIVE, "9alt")
    assert marks(on(rolling, "9")) == []
    assert rolling.collisions == ()


def test_positions_are_listed_under_their_paragraph_and_folded() -> None:
    rolling = asked(EU="Retain para 8.", US="Retain para 8.", FR="We cannot accept para 8.")
    found = [(each.operation, each.backers.by) for each in on(rolling, "8").positions]
    assert found == [(Operation.RETAIN, ("EU", "US")), (Operation.OPPOSE, ("FR",))]


def test_a_position_on_a_paragraph_that_is_only_asked_for_stands_under_it() -> None:
    rolling = asked(EU="9bis. We thank the host.", US="We cannot accept para 9bis.")
    assert [each.operation for each in on(rolling, "9bis").positions] == [Operation.OPPOSE]


def test_what_is_asked_of_the_words_of_a_new_paragraph_stands_below_it() -> None:
    rolling = asked(EU="9bis. We thank the host.", US='In para 9bis, delete "the host".')
    (said,) = on(rolling, "9bis").positions
    assert (said.operation, said.said) == (
        Operation.DELETE_PHRASE,
        'In para 9bis, delete "the host".',
    )
    assert rolling.unplaced == ()


def test_a_new_paragraph_that_has_come_in_since_is_not_set_there_again() -> None:
    proposals = amend.proposals_from_text("9bis. We recall the pledges.", against=BASE, by="EU")
    rolling = collate(BASE, proposals, {proposals[0].id: "Zero draft"})
    assert [each.reason for each in rolling.unplaced] == ["stands in Rev 1 already: 8"]
    assert [str(each.label) for each in rolling.paragraphs] == ["8", "9", "10"]
    assert collate(BASE, proposals).unplaced == (), "who wants it twice may have it twice"


def test_brackets_that_are_lifted_are_marked_in_their_place() -> None:
    base = amend.read_text("9. [We act.]\n", name="Rev 1")
    lifted = Proposal(
        *("eu.1", ("EU",), Operation.UNBRACKET, Source("eu.csv", 1), "Rev 1"),
        paragraphs=(base.paragraphs[0].id,),
        whole="We act.",
    )
    assert marks(collate(base, [lifted]).paragraphs[0]) == [
        (("EU",), "[", ""),
        (("EU",), "]", ""),
    ]


def test_a_text_that_fits_several_paragraphs_of_one_number_is_put_in_none() -> None:
    base = amend.read_text("1. We act now.\n\n2. We meet.\n\n1. We act later.\n", name="Rev 1")
    proposals = amend.proposals_from_text("Delete para 1.", against=base, by="EU")
    rolling = collate(base, proposals)
    (stray,) = rolling.unplaced
    assert stray.reason == "fits 2 paragraphs called 1; which is meant is not told"
    assert [each.code for each in rolling.notices] == [Code.TARGET_AMBIGUOUS]
    for said in ("Retain para 1.", "1bis. We thank the host.", 'New para after para 1: "We go."'):
        others = amend.proposals_from_text(said, against=base, by="EU")
        assert [each.reason for each in collate(base, others).unplaced] == [stray.reason]
    quoted = amend.proposals_from_text('In para 1, delete "later".', against=base, by="EU")
    assert [each.is_touched for each in collate(base, quoted).paragraphs] == [False, False, True]


def test_words_asked_for_on_another_revision_that_stand_there_are_not_put_in_again() -> None:
    said = 'In para 9, after "protect" insert "children".'
    proposals = amend.proposals_from_text(said, against=BASE, by="EU")
    (stray,) = collate(BASE, proposals, {proposals[0].id: "Zero draft"}).unplaced
    assert stray.reason == "its words stand in Rev 1 already"
    assert collate(BASE, proposals).unplaced == ()


def test_who_endorses_is_named_beside_who_asks() -> None:
    rolling = asked(
        EU='In para 9, after "children" insert "and youth".',
        US="We endorse the proposal of EU on para 9.",
    )
    (way,) = [way for each in on(rolling, "9").stretches for way in each.readings]
    assert (way.backers.by, way.backers.supporters) == (("EU",), ("US",))
    assert on(rolling, "9").positions == ()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Delete para 44.", "names 44, which is not in Rev 1"),
        ('In para 9, delete "in winter".', "the words “in winter” do not stand in 9"),
        ('In para 9, replace "harm" by "harm".', "changes no word of it"),
    ],
)
def test_what_has_no_place_stands_at_the_end_with_the_reason(said: str, reason: str) -> None:
    rolling = asked(EU=said)
    assert [each.reason for each in rolling.unplaced] == [reason]
    assert not any(each.is_touched for each in rolling.paragraphs)
    assert len(rolling.notices) == 1


def test_what_was_withdrawn_is_told_as_such() -> None:
    rolling = asked(EU="Delete para 8.\n\nWe withdraw our proposal on para 8.")
    assert [each.reason for each in rolling.unplaced] == ["was withdrawn by eu.2"]


def test_a_sign_that_changes_marks_no_words_round_it() -> None:
    base = "We urge States, all of them; to act."
    parts = trimmed(base, [Splice(0, len(base), "We urge States (all of them), to act.")])
    found = [(base[each.start : each.end], each.text) for each, _ in parts]
    assert found == [(", ", " ("), (";", "),")]


def test_blanks_that_come_with_words_stand_before_them() -> None:
    base = "We urge States to act."
    (inserted,) = trimmed(base, [Splice(8, 8, "all ")])
    (deleted,) = trimmed(base, [Splice(8, 15, "")])
    assert inserted.splice == Splice(7, 7, " all")
    assert deleted.splice == Splice(7, 14, "")


@st.composite
def requests(draw: st.DrawFn) -> tuple[Revision, list[Proposal]]:
    """A base, and proposals of three proponents on words and paragraphs of it."""
    base = numbered(draw(texts(1, 4)), "Rev 1")
    found = []
    for number in range(draw(st.integers(1, 7))):
        paragraph = draw(st.sampled_from(base.paragraphs))
        parts = paragraph.text[:-1].split()
        first = draw(st.integers(0, len(parts) - 1))
        last = draw(st.integers(first + 1, min(len(parts), first + 4)))
        quoted = " ".join(parts[first:last])
        new = " ".join(draw(st.lists(st.sampled_from(("ashes", "birch", "cedar")), max_size=2)))
        operation = draw(
            st.sampled_from(
                (Operation.INSERT_PHRASE, Operation.DELETE_PHRASE, Operation.REPLACE_PHRASE,
                 Operation.REPLACE_PARAGRAPH, Operation.DELETE_PARAGRAPH, Operation.RETAIN)
            )
        )  # fmt: skip
        whole = " ".join((*parts[:first], new, *parts[last:])) + "."
        is_whole = operation is Operation.REPLACE_PARAGRAPH
        is_cut = operation in {Operation.DELETE_PHRASE, Operation.REPLACE_PHRASE}
        is_in = operation is Operation.INSERT_PHRASE
        found.append(
            Proposal(
                id=f"p.{number}",
                by=(draw(st.sampled_from(NAMES)),),
                operation=operation,
                source=Source("p.txt", number + 1),
                base="Rev 1",
                target=(paragraph.label,) if paragraph.label else (),
                paragraphs=(paragraph.id,),
                text=whole if is_whole else "" if operation is Operation.DELETE_PHRASE else new,
                cut=quoted if is_cut else "",
                anchor=Anchor(Where.AFTER, quoted) if is_in else None,
                whole=whole if is_whole else None,
            )
        )
    return base, found


@st.composite
def tied_requests(draw: st.DrawFn) -> tuple[Revision, list[Proposal]]:
    """The same, and new paragraphs, alternatives, positions, and what takes others back."""
    base, found = draw(requests())
    label = st.sampled_from((*(each.label for each in base.paragraphs), Label.parse("2bis"), None))
    for number in range(draw(st.integers(0, 5))):
        operation = draw(
            st.sampled_from(
                (Operation.INSERT_NEW_PARAGRAPH, Operation.PROPOSE_ALTERNATIVE, Operation.SUPPORT,
                 Operation.MOVE_PARAGRAPH, Operation.WITHDRAW, Operation.EDITORIAL)
            )
        )  # fmt: skip
        named = draw(label)
        ids = (each.id for each in base.paragraphs if named is not None and each.label == named)
        taken_back = draw(st.sampled_from(found)).id if operation is Operation.WITHDRAW else None
        text = draw(st.sampled_from(("", "We thank the host.", "We thank the crews.")))
        found.append(
            Proposal(
                *(f"q.{number}", (draw(st.sampled_from(NAMES)),), operation),
                *(Source("q.txt", number + 1), "Rev 1"),
                target=() if named is None else (named,),
                paragraphs=() if operation is Operation.INSERT_NEW_PARAGRAPH else tuple(ids),
                text=text,
                supersedes=taken_back,
            )
        )
    return base, found


def taken(paragraph: RollingParagraph, name: str) -> str:
    """Read a paragraph with the marks of one proponent taken, and all others rejected."""
    for whole in paragraph.wholes:
        if name in whole.backers.by:
            return whole.text
    return "".join(_read(each, name) for each in paragraph.stretches)


def _read(stretch: Stretch, name: str) -> str:
    own = (each.text for each in stretch.readings if name in each.backers.by)
    return next(own, stretch.base)


def named(rolling: Rolling) -> list[str]:
    """The proposals that stand in the text, each once for each paragraph it is on."""
    return [
        one
        for paragraph in rolling.paragraphs
        for one in dict.fromkeys(i for each in paragraph.backers for i in each.proposals)
    ]


@QUICK
@given(requests())
def test_rejecting_every_mark_gives_the_base(request: tuple[Revision, list[Proposal]]) -> None:
    base, proposals = request
    rolling = collate(base, proposals)
    assert [each.base for each in rolling.paragraphs] == [each.text for each in base.paragraphs]
    for stretch in (one for each in rolling.paragraphs for one in each.stretches):
        for way in stretch.readings:
            kept = (each.text for each in way.edits if each.op is not Op.INSERT)
            assert "".join(kept) == stretch.base


@QUICK
@given(requests())
def test_every_proposal_stands_in_one_place(request: tuple[Revision, list[Proposal]]) -> None:
    base, proposals = request
    rolling = collate(base, proposals)
    found = [*named(rolling), *(each.proposal for each in rolling.unplaced)]
    assert sorted(found) == sorted(each.id for each in proposals)


@QUICK
@given(tied_requests())
def test_what_stands_nowhere_is_folded_into_what_it_takes_back(
    request: tuple[Revision, list[Proposal]],
) -> None:
    base, proposals = request
    rolling = collate(base, proposals)
    kept = [each for each in rolling.paragraphs if each.id is not None]
    assert [each.base for each in kept] == [each.text for each in base.paragraphs]
    found = {*named(rolling), *(each.proposal for each in rolling.unplaced)}
    lost = [each for each in proposals if each.id not in found]
    assert all(each.operation is Operation.WITHDRAW and each.supersedes for each in lost)
    assert not set(named(rolling)) & {each.proposal for each in rolling.unplaced}


@QUICK
@given(requests(), st.sampled_from(NAMES))
def test_the_marks_of_one_proponent_give_the_text_they_ask_for(
    request: tuple[Revision, list[Proposal]], name: str
) -> None:
    base, proposals = request
    own = [each for each in proposals if each.by == (name,)]
    wanted = amend.apply(base, own)
    assume(all(each.code is not Code.PROPOSALS_COLLIDE for each in wanted.notices))
    rolling = collate(base, proposals)
    assert [taken(each, name) for each in rolling.paragraphs] == [
        each.text for each in wanted.paragraphs
    ]


@QUICK
@given(sentences(), sentences())
def test_a_trimmed_change_gives_the_same_text(base: str, wanted: str) -> None:
    at, found = 0, ""
    for splice, _ in trimmed(base, [Splice(0, len(base), wanted)]):
        found += base[at : splice.start] + splice.text
        at = splice.end
    assert found + base[at:] == wanted
