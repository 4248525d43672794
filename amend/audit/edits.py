"""OLD's text and NEW's marked text in, edits with their standings out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from amend.audit.explain import Form, Step, explain
from amend.audit.units import Marked
from amend.model.audit import AuditEdit, Standing
from amend.model.comparison import Op
from amend.model.source import Run
from amend.text.exact import PARAGRAPH_END, exact
from amend.text.words import Word


def audited(old: str, runs: Sequence[Run], *, folds: bool = False) -> tuple[AuditEdit, ...]:
    """Tell the standing of every word of OLD and of NEW's runs, in reading order.

    `folds` takes another use of capitals for typography, as in headings.
    """
    if old.strip() == "".join(run.text for run in runs if run.inserted is None).strip():
        return tuple(_joined(_edit(run.text, run, Form.BEFORE) for run in runs))
    words = exact(old)
    keys = [word.key.casefold() if folds else word.key for word in words]
    marked = Marked(runs, folds=folds)
    writer = _Writer(old, words, marked)
    return tuple(_joined(_with_hyphens(list(_joined(writer.edits(explain(keys, marked.units)))))))


class _Writer:
    """Lays the steps of an explanation out as edits, spaces and all."""

    def __init__(self, old: str, words: Sequence[Word], marked: Marked) -> None:
        self._old, self._words, self._marked = old, words, marked

    def edits(self, steps: Sequence[Step]) -> Iterator[AuditEdit]:
        """Yield edits in reading order; what OLD alone has stands where OLD had it."""
        at = 0
        before: Step | None = None
        gone: list[Step] = []
        for step in steps:
            if step.unit is None:
                gone.append(step)
                continue
            unit = self._marked.units[step.unit]
            yield from self._gap((at, unit.start), before, gone, step)
            yield from self._unit(step)
            at, before, gone = unit.end, step, []
        yield from self._gap((at, len(self._marked.text)), before, gone, None)

    def _gap(
        self, span: tuple[int, int], before: Step | None, gone: Sequence[Step], behind: Step | None
    ) -> Iterator[AuditEdit]:
        """Yield the space between two units of NEW, and the words that stood there in OLD."""
        space = self._marked.text[slice(*span)]
        if gone and not self._is_loose_hyphen(space, before, gone, behind):
            yield from self._gone(span, before, gone, behind)
            return
        yield from self._spaces(span, before, behind, is_kept=_are_kept(before, behind))

    def _gone(
        self, span: tuple[int, int], before: Step | None, gone: Sequence[Step], behind: Step | None
    ) -> Iterator[AuditEdit]:
        """Yield what OLD alone has, with the spaces that went with it, and the space that is left.

        "the [old ]lake" keeps the space before, "We act[,] in time" the one behind.
        """
        start, end = gone[0].start, gone[-1].end
        first, last = self._words[start].start, self._words[end - 1].end
        lead = self._words[start - 1].end if start else first
        stop = self._words[end].start if end < len(self._words) else len(self._old)
        if span[0] == span[1] and start:
            yield _silent(self._old[lead:last], Op.DELETE)
        elif lead == first and start and stop > last:
            yield _silent(self._old[first:last], Op.DELETE)
            yield from self._spaces(span, before, behind, is_kept=False)
        else:
            yield from self._spaces(span, before, behind, is_kept=False)
            yield _silent(self._old[first:stop], Op.DELETE)

    def _is_loose_hyphen(
        self, space: str, before: Step | None, gone: Sequence[Step], behind: Step | None
    ) -> bool:
        """Whether "long-term" became "long term"."""
        if len(gone) > 1 or not space or not _are_kept(before, behind):
            return False
        place = gone[0].start
        around = [self._words[n] for n in (place - 1, place, place + 1)]
        is_tight = around[0].end == around[1].start and around[1].end == around[2].start
        return is_tight and around[1].key == "-" and _are_letters(around[0].key, around[2].key)

    def _unit(self, step: Step) -> Iterator[AuditEdit]:
        assert step.unit is not None
        unit = self._marked.units[step.unit]
        pieces = list(self._marked.cuts(unit.start, unit.end))
        if step.form is Form.BEFORE and len(pieces) == 1 and _is_bare(pieces[0][2]):
            was = self._old[self._words[step.start].start : self._words[step.end - 1].end]
            yield _kept(self._marked.text[unit.start : unit.end], was)
            return
        for start, end, run in pieces:
            yield _edit(self._marked.text[start:end], run, step.form)

    def _spaces(
        self, span: tuple[int, int], before: Step | None, behind: Step | None, *, is_kept: bool
    ) -> Iterator[AuditEdit]:
        """Give spaces the standing of the words beside them; kept ones may print otherwise."""
        pieces = list(self._marked.cuts(*span))
        if is_kept and all(_is_bare(run) for _, _, run in pieces):
            assert before is not None
            assert behind is not None
            was = self._old[self._words[before.end - 1].end : self._words[behind.start].start]
            yield _kept(self._marked.text[slice(*span)], was)
            return
        for start, end, run in pieces:
            yield _edit(self._marked.text[start:end], run, self._form(run, before, behind))

    def _form(self, run: Run, before: Step | None, behind: Step | None) -> Form:
        for step in (before, behind):
            if step is None or step.unit is None:
                continue
            if step is before and self._is_closed(step, behind):
                continue
            unit = self._marked.units[step.unit]
            last = self._marked.run_at(unit.end - 1 if step is before else unit.start)
            if (last.inserted, last.deleted) == (run.inserted, run.deleted):
                return step.form
        return Form.BEFORE

    def _is_closed(self, step: Step, behind: Step | None) -> bool:
        """Whether OLD has no space behind a word that NEW goes on from: "lake[ and port]."."""
        if step.form is not Form.BEFORE or behind is None or behind.form is not Form.NONE:
            return False
        end = self._words[step.end - 1].end
        return not self._old[end : end + 1].isspace()


def _are_kept(*steps: Step | None) -> bool:
    return all(step is not None and step.form is Form.BEFORE for step in steps)


def _are_letters(*keys: str) -> bool:
    return all(key.isalpha() for key in keys)


def _is_bare(run: Run) -> bool:
    return run.inserted is None and run.deleted is None


def _kept(text: str, was: str) -> AuditEdit:
    """Keep what only a line's end parts: where a line breaks is nobody's typing."""
    if was.replace("\n", " ") == text.replace("\n", " "):
        return AuditEdit(Op.KEEP, Standing.KEPT, text)
    return AuditEdit(Op.KEEP, Standing.TYPOGRAPHY, text, was)


def _silent(text: str, op: Op) -> AuditEdit:
    return AuditEdit(op, Standing.SILENT, text)


def _edit(text: str, run: Run, form: Form) -> AuditEdit:
    """Set what the marks say of words against whether OLD has them."""
    is_before = form is Form.BEFORE and run.inserted is None
    stood = run.deleted is None if form is Form.AFTER else is_before
    marks = {"inserted": run.inserted, "deleted": run.deleted}
    if run.inserted is not None and run.deleted is not None:
        return AuditEdit(Op.DELETE, Standing.PASSING, text, None, **marks)
    if run.inserted is not None:
        standing = Standing.UNREAL if stood else Standing.DECLARED
        return AuditEdit(Op.INSERT, standing, text, None, **marks)
    if run.deleted is not None:
        standing = Standing.DECLARED if stood else Standing.UNREAL
        return AuditEdit(Op.DELETE, standing, text, None, **marks)
    return AuditEdit(Op.KEEP, Standing.KEPT, text) if stood else _silent(text, Op.INSERT)


def _with_hyphens(edits: list[AuditEdit]) -> Iterator[AuditEdit]:
    """Take "co-operation" for "cooperation" and "long-term" for "long term": words are the same."""
    place = 0
    while place < len(edits):
        stretch = [place]
        while _is_silent(edits, stretch[-1]):
            stretch.append(stretch[-1] + 1)
        found = [edits[n] for n in stretch[:-1]]
        behind = edits[stretch[-1]] if stretch[-1] < len(edits) else None
        if found and _is_hyphen(found, edits[place - 1] if place else None, behind):
            now = "".join(each.text for each in found if each.op is Op.INSERT)
            was = "".join(each.text for each in found if each.op is Op.DELETE)
            yield AuditEdit(Op.KEEP, Standing.TYPOGRAPHY, now, was)
        else:
            yield from found or [edits[place]]
        place += max(len(found), 1)


def _is_silent(edits: Sequence[AuditEdit], place: int) -> bool:
    return place < len(edits) and edits[place].standing is Standing.SILENT


def _is_hyphen(
    found: Sequence[AuditEdit], before: AuditEdit | None, behind: AuditEdit | None
) -> bool:
    lead = before.text if before else ""
    tail = behind.text if behind else ""
    sides = [_old_and_new(lead, each, tail, found) for each in (Op.DELETE, Op.INSERT)]
    words = ["".join(exact_letters(side)) for side in sides]
    hyphens = [side.count("-") for side in map(_evened, sides)]
    has_figures = any(sign.isdigit() for each in found for sign in each.text)
    is_tight = all(_is_tight(side) for side in map(_evened, sides))
    return words[0] == words[1] and hyphens[0] != hyphens[1] and is_tight and not has_figures


def _old_and_new(lead: str, op: Op, tail: str, found: Sequence[AuditEdit]) -> str:
    """The stretch in one of both texts, with a sign of what stands before and behind it."""
    return lead[-1:] + "".join(each.text for each in found if each.op is op) + tail[:1]


def _evened(text: str) -> str:
    return "".join("-" if word.key == "-" else text[word.start : word.end] for word in exact(text))


def exact_letters(text: str) -> Iterator[str]:
    """Yield the keys of a text without hyphens."""
    return (word.key for word in exact(text) if word.key != "-")


def _is_tight(text: str) -> bool:
    """Whether every hyphen stands between two letters, with no space beside it."""
    return all(
        0 < place < len(text) - 1 and text[place - 1].isalpha() and text[place + 1].isalpha()
        for place, sign in enumerate(text)
        if sign == "-"
    )


def _joined(edits: Iterable[AuditEdit]) -> Iterator[AuditEdit]:
    """Join neighbours of one standing under the same marks; ends of paragraphs become newlines."""
    found: list[AuditEdit] = []
    for each in edits:
        if not each.text and not each.was:
            continue
        if found and not _belong(found[-1], each):
            yield _as_one(found)
            found = []
        found.append(each)
    if found:
        yield _as_one(found)


def _as_one(edits: Sequence[AuditEdit]) -> AuditEdit:
    text = "".join(each.text for each in edits).replace(PARAGRAPH_END, "\n")
    was = edits[0].was
    if len(edits) == 1 and text == edits[0].text and PARAGRAPH_END not in (was or ""):
        return edits[0]
    return replace(edits[0], text=text, was=was and was.replace(PARAGRAPH_END, "\n"))


def _belong(one: AuditEdit, other: AuditEdit) -> bool:
    return (
        one.was is other.was is None
        and (one.op, one.standing) == (other.op, other.standing)
        and (one.inserted, one.deleted) == (other.inserted, other.deleted)
    )
