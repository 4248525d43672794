"""The paragraphs of any document and later revisions in, where each of them lives on out."""

from __future__ import annotations

from collections.abc import Sequence

from amend.errors import LabelError
from amend.labels import Label
from amend.model.descent import Descent
from amend.model.draft import Revision, Role
from amend.model.trail import Step, Trail

# A text with fewer words than this is like too much to be followed.
_LEAST = 5


def follow(
    texts: Revision, revisions: Sequence[Revision], only: str | None = None
) -> tuple[Trail, ...]:
    """Find where the paragraphs of a document live on; all of them are rivals for each place.

    `only` is the number of the ones to be told. Raises LabelError if there is none such.
    """
    from amend.match.descent import CARRIED, descents

    asked = [
        each for each in texts.paragraphs
        if each.role is not Role.HEADING and len(each.text.split()) >= _LEAST
    ]  # fmt: skip
    wanted = None if only is None else Label.parse(only)
    told = [n for n, each in enumerate(asked) if wanted is None or each.label == wanted]
    if not told:
        labels = ", ".join(dict.fromkeys(str(each.label) for each in asked if each.label)) or "none"
        what = f"{only} is not in {texts.name}" if only else f"{texts.name} holds no text to follow"
        raise LabelError(what, hint=f"It has these numbers: {labels}.")
    every = [descents([each.text for each in asked], later) for later in revisions]
    return tuple(
        Trail(
            asked[n],
            tuple(
                _step(later, found[n], found[n].score >= CARRIED)
                for later, found in zip(revisions, every, strict=True)
            ),
        )
        for n in told
    )


def _step(later: Revision, descent: Descent, is_likely: bool) -> Step:
    at = None if descent.paragraph is None else later.paragraph(descent.paragraph)
    return Step(later.name, at, descent, is_likely)
