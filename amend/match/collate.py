"""A base and proposals on it in, the rolling text out: each in its place, with whose it is.

The rules are those of docs/design/0014-compilation.md. Nothing is chosen between proposals: what is
asked for alike is folded, what collides stands side by side, what fits nowhere is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from amend.match.apply import Asked as AskedOf
from amend.match.apply import ask, is_on_words
from amend.match.place import insert_paragraphs
from amend.match.rolled import Asked, collisions, rolled
from amend.match.trim import Trimmed, stands_beside, trimmed
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Operation, Proposal
from amend.model.rolling import Collision, Rolling, RollingParagraph, Scope, Unplaced
from amend.notices import Code, Notice
from amend.text.similarity import share_in_common
from amend.text.words import tokens

# Below this share of words in common a paragraph is not reworded but written anew (0014).
REWRITTEN = 0.4
Parts = tuple[Trimmed, ...]
_NOWHERE: Mapping[str, str] = MappingProxyType({})
_ENDORSEMENTS = frozenset({Operation.ENDORSE, Operation.SUPPORT})


class _Gathered:
    """Proposals on their way to their places."""

    def __init__(
        self, base: Revision, proposals: Sequence[Proposal], elsewhere: Mapping[str, str]
    ) -> None:
        self.base = base
        self.elsewhere = elsewhere
        self.notices: list[Notice] = []
        self.unplaced: list[Unplaced] = []
        self.asked: dict[str, Asked] = {}
        self._known = {each.id: each for each in base.paragraphs}
        self.order, self.new = self._inserted(proposals)

    def _inserted(
        self, proposals: Sequence[Proposal]
    ) -> tuple[list[Paragraph], dict[str, list[Proposal]]]:
        """Put the new paragraphs among those of the base; the same one asked for twice is one."""
        order = list(self.base.paragraphs)
        same: dict[tuple[object, ...], str] = {}
        new: dict[str, list[Proposal]] = {}
        taken = {each.supersedes for each in proposals}
        standing = {tuple(tokens(each.text)): each for each in self.base.paragraphs}
        for each in proposals:
            if each.operation is not Operation.INSERT_NEW_PARAGRAPH or each.id in taken:
                continue
            stands = standing.get(tuple(tokens(each.whole or each.text)))
            if stands is not None and stands.text:
                self.refuse(
                    each, f"stands in {self.base.name} already: {stands.label or 'unnumbered'}"
                )
                continue
            words = " ".join((each.whole or each.text).split())
            key = (words, each.target[:1], each.place)
            if key in same:
                new[same[key]].append(each)
                continue
            told: list[Notice] = []
            found = insert_paragraphs(order, [each], told)
            if told or len(found) == len(order):
                reason = "gives its new paragraph no place" if words else "gives no words"
                self.tell(each, reason)
                continue
            order = found
            same[key] = f"+{each.id}"
            new[same[key]] = [each]
        return order, new

    def refuse(self, proposal: Proposal, reason: str) -> None:
        """List a proposal among those that stand nowhere."""
        words = proposal.text or proposal.raw
        self.unplaced.append(
            Unplaced(
                *(proposal.id, proposal.by, proposal.operation, proposal.target),
                *(words, proposal.cut, reason, proposal.source),
            )
        )

    def tell(self, proposal: Proposal, reason: str, code: Code = Code.TARGET_UNRESOLVED) -> None:
        """Refuse a wish for words, which is worth a notice as well."""
        self.refuse(proposal, reason)
        text = f"{proposal.id} {reason}; it stands at the end."
        self.notices.append(Notice(code, str(proposal.source), text))

    def take(self, proposal: Proposal) -> None:
        """Put a proposal on its paragraphs, or refuse it."""
        here = [self._known[each] for each in proposal.paragraphs if each in self._known]
        if here and is_on_words(proposal):
            self._take_words(proposal, here)
            return
        ids = [each.id for each in here] or list(self._asked_for(proposal))
        if not ids:
            named = ", ".join(str(each) for each in proposal.target)
            missing = f"names {named}, which is not in {self.base.name}"
            say = self.tell if is_on_words(proposal) else self.refuse
            say(proposal, missing if named else "names no paragraph")
        for each in ids:
            self.on(each).positions.append(proposal)

    def _asked_for(self, proposal: Proposal) -> Iterator[str]:
        """Find the new paragraphs that a proposal names: what is asked of them stands below."""
        for identity, asked in self.new.items():
            if set(asked[0].target) & set(proposal.target):
                yield identity

    def on(self, identity: str) -> Asked:
        """Return what is asked of a paragraph so far."""
        return self.asked.setdefault(identity, Asked())

    def _take_words(self, proposal: Proposal, here: Sequence[Paragraph]) -> None:
        placed: list[tuple[Paragraph, AskedOf, Parts]] = []
        problems: list[str] = []
        told: list[Notice] = []
        for paragraph in here:
            asked = ask(proposal, paragraph)
            parts = trimmed(asked.before, asked.splices)
            problem = asked.problem or self._problem(proposal, asked.before, parts)
            if problem:
                problems.append(problem)
                told += asked.notices
            else:
                placed.append((paragraph, asked, parts))
        if not placed:
            self._refuse_words(proposal, problems[0], told)
        elif len(placed) > 1 and len({each.label for each, *_ in placed}) == 1:
            label = placed[0][0].label
            reason = f"fits {len(placed)} paragraphs called {label}; which is meant is not told"
            self.tell(proposal, reason, Code.TARGET_AMBIGUOUS)
        else:
            for paragraph, asked, parts in placed:
                self._put(proposal, paragraph, asked, parts)

    def _problem(self, proposal: Proposal, before: str, parts: Parts) -> str:
        """Say why nothing is to be marked; who wrote on an older text may have it here."""
        if not parts:
            return "changes no word of it"
        is_there = proposal.id in self.elsewhere and all(
            stands_beside(before, each.splice) for each in parts
        )
        return f"its words stand in {self.base.name} already" if is_there else ""

    def _refuse_words(self, proposal: Proposal, problem: str, told: list[Notice]) -> None:
        if not told:
            self.tell(proposal, problem)
            return
        self.refuse(proposal, problem)
        self.notices += told

    def _put(self, proposal: Proposal, paragraph: Paragraph, asked: AskedOf, parts: Parts) -> None:
        self.notices += asked.notices
        scope = _scope(proposal, asked.before, asked.after)
        if scope is None:
            self.on(paragraph.id).marks.append((proposal, parts))
        else:
            self.on(paragraph.id).wholes.append((scope, asked.after, proposal))


def _scope(proposal: Proposal, before: str, after: str) -> Scope | None:
    """Say whether a proposal is on the paragraph as a whole; None if it is on words in it."""
    if proposal.operation is Operation.PROPOSE_ALTERNATIVE:
        return Scope.ALTERNATIVE
    if proposal.operation is Operation.DELETE_PARAGRAPH:
        return Scope.DELETE
    if proposal.operation is not Operation.REPLACE_PARAGRAPH:
        return None
    is_new = share_in_common(tokens(before), tokens(after)) < REWRITTEN
    return Scope.REPLACE if is_new else None


def collate(
    base: Revision, proposals: Iterable[Proposal], elsewhere: Mapping[str, str] = _NOWHERE
) -> Rolling:
    """Return the base with every proposal in its place; none is lost, none is chosen.

    Proposals stand in the order given. Those taken back by another, on paragraphs that the base
    does not have, or with an anchor that is not there, are among the unplaced. `elsewhere` names
    the revision that a proposal was made on, by its id, where that is not the base.
    """
    every = tuple(proposals)
    gathered = _Gathered(base, every, elsewhere)
    replaced = {each.supersedes: each for each in every if each.supersedes}
    for each in every:
        later = replaced.get(each.id)
        if later is not None:
            gathered.refuse(each, _taken_back(later))
        elif each.operation is not Operation.INSERT_NEW_PARAGRAPH and not _is_folded(each, every):
            gathered.take(each)
    paragraphs, met = _laid_out(gathered)
    notices = (*gathered.notices, *(_notice(each, base) for each in met))
    order = {each.id: place for place, each in enumerate(every)}
    unplaced = sorted(gathered.unplaced, key=lambda each: order[each.proposal])
    return Rolling(base.name, paragraphs, tuple(unplaced), met, notices, tuple(elsewhere.items()))


def _laid_out(
    gathered: _Gathered,
) -> tuple[tuple[RollingParagraph, ...], tuple[Collision, ...]]:
    paragraphs: list[RollingParagraph] = []
    met: list[Collision] = []
    for each in gathered.order:
        asked = gathered.asked.get(each.id, Asked())
        found = rolled(each, asked, gathered.new.get(each.id))
        paragraphs.append(found)
        met += collisions(each.id, found, asked)
    return tuple(paragraphs), tuple(met)


def _is_folded(proposal: Proposal, every: Iterable[Proposal]) -> bool:
    """Whether a proposal shows at another one: its endorser among the supporters, or taken back."""
    if proposal.operation is Operation.WITHDRAW:
        return proposal.supersedes is not None
    if proposal.operation not in _ENDORSEMENTS:
        return False
    return any(
        set(proposal.by) & set(other.supporters) and _is_on_one(proposal, other)
        for other in every
        if other is not proposal and other.operation not in _ENDORSEMENTS
    )


def _is_on_one(proposal: Proposal, other: Proposal) -> bool:
    if proposal.target:
        asked = {label.plain for label in proposal.target}
        return any(label.plain in asked for label in other.target)
    return not proposal.paragraphs or bool(set(proposal.paragraphs) & set(other.paragraphs))


def _taken_back(later: Proposal) -> str:
    how = "withdrawn" if later.operation is Operation.WITHDRAW else "replaced"
    return f"was {how} by {later.id}"


def _notice(collision: Collision, base: Revision) -> Notice:
    where = f"{base.name}, {collision.label or collision.paragraph}"
    ids = " and ".join((", ".join(collision.proposals[:-1]), collision.proposals[-1]))
    text = f"{ids} cannot be had together; they stand side by side."
    return Notice(Code.PROPOSALS_COLLIDE, where, text)
