"""The text of a paragraph in, the place of its printed number out, if it opens with one."""

from __future__ import annotations

import re
from typing import NamedTuple

from amend.text.late import late
from amend.text.numerals import ORDINALS, TERM
from amend.text.printed import STATUS, is_other_script

_TERM = rf"(?i:{TERM}|pre|ante|alt)"
_SUFFIX = (
    rf"(?:[ \u00a0\u202f.\-‐‑]?{_TERM}(?:\s?[2-9])?(?![\w-])"
    r"|\s?\((?:[a-z]{1,2}|[ivxl]{3,7})\))"
)
_HEAD = late(
    rf"""\s*+(?P<open>\[*+)\s*+(?:
      (?P<number>(?P<paren>\()?(?P<carrier>(?:OP|PP|Op|Pp|op|pp)\.?\s?|§\s?)?
        (?:0|[1-9]\d{{0,3}})(?P<ordinal>er\b|\.?[°º])?(?P<inside>\.(?:\d{{1,2}}(?!\d)|x))?
        (?P<letter>\s?[a-z](?=\.(?:\s|$))|[A-Z]{{1,3}}(?=[.)]))?
        (?P<suffix>{_SUFFIX}*)(?:\s?[A-Z]{{1,3}}(?=\.))?)
    | (?P<title>(?i:article|art[íi]culo|articolo|artikel|art)\.?\s*
        (?:[1-9]\d{{0,3}}(?:er\b|\.?[°º])?|(?i:{ORDINALS})(?=[\s.:]|$))
        (?:\.\d{{1,2}}(?!\d))?{_SUFFIX}*(?:\s?[A-Z](?=\s*(?:$|[.:(–—-])))?)
    | (?P<part>(?i:section|annexe?|anexo)\s+(?:[IVXL]{{1,6}}|[A-Z]|\d{{1,2}}))(?=[.:\]]|\s*$)
    | (?P<section>(?:[IVXL]{{1,6}}|[A-Z])(?:\s[a-z]{{3,20}})?)(?=[.)](?:\s|$))
    | (?P<relative>
        \((?:[a-z]{{1,2}}|[ivxl]{{3,7}})(?:\s[a-z]{{3,20}})?\)(?:\s?{_TERM})?(?=[\s.\[]|$)
      | (?:[a-z]|[ivx]{{2,7}})(?:\s[a-z]{{3,20}})?(?=\)(?:[\s\[]|$))
      | (?:[a-z]|[ivx]{{2,7}})(?=\.\s))
    | (?P<foreign>
        第\s?[0-9〇零一二三四五六七八九十百]+\s?[段款条條](?:[之の][0-9一二三四五六七八九十]+)?
      | (?:المادة|الفقرة)\s\d+(?:\sمكرر\w*)?|(?:Статья|СТАТЬЯ|Пункт)\s\d+(?:\s(?:бис|тер))?
      |(?:Приложение|Раздел)\s(?:[IVX]{{1,5}}|\d{{1,2}})
      )(?=[\s.:：]|$)
    )(?P<close>[ ]?[.:)\]：]+[-–—]?)?""",
    re.VERBOSE,
)


_SCRIPT_REACH = 24  # characters; a number in another script, and the first word behind it
# "26 (Supprimé)": the number is kept alive by the mark behind it.
_MARKED_BEHIND = late(rf"\s?\((?i:{STATUS})\)(?=\s*(?:$|[.:]|\s[A-ZÀ-Þ]))")
_TITLE_END = late(r"\s*(?:$|[(\[\t\n–—-])|\s+[A-ZÀ-Þ][a-zà-ÿ]|\s{2}")
_KINDS = ("number", "title", "part", "section", "relative", "foreign")


class Found(NamedTuple):
    """A printed number: half-open span in the text, and how to spell it to the label reader.

    `is_point` tells that it counts points within a paragraph, by figures: （一） is spelled 1(1).
    """

    start: int
    end: int
    spelled: str
    is_point: bool = False


def find_head(text: str) -> Found | None:
    """Find the number that a paragraph opens with; None for dates, quantities, titles, prose.

    The span covers what closes the number (9ter. or 9bis) with its parenthesis) and, where they
    hold nothing else, its brackets: [12.]. Looks at the first characters only.
    """
    if is_other_script(text[:_SCRIPT_REACH]):
        # Loaded when first needed: its patterns are slow to compile, and most drafts are Latin.
        from amend.text.script_heads import find_script_head

        script = find_script_head(text)
        if script is not None:
            return Found(*script)
    found = _HEAD.match(text)
    if found is None:
        return None
    kind = "number" if found["number"] else next(name for name in _KINDS if found[name])
    if not _is_placed(kind, found, text[found.end() :]):
        return None
    start = found.start(kind)
    if found["open"] and "]" in (found["close"] or ""):
        start = found.end("open") - 1
    return Found(start, found.end(), _spelled(kind, found[kind]))


def _is_placed(kind: str, found: re.Match[str], rest: str) -> bool:
    if kind == "number":
        return _is_number(found, rest)
    if kind == "title":
        return bool(found["close"]) or _TITLE_END.match(rest) is not None
    return kind not in {"part", "section"} or not rest.lstrip()[:1].islower()


def _spelled(kind: str, printed: str) -> str:
    if kind == "section":
        return f"S:{printed}"
    if kind == "relative" and not printed.startswith("("):
        return re.sub(r"^([ivx]+|[a-z])", r"(\1)", printed)
    return printed.removeprefix("(") if kind == "number" else printed


def _is_number(found: re.Match[str], rest: str) -> bool:
    """Whether a number stands in label position: what closes it, and what follows."""
    closed = (found["close"] or "").strip()
    if found["paren"] and not closed.startswith(")"):
        return False
    marks = (found["suffix"], found["carrier"], found["letter"], found["ordinal"])
    is_marked = any(marks) or found["inside"] == ".x"
    is_spaced = not rest or rest[0].isspace() or rest[0] == "["
    if found["paren"] and not is_marked:
        return is_spaced and _is_opening(rest) and len(found["number"]) < 5
    if not closed.strip("]"):
        return _is_open_number(found, rest, is_marked, is_spaced)
    if ":" in closed and not (is_marked or found["inside"]):
        return False
    return is_spaced or rest[0].isupper() or not rest[0].isalnum()


def _is_open_number(found: re.Match[str], rest: str, is_marked: bool, is_spaced: bool) -> bool:
    """Whether a number without dot or parenthesis is a label: it needs a suffix or a wide gap."""
    if rest.startswith("\t") or _MARKED_BEHIND.match(rest):
        return True
    if is_marked or found["close"]:
        return is_spaced and _is_opening(rest)
    if found["inside"]:
        return re.match(r"\s+(?:\[|[A-Z]?[A-Z][a-z])", rest) is not None
    return rest[:2].isspace() and len(rest) > 1 and bool(rest.strip()) and _is_opening(rest)


def _is_opening(rest: str) -> bool:
    """Whether what follows can open a paragraph: no small letter, figure or running mark."""
    follows = rest.lstrip()[:1]
    return not (follows.islower() or follows.isdigit() or (follows != "" and follows in ",;%/–-°"))
