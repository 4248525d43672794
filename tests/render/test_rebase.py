"""What a carried set shows in each format, and that it reads back as the same proposals."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import amend
from amend.model.proposal import Operation, Proposal
from amend.model.rebased import State
from amend.render import html, rebase_md, rebase_terminal
from amend.render.rebase import REBASE_WRITERS, untold, write

from .carried import later, report
from .pages import assert_golden, printed, screen

_OUT = {suffix: Path(f"asked-rev2{suffix}") for suffix in (".csv", ".docx")}


def on_screen(width: int = 80) -> str:
    to, stream = screen(width)
    rebase_terminal.print_rebase(report().view(), to)
    return printed(stream)


def test_the_page_of_a_carried_set_reads_as_agreed() -> None:
    made = re.sub(r"amend \d+\.\d+\.\d+", "amend 0.0.0", html.render_rebase(report().view()))
    assert_golden("rebase.html", made)


def test_a_carried_set_in_markdown_reads_as_agreed() -> None:
    made = re.sub(r"amend \d+\.\d+\.\d+", "amend 0.0.0", rebase_md.render(report().view()))
    assert_golden("rebase.md", made)


def test_a_carried_set_on_a_narrow_screen_reads_as_agreed() -> None:
    assert_golden("rebase.txt", on_screen())


@pytest.mark.parametrize("width", [80, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, on_screen(width).splitlines())) <= width


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_words_of_strangers_are_never_markup(suffix: str) -> None:
    text = write(report(), suffix)
    assert isinstance(text, str)
    assert "<script>Estuary" not in text
    assert "<b>harbours" not in text


def test_the_sample_has_proposals_in_every_state() -> None:
    assert all(report().rebase.count(state) for state in State)


def test_who_meets_whom_is_told_on_both_cards_and_in_the_data() -> None:
    every = " ".join(on_screen().split())
    assert "! Delta would change the same words (replace words, on 3 of Rev 2)" in every
    assert "! <script>Estuary would change the same words" in every
    text = write(report(), ".json")
    assert isinstance(text, str)
    met = {each["id"]: each["collides_with"] for each in json.loads(text)["proposals"]}
    assert all(one in met[other] for one, others in met.items() for other in others)
    assert sum(map(bool, met.values())) >= 2


def _wanted(proposal: Proposal) -> tuple[object, ...]:
    """What must survive a file: who, with whose support, asks for what where."""
    reads = [each.text for each in amend.apply(later(), [proposal]).paragraphs]
    is_split = proposal.operation is Operation.SPLIT_PARAGRAPH
    words = proposal.anchor.words if proposal.anchor and is_split else ""
    return (
        proposal.by, proposal.supporters, tuple(map(str, proposal.target)),
        proposal.operation if proposal.operation in _WORDLESS else tuple(reads), words,
    )  # fmt: skip


_WORDLESS = frozenset(
    {
        Operation.RETAIN,
        Operation.MOVE_PARAGRAPH,
        Operation.MERGE_PARAGRAPHS,
        Operation.SPLIT_PARAGRAPH,
        Operation.MOVE_PHRASE,
        Operation.BRACKET,
        Operation.UNBRACKET,
        Operation.RESERVE,
        Operation.SUPPORT,
        Operation.OPPOSE,
        Operation.PROPOSE_ALTERNATIVE,
    }
)


def _read_back(suffix: str, folder: Path) -> tuple[Proposal, ...]:
    out = folder / _OUT[suffix]
    made = write(report(), suffix)
    out.write_bytes(made if isinstance(made, bytes) else made.encode())
    return amend.proposals(out, against=later())


def test_a_table_reads_back_as_the_same_proposals_whatever_they_ask(tmp_path: Path) -> None:
    lost = untold(report(), _OUT[".csv"], None)
    assert [each.operation for each in lost] == [Operation.QUESTION]
    kept = [each for each in report().rebase.proposals if each not in lost]
    assert {each.operation for each in kept} >= _WORDLESS
    again = _read_back(".csv", tmp_path)
    assert [_wanted(each) for each in again] == [_wanted(each) for each in kept]


def test_a_word_file_reads_back_who_asks_and_who_supports(tmp_path: Path) -> None:
    again = _read_back(".docx", tmp_path)
    backed = {each.supporters for each in again if each.by == ("Delta",)}
    assert backed == {("Reef", "Gulf")}
    assert {each.supporters for each in again if each.by == ("<script>Estuary",)} == {()}
    told = {each.operation for each in untold(report(), _OUT[".docx"], None)}
    assert told == _WORDLESS | {Operation.QUESTION}
    alone = {tuple(map(str, each.target)) for each in again}
    assert alone == {("3",), ("5",), ("7bis",), ("10",)}


@pytest.mark.parametrize("suffix", _OUT)
def test_what_was_carried_can_be_judged_and_carried_over_again(suffix: str, tmp_path: Path) -> None:
    again = _read_back(suffix, tmp_path)
    last = amend.read_text("\n\n".join(
        f"{each.printed} {each.text}" for each in later().paragraphs
    ), name="Rev 3")  # fmt: skip
    courses = amend.judge(again, (later(), last))
    assert all(each.rulings for each in courses)
    once_more = amend.rebase(again, (later(), last))
    assert once_more.count(State.LOST) == 0
    reads = {each.whole or each.text for each in again if each.operation not in _WORDLESS}
    carried = {each.whole or each.text for each in once_more.proposals}
    assert reads <= carried


def test_every_format_is_written() -> None:
    assert set(REBASE_WRITERS) == {".docx", ".csv", ".html", ".md", ".json"}
