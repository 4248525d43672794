"""A comparison whose every text tries to be more than a text."""

from __future__ import annotations

from amend.model.alignment import Change
from amend.render import Report

from .sample import MADE, Link, chain, compare, revision

FORMULA = "=HYPERLINK('http://h.example')"
MARKUP = "<r><t>bold</t></r>"
UNWRITABLE = "\x00\x0b\ufffe\uffff\ud800 _x0041_ \u202eback"
ARABIC = "نشكر سكان ميناء أمل."
LONG = "word " * 8_000

_OLD = revision("=Zero", [f"1. {FORMULA}", f"2. {MARKUP}", "3. A tide", f"4. {ARABIC}", "5. Short"])
_NEW = revision("@Rev", [f"1. {FORMULA}", f"2. {MARKUP}", f"3. {UNWRITABLE}", f"4. {ARABIC}"])
_LONG = revision("+Long", [f"1. {FORMULA}", f"2. {LONG}"])
_EDITED = frozenset({Change.SUBSTITUTION})
_GONE = frozenset({Change.REPEAL})

HOSTILE = Report(
    FORMULA,
    MADE,
    chain(
        (_OLD, _NEW, _LONG),
        (
            compare(
                _OLD,
                _NEW,
                [
                    Link((1,), (1,)),
                    Link((2,), (2,)),
                    Link((3,), (3,), _EDITED),
                    Link((4,), (4,)),
                    Link((5,), (), _GONE),
                ],
            ),
            compare(
                _NEW,
                _LONG,
                [
                    Link((1,), (1,)),
                    Link((2,), (2,), _EDITED),
                    Link((3,), (), _GONE),
                    Link((4,), (), _GONE),
                ],
            ),
        ),
    ),
)
