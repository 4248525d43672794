"""The shared files of Chile's Constitutional Convention in, its amendment steps out, in words.

`sentence` puts a step as a person would say it, and `slip` tells where nobody who reads the step
could reach the text after; see `bench.chile` for the conventions.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amend.text.words import tokens

SHARED = Path(__file__).parents[1] / ".." / "shared" / "data" / "chile"
ARTICLE = "7"
ACTIONS = {
    "SUBSTITUTE": "substitution",
    "Replace": "substitution",
    "ADD": "addition",
    "Add": "addition",
    "MODIFY_PHRASE": "phrase change",
    "Modify": "phrase change",
    "DELETE": "deletion",
}
_ORDINALS = (
    "", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno",
)  # fmt: skip
_VERB = re.compile(
    r"\b(?:agreg|añad|incorpor|intercal|reemplaz(?!o\b)|sustitu(?!ci[óo]n|tiv)|substitu(?!ci[óo]n|tiv)|suprim"
    r"|elimin|repon|modific)\w*",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"[“'‘]|\d|primer|segund|tercer|cuart|quint|pen[úu]ltim|continuaci|luego|antes|letra|liter"
    r"|numer|inicio|entre"
)
_NAMED = re.compile(r"\s*(?:letra|numeral|inciso)\s", re.IGNORECASE)
_EVEN = str.maketrans(dict.fromkeys("“”„«»″‘’‚‛′", "'") | dict.fromkeys("‐‑‒–—−", "-") | {'"': "'"})


@dataclass(frozen=True, slots=True)
class Step:
    """One amendment step: what it asks for, and the article's text before and after."""

    commission: str
    article: str
    action: str
    scope: str
    where: str
    content: str
    removed: str
    before: str
    after: str


def steps(folder: Path = SHARED) -> Iterator[Step]:
    """Yield the steps that can be measured, in the order of the files."""
    for path in sorted(folder.glob("comision-*/*TRACK_full.json")):
        for lineage in json.loads(path.read_text(encoding="utf-8")):
            before = lineage.get("text") or ""
            for step in lineage.get("history") or ():
                made = _step(path.name[1], lineage["article_uid"], step, before)
                if made is not None:
                    yield made
                before = step.get("content_snapshot") or before


def _step(commission: str, article: str, step: dict[str, str], before: str) -> Step | None:
    action = ACTIONS.get(step.get("action") or "")
    after = step.get("content_snapshot") or ""
    scope = step.get("target_scope") or ""
    content, removed = step.get("content") or "", step.get("content_to_remove") or ""
    is_asked = content or removed or (action == "deletion" and scope.startswith("INCISO"))
    if action is None or not before or not after or not is_asked:
        return None
    where = step.get("placement_instructions") or ""
    return Step(commission, article, action, scope, where, content, removed, before, after)


def sentence(step: Step) -> str:
    """Put a step as a person would say it, in Spanish; quotation marks are guillemets."""
    where = _place(step.where)
    part = (
        _part(step)
        if not re.search(r"inciso|oraci|numeral|letra|literal", where, re.IGNORECASE)
        else ""
    )
    return f"Artículo {ARTICLE}: {_SAID[step.action](step, where, part)}."


def _place(said: str) -> str:
    """Leave out asides and the article's own number, which is 7 here."""
    said = re.sub(r"\((?P<part>[^()]*(?:oraci|numeral)[^()]*)\)", r"\g<part>", said)
    said = re.sub(r"\s*\([^()]*\)|\.{3}(?!\s+como\b).*$|\s+por el siguiente$", "", said)
    said = re.sub(
        r",?\s*(?:del|al|el)\s+(?:nuevo\s+)?artículo(?:\s+\d+\s*°?)?(?:\s+bis)?", "", said, flags=2
    )
    return said.strip(" ,")


def _has_verb(where: str) -> bool:
    return _VERB.search(re.sub(r"[“'][^”']*[”']", "", where)) is not None


def _part(step: Step) -> str:
    """Name the scope of a step in words: INCISO 2 is "el inciso segundo"."""
    if step.scope == "INCISO FINAL":
        return "el inciso final"
    counts = [int(figure) for figure in re.findall(r"\d+", step.scope)]
    if not counts or not step.scope.startswith("INCISO"):
        return ""
    named = [_ORDINALS[count] for count in counts]
    if len(named) == 1:
        return f"el inciso {named[0]}"
    return f"los incisos {', '.join(named[:-1])} y {named[-1]}"


def _quoted(words: str) -> str:
    inner = words.strip().strip('“”" ')
    return f"«{inner.replace('«', '“').replace('»', '”')}»"


