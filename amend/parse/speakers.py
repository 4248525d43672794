"""The author and the first words of a comment in, the names it speaks for out."""

from __future__ import annotations

import re

from amend.text.late import late

# What Word and its like put where nobody has set a name.
_NOBODY = late(
    r"(?:(?:microsoft|ms)\s+)?(?:office\s+)?"
    r"(?:author|user|account|admin(?:istrator)?|owner|guest)\s?\d*"
    r"|windows\s+user|unknown(?:\s+author)?|reviewer\s?\d*|anonymous|default(?:\s+user)?"
    r"|usuario(?:\s+de\s+\w+)?|utilisateur(?:\s+\w+)?|autore?|auteur|administrador|administrateur"
    r"|автор|пользователь|作者|用户|مستخدم|المؤلف"
    r"|[\w-]{0,40}-?pc\d*|dell|hp|lenovo|asus|acer|toshiba|samsung|sony|apple|python-docx",
    re.IGNORECASE,
)
_SMALL = r"(?:the|of|and|de|la|los|las|del|du|des|et|y|for)"
_BIG = r"[A-ZÀ-ÞЀ-Я(][\w’'.&/()-]*"
_NAME = late(rf"(?:{_SMALL}\s+)*{_BIG}(?:\s+(?:{_SMALL}\s+)*{_BIG}){{0,5}}")
# Between two names, but for those that hold an "and" themselves.
_ONE = (
    r"(?!\s*(?:the\s+)?(?:China|Tobago|Herzegovina|Barbuda|Nevis|Pr[ií]ncipe|Grenadines|Caicos)\b)"
)
_BETWEEN = late(rf"\s*[,;/]\s*(?:and\s+)?|\s*[&+]{_ONE}\s*|\s+(?:and|et|y){_ONE}\s+")
_ARTICLE = re.compile(r"^(?:the|la|los|el|le|les)\s+", re.IGNORECASE)
# Words that stand before a colon, in brackets or with a capital, and are nobody.
_NO_NAME = late(
    r"\b(?:comments?|notes?|nb|questions?|q|a|answers?|repl(?:y|ies)|response|propos\w*|rationale"
    r"|reasons?|justification|explanation|suggest\w*|edits?|text|alt\w*|options?|add\w*|delet\w*"
    r"|insert\w*|replac\w*|agreed?|re|para\w*|pp?s?|op|todo|tbc|tbd|ok|better|new|old|instead|see"
    r"|language|wording|title|chapeau|read|should|change\w*|correct\w*|please|use|move\w*|merge\w*"
    r"|keep|retain|bracket\w*|footnote|article|section|rev|draft|remark|example|why|what|who|where"
    r"|when|how|here|this|that|these|we|i|it|formatting|typo|editorial|source|cf|ref\w*|amend\w*"
    r"|current|support\w*|oppos\w*|reserv\w*|strong\w*|fyi|issue|concern|observation|first|second"
    r"|third|finally|also|however|translation|nota|comentario|commentaire|propuesta|proposition"
    r"|justificaci[oó]n|supprimer|suprimir|remplacer|sustituir|ajouter|añadir)\b",
    re.IGNORECASE,
)
_ASKS = late(
    r"\s(?:proposes?|suggests?|requests?|recommends?|wants?|prefers?|asks?|wish(?:es)?|would\s+like"
    r"|supports?|opposes?|agrees?|disagrees?)\s(?![^.]*\b(?:but|we|i)\b)"
)
_CLOSERS = {"[": "]", "(": ")"}
_FURTHEST = 200


def is_nobody(author: str | None) -> bool:
    """Whether the author of a comment is what a program fills in, and no one's name."""
    return author is None or _NOBODY.fullmatch(author.strip()) is not None


def spoken(text: str) -> tuple[tuple[str, ...], str]:
    """Part the names a comment speaks for, "EU, US: delete", from what it says; () for none."""
    said = text.strip()
    closer = _CLOSERS.get(said[:1])
    who, what = _parted(said[1:], closer) if closer else _parted(said, ":")
    if closer and not what and said.endswith(closer):  # "[EU, US: delete]"
        who, what = _parted(said[1:-1], ":")
    names = named(who)
    if names and what:
        return names, what
    return _telling(said)


def _telling(said: str) -> tuple[tuple[str, ...], str]:
    """Part "The EU proposes to delete this" where others are said to ask."""
    verb = _ASKS.search(said[:_FURTHEST])
    names = named(said[: verb.start()]) if verb is not None else ()
    return (names, said[verb.start() :].strip()) if verb is not None and names else ((), said)


def _parted(text: str, sign: str) -> tuple[str, str]:
    place = text.find(sign, 0, _FURTHEST)
    if place < 0:
        return "", ""
    return text[:place].strip().rstrip(":"), text[place + 1 :].strip().removeprefix(":").strip()


def named(listed: str) -> tuple[str, ...]:
    """Part a list of names, "EU, US and Japan"; () where it lists anything but names.

    "G77 and China" is one name.
    """
    if not listed.strip() or len(listed) > _FURTHEST or _NO_NAME.search(listed):
        return ()
    parts = [_ARTICLE.sub("", each.strip()) for each in _BETWEEN.split(listed.strip())]
    return tuple(parts) if all(_NAME.fullmatch(each) for each in parts) else ()
