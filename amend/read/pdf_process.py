"""A PDF's bytes in, its pages out: starts the child process, and outlives whatever befalls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import IO, Any

from amend.errors import ReadError
from amend.read.pdf_packets import (
    DOCUMENT,
    FAULT,
    HEAD,
    LARGEST,
    PAGE,
    Page,
    opened,
    page_of,
)

# A draft of 54 pages takes a second, its slowest page 0.1 s; the clocks are for files made to take
# for ever: one for the whole file, one for the time in which nothing is heard.
SECONDS = 120.0
SILENT = 20.0
# After a page that ends the child, the next is tried; a file made of such pages is given up.
MOST_STARTS = 4
# What a child may say in all; a draft of 500 pages takes 10 MB and 150,000 pieces of words.
MOST_BYTES = 256 * 2**20
MOST_PIECES = 500_000

_CHILD = ("-P", "-m", "amend.read.pdf_child")
_PASSWORD = "Name its password with --password."  # noqa: S105 - a hint, no secret
_AGAIN = "Ask its sender for the file again, or for the Word file."


@dataclass(slots=True)
class Pages:
    """The pages of a file in their order; `lost` are the numbers of those that could not be read.

    `count` is how many are read at most, `whole` how many the file says it has, `language` what it
    says of its language, or ""; `attached` are the names of files in it, `form` tells its kind.
    """

    count: int = 0
    whole: int = 0
    language: str = ""
    form: str = ""
    attached: list[str] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)


def pages(data: bytes, file: str, password: str | None = None) -> Pages:
    """Return the pages of a PDF; raises ReadError where it cannot be opened, or needs a password.

    A page that breaks the library, or takes too long, is lost, and the next is tried.
    """
    found = Pages()
    first = 0
    ends = monotonic() + SECONDS
    for _ in range(MOST_STARTS):
        if _run(data, file, password, first, found, ends):
            return found
        first = max((each.number for each in found.pages), default=first)
        if not found.count:
            break
        first = max(first, *(found.lost or [0])) + 1
        found.lost.append(first)
        if first >= found.count or monotonic() > ends or _pieces(found) > MOST_PIECES:
            break
    if not found.count:
        raise ReadError("is damaged: no page of it can be read", where=file, hint=_AGAIN)
    found.lost += range(first + 1, found.count + 1)
    return found


def _pieces(found: Pages) -> int:
    return sum(len(each.pieces) for each in found.pages)


class _Clock:
    """Ends a child that is silent too long, or at work when the time of the file is over."""

    def __init__(self, child: subprocess.Popen[bytes], ends: float) -> None:
        self._child, self._ends = child, ends
        self._is_over = threading.Event()
        self._heard = monotonic()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def hear(self) -> None:
        """Note that the child said something."""
        self._heard = monotonic()

    def stop(self) -> None:
        """Stop watching; the child is left as it is."""
        self._is_over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._is_over.wait(max(0.0, self._left())):
            if self._left() <= 0:
                self._child.kill()
                return

    def _left(self) -> float:
        return min(self._ends, self._heard + SILENT) - monotonic()


def _run(
    data: bytes, file: str, password: str | None, first: int, found: Pages, ends: float
) -> bool:
    """Run the child once; returns whether it came to the end."""
    asked = json.dumps({"password": password, "first": first}).encode()
    child = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *_CHILD],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=_environment(),
    )  # fmt: skip
    clock = _Clock(child, ends)
    try:
        if child.stdin is None or child.stdout is None:
            return False
        _feed(child.stdin, HEAD.pack(b"A", len(asked)) + asked, data)
        return _take(child.stdout, file, found, clock)
    finally:
        clock.stop()
        child.kill()
        child.wait()
        if child.stdout is not None:
            child.stdout.close()


def _feed(into: IO[bytes], *parts: bytes) -> None:
    """Hand the file over; the child reads all of it before it answers, so neither waits."""
    try:
        for part in parts:
            into.write(part)
        into.close()
    except BrokenPipeError:  # it ended early: what it said, or did not say, tells why
        pass


def _environment() -> dict[str, str]:
    """Let the child find what we found, and nothing in the folder it happens to run in."""
    path = os.pathsep.join(each for each in sys.path if each)
    return {**os.environ, "PYTHONPATH": path}


def _take(out: IO[bytes], file: str, found: Pages, clock: _Clock) -> bool:
    """Take packets until the end or until there are no more; a garbled one ends it as well."""
    count = _pieces(found)
    for kind, payload in _packets(out):
        clock.hear()
        try:
            head, body = opened(payload)
            if kind == FAULT:
                raise _refusal(str(head.get("fault")), file)
            if kind == DOCUMENT:
                _begin(head, found)
            elif kind == PAGE:
                found.pages.append(page_of(head, body))
                count += len(found.pages[-1].pieces)
                if count > MOST_PIECES:
                    return False
            else:
                return True
        except (ValueError, KeyError, TypeError):
            return False
    return False


def _begin(head: Mapping[str, Any], found: Pages) -> None:
    found.whole = int(head["pages"])
    found.count = min(found.whole, int(head["most"]))
    found.language, found.form = str(head["language"]), str(head["form"])
    found.attached = [str(each) for each in head["attached"]]


def _packets(out: IO[bytes]) -> Iterator[tuple[bytes, bytes]]:
    taken = 0
    while taken < MOST_BYTES:
        head = out.read(HEAD.size)
        if len(head) < HEAD.size:
            return
        kind, size = HEAD.unpack(head)
        if size > LARGEST:
            return
        payload = out.read(size)
        taken += size
        if len(payload) < size:
            return
        yield kind, payload


def _refusal(fault: str, file: str) -> ReadError:
    if fault == "password":
        return ReadError("is encrypted, and the password is missing or wrong", where=file,
                         hint=_PASSWORD)  # fmt: skip
    if fault == "security":
        what = "is encrypted in a way that is not known"
        return ReadError(what, where=file, hint="Ask for a copy without a password.")
    return ReadError("is damaged, or no PDF", where=file, hint=_AGAIN)
