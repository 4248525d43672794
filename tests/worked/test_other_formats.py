"""The worked example as it might arrive: drafts as PDF, proposals as OpenDocument; same fates."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from amend.read import libreoffice
from tests.commands import amend

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    libreoffice.program() is None, reason="LibreOffice is not on this machine"
)


def convert(files: Iterable[Path], form: str, folder: Path, profile: Path) -> None:
    """Let LibreOffice save some files in another format, in one start."""
    said = f"-env:UserInstallation={profile.as_uri()}"
    soffice = libreoffice.program() or ""
    words = [soffice, said, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*words, *files], check=True, capture_output=True, timeout=240)


def fates(desk: Path) -> dict[str, Any]:
    """Give each proposal's measures and fates, revision by revision; ids without the suffix."""
    answer = amend("report", "--in", desk, "--json")
    assert answer.code == 0, answer
    return {
        re.sub(r"\.\w+#", "#", proposal["id"]): [
            (each["revision"], each["fate"], each["taken"], each["cut"], each["evidence_text"])
            for each in map(_with_words, proposal["course"]["rulings"])
        ]
        for proposal in answer.data["proposals"]
    }


def _with_words(ruling: dict[str, Any]) -> dict[str, Any]:
    """Add the words of the evidence: ids of paragraphs bear the names of their files."""
    return {**ruling, "evidence_text": [each["text"] for each in ruling["evidence"]]}


def test_drafts_in_pdf_and_proposals_in_odt_have_the_fates_of_the_word_files(
    tmp_path: Path,
) -> None:
    word, other = tmp_path / "word", tmp_path / "other"
    for name in ("drafts", "proposals"):
        shutil.copytree(ROOT / name, word / name)
        shutil.copytree(ROOT / name, other / name, ignore=shutil.ignore_patterns("*.docx"))
    convert((ROOT / "drafts").glob("*.docx"), "pdf", other / "drafts", tmp_path / "profile")
    convert((ROOT / "proposals").glob("*.docx"), "odt", other / "proposals", tmp_path / "profile")
    expected = fates(word)
    assert len(expected) > 40
    assert fates(other) == expected
