"""The page of a rolling text as a reader meets it: in a real browser, wide and narrow, by keys."""

from __future__ import annotations

from typing import Any, Protocol

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ROLLING = "rolling.html"


class Opens(Protocol):
    """What the fixture hands over: a golden page, opened at a width."""

    def __call__(
        self, name: str, width: int = 1280, *, address: str = "", scheme: str = "light"
    ) -> Page: ...


def shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:visible").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 480])
def test_the_page_fits_its_window(opens: Opens, width: int, scheme: str) -> None:
    page = opens(ROLLING, width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert shown(page, ".para") == 7


def test_ways_that_collide_stand_side_by_side(opens: Opens) -> None:
    page = opens(ROLLING)
    tops: Any = page.evaluate(
        "[...document.querySelectorAll('.text .way')].map(each => each.getBoundingClientRect().top)"
    )
    assert len(tops) == 2
    assert tops[0] == tops[1]


def test_the_filters_show_one_proponent_and_the_collisions(opens: Opens) -> None:
    page = opens(ROLLING)
    page.select_option("select[name=what]", "collision")
    assert shown(page, ".para") == 2
    assert page.locator("output").inner_text() == "2 of 7 paragraphs"
    page.select_option("select[name=what]", "")
    page.select_option("select[name=by]", label="Fens (3)")
    assert shown(page, ".para") == 3
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelector('output').innerText === '7 paragraphs'")


def test_the_keyboard_goes_from_proposal_to_proposal(opens: Opens) -> None:
    page = opens(ROLLING)
    for key, wanted in (("j", "row-1"), ("j", "row-2"), ("k", "row-1")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == wanted


def test_every_link_has_its_target(opens: Opens) -> None:
    page = opens(ROLLING)
    missing: Any = page.evaluate(
        """[...document.querySelectorAll('a')].map(each => each.getAttribute('href'))
        .filter(each => !each.startsWith('#') || !document.getElementById(each.slice(1)))"""
    )
    assert missing == []
