"""A chain and its courses in, a whole page out: every choice and every sentence is made here.

`layout.py` says where each paragraph stands, `redlines.py` what of it changed, `trails.py` what
became of each proposal, `wording.py` how to say so; `shapes.py` holds the values of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from amend.errors import AmendError
from amend.model.alignment import Change
from amend.model.comparison import Chain, Comparison, Thread
from amend.model.dispute import Dispute, dispute
from amend.model.draft import Revision
from amend.model.origin import Newcomers
from amend.model.ruling import Course, Fate, Headline
from amend.model.weight import Kind, Turn
from amend.notices import Notice
from amend.render.layout import Layout
from amend.render.on_page import through
from amend.render.redlines import shown
from amend.render.remarks import remark
from amend.render.shapes import Choice, Column, Row, Slot, Step, Tally, Unsettled, View
from amend.render.trails import Trails, coverage
from amend.render.wording import Keys, name_of, new_words, percent, slug
from amend.text.told import Day, counted, joined, told
from amend.text.words import words

NOBODY = told("Proponent unknown")
WEIGHTY = {
    "weighty": told("any weighty word"),
    Turn.WEAKER.value: told("made weaker"),
    Turn.STRONGER.value: told("made stronger"),
    Kind.MODAL.value: told("shall, should, may"),
    Kind.VERB.value: told("operative verbs"),
    Kind.NEGATION.value: told("negations"),
    Kind.NUMBER.value: told("numbers"),
    Kind.DATE.value: told("dates"),
    Kind.QUALIFIER.value: told("qualifiers"),
}
"""What rows can be chosen by, and what the choice is called."""
LANGUAGES = frozenset(
    "ar bg bn cs da de el en es et fa fi fr ga he hi hr hu id it ja ko lt lv mt nl no pl pt ro ru"
    " sk sl sv sw th tr uk ur vi zh".split()
)
"""Codes that a page names as the language of a text."""


def report_view(
    chain: Chain,
    courses: Sequence[Course] = (),
    *,
    title: str,
    made: str,
    notices: Iterable[Notice] = (),
    thresholds: Mapping[str, float] | None = None,
    newcomers: Iterable[Newcomers] = (),
    agreed: Sequence[str] = (),
) -> View:
    """Lay a report out; `made` says when and by what, and is printed as it is given.

    Each paragraph of each revision stands on exactly one row, and each proposal on one at most.
    """
    layout = Layout(chain)
    keys = _row_keys(layout)
    names = _proponents(courses)
    trails = Trails(courses, layout, keys, names, thresholds or {})
    weights = _weights(chain, layout)
    rows = tuple(_row(each, layout, keys, trails, weights) for each in layout.threads)
    headlines = tuple(each for each in Headline if any(each == c.headline for c in courses))
    latest = chain.revisions[-1].name
    disputes = tuple(dispute(each) for each in chain.revisions)
    return View(
        title=shown(title),
        made=shown(made),
        columns=tuple(_column(each, place) for place, each in enumerate(chain.revisions, 1)),
        rows=rows,
        steps=tuple(_step(each) for each in chain.comparisons),
        unsettled=tuple(_unsettled(chain, disputes)),
        loose=tuple(trails.loose),
        proponents=tuple(_choices(courses, names)),
        headlines=tuple(told(each.value) for each in headlines),
        tallies=tuple(_tallies(courses, names, headlines)),
        courses=tuple(_headline_choices(courses, headlines)),
        fates=tuple(_fate_choices(courses)),
        coverage=coverage(courses, latest, agreed),
        thresholds=tuple(_thresholds(thresholds or {})) if courses else (),
        remarks=tuple(remark(each) for each in notices),
        weighty=tuple(_weighty_choices(rows)),
        newcomers=tuple(new_words(each) for each in newcomers),
        disputes=disputes,
    )


def only(view: View, what: str) -> View:
    """Keep the rows that changed, or those with a kind of weighty word; "weighty" for any.

    Raises AmendError, with the choices, for anything else.
    """
    if what == "changed":
        return replace(view, rows=tuple(each for each in view.rows if each.is_changed))
    if what not in WEIGHTY:
        hint = f"Use one of: changed, {', '.join(WEIGHTY)}."
        raise AmendError(f"{what!r} is nothing to choose rows by", hint=hint)
    return replace(view, rows=tuple(each for each in view.rows if what in each.weights))


def on_label(view: View, label: str) -> View:
    """Keep the rows that bear a label in any revision, with the proposals on them."""
    kept = tuple(
        row for row in view.rows if any(p.label == label for s in row.slots for p in s.passages)
    )
    return replace(view, rows=kept, loose=())


def of_proponent(view: View, name: str) -> View:
    """Keep one proponent's proposals, and the rows they stand on; case does not count."""
    wanted = {each.key for each in view.proponents if each.name.casefold() == name.casefold()}
    rows = tuple(
        replace(row, cards=cards)
        for row in view.rows
        if (cards := tuple(card for card in row.cards if wanted.intersection(card.by)))
    )
    loose = tuple(card for card in view.loose if wanted.intersection(card.by))
    tallies = tuple(each for each in view.tallies if each.key in wanted)
    return replace(view, rows=rows, loose=loose, tallies=tallies)


