"""Proposals on a base in, each gathered where it belongs out: on words, on a paragraph, nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from amend.match.apply import Asked as AskedOf
from amend.match.apply import ask, is_on_words
from amend.match.place import Page
from amend.match.rolled import Asked
from amend.match.trim import Trimmed, stands_beside, trimmed
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Operation, Proposal
from amend.model.rolling import Scope, Unplaced
from amend.notices import Code, Notice
from amend.text.similarity import share_in_common
from amend.text.words import tokens

# Below this share of words in common a paragraph is not reworded but written anew (0014).
REWRITTEN = 0.4
Parts = tuple[Trimmed, ...]


class Gathered:
    """Proposals on their way to their places: new paragraphs first, the others one by one.

    `order` are the paragraphs with the new ones among them, `new` who asks for each of these,
    `asked` what is asked of each paragraph, all by the ids of paragraphs.
    """

    def __init__(
        self, base: Revision, proposals: Sequence[Proposal], elsewhere: Mapping[str, str]
    ) -> None:
        """Put the new paragraphs among those of the base; see `collate` for `elsewhere`."""
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
        page = Page(self.base.paragraphs)
        same: dict[tuple[object, ...], str] = {}
        new: dict[str, list[Proposal]] = {}
        taken = {each.supersedes for each in proposals}
        standing = {tuple(tokens(each.text)): each for each in self.base.paragraphs}
        for each in proposals:
            if each.operation is not Operation.INSERT_NEW_PARAGRAPH or each.id in taken:
                continue
            wanted = each.whole or each.text
            key = (" ".join(wanted.split()), each.target[:1], each.place)
            stands = standing.get(tuple(tokens(wanted))) if each.id in self.elsewhere else None
            beside = self._beside(each)
            if key in same:
                new[same[key]].append(each)
            elif len(beside) > 1:
                self._tell_ambiguous(each, beside)
            elif stands is not None:
                named = stands.label or "unnumbered"
                self.refuse(each, f"stands in {self.base.name} already: {named}")
            elif not wanted.strip() or not page.add(each, wanted):
                is_empty = not wanted.strip()
                self.tell(
                    each, "gives no words" if is_empty else "gives its new paragraph no place"
                )
            else:
                same[key] = f"+{each.id}"
                new[same[key]] = [each]
        return page.paragraphs, new

    def _beside(self, proposal: Proposal) -> list[Paragraph]:
        """Find the paragraphs beside which a new one is to stand: 9, for 9bis."""
        place, target = proposal.place, proposal.target
        named = place.label if place else target[0].base if target else None
        return [each for each in self.base.paragraphs if each.label == named and named is not None]

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

    def _tell_ambiguous(self, proposal: Proposal, fitting: Sequence[Paragraph]) -> None:
        what = f"{len(fitting)} paragraphs called {fitting[0].label}"
        self.tell(proposal, f"fits {what}; which is meant is not told", Code.TARGET_AMBIGUOUS)

    def take(self, proposal: Proposal) -> None:
        """Put a proposal on its paragraphs, or refuse it."""
        here = [self._known[each] for each in proposal.paragraphs if each in self._known]
        if here and is_on_words(proposal):
            self._take_words(proposal, here)
            return
        if _is_one_number(here):
            self._tell_ambiguous(proposal, here)
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
        elif _is_one_number([each for each, *_ in placed]):
            self._tell_ambiguous(proposal, [each for each, *_ in placed])
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


def _is_one_number(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether one number means several paragraphs; those without any were chosen by other means."""
    labels = {each.label for each in paragraphs}
    return len(paragraphs) > 1 and len(labels) == 1 and None not in labels


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
