from __future__ import annotations

import copy
import json
import pickle

from amend.text.told import Day, Told, counted, joined, listed, numbered, sentence, told


def test_a_sentence_is_the_english_string_that_it_reads_as() -> None:
    said = told("moved from {labels}", labels="9bis")
    assert said == "moved from 9bis"
    assert hash(said) == hash("moved from 9bis")
    assert json.dumps([said]) == '["moved from 9bis"]'


def test_a_sentence_keeps_its_pattern_and_values_through_pickle_and_copy() -> None:
    said = sentence(told("new in {where}", where=told("paragraph {last}", last="9")))
    for made in (pickle.loads(pickle.dumps(said)), copy.deepcopy(said)):
        assert made == "New in paragraph 9."
        assert isinstance(made, Told)
        assert made.values["clause"].values["where"].pattern == "paragraph {last}"


def test_what_others_wrote_is_no_pattern() -> None:
    assert told("ruled by {name}", name="{n} {0}") == "ruled by {n} {0}"
    assert told("{part} of {whole}", part="{whole}", whole="x") == "{whole} of x"


def test_counts_take_the_form_of_their_number() -> None:
    assert [counted(n, "proposal") for n in (0, 1, 2)] == [
        "0 proposals",
        "1 proposal",
        "2 proposals",
    ]
    assert counted(12345, "word") == "12,345 words"
    assert numbered(1, "{n} of {of} is", "{n} of {of} are", of=7) == "1 of 7 is"


def test_lists_read_as_sentences_and_foreign_ones_stay_plain() -> None:
    assert [listed(each) for each in ((), "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert type(joined(", ", ["9", "10"])) is str
    assert isinstance(joined(", ", ["9", told("new")]), Told)


def test_others_strings_can_be_changed_and_dates_are_left() -> None:
    said = told("{name}, {day}", name="acme", day=Day("2026-03-01"))
    assert said.mapped(str.upper) == "ACME, 2026-03-01"
