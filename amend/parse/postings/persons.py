"""The body of a posting in, who signed it out."""

from __future__ import annotations

import re
from collections.abc import Collection

from amend.text.bodies import GROUPS, NAME_NOUNS, STATES

_GIVEN = r"[A-ZÀ-Þ](?:[a-zà-ÿ'’]+(?:-?[A-ZÀ-Þ][a-zà-ÿ'’]+)*|\.)"
_PARTICLE = r"(?:van|von|de|del|della|der|den|da|dos|di|el|al|bin|ben|la|le|ter|ten|y)"
_PERSON = re.compile(
    rf"(?:(?:Mr|Ms|Mrs|Dr|Prof|Amb|Ambassador|H\.E)\.?\s+)?"
    rf"(?P<name>{_GIVEN}(?:\s+(?:{_PARTICLE}\s+){{0,2}}(?:{_GIVEN}|[A-ZÀ-Þ]{{2,}}(?![a-z]))){{1,3}})"
)
_TITLE = re.compile(r"^(?:(?:Mr|Ms|Mrs|Dr|Prof|Amb|Ambassador|H\.E)\.?\s+)+")
_CLOSING = re.compile(
    r"(?:best|kind|warm(?:est)?|with\s+(?:best|kind)|regards|sincerely|respectfully|yours\s+\w+"
    r"|thank(?:s|\s+you)(?:\s+(?:very|so)\s+much|\s+again)?|many\s+thanks|cordially|cordialement"
    r"|saludos(?:\s+cordiales)?|atentamente|gracias|merci)"
    r"(?:\s+regards|\s+wishes)?[\s,.!]*",
    re.IGNORECASE,
)
_REACH = 5  # lines from the end in which people sign
_MOST_WORDS = 25
_NO_NAMES = frozenset(
    """access and attached best better briefing child civil climate collective comments data dear
    decent detention draft final for global human immigration in international kind labor labour
    many migrant migrants migration new non please policy progress public racism regards return
    right rights secretary services smuggling social sustainable text thank the town united virtual
    wage warm women work zero""".split()
)


def is_person(words: str) -> bool:
    """Whether some words are the name of a person: two to four, none of them a body's noun."""
    found = _PERSON.fullmatch(words.strip(" ,.;:"))
    if found is None or found["name"] in STATES or found["name"] in GROUPS:
        return False
    parts = [each.lower().strip(".") for each in re.findall(r"[\w'’.-]+", found["name"])]
    return not any(each in NAME_NOUNS or each in _NO_NAMES for each in parts)


def signatory(text: str, others: Collection[str] = (), account: str | None = None) -> str | None:
    """Return the person who signed a text in its last lines, or None.

    A name counts behind a closing phrase, before a comma or dash and what the person is, or where
    the account bears it. `others` are people spoken to, never the one who signs.
    """
    lines = [each.strip() for each in text.split("\n") if each.strip()]
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _REACH), -1):
        name = _signed(lines, at, account)
        if name is not None and name not in others:
            return _TITLE.sub("", name)
    return None


def _signed(lines: list[str], at: int, account: str | None) -> str | None:
    line = lines[at]
    behind = None
    for each in _CLOSING.finditer(line):
        behind = each
    if behind is not None and is_person(line[behind.end() :]):
        return line[behind.end() :].strip(" ,.;:")
    if len(line.split()) > _MOST_WORDS:
        return None
    first, *rest = re.split(r"\s*[,;(|]\s*|\s+[-–—]\s*|\s{2,}", line)
    if not is_person(first):
        return None
    is_closed = at > 0 and _CLOSING.search(lines[at - 1]) is not None
    is_account = account is not None and bears(account, first)
    says_what = at > 0 and bool(rest) and rest[0][:1].isupper()
    is_last = at == len(lines) - 1 and len(lines) > 1
    return first.strip() if is_closed or is_account or says_what or is_last else None


def bears(address: str, name: str) -> bool:
    """Whether an e-mail address is made of a person's name: fkim, laurel.townhead, ltownhead."""
    handle = re.sub(r"[^a-z]", "", address.split("@")[0].casefold())
    parts = [re.sub(r"[^a-z]", "", each.casefold()) for each in name.split()]
    last = next((each for each in reversed(parts) if len(each) > 2), "")
    return bool(last) and last in handle
