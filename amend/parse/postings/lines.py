"""The lines of a page in, what each is to a discussion out: body, reply line, picture, button."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from amend.model.page import PageLine, Part


class Kind(Enum):
    """What a line is (domain A.1): `MORE` is a teaser's link, `BUTTON` belongs to the site."""

    BLANK = auto()
    BODY = auto()
    REPLY = auto()
    PICTURE = auto()
    MORE = auto()
    BUTTON = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its kind; `name` is whom a reply line or a picture names, e-mail or name.

    `is_rule` marks a line without any sign in it: one that holds a no-break space is none.
    """

    page: PageLine
    kind: Kind
    name: str = ""
    is_rule: bool = False

    @property
    def number(self) -> int:
        """Its line in the file, from 1."""
        return self.page.number

    @property
    def text(self) -> str:
        """Its words without the white space round them, as far as they are looked at."""
        return self.page.text.strip()[:LONGEST]


EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
LONGEST = 10_000
"""Characters of a line, and of a posting, that are looked at; pages come from strangers."""
_PARTICLES = r"(?:(?:van|von|der|de|del|la|da|al|bin|el)\s+){0,2}"
_SOMEBODY = rf"(?-i:[A-ZÀ-Þ][^\s:;,]*(?:\s+{_PARTICLES}[A-ZÀ-Þ][^\s:;,]*){{0,4}})"
# A title may stand between: "In reply to Light for harbours by Ana Ruiz"; an account may be a word.
_REPLY = re.compile(
    rf"""(?:in\s+reply\s+to|replying\s+to|en\s+respuesta\s+a|en\s+réponse\s+à)
    (?:\s+(?P<by>{_SOMEBODY})
      |(?:\s+(?!by\b)(?:(?!\.\s).){{0,200}}?)?\s+(?:by|por|par)\s+(?P<account>{_SOMEBODY}|\S+))""",
    re.IGNORECASE | re.VERBOSE,
)
_PICTURE = re.compile(
    r"""(?:(?:profile|user)\s+)?(?:picture|photo|image|avatar)\s+(?:for|of)\s+(?:user\s+)?(?P<a>\S.*)
    | (?P<b>\S.*?)['’]s\s+(?:profile\s+)?(?:picture|photo|avatar)
    | (?:imagen|foto)\s+de(?:\s+perfil\s+de)?l\s+usuario\s+(?P<c>\S.*)
    | (?:image|photo)\s+de\s+profil\s+de\s+l['’]utilisateur\s+(?P<d>\S.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_USER = re.compile(r"\b(?:user|profile|perfil|usuario|profil|utilisateur)\b|@", re.IGNORECASE)
_MORE = re.compile(
    r"(?:\[?(?:read|show|see|view|load)\s+(?:more|all)\]?|lire\s+(?:la\s+suite|plus)|leer\s+más|ver\s+más)"
    r"\s*(?:[.…»>→]+)?",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"""(?:perma-?link|permalien|enlace\s+permanente|reply|répondre|responder|quote|edit|delete
    |report(?:\s+(?:abuse|this))?|flag|like|share|print|copy\s+link|(?:\d+\s+)?(?:likes?|replies|votes?)
    |add\s+(?:a\s+)?(?:new\s+)?comment|post\s+(?:a\s+)?comment|leave\s+a\s+(?:comment|reply)
    |log\s?in(?:\s+or\s+register)?(?:\s+to\s+(?:post|leave|reply|comment).*)?|sign\s+in.*|\#\d+|up|top
    |not\s+verified|\(not\s+verified\)|new|anonymous)
    \s*(?:\(\d+\))?""",
    re.IGNORECASE | re.VERBOSE,
)


def line_of(page: PageLine) -> Line:
    """Say what a line is; what the markup knows of it counts before its words."""
    text = page.text.strip()
    if not text:
        return Line(page, Kind.BLANK, is_rule=not page.text)
    if page.part not in {Part.TEXT, Part.HEADING}:
        return Line(page, Kind.BUTTON)
    reply = _REPLY.fullmatch(text)
    if reply is not None:
        return Line(page, Kind.REPLY, (reply["account"] or reply["by"]).strip())
    picture = _PICTURE.fullmatch(text)
    if picture is not None and _OF_USER.search(text):
        named = next(each for each in picture.groups() if each)
        address = EMAIL.search(named)
        return Line(page, Kind.PICTURE, address[0] if address else named.strip())
    if _MORE.fullmatch(text):
        return Line(page, Kind.MORE)
    if _BUTTON.fullmatch(text):
        return Line(page, Kind.BUTTON)
    return Line(page, Kind.BODY)
