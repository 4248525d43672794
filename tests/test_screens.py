"""Every command on a narrow and on a wide screen: golden, never too wide, and never steered."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.commands import amend, put

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (80, 200)
_ZERO = (
    "On the river\n\n1. We commit to peace on the river and to a calm word where it is "
    "needed.\n\n"
    "2. [We end the levy on grain] [We halve the levy on grain].\n\n"
    "3. We thank the pilots of the delta.\n\n4. We share our tide records with all ports.\n"
)
_REV1 = (
    "On the river\n\n1. We commit to lasting peace on the river and to a calm word where it is "
    "needed.\n\n2. We end the levy on grain.\n\n2bis. We look after the children of the delta.\n\n"
    "3. We share our tide records, free of charge, with all ports.\n"
)
_DELTA = (
    'By: Delta Union\n\nPara 1: insert "lasting" before "peace".\n\n'
    'Para 3: after "delta" insert "and their families".\n'
)
_GAMMA = 'By: Gamma League\n\nPara 4: insert "free of charge" after "records".\n'
COMMANDS = (
    "read drafts/zero.txt", "compare drafts/zero.txt drafts/rev1.txt",
    "concordance drafts/zero.txt drafts/rev1.txt",
    "check proposals/delta-zero.txt --against drafts/zero.txt drafts/rev1.txt --why",
    "compile drafts/zero.txt proposals/delta-zero.txt proposals/gamma-zero.txt",
    "rebase proposals/delta-zero.txt --against drafts/zero.txt drafts/rev1.txt",
    "list drafts", "list proposals", "list proponents", "show 1", "show delta", "show 1 --origin",
    "doctor", "compare drafts/zero.txt drafts/missing.txt",
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put(tmp_path / "drafts", zero=_ZERO, rev1=_REV1)
    put(tmp_path / "proposals", delta_zero=_DELTA, gamma_zero=_GAMMA)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _screens(width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = []
    for words in COMMANDS:
        answer = amend(*words.split())
        shown.append(f"$ amend {words}\n{answer.out}{answer.err}")
    return "\n".join(shown)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_command_shows_what_a_person_has_looked_at(
    width: int, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden = GOLDEN / f"screens-{width}.txt"
    shown = _screens(width, monkeypatch)
    if os.environ.get("AMEND_GOLDEN"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


_HOSTILE = (
    "1. We \x1b[31mred\x1b[0m \x9b2J \u202eback\u202c \x07 [bold]not[/bold] [link=x]y[/link].\n\n"
    f"2. {'immeasurably' * 400}\n\n3. نشكر سكان الميناء ٣ {'سلام ' * 60}\n\n4. {'和平' * 90}\n"
)
_WISH = 'By: Delta \x1b]0;title\x07 [red]Union[/red]\n\nPara 1: insert "\x1b[2Jall" after "We".\n'
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen_and_no_text_steers_it(
    width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "drafts", zero=_HOSTILE, rev1=_HOSTILE.replace("We", "We all"))
    put(tmp_path / "proposals", delta_zero=_WISH, gamma_zero=_GAMMA)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", str(width))
    for words in COMMANDS[:-2]:
        answer = amend(*words.split())
        assert answer.out, words
        assert _STEERING.search(answer.out + answer.err) is None, words
        ids = words.startswith("list")  # an id is typed again, and so never broken
        for line in answer.out.splitlines():
            assert ids or cell_len(line) <= width, (words, line)


@pytest.mark.parametrize("words", COMMANDS[:-1])
def test_data_holds_no_sign_that_steers_a_screen(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "drafts", zero=_HOSTILE, rev1=_HOSTILE.replace("We", "We all"))
    put(tmp_path / "proposals", delta_zero=_WISH, gamma_zero=_GAMMA)
    monkeypatch.chdir(tmp_path)
    answer = amend(*words.replace(" --why", "").split(), "--json")
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", answer.out) is None
    assert answer.data["schema"] == "amend/1"
