"""Words that stand beside their place already are not put in twice."""

from __future__ import annotations

import pytest

from amend.labels import Label
from amend.match.apply import apply
from amend.match.doubled import undoubled
from amend.match.splice import Splice
from amend.model.draft import Paragraph, Revision
from amend.model.source import Run, Source
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.proposals import from_text
from amend.read.txt import read_text

DRAFT = "9. The members, she or the President, meet each year with the Council of Ministers."
LINES = (
    "Los consejos velarán por el agua de los ríos y de los lagos.\n"
    "Son órganos técnicos y autónomos.\nLa ley fija su número."
)
BASE = parse(read_text(DRAFT), "Rev 1")


def put_in(old: str, new: str, text: str) -> tuple[str, list[Code]]:
    start = text.index(old)
    splice, doubts = undoubled(text, Splice(start, start + len(old), new))
    after = text[: splice.start] + splice.text + text[splice.end :]
    return after, [code for code, _ in doubts]


@pytest.mark.parametrize(
    ("old", "new", "after", "codes"),
    [
        ("the President", "she or the Chair", "She or the Chair shall meet.", [Code.ALREADY_THERE]),
        ("the President", "he or she or the Chair", "She or he or she or the Chair shall meet.",
         []),
        ("the President", "the Chair shall meet", "She or the Chair shall meet.",
         [Code.ALREADY_THERE]),
        ("the President", "or the Chair", "She or or the Chair shall meet.", []),
        ("the President", "the Chair", "She or the Chair shall meet.", []),
    ],
)  # fmt: skip
def test_two_words_or_more_are_not_said_twice(
    old: str, new: str, after: str, codes: list[Code]
) -> None:
    assert put_in(old, new, "She or the President shall meet.") == (after, codes)


def test_words_that_come_again_a_word_later_are_told() -> None:
    after, codes = put_in("the President", "the Member or Chair", "A Member or the President acts.")
    assert after == "A Member or the Member or Chair acts."
    assert codes == [Code.ANCHOR_APPROXIMATE]


def test_a_phrase_that_is_replaced_repeats_nothing_and_says_so() -> None:
    asked = 'In para 9, replace "the President" by "she or the Chair".'
    made = apply(BASE, from_text(asked, BASE, ("Delta",)).proposals)
    assert made.paragraphs[0].after.startswith("The members, she or the Chair, meet")
    assert [each.code for each in made.notices] == [Code.ALREADY_THERE]


def test_a_text_for_a_part_that_is_like_another_part_is_told() -> None:
    asked = (
        "En el artículo 7, sustitúyase el inciso segundo por el siguiente:"
        " «Los consejos velarán por el agua de los ríos, de los lagos y del mar.»."
    )
    paragraph = Paragraph("a", Label.parse("Art7"), (Run(LINES),), Source("s.txt", 1))
    base = Revision("Rev 1", (paragraph,), language="es")
    made = apply(base, from_text(asked, base, ("Delta",)).proposals)
    assert Code.ANCHOR_APPROXIMATE in [each.code for each in made.notices]


def test_a_part_given_anew_is_kept_as_given_and_what_comes_twice_is_told() -> None:
    asked = (
        "En el artículo 7, sustitúyase el inciso segundo por el siguiente:"
        " «Son órganos autónomos y libres. La ley fija su número.»."
    )
    paragraph = Paragraph("a", Label.parse("Art7"), (Run(LINES),), Source("s.txt", 1))
    base = Revision("Rev 1", (paragraph,), language="es")
    made = apply(base, from_text(asked, base, ("Delta",)).proposals)
    assert made.paragraphs[0].after.count("La ley fija su número.") == 2
    assert [each.code for each in made.notices] == [Code.ALREADY_THERE]


@pytest.mark.parametrize(
    ("words", "after"),
    [
        (
            "Where no seat is free the list of that year shall be followed",
            "We fill each seat. Where no seat is free the list of that year shall be followed.",
        ),
        (
            "High Commissioner for Refugees of Delta and of Norway",
            "We fill each seat High Commissioner for Refugees of Delta and of Norway.",
        ),
        ("and each bench", "We fill each seat and each bench."),
    ],
)
def test_a_sentence_without_its_stop_goes_behind_the_stop(words: str, after: str) -> None:
    base = parse(read_text("9. We fill each seat."), "Rev 1")
    asked = f'In para 9, after "seat" insert "{words}".'
    made = apply(base, from_text(asked, base, ("Delta",)).proposals)
    assert made.paragraphs[0].after == after
