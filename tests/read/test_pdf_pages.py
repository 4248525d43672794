"""A paragraph of a PDF knows its pages, and where on the first of them it stands."""

from __future__ import annotations

import re

import pytest

from amend.model.source import Block, BlockKind, Box
from amend.read.pdf import read_bytes
from tests.read.papers import HEIGHT, WIDTH, Sheet, paper, wrapped

LONG = (
    "The Parties shall maintain the ferry between the islands and the mainland all the year, in "
    "winter too when the harbour freezes, and every passenger may travel at the ordinary fare."
)


def blocks(data: bytes) -> list[Block]:
    return [e for e in read_bytes(data, "draft.pdf").blocks if e.kind is not BlockKind.MARGIN]


def sheets() -> list[Sheet]:
    """Two pages; the second paragraph begins at the foot of the first and ends on the next."""
    lines = wrapped(f"2. {LONG} {LONG}", 90)
    first = Sheet().lines(72, 700, wrapped(f"1. {LONG}", 90)).lines(72, 90, lines[:2])
    return [first, Sheet().lines(72, 770, lines[2:]).lines(72, 400, wrapped(f"3. {LONG}", 90))]


def test_a_paragraph_knows_its_page_and_the_one_it_ends_on() -> None:
    found = blocks(paper(sheets()))
    assert [each.after[:2] for each in found] == ["1.", "2.", "3."]
    assert [(each.source.page, each.source.last) for each in found] == [
        (1, None), (1, 2), (2, None),
    ]  # fmt: skip


def test_a_box_is_told_from_the_top_left_corner_and_holds_the_words_of_the_first_page() -> None:
    found = [each.source.box for each in blocks(paper(sheets()))]
    assert all(each is not None for each in found)
    boxes = [each for each in found if each is not None]
    tops = [HEIGHT - y for y in (700, 90, 400)]
    for box, foot in zip(boxes, tops, strict=True):
        assert box.left in {71, 72}
        assert foot - 14 < box.top < foot < box.bottom
        assert box.right < WIDTH
    assert boxes[1].bottom < HEIGHT - 90 + 12 + 6, "the lines of the next page are not in it"


@pytest.mark.parametrize("quarters", [0, 90, 180, 270])
def test_a_box_follows_a_page_that_is_shown_turned(quarters: int) -> None:
    data = paper([Sheet().words(100, 700, "1. Short words of a draft that is shown turned.")])
    turned = re.sub(rb"/MediaBox", b"/Rotate %d /MediaBox" % quarters, data)
    box = next((each.source.box for each in read_bytes(turned, "a.pdf").blocks), None)
    assert box is not None
    width, height = (WIDTH, HEIGHT) if quarters % 180 == 0 else (HEIGHT, WIDTH)
    assert Box(0, 0, box.left, box.top) != box
    assert 0 <= box.left < box.right <= width
    assert 0 <= box.top < box.bottom <= height


def test_a_page_that_begins_off_its_corner_is_measured_from_the_corner_people_see() -> None:
    sheet = Sheet().words(150, 700, "1. Short words of a draft that begins off its corner.")
    cut = paper([sheet]).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [50 20 595 842]")
    plain, moved = (blocks(each)[0].source.box for each in (paper([sheet]), cut))
    assert plain is not None
    assert moved is not None
    assert (moved.left, moved.top) == (plain.left - 50, plain.top)
