"""Which paragraphs a proposal is on, or why that cannot be told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amend.labels import Label
from amend.match.link import tie
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.model.source import Source
from amend.parse.draft import parse
from amend.read.txt import read_text

BASE = parse(
    read_text("9. We note the tides.\n9bis. We keep the wells.\n9bis. We keep the dams.\n10. End."),
    "Rev 1",
)


def proposal(operation: Operation, target: str = "", text: str = "", cut: str = "") -> Proposal:
    labels = tuple(map(Label.parse, target.split()))
    paragraphs = tuple(each.id for label in labels for each in BASE.labelled(label))
    return Proposal(
        "q1", ("A",), operation, Source("s", 1), "Rev 1", labels, paragraphs, text, cut
    )  # fmt: skip


def test_a_proposal_is_on_the_paragraphs_it_names() -> None:
    found = tie(proposal(Operation.INSERT_PHRASE, "9 10", "safely"), BASE)
    assert [str(each.label) for each in found.paragraphs] == ["9", "10"]
    assert found.problem == ""


def test_a_new_paragraph_is_on_none_and_that_is_no_problem() -> None:
    found = tie(proposal(Operation.INSERT_NEW_PARAGRAPH, "9ter", "We rest."), BASE)
    assert (found.paragraphs, found.problem) == ((), "")


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (proposal(Operation.INSERT_PHRASE, "77", "x"), "77 is not in Rev 1"),
        (proposal(Operation.INSERT_PHRASE, "", "x"), "it names no paragraph of the draft"),
        (proposal(Operation.INSERT_PHRASE, "9"), "it gives no words"),
        (proposal(Operation.INSERT_NEW_PARAGRAPH, "9ter"), "it gives no words"),
        (proposal(Operation.PLACEHOLDER, "9"), "it holds a place for a text to come"),
        (proposal(Operation.ATTACHMENT), "its words are in an attachment that is not here"),
        (
            replace(proposal(Operation.INSERT_PHRASE, "9", "x"), complete=False),
            "the text asked for is cut off",
        ),
        (
            replace(proposal(Operation.INSERT_PHRASE, "9", "x"), paragraphs=("p99",)),
            "its paragraph is not in Rev 1",
        ),
    ],
)
def test_what_cannot_be_told_is_said_in_words(asked: Proposal, problem: str) -> None:
    assert tie(asked, BASE).problem == problem


@pytest.mark.parametrize(
    "operation", [Operation.SUPPORT, Operation.OPPOSE, Operation.RESERVE, Operation.WITHDRAW]
)
def test_a_position_without_words_has_nothing_to_look_for(operation: Operation) -> None:
    assert "asks for no words" in tie(proposal(operation, "9", "x"), BASE).problem


@pytest.mark.parametrize(
    "operation",
    [Operation.DELETE_PARAGRAPH, Operation.RETAIN, Operation.SPLIT_PARAGRAPH],
)
def test_some_need_no_words(operation: Operation) -> None:
    assert len(tie(proposal(operation, "9"), BASE).paragraphs) == 1


class TestRepeatedLabels:
    """Two paragraphs under one label (domain B.6)."""

    def test_the_words_quoted_tell_which_is_meant(self) -> None:
        found = tie(proposal(Operation.DELETE_PHRASE, "9bis", cut="the dams"), BASE)
        assert [each.text for each in found.paragraphs] == ["We keep the dams."]
        anchor = Anchor(Where.AFTER, "the wells")
        asked = replace(proposal(Operation.INSERT_PHRASE, "9bis", "and springs"), anchor=anchor)
        assert [each.text for each in tie(asked, BASE).paragraphs] == ["We keep the wells."]

    @pytest.mark.parametrize("cut", ["We keep", "the boats"])
    def test_words_in_both_or_in_neither_tell_nothing(self, cut: str) -> None:
        found = tie(proposal(Operation.DELETE_PHRASE, "9bis", cut=cut), BASE)
        assert found.paragraphs == ()
        assert found.problem == "9bis stands 2 times in the draft: several candidates"
