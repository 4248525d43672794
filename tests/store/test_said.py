"""A stored notice can be said in the language of a report, as one just made can."""

from __future__ import annotations

import json

import pytest

from amend.model.draft import Revision
from amend.notices import Code, Notice
from amend.render.tongue import tongue
from amend.store.codec import columns, from_columns
from amend.text.told import Day, Told, counted, told

WHERE = told("{file}, {place}", file="a.pdf", place=told("block {block}", block=7))
TEXT = told(
    "{label} stands twice; the first is in {place}.", label="9bis",
    place=told("block {block}", block=3),
)  # fmt: skip


def _again(notice: Notice) -> Notice:
    revision = Revision("Rev 1", (), notices=(notice,))
    row = json.loads(json.dumps(columns(revision)))
    (found,) = from_columns(Revision, row).notices
    return found


def test_a_notice_keeps_how_to_say_it() -> None:
    found = _again(Notice(Code.LABEL_REPEATED, WHERE, TEXT))
    assert found == Notice(Code.LABEL_REPEATED, str(WHERE), str(TEXT))
    assert (
        tongue("fr").say(found.text) == "9bis figure deux fois\u202f; le premier est dans bloc 3."
    )


def test_numbers_and_days_in_it_stay_what_they_are() -> None:
    text = told("{count} on {day}", count=counted(2, "word"), day=Day("2015-12-12"))
    found = _again(Notice(Code.NO_NUMBERS, "a.md", text)).text
    assert isinstance(found, Told)
    assert type(found.values["day"]) is Day
    assert found.values["count"].values == {"n": 2}


def test_words_of_others_stay_plain_and_what_is_no_sentence_is_refused() -> None:
    plain = _again(Notice(Code.NO_NUMBERS, "a.md", '{"one": "new"}'))
    assert plain.text == '{"one": "new"}'
    assert type(plain.text) is str
    row = columns(Revision("Rev 1", (), notices=(plain,)))
    row["notices"][0]["text"] = {"one": "{n}", "many": "", "begins": False, "values": {}}
    with pytest.raises(ValueError, match="no sentence"):
        from_columns(Revision, {**row, "notices": [{**row["notices"][0], "text": {"one": 1}}]})
