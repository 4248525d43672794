"""A proposal for a part of a paragraph and its text in, the splice it asks for out.

A part that the text does not set apart is not guessed at. Two things may still be done, each with
a notice: words that are to replace it find the stretch they are like, and what is to stand as a
further sub-paragraph of a text in one line stands at its end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from amend.match.anchors import Spot, find
from amend.match.doubled import twice, undoubled
from amend.match.splice import Splice, deleted, inserted, replaced
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.notices import Code
from amend.text.parts import (
    Mark,
    Part,
    PartKind,
    Stretch,
    find_parts,
    lines,
    next_name,
    opening_mark,
    points,
    sentences,
    subparagraphs,
)
from amend.text.words import tokens

# At least half of the words of what goes and what comes are the same (design note 0016).
_ALIKE = 0.5
_UNLIKE = 0.3
_MOST_SENTENCES = 80
_LONGEST = 12
_SIGNS = ".;:,"


class Portioned(NamedTuple):
    """A splice, or None with the reason in `problem`; `doubts` are what the reader must check."""

    splice: Splice | None
    problem: str = ""
    doubts: tuple[tuple[Code, str], ...] = ()


def portioned(proposal: Proposal, text: str) -> Portioned:
    """Say where a proposal for a part of a paragraph changes its text."""
    part = proposal.parts[-1]
    if proposal.operation is Operation.INSERT_PHRASE and part.is_new:
        return _new(proposal, text, part)
    span = find_parts(text, proposal.parts)
    anchor = proposal.anchor or Anchor(Where.OPEN)
    quoted = anchor.words if proposal.operation is Operation.INSERT_PHRASE else proposal.cut
    if quoted and not (span and tokens(quoted) == tokens(text[slice(*span)])):
        return _quoted(proposal, text, span, quoted)
    if span is None:
        return _unseen(proposal, text, part)
    if proposal.operation is Operation.INSERT_PHRASE:
        return Portioned(_beside(text, span, part, anchor, proposal.text))
    if proposal.text:
        splice = _exchanged(text, span, part, proposal.text)
        doubts = _likes_another(text, span, part, proposal.text)
        return Portioned(splice, doubts=(*doubts, *twice(text, splice)))
    return Portioned(_gone(text, span))


def _quoted(proposal: Proposal, text: str, span: Stretch | None, quoted: str) -> Portioned:
    """Words quoted from a part; where the part is not to be seen they must stand but once."""
    doubts: list[tuple[Code, str]] = []
    spot = _within(text, span, quoted) if span is not None else None
    if spot is None or not spot.exact:
        everywhere = find(text, quoted)
        if everywhere is not None and everywhere.exact:
            if everywhere.places > 1:
                what = f"“{quoted}” stands {everywhere.places} times; which is meant is not clear"
                return Portioned(None, what, ((Code.SCOPE_UNCLEAR, f"{what}."),))
            spot = everywhere
            if span is not None:
                what = f"“{quoted}” stands in another part than the one named; check the place."
                doubts.append((Code.ANCHOR_APPROXIMATE, what))
    if spot is None:
        what = f"the words “{quoted}” do not stand there"
        return Portioned(None, what, ((Code.ANCHOR_NOT_FOUND, f"{what}."),))
    if not spot.exact:
        what = f"“{quoted}” was found approximately only; check the place."
        doubts.append((Code.ANCHOR_APPROXIMATE, what))
    elif spot.places > 1:
        what = f"“{quoted}” stands {spot.places} times; the first place was taken."
        doubts.append((Code.ANCHOR_REPEATED, what))
    splice, doubled = undoubled(text, _at_words(proposal, text, spot, quoted))
    return Portioned(splice, doubts=(*doubts, *doubled))


def _within(text: str, span: Stretch, quoted: str) -> Spot | None:
    spot = find(text[span.start : span.end], quoted)
    if spot is None:
        return None
    return spot._replace(start=spot.start + span.start, end=spot.end + span.start)


def _at_words(proposal: Proposal, text: str, spot: Spot, quoted: str) -> Splice:
    if proposal.operation is Operation.INSERT_PHRASE:
        where = (proposal.anchor or Anchor(Where.OPEN)).where
        return inserted(text, spot.start if where is Where.BEFORE else spot.end, proposal.text)
    return replaced(text, spot, proposal.text) if proposal.text else deleted(text, spot, quoted)


def _beside(text: str, span: Stretch, part: Part, anchor: Anchor, words: str) -> Splice:
    """Words at an end of a part, or a part of its kind before or behind it."""
    if anchor.where in {Where.AFTER, Where.BEFORE} and part.kind is not PartKind.SENTENCE:
        return _own_line(text, span.end if anchor.where is Where.AFTER else span.start, words)
    if anchor.where is Where.BEFORE:
        return inserted(text, span.start, words)
    if anchor.where is Where.BEGINNING:
        mark = opening_mark(text, span)
        return inserted(text, mark.end + 1 if mark else span.start, words)
    is_sentence = words[:1].isupper() and words.rstrip()[-1:] in ".?!"
    if anchor.where is Where.AFTER or is_sentence:
        return inserted(text, span.end, words)
    return inserted(text, span.end - (text[span.end - 1] in _SIGNS), words)


def _own_line(text: str, at: int, words: str) -> Splice:
    """Words as a line of their own, parted as the lines of the text are."""
    parting = _parting(text)
    if at and not text[:at].endswith(parting):
        return Splice(at, at, parting + words.strip())
    return Splice(at, at, words.strip() + parting)


def _parting(text: str) -> str:
    standing = lines(text)
    return text[standing[0].end : standing[1].start] if len(standing) > 1 else "\n"


def _exchanged(text: str, span: Stretch, part: Part, words: str) -> Splice:
    """Other words for a part; a point keeps its sign, and a sign at the end is not lost."""
    words = words.strip()
    mark = opening_mark(text, span) if part.kind is PartKind.POINT else None
    start = span.start
    if mark is not None and opening_mark(words, Stretch(0, len(words))) is None:
        start = mark.end + 1
    sign = text[span.end - 1]
    if sign in _SIGNS and words[-1:].isalnum():
        words += sign
    return Splice(start, span.end, words)


def _gone(text: str, span: Stretch) -> Splice:
    """A part goes with the space that parted it from what stands before it, or behind it."""
    start, end = span
    if start:
        while start and text[start - 1].isspace():
            start -= 1
    else:
        while end < len(text) and text[end].isspace():
            end += 1
    return Splice(start, end, "")


def _unseen(proposal: Proposal, text: str, part: Part) -> Portioned:
    """What can be said of a part that the text does not show."""
    alone = _only_sentence(text, part)
    if alone is not None:
        doubts = (
            (
                Code.ANCHOR_APPROXIMATE,
                f"{part} is not set apart; as the text has"
                f" no more than {part.first} sentences, the last was taken; check the place.",
            ),
        )
        if proposal.operation is Operation.INSERT_PHRASE:
            anchor = proposal.anchor or Anchor(Where.OPEN)
            return Portioned(_beside(text, alone, part, anchor, proposal.text), doubts=doubts)
        if proposal.text:
            return Portioned(_exchanged(text, alone, part, proposal.text), doubts=doubts)
        return Portioned(_gone(text, alone), doubts=doubts)
    is_end = part.last == -1 and proposal.operation is Operation.INSERT_PHRASE
    if is_end and (proposal.anchor or Anchor(Where.END)).where in {Where.END, Where.OPEN}:
        whole = Stretch(0, len(text.rstrip()))
        return Portioned(_beside(text, whole, part, Anchor(Where.END), proposal.text))
    if proposal.operation is Operation.REPLACE_PHRASE:
        alike = _most_alike(text, part, proposal.text)
        if alike is not None:
            what = (
                f"{part} is not set apart; the words most like the new ones were"
                " replaced; check the place."
            )
            splice = _exchanged(text, alike, part, proposal.text)
            return Portioned(splice, doubts=((Code.ANCHOR_APPROXIMATE, what),))
    what = f"{part} is not there, or not set apart"
    return Portioned(None, what, ((Code.SCOPE_UNCLEAR, f"{what}; quote its words."),))


def _only_sentence(text: str, part: Part) -> Stretch | None:
    """Find the third sub-paragraph of a text of three sentences in one line: it can be no other."""
    is_counted = part.kind in {PartKind.SUBPARAGRAPH, PartKind.LINE} and 1 < part.first == part.last
    standing = sentences(text) if is_counted and len(lines(text)) == 1 else []
    return standing[-1] if standing and len(standing) == part.first else None


def _most_alike(text: str, part: Part, words: str) -> Stretch | None:
    """Find the sentences that share most words with what is to replace them."""
    wanted = Counter(tokens(words))
    best, found = _ALIKE, None
    for stretch, held in _runs(text, part):
        shared = sum((wanted & held).values())
        score = 2 * shared / (sum(wanted.values()) + sum(held.values()) or 1)
        if score > best:
            best, found = score, stretch
    return found


def _likes_another(
    text: str, span: Stretch, part: Part, words: str
) -> tuple[tuple[Code, str], ...]:
    """Tell where new words are not like the sub-paragraph they are for, but like another one."""
    if part.kind is not PartKind.SUBPARAGRAPH or part.first != part.last:
        return ()
    others = [each for each in subparagraphs(text) if each != span]
    best = max((_likeness(text[slice(*each)], words) for each in others), default=0.0)
    if best <= _ALIKE or _likeness(text[slice(*span)], words) > _UNLIKE:
        return ()
    what = f"the new words are like another part than {part}; check which is meant."
    return ((Code.ANCHOR_APPROXIMATE, what),)


def _likeness(one: str, other: str) -> float:
    held, wanted = Counter(tokens(one)), Counter(tokens(other))
    shared = sum((held & wanted).values())
    return 2 * shared / (sum(held.values()) + sum(wanted.values()) or 1)


def _runs(text: str, part: Part) -> Iterator[tuple[Stretch, Counter[str]]]:
    """Every run of up to twelve sentences that may be the part: the first opens the text."""
    standing = sentences(text)[:_MOST_SENTENCES]
    for first, opening in enumerate(standing):
        if part.first == 1 and first > 1:
            return
        if part.first > 1 and not first:
            continue  # the first sentence belongs to the first sub-paragraph
        held: Counter[str] = Counter()
        for each in standing[first : first + _LONGEST]:
            held += Counter(tokens(text[each.start : each.end]))
            if part.last != -1 or each is standing[-1]:
                yield Stretch(opening.start, each.end), held


def _new(proposal: Proposal, text: str, part: Part) -> Portioned:
    if part.kind is PartKind.POINT:
        return _new_point(proposal, text, part)
    if part.kind is PartKind.TITLE:
        return Portioned(Splice(0, 0, f"{proposal.text.strip()} "))
    standing = sentences(text) if part.kind is PartKind.SENTENCE else subparagraphs(text)
    count, at = len(standing), max(0, part.first)
    words = _ended(text, proposal.text)
    if part.first == -2 and count > 1:
        at = count
    if at and at <= count and (count > 1 or at == 1):
        return Portioned(_own_line(text, standing[at - 1].start, words))
    end = Splice(len(text.rstrip()), len(text.rstrip()), _parting(text) + words)
    is_clear = not at or (at == count + 1 and (count > 1 or len(sentences(text)) < 3))
    if is_clear:
        return Portioned(end)
    if count > 1 and at > count + 1:
        what = f"{part} would follow part {at - 1}, which is not there"
        return Portioned(None, what, ((Code.SCOPE_UNCLEAR, f"{what}; quote words beside it."),))
    what = f"where {part} belongs is not to be seen; it stands at the end; check the place."
    return Portioned(end, doubts=((Code.ANCHOR_APPROXIMATE, what),))


def _ended(text: str, words: str) -> str:
    """Close a new sentence as the text closes its own, where the quotation left the stop out."""
    words, sign = words.strip(), text.rstrip()[-1:]
    return words + sign if words[-1:].isalnum() and sign in {".", ";"} else words


def _new_point(proposal: Proposal, text: str, part: Part) -> Portioned:
    """A further point of the list: before the one of its name, or last with the next letter."""
    within = find_parts(text, proposal.parts[:-1]) if len(proposal.parts) > 1 else None
    listed = points(text, within)
    if not listed:
        what = "the list that is to have a new point is not there"
        return Portioned(None, what, ((Code.SCOPE_UNCLEAR, f"{what}; quote words beside it."),))
    words = proposal.text.strip()
    names = [mark.name for mark in listed]
    mark = opening_mark(words, Stretch(0, len(words)))
    name = part.name or (mark.name if mark is not None else next_name(names[-1]))
    if name not in {*names, next_name(names[-1])}:
        what = f"point {name} does not follow on {names[-1]}"
        return Portioned(None, what, ((Code.SCOPE_UNCLEAR, f"{what}; check the letter."),))
    if mark is None:
        words = f"{_printed(listed[-1], text, name)} {words}"
    if name in names:
        at = listed[names.index(name)].start
        return Portioned(Splice(at, at, words + text[_space(text, at) : at]))
    return _last_point(text, listed, within, words)


def _space(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _printed(last: Mark, text: str, name: str) -> str:
    return text[last.start : last.end].replace(last.name, name, 1)


def _last_point(text: str, listed: list[Mark], within: Stretch | None, words: str) -> Portioned:
    """Put a point last; where text follows the list in its line, behind one sentence."""
    line = text.find("\n", listed[-1].end)
    end = line if line >= 0 else (within.end if within else len(text))
    standing = sentences(text, Stretch(listed[-1].end, _space(text, end)))
    if line >= 0 or len(standing) < 2:
        return Portioned(_behind_point(text, listed, _space(text, end), words))
    what = f"where point {listed[-1].name} ends is not set apart; check the place."
    splice = _behind_point(text, listed, standing[0].end, words)
    return Portioned(splice, doubts=((Code.ANCHOR_APPROXIMATE, what),))


def _behind_point(text: str, listed: list[Mark], end: int, words: str) -> Splice:
    """Let a new point end as the last one did, which ends as those before it."""
    joint = text[_space(text, listed[-1].start) : listed[-1].start]
    sign = text[_space(text, listed[1].start) - 1] if len(listed) > 1 else ""
    if text[end - 1] == "." and sign in {";", ","} and words[-1:] in {".", ";", ","}:
        return Splice(end - 1, end, f"{sign}{joint}{words[:-1]}.")
    return Splice(end, end, joint + words)
