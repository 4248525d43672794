"""Parts of a paragraph: where the text sets them apart, and where it does not."""

from __future__ import annotations

import time

import pytest

from amend.text.parts import Part, PartKind, find_part, find_parts, points, sentences

K = PartKind
LAW = (
    "Rivers. The council meets twice, see art. 5 of the statute. It reports every year.\n"
    "Its duties are:\n"
    "a) to measure the flow;\n"
    "b) to warn, cf. No. 3, of floods; and\n"
    "c) to report.\n"
    "A law sets the rest. It enters into force at once."
)


def shown(text: str, *parts: Part) -> str | None:
    found = find_parts(text, parts)
    return None if found is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Part(K.SENTENCE, 2, 2), "sentence 2"),
        (Part(K.SENTENCE, -1, -1), "the last sentence"),
        (Part(K.SUBPARAGRAPH, 2, 3), "subparagraphs 2 to 3"),
        (Part(K.POINT, name="d"), "point d"),
        (Part(K.CHAPEAU), "the chapeau"),
        (Part(K.POINT, is_new=True), "a new point"),
    ],
)
def test_a_part_is_named_in_words(part: Part, said: str) -> None:
    assert str(part) == said


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part(K.SENTENCE, 1, 1), "Rivers."),
        (Part(K.SENTENCE, 2, 2), "The council meets twice, see art. 5 of the statute."),
        (Part(K.SENTENCE, -1, -1), "It enters into force at once."),
        (Part(K.SUBPARAGRAPH, -1, -1), "A law sets the rest. It enters into force at once."),
        (Part(K.SUBPARAGRAPH, 1, 1), LAW.split("\n", maxsplit=1)[0]),
        (Part(K.LINE, 3, 3), "a) to measure the flow;"),
        (Part(K.POINT, name="b"), "b) to warn, cf. No. 3, of floods; and"),
        (Part(K.POINT, name="c"), "c) to report."),
        (Part(K.CHAPEAU), LAW.split("\na)", maxsplit=1)[0]),
        (Part(K.TITLE), "Rivers."),
        (Part(K.POINT, name="d"), None),
        (Part(K.SUBPARAGRAPH, 7, 7), None),
    ],
)
def test_a_part_is_found_where_the_text_shows_it(part: Part, words: str | None) -> None:
    assert shown(LAW, part) == words


def test_a_sentence_of_a_part_is_counted_inside_it() -> None:
    assert shown(LAW, Part(K.LINE, -1, -1), Part(K.SENTENCE, 1, 1)) == "A law sets the rest."


def test_several_parts_in_a_row_are_one_stretch() -> None:
    assert shown(LAW, Part(K.LINE, 3, 4)) == "a) to measure the flow;\n" + LAW.split("\n")[3]


def test_sub_paragraphs_of_a_text_in_one_line_are_not_to_be_seen() -> None:
    flat = LAW.replace("\n", " ")
    assert find_part(flat, Part(K.SUBPARAGRAPH, 2, 2)) is None
    assert find_part(flat, Part(K.POINT, name="c")) is None, (
        "where the last point ends is not clear"
    )
    assert shown(flat, Part(K.POINT, name="a")) == "a) to measure the flow;"


def test_a_text_of_one_sentence_is_its_own_first_and_last_sub_paragraph() -> None:
    assert shown("We agree.", Part(K.SUBPARAGRAPH, -1, -1)) == "We agree."


def test_a_number_in_running_text_opens_no_point() -> None:
    assert not points("As set out in article 23. Every person may ask, under 4. or 5. of it.")


def test_a_list_that_lost_a_point_goes_on_behind_it() -> None:
    text = "We shall: 1. see; 2. hear; 4. speak; 5. act; 8. rest."
    assert [mark.name for mark in points(text)] == ["1", "2", "4", "5"]
    assert [mark.name for mark in points("We: a) see; c) hear, under z) of it.")] == ["a"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("我们同意。我们也同意！第三句。", 3),
        ("نحن نوافق. ونعمل معا؟ هذا هو النص.", 3),
        ("Мы согласны. Это статья 3. Она кратка.", 3),
        ("¿Cuándo? «Ahora.» Así lo dice el Sr. Díaz.", 3),
    ],
)
def test_sentences_are_told_apart_in_other_scripts(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize("text", ["a) " * 20_000, ". A" * 20_000, "\n" * 50_000, "1. " * 20_000])
def test_hostile_texts_take_no_longer_than_long_ones(text: str) -> None:
    start = time.process_time()
    find_part(text, Part(K.POINT, name="z"))
    find_part(text, Part(K.SENTENCE, -1, -1))
    assert time.process_time() - start < 2.0
