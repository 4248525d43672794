"""All postings of a page in, the same with what ties them to each other out, and their kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from amend.model.submission import Doubt, Party, PartyRole, Posting
from amend.parse.postings.dates import derived, with_date
from amend.parse.postings.kinds import PROMPT, kind_of
from amend.parse.postings.lines import LONGEST
from amend.parse.postings.relations import copies, corrected, endorsed, repeated


def tied(postings: list[Posting], endorses: Mapping[int, Sequence[str]]) -> list[Posting]:
    """Tie postings to earlier ones, and say of what kind each is; `endorses` are names by number.

    Corrections come first, for they tell who posted before.
    """
    first = copies(postings)
    related = [replace(each, duplicate_of=first.get(each.n)) for each in postings]
    for at, posting in enumerate(related):
        if posting.kind == PROMPT:
            continue
        before = corrected(related, posting)
        if before is not None:
            related[at] = replace(posting, supersedes=before[0])
            if not before[1]:
                related[at] = _doubted(related[at], Doubt.RELATION)
            related[before[0] - 1] = _same_hand(related[before[0] - 1], posting)
    related = [_with_ties(related, each, endorses[each.n]) for each in related]
    related = [_derived(related, each) for each in related]
    return [_kinded(each) for each in related]


def _with_ties(postings: Sequence[Posting], posting: Posting, names: Sequence[str]) -> Posting:
    if posting.kind == PROMPT:
        return posting
    again = None if posting.duplicate_of else repeated(postings, posting)
    numbers, others = endorsed(postings, posting, names)
    parties = posting.parties
    if numbers or others:
        parties = tuple(
            replace(each, role=PartyRole.ENDORSER)
            if each.role is PartyRole.SUBMITTER and numbers
            else each
            for each in parties
        )
    return replace(
        posting, resubmission_of=again, endorses=numbers, endorses_others=others, parties=parties
    )


def _same_hand(earlier: Posting, posting: Posting) -> Posting:
    """Give an earlier posting the person who calls it their own, in doubt."""
    if earlier.person is not None or posting.person is None:
        return earlier
    parties = (*earlier.parties, Party(posting.person, PartyRole.SIGNATORY))
    return _doubted(replace(earlier, person=posting.person, parties=parties), Doubt.PERSON)


def _doubted(posting: Posting, doubt: Doubt) -> Posting:
    return replace(posting, uncertain=tuple(sorted({*posting.uncertain, doubt})))


def _derived(postings: Sequence[Posting], posting: Posting) -> Posting:
    """Date "yesterday's meeting" by what others of the same stage say of it."""
    if posting.date is not None or posting.kind == PROMPT:
        return posting
    events = [day for each in postings if each.stage == posting.stage for day in each.dates]
    found = derived(posting.text[:LONGEST], events)
    if found is None:
        return posting
    doubts = set(posting.uncertain)
    return replace(
        with_date(posting, (*posting.dates, found), doubts),
        uncertain=tuple(sorted({*doubts, Doubt.DATE})),
    )


def _kinded(posting: Posting) -> Posting:
    kind, tags = kind_of(posting)
    return replace(posting, kind=kind, kind_tags=tags)
