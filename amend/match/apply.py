"""Proposals in, the text as asked for out: where each would cut and what it would put there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from amend.match.anchors import Spot, find
from amend.match.place import insert_paragraphs
from amend.match.splice import Splice, deleted, inserted, replaced
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.model.source import Run, Stamp
from amend.notices import Code, Notice
from amend.text.edits import hunks, pieces

WHOLE_PARAGRAPH = frozenset({Operation.REPLACE_PARAGRAPH, Operation.PROPOSE_ALTERNATIVE})
PHRASES = frozenset({Operation.INSERT_PHRASE, Operation.REPLACE_PHRASE, Operation.DELETE_PHRASE})
_ENDINGS = ".;:,"


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal applied to one paragraph: the text before and after, and the splices between.

    `problem` says why it could not be applied, in words for the reader, or is "".
    """

    proposal: Proposal
    paragraph: Paragraph | None
    before: str
    after: str
    splices: tuple[Splice, ...] = ()
    problem: str = ""
    notices: tuple[Notice, ...] = ()


def ask(proposal: Proposal, paragraph: Paragraph | None) -> Asked:
    """Apply one proposal to one paragraph of its base; None stands for a paragraph to come."""
    if paragraph is None:
        return Asked(proposal, None, "", proposal.whole or proposal.text)
    text = paragraph.text
    if proposal.operation is Operation.DELETE_PARAGRAPH:
        return Asked(proposal, paragraph, text, "", (Splice(0, len(text), ""),))
    if proposal.whole is not None or proposal.operation in WHOLE_PARAGRAPH:
        wanted = proposal.whole if proposal.whole is not None else proposal.text
        return Asked(proposal, paragraph, text, wanted, _between(text, wanted))
    return _phrase(proposal, paragraph, text)


def _between(old: str, new: str) -> tuple[Splice, ...]:
    old_keys, old_printed = pieces(old)
    new_keys, new_printed = pieces(new)
    found: list[Splice] = []
    at = 0
    for hunk in hunks(old_keys, new_keys):
        was = "".join(old_printed[hunk.old_start : hunk.old_end])
        now = "".join(new_printed[hunk.new_start : hunk.new_end])
        if was != now:
            found.append(Splice(at, at + len(was), now))
        at += len(was)
    return tuple(found)


def _phrase(proposal: Proposal, paragraph: Paragraph, text: str) -> Asked:
    """Splice a phrase; where its anchor is not found the words still count, without a place."""
    anchor, cut = proposal.anchor, proposal.cut
    notices: list[Notice] = []
    if cut:
        spot = find(text, cut)
        if spot is None:
            return _unplaced(proposal, paragraph, cut)
        notices += _doubts(proposal, cut, spot.places, spot.exact)
        splice = replaced(text, spot, proposal.text) if proposal.text else deleted(text, spot, cut)
    else:
        place = _place(text, anchor or Anchor(Where.OPEN))
        if place is None:
            return _unplaced(proposal, paragraph, anchor.words if anchor else "")
        at, count, exact = place
        quoted = anchor.words if anchor else ""
        notices += _doubts(proposal, quoted, count, exact)
        splice = inserted(text, at, proposal.text)
    after = text[: splice.start] + splice.text + text[splice.end :]
    return Asked(proposal, paragraph, text, after, (splice,), notices=tuple(notices))


def _place(text: str, anchor: Anchor) -> tuple[int, int, bool] | None:
    """Return where in the text the anchor points, in how many places it stands, and if exactly."""
    if anchor.where is Where.BEGINNING:
        return 0, 1, True
    if anchor.where in {Where.END, Where.OPEN} or not anchor.words:
        bare = text.rstrip()
        return (len(bare) - 1 if bare[-1:] in _ENDINGS and bare else len(bare)), 1, True
    spot = _between_words(text, anchor) or find(text, anchor.words)
    if spot is None:
        return None
    return (spot.start if anchor.where is Where.BEFORE else spot.end), spot.places, spot.exact


