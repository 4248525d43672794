"""A redline in Word: every change accepted is the new text, every one rejected the old text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise, permutations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import amend
from amend import pipeline
from amend.model.alignment import Alignment, Bead, Change
from amend.model.comparison import Comparison, Edit, Op, Redline
from amend.model.draft import Paragraph, Revision
from amend.read import read_bytes
from amend.render.cells import legal
from amend.render.word_drafts import is_in_body, is_in_margin, prefix
from amend.render.word_redline import render

from .hostile import FORMULA, MARKUP, UNWRITABLE
from .office import paragraphs, settled
from .sample import Link, compare, revision
from .word_rules import broken

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = "2031-05-12"
ARABIC = "نشكر سكان ميناء أمل على كرمهم."
CHINESE = "我们承诺保护所有儿童，包括移民儿童。"
WORDS = (
    *("we", "shall", "should", "ports", "river", "2030,", "[sea]", "“grain”", "end.", "x-y"),
    *("بحر", "中文", "non\u00a0break", "tab\there", "co\u2011op", "<b>", "&amp;", "line\nbreak"),
)


def redline(comparison: Comparison) -> bytes:
    return render(comparison, by="amend", date=DAY)


def texts(revision: Revision) -> list[str]:
    """The paragraphs as a Word file shows them; one that has neither number nor words is none."""
    return [legal(prefix(e) + e.text) for e in revision.paragraphs if is_in_body(e)] or [""]


def margins(revision: Revision) -> list[str]:
    return [legal(prefix(each) + each.text) for each in revision.paragraphs if is_in_margin(each)]


def of_texts(old: list[str], new: list[str]) -> Comparison:
    names = (("old", old), ("new", new))
    return amend.compare(*(amend.read_text("\n\n".join(e), name=name) for name, e in names))


def assert_exact(comparison: Comparison, data: bytes) -> None:
    assert broken(data) == []
    assert paragraphs(data, is_after=False) == texts(comparison.old)
    assert paragraphs(data, is_after=True) == texts(comparison.new)
    for is_after, side in ((False, comparison.old), (True, comparison.new)):
        told = paragraphs(data, is_after=is_after, in_margin=True)
        assert [each for each in told if each] == margins(side)


def body(data: bytes) -> ET.Element:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return ET.fromstring(packed.read("word/document.xml"))


OLD = [
    "1. We commit to peace on the river and the sea.",
    "2. We end the levy on grain. We also thank the pilots for the safe passage of all ships.",
    "3. A third paragraph that stays the same throughout, with many words.",
    "4. A paragraph that will move to the top of the text with all its words kept as they are.",
    "5. This one goes away entirely.",
    ARABIC,
    f"6. {CHINESE}",
    "7. Join me with the next paragraph because we belong together.",
    "8. And here is the next paragraph that is joined now.",
    "9. The last paragraph ends with bar",
]
NEW = [
    "1. A paragraph that will now move to the top of the text with all its own words kept as they.",
    "2. We commit to peace on the river and the sea.",
    "3. We end the levy on grain.",
    "4. We also thank the pilots for the safe passage of all ships.",
    "5. A third paragraph that stays the same throughout, with many words.",
    ARABIC.replace("أمل", "الأمل"),
    "6. 我们承诺保护所有的儿童，包括难民儿童。",
    "7. Join me with the next paragraph because we belong together. And here is the next paragraph"
    " that is joined now.",
    "9bis. A new one with a\ttab here.",
    "10. The last paragraph ends with foo",
    "11. A final new one.",
]
CASES = {
    "everything": (OLD, NEW),
    "everything, the other way": (NEW, OLD),
    "nothing": (OLD, OLD),
    "all new": ([], NEW),
    "all gone": (OLD, []),
    "other texts": (OLD[:3], NEW[8:]),
    "a paragraph before": (OLD, ["Preamble,", *OLD]),
    "the first one moved last": (OLD[2:5], [*OLD[3:5], OLD[2]]),
    "the last one moved first": (OLD[2:5], [OLD[4], *OLD[2:4]]),
    "new words at an end and at the next start": (
        ["We thank the pilots", "We keep the lamps lit"],
        ["We thank the pilots and crews", "And we keep the lamps lit"],
    ),
    "words gone at an end and at the next start": (
        ["We thank the pilots and crews", "And we keep the lamps lit"],
        ["We thank the pilots", "we keep the lamps lit"],
    ),
    "long words": (["1. a" + "b" * 100_000], ["1. a" + "b" * 99_999 + "c now"]),
    "hostile": (
        [f"1. {FORMULA}", f"2. {MARKUP}", "3. A tide"],
        [f"1. {FORMULA} now", f"2. <w:p>{MARKUP}</w:p>", "3. A tide ]]> &lt; \u202eback"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_accepting_gives_the_new_text_and_rejecting_the_old(case: str) -> None:
    comparison = of_texts(*CASES[case])
    assert_exact(comparison, redline(comparison))


paragraph = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A text and what a night of negotiation made of it: moved, split, joined, edited."""
    old = draw(st.lists(paragraph, max_size=7))
    new = list(old)
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, max(len(new) - 1, 0)))
        held = new[place].split(" ") if new else ["none"]
        cut = draw(st.integers(0, len(held)))
        match draw(st.sampled_from(["drop", "add", "move", "edit", "split", "join"])):
            case "drop":
                del new[place : place + 1]
            case "add":
                new.insert(place, draw(paragraph))
            case "move" if new:
                new.insert(draw(st.integers(0, len(new) - 1)), new.pop(place))
            case "edit" if new:
                new[place] = " ".join([*held[:cut], draw(paragraph), *held[cut + 1 :]])
            case "split" if 0 < cut < len(held) and new:
                new[place : place + 1] = [" ".join(held[:cut]), " ".join(held[cut:])]
            case "join":
                new[place : place + 2] = [" ".join(new[place : place + 2])] if new else []
            case _:
                pass
    return _numbered(draw, old), _numbered(draw, new)


