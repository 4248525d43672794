"""Proposals of every kind carried over, from strangers and with supporters: open, done and lost."""

from __future__ import annotations

from functools import cache

import amend
from amend import pipeline
from amend.model.draft import Revision
from amend.model.proposal import Proposal
from amend.parse.proposals import from_text
from amend.render.rebase import RebaseReport

BASE = """\
1. We affirm that the river belongs to nobody.

2. We encourage the ports to protect boats, where appropriate, from any harm.

3. We will dredge the mouth of the river before the spring of 2027. We will tell the pilots first.

4. We invite the ferrymen to publish what a crossing costs.

5. We thank the port of Avel for the use of its hall.

6. We shall meet again in the autumn.

7. We [strongly] welcome the report of the harbour board.

8. We note the work of the river school and its teachers.

9. We regret the loss of the old bridge in the flood.

10. We ask the millers for a list of all mills, great and small.
"""
LATER = """\
1. We solemnly affirm that the river belongs to nobody.

2. We thank all crews.

3. We encourage the ports to protect boats and rafts, where appropriate, from any harm.

4. We will dredge the mouth of the river before the spring of 2027. We will tell the pilots first.

5. We invite the ferrymen to publish what a crossing costs.

6. We thank the port of Avel for the use of its hall.

7. We shall meet again in the autumn.

8. We [strongly] welcome the report of the harbour board.

9. We note the work of the river school and its teachers.

10. We regret the loss of the old bridge in the flood.
"""
ASKED = {
    "Delta": """
        Supported by: Reef, Gulf

        In para 2, after "boats" insert "and rafts".

        In para 2, replace "encourage" by "urge".

        In para 3, move "before the spring of 2027" to the beginning.

        Para 4 to read: "We ask all ferrymen to tell every year what a crossing costs."

        Add a new paragraph 6bis: "We thank the pilots and the crews of every boat."

        Move para 5 to after para 1.

        Merge paras 8 and 9.

        Split para 3 after "2027.".

        4 alt: "Ferrymen shall publish what a crossing costs."

        Bracket para 6.

        Put "and its teachers" in para 8 in square brackets.

        We reserve our position on para 3.

        What does "hall" mean in para 5?
        """,
    "<script>Estuary": """
        In para 2, replace "encourage the ports" by "call upon the ports & <b>harbours</b>".

        In para 2, delete "where appropriate".

        Delete para 9.

        Delete the brackets around "strongly" in para 7.

        Retain para 1.

        We support para 5.

        We cannot accept para 8.

        In para 10, after "mills" insert "and millers".
        """,
}


@cache
def later() -> Revision:
    """The revision that all is carried over to."""
    return amend.read_text(LATER, name="Rev 2")


@cache
def asked() -> tuple[Proposal, ...]:
    """All that is asked for of the base."""
    base = amend.read_text(BASE, name="Rev 1")
    files = [
        from_text("\n".join(map(str.strip, text.splitlines())), base, (who,), file=f"{n}.txt")
        for n, (who, text) in enumerate(ASKED.items(), 1)
    ]
    return pipeline.settle(files)[0]


@cache
def report() -> RebaseReport:
    """The sample, ready to be written."""
    revisions = (amend.read_text(BASE, name="Rev 1"), later())
    found = pipeline.rebase(pipeline.judge(asked(), revisions), revisions)
    return pipeline.rebase_report(found, later(), now="12 May 2031")
