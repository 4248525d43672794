"""The shares that decide a verdict, in one place and never hidden."""

from __future__ import annotations

from dataclasses import dataclass

from amend.errors import AmendError


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Shares that decide a verdict; printed with every table (domain E.1, design note 0003).

    Raises AmendError for a share that is not above 0.0 and at most 1.0, or for a part that is more
    than the whole.
    """

    with_changes: float = 0.70
    partly: float = 0.20
    deletion_partly: float = 0.50
    found_again: float = 0.70

    def __post_init__(self) -> None:
        shares = self.with_changes, self.partly, self.deletion_partly, self.found_again
        if not all(0.0 < share <= 1.0 for share in shares):
            hint = "Choose shares above 0 and up to 1: 70 per cent is 0.7."
            raise AmendError("a threshold is no share", hint=hint)
        if self.partly > self.with_changes:
            hint = "Choose a share for partly that is at most the one for with_changes."
            found = f"partly adopted from {self.partly:.0%}, with changes from "
            raise AmendError(f"{found}{self.with_changes:.0%} already", hint=hint)
