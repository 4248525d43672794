"""A chain in, every word of it followed from revision to revision out.

A word is a number: the same in every revision in which it stands. Along a bead it is what the word
edits keep; what they lose and bring is looked over for words that moved, and for such as return.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from amend.labels import Label
from amend.model.comparison import Chain, Comparison, Op, Redline
from amend.model.draft import Paragraph
from amend.text.edits import changes
from amend.text.runs import RUN, standing_in
from amend.text.words import tokens
from amend.trace.losses import Arrival, Loss, Losses

Word = int
_NEW = -1
_Group = tuple[str, ...]


class Followed:
    """The words of a chain: `homes` says in which revision (from 0) and paragraph each came in.

    `repeated` are words that stood elsewhere when they came in, `returns` tells of words that were
    away in which revisions they came back.
    """

    def __init__(self, chain: Chain) -> None:
        """Take a chain and follow its words."""
        self.chain = chain
        self.homes: list[tuple[int, str]] = []
        self.repeated: set[Word] = set()
        self.returns: dict[Word, list[int]] = {}
        self._first = [0]
        self._untouched: dict[tuple[int, str], str] = {}
        self._words: list[dict[str, list[Word]]] = [{}]
        self._threads = {
            (name, each): thread.id
            for thread in chain.threads
            for name, ids in thread.paragraphs.items()
            for each in ids
        }
        for each in chain.revisions[0].paragraphs:
            self._words[0][each.id] = [self._born(0, each) for _ in tokens(each.text)]
        losses = Losses(cache(self._stock))
        for place, step in enumerate(chain.comparisons, 1):
            self._follow(step, place, losses)

    def words_of(self, place: int, paragraph: str) -> Sequence[Word]:
        """Return the words of a paragraph, in order."""
        return self._words[place][paragraph]

    def untouched(self, place: int, paragraph: str) -> str | None:
        """Return the id that a paragraph had in the revision before, if it reads the same there."""
        return self._untouched.get((place, paragraph))

    def new_in(self, place: int) -> Iterator[Word]:
        """Yield all words that came in, or came back, with a revision, each once."""
        ends = [*self._first, len(self.homes)]
        yield from range(ends[place], ends[place + 1])
        yield from (word for word, places in self.returns.items() if place in places)

    def returned(self, word: Word, place: int) -> int | None:
        """Return in which revision a word came back last, up to this one; None if it never left."""
        places = self.returns.get(word)
        if places is None:
            return None
        return max((each for each in places if each <= place), default=None)

    def came(self, word: Word, place: int) -> int:
        """Return since which revision a word has stood, seen from this one."""
        back = self.returned(word, place)
        return self.homes[word][0] if back is None else back

    def text(self, place: int, paragraph: str) -> str:
        """Return the text of a paragraph."""
        return self._paragraphs[place][paragraph].text

    def label(self, place: int, paragraph: str) -> Label | None:
        """Return the label of a paragraph, None where it has no number."""
        return self._paragraphs[place][paragraph].label

    @cached_property
    def _paragraphs(self) -> list[dict[str, Paragraph]]:
        return [{each.id: each for each in one.paragraphs} for one in self.chain.revisions]

    def _born(self, place: int, paragraph: Paragraph) -> Word:
        self.homes.append((place, paragraph.id))
        return len(self.homes) - 1

    def _stock(self, place: int) -> frozenset[_Group]:
        """Return the groups of three words that stand more than once in a revision."""
        count: Counter[_Group] = Counter()
        for each in self.chain.revisions[place].paragraphs:
            keys = tokens(each.text)
            count.update(zip(keys, keys[1:], keys[2:], strict=False))
        return frozenset(group for group, n in count.items() if n > 1)

    def _follow(self, step: Comparison, place: int, losses: Losses) -> None:
        """Take the words of one revision over to the next."""
        here: dict[str, list[Word]] = {}
        self._words.append(here)
        arrivals: list[tuple[Arrival, Paragraph, int]] = []
        for redline in step.redlines:
            bead = redline.bead
            if _is_untouched(redline):
                self._untouched[place, bead.new[0].id] = bead.old[0].id
                here[bead.new[0].id] = self._words[place - 1][bead.old[0].id]
                continue
            before = [word for each in bead.old for word in self._words[place - 1][each.id]]
            kept = _kept(redline, len(before))
            gone = set(range(len(before))).difference(kept)
            for loss in self._lost(bead.old, gone, place - 1):
                losses.add(loss)
            at = 0
            for each in bead.new:
                keys = tokens(each.text)
                part = kept[at : at + len(keys)]
                at += len(keys)
                here[each.id] = [_NEW if old == _NEW else before[old] for old in part]
                arrivals += self._arrived(each, keys, here[each.id], place)
        # The longest first: a word or two may be found again in many places.
        for arrival, paragraph, start in sorted(arrivals, key=lambda each: -len(each[0].keys)):
            words = here[paragraph.id]
            for at, (word, is_back) in losses.claim(arrival).items():
                words[start + at] = word
                if is_back:
                    self.returns.setdefault(word, []).append(place)
        self._first.append(len(self.homes))
        self._bear(arrivals, here, place)

    def _lost(
        self, old: Sequence[Paragraph], gone: set[int], place: int
    ) -> Iterator[Loss]:  # fmt: skip
        """Yield the stretches of words that went from the paragraphs of one bead."""
        at = 0
        for each in old if gone else ():
            keys = tokens(each.text)
            words = self._words[place][each.id]
            thread = self._threads.get((self.chain.revisions[place].name, each.id), "")
            flags = [at + n in gone for n in range(len(keys))]
            at += len(keys)
            for start, end in _runs(flags):
                beside = _at(keys, start - 1), _at(keys, end)
                yield Loss(place, thread, keys[start:end], words[start:end], *beside)

    def _arrived(
        self, paragraph: Paragraph, keys: Sequence[str], words: Sequence[Word], place: int
    ) -> Iterator[tuple[Arrival, Paragraph, int]]:
        """Yield the stretches of a paragraph that are new in it, with where they begin."""
        thread = self._threads.get((self.chain.revisions[place].name, paragraph.id), "")
        for start, end in _runs([word == _NEW for word in words]):
            beside = _at(keys, start - 1), _at(keys, end)
            yield Arrival(place, thread, keys[start:end], *beside), paragraph, start

    def _bear(
        self, arrivals: Sequence[tuple[Arrival, Paragraph, int]], here: dict[str, list[Word]],
        place: int,
    ) -> None:  # fmt: skip
        """Number the words that are new indeed, and mark those that stood elsewhere before."""
        wanted = {
            tuple(arrival.keys[at : at + RUN])
            for arrival, _, _ in arrivals
            for at in range(len(arrival.keys) - RUN + 1)
        }
        before = self.chain.revisions[place - 1].paragraphs
        known = standing_in((tokens(each.text) for each in before), wanted) if wanted else set()
        for arrival, paragraph, start in arrivals:
            keys, words = arrival.keys, here[paragraph.id]
            copied = {
                at + n
                for at in range(len(keys) - RUN + 1)
                if tuple(keys[at : at + RUN]) in known
                for n in range(RUN)
            }
            for at in range(len(keys)):
                if words[start + at] == _NEW:
                    words[start + at] = self._born(place, paragraph)
                    if at in copied:
                        self.repeated.add(words[start + at])


def _is_untouched(redline: Redline) -> bool:
    """Whether a bead is one paragraph that reads as it did, to the letter."""
    bead, edits = redline.bead, redline.edits
    is_one = len(bead.old) == len(bead.new) == len(edits) == 1
    return is_one and edits[0].op is Op.KEEP and edits[0].was is None


def _at(keys: Sequence[str], place: int) -> str:
    return keys[place] if 0 <= place < len(keys) else ""


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the half-open stretches in which all flags are set."""
    start = None
    for at, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = at
        elif not flag and start is not None:
            yield start, at
            start = None


