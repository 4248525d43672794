"""The looks of a Word file that other Word files are to have: a house style, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A page, held upright: its size and its margins in twips, a twentieth of a point."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    right: int = 1134
    bottom: int = 1134
    left: int = 1134

    @property
    def turned(self) -> Paper:
        """The same on its side; the margins turn with it."""
        return Paper(self.height, self.width, self.left, self.top, self.right, self.bottom)

    @property
    def room(self) -> int:
        """What stands between the margins at the sides, in twips."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style of a template: its kind ("paragraph"), id, name and whole XML element."""

    kind: str
    id: str
    name: str
    xml: str


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The looks of a template: what styles rest on, its styles, its theme and its page.

    `defaults` and `theme` are XML, "" where the template has none; `paper` is None where it names
    no page.
    """

    file: str
    defaults: str
    styles: tuple[NamedStyle, ...]
    theme: str = ""
    paper: Paper | None = None
