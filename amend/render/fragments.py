"""Segments and verdicts in, pieces of a page out: what a large page has ten thousands of.

A template would call a macro and escape word by word for each; here every text is escaped once and
joined, and this is the one place outside the templates that owns escaping. The text of a piece is
what the template's own escaping would make of it, sign by sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from amend.model.comparison import Op
from amend.render.shapes import Quote, Segment, Verdict

_To = Callable[[str], str]
_Words = Mapping[str, str]


def escaped(text: str) -> str:
    """Return a text fit to stand in an element or in a quoted attribute."""
    for sign, name in _NAMES:
        if sign in text:
            text = text.replace(sign, name)
    return text


# The ampersand first, for the others bring one.
_NAMES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))


def marked(segments: Iterable[Segment], words: _Words) -> str:
    """Write the segments of a text with their marks; white space stays outside of a mark."""
    return "".join(_segment(each, words) for each in segments)


def chips(verdicts: Iterable[Verdict]) -> str:
    """Write a fate in each revision as a word on a coloured ground."""
    return "".join(_chip(each.revision, each.tone, each.fate) for each in verdicts)


def told(verdicts: Iterable[Verdict], words: _Words, to: _To, is_brief: bool = False) -> str:
    """Write verdicts with their evidence; brief ones leave out what stands beside them already."""
    return "".join(
        piece for each in verdicts
        for piece in (_brief(each, words, to) if is_brief else _whole(each, words, to))
    )  # fmt: skip


def _segment(segment: Segment, words: _Words) -> str:
    if segment.op is Op.KEEP and segment.was is None:
        return escaped(segment.text)
    before, said, behind = map(escaped, segment.parts)
    if segment.op is Op.INSERT:
        return f"{before}<ins>{said}</ins>{behind}"
    if segment.op is Op.DELETE:
        return f"{before}<del>{said}</del>{behind}"
    was = escaped(words["was"].format(words=segment.was))
    return f'{before}<span class="variant" title="{was}">{said}</span>{behind}'


@lru_cache(maxsize=1024)
def _chip(revision: str, tone: str, fate: str) -> str:
    told = f'<bdi class="in">{escaped(revision)}</bdi> {escaped(fate)}'
    return f'<span class="chip tone-{escaped(tone)}">{told}</span> '


@lru_cache(maxsize=1024)
def _head(revision: str, tone: str, fate: str) -> str:
    told = f'<span class="fate tone-{escaped(tone)}">{escaped(fate)}</span>'
    return f'<section class="verdict">\n<h3><bdi class="in">{escaped(revision)}</bdi> {told}</h3>\n'


def _whole(verdict: Verdict, words: _Words, to: _To) -> Iterator[str]:
    yield _head(verdict.revision, verdict.tone, verdict.fate)
    if verdict.reason:
        yield f'<p class="reason" dir="auto">{escaped(verdict.reason)}</p>\n'
    if verdict.measures:
        measures = words["stop"].join(verdict.measures)
        yield f'<p class="measures">{escaped(measures[:1].upper() + measures[1:])}.</p>\n'
    yield from _evidence(verdict, words, to)
    for flag in verdict.flags:
        yield f'<p class="flag"><bdi>{escaped(flag)}</bdi></p>\n'
    if verdict.by:
        said = escaped(words["ruled_by"])
        yield f'<p class="by">{said} <bdi>{escaped(verdict.by)}</bdi>.</p>\n'
    yield "</section>\n"


def _brief(verdict: Verdict, words: _Words, to: _To) -> Iterator[str]:
    if verdict.reason:
        yield f'<p class="reason" dir="auto">{escaped(verdict.reason)}</p>\n'
    yield from _evidence(verdict, words, to)


def _evidence(verdict: Verdict, words: _Words, to: _To) -> Iterator[str]:
    for quote in verdict.quotes:
        yield _quote(quote, to)
    if verdict.missing:
        said = escaped(words["not_found"])
        yield f'<p class="missing">{said} <bdi>{escaped(verdict.missing)}</bdi></p>\n'


def _quote(quote: Quote, to: _To) -> str:
    place = ""
    if quote.passage is not None:
        link = escaped(to(quote.passage))
        place = f'<a href="{link}"><bdi>{escaped(quote.place)}</bdi></a>\n'
    said = "".join(
        f"<mark>{escaped(each.text)}</mark>" if each.is_proof else escaped(each.text)
        for each in quote.words
    )
    return f'<blockquote dir="auto">\n{place}<q>{said}</q>\n</blockquote>\n'
