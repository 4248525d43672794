"""A posting and the page it stands on in, the same with those who speak in it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from amend.model.submission import Doubt, Party, PartyRole, Posting
from amend.parse.postings.bodies import Speakers, names_a_body, speakers
from amend.parse.postings.cuts import Stretch
from amend.parse.postings.domains import owner, spells
from amend.parse.postings.names import Named, is_group, is_name, names_in
from amend.parse.postings.persons import is_person, signatory
from amend.parse.postings.said import PageSays

_LAST = 3  # lines at the end in which a body signs
_COMPANY = re.compile(r"^(?P<person>[^(,|]+?)\s*[(,|–-]\s*(?P<body>[^)]+?)\)?$")


def prompted(posting: Posting, says: PageSays, account: str | None) -> Posting:
    """A prompt speaks for the host of the page, by the hand of a moderator."""
    person = says.moderator_of(account)
    if says.host is None:
        return replace(posting, person=person)
    basis = "page description"
    if account is not None:
        basis += f" (posted by an {account.split('@')[1]} account)"
    parties = _parties(Speakers([Named(says.host)]), person, account)
    return replace(
        posting,
        organisations=(says.host,),
        organisation_basis=basis,
        person=person,
        parties=parties,
    )


def spoken(
    posting: Posting, stretch: Stretch, says: PageSays, doubts: set[Doubt],
    confirmed: Mapping[str, str],
) -> Posting:  # fmt: skip
    """Say who speaks: the text first, then signature, author, and the domain of the account.

    What is only guessed is put into `doubts`.
    """
    account = stretch.account
    said = speakers(posting.text, says.known)
    author, company = _author(stretch.author)
    person = signatory(posting.text, says.moderators, account) or author
    if not said.submitters:
        said.submitters = list(_signed(posting.text, person)) or list(company)
    basis = "text" if said.submitters else None
    if said.submitters and account is not None:
        first = said.submitters[0]
        names = [each for each in (first.name, first.acronym) if each]
        basis = "text + e-mail domain" if spells(account, names) else basis
    if not said.submitters and account is not None:
        owned = owner(account, sorted(says.known | set(says.explained)))
        if owned is not None:
            said.submitters = [Named(owned.name)]
            basis = "e-mail domain" if owned.is_sure else "e-mail domain (name uncertain)"
            if not owned.is_sure:
                doubts.add(Doubt.ORGANISATION)
    if said.is_weak and basis == "text":
        doubts.add(Doubt.ORGANISATION)
    said.submitters = [_confirmed(each, confirmed) for each in said.submitters]
    said.supporters = [_confirmed(each, confirmed) for each in said.supporters]
    return replace(
        posting,
        organisations=tuple(dict.fromkeys(each.name for each in said.submitters)),
        organisation_basis=basis,
        supporters=tuple(dict.fromkeys(each.name for each in said.supporters)),
        person=person,
        parties=_parties(said, person, account or stretch.author),
    )


def _author(line: str | None) -> tuple[str | None, tuple[Named, ...]]:
    """Read the name over a posting: a person, or a person and whom they are with."""
    if not line:
        return None, ()
    name = re.sub(
        r"^(?:by|submitted\s+by|posted\s+by|from)\s+", "", line, flags=re.IGNORECASE
    ).strip()
    name = re.split(r"\s+(?:on|says|wrote)\b", name)[0].strip()
    if is_person(name):
        return name, ()
    apart = _COMPANY.match(name)
    if apart is not None and is_person(apart["person"]):
        return apart["person"].strip(), names_a_body(f"x, {apart['body']}")
    return None, names_a_body(f"x, {name}")


def _signed(text: str, person: str | None) -> Iterator[Named]:
    """Read the body off the line that a person signs, "Ana Ruiz, Adviser, DCU", or a line below."""
    lines = [each.strip() for each in text.split("\n") if each.strip()]
    for line in lines:
        if person is not None and line.startswith(person):
            yield from names_a_body(line)
    for line in lines[1:][-_LAST:]:
        if is_name(line) and not is_person(line):
            yield from names_in(line)


def _confirmed(named: Named, confirmed: Mapping[str, str]) -> Named:
    name = confirmed.get(named.name, named.name)
    return Named(name, named.acronym)


def _parties(said: Speakers, person: str | None, account: str | None) -> tuple[Party, ...]:
    """List everybody with a role; the first who speaks submits, further ones with it."""
    parties = [
        Party(each.name, PartyRole.CO_SUBMITTER if place else PartyRole.SUBMITTER, each.acronym,
              is_group(each.name))
        for place, each in enumerate(said.submitters)
    ]  # fmt: skip
    parties += [
        Party(each.name, PartyRole.SUPPORTER, each.acronym, is_group(each.name))
        for each in said.supporters
    ]
    if account is not None:
        parties.append(Party(account, PartyRole.POSTER))
    if person is not None:
        parties.append(Party(person, PartyRole.SIGNATORY))
    return tuple(dict.fromkeys(parties))
