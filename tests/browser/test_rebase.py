"""The page of proposals carried over as a reader meets it: in a real browser."""

from __future__ import annotations

from typing import Any, Protocol

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

REBASE = "rebase.html"


class Opens(Protocol):
    """What the fixture hands over: a golden page, opened at a width."""

    def __call__(
        self, name: str, width: int = 1280, *, address: str = "", scheme: str = "light"
    ) -> Page: ...


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 480])
def test_the_page_fits_its_window(opens: Opens, width: int, scheme: str) -> None:
    page = opens(REBASE, width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("article.ask:visible").count() == 21


def test_every_link_has_its_target(opens: Opens) -> None:
    missing: Any = opens(REBASE).evaluate(
        """[...document.querySelectorAll('a')].map(each => each.getAttribute('href'))
        .filter(each => !each.startsWith('#') || !document.getElementById(each.slice(1)))"""
    )
    assert missing == []


def test_what_is_still_asked_for_is_marked_in_its_place(opens: Opens) -> None:
    first = opens(REBASE).locator("#open article").first
    assert first.locator("ins").inner_text() == "urge"
    assert first.locator("del").inner_text() == "encourage"
    assert "both cannot be had" in first.locator(".told").inner_text()
