"""A count in, its name in German or Spanish out, as Word spells list numbers.

Where the sources on Word's own spelling disagree, as on Spanish 21 to 29, there is none: None.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_GERMAN = _words(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
_GERMAN_TENS = _words("- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_GERMAN_ORDINALS = {"eins": "erste", "drei": "dritte", "sieben": "siebte", "acht": "achte"}


def _german(count: int) -> str:
    thousands, rest = divmod(count, 1000)
    words = _german_stem(_german(thousands)) + "tausend" if thousands else ""
    hundreds, rest = divmod(rest, 100)
    words += _german_stem(_GERMAN[hundreds]) + "hundert" if hundreds else ""
    if rest >= 20:
        tens, unit = divmod(rest, 10)
        return words + (_german_stem(_GERMAN[unit]) + "und" if unit else "") + _GERMAN_TENS[tens]
    return words + (_GERMAN[rest] if rest or not words else "")


def _german_stem(words: str) -> str:
    return words[:-1] if words.endswith("eins") else words


def german_cardinal(count: int) -> str:
    """Return "Einhundertdreiundzwanzig"."""
    return _german(count).capitalize()


def german_ordinal_words(count: int) -> str:
    """Return "Einhundertdreiundzwanzigste"; up to nineteen the ending is -te."""
    words = _german(count)
    last = count % 100
    if not 0 < last < 20:
        return f"{words}ste".capitalize()
    stem = _GERMAN[last]
    return (words.removesuffix(stem) + _GERMAN_ORDINALS.get(stem, f"{stem}te")).capitalize()


_SPANISH = _words(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte"
)
_SPANISH_TENS = _words("- - veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_SPANISH_HUNDREDS = _words(
    "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)
_SPANISH_ORDINALS = _words(
    "- primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo "
    "- decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno"
)
_SPANISH_TENTHS = _words(
    "- décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo "
    "nonagésimo"
)


def spanish_cardinal(count: int) -> str | None:
    """Return "Treinta y uno"; None from 1,000 on and for 21 to 29."""
    hundreds, rest = divmod(count, 100)
    if count >= 1000 or 20 < rest < 30:
        return None
    if count == 100:
        return "Cien"
    words = [_SPANISH_HUNDREDS[hundreds]] if hundreds else []
    if rest > 20:
        tens, unit = divmod(rest, 10)
        words.append(_SPANISH_TENS[tens] + (f" y {_SPANISH[unit]}" if unit else ""))
    elif rest or not words:
        words.append(_SPANISH[rest])
    return " ".join(words).capitalize()


def spanish_ordinal_words(count: int) -> str | None:
    """Return "Vigésimo tercero"; None for 0, 13 and from 100 on."""
    if not 0 < count < 100 or count == 13:
        return None
    if count < 20:
        return _SPANISH_ORDINALS[count].capitalize()
    tens, unit = divmod(count, 10)
    words = _SPANISH_TENTHS[tens] + (f" {_SPANISH_ORDINALS[unit]}" if unit else "")
    return words.capitalize()
