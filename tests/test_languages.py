"""The language of the report as users choose it: an option, amend.toml, or that of the text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import polib
import pytest

from amend.render.tongue import words_folder
from tests.commands import DELTA, amend, workspace
from tests.words import ROOT, sayings

_SCRIPT = re.compile(r"<(script|style)[^>]*>.*?</\1>|<[^>]+>", re.DOTALL)
_ONE = "proposals/women-of-the-floodplains-zero.md"
_GROUP = "proposals/drafting-group-zero.docx"
_COMMANDS = (
    "compare drafts/zero.docx drafts/rev1.docx",
    "concordance drafts/rev2.docx drafts/rev3.docx",
    f"audit drafts/zero.docx {_GROUP}",
    f"check {_ONE} --why --against drafts/zero.docx drafts/rev1.docx",
    f"compile drafts/zero.docx {_ONE} {_GROUP}",
    f"rebase {_ONE} {_GROUP} --against drafts/zero.docx drafts/rev3.docx",
    "show 9ter --in .",
    "show 9ter --origin --in .",
    "show youth --in .",
)


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


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example in a folder of its own."""
    folder = tmp_path_factory.mktemp("worked")
    for name in ("drafts", "proposals"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize(
    ("language", "words"),
    [*(("fr", each) for each in _COMMANDS), *(("es", each) for each in _COMMANDS[2:6:2])],
)
def test_no_english_sentence_is_left_in_what_a_command_prints(
    language: str, words: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    answer = amend(*words.split(), "--language", language)
    assert answer.code == 0
    assert _english_in(answer.out, language) == []


@pytest.mark.parametrize("words", [each for each in _COMMANDS if "--in" not in each])
def test_no_english_sentence_is_left_on_the_page_of_a_command(
    words: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    assert amend(*words.split(), "--language", "fr", "-o", "out.html").code == 0
    page = (desk / "out.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page
    assert _english_in(_SCRIPT.sub(" ", page), "fr") == []


def _english_in(told: str, language: str) -> list[str]:
    """Return what English words of ours stand in a text, by the longest fixed part of each."""
    known = {
        each.msgid: each.msgstr
        for each in polib.pofile(str(words_folder() / f"{language}.po"), encoding="utf-8")
    }
    text = " ".join(told.split())
    pieces = {
        max(re.split(r"{[^}]*}", pattern), key=len).strip(" .:;,")
        for each in sayings()
        for pattern in (each.one, each.many)
        if known.get(each.one) != pattern
    }
    ours = (each for each in pieces if each.count(" ") > 1 and sum(map(str.isalpha, each)) > 11)
    return [each for each in ours if re.search(rf"\b{re.escape(each)}\b", text)]
