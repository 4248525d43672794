"""Pairs of files for audits, and what was found in a line that a person can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import amend
from amend.model.audit import Audit, AuditedParagraph, Standing
from amend.model.comparison import Op
from tests.builders import docx

Audits = Callable[..., Audit]
_SIGNS = {
    (Op.INSERT, Standing.SILENT): "!+",
    (Op.DELETE, Standing.SILENT): "!-",
    (Op.INSERT, Standing.UNREAL): "?+",
    (Op.DELETE, Standing.UNREAL): "?-",
    (Op.INSERT, Standing.DECLARED): "+",
    (Op.DELETE, Standing.DECLARED): "-",
    (Op.DELETE, Standing.PASSING): "~",
    (Op.INSERT, Standing.UNSEEN): "unseen ",
}


@pytest.fixture
def audits(tmp_path: Path) -> Audits:
    """Audit two files, each given as the body of a Word file, its bytes, or a plain text."""

    def audit(
        old: str | bytes | tuple[str, ...], new: bytes | tuple[str, ...], base: str | None = None
    ) -> Audit:
        return amend.audit(put(tmp_path, "old", old), put(tmp_path, "new", new), base=base)

    return audit


def put(folder: Path, name: str, content: str | bytes | tuple[str, ...]) -> Path:
    """Write a file: a string as plain text, a tuple as the body of a Word file, or bytes."""
    path = folder / f"{name}{'.txt' if isinstance(content, str) else '.docx'}"
    if isinstance(content, str):
        path.write_text(content, encoding="utf-8")
    else:
        path.write_bytes(content if isinstance(content, bytes) else docx(*content))
    return path


def drawn(paragraph: AuditedParagraph) -> str:
    """A paragraph on one line: {+declared+}, {!+silent+}, {?+not real+}, {was=now} for print."""
    return "".join(
        each.text
        if each.standing is Standing.KEPT
        else f"{{{each.was}={each.text}}}"
        if each.standing is Standing.TYPOGRAPHY
        else f"{{{_SIGNS[each.op, each.standing]}{each.text}}}"
        for each in paragraph.edits
    ).replace("\n", "¶")


def lines(audit: Audit) -> list[str]:
    """All paragraphs that are not as they were, drawn."""
    return [drawn(each) for each in audit.paragraphs if "{" in drawn(each)]


def changes(audit: Audit) -> list[str]:
    """What happened to paragraphs as a whole: "relocation: silent"."""
    return [
        f"{each.change}: {each.standing}"
        for paragraph in audit.paragraphs
        for each in paragraph.changes
        if each.change != "substitution"
    ]
