"""An audit in, its JSON document out: the shape of docs/json.md; nothing heavy is loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from amend.model.audit import Audit, AuditEdit, AuditedParagraph, AuthorTally, Standing
from amend.render.json import SCHEMA, Document, source_of


def audit_document(audit: Audit) -> Document:
    """Return every paragraph of both files with its standing: `amend audit --json`."""
    counts = Counter(each.standing for one in audit.paragraphs for each in one.edits)
    return {
        "schema": SCHEMA,
        "old": audit.old,
        "new": audit.new,
        "base": audit.base,
        "silent": audit.is_silent,
        "declares": audit.declares,
        "related": audit.is_related,
        "turned": audit.is_turned,
        "late": audit.is_late,
        "share": round(audit.share, 4),
        "counts": {each.value: counts[each] for each in Standing if each is not Standing.FOLLOWS},
        "paragraphs": [_paragraph(each) for each in audit.paragraphs],
        "authors": [_author(each) for each in audit.authors],
        "notices": [
            {"code": each.code, "where": each.where, "text": each.text} for each in audit.notices
        ],
    }


def _paragraph(paragraph: AuditedParagraph) -> Document:
    source = paragraph.source
    return {
        "id": paragraph.id,
        "old": list(paragraph.old),
        "was": paragraph.was,
        "now": paragraph.now,
        "role": paragraph.role,
        "silent": paragraph.is_silent,
        "changes": [
            {"change": each.change, "standing": each.standing} for each in paragraph.changes
        ],
        "edits": [_edit(each) for each in paragraph.edits],
        "source": source_of(source),
    }


def _edit(edit: AuditEdit) -> Document:
    found: Document = {"op": edit.op, "standing": edit.standing, "text": edit.text}
    if edit.was is not None:
        found["was"] = edit.was
    if edit.stamps:
        found["marks"] = list(_marks(edit))
    return found


def _marks(edit: AuditEdit) -> Iterator[Document]:
    for stamp, plain, moving in (
        (edit.inserted, "insertion", "move-to"),
        (edit.deleted, "deletion", "move-from"),
    ):
        if stamp is not None:
            kind = moving if stamp.move else plain
            yield {"kind": kind, "author": stamp.author, "date": stamp.date}


def _author(tally: AuthorTally) -> Document:
    return {
        "author": tally.author,
        "insertions": tally.insertions,
        "deletions": tally.deletions,
        "moves": tally.moves,
        "formats": tally.formats,
        "words_in": tally.words_in,
        "words_out": tally.words_out,
        "not_real": tally.unreal,
        "paragraphs": tally.paragraphs,
        "first": tally.first,
        "last": tally.last,
    }
