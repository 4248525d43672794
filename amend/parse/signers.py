"""The author of a tracked change in, who asks and who supports it out.

A file that amend wrote names all of them there: "Delta; Reef (supported by Gulf; Cape)". Programs
leave the field to whoever types, so no other sign parts it: "Smith, Ann" is one person.
"""

from __future__ import annotations

import re

_SUPPORTED = re.compile(r"^(.*?)\s*\(supported by ([^()]+)\)$", re.DOTALL)
_MORE = re.compile(r"and \d+ more")


def signers(author: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the proponents an author's name stands for, and their supporters, in its order."""
    found = _SUPPORTED.match(author.strip())
    by, supporters = (found[1], found[2]) if found is not None else (author, "")
    return _names(by) or (author,), _names(supporters)


def _names(listed: str) -> tuple[str, ...]:
    names = (each.strip() for each in listed.split(";"))
    return tuple(each for each in names if each and not _MORE.fullmatch(each))
