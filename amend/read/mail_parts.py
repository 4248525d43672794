"""The bytes of an e-mail in; its body, its attachments and what its head tells, out.

A mail is taken apart with Python's own library, which is never shown more parts than a person
sends: each is counted before anything is parsed.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from amend.errors import ReadError
from amend.model.source import Letter
from amend.notices import Code, Notice
from amend.read.zipped import AGAIN

# Parts in parts: a mail in a mail in a mail has 3.
MOST_LAYERS = 60
MOST_PARTS = 500
_LAYER = re.compile(rb"(?im)^content-type:\s*(?:multipart|message)/")
_PART = re.compile(rb"(?im)^content-type:")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]+")
_ODD = (MessageError, ValueError, IndexError, AttributeError, TypeError, LookupError, KeyError)
_FIELDS = ("from", "date", "subject", "to", "sender", "organization")


@dataclass(slots=True)
class Mail:
    """An e-mail taken apart: `body` is its text, and `kind` "plain" or "html", or "" for none."""

    letter: Letter
    body: str = ""
    kind: str = ""
    attached: list[tuple[str, EmailMessage]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def opened(data: bytes, where: str) -> EmailMessage:
    """Parse a mail; raises ReadError for what is none, or has more parts than a person sends."""
    refuse_many(data, where)
    message = email.message_from_bytes(data, policy=default)
    if not any(name.lower() in _FIELDS for name in message.keys()):  # noqa: SIM118 - no mapping
        raise ReadError("is no e-mail: it has no From, Date or Subject", where=where, hint=AGAIN)
    return message


def refuse_many(data: bytes, where: str) -> None:
    """Raise ReadError for more parts, or parts in parts, than a person sends; nothing is parsed."""
    if len(_LAYER.findall(data)) > MOST_LAYERS or len(_PART.findall(data)) > MOST_PARTS:
        hint = "Save its attachments as files, one by one."
        raise ReadError("holds more parts than a person sends", where=where, hint=hint)


def taken_apart(message: EmailMessage, where: str) -> Mail:
    """Return the body and the attachments of a mail, and what could not be read of it."""
    mail = Mail(_letter(message))
    defects = sorted({type(each).__name__ for part in message.walk() for each in part.defects})
    if defects:
        text = f"the mail is not built as it should be ({', '.join(defects)}); look it over."
        mail.notices.append(Notice(Code.TEXT_SKIPPED, where, text))
    body = _body(message)
    for part in _leaves(message):
        if part is body or (_is_plain(part) and mail.kind == "plain" and not _name(part)):
            more = _unflowed(_decoded(part, where, mail.notices), part)
            mail.kind = mail.kind or part.get_content_subtype()
            mail.body = f"{mail.body}\n\n{more}".strip("\n")
        elif not _is_beside(part, body):
            mail.attached.append((_name(part) or _called(part), part))
    return mail


def _letter(message: EmailMessage) -> Letter:
    name, address = parseaddr(_field(message, "from") or _field(message, "sender"))
    subject = " ".join(_field(message, "subject").split())
    organisation = " ".join(_field(message, "organization").split())
    return Letter(" ".join(name.split()) or address, organisation, _date(message), subject)


def _field(message: EmailMessage, name: str) -> str:
    """Return a line of the head, decoded; "" where it is not there or cannot be read."""
    try:
        return _UNSEEN.sub(" ", str(message.get(name, "")))
    except _ODD:
        return ""


def _date(message: EmailMessage) -> str | None:
    try:
        sent = parsedate_to_datetime(_field(message, "date"))
        return (sent.astimezone(UTC) if sent.tzinfo else sent.replace(tzinfo=UTC)).isoformat()
    except (*_ODD, OverflowError):
        return None


def _body(message: EmailMessage) -> EmailMessage | None:
    try:
        return cast("EmailMessage | None", message.get_body(("plain", "html")))
    except _ODD:
        return None


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold something, in order; a mail in the mail is one of them."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart":
            inside = part.get_payload()
            if isinstance(inside, list):
                waiting += cast("list[EmailMessage]", inside)[::-1]
        else:
            yield part


def _is_plain(part: EmailMessage) -> bool:
    return part.get_content_type() == "text/plain"


def _is_beside(part: EmailMessage, body: EmailMessage | None) -> bool:
    """Whether a part only says the body again in HTML, or is a picture that stands in it."""
    is_again = part.get_content_type() == "text/html" and not _name(part) and body is not None
    is_picture = part.get_content_maintype() == "image" and part.get("content-id") is not None
    return is_again or is_picture


def _name(part: EmailMessage) -> str:
    """Return the name of an attachment without any folder; it is shown, and never a path."""
    try:
        name = part.get_filename() or ""
    except _ODD:
        name = ""
    return _UNSEEN.sub(" ", re.split(r"[/\\]", str(name))[-1]).strip()[-120:]


def _called(part: EmailMessage) -> str:
    kind = part.get_content_type()
    return (
        "attached message.eml" if kind == "message/rfc822" else f"attached {kind}".replace("/", " ")
    )


def bytes_of(part: EmailMessage) -> bytes:
    """Return what an attachment holds: its bytes, or a mail in the mail as a whole."""
    try:
        if part.get_content_maintype() == "message":
            return b"".join(each.as_bytes() for each in part.iter_parts())
        found = part.get_payload(decode=True)
    except (*_ODD, UnicodeError):
        return b""
    return found if isinstance(found, bytes) else b""


def _decoded(part: EmailMessage, where: str, notices: list[Notice]) -> str:
    """Return the text of a part; bytes that its encoding does not know are told."""
    data = bytes_of(part)
    try:
        charset = part.get_content_charset() or "utf-8"
        return data.decode(charset)
    except (*_ODD, UnicodeError):
        text = "its text is not in the encoding it names; letters may be missing."
        notices.append(Notice(Code.ENCODING_GUESSED, where, text))
        return data.decode("utf-8", errors="replace")


def _unflowed(text: str, part: EmailMessage) -> str:
    """Join lines that the sender's program broke, where it says that it did so (RFC 3676).

    A line that ends in a space goes on in the next of the same depth of quotation; the sign of a
    signature does not.
    """
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    is_dropped = str(part.get_param("delsp", "")).lower() == "yes"
    lines: list[str] = []
    open_at: str | None = None
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        words = line.lstrip(">")
        depth, words = ">" * (len(line) - len(words)), words.removeprefix(" ")
        is_sign = words == "-- "
        if open_at == depth and not is_sign:
            lines[-1] += words
        else:
            lines.append(f"{depth} {words}" if depth else words)
        is_open = words.endswith(" ") and not is_sign
        open_at = depth if is_open else None
        if is_open and is_dropped:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
