"""The saved discussion page and the register of its first entries in, figures per field out.

Beside our reading stands a plain one: cut at reply lines and pictures, the first stage named, the
domain for the body, any number behind "para". The page and the register are not in the project.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from amend.model.submission import Posting
from amend.parse.postings import read_register
from amend.read.page import read_page
from bench.measure import table

SEED = Path(__file__).parents[2] / "shared" / "data" / "seed"
Entry = Mapping[str, Any]
Pick = Callable[[Entry], Iterable[object]]

_ENDS = re.compile(r"^(?:In reply to .*by (.+)|Profile picture for user (\S+))\s*$")
_STAGES = ((r"zero draft", "zero"), (r"rev\.? ?1", "rev1"), (r"rev\.? ?2", "rev2"))


def run(*, quick: bool = False) -> None:
    """Print precision, recall and n for each field, ours and the plain reading's."""
    del quick
    pages = sorted(SEED.glob("*.txt"))
    if not pages:
        print(f"  {SEED} is not here: nothing to read")
        return
    gold = json.loads((SEED / "register-entries-1-51.json").read_text(encoding="utf-8"))
    ours = [_entry(each) for each in read_register(read_page(pages[0])).postings]
    plain = _plain(pages[0].read_text(encoding="utf-8").split("\n"))
    rows = []
    for name, pick in FIELDS.items():
        n = sum(len(set(pick(each))) for each in gold)
        found = [*_shares(gold, ours, pick), *_shares(gold, plain, pick)]
        rows.append([name, str(n), *found])
    heads = ("field", "n", "precision", "recall", "plain precision", "plain recall")
    print(f"  {len(gold)} entries with gold, {len(ours)} read")
    print(table(heads, rows))


def _one(key: str) -> Pick:
    return lambda each: [each[key]] if each.get(key) not in (None, [], False) else []


def _texts(key: str) -> Pick:
    return lambda each: [one["text"] for one in each[key]]


FIELDS: Mapping[str, Pick] = {
    "boundaries": lambda each: [(each["line_start"], each["line_end"])],
    "body": lambda each: [(each["text_start"], each["text_end"])],
    "stage": _one("stage"),
    "stage_basis": _one("stage_basis"),
    "thread": _one("thread"),
    "reply_to": _one("reply_to"),
    "organisations": lambda each: each["organisations"],
    "organisation_basis": _one("organisation_basis"),
    "supporters": lambda each: each.get("supporters", ()),
    "person": _one("person"),
    "email": _one("email"),
    "date": lambda each: [(each["date"], each["date_kind"])] if each["date"] else [],
    "language": _one("language"),
    "references": lambda each: [(one["label"], one["relation"]) for one in each["references"]],
    "non_references": _texts("non_references"),
    "proposals": lambda each: [
        (one["label"], one["operation"], one["text"]) for one in each["proposals"]
    ],
    "duplicate_of": _one("duplicate_of"),
    "endorses": lambda each: each["endorses"],
    "truncated": _one("truncated"),
    "attachment": _one("attachment"),
    "kind": _one("kind"),
    "kind_tags": lambda each: each["kind_tags"],
}


def _shares(gold: Iterable[Entry], found: Iterable[Entry], pick: Pick) -> tuple[str, str]:
    """Return precision and recall over the lines that the gold covers; "-" where none is said.

    An entry goes with the gold entry in whose lines its text ends.
    """
    known = list(gold)
    right = ours = 0
    for each in found:
        other = next((one for one in known if _is_in(each["text_end"], one)), None)
        if other is not None:
            said = set(pick(each))
            ours += len(said)
            right += len(said & set(pick(other)))
    theirs = sum(len(set(pick(each))) for each in known)
    return _share(right, ours), _share(right, theirs)


def _is_in(line: int, entry: Entry) -> bool:
    return bool(entry["line_start"] <= line <= entry["line_end"])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _entry(posting: Posting) -> Entry:
    """Write a posting with the keys of the register."""
    plain = {key: getattr(posting, key) for key in _SAME}
    label = {id(each): each.label and str(each.label) for each in posting.references}
    return {
        **plain,
        "endorses": [*posting.endorses, *posting.endorses_others],
        "references": [
            {"label": label[id(each)], "relation": each.relation.value}
            for each in posting.references
        ],
        "non_references": [{"text": each.text} for each in posting.non_references],
        "proposals": [
            {
                "label": each.label and str(each.label),
                "operation": each.operation,
                "text": each.text,
            }
            for each in posting.proposals
        ],
    }


_SAME = (
    *("line_start", "line_end", "text_start", "text_end", "stage", "stage_basis", "thread"),
    *("reply_to", "organisations", "organisation_basis", "supporters", "person", "email", "date"),
    *("date_kind", "language", "duplicate_of", "truncated", "attachment", "kind", "kind_tags"),
)


def _plain(lines: list[str]) -> Sequence[Entry]:
    """Cut at every reply line and picture, and take the nearest sign for the rest."""
    found: list[dict[str, Any]] = []
    start = 29  # the page's own head is given away: the plain reading has no way to tell it
    while start < len(lines):
        end = start
        while end < len(lines) and _ENDS.match(lines[end].strip()) is None:
            end += 1
        while end + 2 < len(lines) and _ENDS.match(lines[end + 2].strip()):
            end += 2
        found.append(_plainly(lines, start, min(end, len(lines) - 1)))
        start = end + 1
        while start < len(lines) and not lines[start]:
            start += 1
    return found


def _plainly(lines: list[str], start: int, end: int) -> dict[str, Any]:
    body = [
        n for n in range(start, end + 1) if lines[n].strip() and not _ENDS.match(lines[n].strip())
    ]
    text = "\n".join(lines[n] for n in body)
    mails = re.findall(r"\S+@\S+", "\n".join(lines[start : end + 1]))
    replies = re.findall(r"In reply to .*by (.+)", "\n".join(lines[start : end + 1]))
    stage = next(
        (name for words, name in _STAGES if re.search(words, text, re.IGNORECASE)), "pre-zero"
    )
    domain = mails[-1].split("@")[1].split(".")[0].upper() if mails else None
    numbers = re.findall(r"\bpara(?:graph)?s? (\d+\w*)", text, re.IGNORECASE)
    cut = text.rstrip().endswith("...")
    has_file = "attach" in text.lower()
    return {
        **dict.fromkeys(_SAME),
        "line_start": start + 1,
        "line_end": end + 1,
        "text_start": (body[0] if body else start) + 1,
        "text_end": (body[-1] if body else start) + 1,
        "stage": stage,
        "organisations": [domain] if domain else [],
        "email": mails[-1] if mails else None,
        "reply_to": replies[-1].strip() if replies else None,
        "language": "en",
        "truncated": cut,
        "attachment": "stated" if has_file else "none visible",
        "kind": "general_comment",
        "kind_tags": [],
        "supporters": [],
        "endorses": [],
        "references": [{"label": each, "relation": "proposes_language"} for each in numbers],
        "non_references": [],
        "proposals": [],
    }
