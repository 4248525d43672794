"""Prints how drafts are read once they are printed: the same paragraphs from Word and from PDF.

Drafts in six languages are made (`printed_texts.py`), set in several ways (`printed_word.py`) and
printed by LibreOffice; some programs write that PDF anew. What pdftotext gives, parted at blank
lines, stands beside ours.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path

import amend
from amend.errors import AmendError
from amend.model.draft import Paragraph, Revision, Role
from bench.measure import table
from bench.printed_texts import DATA, TONGUES, draft
from bench.printed_word import SETTINGS, write

_MARGIN = "header or footer"
_MOST_SHOWN = 30
# Letters on each side that tell the end of a paragraph from others.
_AROUND = 12
_HEADS = ("printed by", "language", "files", "paragraphs", "words", "labels", "bounds", "notes",
          "pdftotext: words", "bounds")  # fmt: skip
_CAPTION = """\
words: share of the paragraphs of the Word file (footnotes with them) that the PDF has with the same
words; labels: and with the same label. bounds: F1 of ends of paragraphs, by the letters around;
notes: footnotes that hang where they do in the Word file. pdftotext: its text, parted at
blank lines and read as plain text. Settings: """
# How a printed file is written anew: by whom, and the command before source and target.
_AGAIN = {
    "Ghostscript, PDF 1.3": ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite",
                             "-dCompatibilityLevel=1.3", "-o", "{out}", "{source}"),
    "poppler and cairo": ("pdftocairo", "-pdf", "{source}", "{out}"),
}  # fmt: skip


def run(*, quick: bool = False) -> None:
    """Print the shares by program and language, then what differs."""
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        print("\nLibreOffice or pdftotext (poppler-utils) is not here: nothing can be printed")
        return
    if not (DATA / "udhr").exists():
        print("\nthe shared documents are not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        made = _printed(Path(folder), quick=quick)
        counts: dict[tuple[str, str], list[Count]] = defaultdict(list)
        misses: list[str] = []
        for program, language, word, pdf in made:
            counts[program, language].append(Count(word, pdf, misses))
    rows = [_row(program, language, found) for (program, language), found in counts.items()]
    print(f"\n{_CAPTION}{', '.join(SETTINGS)}\n\n{table(_HEADS, rows)}\n")
    print("\n".join(misses[:_MOST_SHOWN]))


def _printed(folder: Path, *, quick: bool) -> list[tuple[str, str, Path, Path]]:
    """Return program, language, Word file and PDF of each draft."""
    words = []
    for language in TONGUES:
        for name, setting in list(SETTINGS.items())[: 2 if quick else None]:
            path = folder / f"{language}-{name.replace(' ', '-')}.docx"
            write(path, draft(language), language, setting)
            words.append((language, path))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *(str(path) for _, path in words)], check=True, capture_output=True)
    found = [("LibreOffice", language, path, path.with_suffix(".pdf")) for language, path in words]
    for number, (program, again) in enumerate({} if quick else _AGAIN.items()):
        if shutil.which(again[0]) is None:
            print(f"\n{program}: {again[0]} is not here")
            continue
        for language, path in words:
            out = path.with_name(f"{path.stem}-{number}.pdf")
            named = {"source": str(path.with_suffix(".pdf")), "out": str(out)}
            subprocess.run([each.format(**named) for each in again], check=True,
                           capture_output=True)  # fmt: skip
            found.append((program, language, path, out))
    return found


class Count:
    """One printed draft beside its Word file: how many paragraphs came through."""

    def __init__(self, word: Path, pdf: Path, misses: list[str]) -> None:
        """Read both and count; what differs is told in `misses`."""
        wanted, told = amend.read(word), _read(pdf)
        old, new = _counted(wanted), _counted(told)
        self.of = len(old)
        self.words = _shared([_words(each) for each in old], [_words(each) for each in new])
        self.labels = _shared([_labelled(each) for each in old], [_labelled(each) for each in new])
        self.bounds = _bounds(old, new)
        self.notes, self.noted = _notes(wanted, told)
        plain = _counted(_plain(pdf))
        self.plain = _shared([_words(each) for each in old], [_words(each) for each in plain])
        self.plain_bounds = _bounds(old, plain)
        had = {_labelled(each) for each in new}
        misses += [
            f"{pdf.name}: {each.label or ''} {each.text[:60]!r}"
            for each in old
            if _labelled(each) not in had
        ]


def _read(pdf: Path) -> Revision:
    try:
        return amend.read(pdf)
    except AmendError as refusal:
        print(f"{pdf.name}: {refusal}")
        return amend.read_text("-", name=pdf.stem)


def _plain(pdf: Path) -> Revision:
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    text = told.stdout.decode("utf-8", "replace").replace("\f", "\n\n")
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return amend.read_text("\n\n".join(part for part in parts if part), name=pdf.stem)


def _counted(revision: Revision) -> list[Paragraph]:
    return [each for each in revision.paragraphs if each.path != _MARGIN]


def _words(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text.replace("\u00ad", "").split())


def _labelled(paragraph: Paragraph) -> str:
    return f"{paragraph.label or ''}|{_words(paragraph)}"


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return sum(size for _, _, size in matcher.get_matching_blocks())


def _bounds(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> float:
    """Return F1 of the ends of paragraphs; one is told by the letters before and behind it."""
    ends = [_ends(side) for side in (old, new)]
    right = (ends[0] & ends[1]).total()
    return 2 * right / max(1, ends[0].total() + ends[1].total())


def _ends(side: Sequence[Paragraph]) -> Counter[tuple[str, str]]:
    letters = ["".join(filter(str.isalnum, _words(each))) for each in side]
    whole = "".join(letters)
    places = accumulate(map(len, letters))
    return Counter((whole[max(0, at - _AROUND) : at], whole[at : at + _AROUND]) for at in places)


def _notes(wanted: Revision, told: Revision) -> tuple[int, int]:
    """Return how many footnotes hang where they do in the Word file, and how many it has."""
    held = [_hung(revision) for revision in (wanted, told)]
    return len(held[0] & held[1]), len(held[0])


def _hung(revision: Revision) -> set[tuple[str, str]]:
    by_id = {each.id: each for each in revision.paragraphs}
    return {
        (_words(each), _words(by_id[each.parent]) if each.parent in by_id else "")
        for each in revision.paragraphs
        if each.role is Role.NOTE
    }


def _row(program: str, language: str, found: Sequence[Count]) -> tuple[str, ...]:
    of = sum(each.of for each in found)
    noted = sum(each.noted for each in found)
    return (
        program, language, str(len(found)), str(of),
        f"{sum(each.words for each in found) / of:.3f}",
        f"{sum(each.labels for each in found) / of:.3f}",
        f"{sum(each.bounds for each in found) / len(found):.3f}",
        f"{sum(each.notes for each in found) / noted:.3f}" if noted else "-",
        f"{sum(each.plain for each in found) / of:.3f}",
        f"{sum(each.plain_bounds for each in found) / len(found):.3f}",
    )  # fmt: skip
