"""amend: which language carried from revision to revision, proven in the text.

The library of docs/library.md. Values are frozen and comparable; nothing here prints, reads the
clock or opens a connection. Every name is loaded when it is first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amend.errors import AmendError as AmendError
    from amend.labels import Label as Label
    from amend.library import align as align
    from amend.library import apply as apply
    from amend.library import audit as audit
    from amend.library import compare as compare
    from amend.library import judge as judge
    from amend.library import proposals as proposals
    from amend.library import proposals_from_text as proposals_from_text
    from amend.library import proposed as proposed
    from amend.library import read as read
    from amend.library import read_text as read_text
    from amend.library import rebase as rebase
    from amend.library import references as references
    from amend.library import trace as trace
    from amend.match.descent import descents as descents

_HOMES = {
    "AmendError": "amend.errors",
    "Label": "amend.labels",
    "align": "amend.library",
    "apply": "amend.library",
    "audit": "amend.library",
    "compare": "amend.library",
    "descents": "amend.match.descent",
    "judge": "amend.library",
    "proposals": "amend.library",
    "proposals_from_text": "amend.library",
    "proposed": "amend.library",
    "read": "amend.library",
    "read_text": "amend.library",
    "rebase": "amend.library",
    "references": "amend.library",
    "trace": "amend.library",
}

__all__ = [
    "AmendError",
    "Label",
    "align",
    "apply",
    "audit",
    "compare",
    "descents",
    "judge",
    "proposals",
    "proposals_from_text",
    "proposed",
    "read",
    "read_text",
    "rebase",
    "references",
    "trace",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'amend' has no attribute {name!r}")
    return getattr(import_module(home), name)


class _Package(ModuleType):
    """The package, in which a stage never hides the function that bears its name.

    `amend.align` is a function of the library and a folder of modules; loading the folder would
    otherwise put itself in the function's place.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
