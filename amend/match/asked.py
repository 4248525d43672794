"""What a proposal asks of one paragraph, as a value: its text before and after, and the splices."""

from __future__ import annotations

from dataclasses import dataclass

from amend.match.splice import Splice
from amend.model.draft import Paragraph
from amend.model.proposal import Proposal
from amend.notices import Notice


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal applied to one paragraph: the text before and after, and the splices between.

    `problem` says why it could not be applied, in words for the reader, or is "".
    """

    proposal: Proposal
    paragraph: Paragraph | None
    before: str
    after: str
    splices: tuple[Splice, ...] = ()
    problem: str = ""
    notices: tuple[Notice, ...] = ()
