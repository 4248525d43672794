"""The pages to send: each opens alone, without a script and without a fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from amend.render import html
from tests.render.pages import page as whole

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Faults = Callable[[Page], list[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pages")
    for name, text in html.render_folder(whole()):
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize("width", [1280, 480])
@pytest.mark.parametrize("name", ["index.html", "by-harbour-league.html", "row-3.html"])
def test_a_page_of_the_folder_stands_alone_without_a_fault(
    opens: Opens, faults: Faults, folder: Path, name: str, width: int
) -> None:
    page = opens(folder / name, width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []


def test_a_proponents_page_shows_every_trail_open_and_no_script(opens: Opens, folder: Path) -> None:
    page = opens(folder / "by-harbour-league.html")
    assert page.locator(".trail:visible").count() == page.locator(".entry").count() > 0
    assert page.locator("script").count() == 0
