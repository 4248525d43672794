"""A discussion saved as HTML: boxes round postings, authors, dates, links, and hostile ones."""

from __future__ import annotations

from contextlib import suppress
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amend.errors import ReadError
from amend.model.page import Part
from amend.model.submission import Doubt, Register
from amend.parse.postings import read_register
from amend.parse.postings.cuts import stretches
from amend.parse.postings.lines import Kind
from amend.read.page import read_page, read_page_bytes

PLAIN = Path(__file__).parent / "discussion.txt"

# Comments as Drupal writes them: author and date above, replies in a box that is indented.
DRUPAL = """<!DOCTYPE html><html lang="en"><head><script>let x = 1</script></head>
<body><nav><a href="/">Home</a></nav><h1>Coastal Waters Pact</h1>
<h2>Comments on Rev 2</h2>
<article id="comment-7" class="js-comment comment by-anonymous">
  <footer class="comment__meta">
    <p class="comment__author"><span class="username">Ana Ruiz</span></p>
    <p class="comment__time"><time datetime="2027-07-02T10:00:00+00:00">Fri, 07/02/2027</time></p>
    <p class="comment__permalink"><a href="/comment/7#comment-7">Permalink</a></p>
  </footer>
  <div class="content">
    <h3><a href="/comment/7#comment-7" class="permalink">Harbour Watch comments on Rev 2</a></h3>
    <p>We welcome paragraph <b>4bis</b>, and ask you to read our paper.</p>
    <p>Write to <a href="mailto:ana@harbourwatch.org">us</a>.</p>
    <span class="file"><a href="https://example.org/../../etc/x.pdf">comments.pdf</a></span>
    <ul class="links"><li><a href="/reply/7">Reply</a></li></ul>
  </div>
</article>
<div class="indented">
  <article id="comment-8" class="js-comment comment">
    <footer><p class="comment__author">Bo Lind (Ferry League)</p></footer>
    <div class="content"><p>I agree with paragraph 4bis.</p></div>
  </article>
</div>
<article id="comment-9" class="js-comment comment">
  <div class="content"><p>Please &lt;b&gt;light&lt;/b&gt; the harbours.</p></div>
</article>
</body></html>"""


def read(text: str) -> Register:
    return read_register(read_page_bytes(text.encode(), "page.html"))


@pytest.fixture(scope="module")
def drupal() -> Register:
    return read(DRUPAL)


def test_each_box_is_one_posting_and_nothing_is_in_doubt(drupal: Register) -> None:
    assert [each.opening for each in drupal.postings] == [
        "Harbour Watch comments on Rev 2",
        "I agree with paragraph 4bis.",
        "Please <b>light</b> the harbours.",
    ]
    assert not any(Doubt.BOUNDARY in each.uncertain for each in drupal.postings)


def test_author_address_and_date_of_the_markup_are_taken(drupal: Register) -> None:
    first, second, third = drupal.postings
    assert (first.person, first.email) == ("Ana Ruiz", "ana@harbourwatch.org")
    assert (first.date, first.date_kind) == ("2027-07-02", "posted")
    assert first.organisations == ("Harbour Watch",)
    assert first.organisation_basis == "text + e-mail domain"
    assert (second.person, second.organisations) == ("Bo Lind", ("Ferry League",))
    assert (third.person, third.organisations) == (None, ())


def test_a_reply_names_the_author_it_answers(drupal: Register) -> None:
    assert [each.reply_to for each in drupal.postings] == [None, "Ana Ruiz", None]


def test_a_heading_over_the_comments_tells_their_stage(drupal: Register) -> None:
    assert [(each.thread, each.stage) for each in drupal.postings] == [("rev2", "rev2")] * 3


def test_files_are_kept_as_words_only_and_buttons_left_out(drupal: Register) -> None:
    first = drupal.postings[0]
    assert [(each.name, each.link) for each in first.attachments] == [
        ("comments.pdf", "https://example.org/../../etc/x.pdf")
    ]
    assert first.attachment == "stated"
    assert "Permalink" not in first.text
    assert "Reply" not in first.text
    assert [str(each.label) for each in first.references] == ["4bis"]


def test_lines_are_those_of_the_file(drupal: Register) -> None:
    lines = DRUPAL.split("\n")
    for each in drupal.postings:
        assert "<article" in lines[each.line_start - 1] or each.line_start <= each.text_start
        assert each.line_end <= len(lines)


def test_boxes_round_boxes_are_one_posting_each() -> None:
    page = read(
        '<ol><li class="comment" id="comment-1"><article class="comment-body" id="div-comment-1">'
        '<footer><b class="fn">Ana Ruiz</b></footer><p>Light the harbours.</p></article>'
        '<ul class="children"><li class="comment" id="comment-2">'
        '<article class="comment-body" id="div-comment-2"><p>So they should.</p></article>'
        "</li></ul></li></ol>"
    )
    assert [each.text for each in page.postings] == ["Light the harbours.", "So they should."]
    assert [each.reply_to for each in page.postings] == [None, "Ana Ruiz"]


