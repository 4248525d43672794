"""The concordance and the filter of weighty words as a reader meets them: in a real browser."""

from __future__ import annotations

from typing import Any, Protocol

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

CONCORDANCE, WEIGHTY = "concordance.html", "weighty.html"


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
    page = opens(CONCORDANCE, width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert shown(page, "table.numbers") == 3


def test_every_link_has_its_target(opens: Opens) -> None:
    missing: Any = opens(CONCORDANCE).evaluate(
        """[...document.querySelectorAll('a')].map(each => each.getAttribute('href'))
        .filter(each => !each.startsWith('#') || !document.getElementById(each.slice(1)))"""
    )
    assert missing == []


def test_paragraphs_are_chosen_by_what_weighs(opens: Opens) -> None:
    page = opens(WEIGHTY, address="#text")
    assert shown(page, "tbody.row") == 4
    page.select_option("select[name=weighty]", "weaker")
    assert shown(page, "tbody.row") == 1
    page.select_option("select[name=weighty]", "date")
    assert shown(page, "tbody.row") == 1
    assert page.url.endswith("weighty=date")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelectorAll('tbody.row[hidden]').length === 0")


def test_a_choice_can_be_sent_as_a_link(opens: Opens) -> None:
    assert shown(opens(WEIGHTY, address="#weighty=weighty"), "tbody.row") == 2
