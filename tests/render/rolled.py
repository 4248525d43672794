"""A rolling text with everything in it: marks, collisions, new paragraphs, positions, strays."""

from __future__ import annotations

from functools import cache

import amend
from amend.match.collate import collate
from amend.model.rolling import Rolling
from amend.parse.proposals import from_text
from amend.pipeline import settle
from amend.render.rolling import RollingReport
from amend.render.rolling_shapes import RollingView

from .sample import MADE

BASE = """\
1. We affirm that the river belongs to nobody.

2. We encourage the ports to protect boats, where appropriate, from any harm.

3. We will dredge the mouth of the river before the spring of 2027.

4. We invite the ferrymen to publish what a crossing costs.

5. We thank the port of Avel for the use of its hall.

6. We shall meet again in the autumn.
"""
ASKED = {
    "Avel": """
        In para 2, after "boats" insert "and rafts".
        In para 2, replace "encourage" by "urge".
        Delete para 4.
        New paragraph 6bis: "We thank the <b>pilots</b> & the crews."
        In para 6, delete "in the winter".
        """,
    "Delta": """
        In para 2, after "boats" insert "and rafts".
        In para 2, replace "encourage the ports" by "call upon the ports".
        In para 4, after "publish" insert "in spring".
        5 alt: "We thank all ports for their halls."
        We cannot accept para 3.
        Move para 5 to after para 1.
        """,
    "<script>Estuary</script>": """
        We endorse the proposal of Delta on para 5.
        In para 2, delete "where appropriate".
        New paragraph 6bis: "We thank the <b>pilots</b> & the crews."
        Retain para 1.
        Delete para 44.
        """,
    "Fens": """
        We support para 6bis.
        In para 6bis, delete "& the crews".
        We reserve our position on para 3.
        Para 5 to read: "Nobody is thanked here, for nobody lent anything to anyone."
        """,
}


@cache
def rolling() -> Rolling:
    """The base of the sample with all that is asked of it."""
    base = amend.read_text(BASE, name="Rev 1")
    files = [
        from_text("\n".join(map(str.strip, text.splitlines())), base, (who,), file=f"{n}.txt")
        for n, (who, text) in enumerate(ASKED.items(), 1)
    ]
    proposals = settle(files)[0]
    older = {each.id: "Zero draft" for each in proposals if each.source.file == "4.txt"}
    return collate(base, proposals, older)


def report() -> RollingReport:
    """The sample, ready to be written."""
    return RollingReport(rolling(), MADE, rolling().notices)


def view() -> RollingView:
    """The same laid out."""
    return report().view()
