"""The audit as a view of a report: what each file with tracked changes declares, in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.render.audited import page_with_audits, view

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Faults = Callable[[Page], list[str]]
FINDINGS = sum(len(group.rows) for group in view().groups)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audited")
    path = folder / "report.html"
    path.write_text(page_with_audits(folder), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [1280, 480])
def test_the_audit_stands_alone_without_a_fault_light_and_dark(
    opens: Opens, faults: Faults, file: Path, width: int
) -> None:
    page = opens(file, width, address="#audit")
    assert page.locator("h2:visible").all_inner_texts() == ["Audit"]
    assert page.locator(".finding:visible").count() == FINDINGS
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page) == []


def test_the_overview_tells_what_changed_without_a_mark_and_leads_there(
    opens: Opens, file: Path
) -> None:
    page = opens(file)
    told = page.locator(".audits-told li")
    assert "Changed without a mark" in told.inner_text()
    told.get_by_role("link").click()
    assert page.locator("nav [aria-current]").inner_text() == "Audit"
    assert page.locator("#audit-1").is_visible()


def test_every_link_of_the_audit_has_its_target_and_opens_the_paragraph(
    opens: Opens, file: Path
) -> None:
    page = opens(file, address="#audit")
    keys = page.evaluate(
        "[...document.querySelectorAll('.audit a')].map(each => each.getAttribute('href'))"
    )
    assert len(keys) > 8
    page.locator(".there a").first.click()
    assert page.locator("nav [aria-current]").inner_text() == "Side by side"
    assert [each for each in keys if page.locator(each).count() != 1] == []


def test_a_finding_has_an_address_of_its_own(opens: Opens, file: Path) -> None:
    page = opens(file, 480, address="#audit")
    key = page.locator(".finding").last.get_attribute("id")
    again = opens(file, 480, address=f"#{key}")
    assert again.evaluate("document.activeElement.id") == key


def test_paper_shows_every_finding(opens: Opens, file: Path) -> None:
    page = opens(file, address="#audit")
    page.emulate_media(media="print")
    assert page.locator(".finding:visible").count() == FINDINGS
