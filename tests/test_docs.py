"""The manual is true: each command and notice is in it, and what it shows is what happens.

In the manual a ```console block holds commands behind "$ " and what they print on a screen 100
columns wide; a line of three dots stands for lines left out. The commands of a page run in order,
in a folder with the drafts and proposals of the worked example. AMEND_GOLDEN=1 puts the answers of
today into the pages instead; a person reads the diff.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import typer

import amend
from amend.cli import app
from amend.notices import Code
from amend.read import READERS
from amend.render import BINARY, WRITERS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
COMMANDS = DOCS / "commands"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md")), *sorted(COMMANDS.glob("*.md"))]
HANDBOOK = [*PAGES, ROOT / "CONTRIBUTING.md"]
GOLDEN = "AMEND_GOLDEN" in os.environ
MORE = "..."

_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"<!-- file: (\S+) -->\n+```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SENTENCES = re.compile(r"^\| you write \| is read as \|\n((?:\|.*\n)+)", re.MULTILINE)
_ROW = re.compile(r"^\| `(.+)` \| ([a-z].+) \|$", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?://)([^)#\s]+)(?:#[^)]*)?\)")


def commands(group: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Walk the commands, those of groups too: ("rule fate", its command)."""
    for name, command in group.commands.items():
        words = (*above, name)
        if hasattr(command, "commands"):
            yield from commands(command, words)
        else:
            yield " ".join(words), command