def _between_words(text: str, anchor: Anchor) -> Spot | None:
    """Find the words that stand before the others of a pair, where they stand more than once."""
    joined = find(text, f"{anchor.words} {anchor.until}") if anchor.until else None
    if joined is None or not joined.exact:
        return None
    first = find(text[joined.start : joined.end], anchor.words)
    if first is None:
        return None
    start = joined.start
    return Spot(start + first.start, start + first.end, joined.places, exact=True)


def _unplaced(proposal: Proposal, paragraph: Paragraph, quoted: str) -> Asked:
    text = paragraph.text
    problem = f"the words “{quoted}” do not stand in {paragraph.label or paragraph.id}"
    notice = Notice(Code.ANCHOR_NOT_FOUND, str(proposal.source), f"{problem}.")
    if not proposal.text:
        return Asked(proposal, paragraph, text, text, problem=problem, notices=(notice,))
    return Asked(proposal, paragraph, text, f"{text} {proposal.text}", (), problem, (notice,))


def _doubts(proposal: Proposal, quoted: str, count: int, exact: bool) -> list[Notice]:
    if not exact:
        what = f"“{quoted}” was found approximately only; check the place."
        return [Notice(Code.ANCHOR_APPROXIMATE, str(proposal.source), what)]
    if count > 1:
        what = f"“{quoted}” stands {count} times; the first place was taken."
        return [Notice(Code.ANCHOR_REPEATED, str(proposal.source), what)]
    return []


def apply(base: Revision, proposals: Iterable[Proposal]) -> Revision:
    """Return the base as it would read with every proposal in place.

    The words put in and taken out are marked runs with their proponents as authors, so `before` is
    the base to the letter. What could not be applied, or collides with another, is a notice.
    """
    wanted = list(proposals)
    notices: list[Notice] = []
    by_paragraph: dict[str, list[Asked]] = {}
    for proposal in wanted:
        if proposal.operation in PHRASES | WHOLE_PARAGRAPH | {Operation.DELETE_PARAGRAPH}:
            for identity in proposal.paragraphs:
                asked = ask(proposal, base.paragraph(identity))
                notices += asked.notices
                by_paragraph.setdefault(identity, []).append(asked)
            if not proposal.paragraphs:
                named = ", ".join(str(label) for label in proposal.target) or "no paragraph"
                text = f"{proposal.id} names {named}, which is not in {base.name}."
                notices.append(Notice(Code.TARGET_UNRESOLVED, str(proposal.source), text))
    paragraphs = [
        _marked(each, by_paragraph[each.id], notices) if each.id in by_paragraph else each
        for each in base.paragraphs
    ]
    inserted = insert_paragraphs(paragraphs, wanted, notices)
    return replace(base, paragraphs=tuple(inserted), notices=(*base.notices, *notices))


def _marked(paragraph: Paragraph, asked: Sequence[Asked], notices: list[Notice]) -> Paragraph:
    splices: list[tuple[Splice, Proposal]] = []
    for each in asked:
        if each.problem:
            continue
        for splice in each.splices:
            other = next(
                (p for s, p in splices if _collide(splice, s) and p != each.proposal), None
            )
            if other is not None:
                text = f"{each.proposal.id} and {other.id} change the same words; the first stands."
                notices.append(Notice(Code.PROPOSALS_COLLIDE, str(each.proposal.source), text))
                break
        else:
            splices += [(splice, each.proposal) for splice in each.splices]
    splices.sort(key=lambda pair: pair[0][:2])
    return replace(paragraph, runs=tuple(_runs(paragraph.text, splices)), brackets=())


def _collide(one: Splice, other: Splice) -> bool:
    if one.start == one.end and other.start == other.end:
        return False
    return (one.start < other.end and other.start < one.end) or one[:2] == other[:2]


def _runs(text: str, splices: Sequence[tuple[Splice, Proposal]]) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for splice, proposal in splices:
        stamp = Stamp(", ".join(proposal.by), proposal.date)
        if splice.start > at:
            runs.append(Run(text[at : splice.start]))
        if splice.end > splice.start:
            runs.append(Run(text[splice.start : splice.end], deleted=stamp))
        if splice.text:
            runs.append(Run(splice.text, inserted=stamp))
        at = max(at, splice.end)
    if at < len(text):
        runs.append(Run(text[at:]))
    return runs or [Run("")]
