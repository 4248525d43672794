"""Rulings on two revisions that have others between them: on which step they are taken to hold."""

from __future__ import annotations

from itertools import pairwise

import pytest

from amend.align import align
from amend.align.between import on_steps
from amend.align.named import names
from amend.library import read_text
from amend.model.draft import Revision
from amend.model.ruling import Matter, PersonRuling
from amend.notices import Code

OLD = "1. We open the harbour to all ships.\n2. We thank the pilots of the delta for their work.\n"
SAME = OLD.replace("thank", "warmly thank")
NEW = (
    "1. Trade on the river is free of levies.\n"
    "2. We warmly thank the pilots of the delta for their work.\n"
)


def _chain(*texts: str) -> tuple[Revision, ...]:
    return tuple(read_text(text, name=f"Rev {at}") for at, text in enumerate(texts, 1))


def _ruling(
    chain: tuple[Revision, ...], old: list[int], new: list[int], matter: Matter = Matter.LINK
) -> PersonRuling:
    first, last = chain[0], chain[-1]
    sides = [
        tuple(names(each.paragraphs)[each.paragraphs[at].id] for at in places)
        for each, places in ((first, old), (last, new))
    ]
    return PersonRuling(
        matter, "Chair", "2026-01-01", revision=last.name, old_revision=first.name,
        old=sides[0], new=sides[1],
    )  # fmt: skip


def _placed(chain: tuple[Revision, ...], ruling: PersonRuling) -> list[str]:
    rulings, _ = on_steps(chain, [ruling], align)
    return [
        f"{each.old_revision} > {each.revision}: {', '.join(map(str, each.old))} > "
        f"{', '.join(map(str, each.new))}"
        for each in rulings[1:]
    ]


@pytest.mark.parametrize(
    ("middle", "step"), [(SAME, "Rev 2 > Rev 3: 1 > 1"), (NEW, "Rev 1 > Rev 2: 1 > 1")]
)
def test_a_link_holds_on_the_step_where_the_words_changed(middle: str, step: str) -> None:
    chain = _chain(OLD, middle, NEW)
    ruling = _ruling(chain, [0], [0])
    assert _placed(chain, ruling) == [step]
    rulings, _ = on_steps(chain, [ruling], align)
    ids = {chain[0].paragraphs[0].id}
    for old, new in pairwise(chain):
        beads = [b for b in align(old, new, rulings).beads if {p.id for p in b.old} & ids]
        ids = {each.id for bead in beads for each in bead.new}
    assert ids == {chain[-1].paragraphs[0].id}


def test_what_is_not_the_same_is_parted_on_one_step() -> None:
    chain = _chain(OLD, SAME, SAME)
    assert _placed(chain, _ruling(chain, [1], [1], Matter.UNLINK)) == ["Rev 1 > Rev 2: 2 > 2"]


def test_what_became_nothing_does_so_on_one_step() -> None:
    chain = _chain(OLD, OLD, SAME)
    assert _placed(chain, _ruling(chain, [1], [])) == ["Rev 2 > Rev 3: 2 > "]
    assert _placed(chain, _ruling(chain, [], [1])) == ["Rev 2 > Rev 3:  > 2"]


def test_what_the_steps_say_already_is_put_on_none_and_not_told() -> None:
    chain = _chain(OLD, SAME, NEW)
    ruling = _ruling(chain, [1], [1])
    assert on_steps(chain, [ruling], align) == ((ruling,), ())


def test_each_that_is_put_on_a_step_is_told() -> None:
    chain = _chain(OLD, SAME, NEW)
    _, told = on_steps(chain, [_ruling(chain, [0], [0])], align)
    assert [(each.code, "from Rev 2 to Rev 3" in each.text) for each in told] == [
        (Code.RULING_MOVED, True)
    ]


def test_one_that_can_be_followed_nowhere_is_told_as_unplaced() -> None:
    chain = _chain(OLD, SAME, NEW)
    lost = _ruling(_chain("7. Nothing of this stands anywhere else.\n", NEW), [0], [0])
    rulings, told = on_steps(
        chain, [PersonRuling(lost.matter, "Chair", "2026-01-01", "", revision="Rev 3",
                             old_revision="Rev 1", old=lost.old, new=lost.new)], align,
    )  # fmt: skip
    assert (len(rulings), [each.code for each in told]) == (1, [Code.RULING_UNPLACED])
