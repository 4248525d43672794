"""The concordance as a page of its own, and what weighs on the page of a comparison."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import amend
from amend import pipeline
from amend.errors import AmendError
from amend.model.alignment import Bead
from amend.model.comparison import Chain
from amend.render import Report, html
from amend.render.concordance_pages import view, written

from .hostile import HOSTILE
from .pages import assert_golden
from .sample import CHAIN, MADE, NOTICES

COMPARE = Report("Sample", MADE, CHAIN, notices=NOTICES)
_WEIGHTY = (
    "1. The parties [shall][should] keep wells.\n\n2. Boats moor in the port of labor.\n\n"
    "3. [We end the levy on grain in 2025.]",
    "1. The parties may keep wells.\n\n2. Boats moor in the port of labour.\n\n"
    "3. We end the levy on grain in 2025.\n\n4. We thank the pilots.",
    "1. The parties may keep wells, as appropriate.\n\n2. Boats moor in the port of labour.\n\n"
    "3. We end the levy on grain in 2030.\n\n4. We thank the pilots.",
)


def text(report: Report, suffix: str) -> str:
    held = written(report, suffix)
    assert isinstance(held, str)
    return held


def test_the_pages_read_as_agreed() -> None:
    assert_golden("concordance.html", text(COMPARE, ".html"))
    assert_golden("concordance.md", text(COMPARE, ".md"))


def test_the_page_with_weighty_words_reads_as_agreed() -> None:
    drafts = [amend.read_text(each, name=f"Rev {n}") for n, each in enumerate(_WEIGHTY, 1)]
    report = Report("What weighs", MADE, pipeline.chain(drafts))
    assert_golden("weighty.html", html.render(report.page()))


def test_foreign_names_are_escaped() -> None:
    page = text(HOSTILE, ".html")
    assert "<r><t>" not in page
    assert "\x00" not in page
    assert "<r>" not in text(HOSTILE, ".md")


def _ruled(bead: Bead) -> Bead:
    return replace(bead, by="A. Reader", reason="ruled by A. Reader on 2026-01-02")


def test_who_ruled_has_a_column_where_somebody_did() -> None:
    assert all("By" not in each.head for each in view(COMPARE).sheets)
    first = CHAIN.comparisons[0]
    alignment = replace(first.alignment, beads=tuple(map(_ruled, first.alignment.beads)))
    steps = (replace(first, alignment=alignment), *CHAIN.comparisons[1:])
    found = view(replace(COMPARE, chain=Chain(CHAIN.revisions, steps, CHAIN.threads)))
    assert found.sheets[1].head[-1] == "By"
    assert {row[-1] for row in found.sheets[1].rows} == {"A. Reader"}
    assert {row[-1] for row in found.sheets[2].rows} == {""}


def test_two_revisions_have_one_table() -> None:
    drafts = [amend.read_text(each, name=f"Rev {n}") for n, each in enumerate(_WEIGHTY[:2], 1)]
    assert [each.key for each in view(Report("A", MADE, pipeline.chain(drafts))).sheets] == [
        "step-1"
    ]


def test_an_unknown_format_and_a_missing_template_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AmendError, match="cannot write"):
        written(COMPARE, ".pdf")
    (tmp_path / "concordance.html.j2").write_text("{% for %}", encoding="utf-8")
    with pytest.raises(AmendError, match="cannot use the template"):
        written(replace(COMPARE, templates=tmp_path), ".html")
