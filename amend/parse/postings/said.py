"""A page and its postings in, what it tells as a whole out: its host, moderators, names, year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from amend.model.page import Page
from amend.parse.postings.cuts import Stretch
from amend.parse.postings.dates import usual_year
from amend.parse.postings.lines import LONGEST
from amend.parse.postings.names import LIST, acronyms_in, known_names, names_in
from amend.parse.postings.persons import bears

_HOSTS = re.compile(
    rf"(?:[Tt]he\s+)?(?P<names>{LIST})(?:,\s[^,.]{{3,160}})?,?\s+"
    r"(?:has\s+|have\s+)?(?:opened?s?|launch\w*|host\w*|convene\w*|invites?|organi[sz]e\w*|set\s+up|created)\b"
    r"[^.]{0,60}?\b(?:discussion|space|consultation|forum|page|platform|comments|thread|inputs)\b"
)


_LONGEST_HEAD = 2000


@dataclass(frozen=True, slots=True)
class PageSays:
    """The host of a discussion and its moderators, names of bodies, what acronyms stand for."""

    host: str | None = None
    moderators: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    explained: dict[str, tuple[str, ...]] = field(default_factory=dict)
    year: str | None = None

    def moderator_of(self, address: str | None) -> str | None:
        """Return the moderator whose account an address is, by name, or None."""
        if address is None:
            return None
        return next((each for each in self.moderators if bears(address, each)), None)


def page_says(page: Page, found: Sequence[Stretch], prompts: Sequence[bool]) -> PageSays:
    """Gather what a page tells of itself; nobody answered most is taken for a moderator unasked.

    A moderator is one whom replies name and whose account put a prompt, or whom most replies name.
    """
    texts = [each.text[:LONGEST] for each in page.lines if each.text.strip()]
    # By place, not by line number: a whole page may stand on one line of its file.
    begins = page.lines.index(found[0].body[0].page) if found else 0
    head = [each.text[:_LONGEST_HEAD] for each in page.lines[:begins]]
    people = Counter(each.replied for each in found if each.replied)
    accounts = {
        each.account for each, asks in zip(found, prompts, strict=True) if asks and each.account
    }
    moderators = tuple(each for each in people if any(bears(one, each) for one in accounts))
    explained: dict[str, list[str]] = {}
    for text in texts:
        for acronym, name in acronyms_in(text).items():
            names = explained.setdefault(acronym, [])
            if name not in names:
                names.append(name)
    return PageSays(
        _host(head),
        moderators,
        known_names(texts),
        {acronym: tuple(names) for acronym, names in explained.items()},
        usual_year(texts),
    )


def _host(texts: Sequence[str]) -> str | None:
    for text in texts:
        for found in _HOSTS.finditer(text):
            names = names_in(found["names"])
            if names:
                return names[-1].name  # the one the verb stands next to
    return None
