"""Texts of strangers that try to be more than texts, or more than a page can hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

import amend
from amend import pipeline
from amend.model.ruling import Course
from amend.render import Report, html
from amend.trace import trace

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
SCRIPT = "<script>document.title='taken'</script>"
MARKUP = '"><img src=x onerror="document.title=1"><a href="javascript:alert(1)">x</a></p></table>'
BREAK_OUT = (
    "</noscript><!--/held--><!--held--></template></details></style></script>--><h1>taken</h1>"
)
ENTITY = "&lt;img src=x onerror=alert(1)&gt; &amp;lt;b&gt; &#60;i&#62;"
CONTROL = "a\x00b\x1b[31mred\x07 \u202eesrever\u202c \u2066isolate \u200bzero"
ENDLESS = "w" * 100_000
MIXED = "العربية English 中文条款没有空格也要换行" * 20
EVERY = (SCRIPT, MARKUP, BREAK_OUT, ENTITY, CONTROL, ENDLESS, MIXED)


def report() -> Report:
    """All of it as title, names of revisions and proponents, paragraphs, and words asked for."""
    lines = [f"{place}. {text}" for place, text in enumerate(EVERY, 1)]
    base = amend.read_text("\n\n".join(lines), name=f"Zero {SCRIPT}")
    changed = [f"{line} {EVERY[-place]}" for place, line in enumerate(lines, 1)]
    later = amend.read_text("\n\n".join(changed), name=f"Rev {MARKUP}")
    chain = pipeline.chain([base, later])
    asked = [
        amend.proposed(base, str(place), f"{text} {EVERY[-place]} {SCRIPT}", by=text)
        for place, text in enumerate(EVERY, 1)
    ]
    named = [replace(each, id=f"{MARKUP}{place}") for place, each in enumerate(asked)]
    courses: tuple[Course, ...] = pipeline.judge(named, chain.revisions)
    return Report(
        f"{SCRIPT}{MARKUP}{ENDLESS[:3000]}", MARKUP, chain, courses, base.name,
        provenance=trace(chain, courses),
    )  # fmt: skip


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    path.write_text(html.render(report().page()), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [1280, 480])
@pytest.mark.parametrize("view", ["", "#text", "#proponents", "#proposals", "#concordance"])
def test_nothing_is_read_as_markup_and_the_page_keeps_its_width(
    opens: Opens, file: Path, view: str, width: int
) -> None:
    page = opens(file, width, address=view)
    assert page.locator("img, iframe, a[href^=javascript]").count() == 0
    assert page.locator("h1").count() == 1
    assert page.locator("script").count() == 1
    assert "taken" not in page.title().split("<")[0]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_trails_and_origins_hold_what_they_were_given_when_they_are_opened(
    opens: Opens, file: Path
) -> None:
    page = opens(file, address="#whole")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.wait_for_timeout(200)
    assert page.locator(".trail").count() == len(EVERY)
    assert page.locator(".held").count() == 0
    assert page.locator("img, h1 >> nth=1, iframe").count() == 0
    assert page.locator("h1").count() == 1
    assert BREAK_OUT in page.locator(".trail dd ins").nth(2).inner_text()
    assert ENTITY in page.locator(".trail dd ins").nth(3).inner_text()


def test_a_search_finds_words_that_are_still_held(opens: Opens, file: Path) -> None:
    page = opens(file, address="#view=text&find=%3Cscript%3Edocument")
    assert page.locator("tbody.row:visible").count() >= len(EVERY)
    page.get_by_label("Search").fill("<script>nowhere")
    page.wait_for_url("**nowhere")
    assert page.locator("tbody.row:visible").count() == 0
    assert page.locator("output").inner_text().startswith("Nothing fits")


def test_an_address_is_no_way_in(opens: Opens, file: Path) -> None:
    page = opens(file, address="#view=%3Cimg%3E&by=%22%3E&at=%00&columns=r9.r8&fate=x")
    assert page.locator("h2:visible").first.inner_text() == "Side by side"
    assert opens(file, address="#%E0%A4%A").locator("h2:visible").first.inner_text() == "Overview"


def test_arabic_and_chinese_run_their_own_way_side_by_side(opens: Opens, tmp_path: Path) -> None:
    arabic = replace(amend.read_text("1. نشكر سكان الميناء.", name="الأولى"), language="ar")
    chinese = replace(amend.read_text("1. 我们感谢港口居民。", name="第一稿"), language="zh")
    found = Report("Mixed", "made", pipeline.chain([arabic, chinese]))
    path = tmp_path / "mixed.html"
    path.write_text(html.render(found.page()), encoding="utf-8")
    page = opens(path, address="#text")
    texts = page.locator(".passage .text")
    assert [texts.nth(n).get_attribute("lang") for n in range(2)] == ["ar", "zh"]
    told = [texts.nth(n).evaluate("(one) => getComputedStyle(one).direction") for n in range(2)]
    assert told == ["rtl", "ltr"]
