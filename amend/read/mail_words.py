"""The lines of an e-mail in, whose words they are out: the sender's, quoted ones, a signature.

What a mail answers to, or forwards, was written by somebody else and is never the sender's wish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

# "On 3 May 2026 at 09:12, A B <a@b> wrote:", in the languages met, on one line or two.
_WROTE = re.compile(
    r"\s*(?:(?:On|El|Le|Il|Am|Em)\s.{4,200}?\s(?:wrote|escribió|a\s+écrit|ha\s+scritto|schrieb\b.{0,80}|escreveu)"
    r"|.{4,200}?(?:пишет|написала?|写道|كتب))\s*[:：]\s*$",
    re.IGNORECASE | re.DOTALL,
)
_FORWARDED = re.compile(
    r"\s*(?:-{2,}\s*(?:Original\s+Message|Forwarded\s+[Mm]essage|Message\s+(?:transféré|d['’]origine)"
    r"|Mensaje\s+(?:reenviado|original)|Ursprüngliche\s+Nachricht|Пересылаемое\s+сообщение|转发邮件|原始邮件)\s*-{2,}"
    r"|Begin\s+forwarded\s+message:|_{20,})\s*$",
    re.IGNORECASE,
)
# The head that Outlook sets over what is answered: two such lines at least.
_HEAD = re.compile(
    r"\s*\*?(?:From|Sent|To|Cc|Subject|Date|De|Envoyé|Enviado|À|Para|Objet|Asunto|Von|Gesendet|An|Betreff"
    r"|От|Отправлено|Кому|Тема|发件人|发送时间|收件人|主题|من|إلى)\s*[:：]\*?\s*\S",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\s{0,3}>")
_SIGNATURE = re.compile(r"--\s?$")
_CLOSING = re.compile(
    r"\s*(?:(?:with\s+)?(?:best|kind|warm|warmest)?\s*(?:regards|wishes)|sincerely(?:\s+yours)?"
    r"|yours\s+\w+|many\s+thanks|cordialement|bien\s+à\s+vous|(?:un\s+)?(?:cordial\s+)?saludos?|atentamente"
    r"|mit\s+freundlichen\s+grüßen|с\s+уважением|此致|مع\s+(?:أطيب\s+)?(?:ال)?تحي(?:ة|ات))\s*[,.،，!]?\s*$",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 10


class Voice(StrEnum):
    """Whose words a line of a mail holds."""

    SENDER = "sender"
    QUOTED = "quoted"
    SIGNATURE = "signature"


def voices(lines: Sequence[str]) -> list[Voice]:
    """Say of each line whose words it holds."""
    found = [Voice.QUOTED if _QUOTE.match(line) else Voice.SENDER for line in lines]
    for place, line in enumerate(lines):
        if found[place] is not Voice.SENDER:
            continue
        if _FORWARDED.match(line) or _is_head(lines, place):
            found[place:] = [Voice.QUOTED] * (len(lines) - place)
            break
        end = _introduced(lines, place)
        if end:
            is_marked = any(each is Voice.QUOTED for each in found[end:])
            last = end if is_marked else len(lines)
            found[place:last] = [Voice.QUOTED] * (last - place)
    _sign(lines, found)
    return found


def _introduced(lines: Sequence[str], place: int) -> int:
    """Return the line behind "... wrote:", which may be broken once; 0 if this is none."""
    if not lines[place].strip():
        return 0
    if _WROTE.match(lines[place]):
        return place + 1
    two = " ".join(lines[place : place + 2])
    return place + 2 if place + 1 < len(lines) and _WROTE.match(two) else 0


def _is_head(lines: Sequence[str], place: int) -> bool:
    near = [line for line in lines[place : place + 8] if line.strip()][:4]
    return len(near) > 2 and all(_HEAD.match(line) for line in near[:3])


def _sign(lines: Sequence[str], found: list[Voice]) -> None:
    """Mark the signature: what follows "-- ", or a closing formula and a few short lines."""
    own = [place for place, each in enumerate(found) if each is Voice.SENDER]
    for place in own:
        behind = [n for n in own if n > place]
        filled = [n for n in behind if lines[n].strip()]
        is_closing = _CLOSING.match(lines[place]) and len(filled) <= _LONGEST_SIGNATURE
        if _SIGNATURE.match(lines[place]) or is_closing:
            for each in (place, *behind):
                found[each] = Voice.SIGNATURE
            return
