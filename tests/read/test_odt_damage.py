"""Damaged and hostile OpenDocument texts: an error or a notice, within limits, never a crash."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable

import pytest

from amend.errors import ReadError
from amend.model.draft import Revision
from amend.notices import Code
from amend.pipeline import revision_of_bytes
from amend.read import odt_comments, odt_story, odt_words, zipped
from amend.read.odt import read_bytes
from amend.render.json import dump, read_document
from tests.builders import archive
from tests.odt_builders import (
    NS,
    annotation,
    annotation_end,
    deletion,
    end,
    fodt,
    gone,
    h,
    insertion,
    level,
    li,
    list_style,
    note,
    odt,
    p,
    region,
    row,
    start,
    style,
    table,
    ul,
)

_BODY = (
    h("Title"),
    p("body ", annotation("said", "c1"), "pinned", annotation_end("c1"), note("foot")),
    ul(li("one"), li(p("two ", gone("d"), "three")), more='xml:id="l1"'),
    p(start("i"), "new"),
    p(end("i"), "rest"),
    table(row("left", "right")),
)
_STYLES = list_style(level(1)) + style("P1", 'fo:color="#ff0000"', family="paragraph")
_CHANGES = region("i", insertion()) + region("d", deletion(p("old"), p("older")))
FULL = odt(*_BODY, automatic=_STYLES, changes=_CHANGES)
FLAT = fodt(*_BODY, automatic=_STYLES, changes=_CHANGES)


def read_or_refuse(data: bytes, name: str = "x.odt") -> Revision | None:
    """Read a file to the JSON that is printed of it, or get an error with a way out."""
    try:
        revision = revision_of_bytes(data, name)
    except ReadError as refusal:
        told = refusal
    else:
        json.loads(dump(read_document(revision)).encode())
        return revision
    assert told.where
    assert told.hint
    return None


@pytest.mark.parametrize("data", [FULL, FLAT], ids=["zipped", "flat"])
def test_a_file_cut_anywhere_is_refused(data: bytes) -> None:
    for place in range(0, len(data) - 8, max(len(data) // 150, 1)):
        assert read_or_refuse(data[:place]) is None


@pytest.mark.parametrize("data", [FULL, FLAT], ids=["zipped", "flat"])
def test_a_file_with_bytes_changed_is_read_or_refused(data: bytes) -> None:
    chance = random.Random(7)
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 3)):
            damaged[chance.randrange(len(data))] = chance.randrange(256)
        read_or_refuse(bytes(damaged))


_WILD = ("99999999999", "-1", "NaN", "", "\u0664", "0x10", "1e9", "../../x", "%1%%99%", "É" * 300)


def test_wild_values_of_attributes_are_read_or_refused() -> None:
    text = FLAT.decode()
    places = [at for at, sign in enumerate(text) if text.startswith('="', at)]
    chance = random.Random(3)
    for at in chance.choices(places, k=150):
        close = text.index('"', at + 2)
        wild = chance.choice(_WILD)
        read_or_refuse(f"{text[: at + 2]}{wild}{text[close:]}".encode())


def test_elements_anywhere_are_read_or_refused() -> None:
    text, chance = FLAT.decode(), random.Random(5)
    parts = [p("x"), li("x"), gone("d"), start("i"), end("i"), table(row("c")), ul("x"), h("x"),
             annotation("a", "c1"), note("n"), "<draw:frame><draw:text-box/></draw:frame>",
             "<table:table-cell/>", "<text:list-item/>", "<office:text/>"]  # fmt: skip
    places = [at for at, sign in enumerate(text) if sign == "<" and at > text.index("<office:body")]
    for _ in range(200):
        at = chance.choice(places)
        read_or_refuse(f"{text[:at]}{chance.choice(parts)}{text[at:]}".encode())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _text: "<a/>", "has no text in its main part"),
        (lambda text: text.replace("office:text", "office:tex"), "has no text in its main part"),
        (lambda text: f'<!DOCTYPE a [<!ENTITY b "c">]>{text}', "DTD"),
        (lambda text: text[:-30], "not well-formed"),
        (lambda text: text.replace(p("rest"), "<text:span>" * 300), "not well-formed"),
    ],
)
def test_a_broken_main_part_is_refused(change: Callable[[str], str], said: str) -> None:
    content = f"<office:document-content {NS}><office:body><office:text>{p('rest')}"
    text = change(f"{content}</office:text></office:body></office:document-content>")
    with pytest.raises(ReadError, match=said) as refusal:
        read_bytes(archive({"content.xml": text}), "x.odt")
    assert refusal.value.hint


def test_a_file_without_styles_is_read_and_told() -> None:
    content = (
        f"<office:document-content {NS}><office:body><office:text>{p('words')}</office:text>"
        "</office:body></office:document-content>"
    )
    source = read_bytes(archive({"content.xml": content}), "x.odt")
    assert [one.after for one in source.blocks] == ["words"]
    assert [each.code for each in source.notices] == [Code.PART_MISSING]


def test_bombs_are_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "RATIO_FROM", 10_000)
    with pytest.raises(ReadError, match="bombs"):
        read_bytes(odt(p(" " * 5_000_000)), "x.odt")


def test_spaces_asked_for_by_the_billion_are_not_given() -> None:
    spaces = '<text:s text:c="900000"/>' * 3_000
    began = time.process_time()
    (block,) = read_bytes(odt(f"<text:p>a{spaces}</text:p>"), "x.odt").blocks
    assert len(block.after) < 1_100_000
    assert time.process_time() - began < 5


def test_a_deletion_in_a_deletion_in_a_deletion_is_refused_past_any_use() -> None:
    count = odt_words.MOST_DEEP
    regions = [region(f"d{at}", deletion(p(gone(f"d{at + 1}"), "x"))) for at in range(count)]
    with pytest.raises(ReadError, match="nested more than"):
        read_bytes(odt(p(gone("d0")), changes="".join(regions)), "x.odt")


def test_a_deletion_that_holds_itself_is_read_once() -> None:
    changes = region("d", deletion(p(gone("d"), "x")))
    (block,) = read_bytes(odt(p(gone("d"), "y"), changes=changes), "x.odt").blocks
    assert (block.before, block.after) == ("xy", "y")


def test_boxes_in_boxes_are_read_or_refused_in_time() -> None:
    inner = p("deep")
    for _ in range(60):
        inner = p(f"<draw:frame><draw:text-box>{inner}</draw:text-box></draw:frame>")
    began = time.process_time()
    read_or_refuse(fodt(inner))
    assert time.process_time() - began < 5


def test_styles_that_inherit_in_a_circle_are_read() -> None:
    circle = "".join(
        style(one, 'fo:font-weight="bold"', family=family,
              more=f'style:parent-style-name="{other}"')
        for one, other in (("A", "B"), ("B", "A"))
        for family in ("text", "paragraph")
    )  # fmt: skip
    body = p('<text:span text:style-name="A">x</text:span>', style="B")
    assert read_bytes(odt(body, automatic=circle), "x.odt").blocks[0].after == "x"


def test_too_many_paragraphs_and_comments_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odt_story, "MOST_PARAGRAPHS", 5)
    with pytest.raises(ReadError, match="more than 5 paragraphs"):
        read_bytes(odt(*["x"] * 6), "x.odt")
    monkeypatch.setattr(odt_comments, "MOST_COMMENTS", 3)
    with pytest.raises(ReadError, match="more than 3 comments"):
        read_bytes(odt(p(*[annotation("a")] * 4)), "x.odt")


def test_comments_that_overlap_without_end_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odt_comments, "MOST_WORDS", 10)
    open_ = "".join(annotation("a", f"c{at}") + "w " for at in range(20))
    ends = "".join(annotation_end(f"c{at}") for at in range(20))
    source = read_bytes(odt(f"<text:p>{open_}{ends}</text:p>"), "x.odt")
    assert any("overlap" in each.text for each in source.notices)
    assert len(source.blocks[0].comments) == 20


@pytest.mark.parametrize("count", [2_000, 4_000])
def test_time_grows_with_the_file(count: int) -> None:
    changes = "".join(region(f"d{at}", deletion(p("o"), p("o"))) for at in range(count))
    body = [p("a ", gone(f"d{at}"), "b") for at in range(count)]
    began = time.process_time()
    assert len(read_bytes(odt(*body, changes=changes), "x.odt").blocks) == 2 * count
    assert time.process_time() - began < 10


def test_a_word_file_that_calls_itself_odt_is_named() -> None:
    with pytest.raises(ReadError, match="Word document") as refusal:
        read_bytes(archive({"word/document.xml": "<a/>"}), "x.odt")
    assert ".docx" in refusal.value.hint
