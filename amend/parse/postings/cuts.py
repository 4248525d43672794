"""The lines of a page in, its postings as stretches of lines out (domain A.1, A.2).

A reply line or a picture closes a posting, in this order; a mention opens one. Between top-level
posts without a picture nothing shows: there the words decide, and every such cut is in doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from amend.model.page import Page, Part
from amend.model.submission import Attached, Doubt
from amend.parse.postings.contents import parted
from amend.parse.postings.furniture import discussion, is_furniture
from amend.parse.postings.lines import EMAIL, LONGEST, Kind, Line, line_of
from amend.parse.postings.prompts import is_prompt
from amend.parse.postings.stages import heading_stage, is_stage_only

_SOME_WORDS = 9


@dataclass(slots=True)
class Stretch:
    """The lines of one posting; `replied` is whom its reply line names, `picture` its account.

    `parent` is the place of the posting it answers where the markup tells; `heading` what stood
    over it on the page, outside any posting.
    """

    lines: list[Line]
    replied: str | None = None
    is_reply: bool = False
    picture: str | None = None
    author: str | None = None
    posted: str | None = None
    addresses: list[str] = field(default_factory=list)
    files: list[Attached] = field(default_factory=list)
    frame: int | None = None
    parent: int | None = None
    heading: str = ""
    mention: str = ""
    doubts: set[Doubt] = field(default_factory=set)

    @property
    def body(self) -> list[Line]:
        """The lines somebody wrote."""
        return [each for each in self.lines if each.kind is Kind.BODY]

    @property
    def is_teaser(self) -> bool:
        """Whether a link to the rest stands below the text."""
        return any(each.kind is Kind.MORE for each in self.lines)

    @property
    def text(self) -> str:
        """What was written, as far as it is looked at, without mention and teaser's link."""
        return self.whole[:LONGEST]

    @property
    def whole(self) -> str:
        """All that was written, a line for each line, without mention and teaser's link."""
        lines = [each.page.text.strip() for each in self.body]
        if lines and self.mention and lines[0].startswith(self.mention):
            lines[0] = lines[0][len(self.mention) :].strip()
        return "\n".join(lines)

    @property
    def account(self) -> str | None:
        """The e-mail address of its account, or the one address it is signed with."""
        if self.picture and EMAIL.fullmatch(self.picture):
            return self.picture
        if len(set(self.addresses)) == 1:
            return self.addresses[0]
        return None


def stretches(page: Page) -> list[Stretch]:
    """Cut a page into postings, in its order; site furniture before and behind is left out."""
    lines = [line_of(each) for each in page.lines]
    found = list(_framed(page, lines) if page.frames else _flat(discussion(lines)))
    people = Counter(each.replied for each in found if each.replied)
    for each in found:
        _take_mention(each, people)
        if each.files and not each.body:
            each.lines = [_as_said(line) for line in each.lines]
    return [each for each in found if each.text.strip()]


def _as_said(line: Line) -> Line:
    """Take the name of a file for what was said, where nothing else was."""
    return Line(line.page, Kind.BODY) if line.page.part is Part.FILE else line


def _take_mention(stretch: Stretch, people: Iterable[str]) -> None:
    """A parent's name before the body is a mention of the one replied to, not the author."""
    first = next((each for each in stretch.body), None)
    for name in people:
        if first is None or not re.match(rf"@?{re.escape(name)}(?!\w)", first.text):
            continue
        alone = first.text.lstrip("@") == name
        if alone and len(stretch.body) > 1:
            at = stretch.lines.index(first)
            stretch.lines[at] = Line(first.page, Kind.BUTTON)
        elif stretch.is_reply:
            stretch.mention = name
        return


def _framed(page: Page, lines: Sequence[Line]) -> Iterator[Stretch]:
    """Return the postings that the markup sets apart, and prompts that stand between them."""
    made: dict[int, Stretch] = {}
    order: list[Stretch] = []
    heading = ""
    for frame, group in groupby(lines, key=lambda each: each.page.frame):
        if frame is not None:
            if frame not in made:
                made[frame] = Stretch([], frame=frame, parent=page.frames[frame].parent)
                made[frame].heading = heading
                order.append(made[frame])
            _fill(made[frame], group)
            continue
        outside = _attached(order[-1] if order else None, list(group))
        heading = _heading(outside) or heading
        if len(made) < len(page.frames) and any(is_prompt(each.text) for each in outside):
            order.append(Stretch([]))
            _fill(order[-1], _behind_furniture(outside))
    yield from order


def _behind_furniture(lines: list[Line]) -> list[Line]:
    start = max((n + 1 for n, each in enumerate(lines) if is_furniture(each)), default=0)
    return lines[start:]


