"""The language of a draft: what keeps, supports, includes and withdraws there asks for nothing."""

from __future__ import annotations

import pytest

from amend.model.draft import Revision
from amend.model.proposal import Operation
from amend.parse.draft import parse
from amend.parse.proposals import from_text
from amend.read.txt import read_text

BASE: Revision = parse(read_text("9. We protect rivers.\n\n12. We act.\n\n13. We meet."), "Rev 1")
TEXTS = {Operation.REPLACE_PARAGRAPH, Operation.INSERT_NEW_PARAGRAPH}


def asked(text: str) -> list[str]:
    proposals = from_text(text, BASE, ("Delta",)).proposals
    return [
        " ".join((each.operation, *map(str, each.target)))
        for each in proposals
        if each.operation not in TEXTS
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Members shall publish and keep a public record of their decisions.",
        "Money collected in support of this plan may come from the trust fund set up for it.",
        "Support for measures against drought is provided through the fund of the river states.",
        "Any member that withdraws from the compact is held to have withdrawn from its annexes.",
        "The harm that a changing climate and the change of seasons do is to be measured by all.",
        "Nobody is held responsible for acts or omissions of those who lived upstream before him.",
        "The plan may include, but is not limited to, the transfer of pumps and of knowledge.",
        "Removing barriers to trade in water is central to the work of cities and of farmers.",
        "We endorse the efforts of river boards to warn all people who live along the banks.",
        "We endorse the Compact on Shared Rivers and all that was agreed by the states so far.",
    ],
)
@pytest.mark.parametrize("heading", ["", "Para 13\n\n"])
def test_a_sentence_of_a_draft_asks_for_nothing(sentence: str, heading: str) -> None:
    assert asked(heading + sentence) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The words “rivers” may be deleted from para 9.", ["delete_phrase 9"]),
        ("The words “rivers” in para 9 shall be deleted.", ["delete_phrase 9"]),
        ("Para 12\n\nDelete.", ["delete_paragraph 12"]),
        ("Para 12\n\nWe support it as it stands.", ["support 12"]),
        ("Para 12: support", ["support 12"]),
        ("The Union of Delta Cities supports para 12.", ["support 12"]),
        ("We express our support for para 12.", ["support 12"]),
        ("We withdraw our proposal on para 9.", ["withdraw 9"]),
        ("Para 9 should be strengthened.", ["request_without_text 9"]),
        ("We cannot accept para 9 and request its deletion.", ["oppose 9", "delete_paragraph 9"]),
        ("We endorse the proposal of Osmere on para 9.", ["endorse 9"]),
    ],
)  # fmt: skip
def test_what_is_asked_for_in_like_words_is_read(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted
