"""A posting's text and the paragraphs it names in, the words it asks for on the page itself out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amend.labels import Label
from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal
from amend.model.source import SourceText
from amend.model.submission import NamedParagraph, Relation, Wording
from amend.parse.passages import blocks_of
from amend.parse.proposals import read_proposals

INSERT = "insert"
"""The operation where the page shows that words are to be added, and breaks off before them."""

_WORDY = frozenset({
    Operation.INSERT_PHRASE, Operation.REPLACE_PHRASE, Operation.DELETE_PHRASE,
    Operation.REPLACE_PARAGRAPH, Operation.INSERT_NEW_PARAGRAPH, Operation.PROPOSE_ALTERNATIVE,
})  # fmt: skip
# Somebody asks: an imperative at the head of a sentence or point, or "we propose to add".
_ASKED = re.compile(
    r"""(?:^|[\n.:;]\s*)(?:\(?\w{1,2}[.)]\s+|[•*–-]\s+)?(?:please\s+|proposal:\s*|kindly\s+|por\s+favor\s+)?
      (?:add|insert|include|replace|delete|remove|substitute|change|amend|strike|create|reformulate
        |agregar|añadir|insertar|reemplazar|sustituir|eliminar|suprimir|ajouter|remplacer|supprimer)\b
    | \b(?:we|i)\s+(?:\w+\s+)?(?:propose|suggest|recommend|request
        |would\s+(?:like|suggest|propose))\b
    | \bpara(?:graph)?s?\.?\s+\w+\s*:""",
    re.IGNORECASE | re.VERBOSE,
)
# With a paragraph named, a word that asks is enough.
_WISH = re.compile(
    r"\b(?:propos\w*|suggest\w*|recommend\w*|request\w*|please|should|add|insert|include|replace|delete"
    r"|remove|substitute|change|amend|strike|agregar|añadir|insertar|reemplazar|sustituir|eliminar"
    r"|suprimir|ajouter|insérer|remplacer|supprimer)\b",
    re.IGNORECASE,
)
_LONGEST = 4000
"""Characters of a paragraph that may hold a wish; a longer one is no part of a posting."""
_NO_DRAFT = Revision("", (), "", "", "txt")


def wordings(
    text: str, named: Sequence[NamedParagraph], *, is_cut: bool, language: str
) -> tuple[Wording, ...]:
    """Return what a text asks for in words of its own; what only points to a file is none.

    A paragraph to be added to whose new words are not on the page stands with `text` None.
    """
    found = [each for each in _read(text, named, is_cut, language) if each.text]
    told = {each.label for each in found}
    quoted = {each.label for each in named if each.relation is Relation.QUOTES_BASE}
    for each in named:
        is_asked = each.relation is Relation.PROPOSES_ADDITION
        if is_asked and each.label not in told and (is_cut or each.label in quoted):
            found.append(Wording(each.label, INSERT, None, complete=False))
            told.add(each.label)
    return tuple(found)


def _read(
    text: str, named: Sequence[NamedParagraph], is_cut: bool, language: str
) -> Iterator[Wording]:
    new = {each.label for each in named if each.relation is Relation.PROPOSES_NEW}
    numbered = {each.label for each in named}
    quoted = {each.label for each in named if each.relation is Relation.QUOTES_BASE}
    seen: set[str] = set()
    lines = [each for each in text.split("\n") if len(each) <= _LONGEST]
    if not (new or any(_WISH.search(each) for each in lines)):
        return
    blocks = blocks_of("\n\n".join(lines), "")
    source = SourceText("", "", "txt", blocks, language)
    for proposal in read_proposals(source, _NO_DRAFT).proposals:
        label = proposal.target[0] if proposal.target else None
        if proposal.operation not in _WORDY or not _is_asked(proposal, label, new, numbered):
            continue
        if label is None and proposal.raw in seen:
            continue  # further quotations in one wish are what it refers to
        seen.add(proposal.raw)
        words = proposal.text or proposal.whole or proposal.cut
        if label in quoted and re.match(rf"\W*{re.escape(str(label))}\W", words):
            continue  # the paragraph as it stands, pasted for the reader (domain D.3.2)
        is_last = is_cut and words.rstrip(". …")[-20:] in text.rstrip(". …")[-30:]
        yield Wording(
            label, proposal.operation.value, words, complete=proposal.complete and not is_last
        )


def _is_asked(
    proposal: Proposal, label: Label | None, new: set[Label | None], numbered: set[Label | None]
) -> bool:
    if label is not None and label in new:
        return True
    if label is not None:
        return label in numbered and _WISH.search(proposal.raw) is not None
    return _ASKED.search(proposal.raw) is not None
