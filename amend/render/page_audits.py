"""Audits and their chain in, the audit view of a page out: each finding leads to its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from amend.model.audit import Audit, AuditedParagraph
from amend.model.comparison import Chain
from amend.model.draft import Paragraph
from amend.render.audit_shapes import AuditView
from amend.render.audit_view import audit_view
from amend.render.layout import passage_key

_Places = Mapping[str, tuple[str, Paragraph]]


def page_audits(audits: Sequence[Audit], chain: Chain) -> tuple[AuditView, ...]:
    """Lay out every audit of a page, in their order, with keys of their own: audit-1, audit-2."""
    return tuple(_views(audits, chain))


def _views(audits: Sequence[Audit], chain: Chain) -> Iterator[AuditView]:
    places = {
        revision.name: {
            paragraph.id: (passage_key(step, count), paragraph)
            for count, paragraph in enumerate(revision.paragraphs, 1)
        }
        for step, revision in enumerate(chain.revisions, 1)
    }
    for number, each in enumerate(audits, 1):
        place = _placing(places.get(each.old, {}), places.get(each.new, {}))
        yield audit_view(each, made="", key=f"audit-{number}", place=place)


def _placing(old: _Places, new: _Places) -> Callable[[AuditedParagraph], str]:
    """Return what finds a paragraph in NEW, or where it stood in OLD.

    An audit may read OLD with its own tracked changes taken otherwise than the page does, and
    number its paragraphs anew: a place counts where the number printed is the same, too.
    """

    def place(audited: AuditedParagraph) -> str:
        if audited.id is not None and audited.id in new:
            return new[audited.id][0]
        for identity in audited.old:
            key, found = old.get(identity, ("", None))
            if found is not None and _number(found) == (audited.was or "").strip("[]"):
                return key
        return ""

    return place


def _number(paragraph: Paragraph) -> str:
    """Return the number as an audit tells it, without the brackets that may stand round it."""
    if paragraph.label is not None:
        return str(paragraph.label)
    return " ".join((paragraph.printed or "").split()).rstrip(".:").strip("[]")
