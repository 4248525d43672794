"""The command line as tests use it: words in, exit code and both streams out; small files to try.

A command runs in this process, so that a bug shows its own traceback instead of an exit code.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from amend.cli import app

BASE = "1. We commit to peace on the river.\n\n2. We end the levy on grain.\n"
LATER = (
    "1. We commit to lasting peace on the river.\n\n2. We end the levy on grain.\n\n"
    "3. We thank the pilots of the delta.\n"
)
LATEST = (
    "1. We commit to peace on the river.\n\n2. We end the levy on all grain.\n\n"
    "3. We thank the pilots of the delta.\n"
)
DELTA = 'By: Delta Union\n\nPara 1: insert "lasting" before "peace".\n'
GAMMA = 'By: Gamma League\n\nPara 2: insert "all" before "grain".\n'


@dataclass(frozen=True)
class Answer:
    """What a command answered: its exit code, and what it printed where."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The one JSON document on stdout; fails if there is anything else."""
        return json.loads(self.out)


def amend(*words: object) -> Answer:
    """Run one command."""
    result = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    return Answer(result.exit_code, result.stdout, result.stderr)


def refusal(*words: object) -> str:
    """Run a command that must be refused: one message and its way out on stderr; return it."""
    answer = amend(*words)
    assert answer.code == 1, answer
    assert answer.out == "", "nothing is printed where nothing was done"
    message, way_out = answer.err.splitlines()
    assert message.startswith("error: ")
    assert way_out.startswith("  ")
    assert way_out.strip()
    return answer.err


def put(folder: Path, **files: str) -> list[Path]:
    """Write text files, `rev1="..."` as rev1.txt, `gamma_rev1` as gamma-rev1.txt, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in files.items():
        path = folder / f"{name.replace('_', '-')}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def workspace(folder: Path, **proposals: str) -> Path:
    """Make a folder with three drafts, and proposals named `delta_rev1="..."`; no amend.toml."""
    put(folder / "drafts", rev1=BASE, rev2=LATER, rev3=LATEST)
    put(folder / "proposals", **proposals)
    return folder


def dump(folder: Path) -> list[str]:
    """Return all that the database of a workspace holds, as SQL."""
    database = sqlite3.connect(folder / "amend.db")
    try:
        return list(database.iterdump())
    finally:
        database.close()
