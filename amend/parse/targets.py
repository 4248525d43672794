"""An ask and a revision in, the paragraphs it is about out, or a notice that says why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from amend.labels import Label
from amend.model.draft import Paragraph
from amend.model.proposal import Anchor, Operation, Place, Where
from amend.notices import Code, Notice
from amend.parse.asks import Ask
from amend.parse.index import ELLIPSIS, Base
from amend.text.parts import Part, PartKind, find_parts
from amend.text.told import numbered, pattern, told
from amend.text.words import Word, tokens, words

_NEW = frozenset({Operation.INSERT_NEW_PARAGRAPH, Operation.PLACEHOLDER})
_BY_WORDS = frozenset(
    {
        Operation.INSERT_PHRASE,
        Operation.REPLACE_PHRASE,
        Operation.DELETE_PHRASE,
        Operation.MOVE_PHRASE,
        Operation.RETAIN,
        Operation.BRACKET,
        Operation.UNBRACKET,
        Operation.SPLIT_PARAGRAPH,
        Operation.EDITORIAL,
        Operation.OPPOSE,
    }
)
_NEEDS_PLACE = _BY_WORDS | {
    Operation.REPLACE_PARAGRAPH,
    Operation.DELETE_PARAGRAPH,
    Operation.MOVE_PARAGRAPH,
    Operation.MERGE_PARAGRAPHS,
}
# A position may well speak of a paragraph that is only proposed: 9pre before it stands anywhere.
_MAY_BE_PROPOSED = frozenset(
    {
        Operation.SUPPORT,
        Operation.OPPOSE,
        Operation.ENDORSE,
        Operation.WITHDRAW,
        Operation.SUPERSEDE,
        Operation.QUESTION,
        Operation.ATTACHMENT,
        Operation.REVERT,
        Operation.RESERVE,
        Operation.SET_STATUS,
        Operation.BREAK_SILENCE,
    }
)
# What asks for a paragraph asks for a part where the draft numbers it inside another.
_IN_PARTS = {
    Operation.REPLACE_PARAGRAPH: Operation.REPLACE_PHRASE,
    Operation.DELETE_PARAGRAPH: Operation.DELETE_PHRASE,
    Operation.INSERT_PHRASE: Operation.INSERT_PHRASE,
    Operation.REPLACE_PHRASE: Operation.REPLACE_PHRASE,
    Operation.DELETE_PHRASE: Operation.DELETE_PHRASE,
}
_LAST_SENTENCE = ":s99"
_CUTS = frozenset({Operation.REPLACE_PHRASE, Operation.DELETE_PHRASE, Operation.MOVE_PHRASE})
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Placed:
    """An ask with the ids of the paragraphs it is about, and what to know of that."""

    ask: Ask
    paragraphs: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


def place_ask(ask: Ask, base: Base, where: str) -> Iterator[Placed]:
    """Tie an ask to its paragraphs; one that is asked for everywhere gives one for each place."""
    ask = replace(ask, place=_as_printed(ask.place, base)) if ask.place is not None else ask
    if ask.everywhere and ask.cut:
        found = base.holding(ask.cut)
        for each in found:
            target = (each.label,) if each.label else ()
            yield Placed(replace(ask, target=target), (each.id,))
        if not found:
            yield Placed(ask, (), (_not_found(ask.cut, (), base, where),))
        return
    if ask.operation in _NEW:
        yield Placed(_with_place(ask, base))
    elif ask.operation is Operation.PROPOSE_ALTERNATIVE:
        yield _alternative(ask, base, where)
    elif ask.operation is Operation.REPLACE_PARAGRAPH and _is_only_proposed(ask, base):
        yield Placed(_with_place(replace(ask, operation=Operation.INSERT_NEW_PARAGRAPH), base))
    elif not ask.target:
        yield _by_words(ask, base, where)
    else:
        yield _by_label(ask, base, where)


def _as_printed(place: Place, base: Base) -> Place:
    """Name a place by the label the draft prints there: OP6 is 6 where it says 6 (domain B.2)."""
    label = _printed(place.label, base)
    return replace(place, label=label, until=_printed(place.until, base) if place.until else None)


def _printed(label: Label, base: Base) -> Label:
    found = base.find(label)
    if len(found) != 1 or found[0].label is None or found[0].label.plain != label.plain:
        return label
    return found[0].label


def _is_only_proposed(ask: Ask, base: Base) -> bool:
    """A label that marks an insertion, 9pre, and is not in the draft names a new paragraph."""
    return bool(ask.target) and ask.target[0].is_inserted and not base.find(ask.target[0])


def _with_place(ask: Ask, base: Base) -> Ask:
    if ask.place is not None or not ask.target:
        return ask
    return replace(ask, place=place_of(ask.target[0], base))


def place_of(label: Label, base: Base) -> Place | None:
    """Say where a new paragraph stands by its label: 9pre before 9, 9bis after 9 (domain B.5)."""
    if label.text.startswith(("new<", "new>")):
        beside = Label.parse(label.text[4:])
        return Place(Where.BEFORE if label.text[3] == "<" else Where.AFTER, beside)
    if label.carrier == "new":
        return None
    if label.steps and label.steps[-1].rank < 0:
        return Place(Where.BEFORE, label.base)
    before = base.before(label)
    if label.steps and (before is None or before < label.base):
        before = label.base
    return Place(Where.AFTER, before) if before is not None else None


def _alternative(ask: Ask, base: Base, where: str) -> Placed:
    """An alternative stands beside the paragraph whose number it bears."""
    if not ask.target:
        return Placed(ask)
    label = ask.target[0]
    found = base.find(label)
    while not found and label.steps:
        label = label.base
        found = base.find(label)
    if not found:
        return Placed(ask, (), (_unresolved(ask.target, base, where),))
    place = ask.place or (Place(Where.AFTER, label) if label != ask.target[0] else None)
    return Placed(replace(ask, place=place), tuple(each.id for each in found))


def _by_words(ask: Ask, base: Base, where: str) -> Placed:
    """Find the one paragraph that holds the words quoted from the draft."""
    quoted = _quoted(ask)
    if not quoted:
        if ask.operation not in _NEEDS_PLACE:
            return Placed(ask)
        text = told(
            "{asks} names no paragraph; write its number, as in 'In para 9, ...'.", asks=_asked(ask)
        )
        return Placed(ask, (), (Notice(Code.TARGET_UNRESOLVED, where, text),))
    found = [each for each in base.holding(quoted[0]) if all(base.holds(each, q) for q in quoted)]
    if not found:
        return Placed(ask, (), (_not_found(quoted[0], (), base, where),))
    if ask.operation is Operation.UNBRACKET:
        found = [each for each in found if _is_bracketed(each, quoted[0])] or found
    target = tuple(each.label for each in found if each.label is not None)
    placed = _exact(replace(ask, target=target), found)
    ids = tuple(each.id for each in found)
    return Placed(placed, ids, tuple(_ambiguous(found, f'"{_short(quoted[0])}" stands', where)))


def _is_bracketed(paragraph: Paragraph, quoted: str) -> bool:
    spans = (paragraph.text[each.start : each.end] for each in paragraph.brackets)
    keys = " ".join(tokens(quoted))
    return any(f" {keys} " in f" {' '.join(tokens(span))} " for span in spans)


def _by_label(ask: Ask, base: Base, where: str) -> Placed:
    found: list[Paragraph] = []
    notices: list[Notice] = []
    missing = []
    for label in ask.target:
        here = _holding(base.find(label), ask, base)
        part = _part_of(label) if ask.operation in _IN_PARTS else None
        if part is not None and (not here or part.kind is not PartKind.POINT):
            host = _host(label, part, base)
            here = [host] if host is not None else here
            ask = _inside(ask, part) if host is not None else ask
        found += here
        if not here:
            missing.append(label)
        notices += _ambiguous(
            here if not label.text.endswith("*") else [], f"{label} stands", where
        )
    if missing and ask.operation not in _MAY_BE_PROPOSED:
        notices.append(_unresolved(missing, base, where))
    for quoted in _quoted(ask) if found else ():
        if not any(base.holds(each, quoted) for each in found):
            notices.append(_not_found(quoted, found, base, where))
    ids = tuple(dict.fromkeys(each.id for each in found))
    return Placed(_exact(ask, found), ids, tuple(notices))


def _part_of(label: Label) -> Part | None:
    """Read the last step of a label as a part of what stands above it: 9:s2, 9:chapeau, Art7(d)."""
    printed = label.steps[-1].printed if label.steps else ""
    if printed == ":chapeau":
        return Part(PartKind.CHAPEAU)
    if printed.startswith(":s") and printed[2:].isdigit():
        count = -1 if printed == _LAST_SENTENCE else int(printed[2:])
        return Part(PartKind.SENTENCE, count, count)
    name = printed.strip("()/ ")
    return Part(PartKind.POINT, name=name) if name.isalnum() else None


def _host(label: Label, part: Part, base: Base) -> Paragraph | None:
    """Find the one paragraph whose text shows the part: Art7, where it holds "d) ..."."""
    found = base.find(label.base)
    if len(found) != 1 or find_parts(found[0].text, (part,)) is None:
        return None
    return found[0]


def _inside(ask: Ask, part: Part) -> Ask:
    operation = _IN_PARTS[ask.operation]
    return replace(ask, operation=operation, whole=None, place=None, parts=(part, *ask.parts))


def _holding(found: tuple[Paragraph, ...], ask: Ask, base: Base) -> list[Paragraph]:
    """Where a label stands twice, the paragraph that holds the quoted words is meant."""
    quoted = _quoted(ask)
    if len(found) > 1 and quoted:
        fitting = [each for each in found if all(base.holds(each, words) for words in quoted)]
        return fitting or list(found)
    return list(found)


def _quoted(ask: Ask) -> list[str]:
    """Words that the writer takes from the draft."""
    if ask.operation not in _BY_WORDS:
        return []
    anchor = ask.anchor or Anchor(Where.OPEN)
    kept = ask.text if ask.operation is Operation.RETAIN else ""
    return [words for words in (ask.cut, anchor.words, anchor.until, kept) if tokens(words)]


def _exact(ask: Ask, found: list[Paragraph]) -> Ask:
    """Turn "from ... to" and "the last sentence" into the words of the one paragraph meant."""
    if len(found) != 1:
        return ask
    text = found[0].text
    if ask.operation is Operation.REPLACE_PARAGRAPH and ask.text[-1:].isalnum():
        return _closed(ask, text)
    if ask.parts and not ask.cut and ask.operation in _CUTS:
        span = find_parts(text, ask.parts)
        words = ask.cut if span is None else text[slice(*span)]
        is_moved = ask.operation is Operation.MOVE_PHRASE
        return replace(ask, cut=words, text=words if is_moved else ask.text)
    if ask.cut and ELLIPSIS.search(ask.cut):
        return replace(ask, cut=_span(ask.cut, text) or ask.cut)
    return ask


def _closed(ask: Ask, text: str) -> Ask:
    """Let quoted text keep the stop of its paragraph, which the writer's own sentence swallowed."""
    sign = text.rstrip()[-1:]
    if sign not in {".", ";"}:
        return ask
    whole = f"{ask.whole}{sign}" if ask.whole is not None else None
    return replace(ask, text=ask.text + sign, whole=whole)


