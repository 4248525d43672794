"""`amend follow`: where texts of another document live on, told as a place and never as a fate."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import amend, put, refusal

LETTER = """\
1. A child living by a river has the right to be taught how the river works.

2. All mines upstream of a village must be closed before the next winter.

3. Thank you.
"""
REV1 = """\
4. Every child who lives by a river has a right to learn how it works.

5. Ports stay open.
"""
REV2 = """\
7. Ports stay open.

8. A child living by a river is to be taught by every school how the river works.
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return put(tmp_path, letter=LETTER, rev1=REV1, rev2=REV2)


def test_a_reworded_text_is_found_under_its_number_in_every_revision(files: list[Path]) -> None:
    data = amend("follow", *files, "--json").data
    first, second = data["texts"]
    assert [(each["label"], each["likely"]) for each in first["steps"]] == [
        ("4", True), ("8", True),
    ]  # fmt: skip
    assert not any(each["likely"] for each in second["steps"]), "nothing is like it"
    assert data["revisions"] == ["Rev 1", "Rev 2"]


def test_the_screen_says_that_likeness_proves_nothing(files: list[Path]) -> None:
    told = " ".join(amend("follow", *files, "--only", "1").out.split())
    assert "lives on in: 4" in told
    assert "Likeness proves nothing: look there." in told
    assert "mines" not in told
    assert "adopted verbatim" not in told


def test_a_number_that_is_not_there_is_refused_with_those_that_are(files: list[Path]) -> None:
    assert "It has these numbers: 1, 2." in refusal("follow", *files, "--only", "9")
