"""Long answers are leafed through on a terminal, and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from amend.render.pager import Leaf, paged
from amend.render.terminal import console

LONG = "line\n" * 60


@pytest.mark.parametrize(
    ("settings", "content", "command"),
    [
        ({}, LONG, ["less"]),
        ({"PAGER": "more -s"}, LONG, ["more", "-s"]),
        ({"PAGER": "'more"}, LONG, ["less"]),
        ({"PAGER": ""}, LONG, []),
        ({}, "one line\n", []),
    ],
)
def test_what_is_longer_than_the_screen_goes_through_the_pager(
    settings: dict[str, str], content: str, command: list[str]
) -> None:
    assert Leaf(24, settings).command(content) == command


def test_where_the_pager_cannot_be_started_the_text_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Leaf(24, {"PAGER": "no-such-program-here"}).show(LONG)
    assert capsys.readouterr().out == LONG


def test_in_a_pipe_nothing_is_held_back() -> None:
    stream = StringIO()
    with paged(console(stream, width=40)) as screen:
        screen.print("now")
        assert stream.getvalue() == "now\n"


def _on_a_terminal(*words: object, **settings: str) -> str:
    """Run a command on a terminal of 80 columns and 24 lines; return all that it showed."""
    outside, inside = pty.openpty()
    environment = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
    size = {"COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "amend", *map(str, words)]
    with subprocess.Popen(
        command, stdin=inside, stdout=inside, stderr=inside, env={**environment, **size, **settings}
    ) as run:
        os.close(inside)
        shown = b""
        while piece := _read(outside):
            shown += piece
    os.close(outside)
    assert run.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "rev1.txt"
    path.write_text("\n\n".join(f"{n}. We meet again." for n in range(1, 60)), encoding="utf-8")
    return path


def test_on_a_terminal_a_long_answer_is_leafed_through(draft: Path) -> None:
    shown = _on_a_terminal("read", draft, PAGER="sed s/meet/leaf/")
    assert shown.count("We leaf again.") == 59


def test_no_pager_and_a_pipe_print_at_once(draft: Path) -> None:
    shown = _on_a_terminal("read", draft, "--no-pager", PAGER="sed s/meet/leaf/")
    assert shown.count("We meet again.") == 59
    piped = subprocess.run(
        [sys.executable, "-m", "amend", "read", draft], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path), "PAGER": "sed s/meet/leaf/"},
    )  # fmt: skip
    assert piped.stdout.count("We meet again.") == 59
    assert "\x1b" not in piped.stdout + piped.stderr


def test_colour_is_left_out_where_nobody_wants_it(draft: Path) -> None:
    assert "\x1b[1m" in _on_a_terminal("read", draft, "--no-pager")
    for shown in (
        _on_a_terminal("read", draft, "--no-pager", "--no-color"),
        _on_a_terminal("read", draft, "--no-pager", TERM="dumb"),
    ):
        assert "\x1b" not in shown
    quiet = _on_a_terminal("read", draft, "--no-pager", NO_COLOR="1")
    assert "\x1b[3" not in quiet
