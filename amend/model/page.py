"""A saved discussion page as a reader hands it on: its lines, and what the markup says of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amend.notices import Notice


class Part(StrEnum):
    """What the markup says a line is; a page saved as plain text has nothing but TEXT."""

    TEXT = "text"
    HEADING = "heading"
    AUTHOR = "author"
    DATE = "date"
    EMAIL = "email"
    FILE = "file"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page; `number` is its line in the file, from 1, and rises or stays.

    `frame` is the place in `Page.frames` of the posting that the markup puts it in, or None.
    `link` is where a file or an address points: words to show, never a path to follow.
    """

    number: int
    text: str
    part: Part = Part.TEXT
    frame: int | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A posting that the markup sets apart; `parent` is the place of the one it replies to."""

    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page, its lines in reading order, blank ones too; `sha256` is of the file's bytes.

    `frames` is empty where the markup, or a plain text, does not tell posting from posting.
    """

    file: str
    sha256: str
    format: str
    lines: tuple[PageLine, ...]
    frames: tuple[Frame, ...] = ()
    notices: tuple[Notice, ...] = ()
