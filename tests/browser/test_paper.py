"""On paper, A4 across, no word is lost: the PDF of a view holds every word that the view holds."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from amend.render import html
from tests.render.hostile import HOSTILE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)"),
]

Opens = Callable[..., Page]
TEXTS, TRAILS, CELLS = ".text", ":is(.trail, .entry)", ":is(td, th)"
HELD = """(all) => all.map((each) => {
  const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest(".unseen")) found.push(node.data);
  }
  return found.join(" ");
}).join(" ")"""


def words(text: str) -> Counter[str]:
    """Count plain words; what a line end breaks or another script orders anew is no loss."""
    return Counter(re.findall(r"[a-z]+", text.casefold()))


def printed(page: Page, folder: Path) -> tuple[Counter[str], str]:
    """Print a page as a browser's print command does; its words, and what pdfinfo says of it."""
    path = folder / "page.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    told = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True)
    return words(text.stdout.decode()), told.stdout


def lost(page: Page, asked: str, found: Counter[str]) -> Counter[str]:
    held: Any = page.locator(f".is-open {asked}").evaluate_all(HELD)
    assert words(held)
    return words(held) - found


@pytest.mark.parametrize("name", ["report.html", "columns.html"])
def test_the_text_side_by_side_is_printed_whole_on_a4_across(
    opens: Opens, tmp_path: Path, name: str
) -> None:
    page = opens(name, address="#text")
    found, told = printed(page, tmp_path)
    assert re.search(r"Page size: +84[12](\.\d+)? x 59[45]", told)
    assert lost(page, TEXTS, found) == Counter()


def test_evidence_is_printed_though_no_proposal_was_open(opens: Opens, tmp_path: Path) -> None:
    page = opens("report.html", address="#text")
    assert page.locator("details.proposal[open]").count() == 0
    found, _ = printed(page, tmp_path)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert lost(page, TRAILS, found) == Counter()


def test_a_proponents_page_and_the_numbers_are_printed_whole(opens: Opens, tmp_path: Path) -> None:
    page = opens("report.html", address="#by-harbour-league")
    assert lost(page, TRAILS, printed(page, tmp_path)[0]) == Counter()
    page = opens("report.html", address="#concordance")
    assert lost(page, CELLS, printed(page, tmp_path)[0]) == Counter()


def test_a_paragraph_of_many_pages_is_printed_to_its_end(opens: Opens, tmp_path: Path) -> None:
    file = tmp_path / "long.html"
    file.write_text(html.render(HOSTILE.page()), encoding="utf-8")
    page = opens(file, address="#text")
    found, _ = printed(page, tmp_path)
    assert lost(page, TEXTS, found) == Counter()
