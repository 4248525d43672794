"""Two revisions in, their alignment out: which paragraph became which, on the strength of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from amend.align.agreed import with_brackets
from amend.align.anchors import tie_equals
from amend.align.candidates import LONG, candidates
from amend.align.claims import Claims
from amend.align.gaps import fill, tie_headings
from amend.align.leftovers import settle
from amend.align.links import Links
from amend.align.pages import Pages
from amend.align.regroup import beads
from amend.align.sentences import tie_sentences
from amend.align.threads import threads, through
from amend.memory import collector_paused
from amend.model.alignment import Alignment, Transfer
from amend.model.draft import Revision
from amend.notices import Notice

if TYPE_CHECKING:
    from amend.model.ruling import PersonRuling

# With more untied pairs than this, long paragraphs without a rare triple in common stay untied.
_MANY = 20_000


def align(old: Revision, new: Revision, rulings: Sequence[PersonRuling] = ()) -> Alignment:
    """Align two revisions; beads follow the new text, each paragraph stands in exactly one.

    Equal words anchor, rare word groups find the candidates, pairs claim the words they explain,
    and what is left goes by place and label. A person's LINK and UNLINK rulings outrank all of it.
    """
    with collector_paused():
        pages = Pages(old, new)
        links = Links()
        notices = _obey(pages, links, rulings, (old.name, new.name)) if rulings else ()
        tie_equals(pages, links)
        _by_words(pages, links)
        # Before and after: articles that changed places must not be tied by their numbers.
        tie_headings(pages, links)
        fill(pages, links)
        settle(pages, links)
        tie_sentences(pages, links)
        tie_headings(pages, links)
        transfers = tuple(
            Transfer(pages.old[one].id, pages.new[other].id, words)
            for one, other, words in links.transfers
        )
        found = with_brackets(beads(pages, links), old.paragraphs, new.paragraphs)
        return Alignment(old.name, new.name, found, transfers, notices)


def _obey(
    pages: Pages, links: Links, rulings: Sequence[PersonRuling], names: tuple[str, str]
) -> tuple[Notice, ...]:
    from amend.align.persons import about, obey

    return tuple(obey(pages, links, about(rulings, *names)))


def _by_words(pages: Pages, links: Links) -> None:
    old = [n for n in range(len(pages.old)) if not links.has_old(n) and pages.old_words[n]]
    new = [n for n in range(len(pages.new)) if not links.has_new(n) and pages.new_words[n]]
    if not old or not new:
        return
    pages.weigh(old, new)
    claims = Claims(pages, links)
    found = candidates(pages.old_words, pages.new_words, old, new, 3)
    claims.pair_up(found)
    claims.explain_the_rest(found)
    _by_fewer_words(pages, links, claims, old, new)


def _by_fewer_words(
    pages: Pages, links: Links, claims: Claims, old: list[int], new: list[int]
) -> None:
    """Look again at what is untied, by pairs of words and single ones: short or rewritten texts."""
    for size in (2, 1):
        untied_old = [n for n in old if not links.has_old(n)]
        untied_new = [n for n in new if not links.has_new(n)]
        if len(untied_old) * len(untied_new) > _MANY:
            untied_old = [n for n in untied_old if len(pages.old_words[n]) < LONG]
            untied_new = [n for n in untied_new if len(pages.new_words[n]) < LONG]
        claims.pair_up(candidates(pages.old_words, pages.new_words, untied_old, untied_new, size))


__all__ = ["align", "threads", "through"]
