"""What two other readers see on the pages of a PDF, to bear out or refute what ours says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pypdfium2

_QUOTES = str.maketrans("’‘“”–", "''\"\"-")
_PART = re.compile(r"[^\W_]|\s+|[\W_]")
# The heads and feet of the two drafts, which stand between the halves of a paragraph.
_RUNNING = re.compile(
    r"\n(?:AD HOC WORKING GROUP ON THE\s*\nDURBAN.*\nADP\.2015.*"
    r"|ADP 2-12 – Draft agreement and draft decision.*|\d+ of \d+)\s*(?=\n|$)"
)


class Printed:
    """The letters and figures of a text in order, and where words are parted between them.

    At the end of a line nobody can tell a broken word from two: there both count as right.
    """

    def __init__(self, text: str, *, has_figures: bool = True) -> None:
        """Hold a text; without figures, where marks of footnotes stand among the words."""
        letters: list[str] = []
        self.parted: set[int] = set()
        self.unsure: set[int] = set()
        text = text.translate(_QUOTES).lower()
        for match in _PART.finditer(text):
            sign = match[0]
            if sign.isalnum() and (has_figures or not sign.isdigit()):
                letters.append(sign)
            elif "\n" in sign or sign.isdigit() or text[match.end() : match.end() + 1] in "\r\n":
                self.unsure.add(len(letters))
            else:
                self.parted.add(len(letters))
        self.letters = "".join(letters)

    def has(self, asked: Printed) -> bool:
        """Whether a paragraph stands here, letter by letter and word by word."""
        size = len(asked.letters)
        within = {each for each in asked.parted | asked.unsure if 0 < each < size}
        at = self.letters.find(asked.letters)
        while at >= 0:
            inside = range(at + 1, at + size)
            sure = {each - at for each in inside if each in self.parted and each not in self.unsure}
            maybe = {each - at for each in inside if each in self.unsure or each in self.parted}
            if sure - asked.unsure <= within <= maybe | asked.unsure:
                return True
            at = self.letters.find(asked.letters, at + 1)
        return False


class Witnesses:
    """Two readers of one PDF: pdftotext (poppler), and the text that the library gives itself."""

    def __init__(self, path: Path) -> None:
        """Read the file with both."""
        told = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
        document = pypdfium2.PdfDocument(path)
        given = "\n".join(page.get_textpage().get_text_range() for page in document)
        texts = (told.stdout.decode("utf-8", "replace").replace("\f", "\n"),
                 given.replace("\r\n", "\n").replace("\ufffe", "-\n"))  # fmt: skip
        texts = tuple(_RUNNING.sub("", each) for each in texts)  # type: ignore[assignment]
        self._whole = [Printed(each) for each in texts]
        self._figureless = [Printed(each, has_figures=False) for each in texts]

    def agree(self, text: str) -> bool:
        """Whether both see these words, in this order, parted like this.

        A paragraph may stand in two stretches: the foot of one page and the head of the next.
        """
        return all(
            _in_two(whole, text, has_figures=True) or _in_two(less, text, has_figures=False)
            for whole, less in zip(self._whole, self._figureless, strict=True)
        )


def _in_two(page: Printed, text: str, *, has_figures: bool) -> bool:
    words = text.split(" ")

    def stands(part: list[str]) -> bool:
        return page.has(Printed(" ".join(part), has_figures=has_figures))

    if stands(words):
        return True
    low, high = 0, len(words)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if stands(words[:middle]) else (low, middle)
    return low > 0 and stands(words[low:])


def laid_out(path: Path) -> str:
    """Return a file as pdftotext lays it out, where labels stand before their words."""
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return told.stdout.decode("utf-8", "replace")
