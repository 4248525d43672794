"""PDFs made to harm, or to hide: each ends in an error or a notice, soon, and in little memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from amend.errors import ReadError
from amend.model.source import BlockKind, Look, SourceText
from amend.notices import Code
from amend.read import pdf_process
from amend.read.passwords import opened_with
from amend.read.pdf import read_bytes
from tests.commands import amend as run
from tests.read.papers import Sheet, paper, parts, written

WORDS = "1. The Parties shall keep the ferry afloat, in winter too."
SOON = 110  # seconds: less than a whole file may take, and room for a busy machine


def sheet(text: str = WORDS, y: float = 700) -> Sheet:
    return Sheet().words(70, y, text)


def told(found: SourceText, code: Code) -> str:
    """What the notices of a kind say, one behind the other."""
    return " ".join(each.text for each in found.notices if each.code is code)


def body(found: SourceText) -> list[str]:
    return [each.after for each in found.blocks if each.kind is not BlockKind.MARGIN]


def hidden(found: SourceText) -> list[str]:
    return [
        each.text for block in found.blocks for each in block.runs if each.look & Look.HIDDEN
    ]  # fmt: skip


def with_stream(stream: bytes, entries: str) -> bytes:
    """A page whose content is a stream as it is given, and another page that is whole."""
    things = parts([sheet(), sheet("2. The pier is mended.")])
    at = next(n for n, each in enumerate(things) if WORDS.encode() in each)
    things[at] = b"<< /Length %d %s >>\nstream\n%s\nendstream" % (
        len(stream), entries.encode(), stream,
    )  # fmt: skip
    return written(things)


class TestLimits:
    """What would fill memory or time is cut off, told, and takes nothing else along."""

    def test_a_page_that_unpacks_to_more_than_memory_is_told_and_the_next_is_read(self) -> None:
        packer = zlib.compressobj(9)
        bomb = b"".join(packer.compress(b" " * 2**24) for _ in range(66)) + packer.flush()
        found = read_bytes(with_stream(bomb, "/Filter /FlateDecode"), "draft.pdf")
        assert body(found) == ["2. The pier is mended."]
        assert "was not read" in told(found, Code.TEXT_SKIPPED)

    def test_a_drawing_that_grows_tenfold_at_every_level_is_given_up_soon(self) -> None:
        forms = [
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {n} 0 R"
            f" >> >> /Length 60 >>\nstream\n{'/X Do ' * 10}\nendstream"
            for n in (*range(4, 16), 3)
        ]
        things = parts([Sheet([f"BT ({WORDS}) Tj ET /X Do"]), sheet("2. Whole.")], more=forms)
        page = next(n for n, each in enumerate(things) if b"/Type /Page " in each)
        things[page] = things[page].replace(b"/XObject <<", b"/XObject << /X 3 0 R")
        begun = time.monotonic()
        found = read_bytes(written(things), "draft.pdf")
        assert time.monotonic() - begun < SOON
        assert "2. Whole." in body(found)
        assert "damaged" in told(found, Code.TEXT_SKIPPED)

    def test_a_child_that_says_nothing_is_ended_by_the_clock(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asleep = "import sys, time; sys.stdin.buffer.read(); time.sleep(600)"
        monkeypatch.setattr(pdf_process, "_CHILD", ("-c", asleep))
        monkeypatch.setattr(pdf_process, "SILENT", 0.3)
        begun = time.monotonic()
        with pytest.raises(ReadError, match="no page of it can be read"):
            read_bytes(paper([sheet()]), "draft.pdf")
        assert time.monotonic() - begun < SOON

    def test_words_in_all_are_counted_and_what_is_beyond_is_told(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pdf_process, "MOST_PIECES", 2)
        found = read_bytes(paper([sheet(f"{n}. Words.") for n in range(1, 6)]), "draft.pdf")
        assert len(body(found)) < 5
        (notice,) = [each for each in found.notices if each.code is Code.TEXT_SKIPPED]
        assert "those to page 5 were not read" in notice.text

    def test_pages_beyond_the_most_are_told(self) -> None:
        things = parts([sheet()])
        page = next(n for n, each in enumerate(things, 1) if b"/Type /Page " in each)
        things[1] = b"<< /Type /Pages /Kids [%s] /Count 5001 >>" % (b"%d 0 R " % page * 5001)
        found = read_bytes(written(things), "draft.pdf")
        assert "5,001 pages; those after page 5,000" in told(found, Code.TEXT_SKIPPED)

    def test_annotations_beyond_the_most_are_told(self) -> None:
        page = sheet()
        page.notes = ["3 0 R"] * 2_001
        note = "<< /Type /Annot /Subtype /Highlight /Rect [70 690 90 710] /Contents (One) >>"
        found = read_bytes(paper([page], things=[note]), "draft.pdf")
        assert "more annotations than are read" in told(found, Code.TEXT_SKIPPED)

    def test_words_beyond_the_most_of_a_page_are_told(self) -> None:
        page = Sheet()
        for place in range(20_050):
            page.drawn.append(
                f"BT /F1 1 Tf 1 0 0 1 {place % 100 * 5} {place // 100 * 4} Tm (a) Tj ET"
            )
        found = read_bytes(paper([page]), "draft.pdf")
        assert "more words than a page can" in told(found, Code.TEXT_SKIPPED)

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
    def test_no_child_outlives_a_parent_that_is_killed(self, tmp_path: Path) -> None:
        script = (
            "import os, subprocess, sys, time\n"
            "asks = 'from amend.read import pdf_child as c; import time; c._limit();'\n"
            "asks += 'print(1, flush=True); time.sleep(600)'\n"
            "child = subprocess.Popen([sys.executable, '-c', asks], stdout=subprocess.PIPE)\n"
            "child.stdout.readline(); print(child.pid, flush=True); os.abort()\n"
        )
        ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
        child = int(ended.stdout)
        for _ in range(100):
            if not _is_alive(child):
                break
            time.sleep(0.05)
        assert not _is_alive(child)


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return False
    return state[0] != "Z" and os.getpid() != process


class TestSpoilt:
    """Pages and trees that lie about themselves."""

    @pytest.mark.parametrize(
        "tree",
        [
            b"<< /Type /Pages /Kids [2 0 R %d 0 R 2 0 R] /Count 3 >>",
            b"<< /Type /Pages /Kids [%d 0 R] /Count 2000000000 >>",
            b"<< /Type /Pages /Kids [%d 0 R] /Count -7 >>",
        ],
        ids=["holds itself", "counts too many", "counts less than none"],
    )
    def test_a_tree_of_pages_that_lies_gives_its_page(self, tree: bytes) -> None:
        things = parts([sheet()])
        page = next(n for n, each in enumerate(things, 1) if b"/Type /Page " in each)
        things[1] = tree % page
        assert body(read_bytes(written(things), "draft.pdf"))[0] == WORDS

    def test_a_tree_as_deep_as_it_is_long_is_damage(self) -> None:
        things = parts([sheet()])
        page = next(n for n, each in enumerate(things, 1) if b"/Type /Page " in each)
        begins = len(things) + 1
        things[1] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % begins
        ends = begins + 20_000
        things += [
            b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1 if n + 1 < ends else page)
            for n in range(begins, ends)
        ]
        with pytest.raises(ReadError, match="is damaged: 1 of its 1 pages cannot be read"):
            read_bytes(written(things), "draft.pdf")

    def test_a_file_without_pages_says_so(self) -> None:
        with pytest.raises(ReadError, match="holds no page"):
            read_bytes(written([b"<< /Type /Catalog >>"]), "draft.pdf")

    @pytest.mark.parametrize("box", ["0 0 0 0", "0 0 1000000000 1000000000", "595 842 0 0"])
    def test_a_page_of_no_or_any_size_is_read(self, box: str) -> None:
        things = [
            each.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [%s]" % box.encode())
            for each in parts([sheet()])
        ]
        assert body(read_bytes(written(things), "draft.pdf")) == [WORDS]

    @pytest.mark.parametrize("quarters", [90, 180, 270])
    def test_a_page_shown_turned_is_read_the_way_its_letters_run(self, quarters: int) -> None:
        page = Sheet(more=f"/Rotate {quarters}").words(70, 700, "1. First.")
        found = read_bytes(paper([page.words(70, 680, "2. Second.")]), "draft.pdf")
        assert body(found) == ["1. First.", "2. Second."]

    def test_a_page_whose_words_run_up_the_sheet_is_read_as_a_page(self) -> None:
        page = Sheet()
        for x, text in ((100, "1. First."), (120, "2. Second.")):
            page.drawn.append(f"BT /F1 10 Tf 0 1 -1 0 {x} 100 Tm ({text}) Tj ET")
        assert body(read_bytes(paper([page]), "draft.pdf")) == ["1. First.", "2. Second."]

    @pytest.mark.parametrize(
        ("data", "found"),
        [
            (b"PK\x03\x04" + bytes(60), "a packed file"),
            (b"1. Words of a text.\n", "plain text"),
            (b"\0" * 3_000, "is not a PDF"),
        ],
    )
    def test_another_file_by_the_name_of_a_pdf_is_told(self, data: bytes, found: str) -> None:
        with pytest.raises(ReadError, match=found) as refusal:
            read_bytes(data, "draft.pdf")
        assert "save it as .docx" not in refusal.value.hint


class TestHidden:
    """Words that stand in the file and on no page are kept, apart where they can be, and told."""

    @pytest.mark.parametrize(
        "drawn",
        [
            "1 1 1 rg BT /F1 10 Tf 70 500 Td (Nobody reads this) Tj ET",
            "BT 3 Tr /F1 10 Tf 70 500 Td (Nobody reads this) Tj ET",
            "BT /F1 10 Tf 70 -60 Td (Nobody reads this) Tj ET",
            "BT /F1 10 Tf 900 700 Td (Nobody reads this) Tj ET",
            "BT /F1 0.01 Tf 70 500 Td (Nobody reads this) Tj ET",
            "BT /F1 1000000 Tf 70 500 Td (Nobody reads this) Tj ET",
            "BT /F1 10 Tf 70 500 Td (Nobody reads this) Tj ET 60 496 120 14 re f",
            "BT /F1 10 Tf 70 500 Td (Nobody reads this) Tj ET 1 1 1 rg 60 496 120 14 re f",
        ],
        ids=["white", "unseen", "below", "beside", "tiny", "huge", "blacked out", "painted over"],
    )
    def test_they_are_told_with_their_page(self, drawn: str) -> None:
        page = sheet()
        page.drawn.append(drawn)
        found = read_bytes(paper([page]), "draft.pdf")
        assert body(found)[0] == WORDS
        assert hidden(found) == ["Nobody reads this"]
        assert "'Nobody reads this'" in told(found, Code.WORDS_HIDDEN)

    def test_white_words_on_a_dark_bar_are_seen(self) -> None:
        page = sheet().box(60, 496, 120, 14, "0 0 0.4")
        page.words(70, 500, "Heading on a bar", colour="1 1 1")
        assert hidden(read_bytes(paper([page]), "draft.pdf")) == []

    @pytest.mark.parametrize(
        ("switch", "unseen"), [("/OFF [3 0 R]", ["Of a layer"]), ("/ON [3 0 R]", [])]
    )
    def test_words_of_a_layer_are_hidden_where_it_is_switched_off(
        self, switch: str, unseen: list[str]
    ) -> None:
        page = sheet()
        page.drawn.append("/OC /L BDC BT /F1 10 Tf 70 500 Td (Of a layer) Tj ET EMC")
        catalog = f"/OCProperties << /OCGs [3 0 R] /D << {switch} >> >>"
        things = parts([page], catalog, ["<< /Type /OCG /Name (Notes) >>"])
        named = b"/Resources << /Properties << /L 3 0 R >>"
        data = written([each.replace(b"/Resources <<", named) for each in things])
        assert hidden(read_bytes(data, "draft.pdf")) == unseen

    def test_white_paint_before_the_words_hides_nothing(self) -> None:
        page = sheet()
        page.drawn.append("1 1 1 rg 60 496 120 14 re f 0 g BT /F1 10 Tf 70 500 Td (Seen) Tj ET")
        assert hidden(read_bytes(paper([page]), "draft.pdf")) == []

    def test_no_letter_turns_the_words_behind_it_round(self) -> None:
        found = read_bytes(
            paper([Sheet().script(70, 700, "1. shall \u202enot\u202c pay")]), "d.pdf"
        )
        assert body(found) == ["1. shall not pay"]


class TestHeld:
    """What a PDF holds beside its pages: forms, files, scripts."""

    FIELD = ("<< /Type /Annot /Subtype /Widget /FT /Tx /T (ask) /V (The Parties shall pay at once.)"
             " /Rect [70 500 400 520] /DA (/F1 10 Tf) >>")  # fmt: skip

    def test_words_filled_into_a_form_are_read_where_they_stand(self) -> None:
        page = sheet()
        page.words(70, 540, "2. Your proposal:").notes.append("3 0 R")
        data = paper([page], catalog="/AcroForm << /Fields [3 0 R] >>", things=[self.FIELD])
        found = read_bytes(data, "form.pdf")
        assert body(found)[-1].endswith("The Parties shall pay at once.")
        assert "filled into 1 fields" in told(found, Code.LOOKS_GUESSED)

    def test_a_hidden_field_says_nothing(self) -> None:
        page = sheet()
        page.notes.append("3 0 R")
        field = self.FIELD.replace("/T (ask)", "/T (ask) /F 2")
        found = read_bytes(
            paper([page], catalog="/AcroForm << /Fields [3 0 R] >>", things=[field]), "form.pdf"
        )
        assert body(found) == [WORDS]

    def test_files_in_the_file_are_told_and_not_read(self) -> None:
        catalog = "/Names << /EmbeddedFiles << /Names [(annex) 3 0 R] >> >>"
        named = "<< /Type /Filespec /F (annex.txt) /UF (annex.txt) /EF << /F 4 0 R >> >>"
        held = "<< /Type /EmbeddedFile /Length 5 >>\nstream\nwords\nendstream"
        found = read_bytes(paper([sheet()], catalog=catalog, things=[named, held]), "draft.pdf")
        assert "'annex.txt' is attached" in told(found, Code.FILE_SKIPPED)
        with pytest.raises(ReadError, match=r"holds no words, but files: annex\.txt"):
            read_bytes(paper([Sheet()], catalog=catalog, things=[named, held]), "draft.pdf")

    def test_a_form_that_only_acrobat_draws_is_told(self) -> None:
        catalog = "/NeedsRendering true /AcroForm << /Fields [] /XFA 3 0 R >>"
        stream = "<< /Length 6 >>\nstream\n<xdp/>\nendstream"
        found = read_bytes(
            paper([sheet("Please wait.")], catalog=catalog, things=[stream]), "x.pdf"
        )
        assert "XFA" in told(found, Code.TEXT_SKIPPED)

    def test_scripts_and_actions_are_never_run(self, tmp_path: Path) -> None:
        touched = tmp_path / "touched"
        catalog = (
            "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9'\\)) >>"
            f" /AA << /WC << /S /Launch /F ({touched}) >> >> /AcroForm << /Fields [] >>"
        )
        assert body(read_bytes(paper([sheet()], catalog=catalog), "draft.pdf")) == [WORDS]
        assert not touched.exists()


class TestPasswords:
    """One command may name one password for files of which some need none."""

    def test_a_file_that_needs_none_is_opened_though_another_is_named(self) -> None:
        with opened_with("for another file"):
            assert body(read_bytes(paper([sheet()], password=""), "draft.pdf")) == [WORDS]

    def test_a_letter_with_its_accent_may_be_typed_as_one_sign_or_two(self) -> None:
        data = paper([sheet()], password="fjo\u0308rd")
        with opened_with("fj\u00f6rd"):
            assert body(read_bytes(data, "draft.pdf")) == [WORDS]

    def test_a_wrong_one_is_refused(self) -> None:
        with opened_with("wrong"), pytest.raises(ReadError, match="missing or wrong"):
            read_bytes(paper([sheet()], password="fjord"), "draft.pdf")


class TestScans:
    """Pages that are pictures, among others."""

    def scans(self, *sheets: Sheet) -> list[str]:
        found = read_bytes(paper([sheet(), *sheets]), "d.pdf")
        assert all(each.code is Code.PAGE_SCANNED for each in found.notices)
        return [f"{each.where}: {each.text}" for each in found.notices]

    def test_empty_pages_and_pages_with_rules_are_no_scans(self) -> None:
        assert self.scans(Sheet(), Sheet().stroke(70, 800, 500, 800)) == []

    def test_a_page_with_a_stamp_alone_is_told(self) -> None:
        (said,) = self.scans(Sheet(["q 80 0 0 80 400 100 cm /Im1 Do Q"]))
        assert "page 2: this page holds no words but a picture" in said

    def test_a_scan_with_a_printed_line_on_it_is_no_page_of_words(self) -> None:
        (said,) = self.scans(Sheet().picture().words(70, 20, "Archive of the harbour, sheet 12"))
        assert "beside it stand 6 words" in said

    def test_words_laid_under_a_scan_and_not_unseen_were_recognised_too(self) -> None:
        (said,) = self.scans(sheet("2. Words under the picture.").picture())
        assert "recognised by a program" in said


def test_a_file_that_harms_leaves_a_workspace_as_it_was(tmp_path: Path) -> None:
    run("init", tmp_path)
    good, bad = tmp_path / "drafts" / "rev1.pdf", tmp_path / "drafts" / "rev2.pdf"
    good.write_bytes(paper([sheet()]))
    bad.write_bytes(paper([sheet()])[:-400].replace(b"/Pages", b"/Pagan"))
    run("add", good, "--in", tmp_path)
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    added = run("add", bad, "--in", tmp_path)
    assert added.code == 1
    assert "damaged" in added.err
    assert before == {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
