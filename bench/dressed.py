"""Generated paragraphs in, a Word file as people leave one out: tracked changes are half of it.

Every run is dressed in font, size and language, many in bold; formats are changed, comments are
pinned to words, paragraphs stand in tables, and every paragraph and run names its saving.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from bench.drafts import packed
from bench.tracked import AUTHORS, Marks, Stretch, Tracked, drafts, readings
from bench.truth import Written

_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_SIZE = '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/>'
_SPACING = '<w:keepNext/><w:spacing w:after="120" w:line="240" w:lineRule="auto"/>'
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
    f"<w:rPr>{_FONT}{_SIZE}</w:rPr></w:style>"
    for name in ("Normal", "BodyText")
)
# Of the paragraphs, of the runs, and of each table.
_COMMENTED, _REFORMATTED, _BOLD, _RUN_REFORMATTED = 0.1, 0.1, 0.15, 0.05
_TABLE_EVERY, _COLUMNS, _ROWS = 20, 2, 2


def dressed(paragraphs: Sequence[Written], seed: int = 1) -> Tracked:
    """Mark the same changes as `tracked` does, in a file dressed as Word saves it."""
    rng = random.Random(f"tracked {seed}")
    drafted = drafts(paragraphs, rng)
    dress = _Dress(rng)
    written = [dress.paragraph(each) for each in drafted]
    body = "".join(_tabled(written))
    beside = {"styles": _STYLES, "comments": "".join(dress.comments)}
    return Tracked(packed(body, beside), *readings(drafted))


class _Dress:
    """Writes paragraphs as XML; `comments` are those that they name."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._marks = Marks(rng)
        self.comments: list[str] = []

    def paragraph(self, stretches: Sequence[Stretch]) -> str:
        inside = [self._marks.xml(each, self._run) for each in stretches]
        if self._rng.random() < _COMMENTED:
            at = self._rng.randrange(len(inside))
            inside[at] = self._commented(inside[at])
        change = ""
        if self._rng.random() < _REFORMATTED:
            was = '<w:pPr><w:pStyle w:val="Normal"/></w:pPr>'
            change = self._marks.mark("pPrChange", was)
        properties = f'<w:pStyle w:val="BodyText"/>{_SPACING}<w:rPr>{_FONT}{_SIZE}</w:rPr>{change}'
        saved = f'w:rsidR="{self._saving()}" w:rsidRDefault="{self._saving()}"'
        return f"<w:p {saved}><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>"

    def _run(self, text: str, tag: str) -> str:
        bold = "<w:b/>" if self._rng.random() < _BOLD else ""
        change = ""
        if self._rng.random() < _RUN_REFORMATTED:
            change = self._marks.mark("rPrChange", f"<w:rPr>{_FONT}<w:i/>{_SIZE}</w:rPr>")
        dress = f"<w:rPr>{_FONT}{bold}{_SIZE}{change}</w:rPr>"
        words = f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'
        return f'<w:r w:rsidR="{self._saving()}">{dress}{words}</w:r>'

    def _commented(self, inner: str) -> str:
        number = f'w:id="{len(self.comments)}"'
        said = "<w:p><w:r><w:t>We would keep these words.</w:t></w:r></w:p>"
        by = f'w:author="{self._rng.choice(AUTHORS)}"'
        self.comments.append(f"<w:comment {number} {by}>{said}</w:comment>")
        reference = f"<w:r><w:commentReference {number}/></w:r>"
        return f"<w:commentRangeStart {number}/>{inner}<w:commentRangeEnd {number}/>{reference}"

    def _saving(self) -> str:
        return f"00{self._rng.randrange(16**6):06X}"


def _tabled(paragraphs: Sequence[str]) -> Iterator[str]:
    """Put some neighbours into tables, in their order."""
    size = _COLUMNS * _ROWS
    place = 0
    while place < len(paragraphs):
        inside = paragraphs[place : place + size]
        if place % _TABLE_EVERY or len(inside) < size:
            yield paragraphs[place]
            place += 1
        else:
            cells = [f"<w:tc><w:tcPr/>{each}</w:tc>" for each in inside]
            rows = ("".join(cells[at : at + _COLUMNS]) for at in range(0, size, _COLUMNS))
            yield f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
            place += size
