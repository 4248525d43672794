"""A task by name and a file in, the memory it took out: each in a process of its own.

`python -m bench.memory TASK FILE` is that process; it prints bytes above what the imports took.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from bench.measure import Task

TASKS = ("parse", "blocks", "revision")


def taken(task: str, path: Path) -> int | None:
    """Return the bytes at the peak of a task above those of its interpreter and libraries.

    None where the system does not tell.
    """
    command = [sys.executable, "-m", "bench.memory", task, str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    return int(told) if told else None


def _task(name: str, path: Path) -> Task:
    if name == "parse":
        parsed: Callable[[bytes], object] = import_module("bench.walk").parsed
        return lambda: parsed(path.read_bytes())
    # Readers are loaded when they are first used: what they import is no memory of the file.
    blocks: Callable[[Path], object] = import_module("amend.read.docx").read
    if name == "blocks":
        return lambda: blocks(path)
    whole = import_module("amend").read
    return lambda: whole(path, name="Rev 1")


def _peak() -> int | None:
    """Read the peak of this process alone: getrusage would count that of its parent as well."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    lines = status.read_text(encoding="utf-8").splitlines()
    found = (line.split()[1] for line in lines if line.startswith("VmHWM"))
    return next((int(kibibytes) * 1024 for kibibytes in found), None)


def main() -> None:
    """Run one task, and print the bytes it took."""
    name, file = sys.argv[1:]
    task = _task(name, Path(file))
    before = _peak()
    kept = task()
    after = _peak()
    if kept is not None and before is not None and after is not None:
        print(after - before)


if __name__ == "__main__":
    main()
