"""The report side by side, as a reader meets it: wide and narrow, by mouse and by keyboard."""

from __future__ import annotations

from typing import Any, Protocol

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

REPORT, COLUMNS = "report.html", "columns.html"


class Opens(Protocol):
    """What the fixture hands over: a golden page, opened at a width."""

    def __call__(
        self, name: str, width: int = 1280, *, address: str = "", scheme: str = "light"
    ) -> Page: ...


TEXT = "#text"


def shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:visible").count()


def lefts(page: Page) -> list[int]:
    """Where the slots of the second row begin, from the left."""
    found: list[Any] = page.locator("tbody.row").nth(1).locator(".slot").all()
    boxes = [each.bounding_box() for each in found]
    return [round(box["x"]) for box in boxes if box is not None]


def focused(page: Page) -> str:
    told: Any = page.evaluate(
        "document.activeElement.closest('details')?.id || document.activeElement.id"
    )
    return str(told)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_laptop_shows_the_revisions_side_by_side(opens: Opens, scheme: str) -> None:
    page = opens(REPORT, scheme=scheme, address=TEXT)
    found = lefts(page)
    assert len(found) == 3
    assert found == sorted(set(found))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_telephone_shows_one_column_with_the_revisions_named(opens: Opens) -> None:
    page = opens(REPORT, 480, address=TEXT)
    assert len(set(lefts(page))) == 1
    assert shown(page, "tbody.row >> nth=1 >> .revision") == 3
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_five_revisions_scroll_in_their_own_sheet(opens: Opens) -> None:
    page = opens(COLUMNS, 900, address=TEXT)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "(sheet => sheet.scrollWidth > sheet.clientWidth)(document.querySelector('.sheet'))"
    )


def test_the_heads_of_the_columns_stay_in_sight(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.locator("tbody.row").last.scroll_into_view_if_needed()
    page.mouse.wheel(0, 2000)
    box = page.locator("table.sides thead th").first.bounding_box()
    assert box is not None
    assert -1 <= box["y"] < 800


def test_every_link_has_its_target(opens: Opens) -> None:
    page = opens(REPORT, address="#whole")
    missing: Any = page.evaluate(
        """[...document.querySelectorAll('a')].map(each => each.getAttribute('href'))
        .filter(each => !each.startsWith('#') || !document.getElementById(each.slice(1)))"""
    )
    assert missing == []


def test_the_fate_filter_keeps_proposals_of_that_fate_and_their_paragraphs(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    assert shown(page, "details.proposal") == 8
    page.select_option("select[name=fate]", label="not adopted (2)")
    assert shown(page, "details.proposal") == 2
    assert shown(page, "tbody.row") == 3  # two paragraphs under their heading
    assert "fate=fate-not-adopted" in page.url
    page.select_option("select[name=fate]", label="dropped later (1)")
    assert shown(page, "details.proposal") == 1
    page.get_by_role("button", name="Show all").click()
    assert page.locator("tbody.row[hidden]").count() == 0
    assert page.url.endswith("#text")


def test_the_proponent_filter_counts_supporters_too(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.select_option("select[name=by]", label="Union of Port Workers (1)")
    assert shown(page, "details.proposal") == 1
    assert page.locator("output").inner_text().endswith("1 of 8 proposals")


def test_a_label_and_a_search_narrow_the_text(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.get_by_label("Paragraph", exact=True).fill("8")
    page.wait_for_url("**label=8")
    assert shown(page, "#r3-p9") == 1
    page.get_by_role("button", name="Show all").click()
    page.keyboard.press("/")
    page.keyboard.type("COASTAL citie")
    page.wait_for_url("**find=**")
    assert 0 < shown(page, "tbody.row") < 11
    assert page.evaluate("CSS.highlights.get('found').size") > 0


def test_revisions_are_chosen_and_the_choice_is_in_the_address(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.get_by_text("Revisions shown", exact=True).click()
    page.get_by_label("Rev 1", exact=True).uncheck()
    assert len(lefts(page)) == 2
    assert "columns=r1.r3" in page.url
    assert page.get_by_label("Zero draft", exact=True).is_disabled()
    again = opens(REPORT, address="#view=text&columns=r1.r3")
    assert len(lefts(again)) == 2
    assert again.locator(".proposals td").first.get_attribute("colspan") == "2"


def test_changed_only_hides_what_stayed_as_it_was(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.get_by_label("changed only").check()
    assert shown(page, "tbody.row.is-changed") == 8
    assert shown(page, "#row-1") == 0


def test_a_view_can_be_sent_as_a_link(opens: Opens) -> None:
    address = "#by=by-harbour-league&fate=course-carried&changed=1&at=proposal-sample-8"
    page = opens(REPORT, address=address)
    assert shown(page, "details.proposal") == 2
    assert page.locator("#proposal-sample-8").get_attribute("open") is not None
    assert focused(page) == "proposal-sample-8"
    assert page.url.endswith(address)


def test_a_plain_link_to_a_paragraph_works_too(opens: Opens) -> None:
    page = opens(REPORT, address="#r3-p9")
    box = page.locator("#r3-p9").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800


def test_j_and_k_walk_the_changes(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.keyboard.press("j")
    assert focused(page) == "row-2"
    page.keyboard.press("j")
    assert focused(page) == "row-3"
    page.keyboard.press("k")
    assert focused(page) == "row-2"
    outline: Any = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_p_walks_the_proposals_and_enter_opens_the_evidence(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    for _ in range(3):
        page.keyboard.press("p")
    assert focused(page) == "proposal-sample-1"
    page.keyboard.press("Enter")
    assert page.locator("#proposal-sample-1 mark").first.inner_text() == "in all local languages"
    page.keyboard.press("P")
    assert focused(page) == "proposal-sample-3"


def test_keys_typed_into_a_filter_are_left_to_it(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.focus("select[name=fate]")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.name") == "fate"


def test_evidence_leads_to_its_paragraph_even_if_that_was_hidden(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.select_option("select[name=by]", label="Delta Youth Forum (2)")
    page.locator("#proposal-sample-1 summary").click()
    page.locator("#proposal-sample-1").get_by_role("link", name="Friends of the Estuary").click()
    assert focused(page) == "proposal-sample-2"
    assert page.locator("#proposal-sample-2").is_visible()


def test_hostile_words_stay_words(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.locator("#proposal-sample-5 summary").click()
    assert page.locator("img").count() == 0
    assert "<script>alert('taken')</script>" in page.locator("#proposal-sample-5").inner_text()


def test_arabic_runs_from_right_to_left(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    direction: Any = page.evaluate(
        "getComputedStyle(document.querySelector('#r3-p10 .text')).direction"
    )
    assert direction == "rtl"


def test_paper_shows_the_evidence_of_every_proposal(opens: Opens) -> None:
    page = opens(REPORT, address=TEXT)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown(page, "details.proposal .trail") == 8
    assert shown(page, "form.bar") == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.proposal[open]").count() == 0
