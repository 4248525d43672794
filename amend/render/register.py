"""A register in, its JSON document and the table of a screen out (domain A.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amend.model.submission import Doubt, Posting, Register
from amend.render.json import SCHEMA
from amend.text.told import counted

Document = dict[str, Any]

HEAD = ("n", "lines", "stage", "from", "what")

_WHY = {
    Doubt.BOUNDARY: "no line parts it from its neighbour; the words decided",
    Doubt.STAGE: "the stage rests on its place on the page only",
    Doubt.ORGANISATION: "the name of the body is guessed",
    Doubt.PERSON: "who signed is told by another posting",
    Doubt.DATE: "the date is not plainly its own",
    Doubt.RELATION: "which posting it corrects is told by its place only",
    Doubt.QUOTATION: "the words quoted may be the base or the proposal",
}


def document(register: Register, *, state: str) -> Document:
    """The register in full: `amend import --json`; the fields are those of domain A.6 and more.

    `state` says what was done with it.
    """
    return {
        "schema": SCHEMA,
        "file": register.file,
        "state": state,
        "submissions": [_submission(each) for each in register.postings],
        "aliases": [{"names": list(each.names), "why": each.why} for each in register.aliases],
        "notices": [
            {"code": each.code, "where": each.where, "text": each.text} for each in register.notices
        ],
    }


def _submission(posting: Posting) -> Document:
    return {
        "n": posting.n,
        "line_start": posting.line_start,
        "line_end": posting.line_end,
        "text_start": posting.text_start,
        "text_end": posting.text_end,
        "opening": posting.opening,
        "text": posting.text,
        "kind": posting.kind,
        "kind_tags": list(posting.kind_tags),
        "stage": posting.stage,
        "stage_basis": posting.stage_basis,
        "thread": posting.thread,
        "reply_to": posting.reply_to,
        **_who(posting),
        **_when(posting),
        "language": posting.language,
        **_what(posting),
        **_ties(posting),
        "attachment": posting.attachment,
        "attachments": [{"name": each.name, "link": each.link} for each in posting.attachments],
        "truncated": posting.truncated,
        "complete": posting.complete,
        "uncertain": list(posting.uncertain),
        "notes": "; ".join([*posting.notes, *(_WHY[each] for each in posting.uncertain)]),
    }


def _who(posting: Posting) -> Document:
    return {
        "organisations": list(posting.organisations),
        "organisation_basis": posting.organisation_basis,
        "supporters": list(posting.supporters),
        "parties": [
            {"name": each.name, "role": each.role, "acronym": each.acronym or None,
             "group": each.is_group}
            for each in posting.parties
        ],
        "person": posting.person,
        "email": posting.email,
    }  # fmt: skip


def _when(posting: Posting) -> Document:
    return {
        "date": posting.date,
        "date_kind": posting.date_kind,
        "dates": [
            {"date": each.date, "kind": each.kind, "text": each.text} for each in posting.dates
        ],
    }


def _what(posting: Posting) -> Document:
    references = []
    for each in posting.references:
        label = None if each.label is None else str(each.label)
        entry = {"text": each.text, "label": label, "relation": each.relation}
        references.append({**entry, "phrase": each.phrase} if each.phrase else entry)
    return {
        "references": references,
        "non_references": [{"text": each.text, "why": each.why} for each in posting.non_references],
        "proposals": [
            {
                "label": None if each.label is None else str(each.label),
                "operation": each.operation,
                "text": each.text,
                "complete": each.complete,
            }
            for each in posting.proposals
        ],
    }


def _ties(posting: Posting) -> Document:
    return {
        "supersedes": posting.supersedes,
        "duplicate_of": posting.duplicate_of,
        "resubmission_of": posting.resubmission_of,
        "endorses": [*posting.endorses, *posting.endorses_others],
    }


def rows(register: Register) -> Iterator[tuple[str, ...]]:
    """Yield a row for each posting; a question mark stands behind what is in doubt."""
    for each in register.postings:
        lines = f"{each.line_start}-{each.line_end}"
        yield (
            str(each.n),
            _marked(lines, each, Doubt.BOUNDARY),
            _marked(each.stage or "unknown", each, Doubt.STAGE),
            _marked(_from(each), each, Doubt.ORGANISATION),
            "; ".join(_remarks(each)),
        )


def _marked(words: str, posting: Posting, doubt: Doubt) -> str:
    return f"{words} ?" if doubt in posting.uncertain else words


def _from(posting: Posting) -> str:
    names = ", ".join(posting.organisations)
    if names and posting.supporters:
        names += f" (supported by {', '.join(posting.supporters)})"
    return names or posting.person or posting.email or "unknown"


def _remarks(posting: Posting) -> Iterator[str]:
    if posting.duplicate_of is None and posting.supersedes is None:
        yield posting.kind.replace("_", " ")
    labels = [str(each.label) for each in posting.references if each.label is not None]
    about = [each.phrase for each in posting.references if each.label is None]
    if labels:
        yield f"on {', '.join(dict.fromkeys(labels))}"
    for each in about:
        yield f"on the part about {each}"
    for number, told in (
        (posting.duplicate_of, "copy of"),
        (posting.supersedes, "in place of"),
        (posting.resubmission_of, "asks the same again as"),
    ):
        if number is not None:
            yield f"{told} {number}"
    for other in (*posting.endorses, *posting.endorses_others):
        yield f"endorses {other}"
    if posting.truncated:
        yield "cut"


def summary(register: Register, *, state: str) -> Iterator[str]:
    """Yield lines that say what was found, and how much of it is not on the page.

    `state` is what was done with it: "stored", "already stored" or "not stored".
    """
    postings = [each for each in register.postings if each.kind != "moderator_prompt"]
    prompts = len(register.postings) - len(postings)
    named = sum(bool(each.references) for each in postings)
    words = sum(bool(each.proposals) for each in postings)
    cut = sum(each.truncated for each in postings)
    away = sum(each.attachment != "none visible" for each in postings)
    unknown = sum(not each.organisations for each in postings)
    told = {"already stored": "already stored, nothing changed"}.get(state, state)
    found = f"{counted(len(postings), 'posting')} and {counted(prompts, 'prompt')}"
    yield f"{register.file}: {found}: {told}"
    yield (
        f"{named} name paragraphs, {words} hold words asked for, {away} point to a file or link,"
        f" {cut} are cut, {unknown} name no body."
    )
