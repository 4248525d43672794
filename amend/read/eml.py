"""An e-mail in, its source text out: the sender's words as blocks, its attachments beside them.

Quoted words and signatures stand in the margin: nothing of the mail is lost, and they ask for
nothing. An attachment is read by the reader of its suffix; its name is never a path.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

from amend.errors import ReadError
from amend.model.source import CITED, Block, BlockKind, Run, Source, SourceText
from amend.notices import Code, Notice
from amend.read import read_bytes as read_attached
from amend.read.files import few, load
from amend.read.mail_parts import Mail, bytes_of, opened, taken_apart
from amend.read.mail_words import Voice, voices
from amend.read.txt import read_text

# A mail in a mail is read so deep, and so many attachments of one mail.
DEEPEST = 4
MOST_ATTACHED = 50


def read(path: Path) -> SourceText:
    """Read an e-mail; raises ReadError."""
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read an e-mail that is in memory; raises ReadError if it is none, or holds too many parts."""
    return _read(data, file, 1)


def _read(data: bytes, file: str, depth: int) -> SourceText:
    mail = taken_apart(opened(data, file), file)
    blocks = tuple(_blocks(mail, file))
    attached = tuple(_attached(mail, file, depth))
    if not blocks and not attached and not mail.notices:
        hint = "Ask its sender for it again."
        raise ReadError("holds no text", where=file, hint=hint)
    digest = hashlib.sha256(data).hexdigest()
    notices = few(mail.notices)
    return SourceText(
        file, digest, "eml", blocks, notices=notices, letter=mail.letter, attached=attached
    )


def _blocks(mail: Mail, file: str) -> Iterator[Block]:
    """Yield the words of the body, then the head and the addresses of links: these ask nothing."""
    found = list(_of_html(mail, file)) if mail.kind == "html" else list(_of_lines(mail.body))
    letter = mail.letter
    head = (letter.sender, letter.organisation, letter.date, letter.subject)
    found += [_margin(each) for each in head if each]
    if mail.kind == "html":
        from amend.read.html_links import links

        found += [_margin(f"link: {each}") for each in links(mail.body)]
    for place, block in enumerate(found, 1):
        yield replace(block, source=Source(file, place))


def _of_lines(body: str) -> Iterator[Block]:
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for voice, group in groupby(zip(voices(lines), lines, strict=True), key=lambda each: each[0]):
        text = "\n".join(line for _, line in group)
        for block in read_text(text).blocks:
            yield block if voice is Voice.SENDER else _margin(block.after, voice)


def _of_html(mail: Mail, file: str) -> Iterator[Block]:
    """Yield the blocks of a page; whose they are is seen from their words."""
    from amend.read.html import read_bytes as read_page

    try:
        page = read_page(f"\ufeff{mail.body}".encode(), file)
    except ReadError as refusal:
        mail.notices.append(Notice(Code.TEXT_SKIPPED, file, f"{refusal.message}. {refusal.hint}"))
        return
    mail.notices += page.notices
    lines = [_lines(each) for each in page.blocks]
    said = iter(voices([line for each in lines for line in each]))
    for block, own in zip(page.blocks, lines, strict=True):
        yield from _parted(block, list(islice(said, len(own))))


def _lines(block: Block) -> list[str]:
    """Return the lines of a block, those of somebody else marked as plain text marks them."""
    sign = "> " if block.style == CITED else ""
    return [f"{sign}{line}" for line in block.after.split("\n")]


def _parted(block: Block, said: Sequence[Voice]) -> Iterator[Block]:
    """Part a block where another voice begins; whole ones keep their looks."""
    if set(said) == {Voice.SENDER}:
        yield block
        return
    for voice, group in groupby(zip(said, block.after.split("\n"), strict=True), itemgetter(0)):
        text = "\n".join(line for _, line in group).strip("\n")
        if text.strip():
            own = replace(block, runs=(Run(text),))
            yield own if voice is Voice.SENDER else _margin(text, voice)


def _margin(text: str, voice: Voice = Voice.SIGNATURE) -> Block:
    sign = "> " if voice is Voice.QUOTED and not text.startswith(">") else ""
    return Block((Run(f"{sign}{text}"),), Source("", 1), kind=BlockKind.MARGIN)


def _attached(mail: Mail, file: str, depth: int) -> Iterator[SourceText]:
    """Yield the attachments that can be read; each of the others gives a notice."""
    met: Counter[str] = Counter()
    for place, (name, part) in enumerate(mail.attached):
        met[name] += 1
        where = f"{file}, {f'{met[name]} ' if met[name] > 1 else ''}{name}"
        suffix = Path(name).suffix.lower()
        reason = ""
        if place >= MOST_ATTACHED:
            reason = f"only {MOST_ATTACHED} attachments of a mail are read; save it as a file."
        elif suffix == ".eml" and depth >= DEEPEST:
            reason = "it is a mail in too many mails; save it as a file of its own."
        else:
            try:
                yield _one(bytes_of(part), where, suffix, depth)
            except ReadError as refusal:
                reason = f"{refusal.message}. {refusal.hint}"
        if reason:
            mail.notices.append(Notice(Code.FILE_SKIPPED, where, reason))


def _one(data: bytes, where: str, suffix: str, depth: int) -> SourceText:
    return _read(data, where, depth + 1) if suffix == ".eml" else read_attached(data, where)
