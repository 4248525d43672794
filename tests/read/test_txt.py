"""Plain text as a clerk sees it: paragraphs, whatever width an editor broke the lines at."""

from __future__ import annotations

import textwrap

import pytest

from amend.errors import ReadError
from amend.read.txt import read_bytes, read_text

LONG = (
    "We commit to strengthening the care of every river and to sharing what we learn of it, as "
    "set out in the 2030 Agenda for Sustainable Development, by 2028 and no later than that; "
    "12 States said so, and so did 14 others"
)


def blocks(text: str) -> list[str]:
    return [block.after for block in read_text(text).blocks]


class TestBlocks:
    """What parts one paragraph from the next."""

    def test_blank_lines_part_paragraphs(self) -> None:
        assert blocks("One river.\n\n \t\nTwo rivers.\n") == ["One river.", "Two rivers."]

    def test_each_line_with_a_number_opens_a_paragraph(self) -> None:
        assert blocks("1. One.\n1bis. Two.\n(a) three;\nArticle 2\n[3. four]\n") == [
            "1. One.", "1bis. Two.", "(a) three;", "Article 2", "[3. four]",
        ]  # fmt: skip

    def test_a_short_line_without_a_number_is_a_paragraph(self) -> None:
        assert blocks("Draft declaration\nPreamble\n1. One.\nand more") == [
            "Draft declaration", "Preamble", "1. One.", "and more",
        ]  # fmt: skip

    def test_long_lines_of_a_preamble_stay_apart(self) -> None:
        lines = [
            "Recalling the charter of the river commission and all its later amendments,",
            "Noting with concern the state of the locks and pumps in dry summers,",
            "Having heard the reports of the harbour masters of both of the banks,",
        ]
        assert blocks("\n".join(lines)) == lines

    def test_a_very_long_line_is_a_whole_paragraph(self) -> None:
        assert blocks(f"{LONG}\nA second one") == [LONG, "A second one"]

    def test_blocks_are_counted_from_one_and_name_their_file(self) -> None:
        places = [str(each.source) for each in read_text("One.\n\nTwo.", "rev1.txt").blocks]
        assert places == ["rev1.txt, block 1", "rev1.txt, block 2"]


class TestWrappedLines:
    """Lines that an editor broke, not their author."""

    @pytest.mark.parametrize("width", [60, 66, 72, 80, 100])
    def test_wrapped_paragraphs_are_read_whole(self, width: int) -> None:
        paragraphs = [f"{n}. {LONG} of paragraph {n}." for n in range(1, 12)]
        wrapped = "\n\n".join(textwrap.fill(each, width) for each in paragraphs)
        assert blocks(wrapped) == paragraphs

    def test_wrapped_paragraphs_need_no_blank_lines_between(self) -> None:
        paragraphs = [f"{n}. {LONG} of all {n} rivers." for n in range(1, 6)]
        assert blocks("\n".join(textwrap.fill(each, 72) for each in paragraphs)) == paragraphs

    def test_a_year_that_opens_a_line_is_no_number(self) -> None:
        text = (
            "9. We recall the promises that the heads of State have made in the\n"
            "2030 Agenda for rivers and all that was said about it in the autumn of\n"
            "2015. They stand."
        )
        assert blocks(text) == [text.replace("\n", " ")]

    def test_a_cross_reference_that_opens_a_line_is_no_number(self) -> None:
        text = (
            "9. The tolls are due in spring and fall, in both of the ports, from\n"
            "all the boats that have called there, as laid down in paragraph\n"
            "12. They stand."
        )
        assert blocks(text) == [text.replace("\n", " ")]

    def test_the_next_number_opens_a_paragraph_even_after_a_full_line(self) -> None:
        text = (
            "11. The tolls are those that were laid down by all the parties in the\n"
            "long winter of that year and kept ever since by each of the two ports\n"
            "12. They stand."
        )
        assert [each[:3] for each in blocks(text)] == ["11.", "12."]

    def test_a_sentence_that_ends_a_full_line_does_not_end_its_paragraph(self) -> None:
        text = (
            "9. The tolls are those that were laid down by all the parties in the\n"
            "long winter of that year and kept ever since by each of the two port.\n"
            "They stand as they are and nobody has ever asked for any others than\n"
            "these."
        )
        assert blocks(text) == [text.replace("\n", " ")]

    def test_many_wrapped_lines_are_read_in_one_pass(self) -> None:
        line = "and the boats and the crews and the ports of every river and lake"
        assert len(blocks("\n".join([line] * 20_000))) == 1


class TestBytes:
    """What stands in the file."""

    def test_all_line_ends_are_read_alike(self) -> None:
        for end in ("\n", "\r\n", "\r"):
            read = read_bytes(f"1. One.{end}{end}2. Two.".encode(), "a.txt")
            assert [each.after for each in read.blocks] == ["1. One.", "2. Two."]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_unicode_is_read_with_and_without_its_mark(self, encoding: str) -> None:
        assert read_bytes("1. Événement «à part».".encode(encoding), "a.txt").blocks[0].after == (
            "1. Événement «à part»."
        )

    def test_another_encoding_is_refused_with_line_and_way_out(self) -> None:
        with pytest.raises(ReadError) as refusal:
            read_bytes("One\nÉtat".encode("latin-1"), "a.txt")
        assert "0xc9 in line 2" in str(refusal.value)
        assert "UTF-8" in refusal.value.hint

    @pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
    def test_a_file_of_a_mark_and_nothing_else_is_refused(self, data: bytes) -> None:
        with pytest.raises(ReadError, match="holds no text"):
            read_bytes(data, "a.txt")

    def test_nul_bytes_are_refused(self) -> None:
        with pytest.raises(ReadError, match="NUL"):
            read_bytes(b"PK\0\0", "a.txt")

    def test_equal_bytes_have_equal_digests(self) -> None:
        one, other = read_bytes(b"One.", "a.txt"), read_bytes(b"One.", "b.txt")
        assert one.sha256 == other.sha256
        assert len(one.sha256) == 64
