"""The page of an audit as a reader meets it: in a real browser, wide and narrow, by keyboard."""

from __future__ import annotations

from typing import Any, Protocol

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

AUDIT = "audit.html"


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
    page = opens(AUDIT, width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert shown(page, ".answer") == 1


def test_silent_words_stand_out_without_colour(opens: Opens) -> None:
    page = opens(AUDIT)
    looks: Any = page.evaluate(
        """(kinds => kinds.map(kind => {
             const look = getComputedStyle(document.querySelector(`.text .${kind}`));
             return [look.textDecorationStyle, look.borderTopStyle].join(' ');
           }))(['silent-in', 'ins'])"""
    )
    assert looks == ["double solid", "solid none"]


def test_the_filters_show_one_kind_and_one_author(opens: Opens) -> None:
    page = opens(AUDIT)
    every = shown(page, ".finding")
    page.select_option("select[name=kind]", "unreal")
    assert shown(page, ".finding") == shown(page, ".finding.is-unreal") == 1
    assert "1 of" in page.locator("output").inner_text()
    page.select_option("select[name=kind]", "")
    page.select_option("select[name=by]", label="Avel")
    assert 0 < shown(page, ".finding") < every
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function(f"document.querySelector('output').innerText.startsWith('{every} ')")


def test_the_keyboard_goes_from_finding_to_finding(opens: Opens) -> None:
    page = opens(AUDIT)
    ids: Any = page.evaluate("[...document.querySelectorAll('.finding')].map(each => each.id)")
    for key, wanted in (("j", ids[0]), ("j", ids[1]), ("k", ids[0])):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == wanted


def test_every_link_has_its_target(opens: Opens) -> None:
    page = opens(AUDIT)
    missing: Any = page.evaluate(
        """[...document.querySelectorAll('a')].map(each => each.getAttribute('href'))
        .filter(each => !each.startsWith('#') || !document.getElementById(each.slice(1)))"""
    )
    assert missing == []
