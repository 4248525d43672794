"""A mail, and what its file is named for, in; whose it is out, with a notice where these differ.

A clerk sends on what a delegation asks for: who sends is evidence, and so is what the file, the
subject or an attachment is named for (docs/design/0045-whose-a-mail-is.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from amend.model.source import Letter
from amend.notices import Code, Notice
from amend.store.proponents import proponent_and_revision
from amend.text.bodies import GROUPS, STATES, UNITED_NATIONS

# "Submission by Norway", "Comments of the African Group on Rev 1": what is said of whom.
_SENT_BY = (
    r"\b(?:submissions?|comments?|inputs?|proposals?|amendments?|statement|views|position|edits"
    r"|observations|observaciones|propuestas?|propositions?|commentaires)\s+"
    r"(?:submitted\s+|received\s+)?(?:by|from|of|on\s+behalf\s+of|de|du|del)\s+"
    r"(?:the\s+|la\s+|le\s+|l['’])?(?P<name>{names})(?![\w'’-])"
)
_NOT_NAMED = "; write 'By: NAME' on top, or say --by NAME, if that is wrong."

Whose = tuple[tuple[str, ...], tuple[Notice, ...]]


def whose(letter: Letter, named: Sequence[str], file: str) -> Whose:
    """Return the proponents of a mail, and a notice where its sender is not whom it is named for.

    `named` are those its file is named for. A State, a group or a body of the United Nations that
    the file or the subject names goes before a sender who is none; of an unknown name the file must
    say a revision, too, as "picum-rev1.eml" does. () where nothing tells.
    """
    sender = letter.organisation or letter.sender
    if not sender:
        return tuple(named), ()
    if not is_body(sender):
        told = tuple(each for each in named if is_body(each)) or _of_subject(letter.subject)
        told = told or (tuple(named) if _is_agreed_form(file, letter.subject) else ())
        if told and not _is_among(sender, told):
            return told, (_differs(file, "its sender", told),)
    elif any(is_body(each) for each in named) and not _is_among(sender, named):
        return (sender,), (_differs(file, "the body it is named for", (sender,)),)
    return (sender,), ()


def whose_attached(names: tuple[str, ...], file: str) -> Whose:
    """Return the proponents of an attachment: those of its mail, or the body it is named for."""
    told = _named_for(file)
    if told and is_body(told) and not _is_among(told, names):
        return (told,), (_differs(file, "the sender of its mail", (told,)),) if names else ()
    return names, ()


def stem_of(file: str) -> str:
    """Return the stem of a file that came with a mail: "m.eml, Norway.docx" is Norway."""
    return Path(file.rpartition(", ")[2]).stem


def is_body(name: str) -> bool:
    """Whether a name is that of a State, a group of States or a body of the United Nations."""
    return _plain(name) in _bodies()


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return frozenset(_plain(each) for each in _names())


def _names() -> Iterator[str]:
    yield from STATES
    yield from GROUPS
    for short, names in UNITED_NATIONS.items():
        yield from (short, *names)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold())).removeprefix("the ")


@lru_cache(maxsize=1)
def _said_by() -> re.Pattern[str]:
    names = "|".join(re.escape(each) for each in sorted(_names(), key=len, reverse=True))
    return re.compile(_SENT_BY.replace("{names}", names), re.IGNORECASE)


def _of_subject(subject: str) -> tuple[str, ...]:
    """Return the body that a subject says something is from, if it is one alone."""
    found = {each["name"] for each in _said_by().finditer(subject)}
    return tuple(found) if len(found) == 1 else ()


def _named_for(file: str) -> str:
    return proponent_and_revision(stem_of(file), []).proponent or ""


def _is_agreed_form(file: str, subject: str) -> bool:
    """Whether a file is named as we ask, NAME-rev1; one saved under its subject is not."""
    stem = stem_of(file)
    is_subject = _plain(stem).endswith(_plain(subject)) if _plain(subject) else False
    return not is_subject and proponent_and_revision(stem, []).revision is not None


def _is_among(name: str, others: Sequence[str]) -> bool:
    """Whether a name is one of others, or one of them stands in it: "PICUM Secretariat"."""
    words = f" {_plain(name)} "
    return any(f" {_plain(other)} " in words or words in f" {_plain(other)} " for other in others)


def _differs(file: str, other: str, told: Sequence[str]) -> Notice:
    """Tell it, but never who the other is: a page without names would not know to leave it out."""
    text = f"it is taken to be from {', '.join(told)}, which is not {other}"
    return Notice(Code.PROPONENT_UNKNOWN, file, f"{text}{_NOT_NAMED}")
