"""Values in, the elements of a picture out: what every drawing is written with.

Foreign text comes in through `element` and `text` alone, which escape it; looks are classes, for
the page forbids inline styles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from unicodedata import east_asian_width

from amend.render.cells import legal

Address = Callable[[str], str]
"""Where a key of the page is found: the link for it, or "" for none."""


def on_page(key: str) -> str:
    """Return the address of a key on the page that the picture stands in."""
    return f"#{key}"


def nowhere(key: str) -> str:
    """Return no address: a picture in a file of its own has nothing to lead to."""
    del key
    return ""


def element(name: str, *inside: str, **attributes: object) -> str:
    """Return an element around parts that are elements themselves; attributes are escaped.

    Names are given as Python writes them (class_, stroke_width); one of None is left out, and
    numbers are printed with one decimal at most.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{told}>{''.join(inside)}</{name}>" if inside else f"<{name}{told}/>"


def text(words: str) -> str:
    """Return foreign words as the inside of an element: escaped, and closed in their direction."""
    return f"\u2068{escape(legal(words))}\u2069" if words else ""


def titled(words: str) -> str:
    """Return the title of an element, which a browser shows beside the pointer."""
    return element("title", escape(legal(words)))


def linked(address: str, *inside: str, **attributes: object) -> str:
    """Return a link around parts; without an address, a plain group."""
    if not address:
        return element("g", *inside, **attributes)
    return element("a", *inside, href=address, **attributes)


def picture(
    key: str, size: tuple[float, float], title: str, told: Iterable[str], inside: Iterable[str],
    style: str = "", *, is_small: bool = False,
) -> str:  # fmt: skip
    """Return a whole drawing of a width and height in pixels, with its text for those who listen.

    `key` begins the ids of its title and description; `style` is a style sheet of ours for a file
    of its own, and empty on a page, which has one. `is_small` sets its letters smaller.
    """
    kind = f"picture {key} is-small" if is_small else f"picture {key}"
    width, height = (_value(each) for each in size)
    head = [
        element("title", escape(legal(title)), id=f"{key}-title"),
        element("desc", escape(legal("\n".join(told))), id=f"{key}-told"),
        *([element("style", escape(style, quote=False))] if style else []),
    ]
    return element(
        "svg", *head, *inside,
        xmlns="http://www.w3.org/2000/svg", class_=kind, role="group",
        width=width, height=height, viewBox=f"0 0 {width} {height}",
        aria_labelledby=f"{key}-title", aria_describedby=f"{key}-told",
    )  # fmt: skip


def fitted(words: str, room: int) -> str:
    """Return words cut to a room in letters; Chinese signs take two."""
    if _room(words) <= room:
        return words
    kept = ""
    for sign in words:
        if _room(kept + sign) >= room:
            break
        kept += sign
    return f"{kept.rstrip()}…"


def _room(words: str) -> int:
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in words)


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return escape(legal(str(value)))
