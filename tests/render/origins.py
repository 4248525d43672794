"""A chain whose words came in every way there is: the sheets on where they come from."""

from __future__ import annotations

import amend
from amend import pipeline
from amend.labels import Label
from amend.render.origin_view import OriginSheet, sheets

_HERDS = "We recognize the knowledge of herding peoples, whose movements follow rain and pasture"
_RIVER = "We commit to keep in every shared river the seasonal flow without which fish cannot spawn"
_DRAFTS = (
    f"1. {_RIVER}. We thank the ferrymen of the lower harbour for their long patience with us.\n\n"
    f"2. {_HERDS}.\n",
    # The sentence on ferrymen moves to 2, and is edited on the way.
    f"1. {_RIVER}, in dry years and in wet ones.\n\n"
    f"2. {_HERDS}. We thank the ferrymen of the lower harbour for their great patience with us.\n",
    f"1. {_RIVER}.\n\n"
    f"2. {_HERDS}. We thank the ferrymen of the lower harbour for their great patience with us.\n",
    # What went comes back, and 2 repeats words of 1.
    f"1. {_RIVER}, in dry years and in wet ones.\n\n"
    f"2. {_HERDS} and need the seasonal flow without which fish cannot spawn. We thank the "
    "ferrymen of the lower harbour for their great patience with us and with our boats.\n",
)
_ASKED = """\
Supported by: Reef

In para 1, add ", in dry years and in wet ones" at the end.
"""


def origins() -> tuple[OriginSheet, ...]:
    """The sheets on both paragraphs."""
    revisions = [amend.read_text(text, name=f"Rev {n}") for n, text in enumerate(_DRAFTS)]
    chain = pipeline.chain(revisions)
    asked = amend.proposals_from_text(_ASKED, against=revisions[0], by="Delta")
    courses = amend.judge(asked, revisions)
    found = amend.trace(revisions, courses)
    return tuple(
        sheet for each in ("1", "2") for sheet in sheets(chain, courses, Label.parse(each), found)
    )
