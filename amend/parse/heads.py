"""A block in, its head out: the number it prints, its label, and the runs that are left."""

from __future__ import annotations

import re
from typing import NamedTuple

from amend.errors import LabelError
from amend.labels import Label, split_head
from amend.model.source import Block, BlockKind, Run
from amend.text.late import late

# "bis" typed behind a number that Word prints by itself: "9." + "bis. We commit".
_TYPED_RANK = late(r"\s*((?:bis|ter|quater|quat|quinquies|sexies|septies|octies|alt|pre)\b"
                         r"(?:\s*(?:\d|bis|ter|alt))?)[.):]?(?:\s+|$)", re.IGNORECASE)  # fmt: skip
# A paragraph that has no words of its own opens with its first point: "42. (a) The States".
_FIRST_POINT = re.compile(r"(?P<printed>\(?(?:a|i|а|أ)\))\s*(?=[^\s,;.])")
_FIGURE = re.compile(r"\w")
_OPTION = re.compile(
    r"[\[(]*((?:Proposed\s+Mechanism|Option|Alternative|Variant|Opción|Variante)(?:\s+|(?=\d))"
    r"(?:(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b|\((?:\d{1,2}|[A-Z])\)(?:\([IVX]{1,4}\))?))"
    r"\s*[)\]]?\s*(?:[:.–—]\s*|$|(?=\())",
    re.IGNORECASE,
)


class Head(NamedTuple):
    """What a block opens with; `label` may be relative, "(a)", and is None without a number.

    `runs` are what is left behind it, `text` is their after reading.
    """

    printed: str | None
    label: Label | None
    option: str | None
    runs: tuple[Run, ...]
    text: str


def head_of(block: Block, profile: str) -> Head:
    """Part the printed number, or the name of an option, from the words of a block."""
    text = block.after
    if block.number:
        numbered = _numbered(block, text, profile)
        if numbered is not None:
            return numbered
    first = text[:1]
    if (first and (first.isalnum() or first in "[(（–-§ \u200e\u200f")) or text[:1].isspace():
        found = split_head(text, profile) or _bracketed(block, text, profile)
        if found is not None:
            printed, label, rest = _with_first_point(*found)
            return _optional(printed, label, _without_head(block.runs, text, rest), rest)
    number = (block.number or "").strip()
    # A number we cannot read still stands on the page: "Chapter 2". A bullet is none.
    return _optional(number if _FIGURE.search(number) else None, None, block.runs, text)


def _with_first_point(printed: str, label: Label, rest: str) -> tuple[str, Label, str]:
    """Join a number and the first point behind it: "42. (a) first" is 42(a) without a chapeau."""
    point = _FIRST_POINT.match(rest) if label.figure and label.carrier != "S:" else None
    if point is None:
        return printed, label, rest
    first = Label.parse(f"({point['printed'].strip('()')})").under(label)
    return f"{printed} {point['printed']}", first, rest[point.end() :]


def _bracketed(block: Block, text: str, profile: str) -> tuple[str, Label, str] | None:
    """Read a heading whose number is not agreed: "[Article 3bis] (title)"."""
    end = text.find("]")
    if block.kind is not BlockKind.HEADING or not text.startswith("[") or end < 0:
        return None
    found = split_head(text[1:end], profile)
    if found is None or found[2].strip():
        return None
    return text[: end + 1], found[1], text[end + 1 :].lstrip()


def _numbered(block: Block, text: str, profile: str) -> Head | None:
    """Read a number that the program prints by itself, and a rank typed behind it."""
    number = (block.number or "").strip()
    typed = _TYPED_RANK.match(text)
    if typed:
        bare = number.rstrip(".")
        joined = f"{bare if bare.startswith('(') else bare.rstrip('.)')} {typed[1]}"
        label = label_of(joined, block.level, profile)
        if label is not None:
            return _optional(joined, label, drop(block.runs, typed.end()), text[typed.end() :])
    # A whole label typed behind an automatic bullet or number replaces it: "9bis. We commit".
    found = split_head(text, profile) if text[:1].isdigit() else None
    if found is not None and found[1].is_inserted:
        rest = found[2]
        return _optional(found[0], found[1], _without_head(block.runs, text, rest), rest)
    label = label_of(number, block.level, profile)
    return None if label is None else _optional(number, label, block.runs, text)


def label_of(number: str, level: int, profile: str) -> Label | None:
    """Read a number printed by a list; a plain number in a nested list is a sub-paragraph."""
    bare = number.strip().rstrip(".:").strip()
    if level > 0 and re.fullmatch(r"\d{1,3}\)?", bare):
        steps = Label.parse(f"1({bare.rstrip(')')})").steps
        return Label("", 0, "", steps)
    if level > 0 and re.fullmatch(r"[a-z]{1,4}\)?", bare):
        bare = f"({bare.rstrip(')')})"
    elif re.fullmatch(r"\(?[a-z]{1,2}\)", bare):
        bare = f"({bare.strip('()')})"
    try:
        return Label.parse(bare, profile)
    except LabelError:
        # Sections count in capitals, and are told from prose by what closes the figure: "IV."
        found = split_head(f"{number.strip()} Text", profile)
        return None if found is None else found[1]


def _optional(printed: str | None, label: Label | None, runs: tuple[Run, ...], text: str) -> Head:
    """Part "Option 2:" from the words, whether or not a number stands before it."""
    match = _OPTION.match(text)
    if match is None:
        return Head(printed, label, None, runs, text)
    if text.startswith(("[", "(")):
        return Head(printed, label, match[1], runs, text)
    whole = match.group().strip() if printed is None else f"{printed} {match.group().strip()}"
    return Head(whole, label, match[1], drop(runs, match.end()), text[match.end() :])


def drop(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """Take the first `count` characters of the after reading away; deleted words stay."""
    kept: list[Run] = []
    left = count
    for run in runs:
        if left > 0 and run.deleted is None:
            cut = min(left, len(run.text))
            left -= cut
            if cut < len(run.text):
                kept.append(Run(run.text[cut:], run.inserted, run.deleted, run.look, run.formatted))
        else:
            kept.append(run)
    return tuple(kept)


def _without_head(runs: tuple[Run, ...], text: str, rest: str) -> tuple[Run, ...]:
    """Leave the words behind a head; in "[9. text" the bracket belongs to them: "[text"."""
    if text.endswith(rest):
        return drop(runs, len(text) - len(rest))
    body = rest.lstrip("[")
    return (Run(rest[: len(rest) - len(body)]), *drop(runs, len(text) - len(body)))
