"""A Markdown file in, its source text out: headings, lists by indent, emphasis as a look."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from amend.labels import split_head
from amend.model.source import Block, BlockKind, Cell, Look, Run, Source, SourceText
from amend.read.files import decode, load, refuse_wordless

_HEADING = re.compile(r"(#{1,6})(?=\s|\w)(?!#)\s*(.*?)\s*#*$")
_ITEM = re.compile(r"(\d{1,4}[.)]|[-*+])(?:\s+|$)(.*)")
# What is no address is words: "[Option 1]: The States", "[shall](should)".
_REFERENCE = r"\[[^\]^]+\]:\s*<?(?:[a-z][a-z+.-]*:|www\.|\.{0,2}/|#)\S*(?:\s+[\"'(].*)?"
_QUIET = re.compile(
    rf"(\{{:.*\}}|={{2,}}|[-*+]\s+TOC|{_REFERENCE}|-{{3,}}|\*{{3,}}|_{{3,}})$", re.IGNORECASE
)
_UNDERLINED = re.compile(r"={2,}$")
_QUOTED = re.compile(r"(?:\s{0,3}>\s?)+")
_NOTE = re.compile(r"\[\^([^\]]+)\]:\s*(.*)")
_NOTE_MARK = re.compile(r"\[\^[^\]]+\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?=[^()\s/#:.@]*[/#:.@])[^()\s]*+(?:\s+\"[^\"]*\")?\)")
_ROW = re.compile(r"\|.*\|$")
_RULE_ROW = re.compile(r"\|[\s:|-]+\|$")
# Words between two marks hold no third such mark: so a page of stray stars is read in one pass.
_EMPHASIS = re.compile(
    r"(?<!\\)(?:"
    r"\*\*\*(?=\S)((?:(?!\*\*\*).)++)(?<=\S)\*\*\*"
    r"|\*\*(?=\S)((?:(?!\*\*).)++)(?<=\S)\*\*"
    r"|(?<!\*)\*(?=[^\s*])((?:[^*\\]|\\.|\*\*[^*]+\*\*)++)(?<=\S)\*(?!\*)"
    r"|~~(?=\S)((?:(?!~~).)++)(?<=\S)~~"
    r"|(?<!\w)__(?=\S)((?:(?!__).)++)(?<=\S)__(?!\w)"
    r"|(?<!\w)_(?=[^\s_])((?:[^_\\]|\\.|(?<=\w)_(?=\w))++)(?<=\S)_(?!\w))"
)
# Tags that say how words look. Underlining has no mark in Markdown: its tags stay to be seen.
_TAG = re.compile(
    r"</?(?P<name>span|sup|sub|small|font|mark|center|br|b|strong|i|em|s|del|strike)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TAG_MARKS = {
    "b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "strike": "~~",
    "br": " ",
}  # fmt: skip
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])")
# In the order of the pattern.
_LOOKS = (Look.BOLD | Look.ITALIC, Look.BOLD, Look.ITALIC, Look.STRIKE, Look.BOLD, Look.ITALIC)


@dataclass(slots=True)
class _Part:
    """A block while its lines are gathered."""

    kind: BlockKind = BlockKind.BODY
    level: int = 0
    number: str | None = None
    cell: Cell | None = None
    lines: list[str] = field(default_factory=list)


def read(path: Path) -> SourceText:
    """Read a Markdown file; raises ReadError."""
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read Markdown that is already in memory; raises ReadError if it is not UTF-8 or UTF-16."""
    blocks = tuple(
        _block(part, file, place)
        for place, part in enumerate(_parts(_printed(decode(data, file))), 1)
    )
    refuse_wordless(blocks, file)
    return SourceText(file, hashlib.sha256(data).hexdigest(), "md", blocks)


def _printed(text: str) -> str:
    """Leave comments out; one that never closes is text."""
    first, *others = text.split("<!--")
    parted = (each.partition("-->") for each in others)
    return first + "".join(tail if end else f"<!--{head}" for head, end, tail in parted)


