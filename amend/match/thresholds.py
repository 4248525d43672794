"""The shares that decide a verdict, in one place and never hidden."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Shares that decide a verdict; printed with every table (domain E.1, design note 0003)."""

    with_changes: float = 0.70
    partly: float = 0.20
    deletion_partly: float = 0.50
    found_again: float = 0.70
