"""A block with signs typed into its words in, the same with tracked changes in their place out.

Where a format has no looks, or its writer does not use them, additions and deletions are typed:
`[ADD and girls]`, `{DELETE: shall}`, `++new++`, `--old--`, `<ins>new</ins>`, `{~~old~>new~~}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from amend.model.marks import Meaning
from amend.model.source import Block, Look, Run, Stamp
from amend.text.late import late

_ADD = (
    r"add(?:ed|ition)?|insert(?:ed|ion)?|ins|ajout(?:er|é|ée)?|insérer|añad(?:ir|ido)|agregar"
    r"|insertar|добавить|включить|вставить|أضف|إضافة|يضاف|新增|增加|插入|增补"
)
_DELETE = (
    r"delet(?:e|ed|ion)|del|remov(?:e|ed)|suppr(?:imer|imé|ession)|suprim(?:ir|ido)|eliminar"
    r"|исключить|удалить|снять|احذف|حذف|يحذف|删除|删去"
)
_WORDED = late(
    rf"(?P<opener>[\[{{])\s*(?:(?P<add>{_ADD})|(?P<delete>{_DELETE}))(?:\s*[:：]\s*|\s+)",
    re.IGNORECASE,
)
_CLOSERS = {"[": "]", "{": "}"}
_TAG = r"<(?P<{0}>{1})\b[^<>]{{0,80}}>(?P<{0}_in>[^<>]+)</(?P={0})\s*>"
# Nothing stands between a sign and its words, so that dashes and sums stay what they are.
_PLAIN = late(
    r"\{\+\+(?P<critic_add>[^{}]+?)\+\+\}|\{--(?P<critic_delete>[^{}]+?)--\}"
    r"|\{~~(?P<critic_old>[^{}~]+?)~>(?P<critic_new>[^{}~]*?)~~\}"
    r"|\{\+(?P<diff_add>[^{}]+?)\+\}|\[-(?P<diff_delete>[^\[\]]+?)-\]"
    r"|(?<![\w+])\+\+(?=[^\s+])(?P<plus>[^+]+?)(?<=\S)\+\+(?![\w+])"
    r"|(?<![\w-])--(?=[^\s-])(?P<minus>(?:[^-]|-(?!-))+?)(?<=[^\s-])--(?![\w-])"
    r"|~~(?=[^\s~])(?P<wave>[^~]+?)(?<=\S)~~"
    r"|\*\*(?=[^\s*])(?P<star>[^*]+?)(?<=\S)\*\*"
    rf"|{_TAG.format('ins', 'ins')}|{_TAG.format('del', 'del|s|strike')}"
    rf"|{_TAG.format('under', 'u')}|{_TAG.format('heavy', 'b|strong')}",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[\[{~*<]|\+\+|--")
_STRUCK, _HEAVY, _UNDERLINED = Look.STRIKE, Look.BOLD, Look.UNDERLINE
_MEANT: dict[str, tuple[Meaning | None, Look]] = {
    "critic_add": (Meaning.ADD, Look.PLAIN), "critic_delete": (Meaning.DELETE, Look.PLAIN),
    "critic_old": (Meaning.DELETE, Look.PLAIN), "critic_new": (Meaning.ADD, Look.PLAIN),
    "diff_add": (Meaning.ADD, Look.PLAIN), "diff_delete": (Meaning.DELETE, Look.PLAIN),
    "plus": (Meaning.ADD, Look.PLAIN), "minus": (Meaning.DELETE, Look.PLAIN),
    "wave": (None, _STRUCK), "star": (None, _HEAVY), "ins_in": (Meaning.ADD, Look.PLAIN),
    "del_in": (Meaning.DELETE, Look.PLAIN), "under_in": (None, _UNDERLINED),
    "heavy_in": (None, _HEAVY),
}  # fmt: skip


class Span(NamedTuple):
    """Words between two signs, half-open places in the text of a block, and what they say."""

    start: int
    end: int
    meaning: Meaning | None
    look: Look = Look.PLAIN


class Signed(NamedTuple):
    """A sign and its fellow, half-open, with the spans of words between them."""

    start: int
    end: int
    spans: tuple[Span, ...]


def with_signs(block: Block) -> Block | None:
    """Read the signs typed into a block; None where there are none.

    Those that stand for a look, such as `**`, leave it on their words; the others are changes.
    """
    text = "".join(run.text for run in block.runs)
    if not _FIRST.search(text):
        return None
    found = list(_signed(text))
    return _replaced(block, found) if found else None


def with_enclosed(
    block: Block, enclosing: str, meaning: Meaning, is_of_the_draft: Callable[[str], bool]
) -> Block:
    """Read what stands between brackets or braces as added or deleted, as a legend has it.

    What is of the draft itself, signs and all, is left as it is.
    """
    opener, closer = enclosing[0], enclosing[1]
    text = "".join(run.text for run in block.runs)
    found: list[Signed] = []
    pairs = _pairs(text, opener, closer)
    place = 0
    for start in sorted(pairs):
        end = pairs[start]
        if start < place:
            continue
        inside = Span(start + 1, end - 1, meaning)
        if not is_of_the_draft(text[start:end]):
            found.append(Signed(start, end, (inside,) if meaning is not Meaning.NOTE else ()))
        place = end
    return _replaced(block, found) if found else block


def _signed(text: str) -> Iterator[Signed]:
    """Find all signs in order; one inside the words of another is theirs."""
    place = 0
    for each in sorted((*_worded(text), *_plain(text)), key=lambda each: each.start):
        if each.start >= place:
            place = each.end
            yield each


def _plain(text: str) -> Iterator[Signed]:
    for match in _PLAIN.finditer(text):
        spans = tuple(
            Span(*match.span(name), *meant)
            for name, meant in _MEANT.items()
            if match[name] is not None
        )
        yield Signed(match.start(), match.end(), spans)


def _worded(text: str) -> Iterator[Signed]:
    pairs = {sign: _pairs(text, sign, closer) for sign, closer in _CLOSERS.items()}
    for match in _WORDED.finditer(text):
        end = pairs[match["opener"]].get(match.start())
        if end is not None and text[match.end() : end - 1].strip():
            meaning = Meaning.ADD if match["add"] else Meaning.DELETE
            yield Signed(match.start(), end, (Span(match.end(), end - 1, meaning),))


def _pairs(text: str, opener: str, closer: str) -> dict[int, int]:
    """Return where each opening sign is, and the place behind its fellow; in one pass."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == opener:
            opened.append(place)
        elif sign == closer and opened:
            found[opened.pop()] = place + 1
    return found


def _replaced(block: Block, found: list[Signed]) -> Block:
    """Take the signs out of the runs, and mark the words between them."""
    runs: list[Run] = []
    offset = 0
    for run in block.runs:
        end = offset + len(run.text)
        runs += _cut(run, offset, end, found)
        offset = end
    return replace(block, runs=tuple(runs))


def _cut(run: Run, start: int, end: int, found: list[Signed]) -> Iterator[Run]:
    place = start
    for signed in found:
        if signed.end <= start or signed.start >= end:
            continue
        if signed.start > place:
            yield replace(run, text=run.text[place - start : signed.start - start])
        for span in signed.spans:
            low, high = max(span.start, start), min(span.end, end)
            if low < high:
                yield _marked(replace(run, text=run.text[low - start : high - start]), span)
        place = min(signed.end, end)
    if place < end:
        yield replace(run, text=run.text[place - start :])


def _marked(run: Run, span: Span) -> Run:
    if span.meaning is Meaning.ADD:
        return replace(run, inserted=run.inserted or Stamp(), look=run.look | span.look)
    if span.meaning is Meaning.DELETE:
        return replace(run, deleted=run.deleted or Stamp(), look=run.look | span.look)
    return replace(run, look=run.look | span.look)
