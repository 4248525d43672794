"""Proposals in, the text as asked for out: where each would cut and what it would put there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from amend.match.anchors import Spot, find, stands_at
from amend.match.asked import Asked
from amend.match.collisions import marked
from amend.match.doubled import undoubled
from amend.match.neighbours import Carried, carried
from amend.match.place import insert_paragraphs
from amend.match.portions import portioned
from amend.match.splice import Splice, deleted, inserted, replaced
from amend.match.trim import trimmed
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.notices import Code, Notice
from amend.text.edits import hunks, pieces
from amend.text.told import told

__all__ = ["PHRASES", "WHOLE_PARAGRAPH", "Asked", "apply", "ask", "is_on_words"]

WHOLE_PARAGRAPH = frozenset({Operation.REPLACE_PARAGRAPH, Operation.PROPOSE_ALTERNATIVE})
PHRASES = frozenset({Operation.INSERT_PHRASE, Operation.REPLACE_PHRASE, Operation.DELETE_PHRASE})
_WITH_A_TEXT = frozenset(
    {Operation.BRACKET, Operation.UNBRACKET, Operation.EDITORIAL, Operation.MOVE_PHRASE}
)
_ENDINGS = ".;:,"


def is_on_words(proposal: Proposal) -> bool:
    """Whether a proposal says how a paragraph of the base should read, and so can be put in place.

    Brackets, signs and words moved can if the text is given, as a tracked change or a row gives it.
    """
    if proposal.operation in _WITH_A_TEXT:
        return proposal.whole is not None
    return proposal.operation in PHRASES | WHOLE_PARAGRAPH | {Operation.DELETE_PARAGRAPH}


def ask(
    proposal: Proposal, paragraph: Paragraph | None, neighbours: Sequence[Revision] = ()
) -> Asked:
    """Apply one proposal to one paragraph of its base; None stands for a paragraph to come.

    Words that do not stand in it are looked for in its `neighbours`, and only then approximately.
    """
    if paragraph is None:
        return Asked(proposal, None, "", proposal.whole or proposal.text)
    text = paragraph.text
    if proposal.operation is Operation.DELETE_PARAGRAPH:
        return Asked(proposal, paragraph, text, "", (Splice(0, len(text), ""),))
    if proposal.whole is not None or proposal.operation in WHOLE_PARAGRAPH:
        wanted = proposal.whole if proposal.whole is not None else proposal.text
        return Asked(proposal, paragraph, text, wanted, _between(text, wanted))
    return _phrase(proposal, paragraph, text, neighbours)


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


def _phrase(
    proposal: Proposal, paragraph: Paragraph, text: str, neighbours: Sequence[Revision]
) -> Asked:
    """Splice a phrase; where its anchor is not found the words still count, without a place."""
    if proposal.parts:
        return _portion(proposal, paragraph, text)
    anchor, cut = proposal.anchor, proposal.cut
    notices: list[Notice] = []
    quoted = cut or (anchor.words if anchor else "")
    spot = find(text, quoted) if quoted else None
    if quoted and neighbours and not (spot is not None and spot.exact):
        found = carried(text, quoted, paragraph, neighbours)
        if found is not None:
            return _carried(proposal, paragraph, text, found)
    if cut:
        if spot is None:
            return _unplaced(proposal, paragraph, cut)
        notices += _doubts(proposal, cut, spot.places, spot.exact)
        splice = replaced(text, spot, proposal.text) if proposal.text else deleted(text, spot, cut)
        splice, doubts = undoubled(text, splice)
        notices += [Notice(code, proposal.source.told, what) for code, what in doubts]
    elif proposal.operation is not Operation.INSERT_PHRASE:
        return _described(proposal, paragraph, text)
    else:
        place = _place(text, anchor or Anchor(Where.OPEN))
        if place is None:
            return _unplaced(proposal, paragraph, anchor.words if anchor else "")
        at, count, exact = place
        quoted = anchor.words if anchor else ""
        notices += _doubts(proposal, quoted, count, exact)
        notices += _gap(proposal, text)
        if stands_at(text, at, proposal.text):
            return _standing(proposal, paragraph, text)
        splice = inserted(text, at, proposal.text)
    after = text[: splice.start] + splice.text + text[splice.end :]
    return Asked(proposal, paragraph, text, after, (splice,), notices=tuple(notices))


def _carried(proposal: Proposal, paragraph: Paragraph, text: str, found: Carried) -> Asked:
    """Apply what was quoted from another revision to the words that took their place."""
    quoted = proposal.cut or (proposal.anchor.words if proposal.anchor else "")
    where_found = {"words": quoted, "revision": found.revision}
    if proposal.cut and found.start == found.end:
        problem = told(
            "“{words}” stands in {revision} only, and nothing stands in its place here",
            **where_found,
        )
        notice = Notice(
            Code.ANCHOR_NOT_FOUND, proposal.source.told, told("{problem}.", problem=problem)
        )
        return Asked(proposal, paragraph, text, text, (), problem, (notice,))
    spot = Spot(found.start, found.end, 1, exact=False)
    if proposal.cut:
        splice = replaced(text, spot, proposal.text) if proposal.text else deleted(text, spot, "")
    else:
        where = proposal.anchor.where if proposal.anchor else Where.AFTER
        splice = inserted(text, spot.start if where is Where.BEFORE else spot.end, proposal.text)
    now = text[found.start : found.end]
    what = told(
        "“{words}” stands in {revision} only; “{now}”, which stands in its place here, was taken; "
        "check it.", now=now, **where_found,
    )  # fmt: skip
    notice = Notice(Code.ANCHOR_APPROXIMATE, proposal.source.told, what)
    after = text[: splice.start] + splice.text + text[splice.end :]
    return Asked(proposal, paragraph, text, after, (splice,), notices=(notice,))


def _portion(proposal: Proposal, paragraph: Paragraph, text: str) -> Asked:
    """Splice in the part of the paragraph that is named, or say why it cannot be done."""
    found = portioned(proposal, text)
    named = paragraph.label or paragraph.id
    notices = tuple(
        Notice(code, proposal.source.told, f"{named}: {what}") for code, what in found.doubts
    )
    if found.splice is None:
        after = f"{text} {proposal.text}" if proposal.text else text
        return Asked(proposal, paragraph, text, after, (), found.problem, notices)
    start, end, words = found.splice
    after = text[:start] + words + text[end:]
    return Asked(proposal, paragraph, text, after, (found.splice,), notices=notices)


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


def _standing(proposal: Proposal, paragraph: Paragraph, text: str) -> Asked:
    """Leave a text as it is where the words to be put in stand already, and say so."""
    what = told("“{words}” stands there already; nothing was changed.", words=proposal.text)
    notice = Notice(Code.ALREADY_THERE, proposal.source.told, what)
    return Asked(proposal, paragraph, text, text, notices=(notice,))


def _gap(proposal: Proposal, text: str) -> list[Notice]:
    """Tell that the words something is to stand between do not stand side by side."""
    anchor = proposal.anchor
    if anchor is None or not anchor.until or _between_words(text, anchor) is not None:
        return []
    what = told(
        "“{words}” and “{until}” do not stand side by side; check the place.", words=anchor.words,
        until=anchor.until,
    )  # fmt: skip
    return [Notice(Code.ANCHOR_APPROXIMATE, proposal.source.told, what)]


def _unplaced(proposal: Proposal, paragraph: Paragraph, quoted: str) -> Asked:
    text = paragraph.text
    place = str(paragraph.label or paragraph.id)
    problem = told("the words “{words}” do not stand in {place}", words=quoted, place=place)
    notice = Notice(
        Code.ANCHOR_NOT_FOUND, proposal.source.told, told("{problem}.", problem=problem)
    )
    if not proposal.text:
        return Asked(proposal, paragraph, text, text, problem=problem, notices=(notice,))
    return Asked(proposal, paragraph, text, f"{text} {proposal.text}", (), problem, (notice,))


def _described(proposal: Proposal, paragraph: Paragraph, text: str) -> Asked:
    """Leave a text as it is where the words to go are described: "the second half of it"."""
    named = paragraph.label or paragraph.id
    problem = told(
        "{place}: which words are to go is described, not quoted; nothing was changed",
        place=str(named),
    )
    notice = Notice(Code.SCOPE_UNCLEAR, proposal.source.told, told("{problem}.", problem=problem))
    wanted = f"{text} {proposal.text}" if proposal.text else text
    return Asked(proposal, paragraph, text, wanted, (), problem, (notice,))


def _doubts(proposal: Proposal, quoted: str, count: int, exact: bool) -> list[Notice]:
    if not exact:
        what = told("“{words}” was found approximately only; check the place.", words=quoted)
        return [Notice(Code.ANCHOR_APPROXIMATE, proposal.source.told, what)]
    if count > 1:
        what = told(
            "“{words}” stands {count} times; the first place was taken.", words=quoted, count=count
        )
        return [Notice(Code.ANCHOR_REPEATED, proposal.source.told, what)]
    return []


def apply(
    base: Revision, proposals: Iterable[Proposal], *, neighbours: Sequence[Revision] = (),
    narrowly: bool = False,
) -> Revision:  # fmt: skip
    """Return the base as it would read with every proposal in place.

    The words put in and taken out are marked runs with their proponents as authors, so `before` is
    the base to the letter. What could not be applied, or collides with another, is a notice; of two
    that collide both are kept, what they put in side by side. `neighbours` are other revisions,
    nearest first, in which words are looked for that do not stand in the base. `narrowly` marks no
    sign that stays, so that two who change neighbouring words do not meet.
    """
    wanted = list(proposals)
    notices: list[Notice] = []
    by_paragraph: dict[str, list[Asked]] = {}
    for proposal in wanted:
        if is_on_words(proposal):
            for identity in proposal.paragraphs:
                asked = ask(proposal, base.paragraph(identity), neighbours)
                notices += asked.notices
                if narrowly:
                    found = trimmed(asked.before, asked.splices)
                    asked = replace(asked, splices=tuple(each.splice for each in found))
                by_paragraph.setdefault(identity, []).append(asked)
            if not proposal.paragraphs:
                named = ", ".join(map(str, proposal.target)) or told("no paragraph")
                text = told(
                    "{id} names {places}, which is not in {base}.", id=proposal.id, places=named,
                    base=base.name,
                )  # fmt: skip
                notices.append(Notice(Code.TARGET_UNRESOLVED, proposal.source.told, text))
    paragraphs = [
        marked(each, by_paragraph[each.id], notices) if each.id in by_paragraph else each
        for each in base.paragraphs
    ]
    inserted = insert_paragraphs(paragraphs, wanted, notices)
    return replace(base, paragraphs=tuple(inserted), notices=(*base.notices, *notices))
