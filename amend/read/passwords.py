"""The password that files of this command are opened with, where they ask for one.

It goes with the context and not with every call: a command names one password, and between it and
the reader of a PDF stand drafts, proposals, mails and workspaces that have nothing to do with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_PASSWORD: ContextVar[str | None] = ContextVar("password", default=None)


def password() -> str | None:
    """Return the password of this context; None where none was named."""
    return _PASSWORD.get()


@contextmanager
def opened_with(named: str | None) -> Iterator[None]:
    """Let every file that is read inside be opened with this password."""
    token = _PASSWORD.set(named)
    try:
        yield
    finally:
        _PASSWORD.reset(token)
