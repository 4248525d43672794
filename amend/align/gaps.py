"""Links in, links out: what words alone left untied, but place, label and headings tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from amend.align.links import Links
from amend.align.pages import Pages
from amend.model.draft import Paragraph, Role
from amend.text.similarity import share_in_common
from amend.text.weighty import is_content, is_tombstone

# Two paragraphs in the same place under the same label need this much in common (note 0002).
SAME_PLACE_SHARE = 0.25


def fill(pages: Pages, links: Links) -> None:
    """Tie untied neighbours of tied paragraphs where label, kind and some words agree."""
    for old_gap, new_gap in list(_gaps(pages, links)):
        for new in new_gap:
            match = next(
                (old for old in old_gap if links.may_pair(old, new) and _agree(pages, old, new)),
                None,
            )
            if match is not None:
                links.pair(match, new)


def _gaps(pages: Pages, links: Links) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the untied old and new places between two pairs that follow one another."""
    staying = links.staying()
    untied = [place for place in range(len(pages.new)) if not links.has_new(place)]
    stretches: list[list[int]] = []
    for place in untied:
        if stretches and stretches[-1][-1] == place - 1:
            stretches[-1].append(place)
        else:
            stretches.append([place])
    for stretch in stretches:
        before = _tied_old(links, staying, range(stretch[0] - 1, -1, -1))
        after = _tied_old(links, staying, range(stretch[-1] + 1, len(pages.new)))
        start = 0 if before is None else before + 1
        end = len(pages.old) if after is None else after
        old_gap = [place for place in range(start, end) if not links.has_old(place)]
        if old_gap:
            yield old_gap, stretch


def _tied_old(links: Links, staying: set[int], places: range) -> int | None:
    for place in places:
        if links.backwards.get(place) in staying:
            return links.backwards[place]
    return None


def _agree(pages: Pages, old: int, new: int) -> bool:
    if not pages.have_one_kind(old, new) or not _may_follow(pages.old[old], pages.new[new]):
        return False
    old_words, new_words = pages.old_words[old], pages.new_words[new]
    if pages.have_one_label(old, new):
        if is_tombstone(old_words) or is_tombstone(new_words):
            return True
    elif pages.old[old].label is not None and pages.new[new].label is not None:
        # Two headings without words and with other numbers have nothing in common.
        return bool(old_words) and share_in_common(old_words, new_words) >= 2 * SAME_PLACE_SHARE
    if not old_words or not new_words:
        return not old_words and not new_words
    return min(_common(old_words, new_words)) >= SAME_PLACE_SHARE


def _may_follow(old: Paragraph, new: Paragraph) -> bool:
    """Whether both have one role; an option goes on as whatever its winner is."""
    return old.role is new.role or Role.OPTION in (old.role, new.role)


def _common(old_words: list[str], new_words: list[str]) -> tuple[float, float]:
    """Return the share of all words in common, and that of content words alone."""
    old_content = [word for word in old_words if is_content(word)]
    new_content = [word for word in new_words if is_content(word)]
    return share_in_common(old_words, new_words), share_in_common(old_content, new_content)


def tie_headings(pages: Pages, links: Links) -> None:
    """Tie headings by the paragraphs under them: a heading goes where its text went.

    A final text renumbers articles and drops their side-titles, so that "Article 2bis (general)"
    becomes "Article 3": neither number nor words tell, the paragraphs beneath do.
    """
    votes: Counter[tuple[int, int]] = Counter()
    old_heads = _heads(pages.old)
    new_heads = _heads(pages.new)
    ties = [*links.pairs.items(), *links.joins.items(), *((o, n) for n, o in links.splits.items())]
    for old, new in ties:
        for over_old, over_new in zip(old_heads[old], new_heads[new], strict=True):
            if over_old is not None and over_new is not None:
                # A further part, or a further copy of a text, says less than a link of its own.
                share = 2 if links.pairs.get(old) == new else 1
                votes[over_old, over_new] += share * len(pages.old_texts[old])
    for (old, new), _ in sorted(votes.items(), key=lambda each: (-each[1], each[0])):
        if links.may_pair(old, new):
            links.pair(old, new)


def _heads(paragraphs: Sequence[Paragraph]) -> list[tuple[int | None, int | None]]:
    """Return for each place the places of the numbered and of the unnumbered heading over it."""
    heads: list[tuple[int | None, int | None]] = []
    numbered: int | None = None
    unnumbered: int | None = None
    for place, paragraph in enumerate(paragraphs):
        if paragraph.role is not Role.HEADING:
            heads.append((numbered, unnumbered))
            continue
        heads.append((None, None))
        if paragraph.label is not None:
            numbered, unnumbered = place, None
        else:
            unnumbered = place
    return heads