def _column(revision: Revision, place: int) -> Column:
    day = Day(revision.date) if revision.date else ""
    detail = joined(" · ", (each for each in (day, shown(revision.file)) if each))
    return Column(
        f"r{place}", shown(revision.name), detail, len(revision.paragraphs), _language(revision)
    )


def _language(revision: Revision) -> str:
    """Return the language that a page may name; what a file says of it need not be a code."""
    code = (revision.language or "").casefold()
    return code if code in LANGUAGES else ""


def _row_keys(layout: Layout) -> dict[str, str]:
    keys = Keys("row")
    return {each.id: keys.key(_row_name(each, layout)) for each in layout.threads}


def _row_name(thread: Thread, layout: Layout) -> str:
    """Name a thread by its latest number; one that is away by the number it had, and when."""
    stands = layout.paragraphs(thread)
    step = max(step for step, each in enumerate(stands) if each)
    name = name_of(stands[step][0])
    is_away = step < len(stands) - 1
    if not is_away:
        return name
    return told(
        "{name} of {revision}", name=name, revision=shown(layout.chain.revisions[step].name)
    )


def _row(
    thread: Thread, layout: Layout, rows: Mapping[str, str], trails: Trails,
    weights: Mapping[str, set[str]],
) -> Row:  # fmt: skip
    slots = layout.slots(thread)
    passages = [each for slot in slots for each in slot.passages]
    return Row(
        key=rows[thread.id],
        name=_row_name(thread, layout),
        slots=slots,
        cards=tuple(trails.cards.get(thread.id, ())),
        mentions=tuple(trails.mentions.get(thread.id, ())),
        is_changed=any(each.is_changed for each in slots),
        is_heading=all(each.is_heading for each in passages),
        weights=tuple(each for each in WEIGHTY if each in weights.get(thread.id, ())),
        pages=through(_pages(slots)),
    )


def _pages(slots: Iterable[Slot]) -> Iterator[tuple[str, str]]:
    for slot in slots:
        pages = dict.fromkeys(each.page for each in slot.passages if each.page)
        yield shown(slot.revision), joined(", ", pages)


def _weights(chain: Chain, layout: Layout) -> dict[str, set[str]]:
    """Return the keys of the weighty words that changed, by thread."""
    found: dict[str, set[str]] = {}
    for step in chain.comparisons:
        for redline in (each for each in step.redlines if each.weights):
            place = layout.place(step.new.name, redline.bead.new[0].id)
            if place is not None:
                keys = found.setdefault(place.thread, {"weighty"})
                keys |= {each.kind.value for each in redline.weights}
                keys |= {each.turn.value for each in redline.weights if each.turn is not None}
    return found


def _weighty_choices(rows: Iterable[Row]) -> Iterator[Choice]:
    counts = Counter(key for row in rows for key in row.weights)
    for key, name in WEIGHTY.items():
        if counts[key]:
            yield Choice(key, name, counts[key])


def _step(comparison: Comparison) -> Step:
    beads = comparison.alignment.beads
    every = Counter(change for bead in beads for change in bead.changes)
    return Step(
        old=shown(comparison.old.name),
        new=shown(comparison.new.name),
        unchanged=sum(not bead.changes for bead in beads),
        renumbered=sum(bead.changes == {Change.RENUMBERING} for bead in beads),
        changed=every[Change.SUBSTITUTION],
        new_ones=sum(len(bead.new) for bead in beads if not bead.old),
        dropped=sum(len(bead.old) for bead in beads if not bead.new),
        split=every[Change.SPLIT],
        merged=every[Change.JOIN],
        moved=every[Change.RELOCATION],
        agreed=every[Change.AGREED],
        reserved=every[Change.RESERVED],
    )


