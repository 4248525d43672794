"""What was put for a paragraph that is gone: told by its neighbours, and by its number there."""

from __future__ import annotations

import pytest

import amend
from amend.match.heirs import heirs
from amend.model.alignment import Change

RIVERS = "We protect rivers and lakes of the northern basin from mining and dumping."
SCHOOLS = "Every village school shall have a library, a kitchen and a garden of its own."
PORTS = "Ports report on landed fish each quarter to the regional council of harbours."
TRAINS = "Night trains run between the capitals on every day of the week but Sundays."
MUSIC = "Orchestras may rehearse in public halls free of charge outside opening hours."
BREAD = "Bakers print weight and flour on each loaf they sell by machine or by hand."


def found(old: list[str], new: list[str]) -> dict[str, str]:
    """Return new paragraphs by the number of the one they were put for."""
    base, later = (
        amend.read_text("\n\n".join(f"{n}. {each}" for n, each in enumerate(texts, 1)), name=name)
        for texts, name in ((old, "Rev 1"), (new, "Rev 2"))
    )
    pairs = heirs(base, later, amend.align(base, later).beads)
    assert all(bead.changes == {Change.SUBSTITUTION} for bead in pairs.values())
    return {str(bead.old[0].label): bead.new[0].text for bead in pairs.values()}


def test_one_new_paragraph_between_the_same_neighbours_was_put_for_the_one_gone() -> None:
    assert found([RIVERS, SCHOOLS, PORTS], [MUSIC, RIVERS, TRAINS, PORTS]) == {"2": TRAINS}


@pytest.mark.parametrize("gone", [0, 2])
def test_an_end_of_the_text_is_a_neighbour(gone: int) -> None:
    old = [RIVERS, SCHOOLS, PORTS]
    new = [*old[:gone], TRAINS, *old[gone + 1 :]]
    assert found(old, new) == {str(gone + 1): TRAINS}


def test_as_many_new_as_are_gone_are_paired_in_order() -> None:
    old, new = [RIVERS, SCHOOLS, PORTS, BREAD], [RIVERS, TRAINS, MUSIC, BREAD]
    assert found(old, new) == {"2": TRAINS, "3": MUSIC}


def test_of_more_gone_than_new_the_number_tells() -> None:
    old, new = [RIVERS, SCHOOLS, PORTS, BREAD], [RIVERS, TRAINS, BREAD]
    assert found(old, new) == {"2": TRAINS}


def test_a_number_at_another_place_tells_nothing() -> None:
    old, new = [RIVERS, SCHOOLS, PORTS, BREAD], [RIVERS, PORTS, BREAD, TRAINS]
    assert found(old, new) == {}
    assert found([*old, MUSIC], [RIVERS, PORTS, BREAD, MUSIC, TRAINS]) == {}


def test_what_was_moved_away_is_no_neighbour() -> None:
    old = [RIVERS, SCHOOLS, PORTS, BREAD, MUSIC]
    assert found(old, [RIVERS, TRAINS, BREAD, MUSIC, SCHOOLS]) == {"3": TRAINS}


def test_nothing_gone_has_no_heirs() -> None:
    assert found([RIVERS], [RIVERS, PORTS]) == {}
