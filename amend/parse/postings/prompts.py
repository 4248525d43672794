"""A text in, whether it is a question or an invitation that opens a thread out."""

from __future__ import annotations

import re

_INVITES = re.compile(
    r"(?:please|kindly|you\s+are\s+invited\s+to|we\s+invite\s+you\s+to|feel\s+free\s+to|this\s+(?:thread|space)\s+is"
    r"|merci\s+de|veuillez|por\s+favor|sírvase)\b.{0,40}\b(?:share|post|submit|leave|add|send|provide"
    r"|comment|partager|poster|soumettre|comparta|envíe|publique|for\s+comments)\b"
    r".{0,80}\b(?:comments?|questions?|inputs?|views|feedback|suggestions?|commentaires|comentarios"
    r"|reply|below|here)\b",
    re.IGNORECASE,
)
_ABOUT_SITE = re.compile(
    r"what\s+(?:is|content)\b.{0,60}\b(?:hub|site|platform|page|portal)\b", re.IGNORECASE
)


def is_prompt(text: str) -> bool:
    """Whether a text does nothing but ask, in one language or several, or invites comments."""
    paragraphs = [each.strip() for each in text.split("\n") if each.strip()]
    if not paragraphs or _ABOUT_SITE.match(paragraphs[0]):
        return False
    asks = [each for each in paragraphs if re.search(r"[?？؟]\s*$", each)]
    titles = [each for each in paragraphs if each not in asks and len(each.split()) <= 6]
    if asks and len(asks) + len(titles) == len(paragraphs):
        return True
    return len(paragraphs) <= 3 and _INVITES.match(paragraphs[0]) is not None
