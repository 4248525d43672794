"""Values in, JSON documents out: the shapes promised under "amend/1".

Plain dictionaries are built once and dumped once: at 5,000 paragraphs nothing else is quick enough.
This module imports nothing heavy, so that `--json` never pays for a renderer it does not use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amend.labels import Label
    from amend.model.alignment import Bead, Transfer
    from amend.model.comparison import Chain, Comparison, Edit, Redline, Thread
    from amend.model.draft import Paragraph, Revision
    from amend.model.origin import Newcomers
    from amend.model.proposal import Anchor, Proposal
    from amend.model.ruling import Course, Evidence, Measure, Ruling
    from amend.model.source import Comment, Source
    from amend.notices import Notice

SCHEMA = "amend/1"

Document = dict[str, Any]
_Pages = Mapping[tuple[str, str], int | None]


def dump(document: Document) -> str:
    """Return the document as one line of JSON, letters of every script as they are.

    Signs that steer a terminal are written as numbers, too: U+009B begins a command.
    """
    return _STEERING.sub(_number, json.dumps(document, ensure_ascii=False, separators=(",", ":")))


# JSON itself writes those below U+0020 as numbers; half signs of a damaged file no stream can hold.
_STEERING = re.compile("[\x7f-\x9f\ud800-\udfff]")


def _number(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def read_document(revision: Revision) -> Document:
    """One revision in full: `amend read --json`."""
    return {
        "schema": SCHEMA,
        "source": _source_of(revision),
        "name": revision.name,
        "date": revision.date,
        "paragraphs": [_paragraph(each) for each in revision.paragraphs],
        "open": _open(revision),
        "notices": _notices(revision.notices),
    }


def _source_of(revision: Revision) -> Document:
    """Name the file; `through` stands only where another program had to open it."""
    through = {"through": "LibreOffice"} if revision.is_converted else {}
    return {
        "file": revision.file,
        "sha256": revision.sha256,
        "format": revision.format,
        "language": revision.language,
        **through,
    }


def compare_document(chain: Chain, notices: Iterable[Notice] = ()) -> Document:
    """All revisions, the beads from each to the next, and the threads: `amend compare --json`."""
    labels = {
        revision.name: {each.id: _label(each.label) for each in revision.paragraphs}
        for revision in chain.revisions
    }
    return {
        "schema": SCHEMA,
        "revisions": [_short_revision(each) for each in chain.revisions],
        "alignments": [_alignment(each) for each in chain.comparisons],
        "threads": [_thread(each, labels) for each in chain.threads],
        "notices": _notices(notices),
    }


def check_document(
    base: str,
    later: Sequence[str],
    courses: Iterable[Course],
    thresholds: Mapping[str, float],
    notices: Iterable[Notice] = (),
    chain: Chain | None = None,
) -> Document:
    """Each proposal and its course: `amend check --json`; `base` and `later` name revisions.

    With their `chain`, evidence tells the page it stands on.
    """
    pages = {
        (revision.name, each.id): each.source.page
        for revision in (chain.revisions if chain is not None else ())
        for each in revision.paragraphs
    }
    return {
        "schema": SCHEMA,
        "base": base,
        "later": list(later),
        "proposals": [_proposal(each, pages) for each in courses],
        "thresholds": dict(thresholds),
        "notices": _notices(notices),
    }


def chain_parts(chain: Chain) -> Document:
    """What a report tells of its revisions besides: what is open in each, what weighs in each step.

    A weighty change names its step (`from`, `to`) and the paragraphs on both sides by id.
    """
    return {
        "open": [{"revision": each.name, **_open(each)} for each in chain.revisions],
        "weighty": [
            {
                "from": step.old.name,
                "to": step.new.name,
                "old": [each.id for each in redline.bead.old],
                "new": [each.id for each in redline.bead.new],
                "words": _weights(redline),
            }
            for step in chain.comparisons
            for redline in step.redlines
            if redline.weights
        ],
    }


def new_words(newcomers: Iterable[Newcomers]) -> Document:
    """How many words of each revision are new, and how many of them nobody had asked for."""
    return {
        "newcomers": [
            {
                "revision": each.revision,
                "words": each.words,
                "asked": each.asked,
                "returned": each.returned,
                "repeated": each.repeated,
                "own": each.own,
            }
            for each in newcomers
        ]
    }


def _weights(redline: Redline) -> list[Document]:
    return [
        {"kind": each.kind, "old": each.old, "new": each.new, "turn": each.turn}
        for each in redline.weights
    ]


def _label(label: Label | None) -> str | None:
    return None if label is None else str(label)


def _labels(labels: Iterable[Label]) -> list[str]:
    return [str(each) for each in labels]


def _notices(notices: Iterable[Notice]) -> list[Document]:
    return [{"code": each.code, "where": each.where, "text": each.text} for each in notices]


def source_of(source: Source) -> Document:
    """Return where a thing was read; `row` only for what stands in a sheet."""
    row = {"row": source.row} if source.row else {}
    return {"file": source.file, **place_of(source), **row}


def place_of(source: Source) -> Document:
    """Return the place within a file: its block, and where there are pages, page and position."""
    box = source.box
    return {
        "page": source.page,
        "last_page": source.page if source.last is None else source.last,
        "box": None if box is None else [box.left, box.top, box.right, box.bottom],
        "block": source.block,
    }


def _paragraph(paragraph: Paragraph) -> Document:
    text = paragraph.text
    return {
        "id": paragraph.id,
        "label": _label(paragraph.label),
        "printed": paragraph.printed,
        "role": paragraph.role,
        "parent": paragraph.parent,
        "path": paragraph.path,
        "text": text,
        "before": paragraph.before,
        "after": text,
        "changes": [
            {
                "kind": each.kind,
                "text": each.text,
                "author": each.author,
                "date": each.date,
                "start": each.start,
                "end": each.end,
                "what": each.what,
            }
            for each in paragraph.changes
        ],
        "comments": [_comment(each) for each in paragraph.comments],
        "brackets": [
            {"start": each.start, "end": each.end, "depth": each.depth}
            for each in paragraph.brackets
        ],
        "status": paragraph.status,
        "source": place_of(paragraph.source),
    }


def _comment(comment: Comment) -> Document:
    return {
        "author": comment.author,
        "date": comment.date,
        "text": comment.text,
        "anchor": comment.anchor,
        "resolved": comment.is_resolved,
        "replies": [
            {"author": each.author, "date": each.date, "text": each.text}
            for each in comment.replies
        ],
    }


def _short_revision(revision: Revision) -> Document:
    return {
        "name": revision.name,
        "file": revision.file,
        "sha256": revision.sha256,
        "date": revision.date,
        "paragraphs": [
            {
                "id": each.id,
                "label": _label(each.label),
                "text": each.text,
                "source": place_of(each.source),
            }
            for each in revision.paragraphs
        ],
        "open": _open(revision),
    }


def _open(revision: Revision) -> Document:
    """What of a revision is not agreed: counts, names in brackets, brackets without a fellow."""
    from amend.model.dispute import dispute

    found = dispute(revision)
    return {
        "brackets": found.brackets,
        "deepest": found.deepest,
        "alternatives": found.alternatives,
        "options": found.options,
        "choices": found.choices,
        "no_text": found.no_text,
        "words": found.words,
        "of": found.of,
        "by": [{"name": name, "brackets": count} for name, count in found.by],
        "unbalanced": [{"paragraph": each.id, "sign": sign} for each, sign in found.unbalanced],
    }


def _alignment(comparison: Comparison) -> Document:
    return {
        "old": comparison.old.name,
        "new": comparison.new.name,
        "beads": [_bead(each) for each in comparison.redlines],
        "transfers": [_transfer(each) for each in comparison.alignment.transfers],
    }


def _bead(redline: Redline) -> Document:
    bead: Bead = redline.bead
    return {
        "old": [each.id for each in bead.old],
        "new": [each.id for each in bead.new],
        "score": round(bead.score, 4),
        "changes": sorted(bead.changes),
        "by": bead.by,
        "reason": bead.reason,
        "edits": [_edit(each) for each in redline.edits],
        "weighty": _weights(redline),
    }


def _edit(edit: Edit) -> Document:
    if edit.was is None:
        return {"op": edit.op, "text": edit.text}
    return {"op": edit.op, "text": edit.text, "was": edit.was, "aside": edit.aside or "typography"}


def _transfer(transfer: Transfer) -> Document:
    return {"old": transfer.old, "new": transfer.new, "words": transfer.words}


def _thread(thread: Thread, labels: Mapping[str, Mapping[str, str | None]]) -> Document:
    """Labels of each revision, unprinted ones left out; `paragraphs` beside them has every id."""
    bears: dict[str, list[str]] = {}
    stands: dict[str, list[str]] = {}
    for name, by_id in labels.items():
        ids = thread.paragraphs.get(name, ())
        stands[name] = list(ids)
        bears[name] = [label for each in ids if (label := by_id[each]) is not None]
    return {"id": thread.id, "labels": bears, "paragraphs": stands}


def _proposal(course: Course, pages: _Pages) -> Document:
    return {
        **proposal_of(course.proposal),
        "course": {
            "headline": course.headline,
            "since": course.since,
            "rulings": [_ruling(each, pages) for each in course.rulings],
        },
        "shared_with": list(course.shared_with),
        "alike_with": list(course.alike_with),
    }


def proposal_of(proposal: Proposal) -> Document:
    """Return a proposal as it was read, without what became of it."""
    return {
        "id": proposal.id,
        "by": list(proposal.by),
        "supporters": list(proposal.supporters),
        "operation": proposal.operation,
        "base": proposal.base,
        "target": _labels(proposal.target),
        "paragraphs": list(proposal.paragraphs),
        "text": proposal.text,
        "cut": proposal.cut,
        "anchor": None if proposal.anchor is None else _anchor(proposal.anchor),
        "whole": proposal.whole,
        "date": proposal.date,
        "complete": proposal.complete,
        "supersedes": proposal.supersedes,
        "source": source_of(proposal.source),
    }


def _anchor(anchor: Anchor) -> Document:
    return {
        "where": anchor.where,
        "words": anchor.words,
        "until": anchor.until,
        "parts": [
            {
                "kind": part.kind,
                "first": part.first,
                "last": part.last,
                "name": part.name,
                "new": part.is_new,
            }
            for part in anchor.parts
        ],
    }


def _ruling(ruling: Ruling, pages: _Pages) -> Document:
    return {
        "revision": ruling.revision,
        "fate": ruling.fate,
        "taken": _measure(ruling.taken),
        "cut": None if ruling.cut is None else _measure(ruling.cut),
        "place": _labels(ruling.place),
        "evidence": [
            {**_evidence(each), "page": pages.get((ruling.revision, each.paragraph))}
            for each in ruling.evidence
        ],
        "missing": list(ruling.missing),
        "flags": list(ruling.flags),
        "reason": ruling.reason,
        "by": ruling.by,
        "rule": ruling.rule,
    }


def _measure(measure: Measure) -> Document:
    return {"words": measure.words, "of": measure.of, "share": round(measure.share, 4)}


def _evidence(evidence: Evidence) -> Document:
    return {
        "paragraph": evidence.paragraph,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
    }
