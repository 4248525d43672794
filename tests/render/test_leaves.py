"""The pages of a folder: each stands by itself, and every link among them has its target."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from amend import pipeline
from amend.render import Report, html
from amend.render.leaves import leaves

from .hostile import HOSTILE
from .pages import page
from .sample import CHAIN, COURSES, MADE, SCRIPT


class Links(HTMLParser):
    """The ids of a page and what it links to."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        if identity := found.get("id"):
            self.ids.append(identity)
        if link := found.get("href"):
            self.links.append(link)


@pytest.fixture(scope="module")
def folder() -> dict[str, str]:
    return dict(html.render_folder(page()))


def test_there_is_an_index_and_a_page_for_each_proponent_and_paragraph(
    folder: dict[str, str],
) -> None:
    whole = page()
    count = 1 + len(whole.dossiers) + len(whole.view.rows)
    assert len(folder) == count
    assert next(iter(folder)) == "index.html"


def test_file_names_are_letters_digits_and_hyphens_whoever_proposes(
    folder: dict[str, str],
) -> None:
    assert [each for each in folder if not re.fullmatch(r"[a-z0-9-]+\.html", each)] == []


def test_every_link_among_the_pages_has_its_target(folder: dict[str, str]) -> None:
    read = {name: Links(source) for name, source in folder.items()}
    for name, found in read.items():
        assert len(found.ids) == len(set(found.ids))
        for link in found.links:
            file, _, key = link.partition("#")
            if file == "../report.html":
                continue
            assert not key or key in read[file or name].ids, (name, link)


def test_no_script_runs_in_them_and_foreign_text_is_shown(folder: dict[str, str]) -> None:
    for source in folder.values():
        assert "script" not in Links(source).tags
        assert "script-src" not in source
        assert SCRIPT not in source
    assert any("&lt;script&gt;" in source for source in folder.values())


def test_a_hostile_report_makes_a_folder_too() -> None:
    for leaf in leaves(HOSTILE.page()):
        assert "/" not in leaf.file


def test_pages_of_an_earlier_report_go_and_what_a_person_put_there_stays(tmp_path: Path) -> None:
    report = Report("Sample", MADE, CHAIN, COURSES, CHAIN.revisions[0].name)
    pages = tmp_path / "pages"
    index = pipeline.write_leaves(report, tmp_path)
    assert index == pages / "index.html"
    old = index.read_text(encoding="utf-8")
    (pages / "by-somebody-gone.html").write_text(old, encoding="utf-8")
    (pages / "notes.html").write_text("<p>mine</p>", encoding="utf-8")
    pipeline.write_leaves(report, tmp_path)
    assert not (pages / "by-somebody-gone.html").exists()
    assert (pages / "notes.html").exists()