def _numbered(draw: st.DrawFn, texts: list[str]) -> list[str]:
    if not draw(st.booleans()):
        return texts
    return [f"{count}. {each}" for count, each in enumerate(texts, draw(st.integers(1, 9)))]


@given(pairs())
@settings(max_examples=60, deadline=None)
def test_both_texts_come_back_whatever_was_done(pair: tuple[list[str], list[str]]) -> None:
    comparison = of_texts(*pair)
    assert_exact(comparison, redline(comparison))


@pytest.mark.parametrize("order", [*permutations(range(4))][1:])
def test_both_texts_come_back_in_every_order_of_beads(order: tuple[int, ...]) -> None:
    """Beads that a person ruled on may cross in any way, and stand apart on either side."""
    old = revision("old", [f"{n}. Ports of {w} stay open" for n, w in enumerate("abcdef", 1)])
    new = revision("new", [f"{n}. Ports of {w} stay open" for n, w in enumerate("fbdcea", 1)])
    sides = [((1,), (2,)), ((2, 4), (1, 3)), ((3,), (6,)), ((5,), (4, 5))]
    links = [Link(sides[place][0], sides[order[place]][1]) for place in range(4)]
    made = compare(old, new, [*links, Link((6,), ())])
    assert_exact(made, redline(made))


def test_a_paragraph_that_changed_places_has_two_ends_of_one_move() -> None:
    data = redline(of_texts(OLD[1:5], [OLD[1], OLD[3], OLD[2], OLD[4]]))
    found = {each.tag.removeprefix(_W) for each in body(data).iter()}
    assert {"moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeEnd"} <= found
    assert not found & {"ins", "del"}
    blocks = read_bytes(data, "x.docx").blocks
    moved = [run.inserted or run.deleted for block in blocks for run in block.runs]
    assert {each.move for each in moved if each is not None} == {"move1"}


def test_words_put_into_a_paragraph_that_moved_stand_at_its_new_place() -> None:
    data = redline(of_texts(*CASES["everything"]))
    root = body(data)
    first = next(root.iter(f"{_W}p"))
    kinds = [each.tag.removeprefix(_W) for each in first]
    assert {"moveToRangeStart", "moveTo", "ins"} <= set(kinds)
    assert not list(first.iter(f"{_W}delText"))


def test_a_split_is_a_new_mark_and_a_join_a_mark_taken_out() -> None:
    root = body(redline(of_texts([OLD[1], OLD[2]], [NEW[2], NEW[3], NEW[4]])))
    assert len(root.findall(f".//{_W}pPr/{_W}rPr/{_W}ins")) == 1
    root = body(redline(of_texts([NEW[2], NEW[3], NEW[4]], [OLD[1], OLD[2]])))
    assert len(root.findall(f".//{_W}pPr/{_W}rPr/{_W}del")) == 1


def test_a_new_number_is_tracked_and_its_paragraph_is_not_rewritten() -> None:
    root = body(redline(of_texts(["9. We thank the pilots."], ["10. We thank the pilots."])))
    gone = "".join(each.text or "" for each in root.iter(f"{_W}delText"))
    come = "".join(e.text or "" for ins in root.iter(f"{_W}ins") for e in ins.iter(f"{_W}t"))
    assert (gone, come) == ("9.", "10.")


def test_what_is_only_printed_otherwise_is_tracked_to_the_letter() -> None:
    made = of_texts(['1. The "Ports" labour on.'], ["1. The “Ports” labor on."])
    root = body(redline(made))
    gone = [each.text for each in root.iter(f"{_W}delText")]
    assert gone == ['"', '"', "labour"]


def test_changes_bear_who_made_them_and_when() -> None:
    root = body(render(of_texts(["1. A"], ["1. B"]), by="Bureau & Co", date=DAY))
    changes = [each for each in root.iter() if each.tag in (f"{_W}ins", f"{_W}del")]
    assert {each.get(f"{_W}author") for each in changes} == {"Bureau & Co"}
    assert {each.get(f"{_W}date") for each in changes} == {f"{DAY}T00:00:00Z"}


