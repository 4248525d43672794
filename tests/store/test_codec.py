"""Values as plain JSON: little is written, all of it comes back, nothing wrong goes in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given

from amend.labels import Label
from amend.model.draft import Paragraph, Role
from amend.model.ruling import PersonRuling
from amend.model.source import Look, Run, Stamp
from amend.store.codec import columns, decode, encode, from_columns

from .values import every, paragraph


def test_what_is_at_its_default_is_not_written() -> None:
    assert encode(Run("words")) == {"text": "words"}
    assert encode(Run("x", deleted=Stamp("A"), look=Look.BOLD | Look.STRIKE)) == {
        "text": "x",
        "deleted": {"author": "A"},
        "look": 9,
    }


def test_what_was_stored_before_a_field_came_reads_with_its_default() -> None:
    assert decode(Run, {"text": "words"}) == Run("words")
    assert decode(Stamp, {}) == Stamp()


@given(every(Paragraph) | every(PersonRuling))
def test_plain_values_pass_through_json_and_come_back(value: Any) -> None:
    kind = type(value)
    assert decode(kind, json.loads(json.dumps(encode(value)))) == value
    assert from_columns(kind, json.loads(json.dumps(columns(value)))) == value


def test_a_label_is_readable_and_in_parts_only_where_its_print_tells_too_little() -> None:
    ninth = Label.parse("(i)").under(Label.parse("9"), Label.parse("9(h)"))
    roman = Label.parse("9(i)")
    assert str(ninth) == str(roman) == "9(i)"
    assert ninth.key != roman.key
    for label in (ninth, roman):
        assert decode(Label, encode(label)).key == label.key
    assert encode(Label.parse("42 BIS")) == "42bis"


def test_a_field_kept_elsewhere_is_left_out_and_given_back() -> None:
    row = columns(paragraph(), leave_out="runs")
    assert "runs" not in row
    assert row["role"] == "preambular"
    assert from_columns(Paragraph, row, runs=paragraph().runs) == paragraph()


@pytest.mark.parametrize(
    "wrong",
    [
        Run(5),  # type: ignore[arg-type]
        Run("x", inserted="A"),  # type: ignore[arg-type]
        Run("x", look="bold"),  # type: ignore[arg-type]
        Stamp(author=True),  # type: ignore[arg-type]
    ],
)
def test_a_field_of_another_type_does_not_go_in(wrong: Run | Stamp) -> None:
    with pytest.raises((TypeError, ValueError)):
        encode(wrong)


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (Run, {}),
        (Run, {"text": "x", "colour": "red"}),
        (Run, {"text": 5}),
        (Role, "prologue"),
        (Label, "no label"),
        (Label, 9),
    ],
)
def test_what_is_no_such_value_does_not_come_out(kind: type[object], plain: object) -> None:
    with pytest.raises(Exception, match=r".") as refusal:
        decode(kind, plain)
    assert type(refusal.value).__name__ in ("TypeError", "ValueError", "KeyError", "LabelError")


def test_a_type_nobody_described_is_refused() -> None:
    @dataclass(frozen=True)
    class Strange:
        share: float

    with pytest.raises(TypeError, match="no way to store"):
        encode(Strange(0.5))
