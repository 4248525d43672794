"""The margin comments of a block in, what their authors ask for there out.

In working files the comments carry the proposals. A comment is a submission on the paragraph, and
on the words, that it is pinned to; what answers it is a submission of whoever answers. Whatever
asks for nothing gives a notice: it is never passed over, and nothing is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from amend.model.draft import Paragraph
from amend.model.proposal import Proposal
from amend.model.source import Block, Comment
from amend.notices import Code, Notice
from amend.parse.differences import short
from amend.parse.index import Base
from amend.parse.pins import Pin, pin_of
from amend.parse.prose import Found, Origin, where_of
from amend.parse.speakers import is_nobody, spoken
from amend.parse.voices import Voice


def comments_of(block: Block, base: Base, origin: Origin, tied: Paragraph | None = None) -> Found:
    """Read the comments of a block, each with its answers; `tied` is the paragraph it copies."""
    found = Found()
    for comment in block.comments:
        found.extend(
            _Thread(comment, block, base, origin, pin_of(comment, block, tied, base)).read()
        )
    return found


@dataclass(slots=True)
class _Thread:
    """One comment with its answers, on its way to proposals."""

    comment: Comment
    block: Block
    base: Base
    origin: Origin
    pin: Pin
    found: Found = field(default_factory=Found)

    def read(self) -> Found:
        """Read the comment, then its answers, which may speak of what it asks for."""
        comment = self.comment
        opened = self._said(comment.author, comment.date, comment.text, ())
        for each in comment.replies:
            self._said(each.author, each.date, each.text, opened)
        if comment.is_resolved and self.found.proposals:
            text = (
                f'the comment "{short(comment.text)}" of {comment.author or "somebody"} is marked '
            )
            text += "as resolved; what it asks for is read all the same."
            self._tell(Code.COMMENT_RESOLVED, text)
        return self.found

    def _said(
        self, author: str | None, date: str | None, text: str, opened: Sequence[Proposal]
    ) -> tuple[Proposal, ...]:
        """Read what one person says; return what it asks for."""
        names, words = spoken(text)
        by = names or (self.origin.by if is_nobody(author) else (author or "",))
        voice = Voice(
            self.pin,
            self.base,
            replace(self.origin, by=by, date=date[:10] if date else self.origin.date),
            self.block.source,
            opened,
            is_answer=text is not self.comment.text,
        )
        voice.read(words)
        raw = tuple(replace(each, raw=text) for each in voice.found.proposals)
        self.found.proposals += raw
        self.found.notices += voice.found.notices
        return raw

    def _tell(self, code: Code, text: str) -> None:
        self.found.notices.append(Notice(code, where_of(self.block.source), text))
