"""Prints how long a large report takes to render, how big its page is and how fast it opens.

500 paragraphs in five revisions with 3,000 proposals by 60 proponents. The page is opened in
headless Chromium where there is one: the time on the clock to its load event, and the processor
time of the page's own thread until it is drawn; then what moving on costs that thread.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import amend
from amend import pipeline
from amend.model.draft import Revision
from amend.model.ruling import Course
from amend.render import html
from amend.render.report import Report
from bench.asking import asked
from bench.chain import revised
from bench.measure import in_ms, table
from bench.prose import Prose
from bench.rewording import Rewording

_SIZES = ((60, 4, 200), (500, 5, 3_000))
_PROPONENTS = 60
_SEED = 2026
_ROUNDS = 3
_HEADS = ("paragraphs x revisions x proposals", "splitting", "laying out", "rendering", "page")
_OPENED = ("load, clock", "thread", "nodes", "heap", "text", "by proponent", "search", "proponent")
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def run(*, quick: bool = False) -> None:
    """Print the table of rendering, then that of opening; `quick` takes the small report alone."""
    sizes = _SIZES[:1] if quick else _SIZES
    made = [(size, report(*size)) for size in sizes]
    pages = []
    rows = []
    for size, found in made:
        row, page = _rendered(size, found, 1 if quick else _ROUNDS)
        rows.append(row)
        pages.append((size, page))
    print(f"\nprocessor time, medians\n\n{table(_HEADS, rows)}")
    path = shutil.which("chromium")
    if path is None:
        print("\nno chromium on this machine: opening was not measured")
        return
    opened = [(_named(size), *_opened(page, path)) for size, page in pages]
    print(f"\nheadless Chromium, 1280 x 800\n\n{table((_HEADS[0], *_OPENED), opened)}")


def report(paragraphs: int, revisions: int, proposals: int) -> Report:
    """Make a report: generated revisions and proposals, aligned, judged and traced."""
    chain, courses = _judged(paragraphs, revisions, proposals)
    provenance = pipeline.trace(chain, courses)
    return pipeline.report(
        chain, courses, title="A large report", now="2026-01-01", base=chain.revisions[0].name,
        new_words=provenance.newcomers, provenance=provenance,
    )  # fmt: skip


def _judged(paragraphs: int, count: int, proposals: int) -> tuple[Any, tuple[Course, ...]]:
    made = asked(proposals, paragraphs, _SEED)
    rng = random.Random(f"page {paragraphs}")
    rewording = Rewording(rng, Prose(rng))
    chain = pipeline.chain([made.old, *_later(made.new, made.old, count - 1, rng, rewording)])
    names = [f"Delegation {number + 1}" for number in range(_PROPONENTS)]
    asking = [replace(each, by=(rng.choice(names),)) for each in made.proposals]
    alignments = [each.alignment for each in chain.comparisons]
    return chain, pipeline.judge(asking, chain.revisions, alignments=alignments)


def _later(
    last: Revision, before: Revision, count: int, rng: random.Random, rewording: Rewording
) -> Iterator[Revision]:
    texts = [[each.text for each in one.paragraphs] for one in (before, last)]
    yield last
    for number in range(3, count + 2):
        texts.append(revised(texts[-1], texts[-2], rng, rewording))
        lines = (f"{place}. {text}" for place, text in enumerate(texts[-1], 1))
        yield amend.read_text("\n\n".join(lines), name=f"Rev {number}")


def _named(size: Sequence[int]) -> str:
    return " x ".join(f"{each:,}" for each in size)


def _rendered(size: Sequence[int], found: Report, rounds: int) -> tuple[tuple[str, ...], str]:
    floors, views, pages = [], [], []
    page = ""
    texts = [each.text for revision in found.chain.revisions for each in revision.paragraphs]
    for _ in range(rounds):
        start = process_time()
        [hash(tuple(text.split())) for text in texts]
        floors.append(process_time() - start)
        start = process_time()
        laid_out = found.page()
        views.append(process_time() - start)
        start = process_time()
        page = html.render(laid_out)
        pages.append(process_time() - start)
    told = (f"{median(each):.3f} s" for each in (floors, views, pages))
    return (_named(size), *told, f"{len(page.encode()) / 1e6:.1f} MB"), page


# Each step ends when the browser has drawn twice after it.
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_STEPS = ("#text", "#view=text&by=by-delegation-7", "#view=text&find=water", "#by-delegation-7")


def _opened(page: str, path: str) -> tuple[str, ...]:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(page, encoding="utf-8")
        running = playwright.chromium.launch(executable_path=path, args=[*_QUIET])
        try:
            tab = running.new_page(viewport={"width": 1280, "height": 800})
            watch = tab.context.new_cdp_session(tab)
            watch.send("Performance.enable", {"timeDomain": "threadTicks"})
            tab.goto(file.as_uri(), wait_until="load")
            tab.evaluate(_DRAWN)
            load: Any = tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
            told = _metrics(watch)
            steps = [_spent(tab, watch, each) for each in _STEPS]
        finally:
            running.close()
    heap = f"{told['JSHeapUsedSize'] / 1e6:.0f} MB"
    return (f"{load:,.0f} ms", in_ms(told["TaskDuration"]), f"{told['Nodes']:,.0f}", heap, *steps)


def _metrics(watch: Any) -> dict[str, float]:
    found = watch.send("Performance.getMetrics")["metrics"]
    return {each["name"]: each["value"] for each in found}


def _spent(tab: Any, watch: Any, address: str) -> str:
    """Return the processor time of the page's own thread that a move to an address takes."""
    before = _metrics(watch)["TaskDuration"]
    tab.evaluate(f"() => {{ location.hash = {address!r}; }}")
    tab.evaluate(_DRAWN)
    return in_ms(_metrics(watch)["TaskDuration"] - before)
