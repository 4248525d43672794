"""Proposals and later revisions in, rulings out: what became of each, proven in the text."""

from amend.match.thresholds import Thresholds

__all__ = ["Thresholds"]