def _fill(stretch: Stretch, lines: Iterable[Line]) -> None:
    for each in lines:
        _take(stretch, each)


def _take(stretch: Stretch, line: Line) -> None:
    """Put a line where it belongs: the body, or what is known of who posted it and when."""
    stretch.lines.append(line)
    part, text = line.page.part, line.text
    if line.kind is Kind.REPLY:
        stretch.replied, stretch.is_reply = line.name, True
    elif line.kind is Kind.PICTURE:
        stretch.picture = stretch.picture or line.name
    elif part is Part.AUTHOR and text:
        stretch.author = stretch.author or text
    elif part is Part.DATE and text:
        stretch.posted = stretch.posted or text
    elif part is Part.EMAIL and EMAIL.fullmatch(text):
        stretch.addresses.append(text)
    elif part is Part.FILE:
        stretch.files.append(Attached(text, line.page.link or ""))
    if line.kind is Kind.BODY:
        stretch.addresses += EMAIL.findall(text)


def _attached(last: Stretch | None, outside: list[Line]) -> list[Line]:
    """Give the last posting the reply line and picture that stand right behind its box."""
    rest = list(outside)
    while last is not None and rest:
        first = rest[0]
        is_its = (first.kind is Kind.REPLY and not last.is_reply) or (
            first.kind is Kind.PICTURE and last.picture is None
        )
        if first.kind is not Kind.BLANK and not is_its:
            break
        if is_its:
            _take(last, first)
        rest.pop(0)
    return rest


def _heading(lines: Iterable[Line]) -> str:
    """Return the heading, or question, that the postings below stand under."""
    said = [each for each in lines if each.kind is Kind.BODY]
    heads = [each.text for each in said if each.page.part is Part.HEADING or "?" in each.text]
    named = [each.text for each in said if heading_stage(each.text)]
    return (heads or named or [""])[-1]


def _flat(lines: list[Line]) -> Iterator[Stretch]:
    """Yield postings by their closing lines, then cut what holds several (domain A.1.1, A.1.3)."""
    heading = ""
    seen: list[str] = []
    for block in _closed(lines):
        pieces = parted(block.lines, seen, is_reply=block.is_reply)
        for at, (piece, doubts) in enumerate(pieces):
            is_last = at == len(pieces) - 1
            stretch = block if is_last else Stretch([])
            stretch.lines = piece
            stretch.doubts |= doubts
            stretch.addresses = [a for each in piece if each.kind is Kind.BODY
                                 for a in EMAIL.findall(each.text)]  # fmt: skip
            heading = _take_heading(stretch) or heading
            if _is_left_over(stretch):
                continue
            stretch.heading = heading
            seen.append(stretch.text)
            yield stretch


def _take_heading(stretch: Stretch) -> str | None:
    """Take off a line that only names a stage, above the first posting of its thread."""
    body = stretch.body
    if not body or not is_stage_only(body[0].text):
        return None
    at = stretch.lines.index(body[0]) + 1
    if at < len(stretch.lines) and stretch.lines[at].kind is not Kind.BLANK:
        return None
    while at < len(stretch.lines) and stretch.lines[at].is_rule:
        at += 1
    stretch.lines = stretch.lines[at:]
    return body[0].text


def _is_left_over(stretch: Stretch) -> bool:
    """Whether nothing closes a stretch and nobody says anything in it: the foot of the page."""
    if stretch.is_reply or stretch.picture is not None or stretch.doubts:
        return False
    if any(len(each.text.split()) >= _SOME_WORDS for each in stretch.body):
        stretch.doubts.add(Doubt.BOUNDARY)
        return False
    return True


def _closed(lines: list[Line]) -> Iterator[Stretch]:
    """Yield the stretches up to each reply line and its picture, or each picture alone."""
    block = Stretch([])
    for at, line in enumerate(lines):
        is_closed = block.is_reply or block.picture is not None
        if is_closed and not _goes_on(block, lines, at):
            yield block
            block = Stretch([])
        _take(block, line)
    yield block


def _goes_on(block: Stretch, lines: list[Line], at: int) -> bool:
    """Whether a line still belongs to a posting whose reply line or picture has come.

    A line that holds a no-break space opens the next body; an empty one parts nothing.
    """
    line = lines[at]
    if line.kind is Kind.PICTURE:
        return block.is_reply and block.picture is None
    if line.kind is not Kind.BLANK or block.picture is not None:
        return line.is_rule
    following = next((each for each in lines[at:] if each.kind is not Kind.BLANK), None)
    return line.is_rule or (following is not None and following.kind is Kind.PICTURE)
