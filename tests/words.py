"""The patterns of the report's own words, gathered from the code and the templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from amend.model.alignment import Change
from amend.model.ruling import Fate, Headline
from amend.model.weight import Turn
from amend.render.flow_shapes import Way
from amend.render.page_wording import WORDS
from amend.render.reasons import RULES
from amend.text.parts import PartKind

ROOT = Path(__file__).parents[1]
_ENUMS: tuple[type[Enum], ...] = (Fate, Headline, Change, Way, Turn, PartKind)
_SHARES = ("with changes", "partly", "deletion partly", "found again")
_FIRST = frozenset({"told", "pattern", "t"})
_SPOKEN = re.compile(r'\bt\("((?:[^"\\]|\\.)*)"')
_LETTER = re.compile(r"[^\W\d_]")


class Saying(NamedTuple):
    """A pattern, the one for many or "", and the first place in which it stands."""

    one: str
    many: str
    where: str


def sayings() -> list[Saying]:
    """Return every pattern that has words of its own: what a catalogue must hold."""
    return [each for each in gathered() if _LETTER.search(re.sub(r"{[^}]*}", "", each.one))]


def gathered() -> list[Saying]:
    """Return every pattern once, in the order of files; a catalogue may hold any of them."""
    found: dict[tuple[str, str], Saying] = {}
    for each in _all():
        found.setdefault((each.one, each.many), each)
    return list(found.values())


def _all() -> Iterator[Saying]:
    for path in sorted((ROOT / "amend").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _called(node, name)
    for path in sorted((ROOT / "templates").glob("*.j2")):
        for each in _SPOKEN.findall(path.read_text(encoding="utf-8")):
            yield Saying(each, "", f"templates/{path.name}")
    for one in WORDS.values():
        yield Saying(one, "", "amend/render/page_wording.py")
    for kind in _ENUMS:
        for member in kind:
            yield Saying(str(member.value), "", kind.__module__.replace(".", "/") + ".py")
    for rule in RULES:
        yield Saying(rule, "", "amend/render/reasons.py")
    for share in _SHARES:
        yield Saying(share, "", "amend/match/thresholds.py")
    for part in PartKind:
        yield Saying(f"{part.value}s", "", "amend/text/parts.py")


def _name(called: ast.expr) -> str:
    """Return what is called; `tongue(language)("page")` speaks as `t("page")` does."""
    if isinstance(called, ast.Call):
        return "t" if _name(called.func) == "tongue" else ""
    return called.id if isinstance(called, ast.Name) else ""


def _called(node: ast.Call, name: str) -> Iterator[Saying]:
    words = [each.value for each in node.args if isinstance(each, ast.Constant)]
    texts = [each for each in words if isinstance(each, str)]
    called = _name(node.func)
    first = node.args[0] if node.args else None
    if called in _FIRST and isinstance(first, ast.Constant) and texts:
        yield Saying(texts[0], "", name)
    elif called == "numbered" and len(texts) == 2:
        yield Saying(texts[0], texts[1], name)
    elif called == "counted" and texts:
        many = texts[1] if len(texts) > 1 else f"{texts[0]}s"
        yield Saying(f"{{n:,}} {texts[0]}", f"{{n:,}} {many}", name)
