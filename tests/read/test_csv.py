"""Tables of values as programs and countries write them: any sign between cells, any Unicode."""

from __future__ import annotations

import pytest

from amend.errors import ReadError
from amend.model.source import Cell
from amend.read.csv import MOST_CELLS, read_bytes

ROWS = "Para{0}Current text{0}Proposed text\n9{0}We act{0}We act now\n10{0}{0}(new) We thank\n"


def cells(data: bytes) -> list[tuple[str, int, int]]:
    found = []
    for each in read_bytes(data, "m.csv").blocks:
        assert each.cell is not None
        found.append((each.after, each.cell.row, each.cell.column))
    return found


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_sign_between_cells_and_the_encoding_are_seen(sign: str, encoding: str) -> None:
    found = cells(ROWS.format(sign).encode(encoding))
    assert found[2] == ("Proposed text", 1, 3)
    assert found[-1] == ("(new) We thank", 3, 3)
    assert len(found) == 8


def test_commas_in_sentences_part_no_cells_where_semicolons_do() -> None:
    data = b"Para;Text\n9;We, the States, act\n10;We, too, act\n"
    assert cells(data)[3] == ("We, the States, act", 2, 2)


def test_excel_may_say_the_sign_itself_and_rows_keep_their_numbers() -> None:
    assert cells(b"sep=;\na;b,c\n") == [("a", 2, 1), ("b,c", 2, 2)]


def test_a_quoted_cell_holds_lines_and_quotation_marks() -> None:
    data = b'Para,Text\n9,"We ""act"",\nand go on"\n'
    assert cells(data)[3] == ('We "act",\nand go on', 2, 2)


def test_a_cell_knows_its_place() -> None:
    (first, *_) = read_bytes(b"a,b\n", "m.csv").blocks
    assert first.cell == Cell(1, 1, 1)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("Para;Text\n9;Les États agissent\n".encode("windows-1252"), "is not UTF-8 text"),
        (b"PK\x03\x04", "is a packed file"),
        (b",,,\n,\n", "holds no text"),
        (b"a,b\n" + b'"' + b"x" * 200_000, "is no table"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(data: bytes, found: str) -> None:
    with pytest.raises(ReadError) as refusal:
        read_bytes(data, "m.csv")
    assert found in refusal.value.message
    assert refusal.value.hint


def test_the_way_out_of_a_foreign_encoding_names_what_excel_calls_it() -> None:
    with pytest.raises(ReadError) as refusal:
        read_bytes("é;à\n".encode("windows-1252"), "m.csv")
    assert refusal.value.hint == "Save it as UTF-8 (in Excel: Save As, CSV UTF-8), or as .xlsx."


def test_too_many_cells_are_refused() -> None:
    with pytest.raises(ReadError, match="filled cells"):
        read_bytes(b"a,b\n" * (MOST_CELLS // 2 + 1), "m.csv")
