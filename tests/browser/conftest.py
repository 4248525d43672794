"""A headless Chromium, pages that must ask for nothing, and a picture of every failing run."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright

HERE = Path(__file__).parent
FAILED = HERE / "failed"
GOLDEN = HERE.parent / "golden"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Opens = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None and "AMEND_NEED_BROWSER" in os.environ:
        pytest.fail("no chromium, and AMEND_NEED_BROWSER asks for it; install the package chromium")
    if path is None:
        pytest.skip("no chromium on this machine; install Debian's package chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=[*QUIET])
        yield running
        running.close()


@pytest.fixture
def opens(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Opens]:
    """Open a golden page, or a file; what it asks for or complains of fails the test at its end."""
    asked: list[str] = []
    said: list[str] = []
    pages: list[Page] = []

    def answer(route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    def open_page(
        name: str | Path, width: int = 1280, *, address: str = "", scheme: str = "light",
        scripted: bool = True,
    ) -> Page:  # fmt: skip
        place = (GOLDEN / name).as_uri()
        page = browser.new_page(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripted,
        )
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on(
            "request", lambda each: None if each.url.startswith(place) else asked.append(each.url)
        )
        page.route("**/*", answer)
        page.goto(place + address)
        pages.append(page)
        return page

    yield open_page
    if getattr(request.node, "has_failed", False):
        FAILED.mkdir(exist_ok=True)
        name = re.sub(r"\W+", "-", request.node.name)
        for count, page in enumerate(pages):
            is_short = bool(page.evaluate("document.documentElement.scrollHeight < 20000"))
            page.screenshot(path=FAILED / f"{name}-{count}.png", full_page=is_short)
    for page in pages:
        page.close()
    assert (asked, said) == ([], [])


WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def faults() -> Callable[[Page], list[str]]:
    """What axe-core finds against WCAG 2.2 AA; the page's policy stays as it is."""

    def found(page: Page) -> list[str]:
        told = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
        return [f"{each['id']}: {node['html'][:200]}" for each in told for node in each["nodes"]]

    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call" and report.failed:
        item.has_failed = True  # type: ignore[attr-defined]  # read by the fixture above
    return report
