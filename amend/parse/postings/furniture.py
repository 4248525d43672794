"""The lines of a page in, those of its discussion out: what the site prints is left out."""

from __future__ import annotations

import re

from amend.parse.postings.lines import Kind, Line

_FURNITURE = re.compile(
    r"(?:login|log\s+in|sign\s+in|register|moderators?|comments?|discussion|questions?|contributions?"
    r"|submissions?|posts?|replies|responses|search|menu|home|share|skip\s+to|sort\s+by|newest|oldest"
    r"|anonymous|facilitators?|participants?|members?|forum|consultation|commentaires|comentarios)\b",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:about\s+(?:the|us|this)|contact\s+us|disclaimer|privacy|terms\s+(?:of|and)|copyright|©|\(c\)"
    r"|follow\s+us|subscribe|newsletter|powered\s+by|related\s+(?:content|links|pages|posts)"
    r"|quick\s+links|site\s+map|sitemap|back\s+to\s+top|add\s+new\s+comment|leave\s+a\s+(?:reply|comment)"
    r"|all\s+rights\s+reserved|cookie|what\s+is\s+the|share\s+this|you\s+might|latest\s+news|partners$"
    r"|log\s*in\s+to|sign\s+up)\b",
    re.IGNORECASE,
)
_SHORT_HEADING = 8


def discussion(lines: list[Line]) -> list[Line]:
    """Leave out what the site prints before the first posting and behind the last."""
    closers = [n for n, each in enumerate(lines) if each.kind in {Kind.REPLY, Kind.PICTURE}]
    first, last = (closers[0], closers[-1]) if closers else (len(lines), -1)
    start = max((n + 1 for n in range(first) if is_furniture(lines[n])), default=0)
    end = next((n for n in range(last + 1, len(lines)) if _is_foot(lines[n])), len(lines))
    return lines[start:end]


def is_furniture(line: Line) -> bool:
    """Whether a line is a short heading or a button of the site."""
    if line.kind is Kind.BUTTON:
        return True
    text = line.text
    is_short = 0 < len(text.split()) <= _SHORT_HEADING and not re.search(r"[.?!:,;]$", text)
    return line.kind is Kind.BODY and is_short and _FURNITURE.match(text) is not None


def _is_foot(line: Line) -> bool:
    text = line.text
    return line.kind in {Kind.BODY, Kind.BUTTON} and _FOOT.match(text) is not None
