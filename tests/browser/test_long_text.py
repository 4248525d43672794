"""A text of many rows comes in portions, and whole to whoever searches, prints or walks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

import amend
from amend import pipeline
from amend.render import html

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
ROWS = 300


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [f"{n}. We count boat {n} in the harbour." for n in range(1, ROWS + 1)]
    old = amend.read_text("\n\n".join(lines), name="Rev 1")
    new = amend.read_text("\n\n".join(f"{each} Again." for each in lines), name="Rev 2")
    found = pipeline.report(pipeline.chain([old, new]), title="Long", now="2031-05-12")
    path = tmp_path_factory.mktemp("long") / "report.html"
    path.write_text(html.render(found.page()), encoding="utf-8")
    return path


def numbers(page: Page) -> list[str]:
    told: list[str] = page.evaluate(
        "[...document.querySelectorAll('tbody.row .slot:first-child .label')]"
        ".map(each => each.textContent.trim())"
    )
    return told


def test_every_row_comes_once_and_in_order(opens: Opens, file: Path) -> None:
    page = opens(file, address="#text")
    page.locator("output", has_text=f"{ROWS} paragraphs").wait_for()
    assert numbers(page) == [str(n) for n in range(1, ROWS + 1)]


@pytest.mark.parametrize(
    "asked",
    [
        "dispatchEvent(new Event('beforeprint'))",
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))",
        "report.prepare()",
    ],
)
def test_who_needs_the_whole_text_has_it_at_once(opens: Opens, file: Path, asked: str) -> None:
    page = opens(file)
    page.evaluate(f"() => {{ report.open('text'); {asked}; }}")
    assert len(numbers(page)) == ROWS


def test_an_address_far_down_is_found(opens: Opens, file: Path) -> None:
    page = opens(file, address="#r2-p299")
    assert page.locator("#r2-p299").is_visible()
    assert page.evaluate("document.activeElement.id") == "r2-p299"


def test_a_search_in_the_address_looks_at_every_row(opens: Opens, file: Path) -> None:
    page = opens(file, address="#view=text&find=boat%20297")
    assert page.locator("tbody.row:visible").count() == 1
