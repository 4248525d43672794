"""A long piece of work in, a sign of life out: on a terminal, after a second, on stderr."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

_PATIENCE = 1.0
"""Seconds of silence before anything is shown."""


@contextmanager
def progress(told: str) -> Iterator[None]:
    """Show `told` with a spinner while the work goes on; nothing at all in a pipe.

    The drawing library is loaded only when the second is over: quick commands never pay for it.
    """
    if not sys.stderr.isatty():
        yield
        return
    with ExitStack() as stack:
        lock = threading.Lock()
        is_over = False

        def start() -> None:
            from amend.render import terminal

            with lock:
                if not is_over:
                    stack.enter_context(terminal.console(sys.stderr).status(terminal.plain(told)))

        timer = threading.Timer(_PATIENCE, start)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            with lock:
                is_over = True