def _kept(redline: Redline, count: int) -> list[int]:
    """For each word of the new side its place on the old side of `count` words, or -1 if new."""
    found: list[int] = []
    at = 0
    for edit in redline.edits:
        now = tokens(edit.text)
        if edit.op is Op.INSERT:
            found += [_NEW] * len(now)
            continue
        was = now if edit.was is None else tokens(edit.was)
        if edit.op is Op.KEEP:
            found += _paired(was, now, at)
        at += len(was)
    size = sum(len(tokens(each.text)) for each in redline.bead.new)
    if (at, len(found)) == (count, size):
        return found
    # An edit may part what is one word to a reader of the whole text: then the words are compared.
    old = [key for each in redline.bead.old for key in tokens(each.text)]
    return _paired(old, [key for each in redline.bead.new for key in tokens(each.text)], 0)


def _paired(was: Sequence[str], now: Sequence[str], at: int) -> list[int]:
    """Pair kept words one by one; where a spelling has more words than the other, by themselves."""
    if len(was) == len(now):
        return list(range(at, at + len(was)))
    found = [_NEW] * len(now)
    for hunk in changes(was, now):
        if hunk.kept:
            for n in range(hunk.new_end - hunk.new_start):
                found[hunk.new_start + n] = at + hunk.old_start + n
    return found