def _unsettled(chain: Chain, disputes: Sequence[Dispute]) -> Iterator[Unsettled]:
    if not any(each.is_open for each in disputes):
        return
    for name, each in zip((one.name for one in chain.revisions), disputes, strict=True):
        share = percent(each.words / each.of if each.of else 0.0)
        parts = [
            _brackets(each),
            counted(each.alternatives, "set of alternatives", "sets of alternatives"),
            told(
                "{options} in {choices}",
                options=counted(each.options, "option"),
                choices=counted(each.choices, "choice"),
            ),
            counted(each.no_text, "“No text”", "“No text”"),
            told("{share} of the words in brackets", share=share),
        ]
        counts = each.brackets, each.alternatives, each.options, each.no_text, each.words
        line = joined(", ", (part for part, count in zip(parts, counts, strict=True) if count))
        yield Unsettled(
            shown(name), each.brackets, each.deepest, each.alternatives, each.options, each.no_text,
            share, line,
        )  # fmt: skip


def _brackets(found: Dispute) -> str:
    count = counted(found.brackets, "bracket")
    if found.deepest < 2:
        return count
    return told("{brackets} ({depth} deep)", brackets=count, depth=found.deepest)


def _proponents(courses: Iterable[Course]) -> dict[str, str]:
    """Return a key for each proponent and supporter by name, in order of the alphabet."""
    people = {name for each in courses for name in (*each.proposal.by, *each.proposal.supporters)}
    keys = Keys("by")
    names = {name: keys.key(name) for name in sorted(people, key=str.casefold)}
    return {**names, "": keys.key("unknown")}


def _people(course: Course) -> tuple[str, ...]:
    proposal = course.proposal
    return tuple(dict.fromkeys((*proposal.by, *proposal.supporters))) or ("",)


def _choices(courses: Iterable[Course], names: Mapping[str, str]) -> Iterator[Choice]:
    counts = Counter(name for each in courses for name in _people(each))
    for name, key in names.items():
        if counts[name]:
            yield Choice(key, shown(name) or NOBODY, counts[name])


def _headline_choices(courses: Iterable[Course], headlines: Iterable[Headline]) -> Iterator[Choice]:
    counts = Counter(each.headline for each in courses)
    for each in headlines:
        yield Choice(f"course-{slug(each)}", told(each.value), counts[each])


def _fate_choices(courses: Iterable[Course]) -> Iterator[Choice]:
    """Fates as of the latest revision, in the order of the definitions."""
    counts = Counter(each.rulings[-1].fate for each in courses if each.rulings)
    for fate in Fate:
        if counts[fate]:
            yield Choice(f"fate-{slug(fate)}", told(fate.value), counts[fate])


def _tallies(
    courses: Sequence[Course], names: Mapping[str, str], headlines: Sequence[Headline]
) -> Iterator[Tally]:
    asked: dict[str, list[Course]] = {}
    for each in courses:
        for name in dict.fromkeys(each.proposal.by or ("",)):
            asked.setdefault(name, []).append(each)
    for name, key in names.items():
        own = asked.get(name)
        if not own:
            continue
        counts = Counter(each.headline for each in own)
        latest = [each.rulings[-1].taken for each in own if each.rulings]
        again = _twice(own)
        yield Tally(
            key=key,
            name=shown(name) or NOBODY,
            total=len(own),
            counts=tuple(counts[each] for each in headlines),
            taken=max(0, sum(each.words for each in latest) - again),
            of=max(0, sum(each.of for each in latest) - again),
        )


def _twice(courses: Iterable[Course]) -> int:
    """Count the words of the latest text that several of one proponent's proposals asked for.

    Who asks for the same words in two places has them once in the text, and once in the totals
    (domain E.3): they are asked for once, and taken once.
    """
    found: Counter[tuple[str, int]] = Counter()
    for course in courses:
        standing = course.rulings[-1:] if course.rulings else ()
        own: set[tuple[str, int]] = set()
        for proof in (each for ruling in standing for each in ruling.evidence):
            own |= {(proof.paragraph, proof.start + w.start) for w in words(proof.text)}
        found.update(own)
    return sum(count - 1 for count in found.values())


def _thresholds(thresholds: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """Print shares as percentages, and anything above 1 as a number of words."""
    for name, value in thresholds.items():
        printed = percent(value) if value <= 1 else counted(round(value), "word")
        yield told(name.replace("_", " ")), printed