def _block(part: _Part, file: str, place: int) -> Block:
    runs = tuple(_runs(_plain(" ".join(part.lines)), Look.PLAIN))
    return Block(
        runs or (Run(""),),
        Source(file, place),
        kind=part.kind,
        number=part.number,
        level=part.level,
        cell=part.cell,
    )


def _plain(text: str) -> str:
    text = _LINK.sub(r"\1", _NOTE_MARK.sub("", text)) if "[" in text else text
    if "<" not in text:
        return text
    return _TAG.sub(lambda tag: _TAG_MARKS.get(tag["name"].lower(), ""), text)


def _runs(text: str, look: Look) -> Iterator[Run]:
    """Turn emphasis into looks; a mark without its fellow stays in the text."""
    place = 0
    for match in _EMPHASIS.finditer(text):
        if match.start() > place:
            yield _run(text[place : match.start()], look)
        kind = match.lastindex or 0
        yield from _runs(match[kind], look | _LOOKS[kind - 1])
        place = match.end()
    if place < len(text):
        yield _run(text[place:], look)


def _run(text: str, look: Look) -> Run:
    words = _ESCAPED.sub(r"\1", text)
    return Run(unescape(words) if "&" in words else words, look=look)


def _parts(text: str) -> Iterator[_Part]:
    """Gather lines into blocks, parted by blank lines, heads, list marks, headings and rows."""
    part: _Part | None = None
    table, row = 0, 0
    for line in map(_unquoted, _without_front_matter(text.split("\n"))):
        words = line.strip()
        if _ROW.match(words):
            yield from _closed(part)
            part = None
            row, table = (row + 1, table) if row else (1, table + 1)
            if _RULE_ROW.match(words):
                row -= 1
            else:
                yield from _cells(words, table, row)
            continue
        row = 0
        if part is not None and _UNDERLINED.match(words):
            part.kind, part.level = BlockKind.HEADING, 1
        opened = None if not words or _QUIET.match(words) else _opened(line, words, part)
        if opened is not None or not words or _QUIET.match(words):
            yield from _closed(part)
            part = opened
        elif part is not None:
            part.lines.append(words)
        if part is not None and part.kind is BlockKind.HEADING:
            # A heading is one line; what stands below it is a paragraph, blank line or not.
            yield part
            part = None
    yield from _closed(part)


def _closed(part: _Part | None) -> tuple[_Part, ...]:
    return () if part is None else (part,)


def _unquoted(line: str) -> str:
    return _QUOTED.sub("", line, count=1) if line.lstrip().startswith(">") else line


def _without_front_matter(lines: list[str]) -> list[str]:
    if lines and lines[0].strip() == "---":
        for place, line in enumerate(lines[1:], 1):
            if line.strip() in {"---", "..."}:
                return lines[place + 1 :]
    return lines


def _opened(line: str, words: str, current: _Part | None) -> _Part | None:
    """Return the block that this line opens, or None if it goes on with the current one."""
    heading = _HEADING.match(words)
    if heading and (current is None or words[len(heading[1])].isspace()):
        return _Part(BlockKind.HEADING, len(heading[1]), lines=[heading[2]])
    note = _NOTE.match(words)
    if note:
        return _Part(BlockKind.NOTE, lines=[note[2]])
    level = (len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())) // 3
    item = _ITEM.match(words)
    if item:
        number = item[1] if item[1][0].isdigit() else None
        return _Part(level=level, number=number, lines=[item[2]])
    if current is None or split_head(words) is not None:
        return _Part(level=level, lines=[words])
    return None


def _cells(words: str, table: int, row: int) -> Iterator[_Part]:
    for column, text in enumerate(re.split(r"(?<!\\)\|", words.strip("|")), 1):
        if text.strip():
            yield _Part(cell=Cell(table, row, column), lines=[text.strip()])
