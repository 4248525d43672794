"""The real discussion page the product starts from, against the register of its first entries."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from amend.model.submission import Posting, Register
from amend.parse.postings import read_register
from amend.read.page import read_page

SEED = Path(__file__).parents[2] / ".." / "shared" / "data" / "seed"
REGISTER = SEED / "register-entries-1-51.json"

pytestmark = pytest.mark.skipif(not REGISTER.exists(), reason="the shared page is not here")

_PLAIN = (
    *("line_start", "line_end", "opening", "stage", "stage_basis", "thread", "reply_to"),
    *("organisation_basis", "person", "email", "date", "date_kind", "language", "duplicate_of"),
    *("supersedes", "truncated", "attachment", "kind"),
)


@pytest.fixture(scope="module")
def register() -> Register:
    return read_register(read_page(next(SEED.glob("*.txt"))))


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(REGISTER.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("field", _PLAIN)
def test_every_entry_of_the_register_has_the_field_as_decided_by_reading(
    field: str, register: Register, gold: list[dict[str, Any]]
) -> None:
    wrong = {
        entry["n"]: (getattr(posting, field), entry[field])
        for posting, entry in zip(register.postings, gold, strict=False)
        if getattr(posting, field) != entry[field]
    }
    assert wrong == {}


def test_bodies_and_supporters_are_those_of_the_register(
    register: Register, gold: list[dict[str, Any]]
) -> None:
    for posting, entry in zip(register.postings, gold, strict=False):
        assert list(posting.organisations) == entry["organisations"]
        assert list(posting.supporters) == entry.get("supporters", [])


def test_references_and_what_is_none_are_those_of_the_register(
    register: Register, gold: list[dict[str, Any]]
) -> None:
    for posting, entry in zip(register.postings, gold, strict=False):
        named = [(each.text, str(each.label), each.relation) for each in posting.references]
        assert named == [
            (each["text"], each["label"], each["relation"]) for each in entry["references"]
        ]
        others = {each.text for each in posting.non_references}
        assert others == {each["text"] for each in entry["non_references"]}
        asked = [(str(each.label), each.operation, each.text) for each in posting.proposals]
        assert asked == [
            (each["label"], each["operation"], each["text"]) for each in entry["proposals"]
        ]


def test_the_counts_of_the_whole_page_are_those_of_the_specification(register: Register) -> None:
    postings = [each for each in register.postings if each.kind != "moderator_prompt"]
    assert (len(register.postings), len(postings)) == (77, 70)
    assert Counter(each.stage for each in postings) == {
        "pre-zero": 29, "zero": 17, "rev1": 13, "rev2": 7, "rev3": 4,
    }  # fmt: skip
    assert sum(each.truncated for each in postings) == 25
    numbered = [
        str(each.label) for one in postings for each in one.references if each.label is not None
    ]
    assert (len(numbered), len(set(numbered))) == (19, 11)
    assert [each.n for each in postings if each.proposals] == [41, 60, 64, 76]
    assert [each.n for each in postings for one in each.proposals if one.text and one.complete] == [
        *(60, 64)
    ]
    assert sum(each.attachment != "none visible" for each in postings) == 42


def test_where_a_body_was_read_is_counted_as_the_specification_does(register: Register) -> None:
    bases = Counter(_kind(each) for each in register.postings if each.kind != "moderator_prompt")
    assert bases == {"text": 37, "text + e-mail domain": 10, "e-mail domain": 11, "": 12}


def _kind(posting: Posting) -> str:
    return (posting.organisation_basis or "").removesuffix(" (name uncertain)")


def test_the_ties_of_the_later_entries_are_found(register: Register) -> None:
    by = {each.n: each for each in register.postings}
    assert by[61].supersedes == 60
    assert by[60].person == by[61].person != ""
    assert by[63].endorses == (55,)
    assert by[75].resubmission_of == 71
    assert (by[73].stage, by[73].stage_basis) == ("rev3", "explicit over thread")
    assert by[77].stage == "rev3"
