"""The pictures: each paragraph stands in them once, and no foreign text becomes a part of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from amend.model.alignment import Change
from amend.model.comparison import Chain
from amend.model.ruling import Course
from amend.render import contents, pictures
from amend.render.charts_view import fates_view, open_view
from amend.render.flow_rows import LONG, rows, spots
from amend.render.flow_shapes import Way
from amend.render.flow_view import flow_view

from .hostile import HOSTILE
from .sample import CHAIN, COURSES, IMAGE, RENUMBERED, SCRIPT, Link, chain, compare, revision

SVG = "{http://www.w3.org/2000/svg}"


def test_each_paragraph_of_each_revision_stands_in_the_picture_once() -> None:
    view = flow_view(CHAIN)
    wanted = [
        f"r{step}-p{place}"
        for step, each in enumerate(CHAIN.revisions, 1)
        for place in range(1, len(each.paragraphs) + 1)
    ]
    assert sorted(each.key for each in view.stands) == sorted(wanted)
    every = Counter((each.column, each.top) for each in view.stands)
    assert max(every.values()) == 1


def test_each_paragraph_stands_below_the_one_before_it() -> None:
    set_out = rows(CHAIN)
    for column in spots(CHAIN):
        for one, other in pairwise(column.values()):
            assert set_out.tops[other] >= set_out.tops[one] + set_out.heights[one]


def test_what_goes_along_in_order_goes_straight() -> None:
    view = flow_view(CHAIN)
    quiet = [each for each in view.lines if each.way in (Way.SAME, Way.RENUMBERED)]
    assert quiet
    assert all(each.start == each.end for each in quiet)


def test_each_way_is_told_and_counted_and_leads_somewhere() -> None:
    view = flow_view(CHAIN)
    counts = {way: count for way, _, count in view.ways}
    assert counts[Way.MERGED] == counts[Way.SPLIT] == counts[Way.MOVED] == 1
    assert counts[Way.DROPPED] == 1
    assert counts[Way.NEW] == 2
    assert sum(each.way is Way.SPLIT for each in view.lines) == 2
    moved = next(each for each in view.lines if each.way is Way.MOVED)
    assert moved.told == "5 of Rev 1, 2 of Rev 2: moved, reworded and renumbered"
    assert view.told[0].startswith("Zero draft to Rev 1: ")


def test_what_comes_back_is_drawn_from_where_it_last_stood() -> None:
    first = revision("A", ["1. The ferry waits.", "2. The tide does not."])
    second = revision("B", ["1. The ferry waits."])
    third = revision("C", ["1. The ferry waits.", "2. The tide does not."])
    made = chain(
        (first, second, third),
        (
            compare(first, second, [Link((1,), (1,)), Link((2,), (), frozenset({Change.REPEAL}))]),
            compare(
                second, third, [Link((1,), (1,)), Link((), (2,), frozenset({Change.INSERTION}))]
            ),
        ),
    )
    back = replace(made, threads=(
        *made.threads[:1],
        replace(made.threads[1], paragraphs={"A": ("p2",), "C": ("p2",)}),
    ))  # fmt: skip
    line = next(each for each in flow_view(back).lines if each.way is Way.RESTORED)
    assert (line.column, line.to) == (0, 2)
    assert line.told == "2 of C: back, as in A"


def _long() -> Chain:
    """Two hundred paragraphs: one is dropped, two come in, all behind them are renumbered."""
    texts = [f"The pier has {count} steps" for count in range(200)]
    old = revision("Old", [f"{place}. {each}" for place, each in enumerate(texts, 1)])
    later = [*texts[:49], *texts[50:100], "A bell", "A lamp", *texts[100:]]
    new = revision("New", [f"{place}. {each}" for place, each in enumerate(later, 1)])
    links = [Link((place,), (place,)) for place in range(1, 50)]
    links.append(Link((50,), (), frozenset({Change.REPEAL})))
    links += [Link((place,), (place - 1,), RENUMBERED) for place in range(51, 101)]
    links += [Link((), (place,), frozenset({Change.INSERTION})) for place in (100, 101)]
    links += [Link((place,), (place + 1,), RENUMBERED) for place in range(101, 201)]
    return chain((old, new), (compare(old, new, links),))


def test_in_a_long_text_what_goes_along_is_a_band_and_all_else_stands_apart() -> None:
    made = _long()
    assert len(made.revisions[0].paragraphs) > LONG
    view = flow_view(made)
    told = [each.told for each in view.bands]
    assert told == [
        "1 to 49 of Old, 1 to 49 of New: 49 same words",
        "51 to 100 of Old, 50 to 99 of New: 50 renumbered",
        "100 to 101 of New: 2 paragraphs new",
        "101 to 200 of Old, 102 to 201 of New: 100 renumbered",
    ]
    assert [each.told for each in view.lines] == ["50 of Old: dropped, not in New"]
    assert view.height < 600
    assert {way: count for way, _, count in view.ways} == {
        Way.SAME: 49,
        Way.RENUMBERED: 150,
        Way.NEW: 2,
        Way.DROPPED: 1,
    }


def test_a_picture_is_told_to_those_who_cannot_see_it() -> None:
    root = ET.fromstring(pictures.flow_picture(CHAIN))
    assert root.get("role") == "group"
    ids = {root.get("aria-labelledby"), root.get("aria-describedby")}
    assert ids <= {each.get("id") for each in root}
    stops = [each for each in root.iter(f"{SVG}a") if each.get("tabindex") is None]
    assert len(stops) == sum(len(each.paragraphs) for each in CHAIN.revisions)
    assert all(each.get("aria-label") for each in stops)


def test_a_picture_on_a_page_has_no_style_of_its_own_and_leads_where_it_is_told() -> None:
    drawn = pictures.flow_picture(CHAIN, lambda key: f"text.html#{key}")
    assert "style" not in drawn
    links = {each.get("href") for each in ET.fromstring(drawn).iter(f"{SVG}a")}
    assert "text.html#r2-p3" in links
    assert all(each and each.startswith("text.html#") for each in links)


def _renamed(courses: tuple[Course, ...], name: str) -> list[Course]:
    return [replace(each, proposal=replace(each.proposal, by=(name,))) for each in courses]


@pytest.mark.parametrize(
    "name", [SCRIPT, IMAGE, "\x00\x1b[31m\ud800]]>", "&lt;", "\u202egnol " * 9]
)
def test_foreign_words_are_never_a_part_of_a_picture(name: str) -> None:
    drawn = pictures.fates_picture(CHAIN, _renamed(COURSES, name), {name: name})
    root = ET.fromstring(drawn)
    assert not list(root.iter(f"{SVG}script"))
    assert not list(root.iter(f"{SVG}img"))
    names = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert names <= {"svg", "title", "desc", "g", "a", "text", "rect", "path"}


@pytest.mark.parametrize("draw", [pictures.flow_picture, pictures.open_picture])
def test_hostile_drafts_make_sound_pictures(draw: object) -> None:
    assert callable(draw)
    found = draw(HOSTILE.chain)
    assert not found or ET.fromstring(found).tag == f"{SVG}svg"
    assert "\u202e" not in found
    assert "\x00" not in found


def test_fates_are_counted_by_proponent_and_for_all_once() -> None:
    view = fates_view(CHAIN, COURSES)
    assert view is not None
    assert view.everyone.proposals == len(COURSES)
    for place, bar in enumerate(view.everyone.bars):
        judged = [r for each in COURSES for r in each.rulings if r.revision == bar.revision]
        assert bar.total == len(judged)
        assert all(each.bars[place].total <= each.proposals for each in view.proponents)
    sizes = [each.proposals for each in view.proponents]
    assert sizes == sorted(sizes, reverse=True)


def test_two_hundred_proponents_stand_in_columns_on_one_screen_and_a_half() -> None:
    many = [each for count in range(200) for each in _renamed(COURSES[:1], f"Harbour {count}")]
    root = ET.fromstring(pictures.fates_picture(CHAIN, many))
    assert float(root.get("height", "0")) < 1_400
    assert float(root.get("width", "0")) <= 1_180
    said = [each.text for each in root.iter(f"{SVG}title")]
    assert sum(bool(each and each.startswith("Harbour ")) for each in said) == 200


def test_nothing_judged_and_nothing_open_are_no_pictures() -> None:
    assert pictures.fates_picture(CHAIN, ()) == ""
    assert open_view(chain((revision("A", ["1. Calm"]),), ())) is None


def test_what_is_open_is_told_for_every_revision() -> None:
    first = revision("A", ["1. The [ferry][boat] waits.", "2. [Calm]"])
    second = revision("B", ["1. The ferry waits.", "2. Calm"])
    links = [Link((1,), (1,)), Link((2,), (2,))]
    view = open_view(chain((first, second), (compare(first, second, links),)))
    assert view is not None
    assert view.told[1] == "B: 0 brackets, 0 sets of alternatives, 0 % words in brackets."
    assert view.panels[0].printed == ("3", "0")


def test_a_picture_in_a_file_brings_its_looks_and_leads_nowhere(tmp_path: Path) -> None:
    drawn = contents(replace(HOSTILE, chain=CHAIN), ".svg")
    assert isinstance(drawn, str)
    assert "prefers-color-scheme" in drawn
    assert "href" not in drawn
    (tmp_path / pictures.STYLE).write_text(".picture > text { fill: teal; }", encoding="utf-8")
    own = contents(replace(HOSTILE, chain=CHAIN, templates=tmp_path), ".svg")
    assert isinstance(own, str)
    style = ET.fromstring(own).find(f"{SVG}style")
    assert style is not None
    assert style.text == ".picture > text { fill: teal; }"