def _substitution(step: Step, where: str, part: str) -> str:
    new = _quoted(step.content)
    if step.removed:
        return _phrase_change(step, where, part)
    if step.scope == "INCISO" and not where:
        return f"sustitúyase un inciso por el siguiente: {new}"
    if step.scope == "TOTAL" or not (part or where):
        return f"sustitúyase el artículo {ARTICLE} por el siguiente: {new}"
    if where.startswith("redacción"):
        return f"{where}: {new}"
    if part:
        return f"sustitúyase {part} por el siguiente: {new}"
    if _has_verb(where):
        return f"{where} por lo siguiente: {new}"
    return f"sustitúyase {where} por lo siguiente: {new}"


def _addition(step: Step, where: str, part: str) -> str:
    new = _quoted(step.content)
    if _has_verb(where):
        return f"{where}: {new}" if not part else f"en {part}, {where}: {new}"
    is_new = step.scope.startswith("INCISO") and not step.content.strip()[:1].islower()
    if is_new and not part and not re.search(r"inciso|numer|número|párrafo", where, re.IGNORECASE):
        return f"agréguese un inciso nuevo {where}: {new}".replace(" :", ":")
    lead = f"en {part}, " if part else ""
    if part and where.endswith("aditivo"):
        return f"agréguese un nuevo {part.removeprefix('el ')}: {new}"
    return f"{lead}{where}, agréguese {new}" if where else f"{lead}agréguese {new}"


def _phrase_change(step: Step, where: str, part: str) -> str:
    old, new = _quoted(step.removed), _quoted(step.content)
    if not step.content.strip():
        return _deletion(step, where, part)
    lead = f"en {part}, " if part else ""
    place = "" if _has_verb(where) or not where else f"{where}, "
    return f"{lead}{place}sustitúyase {old} por {new}"


def _deletion(step: Step, where: str, part: str) -> str:
    named = re.fullmatch(r"\s*(?:letra|numeral|inciso)\s.*", step.removed, re.IGNORECASE)
    if step.removed and named is None:
        lead = f"en {part}, " if part else ""
        place = "" if _has_verb(where) or not where else f"{where}, "
        return f"{lead}{place}suprímase {_quoted(step.removed)}"
    if named is not None:
        name = step.removed.strip().lower()
        return f"suprímase {'la' if name.startswith('letra') else 'el'} {name}"
    return where if _has_verb(where) and not part else f"suprímase {part or where}"


_SAID = {
    "substitution": _substitution,
    "addition": _addition,
    "phrase change": _phrase_change,
    "deletion": _deletion,
}


def even(text: str) -> str:
    """Even out spaces, quotation marks, apostrophes and dashes."""
    return re.sub(r"\s+([,.;:])", r"\1", " ".join(text.translate(_EVEN).split()))


def slip(step: Step) -> str:
    """Say why the gold cannot be reached by who reads the step, or ""."""
    before, after = tokens(step.before), tokens(step.after)
    new, old = tokens(step.content), tokens(step.removed)
    if before == after:
        return "the snapshot is equal to the text before"
    is_placeless = step.scope == "INCISO" and not (step.where or step.removed)
    if is_placeless and step.action in {"substitution", "deletion"}:
        return "the step names no place"
    if len(Counter(before) & Counter(after)) < len(before) / 10 and step.scope != "TOTAL":
        return "the snapshot is another article"
    is_last = not _holds(after, new) or after[-len(new) :] == new
    if step.action == "addition" and _is_open(step) and not is_last:
        return "the step names no place but the end, and the words stand elsewhere"
    gained, lost = Counter(after) - Counter(before), Counter(before) - Counter(after)
    if step.scope == "TOTAL" and step.action == "substitution":
        return (
            ""
            if _strays(after, new) <= len(after) / 10
            else "the snapshot has other words than asked for"
        )
    if new and not _holds(after, new) and gained - Counter(new):
        return "the snapshot has other words than asked for"
    if gained - Counter(new) or (old and lost - Counter(old)):
        return "the snapshot changes more than the step says"
    if old and not _NAMED.match(step.removed) and not _holds(before, old):
        return "the words to go do not stand before"
    return ""


def _is_open(step: Step) -> bool:
    """Whether no words, number or part are named beside which the new ones stand."""
    return _BESIDE.search(f"{step.where} {step.scope.removeprefix('WORDING')}") is None


def _strays(one: list[str], other: list[str]) -> int:
    return sum((Counter(one) - Counter(other)).values()) + max(
        0, sum((Counter(other) - Counter(one)).values()) - 2
    )


def _holds(text: list[str], words: list[str]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(text)} "