def test_arabic_runs_from_right_to_left_with_its_number() -> None:
    root = body(redline(of_texts([f"6. {ARABIC}"], [f"7. {ARABIC}"])))
    (made,) = root.iter(f"{_W}p")
    assert made.find(f"{_W}pPr/{_W}bidi") is not None
    assert all(run.find(f"{_W}rPr/{_W}rtl") is not None for run in made.iter(f"{_W}r"))


def test_bold_and_italic_words_keep_their_looks() -> None:
    drafts = [ROOT / "drafts" / name for name in ("zero.docx", "rev1.docx")]
    data = redline(amend.compare(*map(amend.read, drafts)))
    styles = {each.get(f"{_W}val") for each in body(data).iter(f"{_W}rStyle")}
    assert "Italicwords" in styles


def test_signs_that_no_word_file_can_hold_are_shown() -> None:
    old, new = revision("old", ["1. A tide"]), revision("new", [f"1. {UNWRITABLE}"])
    made = compare(old, new, [Link((1,), (1,))])
    assert "␀␋\ufffd\ufffd\ufffd" in paragraphs(redline(made), is_after=True)[0]


def test_a_line_break_is_no_paragraphs_end() -> None:
    """A break in one paragraph against two paragraphs: the words are the same, the ends are not."""
    old = revision("old", ["1. We thank\nthe pilots"])
    new = revision("new", ["We thank", "the pilots"])
    edits = (Edit(Op.KEEP, "We thank\nthe pilots"),)
    bead = Bead(old.paragraphs, new.paragraphs, 1.0, frozenset({Change.SPLIT}))
    made = Comparison(old, new, Alignment("old", "new", (bead,)), (Redline(bead, edits),))
    assert_exact(made, redline(made))


def test_the_same_revisions_give_the_same_bytes() -> None:
    made = of_texts(OLD, NEW)
    assert redline(made) == redline(made)


def test_the_worked_example_reads_back_with_its_numbers() -> None:
    old, new = (amend.read(ROOT / "drafts" / name) for name in ("rev2.docx", "rev3.docx"))
    data = redline(amend.compare(old, new))
    again = pipeline.revision_of_bytes(data, "redline.docx", name="Rev 3")
    assert [(e.label, e.after) for e in again.paragraphs if e.after or e.printed] == [
        (e.label, e.text) for e in new.paragraphs
    ]


def test_libre_office_accepts_and_rejects_to_the_letter(tmp_path: Path) -> None:
    drafts = [amend.read(ROOT / "drafts" / f"{e}.docx") for e in ("zero", "rev1", "rev2", "rev3")]
    pairs = [*pairwise(drafts), drafts[::3], drafts[::-3]]
    made = {f"draft{n}": amend.compare(*pair) for n, pair in enumerate(pairs)}
    made |= {f"case{n}": of_texts(*CASES[case]) for n, case in enumerate(CASES)}
    if DATA.exists():
        paris = [amend.read(DATA / "paris" / f"{day}-dec-2015.md") for day in (9, 12)]
        made["paris"] = amend.compare(*paris)
    found = settled({name: redline(each) for name, each in made.items()}, tmp_path)
    for name, (rejected, accepted) in found.items():
        assert rejected == texts(made[name].old), name
        assert accepted == texts(made[name].new), name


def test_headers_of_a_draft_stand_at_the_head_of_each_page_with_their_changes() -> None:
    old, new = (amend.read(ROOT / "drafts" / name) for name in ("rev1.docx", "rev2.docx"))
    made = amend.compare(old, new)
    data = redline(made)
    assert margins(old) != margins(new)
    assert_exact(made, data)
    assert not any(each in texts(new) for each in margins(new))


def test_headers_that_would_fill_the_page_stand_behind_the_text() -> None:
    lines = [f"A header of section {n}" for n in range(6)]
    old, new = (
        replace(made, paragraphs=(made.paragraphs[0], *_in_margins(made.paragraphs[1:])))
        for made in (revision("old", ["1. A", *lines]), revision("new", ["1. B", *lines[1:]]))
    )
    made = compare(old, new, [Link((1,), (1,)), *(Link((n + 1,), (n,)) for n in range(2, 7))])
    data = redline(made)
    assert paragraphs(data, is_after=True) == ["1.\tB", *lines[1:]]
    assert paragraphs(data, is_after=False, in_margin=True) == []


def _in_margins(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    return (replace(each, path="header or footer") for each in found)


def test_the_audit_finds_no_change_without_a_mark(tmp_path: Path) -> None:
    """Our own auditor, which knows nothing of the writer, reads a redline as an honest one."""
    old, new = ROOT / "drafts" / "rev1.docx", ROOT / "drafts" / "rev2.docx"
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(amend.compare(amend.read(old), amend.read(new))))
    found = amend.audit(old, path)
    assert not found.is_silent
