"""Block quotations of a discussion page: whose words they are."""

from __future__ import annotations

import pytest

from amend.model.page import Part
from amend.parse.postings.register import read_register
from amend.read.page import read_page_bytes

_ASKED = 'On Rev 2: in paragraph 9, replace "decide" with "commit".'


def _page(reply: str) -> bytes:
    return (
        f'<article class="comment"><p>{_ASKED}</p></article>'
        f'<article class="comment">{reply}</article>'
    ).encode()


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote>{_ASKED}</blockquote>",
        '<blockquote>in paragraph 9, replace "decide" with "commit".'
        "<blockquote>Delete paragraph 8</blockquote></blockquote>",
        f"<blockquote><p>{_ASKED}</p><p>Delete paragraph 8.</p></blockquote>",
        '<blockquote cite="post-1">We ask you to delete paragraph 8.</blockquote>',
        '<blockquote class="bb-quote">We ask you to delete paragraph 8.</blockquote>',
    ],
)
def test_what_a_reply_quotes_is_not_asked_for_by_who_replies(quote: str) -> None:
    page = read_page_bytes(_page(f"{quote}<p>We support paragraph 12.</p>"), "page.html")
    reply = read_register(page).postings[1]
    assert reply.proposals == ()
    assert [str(each.label) for each in reply.references] == ["12"]


def test_wording_set_as_a_block_quotation_is_the_postings_own() -> None:
    reply = "<p>We propose for paragraph 9:</p><blockquote>We commit to act at once.</blockquote>"
    page = read_page_bytes(_page(reply), "page.html")
    assert "We commit to act at once." in read_register(page).postings[1].text
    assert Part.QUOTE not in {each.part for each in page.lines}


def test_a_short_line_that_others_wrote_as_well_is_no_quotation_of_them() -> None:
    first = '<article class="comment"><p>Delete paragraph 8.</p></article>'
    second = "<article class='comment'><blockquote>Delete paragraph 8.</blockquote></article>"
    postings = read_register(read_page_bytes((first + second).encode(), "page.html")).postings
    assert [str(each.references[0].label) for each in postings] == ["8", "8"]


def test_a_posting_that_only_quotes_is_kept() -> None:
    page = read_page_bytes(_page(f"<blockquote>{_ASKED}</blockquote>"), "page.html")
    assert [each.text for each in read_register(page).postings] == [_ASKED, _ASKED]
