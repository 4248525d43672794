"""Workbooks as they come: cells of any kind, merged, hidden, struck; and what is no workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from amend.errors import ReadError
from amend.model.source import Block, Cell, Look
from amend.notices import Code
from amend.read import read
from amend.read.xlsx import MOST_CELLS, read_bytes
from tests.read.books import book, cell, external, sheet

DATA = Path(__file__).parents[3] / "shared" / "data" / "argrewrite"
_DAY = (
    '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="171" formatCode="&quot;day&quot; 0.0"/></numFmts>'
    "<fonts><font/><font><strike/></font></fonts>"
    '<cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/><xf fontId="1"/>'
    "</cellXfs>"
)


def texts(data: bytes) -> list[str]:
    return [each.after for each in read_bytes(data, "m.xlsx").blocks]


def one(xml: str, **parts: str) -> Block:
    """The block of a workbook with one cell."""
    (block,) = read_bytes(book({"S": sheet([xml])}, **parts), "m.xlsx").blocks
    return block


def test_each_filled_cell_is_a_block_in_its_place() -> None:
    source = read_bytes(book({"Ours": sheet(["Para", "Text"], ["", "9"], ["9 bis"])}), "m.xlsx")
    assert source.format == "xlsx"
    assert [(each.after, each.cell) for each in source.blocks] == [
        ("Para", Cell(1, 1, 1, sheet="Ours")),
        ("Text", Cell(1, 1, 2, sheet="Ours")),
        ("9", Cell(1, 2, 2, sheet="Ours")),
        ("9 bis", Cell(1, 3, 1, sheet="Ours")),
    ]
    assert [each.source.block for each in source.blocks] == [1, 2, 3, 4]


def test_every_sheet_is_a_table_of_its_own() -> None:
    data = book({"One": sheet(["a"]), "Two": sheet(["b"])})
    cells = [each.cell for each in read_bytes(data, "m.xlsx").blocks]
    assert cells == [Cell(1, 1, 1, sheet="One"), Cell(2, 1, 1, sheet="Two")]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<c r="A1"><v>9</v></c>', "9"),
        ('<c r="A1"><v>9.0</v></c>', "9"),
        ('<c r="A1"><v>9.1</v></c>', "9.1"),
        ('<c r="A1" s="1"><v>46112</v></c>', "2026-03-31"),
        ('<c r="A1" s="2"><v>46112.75</v></c>', "2026-03-31"),
        ('<c r="A1" s="3"><v>46112</v></c>', "46112"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="A1" t="d"><v>2026-03-31T00:00:00</v></c>', "2026-03-31"),
        ('<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', "ab"),
        ('<c r="A1" t="s"><v>1</v></c>', "of two looks"),
        ('<c><v>7</v></c>', "7"),
        ('<c r="A1" t="inlineStr"><is><t>a_x000D_b_x0041_</t></is></c>', "abA"),
    ],
)  # fmt: skip
def test_a_cell_says_what_a_reader_sees(xml: str, text: str) -> None:
    looks = "<r><t>of </t></r><r><rPr><strike/></rPr><t>two looks</t></r>"
    shared = f"<si><t>x</t></si><si>{looks}<rPh><t>furigana</t></rPh></si>"
    assert one(xml, styles=_DAY, shared=shared).after == text


def test_days_may_be_counted_from_1904() -> None:
    block = one(
        '<c r="A1" s="1"><v>44650</v></c>', styles=_DAY, settings='<workbookPr date1904="1"/>'
    )
    assert block.after == "2026-03-31"


def test_struck_words_keep_their_look_and_so_does_a_struck_cell() -> None:
    shared = "<si><r><t>kept </t></r><r><rPr><strike/></rPr><t>gone</t></r></si>"
    looks = [run.look for run in one('<c r="A1" t="s"><v>0</v></c>', shared=shared).runs]
    assert looks == [Look.PLAIN, Look.STRIKE]
    assert one('<c r="A1" s="4"><v>3</v></c>', styles=_DAY).runs[0].look == Look.STRIKE


def test_a_cell_merged_with_the_one_above_says_so() -> None:
    data = book({"S": sheet(["9", "a"], ["", "b"], ["", "c"], merged="A1:A2")})
    merged = [each.cell for each in read_bytes(data, "m.xlsx").blocks if not each.after]
    assert merged == [Cell(1, 2, 1, is_merged=True, sheet="S")]


def test_a_formula_without_a_result_is_told_and_not_calculated() -> None:
    data = book({"S": sheet(["a", '<c r="B1"><f>HYPERLINK("http://x.example")</f></c>'])})
    source = read_bytes(data, "m.xlsx")
    assert [each.after for each in source.blocks] == ["a"]
    assert [(each.code, each.where) for each in source.notices] == [
        (Code.TEXT_SKIPPED, "m.xlsx, sheet S, B1")
    ]


def test_other_workbooks_are_not_opened() -> None:
    source = read_bytes(book({"S": sheet(["a"])}, links=external("file:///etc/x.xlsx")), "m.xlsx")
    assert [each.code for each in source.notices] == [Code.EXTERNAL_IGNORED]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is an old Excel workbook (.xls)"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
        (b"Para;Text\n9;x\n", "is not an Excel workbook"),
        (b"PK\x03\x04 and no more", "is cut short or damaged"),
        (book({"S": sheet([""])}), "holds no text"),
    ],
)
def test_what_is_no_workbook_is_refused_with_a_way_out(data: bytes, found: str) -> None:
    with pytest.raises(ReadError) as refusal:
        read_bytes(data, "m.xlsx")
    assert found in refusal.value.message
    assert refusal.value.hint


@pytest.mark.parametrize("suffix", [".xls", ".xlsb", ".ods"])
def test_a_format_there_is_no_reader_for_is_refused_with_a_way_out(
    tmp_path: Path, suffix: str
) -> None:
    (tmp_path / f"m{suffix}").write_bytes(b"x")
    with pytest.raises(ReadError) as refusal:
        read(tmp_path / f"m{suffix}")
    assert refusal.value.hint == "Open it in Excel and save it as .xlsx."


def test_a_part_with_entities_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet(["&a;"])
    with pytest.raises(ReadError):
        read_bytes(book({"S": bomb}), "m.xlsx")


def test_a_text_shared_by_a_million_cells_is_refused() -> None:
    shared = f"<si><t>{'word ' * 20_000}</t></si>"
    rows = [f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 1000)]
    xml = sheet(["x"]).replace("</row>", "</row>" + "".join(f"<row>{each}</row>" for each in rows))
    with pytest.raises(ReadError, match="million letters"):
        read_bytes(book({"S": xml}, shared=shared), "m.xlsx")


def test_too_many_cells_are_refused() -> None:
    row = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
    xml = sheet([""]).replace("</sheetData>", row * (MOST_CELLS // 1000 + 1) + "</sheetData>")
    with pytest.raises(ReadError, match="filled cells"):
        read_bytes(book({"S": xml}), "m.xlsx")


def test_a_cell_outside_any_sheet_is_left_out() -> None:
    assert texts(book({"S": sheet(["a", cell("XFE1", "b"), cell("ZZZ9", "c")])})) == ["a"]


@pytest.mark.parametrize("cut", range(5, 100, 10))
def test_a_workbook_cut_short_is_an_error_or_a_notice(cut: int) -> None:
    data = book({"S": sheet(["Para", "Text"], ["9", "We act."])}, shared="<si><t>x</t></si>")
    with pytest.raises(ReadError):
        read_bytes(data[: len(data) * cut // 100], "m.xlsx")


def test_workbooks_of_others_are_read_whole() -> None:
    files = sorted(DATA.rglob("*.xlsx"))[:12]
    if not files:
        pytest.skip("the shared data is not here")
    for path in files:
        assert len(read(path).blocks) > 10


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    xml = sheet(["Para", "Text"], ["9", "shown"], ["10", "not shown"])
    hidden = xml.replace('<row r="3">', '<row r="3" hidden="1">')
    source = read_bytes(book({"S": hidden}), "m.xlsx")
    assert [each.after for each in source.blocks][-1] == "not shown"
    assert [(each.code, each.text) for each in source.notices] == [
        (Code.WORDS_HIDDEN, "filled cells in hidden rows of the sheet 'S': 2; all are read.")
    ]
    columns = '<cols><col min="2" max="16384" hidden="true"/></cols><sheetData>'
    source = read_bytes(book({"S": xml.replace("<sheetData>", columns)}), "m.xlsx")
    assert "hidden columns of the sheet 'S': 3" in source.notices[0].text
