"""An audit with a finding of every kind, made of two small Word files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import amend
from amend import pipeline
from amend.model.audit import Audit
from amend.render import html
from amend.render.audit import AuditReport
from amend.render.audit_shapes import AuditView
from tests.audit.files import put
from tests.builders import deleted, ins, moved_from, moved_to, para, run

from .sample import MADE

OLD = (
    "1. We affirm that the river belongs to nobody, and that its water is “common”.",
    "2. We commit to keep the quay open to all boats, whatever their flag, at any hour.",
    "3. We will dredge the mouth of the river before the spring of 2027.",
    "4. We invite the ferrymen to publish what a crossing costs.",
    "5. We thank the port of Avel for the use of its hall.",
    "6. We ask the harbour master to count the boats that enter after sunset.",
    "7. We shall meet again in the autumn.",
)
_SLIPPED = "We trust the pilots to settle among themselves who goes first."
NEW = (
    '1. We affirm that the river belongs to nobody, and that its water is "common".',
    para("2. We commit to keep the quay open to ", deleted("all boats", by="Delta"),
         ins("all vessels", by="Delta"), ", at any hour."),
    para("3. We will dredge the mouth of the river before the ", ins("late ", by="<b>Avel</b>"),
         "spring of 2029."),
    _SLIPPED,
    para("4. We ", ins(deleted(run("hereby "), by="Avel"), by="Delta"),
         "invite the ferrymen to publish what a crossing ", ins("costs", by="Delta"), "."),
    para(moved_from("5. We thank the port of Avel for the use of its hall.", by="Delta"),
         mark="moveFrom", by="Delta"),
    para("9. We ask the harbour master to count the boats that ", deleted("dare ", by="Avel"),
         "enter after sunset."),
    para(moved_to("5. We thank the port of Avel for the use of its hall.", by="Delta"),
         mark="moveTo", by="Delta"),
    para(ins("8. We adjourn <script>alert(1)</script>.", by="Avel"), mark="ins", by="Avel"),
)  # fmt: skip


@cache
def audit(old: tuple[str, ...] = OLD, new: tuple[str, ...] = NEW) -> Audit:
    """Audit two bodies of Word files."""
    with TemporaryDirectory() as folder:
        paths = put(Path(folder), "old", old), put(Path(folder), "new", new)
        return amend.audit(*paths)


def report() -> AuditReport:
    """The audit of the sample, ready to be written."""
    return AuditReport(audit(), MADE)


def view() -> AuditView:
    """The same laid out."""
    return report().view()


def page_with_audits(folder: Path) -> str:
    """The page of a report on both files of the sample, made in a folder."""
    paths = [put(folder, "zero", OLD), put(folder, "rev1", NEW)]
    chain = pipeline.chain(pipeline.read_revisions(paths))
    audits = pipeline.in_files(paths, chain.revisions)
    return html.render(pipeline.report(chain, title="Audited", now=MADE, audits=audits).page())
