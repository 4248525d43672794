"""Values as plain JSON: little is written, all of it comes back, nothing wrong goes in."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given

from amend.errors import LabelError
from amend.labels import Label
from amend.model.draft import Paragraph
from amend.model.ruling import PersonRuling
from amend.model.source import Look, Run, Stamp
from amend.store.codec import columns, from_columns

from .values import every, paragraph


def runs(*given_: Run) -> Any:
    return columns(replace(paragraph(), runs=given_))["runs"]


def again(**changed: object) -> Paragraph:
    return from_columns(Paragraph, columns(paragraph()) | changed)


def test_inside_a_field_what_is_at_its_default_is_not_written() -> None:
    assert runs(Run("words")) == [{"text": "words"}]
    assert runs(Run("x", deleted=Stamp("A"), look=Look.BOLD | Look.STRIKE)) == [
        {"text": "x", "deleted": {"author": "A"}, "look": 9}
    ]


def test_what_was_stored_before_a_field_came_reads_with_its_default() -> None:
    assert again(runs=[{"text": "words"}]).runs == (Run("words"),)
    assert again(mark_inserted={}).mark_inserted == Stamp()


@given(every(Paragraph) | every(PersonRuling))
def test_plain_values_pass_through_json_and_come_back(value: Any) -> None:
    assert from_columns(type(value), json.loads(json.dumps(columns(value)))) == value


def test_a_label_is_readable_and_in_parts_only_where_its_print_tells_too_little() -> None:
    ninth = Label.parse("(i)").under(Label.parse("9"), Label.parse("9(h)"))
    roman = Label.parse("(i)").under(Label.parse("9"))
    assert str(ninth) == str(roman) == "9(i)"
    assert ninth.key != roman.key
    for label in (ninth, roman):
        stored = columns(replace(paragraph(), label=label))
        loaded = from_columns(Paragraph, stored).label
        assert loaded is not None
        assert loaded.key == label.key
    assert columns(replace(paragraph(), label=Label.parse("42 BIS")))["label"] == "42bis"


def test_a_field_kept_elsewhere_is_left_out_and_given_back() -> None:
    row = columns(paragraph(), leave_out="runs")
    assert "runs" not in row
    assert row["role"] == "preambular"
    assert from_columns(Paragraph, row, runs=paragraph().runs) == paragraph()


@pytest.mark.parametrize(
    "wrong",
    [
        {"runs": (Run(5),)},  # type: ignore[arg-type]
        {"runs": (Run("x", inserted="A"),)},  # type: ignore[arg-type]
        {"runs": (Run("x", look="bold"),)},  # type: ignore[arg-type]
        {"runs": [Run("x")]},
        {"mark_deleted": Stamp(author=True)},  # type: ignore[arg-type]
        {"role": "prologue"},
        {"path": None},
    ],
)
def test_a_field_of_another_type_does_not_go_in(wrong: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        columns(replace(paragraph(), **wrong))


@pytest.mark.parametrize(
    "wrong",
    [
        {"runs": [{}]},
        {"runs": [{"text": "x", "colour": "red"}]},
        {"runs": [{"text": 5}]},
        {"runs": ["text"]},
        {"runs": "text"},
        {"role": "prologue"},
        {"label": "no label"},
        {"label": 9},
        {"path": None},
    ],
)
def test_what_is_no_such_value_does_not_come_out(wrong: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError, LabelError)):
        again(**wrong)


def test_a_type_nobody_described_is_refused() -> None:
    @dataclass(frozen=True)
    class Strange:
        share: float

    with pytest.raises(TypeError, match="no way to store"):
        columns(Strange(0.5))
