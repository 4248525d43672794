"""The language of the report as users choose it: an option, amend.toml, or that of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import DELTA, amend, workspace


@pytest.mark.parametrize(
    ("toml", "option", "language"),
    [
        ("", (), "en"),
        ('[process]\nlanguage = "fr"\n', (), "fr"),
        ('[process]\nlanguage = "ru"\n', (), "en"),
        ('[process]\nlanguage = "fr"\n\n[report]\nlanguage = "es"\n', (), "es"),
        ('[report]\nlanguage = "es"\n', ("--language", "en"), "en"),
    ],
)
def test_the_option_goes_before_the_settings_and_these_before_the_text(
    toml: str, option: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    workspace(tmp_path, delta_rev1=DELTA)
    (tmp_path / "amend.toml").write_text(toml, encoding="utf-8")
    answer = amend("report", "--in", tmp_path, "-o", tmp_path / "out", *option)
    assert answer.code == 0
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page


def test_a_language_we_lack_is_refused_with_the_choices(tmp_path: Path) -> None:
    workspace(tmp_path, delta_rev1=DELTA)
    answer = amend("show", "1", "--in", tmp_path, "--language", "ar")
    assert answer.code == 1
    assert "en, fr, es" in answer.err


def test_a_paragraph_is_shown_on_the_terminal_in_the_language_asked_for(tmp_path: Path) -> None:
    workspace(tmp_path, delta_rev1=DELTA)
    answer = amend("show", "1", "--in", tmp_path, "--language", "fr")
    assert "Paragraphe 1" in answer.out
    assert "Course" not in answer.out
