"""A count in, its name in English, French or Russian out, as Word spells list numbers."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def english_ordinal(count: int) -> str:
    """Return 1st, 2nd, 3rd, 11th."""
    tail = "th" if count % 100 in (11, 12, 13) else _ENGLISH_TAILS.get(count % 10, "th")
    return f"{count}{tail}"


_ENGLISH_TAILS = {1: "st", 2: "nd", 3: "rd"}
_ENGLISH = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = _words("- - twenty thirty forty fifty sixty seventy eighty ninety")
_ENGLISH_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def english_cardinal(count: int) -> str:
    """Return "One hundred twenty-one": Word leaves out the "and"."""
    words = []
    if count >= 1000:
        words += [english_cardinal(count // 1000).lower(), "thousand"]
    if count // 100 % 10:
        words += [_ENGLISH[count // 100 % 10], "hundred"]
    rest = count % 100
    if rest >= 20:
        unit = f"-{_ENGLISH[rest % 10]}" if rest % 10 else ""
        words.append(_ENGLISH_TENS[rest // 10] + unit)
    elif rest or not words:
        words.append(_ENGLISH[rest])
    return " ".join(words).capitalize()


def english_ordinal_words(count: int) -> str:
    """Return "Twenty-first"; only the last word changes."""
    words = english_cardinal(count).lower()
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last in _ENGLISH_ORDINALS:
        last = _ENGLISH_ORDINALS[last]
    else:
        last = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return (words[:cut] + last).capitalize()


_FRENCH = _words(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_FRENCH_TENS = _words(
    "- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt"
)


def french_cardinal(count: int) -> str:
    """Return "Deux cent vingt et un"; cent and quatre-vingt take their s only at the end."""
    words = []
    thousands, rest = divmod(count, 1000)
    if thousands > 1:
        words.append(_without_plural(french_cardinal(thousands).lower()))
    if thousands:
        words.append("mille")
    hundreds, rest = divmod(rest, 100)
    if hundreds > 1:
        words.append(_FRENCH[hundreds])
    if hundreds:
        words.append("cents" if hundreds > 1 and not rest else "cent")
    if rest or not words:
        words.append(_french_below_100(rest))
    text = " ".join(words)
    return text[0].upper() + text[1:]


def _without_plural(words: str) -> str:
    return words[:-1] if words.endswith(("cents", "vingts")) else words


def _french_below_100(count: int) -> str:
    if count < 20:
        return _FRENCH[count]
    ten, unit = count // 10, count % 10
    if ten in (7, 9):
        unit += 10
    if not unit:
        return _FRENCH_TENS[ten] + ("s" if ten == 8 else "")
    link = " et " if unit in (1, 11) and ten < 8 else "-"
    return _FRENCH_TENS[ten] + link + _FRENCH[unit]


def french_ordinal(count: int) -> str:
    """Return 1er, 2e, 3e."""
    return "1er" if count == 1 else f"{count}e"


def french_ordinal_words(count: int) -> str:
    """Return "Vingt et unième"; only 1 alone is "Premier"."""
    if count == 1:
        return "Premier"
    words = _without_plural(french_cardinal(count))
    if words.lower().endswith("cinq"):
        return words + "uième"
    if words.lower().endswith("neuf"):
        return words[:-1] + "vième"
    return words.removesuffix("e") + "ième"


_RUSSIAN_UNITS = _words(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
_RUSSIAN_TENS = _words(
    "- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
)
_RUSSIAN_HUNDREDS = _words(
    "- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
)
# Word prints "четвертый": we take it to leave the dots off the other ordinals, too.
_RUSSIAN_ORDINALS = {
    "один": "первый", "два": "второй", "три": "третий", "четыре": "четвертый", "шесть": "шестой",
    "семь": "седьмой", "восемь": "восьмой", "сорок": "сороковой", "девяносто": "девяностый",
    "сто": "сотый", "двести": "двухсотый", "триста": "трехсотый", "четыреста": "четырехсотый",
    "пятьсот": "пятисотый", "шестьсот": "шестисотый", "семьсот": "семисотый",
    "восемьсот": "восьмисотый", "девятьсот": "девятисотый", "пятьдесят": "пятидесятый",
    "шестьдесят": "шестидесятый", "семьдесят": "семидесятый", "восемьдесят": "восьмидесятый",
}  # fmt: skip
_RUSSIAN_GENITIVES = {
    "один": "одно", "два": "двух", "три": "трех", "четыре": "четырех", "сорок": "сорока",
    "девяносто": "девяносто", "сто": "сто", "двести": "двухсот", "триста": "трехсот",
    "четыреста": "четырехсот", "пятьсот": "пятисот", "шестьсот": "шестисот",
    "семьсот": "семисот", "восемьсот": "восьмисот", "девятьсот": "девятисот",
    "восемь": "восьми", "пятьдесят": "пятидесяти", "шестьдесят": "шестидесяти",
    "семьдесят": "семидесяти", "восемьдесят": "восьмидесяти",
}  # fmt: skip


def _russian(count: int, *, feminine: bool = False) -> list[str]:
    words = []
    thousands, rest = divmod(count, 1000)
    if thousands:
        last = 0 if thousands % 100 in (11, 12, 13, 14) else thousands % 10
        form = {1: "тысяча", 2: "тысячи", 3: "тысячи", 4: "тысячи"}.get(last, "тысяч")
        words += [*_russian(thousands, feminine=True), form]
    if rest // 100:
        words.append(_RUSSIAN_HUNDREDS[rest // 100])
    rest %= 100
    if rest >= 20:
        words.append(_RUSSIAN_TENS[rest // 10])
        rest %= 10
    if rest or not words:
        words.append({1: "одна", 2: "две"}.get(rest, _RUSSIAN_UNITS[rest])
                     if feminine else _RUSSIAN_UNITS[rest])  # fmt: skip
    return words


def russian_cardinal(count: int) -> str:
    """Return the count in Russian words, masculine."""
    return " ".join(_russian(count)).capitalize()


def russian_ordinal(count: int) -> str:
    """Return 1-ый, 2-ой, 3-ий, 13-ый: the ending is that of the ordinal's last word."""
    last = 0 if count % 100 in range(10, 20) else count % 10
    return f"{count}-{_RUSSIAN_TAILS.get(last, 'ый')}"


_RUSSIAN_TAILS = {2: "ой", 3: "ий", 6: "ой", 7: "ой", 8: "ой"}


def russian_ordinal_words(count: int) -> str:
    """Return the Russian ordinal, masculine; its last word changes."""
    thousands, rest = divmod(count, 1000)
    if thousands and not rest:
        words = _russian(thousands) if thousands > 1 else []
        stem = "".join(_russian_genitive(word) for word in words)
        return f"{stem}тысячный".capitalize()
    *words, last = _russian(count)
    default = last[:-1] + ("ый" if last.endswith("ь") else "")
    return " ".join([*words, _RUSSIAN_ORDINALS.get(last, default)]).capitalize()


def _russian_genitive(word: str) -> str:
    return _RUSSIAN_GENITIVES.get(word, word[:-1] + "и")
