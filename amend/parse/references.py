"""A text in, the paragraphs of the draft that it names out, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amend.labels import Label
from amend.model.draft import Revision
from amend.model.reference import Reference
from amend.parse.bare import bare
from amend.parse.enumerations import label_of
from amend.parse.foreign import is_foreign
from amend.parse.mentions import Mention, carried
from amend.parse.native import native_references
from amend.parse.quotations import quotations

_EXCEPT = re.compile(
    r"\s*,?\s*(?:except|excluding|other\s+than|but\s+not|save)(?:\s+for)?\s+", re.IGNORECASE
)
# What a reference cannot do without: a figure, a letter in parentheses, or an annex.
_PROMISING = re.compile(r"[\d第]|[a-z]\)|[Aa](?:nn?ex|NN?EX)")
# A bracket says that words are not agreed; the number in it is named all the same.
_BRACKETS = str.maketrans("[]", "  ")


def references(
    text: str, language: str = "en", draft: Revision | None = None
) -> tuple[Reference, ...]:
    """Return the references of a text to paragraphs of its own draft, in reading order.

    The grammar is that of domain B.8: lists, ranges, ellipses, sub-paragraphs; other instruments
    ("paragraph 4 of the Convention"), quotations and plain numbers without a carrier are left
    alone. `language` is ISO 639-1 and decides the rest ("9 bis 12" is a range in German). With a
    `draft`, ranges take in the inserted paragraphs it holds and families (43s) become its labels.
    """
    if _PROMISING.search(text) is None:
        return ()
    masked = _without_quotations(text).translate(_BRACKETS)
    native = native_references(masked)
    if native:
        return tuple(Reference(each[0], *each[1:], text[each[1] : each[2]]) for each in native)
    mentions = list(carried(masked, language, draft))
    own = [each for each in mentions if each.labels]
    own = [each for each in own if not is_foreign(masked, each.start, each.end)]
    own += _inheriting(bare(masked, mentions, language, draft), own)
    own.sort(key=lambda each: each.start)
    return tuple(_reference(each, text, draft) for each in _without_exceptions(masked, own))


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
    """Blank what is quoted: numbers in proposed text are not references of the comment."""
    parts, place = [], 0
    for each in quotations(text):
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
