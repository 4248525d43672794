"""Prints whole-process times: `amend compare` beside pandoc twice and wdiff, and `amend check`."""

from __future__ import annotations

import compileall
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import amend
from amend.model.proposal import Proposal
from bench.asking import asked
from bench.drafts import Numbers, as_docx
from bench.generate import generate
from bench.measure import Task, in_ms, spending, table, times
from bench.truth import Written

_SIZES = (60, 300, 1000, 5000)
_QUICK = (60, 300)
_ROUNDS = 5
# The peer takes minutes for the largest pair: once is enough to see it.
_PEER_ONCE_FROM = 5000
_AIMS = {60: "0.20 s", 1000: "0.45 s", 5000: "1.5 s"}
_PEERS = ("pandoc", "wdiff")
_CAPTION = """\
amend compare OLD NEW --json on two Word files, whole process; floor: python -c pass;
peer: pandoc to plain text twice and wdiff; ratios: peer to amend"""
_HEADS = ("files", "floor", "amend", "aim", "processor", "peer", "ratio", "processor", "ratio")
_STARTED = "from amend.cli import main; main()"


def run(*, quick: bool = False) -> None:
    """Print the floor and `--help`, then a row for each size."""
    rounds = 1 if quick else _ROUNDS
    # As an installed package is: a source that was edited since would be compiled in every round.
    compileall.compile_dir(Path(amend.__file__).parent, quiet=1)
    missing = [name for name in _PEERS if shutil.which(name) is None]
    if missing:
        print(f"pandoc and wdiff are left out: no {' and no '.join(missing)} on this machine")
    with tempfile.TemporaryDirectory() as folder:
        _print_small(rounds)
        print(_checked(Path(folder), rounds))
        sizes = _QUICK if quick else _SIZES
        rows = [
            _row(_written(Path(folder), size, numbers), size, numbers, rounds, peer=not missing)
            for size in sizes
            for numbers in (Numbers.TYPED, Numbers.WORD)
        ]
    print(f"\n{_CAPTION}\n\n{table(_HEADS, rows)}")


def _print_small(rounds: int) -> None:
    found = spending({"floor": _floor, "help": lambda: amend_run("--help")}, rounds)
    for name, spent in (("python -c pass", found["floor"]), ("amend --help", found["help"])):
        print(f"{name}: {in_ms(spent.wall)}, processor {in_ms(spent.processor)}")
    print("aim for --help: 0.10 s")


def _checked(folder: Path, rounds: int) -> str:
    """Time `amend check` on 200 proposals, 60 paragraphs and four revisions, files to JSON."""
    made = asked(200, 60)
    later = [each.text.split() for each in made.new.paragraphs]
    texts = [[each.text for each in side.paragraphs] for side in (made.old, made.new)]
    for turn in (1, 2):
        cut = [words[turn * 2 :] if n % 3 == turn else words for n, words in enumerate(later)]
        texts.append([" ".join(words) for words in cut])
    files = [folder / f"rev{number}.docx" for number in range(1, 5)]
    for file, paragraphs in zip(files, texts, strict=True):
        written = [Written(str(number), text) for number, text in enumerate(paragraphs, start=1)]
        file.write_bytes(as_docx(written, Numbers.TYPED))
    wanted = folder / "proposals.txt"
    wanted.write_text("\n\n".join(map(_request, made.proposals)), encoding="utf-8")
    command = ("check", str(wanted), "--against", *map(str, files), "--json")
    spent = spending({"check": lambda: amend_run(*command)}, rounds)["check"]
    size = "200 proposals, 60 paragraphs, four revisions"
    return f"amend check, {size}: {in_ms(spent.wall)}, processor {in_ms(spent.processor)}; aim: 1 s"


def _request(proposal: Proposal) -> str:
    anchor = proposal.anchor.words if proposal.anchor else ""
    return f'Para {proposal.target[0]}: after "{anchor}" insert "{proposal.text}".'


def _row(
    files: tuple[Path, Path], size: int, numbers: Numbers, rounds: int, *, peer: bool
) -> tuple[str, ...]:
    old, new = files
    tasks: dict[str, Task] = {
        "floor": _floor,
        "amend": lambda: amend_run("compare", str(old), str(new), "--json"),
    }
    # The peer's time does not hang on the numbers, and it grows long: typed files only.
    has_peer = peer and numbers is Numbers.TYPED
    if has_peer and size < _PEER_ONCE_FROM:
        tasks["peer"] = lambda: _peer(old, new)
    found = spending(tasks, rounds)
    if has_peer and size >= _PEER_ONCE_FROM:
        found |= spending({"peer": lambda: _peer(old, new)}, rounds=1)
    ours = found["amend"]
    cells = [f"{size:,} {numbers}", in_ms(found["floor"].wall), in_ms(ours.wall)]
    cells += [_AIMS.get(size, "-"), in_ms(ours.processor)]
    if (peers := found.get("peer")) is None:
        return (*cells, *("-" * 4))
    cells += [in_ms(peers.wall), times(peers.wall, ours.wall)]
    cells += [in_ms(peers.processor), times(peers.processor, ours.processor)]
    return tuple(cells)


def _written(folder: Path, size: int, numbers: Numbers) -> tuple[Path, Path]:
    pair = generate(size)
    old, new = folder / f"old-{size}-{numbers}.docx", folder / f"new-{size}-{numbers}.docx"
    old.write_bytes(as_docx(pair.old, numbers))
    new.write_bytes(as_docx(pair.new, numbers))
    return old, new


def _floor() -> None:
    call([sys.executable, "-c", "pass"])


def amend_run(*arguments: str) -> None:
    """Run the installed command if it stands beside this Python, else the same entry point."""
    script = Path(sys.executable).with_name("amend")
    command = [str(script)] if script.exists() else [sys.executable, "-c", _STARTED]
    call([*command, *arguments])


def _peer(old: Path, new: Path) -> None:
    plain = [path.with_suffix(".plain") for path in (old, new)]
    for path, out in zip((old, new), plain, strict=True):
        call(["pandoc", "--from=docx", "--to=plain", "--wrap=none", str(path), "-o", str(out)])
    # wdiff ends with 1 where it found differences.
    call(["wdiff", *map(str, plain)], fine=(0, 1))


def call(command: Sequence[str], fine: Sequence[int] = (0,)) -> None:
    """Run a command to its end, its output thrown away; raises RuntimeError if it fails."""
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in fine:
        message = done.stderr.decode(errors="replace").strip()
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {message}")
