"""What of a revision is not agreed yet, counted: brackets, alternatives, options, "No text"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amend.model.draft import Paragraph, Revision
from amend.text.nesting import Nesting, nesting
from amend.text.words import tokens, words

_OPTION = re.compile(
    r"(?<!\w)(?:Option|Opción|Alternativ[ae]|Variante?|Вариант|备选案文|备选方案|الخيار|البديل)"
    r"\s*(?P<figure>\d{1,2}|[IVX]{1,4}|[A-Z]|[一二三四五六七八九十]|[٠-٩]{1,2})\s*[)\]]?\s*(?:[:.–—：]|$)",
    re.IGNORECASE,
)
# What every head of an option holds, whatever its case: most texts have none of it.
_OPTION_SIGNS = ("opt", "opc", "alternat", "var", "вар", "备选", "الخ", "البد")
_NO_TEXT = re.compile(
    r"[\s\[(*_]*(?:no text|pas de texte|aucun texte|sin texto|ningún texto|нет текста"
    r"|текст отсутствует|无案文|没有案文|لا نص|لا يوجد نص)",
    re.IGNORECASE,
)
_SIBLINGS = re.compile(r"\]\s*\[")
_NAMES = re.compile(
    r"\[\s*(?P<names>[A-Z][\w&.’'+-]*(?:[ ](?:of|and|the|on|for|[A-Z][\w&.’'+-]*)){0,6}"
    r"(?:\s*[,;/]\s*[A-Z][\w&.’'+-]*(?:[ ](?:of|and|the|[A-Z][\w&.’'+-]*)){0,6})*)\s*:"
)
# What stands before a colon in a bracket and is no one's name.
_NO_NAMES = frozenset(
    """
    preamble placeholder note notes option alternative variant article chapeau footnote title annex
    paragraph para text add delete insert other new old source comment editorial heading subheading
    """.split()
)


@dataclass(frozen=True, slots=True)
class Dispute:
    """What of one revision is open, in counts.

    `brackets` are the square brackets that open, `deepest` how far they are nested. `alternatives`
    are brackets that stand side by side, each set counted once: [shall][should]. `options` are
    paragraphs headed Option 1 or Opción 2, in so many `choices`; `no_text` are those that leave
    the paragraph out. `words` of `of` stand in brackets. `by` are the names told inside brackets
    ("[EU, Japan: delete]") with how many bear each. `unbalanced` are the paragraphs and signs of
    brackets without a fellow.
    """

    brackets: int = 0
    deepest: int = 0
    alternatives: int = 0
    options: int = 0
    choices: int = 0
    no_text: int = 0
    words: int = 0
    of: int = 0
    by: tuple[tuple[str, int], ...] = ()
    unbalanced: tuple[tuple[Paragraph, str], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether anything is left to agree on."""
        return bool(self.brackets or self.options or self.unbalanced)


def dispute(revision: Revision) -> Dispute:
    """Count what is open in a revision; the signs round a printed number count, too."""
    texts = [_printed(each) for each in revision.paragraphs]
    found = nesting(texts)
    figures = [each for text in texts for each in _options(text)]
    heads = [
        len(text) - len(each.text) for text, each in zip(texts, revision.paragraphs, strict=True)
    ]
    inside, every = _words(texts, heads, found)
    return Dispute(
        brackets=sum(text.count("[") for text in texts),
        deepest=max((pair.depth for pair in found.pairs), default=0),
        alternatives=sum(_alternatives(text) for text in texts),
        options=len(figures),
        choices=sum(
            _opens(each, before) for before, each in zip(["", *figures], figures, strict=False)
        ),
        no_text=sum(_NO_TEXT.match(each.text) is not None for each in revision.paragraphs),
        words=inside,
        of=every,
        by=tuple(Counter(name for text in texts for name in _named(text)).most_common()),
        unbalanced=tuple(
            (revision.paragraphs[at.text], sign)
            for at, sign in sorted(
                [*((at, "[") for at in found.unclosed), *((at, "]") for at in found.unopened)]
            )
        ),
    )


def _printed(paragraph: Paragraph) -> str:
    printed = paragraph.printed or ""
    return f"{printed} {paragraph.text}" if printed else paragraph.text


def _options(text: str) -> Iterator[str]:
    """Yield the figures of the options that begin in a text: "Option 2:" stands for "2"."""
    lowered = text.casefold()
    if any(sign in lowered for sign in _OPTION_SIGNS):
        yield from (match["figure"].upper() for match in _OPTION.finditer(text))


def _opens(figure: str, before: str) -> bool:
    """Whether an option is the first of its choice: its figure does not go on with the last."""
    return figure in {"1", "I", "A", "一", "١"} or not before or figure == before


def _alternatives(text: str) -> int:
    """Count the sets of brackets that stand side by side, at whatever depth."""
    if not _SIBLINGS.search(text):
        return 0
    ends: dict[int, int] = {}
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == "[":
            opened.append(place)
        elif sign == "]" and opened:
            ends[opened.pop()] = place
    starts = set(ends)
    following = {
        start: nxt for start, end in ends.items() if (nxt := _next_sign(text, end + 1)) in starts
    }
    return len(following.keys() - following.values())


def _next_sign(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _named(text: str) -> Iterator[str]:
    for match in _NAMES.finditer(text):
        names = [each.strip() for each in re.split(r"[,;/]| and ", match["names"])]
        if not any(each.split()[0].casefold() in _NO_NAMES for each in names if each):
            yield from (each for each in names if each)


def _words(texts: Sequence[str], heads: Sequence[int], found: Nesting) -> tuple[int, int]:
    """Count the words that stand in brackets, and all words; printed numbers are none."""
    inside = every = 0
    for place, (text, pairs) in enumerate(zip(texts, found.by_text(len(texts)), strict=True)):
        spans = [
            (
                pair.start.sign if pair.start.text == place else 0,
                pair.end.sign if pair.end.text == place else len(text),
            )
            for pair in pairs
            if pair.depth == 1
        ]
        if not spans:  # nearly every paragraph: no word of it has to be found again
            every += len(tokens(text[heads[place] :]))
            continue
        spoken = [each for each in words(text) if each.start >= heads[place]]
        every += len(spoken)
        inside += sum(any(start <= each.start < end for start, end in spans) for each in spoken)
    return inside, every
