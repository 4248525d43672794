"""The page is one file, asks for nothing, and no text of a draft can become part of it."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amend.errors import AmendError
from amend.render import html
from amend.render.page import page as page_of
from amend.render.view import report_view

from .pages import columns
from .pages import page as whole
from .sample import IMAGE, MADE, REVERSED, SCRIPT, chain, revision


class Page(HTMLParser):
    """Every tag and attribute of a page, and the text between its tags."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def every(self, attribute: str) -> list[str]:
        found = (attributes.get(attribute) for _, attributes in self.tags)
        return [each for each in found if each is not None]


@pytest.fixture(scope="module")
def source() -> str:
    return html.render(whole())


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def test_foreign_text_is_shown_and_never_read(page: Page) -> None:
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not {"img", "iframe", "object", "link", "base"} & {tag for tag, _ in page.tags}
    assert SCRIPT in "".join(page.words)
    assert IMAGE in "".join(page.words)
    assert REVERSED not in "".join(page.words)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("<>&\"'`=/ -!scriptonx{%}#\x00\u202e"), max_size=30))
def test_any_text_leaves_the_page_as_it_was_built(text: str) -> None:
    def tags(words: str) -> list[str]:
        draft = revision(words or "x", [f"1. {words}"], file=words)
        drafts = chain((draft,), ())
        view = report_view(drafts, title=words, made=MADE)
        return [tag for tag, _ in Page(html.render(page_of(view, drafts))).tags]

    plain = "a" * len(text) if text.strip() else text
    assert tags(text) == tags(plain)


def test_no_attribute_runs_or_fetches_anything(page: Page) -> None:
    names = {name for _, attributes in page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on")]
    assert not {"src", "srcset", "style", "action", "formaction", "background"} & names


def test_the_policy_names_style_and_script_by_their_hash(source: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', source)
    assert policy is not None
    told = policy.group(1).replace("&#39;", "'")
    assert told.startswith("default-src 'none'")
    for tag in ("style", "script"):
        inline = re.search(rf"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert inline is not None
        digest = base64.b64encode(hashlib.sha256(inline.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in told


def test_every_id_is_its_own_and_every_link_has_its_target(page: Page) -> None:
    ids = page.every("id")
    assert len(ids) == len(set(ids))
    links = page.every("href")
    assert links
    assert [each for each in links if not each.startswith("#")] == []
    assert {each[1:] for each in links} <= set(ids)
    named = {each for told in page.every("aria-labelledby") for each in told.split()}
    assert named <= set(ids)


def test_text_and_proposals_find_their_own_direction(page: Page) -> None:
    texts = [each for _, each in page.tags if each.get("class") == "text"]
    assert texts
    assert {each.get("dir") for each in texts} == {"auto"}


def test_inserted_and_deleted_words_are_marked_as_such(source: str) -> None:
    assert "We <del>encourage coastal cities</del> <ins>commit</ins> to publish" in source


def test_five_revisions_make_five_columns() -> None:
    page = Page(html.render(columns()))
    assert [each.get("role") for tag, each in page.tags if tag == "th"].count("columnheader") == 5


def test_a_users_own_template_comes_first_and_ours_fill_the_rest(tmp_path: Path) -> None:
    (tmp_path / html.STYLE).write_text("body { color: teal }", encoding="utf-8")
    made = html.render(whole(), tmp_path)
    assert "<style>body { color: teal }" in made
    assert "Side by side" in made


@pytest.mark.parametrize(
    "template", ["{% if %}", "{{ view.nothing_of_the_kind }}", "{% include 'gone.html' %}"]
)
def test_a_mistaken_template_is_refused_with_a_way_out(tmp_path: Path, template: str) -> None:
    (tmp_path / html.PAGE).write_text(template, encoding="utf-8")
    with pytest.raises(AmendError) as refusal:
        html.render(whole(), tmp_path)
    assert "templates folder" in refusal.value.hint


def test_windows_line_ends_in_a_template_do_not_break_the_policy(tmp_path: Path) -> None:
    (tmp_path / html.STYLE).write_bytes(b"a {\r\n}\r\n")
    made = html.render(whole(), tmp_path)
    style = re.search(r"<style>(.*?)</style>", made, re.DOTALL)
    assert style is not None
    assert style.group(1).startswith("a {\n}\n")
    assert base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode() in made
