"""A text in, the paragraphs of the draft that it names out, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amend.labels import Label
from amend.model.draft import Revision
from amend.model.reference import Reference
from amend.parse.bare import bare, blanked
from amend.parse.carriers import anchors
from amend.parse.enumerations import label_of
from amend.parse.foreign import is_foreign, is_own, names_the_draft
from amend.parse.mentions import Mention, carried, counted
from amend.parse.quotations import is_title, quotations
from amend.text.late import late
from amend.text.numerals import COUNTS

_EXCEPT = re.compile(
    r"\s*,?\s*(?:except|excluding|other\s+than|but\s+not|save)(?:\s+for)?\s+", re.IGNORECASE
)
# What a reference cannot do without: a figure, a point's parenthesis, or an annex or a word.
_PROMISING = re.compile(r"[0-9)第٠-٩]")
_WORDED = late(
    r"[nN](?:nex|NEX|ex[oO]|EX)|prem[iI]|PREM|ículo |ложени|附件|ambular|perative"
    r"|ra(?:graph)?s? [onetfs]|(?:st|nd|rd|th) para"
)
# An address of the net is no place in a draft, whatever stands in it.
# "paragraph (2) (j)" is paragraph 2 (j); "Article (22)" is somebody's heading (domain B.8.5).
_PARENTHESISED = re.compile(r"\((?:(?<=aragraph \()|(?<=aragraphs \()|(?<=para \())(\d{1,3})\)")
# "article 9 (2)" is its paragraph 2, but "article 9 (2015)" is none of it.
_APART = re.compile(r"(?<=rticle )(\d{1,3})(\s)(\(\d{1,2}\))(?![\w-])")
_FROM = re.compile(r"(?<=ara|phs|ras) from (?=\d{1,3}(?:\s?\w+)?\s(?:to|through)\s)")
_IN_WORDS = re.compile(
    rf"(?<=ra |ph |hs |as )({'|'.join(sorted(COUNTS, key=len, reverse=True))})(?![\w-]| hundred)",
    re.IGNORECASE,
)
# "paragraphs nine and ten": but "paragraph nine and two others" names one.
_AND_IN_WORDS = re.compile(
    rf"(?<=\d and |.\d or |.\d to |...\d, )({'|'.join(sorted(COUNTS, key=len, reverse=True))})"
    r"(?=\s*(?:[.,;:)]|$))",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*,?\s*(?:(?:and|or|et|ou|y|und|и)\s+(?:in\s+|to\s+)?)?", re.IGNORECASE)
_NATIVE = re.compile("[第附فم]")
_OF = re.compile(r"\s(?=(?:of|in|du|del?|de)\b)", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+")


def references(
    text: str, language: str = "en", draft: Revision | None = None
) -> tuple[Reference, ...]:
    """Return the references of a text to paragraphs of its own draft, in reading order.

    The grammar is that of domain B.8: lists, ranges, ellipses, sub-paragraphs; other instruments
    ("paragraph 4 of the Convention"), quotations and plain numbers without a carrier are left
    alone. `language` is ISO 639-1 and decides the rest ("9 bis 12" is a range in German). With a
    `draft`, ranges take in the inserted paragraphs it holds, families (43s) become its labels, its
    own name is not foreign, and paragraphs that are only described are looked for by their words.
    """
    if _PROMISING.search(text) is None and _WORDED.search(text) is None:
        return () if draft is None else tuple(_described(text, _masked(text), draft, ()))
    masked = _masked(text)
    native = _native(masked)
    if native:
        masked = blanked(masked, native)
    spans = anchors(masked)
    mentions = list(carried(masked, spans, language, draft))
    own = [*counted(masked, draft), *(each for each in mentions if each.labels)]
    own = _without_foreign(masked, own, draft)
    own += _inheriting(bare(masked, mentions, spans, language, draft), own)
    own = sorted([*own, *native], key=lambda each: each.start)
    named = [_reference(each, text, draft) for each in _without_exceptions(masked, own)]
    if draft is not None:
        named = sorted(
            [*named, *_described(text, masked, draft, named)], key=lambda each: each.start
        )
    return tuple(named)


def _native(text: str) -> list[Mention]:
    """Read what is named in Chinese or Arabic; the reader is loaded when a text first needs it."""
    if text.isascii() or _NATIVE.search(text) is None:
        return []
    from amend.parse.native import native_references

    return [Mention("", list(labels), *span) for labels, *span in native_references(text)]


def _described(
    text: str, masked: str, draft: Revision, named: Sequence[Reference]
) -> Iterator[Reference]:
    """Yield the references by description that overlap no other and belong to no other text."""
    from amend.parse.descriptions import descriptions

    for each in descriptions(masked, draft):
        overlaps = any(one.start < each.end and each.start < one.end for one in named)
        places = [
            each.end,
            *(found.start() for found in _OF.finditer(masked, each.start, each.end)),
        ]
        if not overlaps and not any(is_foreign(masked, each.start, end) for end in places):
            labels = each.candidates[:1] if each.is_sure else ()
            words = text[each.start : each.end]
            yield Reference(labels, each.start, each.end, words, each.candidates)


def _without_foreign(text: str, mentions: list[Mention], draft: Revision | None) -> list[Mention]:
    """Leave out what belongs to another instrument, and the articles listed with such a one."""
    if not mentions:
        return mentions
    foreign = [
        is_foreign(text, each.start, each.end)
        and not (draft is not None and names_the_draft(text, each.end, draft))
        for each in mentions
    ]
    joined = [_are_listed(text, one, other) for one, other in pairwise(mentions)]
    for place, is_joined in enumerate(joined):
        foreign[place + 1] |= is_joined and foreign[place]
    for place, is_joined in reversed(list(enumerate(joined))):
        foreign[place] |= is_joined and foreign[place + 1]
    return [each for each, is_others in zip(mentions, foreign, strict=True) if not is_others]


def _are_listed(text: str, one: Mention, other: Mention) -> bool:
    """Whether two articles or annexes stand in one list: "Article 4 and Article 7 of the ...".

    Paragraphs are not taken together: "paragraph 9 and paragraph 4 of the Compact" are two texts.
    """
    if one.kind != other.kind or one.kind not in {"art", "annex"}:
        return False
    is_list = _LISTED.fullmatch(text, one.end, other.start) is not None
    return is_list and not is_own(text, one.end) and not is_own(text, other.end)


def _masked(text: str) -> str:
    """Blank what names nothing, to the same length: quoted words, addresses, brackets.

    A bracket says that words are not agreed; the number in it is named all the same.
    """
    masked = _without_quotations(text)
    if "://" in masked or "www." in masked or "@" in masked:
        masked = _ADDRESS.sub(lambda found: " " * len(found[0]), masked)
    if "ra (" in masked or "raph (" in masked or "raphs (" in masked:
        masked = _PARENTHESISED.sub(r" \1 ", masked)
    if "rticle " in masked:
        masked = _APART.sub(r"\1\3\2", masked)
    if "ara" in masked:
        masked = _FROM.sub(lambda found: " " * len(found[0]), masked)
        spoken = _IN_WORDS.sub(_figure, masked)
        masked = _AND_IN_WORDS.sub(_figure, spoken) if spoken != masked else masked
    if "[" in masked or "]" in masked:
        masked = masked.replace("[", " ").replace("]", " ")
    return masked


def _figure(found: re.Match[str]) -> str:
    """Write a number that stands in words as a figure, in as many signs: "nine" is "   9"."""
    return str(COUNTS.index(found[1].lower()) + 1).rjust(len(found[1]))


def _reference(mention: Mention, text: str, draft: Revision | None) -> Reference:
    labels = tuple(dict.fromkeys(_resolved(mention.labels, draft)))
    return Reference(labels, mention.start, mention.end, text[mention.start : mention.end])


def _resolved(labels: list[Label], draft: Revision | None) -> Iterator[Label]:
    """Replace a family by the paragraphs of that number in the draft, if there are any."""
    for label in labels:
        members: list[Label] = []
        if draft is not None and str(label).endswith("*"):
            held = (each.label for each in draft.paragraphs if each.label is not None)
            members = [each for each in held if each.number == label.number and each.parent is None]
        yield from members or [label]


def _without_quotations(text: str) -> str:
    """Blank what is quoted: numbers in proposed text are not references of the comment.

    The name of an instrument stays: 《公约》第3条 is an article of that instrument.
    """
    parts, place = [], 0
    for each in quotations(text):
        if is_title(each, text):
            continue
        parts += [text[place : each.start], " " * (each.end - each.start)]
        place = each.end
    return "".join([*parts, text[place:]])


def _without_exceptions(text: str, mentions: list[Mention]) -> list[Mention]:
    """Leave out what is excepted from a family: "all the 42s except 42ter"."""
    kept: list[Mention] = []
    for each in mentions:
        last = kept[-1] if kept else None
        if last is not None and str(last.labels[-1]).endswith("*"):
            gap = text[last.end : each.start]
            if _EXCEPT.fullmatch(gap):
                continue
        kept.append(each)
    return kept


def _inheriting(mentions: list[Mention], named: list[Mention]) -> list[Mention]:
    """Give bare labels the carrier their number was named under: "Article 9-bis ... 9-ter"."""
    carriers = {
        label.number: label.carrier for each in named for label in each.labels if label.carrier
    }
    for mention in mentions:
        mention.labels = [
            label_of(f"{carriers.get(each.number, '')}{each}") or each for each in mention.labels
        ]
    return mentions
