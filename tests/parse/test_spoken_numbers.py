"""Numbers as people speak them: in words, from one to another, a point set apart."""

from __future__ import annotations

import pytest

import amend
from amend.model.draft import Revision

DRAFT = amend.read_text(
    "2 ter. We welcome boats and their pilots.\n\n9. We commit to protect wells.\n", name="Rev 1"
)


@pytest.mark.parametrize(
    ("text", "language", "labels"),
    [
        ("Delete paragraph nine.", "en", ["9"]),
        ("see para twelve of the draft", "en", ["12"]),
        ("the second sentence of paragraph four", "en", ["4"]),
        ("Delete paragraphs nine and ten.", "en", ["9", "10"]),
        ("paragraph nine and two others", "en", ["9"]),
        ("Delete from 12 to 14.", "en", ["12", "13", "14"]),
        ("删除第9之二段。", "zh", ["9bis"]),
        ("paragraph one hundred", "en", []),
        ("paragraph nineteen-odd", "en", []),
        ("paragraphs from 12 to 14", "en", ["12", "13", "14"]),
        ("paras from 12 through 14", "en", ["12", "13", "14"]),
        ("they sailed from 12 to 14", "en", []),
        ("article 9 (2)", "en", ["Art9/2"]),
        ("article 9 (2015)", "en", ["Art9"]),
        ("Nummer 9", "de", ["9"]),
    ],
)
def test_a_spoken_number_is_a_reference(text: str, language: str, labels: list[str]) -> None:
    found = amend.references(text, language=language)
    assert [str(each) for one in found for each in one.labels] == labels
    for one in found:
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    "ask",
    [
        "We welcome 2 ter and ask that it be retained.",
        "We support para 2 ter and request that it be kept.",
        "We welcome para 2 ter, and we ask that it should be retained.",
    ],
)
def test_who_welcomes_a_paragraph_and_asks_that_it_stay_asks_for_both(ask: str) -> None:
    found = amend.proposals_from_text(ask, against=DRAFT, by="Delta")
    assert [(each.operation.value, [str(label) for label in each.target]) for each in found] == [
        ("support", ["2ter"]), ("retain", ["2ter"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ask", "asked"),
    [
        ("Delete paragraph nine.", [("delete_paragraph", ["9"], None)]),
        (
            "Swap paragraphs 2 ter and 9.",
            [("move_paragraph", ["9"], "before"), ("move_paragraph", ["2ter"], "after")],
        ),
        (
            "Reverse the order of paragraphs 2 ter and 9.",
            [("move_paragraph", ["9"], "before"), ("move_paragraph", ["2ter"], "after")],
        ),
        (
            "Permuter les paragraphes 2 ter et 9.",
            [("move_paragraph", ["9"], "before"), ("move_paragraph", ["2ter"], "after")],
        ),
        ("We will reverse the decline of boats.", []),
    ],
)
def test_paragraphs_that_change_places_are_two_moves(
    ask: str, asked: list[tuple[str, list[str], str | None]]
) -> None:
    found = amend.proposals_from_text(ask, against=DRAFT, by="Delta")
    assert [
        (each.operation.value, [str(one) for one in each.target],
         each.place.where.value if each.place else None)
        for each in found
    ] == asked  # fmt: skip


COUNTED = amend.read_text("1. We act.\n\n2. We meet.\n\n3. We report.\n", name="Rev 1")
PREAMBLE = amend.read_text("Recalling peace,\n\n1. We act.\n\n2. We meet.\n", name="Rev 1")


@pytest.mark.parametrize(
    ("draft", "ask", "labels"),
    [
        (COUNTED, "Delete the third paragraph.", ["3"]),
        (COUNTED, "Delete the third paragraph of the preamble.", []),
        (COUNTED, "Delete the fourth paragraph.", []),
        (PREAMBLE, "Delete the second paragraph.", []),
    ],
)
def test_a_paragraph_may_be_counted_where_the_draft_counts_alike(
    draft: Revision, ask: str, labels: list[str]
) -> None:
    found = amend.references(ask, draft=draft)
    assert [str(each) for one in found for each in one.labels] == labels
