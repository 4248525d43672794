"""Where the words of a text come from: when they came in, and who had asked for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from amend.labels import Label


@dataclass(frozen=True, slots=True)
class Origin:
    """Neighbouring words of a paragraph that came in together.

    The half-open spans of a paragraph's origins follow each other from its first sign to its last,
    signs and spaces going with the word before them. `words` counts comparison words. `revision` is
    the name of the one the words first stood in, `paragraph` and `label` what they stood in there.
    `returned` is the revision in which they came back after they had been away, else None.
    `repeated` are words new in their place that stood elsewhere in the revision before, in a run of
    five or more. `proposals` are the ids of those that had asked for them before they came (back).
    """

    start: int
    end: int
    text: str
    words: int
    revision: str
    paragraph: str
    label: Label | None
    returned: str | None = None
    repeated: bool = False
    proposals: tuple[str, ...] = ()

    @property
    def since(self) -> str:
        """The revision since which the words have stood without a gap."""
        return self.returned or self.revision


@dataclass(frozen=True, slots=True)
class Newcomers:
    """The words of one revision that the one before did not have, each counted once.

    `asked` had been asked for by some proposal, whoever and however many; of the others `returned`
    had stood in an earlier revision, `repeated` stood elsewhere in the one before, and `own`, the
    rest, nobody had asked for in the proposals at hand: the facilitators' language (domain E.3).
    """

    revision: str
    words: int
    asked: int
    returned: int
    repeated: int

    @property
    def own(self) -> int:
        """Words that are nobody's but the drafters' own."""
        return self.words - self.asked - self.returned - self.repeated


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origin of every word of every revision.

    `origins` holds for each revision, by name, the origins of each paragraph, by id, in the order
    of its text; none for a paragraph without words. `newcomers` has one entry for each revision
    after the first, oldest first.
    """

    origins: Mapping[str, Mapping[str, tuple[Origin, ...]]]
    newcomers: tuple[Newcomers, ...]
