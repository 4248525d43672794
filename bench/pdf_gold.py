"""A text beside a PDF in; its paragraphs out, parted as the page parts them, by written rules.

The text of a resolution was taken from the page by a program: it holds running heads and notes
in the middle of sentences, and runs the preamble together.
"""

from __future__ import annotations

import re
from pathlib import Path

import amend

# "78/272. Agreement under ...", alone on its line: the title, which runs over the later pages.
_TITLE = re.compile(r"^\d+/\d+\. (.+)$", re.MULTILINE)
_NOTES = re.compile(r"\s*_{5,}[^\0\n]*(?:\0|(?=\n)|$)")
# The preamble: after a comma, and a note's mark, a paragraph opens with a participle.
_OPENING = re.compile(r"(?<=,)(\d{0,2}) (?=[A-Z][a-z]+ing\b)|(?<=The General Assembly,) ")
# The line of adoption, its remark, and the meeting at the end stand by themselves.
_ALONE = re.compile(r" (?=\[without reference)| (?=\d+(?:st|nd|rd|th) plenary meeting\b)")


def typed(path: Path) -> amend.Revision:
    """Return the text beside a PDF without its furniture and notes; Markdown as it was typed."""
    if path.suffix != ".txt":
        return amend.read(path)
    text = without_furniture(path.read_text(encoding="utf-8"))
    text = _NOTES.sub(" ", text).replace("\0", " ")
    text = _ALONE.sub("\n\n", _OPENING.sub("\n\n", text))
    return amend.read_text(text, name=path.name)


def without_furniture(text: str) -> str:
    """Put a mark (a zero) for each head that runs: a symbol and the title, in either order."""
    title = _TITLE.search(text)
    if title is None:
        return text
    symbol = r"A/RES/\d+/\d+"
    words = re.escape(title[1].strip())
    return re.sub(rf"{symbol} {words}|{words} {symbol}", "\0", text)
