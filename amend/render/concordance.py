"""A chain in, the table negotiators make by hand out: old number, new number, what changed.

Names are such that the table reads back as it was printed (`amend rule concordance`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from amend.model.alignment import Bead
from amend.model.comparison import Chain, Comparison
from amend.model.draft import Paragraph, Revision
from amend.render.layout import Layout
from amend.render.on_page import numbers, page_of, through
from amend.text.told import joined, told
from amend.text.words import Word, words

# "New" heads a count elsewhere, and other languages tell one from many.
HEAD = (
    told("From"), told("Old"), told("To"), told("New{number}", number=""), told("Change"),
    told("In common"), told("By"),
)  # fmt: skip
PAGES = (told("Old page"), told("New page"))
NOBODY = "—"
_FEWEST, _MOST = 4, 24
"""Words that name a paragraph without a number: as many as tell it from the others."""

_Opened = tuple[Paragraph, list[Word]]


def rows(chain: Chain) -> Iterator[tuple[str, ...]]:
    """Yield a row for every bead of every step, in the order of the newer text.

    The last cell is the person who ruled on the bead, or "".
    """
    named = [names(each) for each in chain.revisions]
    for place, step in enumerate(chain.comparisons):
        for bead in step.alignment.beads:
            yield (
                step.old.name, _listed(bead.old, named[place]),
                step.new.name, _listed(bead.new, named[place + 1]),
                change(bead), share(bead), "" if bead.by == "amend" else bead.by,
            )  # fmt: skip


def lives(chain: Chain) -> Iterator[tuple[str, ...]]:
    """Yield a row for every thread: what the paragraph is called in each revision, oldest first.

    They stand in the order of the latest revision; what it lacks follows what it last followed.
    The last cell says on which pages it stands, "" where no file has any.
    """
    named = [(each.name, names(each)) for each in chain.revisions]
    layout = Layout(chain)
    for thread in layout.threads:
        yield (
            *(
                ", ".join(known[each] for each in thread.paragraphs.get(name, ())) or NOBODY
                for name, known in named
            ),
            through(
                (name, page_list(each))
                for (name, _), each in zip(named, layout.paragraphs(thread), strict=True)
            ),
        )


def change(bead: Bead) -> str:
    """Say what a bead did, in the words of the glossary."""
    changes = sorted(each.value for each in bead.changes)
    return joined(", ", map(told, changes)) or told("same words")


def share(bead: Bead) -> str:
    """Print the score of a bead as a percentage; "" where a paragraph stands alone."""
    return f"{bead.score:.0%}" if bead.old and bead.new else ""


def pages(bead: Bead) -> tuple[int | str | None, int | str | None]:
    """Return the pages of both sides of a bead, in the order of `PAGES`; None where none is."""
    return numbers(each.source for each in bead.old), numbers(each.source for each in bead.new)


def page_list(paragraphs: Iterable[Paragraph]) -> str:
    """Return the pages of several paragraphs of one revision, each once; "" where none is."""
    return joined(", ", dict.fromkeys(filter(None, (page_of(e.source) for e in paragraphs))))


def paged(step: Comparison) -> Iterator[str]:
    """Yield for every bead of a step its pages: "Rev 1, p. 3 / Rev 2, p. 4", "" for none."""
    for bead in step.alignment.beads:
        yield through([(step.old.name, page_list(bead.old)), (step.new.name, page_list(bead.new))])


def has_pages(chain: Chain) -> bool:
    """Whether any paragraph of any revision tells its page."""
    return any(p.source.page is not None for each in chain.revisions for p in each.paragraphs)


def names(revision: Revision) -> dict[str, str]:
    """Name each paragraph of a revision, by id, so that no two have one name.

    By its number, and that of its article where numbers start anew in each; where it has none, or
    still shares it, by its opening words, and copies by their turn.
    """
    cited = revision.cited()
    turns = Counter(str(each.label) for each in revision.paragraphs)
    bearers: dict[str, list[Paragraph]] = defaultdict(list)
    for each in revision.paragraphs:
        is_alone = each.label is not None and turns[str(each.label)] == 1
        bearers[str(each.label) if is_alone else cited[each.id]].append(each)
    found: dict[str, str] = {}
    for label, sharing in bearers.items():
        if label and len(sharing) == 1:
            found[sharing[0].id] = label
            continue
        prefix = f"{label} " if label else ""
        for each, opening in _openings(sharing):
            found[each.id] = f"{prefix}{opening}"
    return found


def _openings(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """Yield each paragraph with as few of its first words as tell it from the others."""
    waiting = [(each, words(each.face)) for each in paragraphs]
    for count in range(_FEWEST, _MOST + 1, 4):
        groups = _alike(waiting, count)
        yield from (
            (each, _quoted(each, found, count)) for ((each, found), *more) in groups if not more
        )
        waiting = [each for group in groups if len(group) > 1 for each in group]
    for copies in _alike(waiting, _MOST):
        for turn, (each, found) in enumerate(copies, 1):
            yield each, f"{_quoted(each, found, _MOST)} ({turn})"


def _alike(waiting: Sequence[_Opened], count: int) -> list[list[_Opened]]:
    """Gather the paragraphs whose first words are the same, in reading order."""
    found: dict[tuple[str, ...], list[_Opened]] = defaultdict(list)
    for each in waiting:
        found[tuple(word.key for word in each[1][:count])].append(each)
    return list(found.values())


def _quoted(paragraph: Paragraph, found: Sequence[Word], count: int) -> str:
    """Quote the first words of a paragraph, less what would end the quotation before its time."""
    if not found:
        return f"“{paragraph.face}”"
    opening = paragraph.face[found[0].start : found[min(count, len(found)) - 1].end]
    plain = "".join(" " if sign in '“”„«»"' else sign for sign in opening)
    return f"“{' '.join(plain.split())}{' …' if len(found) > count else ''}”"


def _listed(paragraphs: Sequence[Paragraph], named: dict[str, str]) -> str:
    return ", ".join(named[each.id] for each in paragraphs) or NOBODY
