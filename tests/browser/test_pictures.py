"""The pictures as a reader meets them: on a page with a strict policy, in a real browser."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from amend.render import pictures
from tests.render.sample import CHAIN, COURSES

pytestmark = pytest.mark.browser

Draws = Callable[..., Page]
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def _page() -> str:
    """A page with nothing but the pictures, every place they lead to, and the report's policy."""
    style = f"html {{ color-scheme: light dark; }} {pictures.style_sheet()}"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    keys = {name: f"by-{n}" for n, name in enumerate(sorted(_names()))}
    drawn = "".join(each.svg for each in pictures.drawings(CHAIN, COURSES, keys))
    places = [
        f"r{step}-p{place}"
        for step, each in enumerate(CHAIN.revisions, 1)
        for place in range(1, len(each.paragraphs) + 1)
    ]
    targets = "".join(f'<p id="{each}">{each}</p>' for each in (*places, *keys.values()))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pictures</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>{style}</style>'
        f"</head><body><main><h1>Pictures</h1>{drawn}{targets}</main></body></html>"
    )


def _names() -> set[str]:
    return {name for each in COURSES for name in each.proposal.by}


@pytest.fixture
def draws(browser: Browser, tmp_path: Path) -> Iterator[Draws]:
    """Open the pictures; whatever the page complains of or asks for fails the test at its end."""
    path = tmp_path / "pictures.html"
    path.write_text(_page(), encoding="utf-8")
    said: list[str] = []
    asked: list[str] = []
    pages: list[Page] = []

    def open_page(scheme: str = "light", *, bypass: bool = False) -> Page:
        page = browser.new_page(
            viewport={"width": 1280, "height": 800}, bypass_csp=bypass,
            color_scheme="dark" if scheme == "dark" else "light",
        )  # fmt: skip
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda each: asked.append(each.url))
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert said == []
    assert asked == [path.as_uri()] * len(pages)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_rules_of_access_are_kept(draws: Draws, scheme: str) -> None:
    page = draws(scheme, bypass=True)
    found = Axe().run(page, options=_RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_looks_come_through_the_policy(draws: Draws, scheme: str) -> None:
    page = draws(scheme)
    ground: Any = page.evaluate(
        "getComputedStyle(document.querySelector('svg.flow-picture')).backgroundColor"
    )
    dashes: Any = page.evaluate(
        """['moved', 'renumbered', 'new'].map(each => getComputedStyle(document.querySelector(
        `.flow-picture .lines .way-${each} path:not(.hit)`)).strokeDasharray)"""
    )
    assert ground == ("rgb(21, 24, 29)" if scheme == "dark" else "rgb(252, 251, 248)")
    assert len(set(dashes)) == 3


def test_every_link_has_its_target_and_the_keyboard_one_stop_a_paragraph(draws: Draws) -> None:
    page = draws()
    missing: Any = page.evaluate(
        """[...document.querySelectorAll('svg a')].map(each => each.getAttribute('href'))
        .filter(each => !document.getElementById(each.slice(1)))"""
    )
    assert missing == []
    stops: Any = page.evaluate(
        "document.querySelectorAll('svg.flow-picture a:not([tabindex=\"-1\"])').length"
    )
    assert stops == sum(len(each.paragraphs) for each in CHAIN.revisions)
    page.locator("svg.flow-picture a.stand").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#r1-p1"
    page.keyboard.press("Enter")
    assert page.url.endswith("#r1-p1")


def test_no_letters_run_out_of_the_picture_they_stand_in(draws: Draws) -> None:
    wide: Any = draws().evaluate(
        """[...document.querySelectorAll('svg')].flatMap(svg => {
          const room = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('text')].filter(each => {
            const box = each.getBoundingClientRect();
            return box.right > room.right + 1 || box.left < room.left - 1
              || box.bottom > room.bottom + 1 || box.top < room.top - 1;
          }).map(each => each.textContent);
        })"""
    )
    assert wide == []
