"""A paragraph that a person named is found again in a corrected file, or its loss is told."""

from __future__ import annotations

import pytest

from amend.align import align
from amend.align.carry import over
from amend.align.named import Finder
from amend.labels import Label
from amend.model.draft import Revision
from amend.model.ruling import Matter, Named, PersonRuling
from amend.notices import Code
from amend.parse.draft import parse
from amend.read.txt import read_text

WELLS = "Each village keeps one well open to travellers, day and night, without a fee."
PUMPS = "The parties report each year on the state of pumps, pipes and locks to the assembly."
DAMS = "A fund for broken dams is set up under the authority of the conference and fed by gifts."
PILOTS = "Members encourage the exchange of young pilots between ports, with full pay throughout."


def draft(name: str, *lines: str) -> Revision:
    return parse(read_text("\n\n".join(lines)), name)


def found(named: Named, *lines: str) -> int | None:
    return Finder(draft("new", *lines).paragraphs).find(named)


def named(label: str | None, words: str = "", path: str = "") -> Named:
    return Named(None if label is None else Label.parse(label), words, path)


@pytest.mark.parametrize(
    ("label", "words", "place"),
    [
        ("2", PUMPS, 1),
        ("2", PUMPS.replace("each year", "every year"), 1),  # a correction of the words
        ("7", PUMPS, 1),  # a correction of the numbers
        ("1", PUMPS, 1),  # its number went to another paragraph
        (None, PUMPS, 1),
        ("2", "", 1),
        ("2", PILOTS, None),  # the number stands, and something else under it
        ("7", "", None),
        ("7", PILOTS, None),
    ],
)
def test_words_find_a_paragraph_again(label: str | None, words: str, place: int | None) -> None:
    lines = (f"1. {WELLS}", f"2. {PUMPS}", f"3. {DAMS}")
    assert found(named(label, words), *lines) == place


def test_copies_are_told_apart_by_label_and_then_by_their_headings() -> None:
    lines = ("Article 1", f"1. {WELLS}", f"2. {WELLS}", "Article 2", f"1. {WELLS}")
    assert found(named("2", WELLS), *lines) == 2
    assert found(named("1", WELLS), *lines) is None
    assert found(named("1", WELLS, "Article 2"), *lines) == 4


def link(old: Named, *new: Named, matter: Matter = Matter.LINK) -> PersonRuling:
    return PersonRuling(
        matter, "Ann", "2026-01-02", "seen in the room",
        old_revision="old", revision="new", old=(old,), new=new,
    )  # fmt: skip


def beads(old: Revision, new: Revision, *rulings: PersonRuling) -> list[str]:
    return [
        f"{'+'.join(str(each.label) for each in bead.old)} > "
        f"{'+'.join(str(each.label) for each in bead.new)} {bead.by}"
        for bead in align(old, new, rulings).beads
    ]


def test_a_ruling_follows_its_words_to_another_number_and_says_so() -> None:
    old = draft("old", f"1. {WELLS}", f"2. {PUMPS}")
    new = draft("new", f"1. {DAMS}", f"3. {PILOTS}", f"4. {WELLS}")
    ruling = link(named("2", PUMPS), named("2", PILOTS))
    alignment = align(old, new, (ruling,))
    (notice,) = alignment.notices
    assert notice.code is Code.RULING_MOVED
    assert "by its words, 2 of new is 3 now" in notice.text
    assert "2 > 3 Ann" in beads(old, new, ruling)


def test_a_ruling_that_no_longer_fits_is_told_and_ties_nothing() -> None:
    old, new = draft("old", f"1. {WELLS}"), draft("new", f"1. {WELLS}", f"2. {DAMS}")
    (notice,) = align(old, new, (link(named("1", WELLS), named("2", PILOTS)),)).notices
    assert notice.code is Code.RULING_UNPLACED
    assert "2 of new cannot be told there any more" in notice.text


def test_what_a_person_tied_in_full_gets_no_further_part_from_the_engine() -> None:
    old = draft("old", f"1. {WELLS} {DAMS}", f"2. {PUMPS}")
    new = draft("new", f"1. {WELLS}", f"2. {DAMS}", f"3. {PUMPS}")
    assert beads(old, new)[0] == "1 > 1+2 amend"
    assert beads(old, new, link(named("1"), named("1")))[:2] == ["1 > 1 Ann", " > 2 amend"]


def test_what_became_nothing_or_came_from_nothing_stands_alone() -> None:
    old = draft("old", f"1. {WELLS}", f"2. {PUMPS}")
    gone = PersonRuling(
        Matter.LINK, "Ann", "2026-01-02", old_revision="old", revision="new", old=(named("2"),)
    )
    found = align(old, draft("new", f"1. {WELLS}", f"2. {PUMPS}"), (gone,)).beads
    assert [(len(each.old), len(each.new), each.by) for each in found] == [
        (1, 1, "amend"), (1, 0, "Ann"), (0, 1, "amend"),
    ]  # fmt: skip
    assert found[1].reason == "ruled by Ann on 2026-01-02"


def test_a_ruled_link_pulls_its_neighbours() -> None:
    copies = "The secretary keeps the records of every meeting in two books."
    old = draft("old", f"1. {copies}", f"2. {PUMPS}", f"3. {copies}")
    new = draft("new", f"1. {DAMS}", f"2. {copies}", f"3. {PILOTS}")
    assert "1 > 2 amend" in beads(old, new) or "3 > 2 amend" in beads(old, new)
    assert "3 > 2 amend" in beads(old, new, link(named("2"), named("1")))
    assert "1 > 2 amend" in beads(old, new, link(named("2"), named("3")))


class TestOverAChain:
    """What a person ruled on a step holds for a look from the first revision at the last."""

    OLD = draft("old", f"1. {WELLS}", f"2. {PUMPS}")
    NEW = draft("new", f"1. {WELLS}", f"2. {PUMPS}", f"3. {DAMS}")
    LAST = draft("last", f"1. {WELLS}", f"2. {PUMPS}", f"4. {DAMS}")

    def carried(self, ruling: PersonRuling) -> list[str]:
        chain = (self.OLD, self.NEW, self.LAST)
        steps = (align(self.OLD, self.NEW, (ruling,)), align(self.NEW, self.LAST))
        return [
            f"{each.matter} {each.old_revision} {', '.join(map(str, each.old))} > "
            f"{each.revision} {', '.join(map(str, each.new))}"
            for each in over(chain, steps, (ruling,))
        ]

    def test_a_link_leads_on_to_what_became_of_it(self) -> None:
        assert self.carried(link(named("1"), named("3"))) == ["link old 1 > last 4"]

    def test_what_was_parted_stays_parted(self) -> None:
        parted = link(named("1"), named("1"), matter=Matter.UNLINK)
        assert self.carried(parted) == ["unlink old 1 > last 1"]

    def test_a_ruling_on_a_fate_carries_nothing(self) -> None:
        assert self.carried(PersonRuling(Matter.FATE, "Ann", "2026-01-02", proposal="x")) == []
