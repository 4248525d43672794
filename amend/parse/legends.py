"""The blocks of a file in, what its own legend says of looks out: "additions are underlined"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from amend.model.marks import FLAGS, Marks, Meaning, Rule, Sign
from amend.model.source import Block, Run
from amend.parse.legend_rules import Item, items_of, of_parties, worded
from amend.parse.shown_looks import shown
from amend.text.late import late
from amend.text.words import tokens

_LONGEST = 400
_MOST_LINES = 400
_SENTENCES = late(r"(?<=[.!?。])\s+|\n|。|[;；](?=\s*\S)")
_OPENERS = re.compile(r"[\[{]")
# Stems of the words of legends: what holds none of them is none, and is not looked at twice.
_LIKELY = late(
    r"bold|underl|underscor|stri[ck]|struck|italic|highlight|shad(?:ed|ing)|colou?r|bracket|braces"
    r"|\b(?:red|blue|green|purple|violet|magenta|pink|orange|yellow|gr[ae]y|legend|key|thus)\b"
    r"|cross|lined|like\s+this|gras|soulign|barr|ray[ée]|ratur|biff|surlign|couleur|rouge|bleu|vert"
    r"|jaune|crochet|légende|ainsi|negri|subraya|tacha|cursiv|resalta|sombrea|corchete|leyenda|clave"
    r"|roj[oa]|azul|verde|amarill|así|жирн|подч|черк|курсив|маркер|цвет|красн|син|зел[её]н|скобк"
    r"|легенд|обозначен|خط|سط|شط|أحمر|أزرق|أخضر|ظلل|أقواس|مفتاح|هكذا|粗|黑体|划线|斜体|红|蓝|绿|底色|图例|方括号|=",
    re.IGNORECASE,
)
# An instruction about one place: "the paragraph in brackets should be deleted".
_OF_ONE = re.compile(
    r"\b(?:the|this)\s+(?:\w+\s+)?(?:para(?:graph)?|sentence|phrase|word|term|reference)\s+in\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Legend:
    """What a document says of its own looks, in which words, and the places of those blocks."""

    marks: Marks
    places: frozenset[int]
    text: str


class _Line(NamedTuple):
    """A line that may be a legend: its text, its runs, and the places of its blocks."""

    text: str
    runs: tuple[Run, ...]
    places: tuple[int, ...]


def legend_of(blocks: Sequence[Block], known: set[tuple[str, ...]]) -> Legend | None:
    """Find the legend among blocks whose words are not those of the base; None without one.

    A look that the legend names and no other words bear is left out.
    """
    if not any(run.look or _OPENERS.search(run.text) for block in blocks for run in block.runs):
        return None
    rules: list[Rule] = []
    places: set[int] = set()
    said: list[str] = []
    for line in _lines(blocks, known):
        found = _rules_of(line) if _LIKELY.search(line.text) else ()
        if found:
            rules += [each for each in found if each not in rules]
            places.update(line.places)
            said.append(" ".join(line.text.split()))
    others = [block for place, block in enumerate(blocks) if place not in places]
    used = tuple(each for rule in _agreed(rules) for each in _used(rule, others))
    if not used or not any(each.meaning in {Meaning.ADD, Meaning.DELETE} for each in used):
        return None
    return Legend(Marks(tuple(dict.fromkeys(used))), frozenset(places), " ".join(said))


def _agreed(rules: Sequence[Rule]) -> list[Rule]:
    """Leave out the looks that a document says two things of."""
    meant: dict[Sign, set[Meaning]] = {}
    for each in rules:
        meant.setdefault(each.sign, set()).add(each.meaning)
    return [each for each in rules if len(meant[each.sign]) == 1]


def _lines(blocks: Sequence[Block], known: set[tuple[str, ...]]) -> Iterator[_Line]:
    rows: dict[tuple[int, int], list[int]] = {}
    count = 0
    for place, block in enumerate(blocks):
        text = block.after
        if block.cell is not None:
            rows.setdefault((block.cell.table, block.cell.row), []).append(place)
        if not text.strip() or len(text) > _LONGEST or tuple(tokens(text)) in known:
            continue
        count += 1
        if count > _MOST_LINES:
            return
        yield _Line(text, tuple(run for run in block.runs if run.deleted is None), (place,))
    for found in rows.values():
        text = " = ".join(blocks[place].after for place in found)
        if len(found) > 1 and len(text) <= _LONGEST:
            yield _Line(text, _joined([blocks[place] for place in found]), tuple(found))


def _joined(blocks: Sequence[Block]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for number, block in enumerate(blocks):
        runs += [Run(" = ")] if number else []
        runs += [run for run in block.runs if run.deleted is None]
    return tuple(runs)


def _rules_of(line: _Line) -> list[Rule]:
    """Read a whole line, sentence by sentence, and the looks it shows."""
    items = items_of(line.text)
    if not any(each.meaning for each in items) and not _names_hues(items):
        return []
    if _OF_ONE.search(line.text):
        return []
    rules = of_parties(line.text, items)
    for start, end in () if rules else _sentences(line.text):
        own = [each for each in items if start <= each.start and each.end <= end]
        rules += worded(line.text, own, end)
    own_looks = shown(line.text, line.runs, items, {each.meaning for each in rules})
    return rules + [each for each in own_looks if each not in rules]


def _names_hues(items: Iterable[Item]) -> bool:
    return len({each.sign.letters for each in items if each.sign and each.sign.letters}) > 1


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCES.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _used(rule: Rule, blocks: Sequence[Block]) -> Iterator[Rule]:
    """Keep a rule if any words bear its sign; where none bear all its looks, any one will do."""
    sign = rule.sign
    if sign.enclosed:
        if any(sign.enclosed[0] in block.after for block in blocks):
            yield rule
        return
    looks = {run.look for block in blocks for run in block.runs if run.text.strip()}
    if any(sign.is_on(look) for look in looks):
        yield rule
        return
    if sign.weight > 1 and not (sign.letters or sign.ground):
        for flag in FLAGS.values():
            if sign.looks & flag and any(look & flag for look in looks):
                yield replace(rule, sign=Sign(flag))