ALL = dict(commands(typer.main.get_command(app)))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the worked example, to run a page's commands in."""
    for name in ("drafts", "proposals"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def steps(block: str) -> Iterator[tuple[str, list[str]]]:
    """Part a block into its commands, each with the lines shown behind it."""
    lines = block.splitlines()
    starts = [n for n, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in pairwise([*starts, len(lines)]):
        yield lines[start][2:], lines[start + 1 : end]


def run(command: str) -> list[str]:
    """Run one command line of the manual; it ends well, with one of our own errors, or findings."""
    program, *words = shlex.split(command, comments=True)
    assert program in ("amend", "cat"), f"{command!r}: the manual runs amend and cat only"
    start = [sys.executable, "-m", "amend"] if program == "amend" else [program]
    clean = {key: value for key, value in os.environ.items() if not key.endswith("_COLOR")}
    done = subprocess.run(
        [*start, *words],
        env={**clean, "COLUMNS": "100", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    said = [line.rstrip() for line in done.stdout.splitlines()]
    is_told = words[0] == "doctor" or any(line.startswith("error: ") for line in said)
    assert done.returncode == 0 or (done.returncode == 1 and is_told), done.stdout
    return said


def shown(said: list[str], before: list[str]) -> list[str]:
    """Cut an answer where the manual cuts it; in full if a line it goes on with is gone."""
    first, *others = passages(before)
    kept, at = said[: len(first)], len(first)
    for passage in others:
        if not passage:
            return [*kept, MORE] if at < len(said) else said
        if passage[0] not in said[at:]:
            return said
        start = said.index(passage[0], at)
        at = start + len(passage)
        kept += [MORE, *said[start:at]]
    return kept if others and at == len(said) else said


def passages(lines: list[str]) -> list[list[str]]:
    """Part what is shown at the lines of three dots."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if line == MORE:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_of_the_manual_answer_as_it_shows(page: Path, desk: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for name, content in _FILE.findall(text):
        (desk / name).write_text(content, encoding="utf-8")

    def answered(block: re.Match[str]) -> str:
        lines: list[str] = []
        for command, answer in steps(block.group()):
            is_ours = not command.startswith(("make ", "git "))
            lines += [f"$ {command}", *(shown(run(command), answer) if is_ours else answer)]
        return "".join(f"{line}\n" for line in lines)

    today = _CONSOLE.sub(answered, text)
    if GOLDEN:
        page.write_text(today, encoding="utf-8", newline="\n")
    assert today.splitlines() == text.splitlines() or GOLDEN


def test_the_library_answers_as_its_page_shows(desk: Path) -> None:
    text = "\n".join(_PYTHON.findall((DOCS / "library.md").read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(text, {}, "docs/library.md", None, 0)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert result.attempted > 0
    assert result.failed == 0, "".join(said)


@pytest.mark.parametrize("name", ALL)
def test_a_command_tells_what_it_does_and_gives_an_example(name: str) -> None:
    said = ALL[name].help or ""
    assert f"Example: amend {name} " in f"{said} " or f"Example: amend {name}\n" in said


@pytest.mark.parametrize("name", ALL)
def test_a_command_has_a_page_that_names_its_options(name: str) -> None:
    page = (COMMANDS / f"{name.split()[0]}.md").read_text(encoding="utf-8")
    assert f"amend {name}" in page
    options = {
        option
        for parameter in ALL[name].params
        if not getattr(parameter, "hidden", False)
        for option in parameter.opts
        if option.startswith("--")
    }
    assert {option for option in options if f"`{option}" not in page} == set()


@pytest.mark.parametrize(
    "page", ["README.md", "docs/commands/compare.md", "docs/commands/check.md"]
)
def test_every_format_that_is_written_is_named(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [suffix for suffix in (*WRITERS, *BINARY) if f"`{suffix}`" not in text] == []


@pytest.mark.parametrize("page", ["README.md", "docs/commands/read.md"])
def test_every_format_that_is_read_is_named(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [suffix for suffix in READERS if f"`{suffix}`" not in text] == []


def test_no_page_is_about_a_command_that_is_gone() -> None:
    known = {name.split()[0] for name in ALL}
    assert {page.stem for page in COMMANDS.glob("*.md")} == known


@pytest.mark.parametrize("code", Code)
def test_a_notice_has_its_section(code: Code) -> None:
    page = (DOCS / "notices.md").read_text(encoding="utf-8")
    assert f"\n## {code}\n" in page


@pytest.mark.parametrize("code", Code)
def test_a_notice_is_met_by_a_test(code: Code) -> None:
    named = re.compile(rf"Code\.{code.name}\b|[\"']{code}\b")
    others = (path for path in ROOT.glob("tests/**/*.py") if path != Path(__file__))
    assert any(named.search(path.read_text(encoding="utf-8")) for path in others)


@pytest.mark.parametrize("page", HANDBOOK, ids=name_of)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    gone = [
        link
        for link in _LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert gone == []


def test_every_make_command_of_the_handbook_is_a_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {
        name
        for page in HANDBOOK
        for name in re.findall(r"(?:`|\$ )make ([a-z]+)", page.read_text(encoding="utf-8"))
    }
    assert named <= targets
    assert {"demo", "check"} <= named


def test_the_recipes_name_files_that_are_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w.]+/[\w./-]*)`", text)
    assert [path for path in named if "NAME" not in path and not (ROOT / path).exists()] == []


def test_every_page_is_on_the_map() -> None:
    linked = set(_LINK.findall((DOCS / "index.md").read_text(encoding="utf-8")))
    pages = {path.relative_to(DOCS).as_posix() for path in PAGES if DOCS in path.parents}
    assert pages - linked == {"index.md"}


def keys(value: Any, *, data: tuple[str, ...] = ("labels", "thresholds")) -> Iterator[str]:
    """Name every key of a JSON document; below `data`, keys are names of revisions and shares."""
    if isinstance(value, list):
        for each in value:
            yield from keys(each, data=data)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            is_data = key in data or (key == "paragraphs" and isinstance(inner, dict))
            yield from () if is_data else keys(inner, data=data)


@pytest.mark.parametrize(
    "command",
    [
        "amend read drafts/rev1.docx --json",
        "amend read proposals/drafting-group-zero.docx --json",
        "amend compare drafts/zero.docx drafts/rev1.docx --json",
        "amend concordance drafts/rev1.docx drafts/rev2.docx --json",
        "amend audit drafts/zero.docx proposals/drafting-group-zero.docx --json",
        "amend check proposals/women-of-the-floodplains-zero.md --json"
        " --against drafts/zero.docx drafts/rev1.docx",
        "amend add drafts/rev1.docx --json",
        "amend list proposals --json",
        "amend list proponents --json",
        "amend show 9ter --json",
        "amend show youth --json",
        "amend report --json",
        "amend doctor --json",
    ],
)
def test_the_data_has_no_key_that_the_manual_keeps_silent_about(command: str, desk: Path) -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    (document,) = [line for line in run(command) if line.startswith("{")]
    assert {key for key in keys(json.loads(document)) if f"`{key}`" not in page} == set()


def test_sentences_of_the_manual_are_read_as_it_says() -> None:
    page = (DOCS / "proposals.md").read_text(encoding="utf-8")
    base = amend.read_text(dict(_FILE.findall(page))["base.txt"], name="Rev 1")
    rows = _ROW.findall("".join(_SENTENCES.findall(page)))
    read = [
        (
            written,
            ", ".join(
                " ".join((each.operation, *map(str, each.target)))
                for each in amend.proposals_from_text(written, against=base, by="PICUM")
            ),
        )
        for written, _ in rows
    ]
    assert rows
    assert read == rows
