"""A PDF's bytes in, its pages out: starts the child process, and outlives whatever befalls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

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

# A 54-page draft takes a second; the clock is for files made to take for ever.
SECONDS = 60
# After a page that ends the child, the next is tried; a file made of such pages is given up.
MOST_STARTS = 4
# What a child may say in all; a draft of 500 pages takes 10 MB.
MOST_BYTES = 256 * 2**20

_CHILD = ("-P", "-m", "amend.read.pdf_child")
_PASSWORD = "Name its password with --password."  # noqa: S105 - a hint, no secret
_AGAIN = "Ask its sender for the file again, or for the Word file."


@dataclass(slots=True)
class Pages:
    """The pages of a file in their order; `lost` are the numbers of those that could not be read.

    `count` is how many the file says it has, `language` what it says of its language, or "".
    """

    count: int = 0
    language: str = ""
    pages: list[Page] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)


def pages(data: bytes, file: str, password: str | None = None) -> Pages:
    """Return the pages of a PDF; raises ReadError where it cannot be opened, or needs a password.

    A page that breaks the library, or takes too long, is lost, and the next is tried.
    """
    found = Pages()
    first = 0
    for _ in range(MOST_STARTS):
        if _run(data, file, password, first, found):
            return found
        first = max((each.number for each in found.pages), default=first)
        if not found.count:
            break
        first = max(first, *(found.lost or [0])) + 1
        found.lost.append(first)
        if first >= found.count:
            break
    if not found.count:
        raise ReadError("is damaged: no page of it can be read", where=file, hint=_AGAIN)
    found.lost += range(first + 1, found.count + 1)
    return found


def _run(data: bytes, file: str, password: str | None, first: int, found: Pages) -> bool:
    """Run the child once; returns whether it came to the end."""
    asked = json.dumps({"password": password, "first": first}).encode()
    child = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *_CHILD],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=_environment(),
    )  # fmt: skip
    clock = threading.Timer(SECONDS, child.kill)
    clock.start()
    try:
        if child.stdin is None or child.stdout is None:
            return False
        _feed(child.stdin, HEAD.pack(b"A", len(asked)) + asked, data)
        return _take(child.stdout, file, found)
    finally:
        clock.cancel()
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


def _take(out: IO[bytes], file: str, found: Pages) -> bool:
    """Take packets until the end or until there are no more; a garbled one ends it as well."""
    for kind, payload in _packets(out):
        try:
            head, body = opened(payload)
            if kind == FAULT:
                raise _refusal(str(head.get("fault")), file)
            if kind == DOCUMENT:
                found.count = min(int(head["pages"]), int(head["most"]))
                found.language = str(head["language"])
            elif kind == PAGE:
                found.pages.append(page_of(head, body))
            else:
                return True
        except (ValueError, KeyError, TypeError):
            return False
    return False


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
