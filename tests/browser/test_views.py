"""Every view of the report has its address, its place on a wide and a narrow screen, no fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Faults = Callable[[Page], list[str]]
REPORT = "report.html"
VIEWS = {
    "": "Overview",
    "#text": "Side by side",
    "#row-3": "Paragraph 3",
    "#proposal-sample-1": "One proposal and what became of it",
    "#proponents": "Proponents",
    "#by-harbour-league": "What became of the language of Harbour League",
    "#proposals": "Proposals",
    "#concordance": "Concordance",
    "#ways": "Ways of the paragraphs",
    "#notices": "Notices",
}


def heads(page: Page) -> list[str]:
    return [each for each in page.locator("h2:visible").all_inner_texts() if each]


@pytest.mark.parametrize("width", [1280, 480])
@pytest.mark.parametrize("address", [*VIEWS, "#whole"])
def test_a_view_stands_alone_without_a_fault_light_and_dark(
    opens: Opens, faults: Faults, address: str, width: int
) -> None:
    page = opens(REPORT, width, address=address)
    if address != "#whole":
        assert heads(page) == [VIEWS[address]]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page) == []


def test_the_navigation_leads_to_every_view_and_back(opens: Opens) -> None:
    page = opens(REPORT)
    for name in ("Side by side", "Proponents", "Proposals", "Concordance", "Notices", "Overview"):
        page.get_by_role("navigation").get_by_role("link", name=name, exact=True).click()
        assert heads(page) == [name]
        assert page.locator("nav [aria-current]").inner_text() == name
    page.go_back()
    assert heads(page) == ["Notices"]


def test_without_a_script_everything_stands_on_the_page(opens: Opens) -> None:
    page = opens(REPORT, scripted=False)
    assert {VIEWS["#text"], VIEWS["#concordance"], VIEWS["#notices"]} <= set(heads(page))
    assert page.locator("form.bar").is_hidden()


def test_a_paragraphs_life_shows_its_revisions_its_proposals_and_its_words(opens: Opens) -> None:
    page = opens(REPORT, address="#row-3")
    assert page.locator("tbody.row:visible").count() == 1
    assert page.locator(".is-here .revision:visible").all_inner_texts() == [
        "Zero draft", "Rev 1", "Rev 2",
    ]  # fmt: skip
    assert page.locator(".is-here .verdict:visible").count() > 0
    assert page.locator(".is-here .roots td").first.is_visible()
    page.keyboard.press("j")
    assert heads(page) != ["Paragraph 3"]
    page.keyboard.press("k")
    assert heads(page) == ["Paragraph 3"]


def test_a_proposals_trail_shows_it_alone_before_its_paragraph(opens: Opens) -> None:
    page = opens(REPORT, address="#proposal-sample-1")
    assert page.locator("details.proposal:visible").count() == 1
    proposal = page.locator("#proposal-sample-1").bounding_box()
    slot = page.locator(".is-here .slot").first.bounding_box()
    assert proposal is not None
    assert slot is not None
    assert proposal["y"] < slot["y"]
    page.keyboard.press("p")
    assert page.locator("details.proposal:visible").get_attribute("id") != "proposal-sample-1"


def test_a_proponents_page_leads_to_the_trail_of_each_proposal(opens: Opens) -> None:
    page = opens(REPORT, address="#proponents")
    page.get_by_role("table").get_by_role("link", name="Harbour League").click()
    assert page.url.endswith("#by-harbour-league")
    assert page.locator(".dossier:visible .counts li").count() == 1
    page.locator(".dossier:visible .entry a").first.click()
    assert page.locator("details.proposal:visible").count() == 1
    page.go_back()
    assert heads(page) == [VIEWS["#by-harbour-league"]]


def test_the_register_of_proposals_follows_the_filters(opens: Opens) -> None:
    page = opens(REPORT, address="#proposals")
    page.select_option("select[name=fate]", label="not adopted (2)")
    assert page.locator(".register li:visible").count() == 2
    assert "view=proposals&fate=fate-not-adopted" in page.url


def test_the_help_names_the_keys_and_can_switch_them_off(opens: Opens, faults: Faults) -> None:
    page = opens(REPORT)
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    assert faults(page) == []
    page.get_by_label("single keys do this").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    assert heads(page) == ["Overview"]


def test_a_paragraph_is_copied_with_its_marks(opens: Opens) -> None:
    page = opens(REPORT, address="#text")
    page.evaluate(
        """window.held = {};
        DataTransfer.prototype.setData = function (kind, words) { window.held[kind] = words; };"""
    )
    page.keyboard.press("j")
    page.keyboard.press("c")
    held: Any = page.evaluate("window.held")
    assert "{+" in held["text/plain"]
    assert "<ins>" in held["text/html"]
    page.locator("#r3-p9 .text").hover()
    page.get_by_role("button", name="Copy with its marks").click()
    assert page.get_by_role("button", name="Copied.").is_visible()
