"""Links in, links out: a whole sentence that went over ties a paragraph that has nothing else.

A clause of eight words may stand anywhere in a treaty; a sentence of its own is a provision, and
the paragraph it went to is where that provision went (docs/design/0024-whole-sentences.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from amend.align.links import Links
from amend.align.pages import Pages
from amend.text.similarity import share_in_common, words_in_common
from amend.text.words import tokens

# A sentence of this many words is no formula; chosen with TRANSFER_WORDS, design note 0002.
SENTENCE_WORDS = 8
# Two sentences are one with this share of their words in common, in order.
SAME_SENTENCE = 0.7


def tie_sentences(pages: Pages, links: Links) -> None:
    """Tie each transfer one end of which is still free, if a whole sentence passed over.

    What is tied is a transfer no more: a further part of a split, or of a join. Where the other
    end is itself a further part of some paragraph, the free one has the better claim: it becomes
    the pair, and the part a transfer.
    """
    left: list[tuple[int, int, int]] = []
    for old, new, words in links.transfers:
        if not _may_tie(links, old, new) or not _passed_whole(pages, old, new):
            left.append((old, new, words))
        else:
            left += _tied(pages, links, old, new)
    links.transfers[:] = left


def _may_tie(links: Links, old: int, new: int) -> bool:
    """Whether just one end is tied, and no person has spoken of either."""
    spoken = links.pairs.get(old) in links.persons or new in links.persons
    if spoken or (old, new) in links.barred:
        return False
    return links.has_old(old) != links.has_new(new)


def _tied(pages: Pages, links: Links, old: int, new: int) -> Iterator[tuple[int, int, int]]:
    """Tie the two; yield what is a transfer now."""
    if new in links.backwards:
        links.joins[old] = new
    elif old in links.pairs:
        links.splits[new] = old
    else:
        one, other = (
            (links.splits.pop(new), new) if links.has_new(new) else (old, links.joins.pop(old))
        )
        links.pair(old, new)
        yield one, other, words_in_common(pages.old_words[one], pages.new_words[other])


def _passed_whole(pages: Pages, old: int, new: int) -> bool:
    there = _sentences(pages.new_texts[new])
    return any(
        share_in_common(one, other) >= SAME_SENTENCE
        for one in _sentences(pages.old_texts[old])
        for other in there
    )


def _sentences(text: str) -> list[list[str]]:
    from amend.text.parts import sentences  # only asked where something passed over

    found = (tokens(text[each.start : each.end]) for each in sentences(text))
    return [each for each in found if len(each) >= SENTENCE_WORDS]
