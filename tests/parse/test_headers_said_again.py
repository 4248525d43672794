"""A table whose header stands there in two languages asks for nothing in either."""

from __future__ import annotations

from pathlib import Path

import pytest

import amend

BASE = amend.read_text("5. We invite the ferrymen to publish prices.\n", name="Rev 1")
HEAD = "Paragraph,Current text,Proposed text,Proponent\n"
ROW = "5,We invite the ferrymen to publish prices.,We ask the ferrymen to publish prices.,Delta\n"


@pytest.mark.parametrize(
    "again",
    [
        "Número,Texto actual,Texto propuesto,Delegación\n",
        "Paragraphe,Texte actuel,Texte proposé,Délégation\n",
        "Paragraphe,Texte actuel,Texte proposé,Délégation\nПункт,Текущий текст,Поправка,Страна\n",
        "",
    ],
)
def test_a_header_in_a_second_language_is_no_row(tmp_path: Path, again: str) -> None:
    path = tmp_path / "asked.csv"
    path.write_text(f"{HEAD}{again}{ROW}", encoding="utf-8")
    (found,) = amend.proposals(path, against=BASE)
    assert (found.by, str(found.target[0])) == (("Delta",), "5")


def test_a_row_with_a_number_is_read_whatever_else_it_says(tmp_path: Path) -> None:
    path = tmp_path / "asked.csv"
    path.write_text(
        f"{HEAD}5,Current text,The ferrymen publish amended prices of boats.,Party\n",
        encoding="utf-8",
    )
    (found,) = amend.proposals(path, against=BASE)
    assert (found.by, [str(each) for each in found.target]) == (("Party",), ["5"])
