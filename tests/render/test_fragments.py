"""Pieces of a page that are written without a template are escaped as a template would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from amend.model.comparison import Op
from amend.render.fragments import chips, escaped, marked, told
from amend.render.page_wording import WORDS as SENTENCES
from amend.render.shapes import Quote, Segment, Verdict, Words

from .sample import IMAGE, SCRIPT


@given(st.text(alphabet=st.sampled_from("&<>\"'a; #x\n") | st.characters()))
def test_a_text_is_escaped_as_the_templates_escape_it(text: str) -> None:
    assert escaped(text) == str(escape(text))


WORDS = {**SENTENCES, "stop": "; "}


def test_no_text_of_a_verdict_or_a_segment_becomes_markup() -> None:
    quote = Quote(SCRIPT, IMAGE, (Words(SCRIPT), Words(IMAGE, is_proof=True)))
    verdict = Verdict(
        SCRIPT, IMAGE, "good", (SCRIPT,), IMAGE, SCRIPT, (quote,), IMAGE, (SCRIPT,)
    )  # fmt: skip
    pieces = [Segment(op, f" {SCRIPT}{IMAGE} ", was) for op in Op for was in (None, IMAGE)]
    made = marked(pieces, WORDS) + chips([verdict])
    made += told([verdict], WORDS, lambda key: f"#{key}")
    made += told([verdict], WORDS, lambda key: f"#{key}", is_brief=True)
    assert "<script" not in made
    assert "<img" not in made
    assert 'href="#&#34;&gt;&lt;img' in made
