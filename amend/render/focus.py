"""A chain, its courses and one paragraph or proponent in, the part about it out, as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from amend.labels import Label
from amend.model.comparison import Chain
from amend.model.origin import Origin, Provenance
from amend.model.proposal import Proposal
from amend.model.ruling import Course
from amend.render.json import SCHEMA, check_document, compare_document


def show_document(chain: Chain, courses: Sequence[Course], meant: Label | str) -> dict[str, Any]:
    """Return what `amend show --json` prints: the threads and proposals on a label or by a name."""
    names = [each.name for each in chain.revisions]
    if isinstance(meant, str):
        kept = [each for each in courses if meant in each.proposal.by]
        document = check_document(names[0], names[1:], kept, {}, (), chain)
        return {"schema": SCHEMA, "proponent": meant, "proposals": document["proposals"]}
    whole = compare_document(chain, ())
    threads = [
        each for each in whole["threads"]
        if any(str(meant) in labels for labels in each["labels"].values())
    ]  # fmt: skip
    wanted = {each["id"] for each in threads}
    ids = {
        (name, identity)
        for thread in chain.threads
        if thread.id in wanted
        for name, found in thread.paragraphs.items()
        for identity in found
    }
    kept = [each for each in courses if _is_on(each, meant, ids)]
    document = check_document(names[0], names[1:], kept, {}, (), chain)
    revisions = [
        {
            "name": each["name"],
            "paragraphs": [p for p in each["paragraphs"] if (each["name"], p["id"]) in ids],
        }
        for each in whole["revisions"]
    ]
    return {
        "schema": SCHEMA,
        "label": str(meant),
        "revisions": revisions,
        "threads": threads,
        "proposals": document["proposals"],
    }


def origin_document(
    chain: Chain, courses: Sequence[Course], meant: Label, found: Provenance
) -> dict[str, Any]:
    """Return what `amend show --origin --json` prints: as `show`, each paragraph with origins."""
    proposals = {each.proposal.id: each.proposal for each in courses}
    document = show_document(chain, courses, meant)
    for revision in document["revisions"]:
        for paragraph in revision["paragraphs"]:
            origins = found.origins[revision["name"]][paragraph["id"]]
            paragraph["origins"] = [_origin(each, proposals) for each in origins]
    return document


def _origin(origin: Origin, proposals: Mapping[str, Proposal]) -> dict[str, Any]:
    by, supporters = people(origin.proposals, proposals)
    return {
        "start": origin.start,
        "end": origin.end,
        "text": origin.text,
        "words": origin.words,
        "revision": origin.revision,
        "paragraph": origin.paragraph,
        "label": None if origin.label is None else str(origin.label),
        "returned": origin.returned,
        "repeated": origin.repeated,
        "proposals": list(origin.proposals),
        "by": by,
        "supporters": supporters,
    }


def people(ids: Iterable[str], proposals: Mapping[str, Proposal]) -> tuple[list[str], list[str]]:
    """Return who made some proposals, and who only supports them, each name once."""
    every = [proposals[each] for each in ids]
    by = list(dict.fromkeys(name for each in every for name in each.by))
    support = dict.fromkeys(name for each in every for name in each.supporters)
    return by, [name for name in support if name not in by]


def _is_on(course: Course, label: Label, ids: set[tuple[str, str]]) -> bool:
    proposal = course.proposal
    return label in proposal.target or any(
        (proposal.base, each) in ids for each in proposal.paragraphs
    )
