"""Words to be put in behind others of one paragraph in, what `ask` and `novelty` say of it out.

Most proposals are of this kind, and most of these are plain: the words they stand behind are there
to the letter, a space or a comma follows, and nothing of what is put in could as well stand a word
further on. Of such a one all is known from where the words stand (note 0041); of any other nothing
is said.
"""

from __future__ import annotations

from typing import NamedTuple

from amend.match.asked import Asked
from amend.match.novelty import Novelty, novel_words
from amend.match.splice import Splice
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Proposal, Where
from amend.text.words import Words, known_words, tokens

# Before these no space is set, and none of them moves words that are put in (`splice.py`).
_CLOSING = ",;:)"


class Plain(NamedTuple):
    """A paragraph whose words are parted by lone spaces: its text, its words, and these joined."""

    paragraph: Paragraph
    text: str
    words: Words
    joined: str


def plain(paragraph: Paragraph) -> Plain | None:
    """Return what is known of a plain paragraph; None of one with other signs between its words."""
    there = known_words(paragraph.text)
    if not there.is_plain:
        return None
    return Plain(paragraph, there.text, there, f" {' '.join(there.keys)} ")


def plainly(proposal: Proposal, there: Plain) -> tuple[Asked, Novelty] | None:
    """Return what a plain insertion asks and adds; None of any that needs to be looked at.

    The values are those of `ask` and `novelty`, to the letter.
    """
    text, put = there.text, proposal.text
    if not (put[:1].isalnum() and _is_behind(proposal)):
        return None
    split = known_words(put)
    if not split.is_plain:
        return None
    behind = _place_behind(proposal, there)
    if not behind:
        return None
    keys, before = split.keys, there.words.keys
    at = there.words.end(behind - 1)
    if text[at] != " " and (text[at] not in _CLOSING or not put[-1].isalnum()):
        return None
    if keys[0] == before[behind] or keys[-1] == before[behind - 1]:
        return None
    if f" {' '.join(keys)} " in there.joined:  # it may stand there already
        return None
    splice = Splice(at, at, f" {put}")
    asked = Asked(proposal, there.paragraph, text, f"{text[:at]} {put}{text[at:]}", (splice,))
    end = behind + len(keys)
    span = novel_words(keys, split.printed(0, len(keys)), behind)
    after = [*before[:behind], *keys, *before[behind:]]
    return asked, Novelty(before, after, (span,), span, (), (behind, end))


def _is_behind(proposal: Proposal) -> bool:
    """Whether words are to be put behind others, and no more is said."""
    anchor = proposal.anchor
    return (
        proposal.operation is Operation.INSERT_PHRASE
        and anchor is not None
        and anchor.where is Where.AFTER
        and not (anchor.until or proposal.cut or proposal.parts or proposal.whole is not None)
    )


def _place_behind(proposal: Proposal, there: Plain) -> int:
    """Return before which word of a paragraph words are to be put; 0 if that is not plain.

    That is no word behind the last one: there signs follow.
    """
    assert proposal.anchor is not None
    wanted = tokens(proposal.anchor.words)
    if not wanted:
        return 0
    at = there.joined.find(f" {' '.join(wanted)} ")
    if at < 0:
        return 0
    place = there.joined.count(" ", 0, at) + len(wanted)
    return place if place < len(there.words.keys) else 0