def _span(quoted: str, text: str) -> str | None:
    """Return the words of a text from the first to the last part of "these ... those"."""
    parts = [tokens(part) for part in ELLIPSIS.split(quoted)]
    parts = [part for part in parts if part]
    standing = words(text)
    if not parts:
        return None
    place = start = _index(standing, parts[0], 0)
    for part in parts[1:]:
        place = _index(standing, part, place) if place >= 0 else -1
    if place < 0:
        return None
    return text[standing[start].start : standing[place + len(parts[-1]) - 1].end]


def _index(standing: list[Word], part: list[str], begin: int) -> int:
    length = len(part)
    for place in range(begin, len(standing) - length + 1):
        if [word.key for word in standing[place : place + length]] == part:
            return place
    return -1


def _ambiguous(found: list[Paragraph], what: str, where: str) -> Iterator[Notice]:
    if len(found) > 1:
        places, more = ", ".join(_named(each) for each in found[:6]), len(found) - 6
        saying = (
            pattern("{what} in {count} places: {places} and {more} more; say which is meant.")
            if more > 0 else pattern("{what} in {count} places: {places}; say which is meant.")
        )  # fmt: skip
        text = told(saying, what=what, count=len(found), places=places, more=more)
        yield Notice(Code.TARGET_AMBIGUOUS, where, text)


