"""The source of a pattern in, a pattern that is compiled when it is first asked something out."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern until somebody asks it; from then on it hands that one on."""

    def __init__(self, source: str, flags: int) -> None:
        self._given = source, flags

    def __getattr__(self, name: str) -> Any:
        """Compile on the first question, and keep the answer: the next comes straight from it."""
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "_compiled":
            self._compiled = re.compile(*self._given)
            return self._compiled
        answer = getattr(self._compiled, name)
        setattr(self, name, answer)
        return answer


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern like `re.compile`, at no cost before it is used.

    Most of the hundreds of patterns that read requests are for turns that a file does not hold, and
    compiling them all takes longer than reading the file. A faulty one is found at its first use.
    The pattern must be asked itself: `re.sub(pattern, ...)` does not take it.
    """
    return cast("re.Pattern[str]", _Late(source, flags))
