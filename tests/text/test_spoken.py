"""Names of paragraphs as tables and people print them."""

from __future__ import annotations

import pytest

from amend.text.spoken import Spoken, spoken


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("12", ["12"]),
        ("paras 12, 13 and 42-ter", ["12", "13", "42-ter"]),
        ("12; 13\n14", ["12", "13", "14"]),
        ("8 (a)", ["8 (a)"]),
        ("párrs. 3 y 4", ["3", "4"]),
        ("пункты 3 и 4", ["3", "4"]),
        ("الفقرة ٩", ["٩"]),
        ("9、10", ["9", "10"]),
        ("Article 3, 4 bis", ["Article 3", "4 bis"]),
    ],
)
def test_a_list_of_numbers_is_read_in_its_order(text: str, labels: list[str]) -> None:
    assert [each.label for each in spoken(text)] == labels


@pytest.mark.parametrize(
    "text", ["", "—", " - ", "(new)", "Deleted", "[supprimé]", "新增", "исключен", "n/a", "[]"]
)
def test_a_cell_that_says_there_is_none_names_nothing(text: str) -> None:
    assert spoken(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Having heard the statements …”", Spoken("", "Having heard the statements")),
        ("3bis “The Parties, and all, do …”", Spoken("3bis", "The Parties, and all, do")),
        ("«Ayant entendu»", Spoken("", "Ayant entendu")),
        ("“No text” (2)", Spoken("", "No text", 2)),
    ],
)  # fmt: skip
def test_words_in_quotes_name_a_paragraph_and_are_not_parted(text: str, found: Spoken) -> None:
    assert spoken(text) == (found,)


@pytest.mark.parametrize("text", ["12 to 14", "12–14", "12-14", "12 - 14", "12 à 14", "12 至 14"])
def test_a_range_has_both_its_ends(text: str) -> None:
    assert spoken(text) == (Spoken("12", until="14"),)


def test_a_hyphen_before_a_latin_number_is_no_range() -> None:
    assert spoken("42-ter") == (Spoken("42-ter"),)
