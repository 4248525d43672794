"""Proposals carried over to a later revision: what is still open, what is done, what is lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amend.labels import Label
from amend.model.proposal import Proposal
from amend.notices import Notice


class State(StrEnum):
    """What is left of a proposal in a later revision.

    OPEN: it is carried over, as a whole or in part. DONE: nothing of it is left to ask for. LOST:
    nothing of it could be carried over, and not all of it is done.
    """

    OPEN = "open"
    DONE = "done"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Nearest:
    """A place a person may look at instead: a paragraph of the later revision, and its words."""

    paragraph: str
    label: Label | None
    text: str


@dataclass(frozen=True, slots=True)
class Astray:
    """What of a proposal found no place: words asked for, words to go, and why not."""

    text: str
    cut: str
    reason: str
    nearest: Nearest | None = None


@dataclass(frozen=True, slots=True)
class Rebased:
    """One proposal in the later revision.

    `proposal` is as it was made. `carried` are its successors on the later revision: one for each
    paragraph it is on there; none unless it is open. `done` are words that it need not ask for any
    more, in their order, `astray` what could not be placed. `reason` is one sentence.
    """

    proposal: Proposal
    state: State
    reason: str
    carried: tuple[Proposal, ...] = ()
    done: tuple[str, ...] = ()
    astray: tuple[Astray, ...] = ()
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.carried) != (self.state is State.OPEN):
            raise ValueError("a proposal is carried over if it is open, and only then")


@dataclass(frozen=True, slots=True)
class Rebase:
    """A set of proposals on the revision named: one entry for each, in the order given."""

    revision: str
    results: tuple[Rebased, ...]

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The new set: every successor, in order."""
        return tuple(each for result in self.results for each in result.carried)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is to be told of all of them: every place that was taken approximately."""
        return tuple(each for result in self.results for each in result.notices)

    def count(self, state: State) -> int:
        """Return how many proposals are in a state."""
        return sum(1 for each in self.results if each.state is state)
