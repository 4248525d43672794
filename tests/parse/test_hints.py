"""What is left unread by its words alone must be what the full reading finds nothing in."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amend.labels import Label
from amend.model.draft import Revision
from amend.parse import instructions, masked, wishes
from amend.parse.draft import parse
from amend.parse.hints import asks_nothing
from amend.parse.index import Base
from amend.parse.passages import blocks_of, passages
from amend.parse.prose import Found, Origin, read_prose
from amend.read.txt import read_text

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
DRAFT = parse(
    read_text("9. We commit to protect rivers.\n\n10. We meet.\n\n11. We:\n\n(a) act."), "r"
)
# Words that carry, name, quote, ask or speak of words, among such as only fill a sentence.
_TELLING = (
    "delete|Delete|add|insert|replace|by|retain|welcome|agreed|support|includes|change|"
    "amend|propose|proposal|text|wording|the language|in terms of|(new)|(MOD)|MOD|SUP|"
    "paragraph|paras|Para.|article|artículo|párrafo|parrafo|paragraphe|alinéa|par|PP|"
    "PP3|OP4|op|point|punto|§|9|10|9bis|ter|9 bis,|11|(a)|a)|(ii)|2030|2027|"
    "change 2027 to 2028|2028 instead of 2027|30|1,000|COVID-19|A/RES/73/326|10.c|"
    "the 42s|42-ter.|annex|Annex|I|II|section|Option 1:|no text|Rationale:|Reason.|"
    "chapeau|sentence|last|first|sub-paragraph|phrase|words|\"x\"|'y'|“z”|States’|"
    "people's|→|->|~~cut~~|[EU: delete]|[new]|as follows:|reads:|to read|–|"
    "the paragraph on remittances|premier|inciso|letra|literal|número|frase|"
    "el vocablo edad|entre los términos|instead of|if|provided that|brackets|"
    "silence broken|reserve on|typo|renumber|placeholder|withdraw|endorse Norway|"
    "ourselves|co-sponsor|comments|статьи 4|пункт|п. 3|приложение IV|исключить|第3段|附件一|"
    "删除|句|支持|الفقرة 9|المادة|تحذف|.|,|;|)|however,|not|do not|please|could not|accept|"
    "OK|no changes|its bis|consider?|attached|par. 4|numeral|epígrafe|sub-"
).split("|")
_FILLING = (
    "the|and|cooperation|development|of|all|migrants|families|international|law|States|"
    "ensure|access.|services|rights,|public|In|We|shall|must|it|to|particular|"
    "partnership|context|long-term"
).split("|")
_WORDS = st.lists(
    st.one_of(st.sampled_from(_FILLING), st.sampled_from(_FILLING), st.sampled_from(_TELLING)),
    min_size=1,
    max_size=24,
)


@pytest.mark.parametrize(
    "text",
    [
        "We commit to strengthen cooperation and to include all migrants in the 2030 Agenda.",
        "Many thanks for the draft and for the time given to us.",
        "It supports partnerships in particular, and welcomes people’s participation in them.",
    ],
)
def test_prose_of_a_letter_is_told_by_its_words_alone(text: str) -> None:
    assert asks_nothing(text, is_under_a_heading=False)


@pytest.mark.parametrize(
    "text",
    [
        "Delete.",
        "We support para 9.",
        "Please change 2027 to 2028.",
        "We want the paragraph on remittances to be stronger.",
        "The words on cities could well be deleted from this text, for they say nothing new.",
        "删除第3段",
    ],
)
def test_what_may_be_a_wish_is_read_in_full(text: str) -> None:
    assert not asks_nothing(text, is_under_a_heading=False)


def test_below_a_heading_each_verb_may_be_a_wish() -> None:
    text = "We commit to strengthen cooperation and to include all migrants in the wider Agenda."
    assert not asks_nothing(text, is_under_a_heading=True)


@given(_WORDS, st.booleans(), st.sampled_from(["en", "es", "fr"]))
@settings(max_examples=300, deadline=None)
def test_no_words_are_left_that_the_full_reading_makes_something_of(
    words: list[str], has_context: bool, language: str
) -> None:
    context = (Label.parse("9"),) if has_context else ()
    text = " ".join(words)
    assert _read(text, language, context) == _read_in_full(text, language, context)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not there")
@pytest.mark.parametrize(
    ("pattern", "language"),
    [
        ("paris/12-dec-2015.md", "en"),
        ("bbnj/bbnj-fr.txt", "fr"),
        ("udhr/*.html", "en"),
        ("seed/*.txt", "en"),
    ],
)
def test_real_texts_read_the_same_with_and_without_the_short_way(
    pattern: str, language: str
) -> None:
    for text in _texts(SHARED, pattern):
        assert _read(text, language) == _read_in_full(text, language)


def _texts(folder: Path, pattern: str) -> Iterator[str]:
    for file in sorted(folder.glob(pattern)):
        text = file.read_text("utf-8")
        yield html.unescape(re.sub(r"<[^>]+>", "\n", text)) if file.suffix == ".html" else text


def _read(
    text: str, language: str, context: tuple[Label, ...] = (), draft: Revision = DRAFT
) -> Found:
    said = passages(blocks_of(text))
    return read_prose(said, Base(draft), Origin(("Delta",), language=language), context=context)


def _read_in_full(text: str, language: str, context: tuple[Label, ...] = ()) -> Found:
    """Read with every short way closed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(instructions, "asks_nothing", lambda *_, **__: False)
        patch.setattr(instructions, "names_nothing", lambda *_: False)
        patch.setattr(masked, "names_nothing", lambda *_: False)
        patch.setattr(wishes, "is_mute", lambda *_: False)
        return _read(text, language, context)
