"""A symbol by font and code in, the character it looks like out."""

from __future__ import annotations

# Symbol fonts keep their signs in a private area, at the codes of ordinary letters.
_PRIVATE = 0xF000
_SYMBOL = {
    0x20: " ", 0x2D: "−", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xA2: "′",
    0xB2: "″", 0xE5: "∑", 0xD6: "√", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©",
}  # fmt: skip
_SYMBOL = {code: chr(code) for code in range(0x20, 0x80)} | _SYMBOL
_SYMBOL |= {0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "*"}
_SYMBOL |= dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
_SYMBOL |= dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "⬥",
    0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x4C: "☹",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(font: str, code: str) -> str:
    """Return the sign that `w:sym` draws, or "\ufffd" for one we have no character for.

    A code in an ordinary font is a character; one that is no number at all is lost.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    if 0xD800 <= number < 0xE000 or number > 0xFFFF or number < 0x20:
        return "\ufffd"
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(number & 0xFF, "\ufffd")
    if _PRIVATE <= number < _PRIVATE + 0x100:
        plain = chr(number - _PRIVATE)
        return plain if plain.isprintable() and number < _PRIVATE + 0x80 else "\ufffd"
    return chr(number)
