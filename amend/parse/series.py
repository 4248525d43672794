"""Two sub-paragraph labels in, whether the one goes on with the series of the other out."""

from __future__ import annotations

from amend.labels import Label, Step
from amend.text.numerals import letters, roman


def goes_on(last: Label, label: Label, by: int | None) -> bool:
    """Whether (b) follows 9(a), (ii) follows 9(a)(i); with `by` None, whatever is missing between.

    The very next one of an outer series goes before a gap in an inner: after (b), (i) comes (c).
    """
    over = last.parent
    if over is None:
        return False
    step = label.under(over, last).steps[len(over.steps) :][:1]
    last_step = last.steps[len(over.steps) :][:1]
    if not step or not last_step or not _is_one_series(last_step[0], step[0]):
        return False
    if step[0].ordinal == last_step[0].ordinal + 1 or len(label.steps) > 1:
        return True
    if by is not None:
        return False
    mark = step[0].printed.strip("()")
    return step[0].ordinal > last_step[0].ordinal and mark not in {"i", "ii"}


def _is_one_series(last: Step, step: Step) -> bool:
    """Whether two marks can stand in one series: figures, letters or Roman figures."""
    before, mark = last.printed.strip("()/"), step.printed.strip("()/")
    if before[:1].isdigit() or mark[:1].isdigit():
        return before[:1].isdigit() and mark[:1].isdigit()
    if roman(before) == last.ordinal and roman(mark) is not None:
        return True
    return letters(before) == last.ordinal and letters(mark) is not None