def test_a_question_between_the_boxes_opens_a_thread() -> None:
    box = '<div class="comment"><p>{}</p></div>'
    page = read(
        "<h1>Pact</h1><h2>What should the Pact say about light?</h2>"
        + box.format("It should ask for it.")
        + "<h2>What should it say about noise?</h2>"
        + box.format("That there be none.")
    )
    assert [(each.thread, each.kind) for each in page.postings] == [
        *[("Q1", "moderator_prompt"), ("Q1", "general_comment")],
        *[("Q2", "moderator_prompt"), ("Q2", "general_comment")],
    ]


def boxed(*, framed: bool) -> str:
    """The plain page as HTML: each posting in a box that says so, or in one that does not."""
    page = read_page(PLAIN)
    found = stretches(page)
    first = found[0].lines[0].number
    last = found[-1].lines[-1].number
    parts = [f"<p>{escape(each.text)}</p>" for each in page.lines if each.number < first]
    for number, each in enumerate(found, 1):
        kind = f'article class="comment" id="comment-{number}"' if framed else "div"
        body = [line for line in each.lines if line.kind not in {Kind.REPLY, Kind.PICTURE}]
        words = "".join(f"<p>{escape(line.page.text)}</p>" for line in body)
        if each.is_reply:
            words += f"<p>In reply to <a href='#1'></a> by <a href='/u'>{each.replied}</a></p>"
        if each.picture:
            words += f'<img src="u.png" alt="Profile picture for user {each.picture}">'
        parts.append(f"<{kind}>{words}</{kind.split()[0]}>")
    parts += [f"<p>{escape(each.text)}</p>" for each in page.lines if each.number > last]
    return f"<html><body>{''.join(parts)}</body></html>"


@pytest.mark.parametrize("framed", [True, False])
def test_the_same_page_reads_the_same_as_text_and_as_html(framed: bool) -> None:
    plain = read_register(read_page(PLAIN)).postings
    marked = read(boxed(framed=framed)).postings
    for one, other in zip(plain, marked, strict=True):
        assert (one.text, one.stage, one.stage_basis) == (
            other.text,
            other.stage,
            other.stage_basis,
        )
        assert (one.organisations, one.person, one.email) == (
            other.organisations,
            other.person,
            other.email,
        )
        assert (one.references, one.proposals, one.reply_to) == (
            other.references,
            other.proposals,
            other.reply_to,
        )
        assert (one.supersedes, one.endorses, one.attachment) == (
            other.supersedes,
            other.endorses,
            other.attachment,
        )


def test_a_posting_that_is_nothing_but_a_file_is_one() -> None:
    (posting,) = read(
        '<div class="comment"><span class="author">Ana Ruiz</span>'
        '<a href="/files/light.docx">light.docx</a></div>'
    ).postings
    assert (posting.text, posting.person, posting.attachment) == (
        "light.docx",
        "Ana Ruiz",
        "stated",
    )


@pytest.mark.parametrize("share", range(5, 100, 5))
def test_a_page_that_breaks_off_anywhere_is_read_or_refused(share: int) -> None:
    for name, text in (("page.html", boxed(framed=True)), ("page.txt", PLAIN.read_text("utf-8"))):
        data = text.encode()[: len(text.encode()) * share // 100]
        try:
            found = read_register(read_page_bytes(data, name)).postings
        except ReadError:
            continue
        assert all(each.text_start <= each.text_end for each in found)


@given(st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 255)), max_size=8))
@settings(max_examples=25)
def test_a_page_with_bytes_changed_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(DRUPAL.encode())
    for place, byte in changes:
        data[place % len(data)] = byte
    with suppress(ReadError):
        read_register(read_page_bytes(bytes(data), "page.html"))


def test_every_word_of_a_box_is_read() -> None:
    page = read_page_bytes(DRUPAL.encode(), "page.html")
    said = " ".join(each.text for each in page.lines)
    for word in ("Ana Ruiz", "2027-07-02", "4bis", "comments.pdf", "Ferry League"):
        assert word in said
    assert "let x" not in said
    assert {each.part for each in page.lines} >= {Part.AUTHOR, Part.DATE, Part.EMAIL, Part.FILE}


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(ReadError, match="nested too deeply"):
        read("<div>" * 5000 + "x")


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read("<html><body><p> </p></body></html>")


def test_an_entity_and_a_foreign_file_are_not_followed() -> None:
    page = read(
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><div class="comment"><p>&x; light'
        "</p></div>"
    )
    assert "root:" not in page.postings[0].text
