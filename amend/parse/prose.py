"""Passages and a revision in, proposals and notices out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from amend.labels import Label, split_head
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.model.source import Source
from amend.notices import Code, Notice
from amend.parse.asks import Ask
from amend.parse.index import Base
from amend.parse.instructions import Setting, instructions
from amend.parse.passages import Passage
from amend.parse.quotations import is_cut
from amend.parse.targets import place_ask
from amend.parse.wishes import Reading
from amend.text.told import told
from amend.text.words import tokens

# Stands in `supersedes` until all files are known: the proponent's earlier proposal on this label.
EARLIER = "earlier"

_EXCERPT = 80
_TEXT = frozenset(
    {
        Operation.INSERT_PHRASE,
        Operation.REPLACE_PHRASE,
        Operation.DELETE_PHRASE,
        Operation.MOVE_PHRASE,
        Operation.REPLACE_PARAGRAPH,
        Operation.INSERT_NEW_PARAGRAPH,
        Operation.DELETE_PARAGRAPH,
        Operation.MOVE_PARAGRAPH,
        Operation.MERGE_PARAGRAPHS,
        Operation.SPLIT_PARAGRAPH,
        Operation.PROPOSE_ALTERNATIVE,
    }
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who asks, since when, and with whose support, where a file says so as a whole."""

    by: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    date: str | None = None
    language: str = "en"


@dataclass(slots=True)
class Found:
    """Proposals without ids yet, and notices, both in reading order."""

    proposals: list[Proposal] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def extend(self, other: Found) -> None:
        """Add what was found elsewhere."""
        self.proposals += other.proposals
        self.notices += other.notices


def read_prose(
    said: Iterable[Passage],
    base: Base,
    origin: Origin,
    *,
    context: tuple[Label, ...] = (),
    paragraphs: tuple[str, ...] = (),
) -> Found:
    """Read passages in order; a heading such as "Para 31" holds for what follows it.

    `context` and `paragraphs` are what the passages are about where they name nothing themselves:
    the paragraph a comment is pinned to.
    """
    found = Found()
    setting = _setting(base, context, origin)
    quoted: Proposal | None = None
    for passage in said:
        if passage.is_list is not setting.is_list:
            setting = replace(setting, is_list=passage.is_list)
        reading = instructions(passage.text, setting)
        made = list(_proposals(reading, passage, base, origin, found, paragraphs))
        if quoted is not None and not _goes_on_with(quoted, made, passage):
            found.proposals.append(quoted)
        quoted = made.pop() if len(made) == 1 and _quotes_the_base(made[0], base) else None
        found.proposals += made
        if not reading.asks and not reading.is_silent:
            found.notices.append(not_understood(passage, passage.text))
        found.notices += (not_understood(passage, each) for each in reading.unread)
        found.notices += (_conditional(passage, each) for each in reading.conditions)
        setting = _behind(setting, reading, passage, quoted)
    if quoted is not None:
        found.proposals.append(quoted)
    found.proposals = _without_announcements(_superseding(found.proposals))
    return found


def where_of(source: Source) -> str:
    """Name a place for a notice; a string has blocks but no file."""
    return source.told if source.file else source.place


def _setting(base: Base, context: tuple[Label, ...], origin: Origin) -> Setting:
    def holds(label: Label, words: str) -> bool:
        return any(base.holds(each, words) for each in base.find(label))

    return Setting(
        base.revision,
        context,
        holds,
        base.likeness,
        is_below=bool(context),
        language=origin.language,
    )


def _behind(
    setting: Setting, reading: Reading, passage: Passage, quoted: Proposal | None
) -> Setting:
    """What holds for the passage behind: the heading, or the text of the base just quoted."""
    heading = reading.heading if reading.heading is not None else setting.context
    over = reading.over
    if over is None and setting.over is not None and split_head(passage.text):
        over = setting.over
    context = quoted.target if quoted is not None else heading
    is_below = bool(reading.heading) and not reading.asks
    if (context, over, is_below) == (setting.context, setting.over, setting.is_below):
        return setting
    return replace(setting, context=context, over=over, is_below=is_below)


