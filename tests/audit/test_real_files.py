"""Real Word files beside what they were before and after their changes."""

from __future__ import annotations

from pathlib import Path

import pytest

import amend
from amend.model.audit import Standing
from tests.audit.files import put
from tests.builders import docx

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data" / "word"
TRACKED = sorted(SHARED.glob("tracked/*-Rejected.docx"))
needs_shared = pytest.mark.skipif(not TRACKED, reason="the shared documents are not here")


@needs_shared
@pytest.mark.parametrize("old", TRACKED, ids=lambda path: path.name)
def test_nothing_is_silent_against_the_text_with_all_changes_rejected(old: Path) -> None:
    audit = amend.audit(old, old.with_name(old.name.replace("-Rejected", "")))
    assert audit.silent == ()
    assert not list(audit.edits(Standing.UNREAL))


@needs_shared
@pytest.mark.parametrize("old", TRACKED, ids=lambda path: path.name)
def test_a_file_audited_against_its_own_text_is_clean(old: Path) -> None:
    assert amend.audit(old, old).silent == ()


@needs_shared
def test_a_redline_made_by_a_machine_declares_all_it_changed() -> None:
    folder = SHARED / "redlines"
    audit = amend.audit(folder / "original.docx", folder / "expected_redline.docx")
    assert audit.silent == ()
    assert audit.share == 1.0
    (author,) = audit.authors
    assert author.unreal == 0


@needs_shared
def test_one_word_slipped_into_a_real_file_is_the_one_finding(tmp_path: Path) -> None:
    (path,) = SHARED.glob("tracked/RP003-Inserted-Text.docx")
    texts = [each.before for each in amend.read(path).paragraphs]
    place = max(range(len(texts)), key=lambda n: len(texts[n].split()))
    words = texts[place].split()
    texts[place] = " ".join([*words[:2], *words[3:]])
    audit = amend.audit(put(tmp_path, "old", docx(*texts)), path)
    (paragraph,) = audit.silent
    assert [each.text.strip() for each in paragraph.standing(Standing.SILENT)] == [words[2]]
