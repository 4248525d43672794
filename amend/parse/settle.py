"""Submissions in, all their proposals out, with what ties them: support, corrections, ids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from amend.labels import Label
from amend.model.proposal import Operation, Proposal, Submission
from amend.notices import Code, Notice
from amend.parse.prose import EARLIER, where_of

_POSITIONS = frozenset(
    {
        Operation.SUPPORT,
        Operation.OPPOSE,
        Operation.ENDORSE,
        Operation.RETAIN,
        Operation.QUESTION,
        Operation.REQUEST_WITHOUT_TEXT,
        Operation.WITHDRAW,
        Operation.SUPERSEDE,
        Operation.ATTACHMENT,
        Operation.RESERVE,
    }
)
_ONLY_PROPOSED = frozenset({Operation.INSERT_NEW_PARAGRAPH, Operation.PROPOSE_ALTERNATIVE})
_SMALL = frozenset({"the", "of", "and", "for", "on", "in", "a", "de", "la", "le", "y", "et"})


def settle(submissions: Sequence[Submission]) -> tuple[tuple[Proposal, ...], tuple[Notice, ...]]:
    """Tie the proposals of all files to each other.

    An endorsement adds its proponents to the `supporters` of what it endorses, and stays a
    proposal of its own. A corrected resubmission, or a withdrawal, gets the id of the proposal it
    takes back in `supersedes`. Ids are unique in the result; notices are those of the submissions
    and what could not be tied.
    """
    proposals = _with_unique_ids(submissions)
    notices = [notice for each in submissions for notice in each.notices]
    proposals = _endorsed(proposals, notices)
    return tuple(_superseding(proposals, notices)), tuple(notices)


def _with_unique_ids(submissions: Sequence[Submission]) -> list[Proposal]:
    """Two files with one stem, a.docx and a.txt, would share ids: the later one is told apart."""
    taken: Counter[str] = Counter()
    unique = []
    for submission in submissions:
        for each in submission.proposals:
            taken[each.id] += 1
            again = taken[each.id]
            unique.append(replace(each, id=f"{each.id}-{again}") if again > 1 else each)
    return unique


def _endorsed(proposals: list[Proposal], notices: list[Notice]) -> list[Proposal]:
    friends: dict[str, list[str]] = {}
    for each in proposals:
        if not _is_endorsement(each):
            continue
        meant = list(_meant(each, proposals))
        for other in meant:
            friends.setdefault(other.id, []).extend(each.by)
        if not meant and each.operation is Operation.ENDORSE:
            notices.append(_unmet(each))
    return [
        replace(each, supporters=_joined(each, friends[each.id])) if each.id in friends else each
        for each in proposals
    ]


def _is_endorsement(proposal: Proposal) -> bool:
    if proposal.operation is Operation.ENDORSE:
        return bool(proposal.endorses or proposal.target)
    return proposal.operation is Operation.SUPPORT and bool(proposal.target)


def _meant(endorsement: Proposal, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Find what is endorsed: by the names given, on the labels given.

    Praise of a paragraph that stands in the draft is about the draft; praise of one that does not
    is about the proposal of it.
    """
    for each in proposals:
        if each.operation in _POSITIONS or set(each.by) & set(endorsement.by):
            continue
        if endorsement.operation is Operation.SUPPORT and each.operation not in _ONLY_PROPOSED:
            continue
        if endorsement.target and not _shares_a_label(endorsement.target, each):
            continue
        if not endorsement.target and not _shares_a_paragraph(endorsement, each):
            continue
        if not endorsement.endorses or any(
            is_same_name(name, other) for name in endorsement.endorses for other in each.by
        ):
            yield each


def _shares_a_label(labels: tuple[Label, ...], proposal: Proposal) -> bool:
    asked = {label.plain for label in proposal.target}
    return any(label.plain in asked for label in labels)


def _shares_a_paragraph(endorsement: Proposal, proposal: Proposal) -> bool:
    """Whether both are on one paragraph without a number; an endorsement of none is of all."""
    on = set(endorsement.paragraphs)
    return not on or bool(on & set(proposal.paragraphs))


def is_same_name(written: str, name: str) -> bool:
    """Whether a name in a sentence means a proponent: in full, within a phrase, or by initials."""
    asked, known = _name_words(written), _name_words(name)
    if not asked or not known:
        return False
    if asked == known or f" {' '.join(known)} " in f" {' '.join(asked)} ":
        return True
    return _initials(name) == written.strip().lower() or _initials(written) == name.strip().lower()


def _name_words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.lower()) if word not in _SMALL]


def _initials(name: str) -> str:
    return "".join(word[0] for word in _name_words(name))


def _joined(proposal: Proposal, names: list[str]) -> tuple[str, ...]:
    fresh = (name for name in names if name not in proposal.by)
    return tuple(dict.fromkeys((*proposal.supporters, *fresh)))


def _unmet(endorsement: Proposal) -> Notice:
    whom = ", ".join(endorsement.endorses) or "nobody by name"
    labels = ", ".join(map(str, endorsement.target)) or "no paragraph"
    text = f"endorses a proposal ({whom}; {labels}) that is not among the files; add its file."
    return Notice(Code.TARGET_UNRESOLVED, where_of(endorsement.source), text)


def _superseding(proposals: list[Proposal], notices: list[Notice]) -> Iterator[Proposal]:
    """Give each correction the id of what it replaces, in order; the rest get corrections too."""
    taken: set[str] = set()
    files_done: set[tuple[str, tuple[str, ...], tuple[Label, ...]]] = set()
    for each in proposals:
        if each.supersedes != EARLIER and each.operation is not Operation.WITHDRAW:
            yield each
            continue
        earlier = [other for other in _earlier(each, proposals) if other.id not in taken]
        alike = [other for other in earlier if other.operation is each.operation]
        chosen = next(iter(alike or earlier), None)
        key = (each.source.file, each.by, each.target)
        if chosen is None and key not in files_done:
            notices.append(_nothing_earlier(each))
        files_done.add(key)
        taken.update([chosen.id] if chosen else [])
        yield replace(each, supersedes=chosen.id if chosen else None)


def _earlier(correction: Proposal, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proponent's own proposals in other files on the same labels, oldest first.

    A withdrawal may stand in the same file.
    """
    for each in proposals:
        if each is correction or each.operation in _POSITIONS or each.supersedes is not None:
            continue
        is_own = set(each.by) & set(correction.by) or (not each.by and not correction.by)
        is_other_file = each.source.file != correction.source.file
        if not is_own or not (is_other_file or correction.operation is Operation.WITHDRAW):
            continue
        if not correction.target or _shares_a_label(correction.target, each):
            yield each


def _nothing_earlier(correction: Proposal) -> Notice:
    labels = ", ".join(map(str, correction.target)) or "any paragraph"
    who = ", ".join(correction.by) or "its writer"
    text = f"takes back a proposal of {who} on {labels} that is not among the files; add its file."
    return Notice(Code.TARGET_UNRESOLVED, where_of(correction.source), text)
