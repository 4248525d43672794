"""A proposal on the words of a paragraph in, the same on what became of the paragraph out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amend.match.apply import PHRASES, WHOLE_PARAGRAPH, Asked, ask
from amend.match.gathered import REWRITTEN
from amend.match.grounds import Ground, Outcome, gone
from amend.match.link import tie
from amend.match.placing import Placed, placed
from amend.match.splice import Splice
from amend.match.trim import trimmed
from amend.match.weave import Weave, Wish
from amend.model.alignment import Bead
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Proposal, Where
from amend.model.rebased import Astray
from amend.model.ruling import Ruling
from amend.text.similarity import share_in_common
from amend.text.told import told
from amend.text.words import tokens

_ENDS = frozenset({Where.OPEN, Where.END, Where.BEGINNING})


def carry_words(proposal: Proposal, ruling: Ruling, ground: Ground) -> Outcome:
    """Carry a proposal over that says how paragraphs of its base should read."""
    outcome = Outcome()
    tied = tie(proposal, ground.lineage.base)
    if tied.problem:
        outcome.astray.append(Astray(proposal.text, proposal.cut, tied.problem))
        return outcome
    same: list[Paragraph] = []
    for paragraph in tied.paragraphs:
        asked = ask(proposal, paragraph)
        bead = ground.bead(paragraph, as_whole=proposal.operation in WHOLE_PARAGRAPH)
        if asked.problem:
            near = ground.first(bead.new) or ground.nearest(paragraph)
            astray = Astray(proposal.text, proposal.cut, asked.problem, near)
            outcome.astray.append(astray)
            continue
        weave = Weave(paragraph, bead)
        wishes = weave.wishes([each.splice for each in trimmed(asked.before, asked.splices)])
        weave.take(wishes, ruling.evidence)
        if _is_free(proposal, asked, bead, wishes):
            same += bead.new
            if _is_reworded(paragraph, bead) and _is_whole(proposal, asked):
                outcome.doubts.append(told("the paragraph that it gives anew has changed since"))
        else:
            found = placed(weave, wishes, is_before=_is_before(proposal))
            _gather(outcome, found, proposal, ground, paragraph, bead)
    if same:
        outcome.carried.insert(0, ground.moved(proposal, same))
    outcome.carried = list(_apart(outcome.carried))
    return outcome


def _is_before(proposal: Proposal) -> bool:
    return proposal.anchor is not None and proposal.anchor.where is Where.BEFORE


def _is_reworded(paragraph: Paragraph, bead: Bead) -> bool:
    return [each.text for each in bead.new] != [paragraph.text]


def _is_whole(proposal: Proposal, asked: Asked) -> bool:
    """Whether a text is asked for that has little of the one it is to replace, or stands beside."""
    if proposal.operation is Operation.PROPOSE_ALTERNATIVE:
        return True
    is_paragraph = proposal.operation is Operation.REPLACE_PARAGRAPH
    shared = share_in_common(tokens(asked.before), tokens(asked.after))
    return is_paragraph and shared < REWRITTEN


def _is_free(proposal: Proposal, asked: Asked, bead: Bead, wishes: Sequence[Wish]) -> bool:
    """Whether a proposal can be asked for as it was: none of it is taken, and its place is clear.

    That is so of a paragraph that nobody touched, of words for its beginning or end, and of a text
    that is to stand in its place or beside it.
    """
    if any(wish.taken for wish in wishes) or len(bead.old) > 1 or len(bead.new) != 1:
        return False
    if not _is_reworded(bead.old[0], bead) or _is_whole(proposal, asked):
        return bool(wishes)
    anchor = proposal.anchor
    is_at_end = proposal.whole is None and not proposal.cut and not proposal.parts and (
        anchor is None or anchor.where in _ENDS
    )  # fmt: skip
    return is_at_end and proposal.operation is Operation.INSERT_PHRASE


def _gather(
    outcome: Outcome, found: Placed, proposal: Proposal, ground: Ground, paragraph: Paragraph,
    bead: Bead,
) -> None:  # fmt: skip
    outcome.done += found.done
    outcome.doubts += found.doubts
    for each in found.astray:
        near = each.nearest or ground.nearest(paragraph)
        reason = each.reason if bead.new else gone([paragraph])
        outcome.astray.append(replace(each, reason=reason, nearest=near))
    outcome.carried += successors(proposal, found, ground)


def successors(proposal: Proposal, found: Placed, ground: Ground) -> Iterator[Proposal]:
    """Yield for each later paragraph a proposal that gives it with all that was put in it."""
    for identity, splices in found.splices.items():
        paragraph = ground.lineage.paragraph(identity)
        put = found.put[identity]
        text = " … ".join(words for words, _ in put if words)
        cut = " … ".join(words for _, words in put if words)
        yield replace(
            proposal,
            operation=_operation(proposal, text, cut),
            base=ground.later.name,
            target=(paragraph.label,) if paragraph.label is not None else (),
            paragraphs=(identity,),
            text=text,
            cut=cut,
            anchor=None,
            place=None,
            whole=spliced(paragraph.text, splices),
        )


def _operation(proposal: Proposal, text: str, cut: str) -> Operation:
    if proposal.operation not in {*PHRASES, Operation.INSERT_NEW_PARAGRAPH}:
        return proposal.operation
    if text and cut:
        return Operation.REPLACE_PHRASE
    return Operation.INSERT_PHRASE if text else Operation.DELETE_PHRASE


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """Return a text with splices in place; they must not overlap."""
    for start, end, words in sorted(splices, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _apart(carried: Sequence[Proposal]) -> Iterator[Proposal]:
    """Give each of several successors an id of its own; the first keeps the one it had."""
    for n, each in enumerate(carried, 1):
        yield each if n == 1 else replace(each, id=f"{each.id}/{n}")
