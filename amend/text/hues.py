"""A colour as files write it in, the hue a reader would name out: red, orange, green, blue ..."""

from __future__ import annotations

import re
from functools import cache

# The colours that Word and web pages write as words.
_NAMED = {
    "black": "", "white": "", "auto": "", "none": "", "transparent": "", "inherit": "",
    "windowtext": "", "currentcolor": "", "initial": "",
    "red": "red", "darkred": "red", "crimson": "red", "maroon": "red", "firebrick": "red",
    "green": "green", "darkgreen": "green", "lime": "green", "lightgreen": "green",
    "blue": "blue", "darkblue": "blue", "navy": "blue", "lightblue": "blue", "royalblue": "blue",
    "cyan": "teal", "aqua": "teal", "teal": "teal", "darkcyan": "teal", "turquoise": "teal",
    "magenta": "purple", "darkmagenta": "purple", "purple": "purple", "violet": "purple",
    "fuchsia": "purple", "pink": "purple", "indigo": "purple",
    "yellow": "orange", "darkyellow": "orange", "orange": "orange", "gold": "orange",
    "gray": "grey", "grey": "grey", "darkgray": "grey", "darkgrey": "grey", "lightgray": "grey",
    "lightgrey": "grey", "silver": "grey",
}  # fmt: skip
# Where a hue ends on the wheel, in degrees; the theme colours of Word fall well inside.
_WHEEL = ((20, "red"), (70, "orange"), (165, "green"), (190, "teal"), (260, "blue"),
          (330, "purple"), (360, "red"))  # fmt: skip
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{2})?$")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\b")
_NEUTRAL = 32
_DARK = 80
_LIGHT = 240


@cache
def hue(colour: str) -> str:
    """Name the hue of "FF0000", "#f00", "rgb(255, 0, 0)" or "darkRed".

    It is red, orange (yellow too), green, teal, blue, purple or grey; "" for black, white and
    what is no colour, and for "auto".
    """
    said = colour.strip().lower()
    if said in _NAMED:
        return _NAMED[said]
    parts = _parts(said)
    if parts is None:
        return ""
    high, low = max(parts), min(parts)
    if high - low < _NEUTRAL:  # text scanned from print is seldom quite black
        return "" if high < _DARK or low > _LIGHT else "grey"
    angle = _angle(parts, high, high - low)
    return next(name for end, name in _WHEEL if angle <= end)


def _parts(said: str) -> tuple[int, int, int] | None:
    found = _RGB.match(said)
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    written = _HEX.match(said)
    if written is None:
        return None
    digits = written[1] if len(written[1]) == 6 else "".join(each * 2 for each in written[1])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _angle(parts: tuple[int, int, int], high: int, spread: int) -> float:
    """Return the place on the colour wheel, 0 to 360 degrees; red is at 0, green at 120."""
    red, green, blue = parts
    if high == red:
        return (60 * (green - blue) / spread) % 360
    if high == green:
        return 60 * (blue - red) / spread + 120
    return 60 * (red - green) / spread + 240
