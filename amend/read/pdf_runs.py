"""The lines of one paragraph in; its runs of words out, as they would stand without any lines.

Words broken at the end of a line are made whole, by the words that the same file holds elsewhere;
letters that fonts draw as one, or in the forms of Arabic script, become letters again.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby, zip_longest

from amend.model.source import Comment, Look, Run, Stamp
from amend.read.pdf_lines import Line
from amend.read.pdf_looks import look_of
from amend.read.pdf_packets import JOINED, Piece

# What stands between words; a hyphen stands within them. Splitting is ten times as quick as a
# pattern, and all words of a file are asked for.
_BETWEEN_WORDS = dict.fromkeys(
    map(ord, string.punctuation.replace("-", "") + string.digits + "‘’“”«»…–—•·،؛؟。，、；："), " "
)
_LAST = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*$")
_FIRST = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_FORMS = re.compile(r"[\ufb00-\ufdff\ufe70-\ufefc]")
# Marks of direction go as well: letters are put in order by where they stand, and a font can be
# made to say of any letter that it turns the words behind it round.
_UNSEEN = re.compile(
    r"[\u00ad\u200b\ufeff\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_SPACES = re.compile(r"[ \t\u2000-\u200a\u3000]{2,}")
# "A N N E X": letters set apart for show.
_SPACED_OUT = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,}(?!\S)")
# A file whose lines break words does so in more than this share of them; a short one tells nothing.
_BROKEN, _FEW_LINES = 0.02, 50
# Words that stand behind a hyphen and not by themselves within a word.
_BEHIND_HYPHEN = frozenset(("либо", "нибудь", "таки", "même", "mêmes"))
_ENDS_OPEN = re.compile(r"\S[-‐‑–—/]$")
_NO_SPACE_BEFORE = tuple(",.;:!?)]’ ")
_WEB = re.compile(r"(?:https?://|www\.)\S*$")
# Chinese words with signs of another width go on without a space, too.
_CJK_SIGN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff][,.;:!?)\]\"'”’]+$")
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]")


_PLAIN = Look.PLAIN
_State = tuple[Look, Stamp | None, Stamp | None]
_Part = tuple[str, _State]


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words that an annotation puts in: behind a piece, or before the first of its line."""

    text: str
    by: Stamp
    is_before: bool = False


@dataclass(slots=True)
class Annotated:
    """What annotations say: comments by line, and stamps by piece (both by `id`).

    `inserted` holds words put in at a piece; `unplaced` is what stands near no words, with its
    page.
    """

    comments: dict[int, list[Comment]] = field(default_factory=lambda: defaultdict(list))
    deleted: dict[int, Stamp] = field(default_factory=dict)
    inserted: dict[int, list[Inserted]] = field(default_factory=lambda: defaultdict(list))
    unplaced: list[tuple[int, str]] = field(default_factory=list)


class Vocabulary:
    """The words of a file, which tell how one that a line broke is spelt."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Hold the lines; they are read when the first broken word is met."""
        self._lines = lines

    @cached_property
    def _breaks(self) -> bool:
        """Whether the lines of the file break words: else a hyphen that ends one is the word's."""
        ends = [line.is_hyphened for line in self._lines]
        return len(ends) < _FEW_LINES or sum(ends) > _BROKEN * len(ends)

    @cached_property
    def words(self) -> Collection[str]:
        """All whole words, in small letters; those that lines break are none."""
        found: set[str] = set()
        is_broken = False
        for line in self._lines:
            words = line.text.lower().translate(_BETWEEN_WORDS).split()
            found.update(words[is_broken : len(words) - line.is_hyphened])
            is_broken = line.is_hyphened
        return found

    def has_hyphen(self, left: str, right: str) -> bool:
        """Whether a word broken after a hyphen is spelt with it.

        As the file spells it elsewhere; else with it where both parts are words by themselves.
        """
        before, behind = _LAST.search(left), _FIRST.match(right)
        if before is None or behind is None or behind[0][0].isupper():
            return True
        one, other = before[0].lower(), behind[0].lower()
        if f"{one}-{other}" in self.words:
            return True
        if f"{one}{other}" in self.words:
            return False
        if not self._breaks or other in _BEHIND_HYPHEN:
            return True
        return (one in self.words and other in self.words) or "-" in one


