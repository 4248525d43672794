"""Pairs of files for audits."""

from __future__ import annotations

from tests.audit.files import audits

__all__ = ["audits"]
