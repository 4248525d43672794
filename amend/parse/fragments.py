"""A marked passage out of one paragraph in, the whole paragraph with the same marks out."""

from __future__ import annotations

import re
from dataclasses import replace

from amend.labels import split_head
from amend.model.source import Block, Run
from amend.parse.index import Base
from amend.parse.ties import words_before
from amend.text.words import tokens, words

_FEW_WORDS = 3
_PASSAGE = 6
_DOTS = re.compile(r"\.\s?\.\s?\.|…")
_DOTS_BEFORE = re.compile(rf"^\s*((?:[\w()]{{1,12}}[.)]\s+)?)[\[(]*(?:{_DOTS.pattern})[\])]*\s*")
_DOTS_BEHIND = re.compile(rf"\s*[\[(]*(?:{_DOTS.pattern})[\])]*\s*$")


def completed(plain: Block, marked: Block, base: Base) -> Block | None:
    """Fill a passage of one paragraph up with the words round it: "... to end hunger ...".

    `plain` is the block as it stands, without any marks; None where it is no such passage.
    """
    marked = _without_dots(marked)
    label, quoted = words_before(marked)
    has_cuts = any(run.deleted and run.text.strip() for run in marked.runs)
    least = _FEW_WORDS if label is not None or has_cuts else _PASSAGE
    if len(tokens(quoted)) < least or _DOTS.search(quoted):
        return None
    likely = base.find(label) if label is not None else base.revision.paragraphs
    holding = [each for each in likely if base.holds(each, quoted)]
    as_it_stands = words_before(_without_dots(plain))[1]
    if len(holding) != 1 or (not has_cuts and base.holds(holding[0], as_it_stands)):
        return None
    return _filled(marked, holding[0].text, tokens(quoted))


def _filled(marked: Block, text: str, quoted: list[str]) -> Block | None:
    """Put what a paragraph says before and behind a passage round its runs."""
    found = words(text)
    keys = [word.key for word in found]
    starts = [
        at for at in range(len(keys) - len(quoted) + 1) if keys[at : at + len(quoted)] == quoted
    ]
    runs = list(marked.runs)
    printed = "".join(run.text for run in runs)
    head = split_head(printed)
    if len(starts) != 1 or not runs:
        return None
    first, last = found[starts[0]], found[starts[0] + len(quoted) - 1]
    if head is not None:
        length = len(printed) - len(head[2])
        if not printed.endswith(head[2]) or len(runs[0].text) < length:
            return None
        runs[0] = replace(runs[0], text=runs[0].text[length:])
    before = f"{head[0]} {text[: first.start]}" if head is not None else text[: first.start]
    behind = text[last.end :]
    if runs[-1].text.rstrip()[-1:] in set(".,;:") and not runs[-1].deleted:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip()[:-1])
    return replace(marked, runs=(Run(before), *runs, Run(behind)), mark_inserted=None)


def _without_dots(block: Block) -> Block:
    """Take the dots off that stand for what a passage leaves out before and behind it."""
    runs = list(block.runs)
    if runs:
        runs[0] = replace(runs[0], text=_DOTS_BEFORE.sub(r"\1", runs[0].text))
        runs[-1] = replace(runs[-1], text=_DOTS_BEHIND.sub("", runs[-1].text))
    return replace(block, runs=tuple(runs))