def _unresolved(missing: Iterable[Label], base: Base, where: str) -> Notice:
    missing = tuple(missing)
    names = ", ".join(map(str, missing))
    near = ", ".join(map(str, base.near(missing[0]))) or told("no numbered paragraph")
    text = numbered(
        len(missing),
        "{names} is not in {base}, which has {near} there; check the number.",
        "{names} are not in {base}, which has {near} there; check the number.",
        names=names, base=base.revision.name, near=near,
    )  # fmt: skip
    return Notice(Code.TARGET_UNRESOLVED, where, text)


def _not_found(quoted: str, found: Iterable[Paragraph], base: Base, where: str) -> Notice:
    elsewhere = base.holding(quoted)
    named = ", ".join(_named(each) for each in found) or base.revision.name
    saying = pattern('"{words}" does not stand in {place}; check the quotation and the revision.')
    if elsewhere:
        saying = pattern(
            '"{words}" does not stand in {place}; it stands in {others}; check the number.'
        )
    others = ", ".join(_named(each) for each in elsewhere[:4])
    text = told(saying, words=_short(quoted), place=named, others=others)
    return Notice(Code.ANCHOR_NOT_FOUND, where, text)


def _named(paragraph: Paragraph) -> str:
    if paragraph.label is None:
        return f'"{_short(paragraph.text, 30)}"'
    return f"{paragraph.label} ({paragraph.path})" if paragraph.path else str(paragraph.label)


def _asked(ask: Ask) -> str:
    shown = _short(ask.text or ask.cut)
    verb = ask.operation.replace("_", " ")
    return f'The wish to {verb} "{shown}"' if shown else f"The wish to {verb}"


def _short(text: str, length: int = _EXCERPT) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
