"""The rows of an official concordance and the drafts it speaks of in, a person's rulings out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from amend.errors import AmendError, WorkspaceError
from amend.meant import Directory
from amend.model.concordance import Correspondence
from amend.model.draft import Revision
from amend.model.ruling import Matter, Named, PersonRuling
from amend.notices import Code, Notice
from amend.store.naming import find

_Step = tuple[str, str]
_Node = tuple[bool, Named]


@dataclass(slots=True)
class _Net:
    """What belongs together in one step: rows that share a paragraph are one ruling."""

    above: dict[_Node, _Node] = field(default_factory=dict)
    torn: set[_Node] = field(default_factory=set)

    def root(self, node: _Node) -> _Node:
        above = self.above.setdefault(node, node)
        while above != self.above[above]:
            self.above[above] = above = self.above[self.above[above]]
        return above

    def tie(self, nodes: Sequence[_Node]) -> None:
        for each in nodes:
            self.above[self.root(each)] = self.root(nodes[0])

    def groups(self) -> Iterator[tuple[tuple[Named, ...], tuple[Named, ...]]]:
        """Yield the old and new paragraphs of each whole group, in order of their rows."""
        torn = {self.root(each) for each in self.torn}
        found: dict[_Node, tuple[list[Named], list[Named]]] = {}
        for node in list(self.above):
            root = self.root(node)
            if root not in torn:
                found.setdefault(root, ([], []))[node[0]].append(node[1])
        yield from ((tuple(old), tuple(new)) for old, new in found.values())


def rulings(
    rows: Iterable[Correspondence],
    known: Sequence[Revision],
    *,
    by: str,
    on: str,
    why: str = "",
    between: tuple[str, str] = ("", ""),
    profile: str = "un",
) -> tuple[tuple[PersonRuling, ...], tuple[Notice, ...]]:
    """Return a LINK ruling for each group of rows that share a paragraph, and what has no place.

    Several old for one new number make one ruling, in whatever rows they stand; a number without
    a partner became nothing, or came from nothing. `between` names the revisions where the table
    does not. A row that names what is not there is told, and so is left out whatever hangs on it;
    raises WorkspaceError if nearly all are such.
    """
    nets: dict[_Step, _Net] = {}
    told: list[Notice] = []
    books = {each.name: Directory(each, profile) for each in known}
    rows = tuple(rows)
    for row in rows:
        old, new, is_turned = _revisions(row, known, between)
        cells = (row.new, row.old) if is_turned else (row.old, row.new)
        net = nets.setdefault((old.name, new.name), _Net())
        sides: list[list[_Node]] = []
        is_torn = False
        for is_new, cell, revision in ((False, cells[0], old), (True, cells[1], new)):
            try:
                sides.append([(is_new, each) for each in books[revision.name].named(cell)])
            except AmendError as refusal:
                sides.append([])
                is_torn = True
                text = f"{refusal.message}; the row was left out."
                told.append(Notice(Code.RULING_UNPLACED, str(row.source), text))
        nodes = [each for side in sides for each in side]
        if nodes:
            net.tie(nodes)
        if is_torn:
            net.torn.update(nodes)
    if len(told) > len(rows):
        hint = "It seems to be another kind of table; name paragraphs by number, or in quotes."
        message = f"most of its {len(rows)} rows name nothing that stands in the drafts"
        raise WorkspaceError(message, where=rows[0].source.file, hint=hint)
    found = tuple(
        PersonRuling(
            Matter.LINK, by, on, why, revision=step[1], old_revision=step[0], old=old, new=new
        )
        for step, net in nets.items()
        for old, new in net.groups()
    )
    return found, tuple(told)


def _revisions(
    row: Correspondence, known: Sequence[Revision], between: tuple[str, str]
) -> tuple[Revision, Revision, bool]:
    """Return the older and the newer revision of a row, and whether its columns are turned."""
    names = row.old_revision or between[0], row.revision or between[1]
    if not all(names):
        listed = ", ".join(each.name for each in known)
        hint = f"Say which with --from and --of: {listed}."
        message = "the table does not say which revisions it is about"
        raise WorkspaceError(message, where=row.source.file, hint=hint)
    old, new = (find(each, known) for each in names)
    is_turned = known.index(old) > known.index(new)
    return (new, old, True) if is_turned else (old, new, False)