def _proposals(
    reading: Reading,
    passage: Passage,
    base: Base,
    origin: Origin,
    found: Found,
    paragraphs: tuple[str, ...],
) -> Iterator[Proposal]:
    where = where_of(passage.source)
    for ask in reading.asks:
        if paragraphs and not ask.target and ask.operation is not Operation.INSERT_NEW_PARAGRAPH:
            yield proposal_of(ask, paragraphs, passage, base, origin)
            continue
        for placed in place_ask(ask, base, where):
            found.notices += placed.notices
            yield proposal_of(placed.ask, placed.paragraphs, passage, base, origin)
        if ask.is_described:
            text = told(
                "the words to go are described, not quoted; quote them to have them followed."
            )
            found.notices.append(Notice(Code.NOT_UNDERSTOOD, where, text))


def proposal_of(
    ask: Ask, ids: tuple[str, ...], passage: Passage, base: Base, origin: Origin
) -> Proposal:
    """Make a proposal of an ask and the ids of the paragraphs it is about."""
    return Proposal(
        id="",
        by=ask.by or origin.by,
        operation=ask.operation,
        source=passage.source,
        base=base.revision.name,
        target=ask.target,
        paragraphs=ids,
        text=ask.text,
        cut=ask.cut or _gone(ask, ids, base),
        anchor=_anchor(ask),
        place=ask.place,
        whole=ask.whole,
        supporters=origin.supporters,
        endorses=ask.endorses,
        date=origin.date,
        complete=not is_cut(ask.text),
        raw=passage.text,
    )


def _anchor(ask: Ask) -> Anchor | None:
    """Let the anchor tell the part that is meant, too."""
    if not ask.parts:
        return ask.anchor
    return replace(ask.anchor or Anchor(Where.OPEN), parts=ask.parts)


def _gone(ask: Ask, ids: tuple[str, ...], base: Base) -> str:
    """The words that go with a whole paragraph, where it is one only."""
    is_deletion = ask.operation is Operation.DELETE_PARAGRAPH and len(ids) == 1
    return base.by_id[ids[0]].text if is_deletion else ""


def _quotes_the_base(proposal: Proposal, base: Base) -> bool:
    if proposal.operation is not Operation.REPLACE_PARAGRAPH or len(proposal.paragraphs) != 1:
        return False
    return tokens(base.by_id[proposal.paragraphs[0]].text) == tokens(proposal.text)


def _goes_on_with(quoted: Proposal, made: list[Proposal], passage: Passage) -> bool:
    """Whether the text was set down only to say behind it what should change in it."""
    return bool(made) and made[0].target == quoted.target and split_head(passage.text) is None


def _superseding(proposals: list[Proposal]) -> list[Proposal]:
    """Let "this replaces our proposal on para 14" mark what the file asks for on 14.

    Where the file asks for nothing there, the correction itself stays.
    """
    corrections = [each for each in proposals if each.operation is Operation.SUPERSEDE]
    if not corrections:
        return proposals
    labels = {label for each in corrections for label in each.target}
    marked = [
        replace(each, supersedes=EARLIER) if _is_corrected(each, labels) else each
        for each in proposals
    ]
    met = {label for each in marked if each.supersedes for label in each.target}
    return [
        each
        for each in marked
        if each.operation is not Operation.SUPERSEDE or not (met and set(each.target) <= met)
    ]


def _is_corrected(proposal: Proposal, labels: set[Label]) -> bool:
    if proposal.operation not in _TEXT:
        return False
    return not labels or bool(labels & set(proposal.target))


def _without_announcements(proposals: list[Proposal]) -> list[Proposal]:
    """Drop "create a separate paragraph 9 pre" where the same writer gives its text as well."""
    given = {
        (each.by, each.target)
        for each in proposals
        if each.operation is Operation.INSERT_NEW_PARAGRAPH and each.text
    }
    return [
        each
        for each in proposals
        if each.operation is not Operation.INSERT_NEW_PARAGRAPH
        or each.text
        or (each.by, each.target) not in given
    ]


def not_understood(passage: Passage, words: str) -> Notice:
    """Say that no change was read from some words, and how to write one."""
    text = told(
        'no change could be read from "{words}"; write it as in \'Para 9: add "..." at the end\'.',
        words=_excerpt(words),
    )
    return Notice(Code.NOT_UNDERSTOOD, where_of(passage.source), text)


def _conditional(passage: Passage, condition: str) -> Notice:
    text = told(
        'what is asked for hangs on a condition: "{words}"; see if it is met.',
        words=_excerpt(condition),
    )
    return Notice(Code.CONDITIONAL, where_of(passage.source), text)


def _excerpt(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _EXCERPT else flat[: _EXCERPT - 1].rstrip() + "…"