def runs(
    lines: Sequence[Line], vocabulary: Vocabulary, usual: int, dropped: Collection[int] = (),
    led: int = 0, said: Annotated | None = None,
) -> tuple[Run, ...]:  # fmt: skip
    """Return the runs of a paragraph.

    `usual` is the colour of plain words; `dropped` are pieces, by `id`, that are left out, and
    `led` counts the letters of the first line that are: the mark of a footnote. `said` are the
    words that annotations strike or put in.
    """
    parts = list(_parts(lines, vocabulary, usual, dropped, said or Annotated()))
    if led:
        parts = _without_lead(parts, led)
    found = [
        Run(clean("".join(text for text, _ in group)), inserted, deleted, look)
        for (look, inserted, deleted), group in groupby(parts, key=lambda part: part[1])
    ]
    return tuple(_trimmed(found))


def _parts(
    lines: Sequence[Line], vocabulary: Vocabulary, usual: int, dropped: Collection[int],
    said: Annotated,
) -> Iterator[_Part]:  # fmt: skip
    before: Line | None = None
    earlier: _State = (_PLAIN, None, None)
    for line in lines:
        between = _joint(before, line, vocabulary) if before is not None else ""
        for piece, following in zip_longest(line.pieces, line.pieces[1:]):
            if piece is not line.pieces[0]:
                between += "" if piece.glue == JOINED else " "
            if id(piece) in dropped:
                between = between if between == " " else ""
                continue
            look = look_of(piece, usual)
            if line.is_raised(piece):
                look |= Look.RAISED
            put_in = said.inserted.get(id(piece), ())
            for each in put_in:
                if each.is_before:
                    yield f"{between}{each.text}", (_PLAIN, each.by, None)
                    between = between or " "
            part = look, None, said.deleted.get(id(piece))
            if between == " " and part != earlier:
                yield " ", _shared(earlier, part)
                between = ""
            yield between + piece.text, part
            between, earlier = "", part
            for each in put_in:
                if not each.is_before:
                    is_split = following is not None and following.glue == JOINED
                    is_within = is_split and following.text[:1].isalnum()
                    words = _set_in(each.text, piece.text, is_within, part)
                    yield words, (_PLAIN, each.by, None)
        before = line


def _shared(one: _State, other: _State) -> _State:
    """Return how a space looks between two pieces: as far as both do, so a mark ends at a word."""
    look = one[0] & other[0]
    is_known = look in {one[0], other[0]}
    return look if is_known else _PLAIN, None, one[2] if one[2] == other[2] else None


def _set_in(text: str, before: str, is_within: bool, part: _State) -> str:
    """Return words put in behind others: with a space, but in their place or within a word.

    `is_within` says that letters follow at once.
    """
    if before.endswith(" "):
        return f"{text} " if is_within else text
    if part[2] is not None or is_within or text[:1] in _NO_SPACE_BEFORE:
        return text
    return f" {text}"


def _joint(before: Line, line: Line, vocabulary: Vocabulary) -> str:
    """Return what stands between two lines of a paragraph once they are one."""
    left, right = before.text, line.text
    if before.is_hyphened:
        return "-" if vocabulary.has_hyphen(left, right) else ""
    if not left or not right:
        return ""
    if _CJK.match(right[0]) and (_CJK.match(left[-1]) or _CJK_SIGN.search(left)):
        return ""
    if _ENDS_OPEN.search(left) or (_WEB.search(left) and not right[0].isspace()):
        return "" if not _WEB.search(left) or re.match(r"\S*[/.\-=]\S", right) else " "
    return " "


def _without_lead(parts: list[_Part], led: int) -> list[_Part]:
    kept = []
    for text, look in parts:
        cut = min(led, len(text))
        led -= cut
        if text[cut:]:
            kept.append((text[cut:], look))
    return kept


def clean(text: str) -> str:
    """Return text with letters for forms of letters, without what is not seen."""
    if not (text.isascii() and text.isprintable()):
        text = _UNSEEN.sub("", text)
        if _FORMS.search(text):
            text = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
        text = _SPACES.sub(" ", _PRIVATE.sub("•", text))
    elif "  " in text:
        text = _SPACES.sub(" ", text)
    return _SPACED_OUT.sub(lambda word: word[0].replace(" ", ""), text)


def _trimmed(found: Sequence[Run]) -> Iterator[Run]:
    """Take white space from both ends, and what is doubled between runs."""
    kept = [each for each in found if each.text]
    for place, each in enumerate(kept):
        text = each.text
        if place == 0:
            text = text.lstrip()
        elif kept[place - 1].text.endswith(" "):
            text = text.lstrip(" ")
        if place == len(kept) - 1:
            text = text.rstrip()
        if text:
            yield replace(each, text=text)


def words_of(pieces: Iterable[Piece]) -> str:
    """Return the words of some pieces, for an annotation pinned to them."""
    said = ""
    for each in pieces:
        said += ("" if each.glue == JOINED or not said else " ") + each.text
    return clean(said)
