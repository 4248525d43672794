"""The postings of a page in, the thread of each and its stage out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from amend.parse.postings.cuts import Stretch
from amend.parse.postings.prompts import is_prompt
from amend.parse.postings.stages import PRE_ZERO, How, heading_stage, own_stage, stages_said

TOP = "top"


@dataclass(slots=True)
class Thread:
    """Postings that stand together; `stage` is None where unknown.

    `is_open` marks one that the page itself opens, by a heading or a question without an account:
    its comments stand on the top level.
    """

    name: str | None
    stage: str | None = None
    is_open: bool = False
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """The thread of a posting, its stage, what that rests on, and whether that is in doubt."""

    thread: str | None
    stage: str | None
    basis: str | None
    is_prompt: bool
    is_sure: bool = True


def placed(found: Sequence[Stretch]) -> list[Placed]:
    """Put every posting in its thread and stage, in the order of the page (domain A.2)."""
    threads = _threads(found)
    prompts = [_is_prompt(each) for each in found]
    _name_by_words(found, threads, prompts)
    answers: list[Placed] = []
    last: str | None = None
    before: Thread | None = None
    for stretch, thread, asks in zip(found, threads, prompts, strict=True):
        if thread is not before and thread.stage is not None:
            last = thread.stage
        before = thread
        if asks:
            answers.append(Placed(thread.name, thread.stage, "prompt", is_prompt=True))
            continue
        answer = _staged(stretch, thread, last)
        if thread.name == TOP and answer.basis == "explicit":
            last = answer.stage
        answers.append(answer)
    return answers


def _staged(stretch: Stretch, thread: Thread, last: str | None) -> Placed:
    own = own_stage(stretch.text, thread.stage)
    if own is not None:
        is_other = thread.stage is not None and own != thread.stage
        basis = "explicit over thread" if is_other else "explicit"
        return Placed(thread.name, own, basis, is_prompt=False)
    if thread.stage is not None:
        return Placed(thread.name, thread.stage, "thread", is_prompt=False)
    if last is None:
        return Placed(thread.name, None, None, is_prompt=False, is_sure=False)
    return Placed(thread.name, last, "position", is_prompt=False, is_sure=False)


def _is_prompt(stretch: Stretch) -> bool:
    return not stretch.is_reply and stretch.parent is None and is_prompt(stretch.text)


def _threads(found: Sequence[Stretch]) -> list[Thread]:
    threads: list[Thread] = []
    current: Thread | None = None
    questions = 0
    for stretch in found:
        if _is_prompt(stretch):
            questions, current = _opened(stretch, questions, current)
        elif stretch.heading and (current is None or current.heading != stretch.heading):
            stage = heading_stage(stretch.heading)
            current = (
                Thread(stage, stage, is_open=True, heading=stretch.heading) if stage else current
            )
            current = current or Thread(TOP, heading=stretch.heading)
        if current is None or not _belongs(stretch, current):
            is_reply = stretch.is_reply or stretch.parent is not None
            current = Thread(None if is_reply else TOP, heading=stretch.heading)
        threads.append(current)
    return threads


def _belongs(stretch: Stretch, thread: Thread) -> bool:
    """Whether a posting goes on with a thread: answers with answers, others with their like."""
    if thread.is_open or _is_prompt(stretch):
        return True
    if stretch.parent is not None:
        return True
    return stretch.is_reply != (thread.name == TOP)


def _opened(stretch: Stretch, questions: int, before: Thread | None) -> tuple[int, Thread]:
    """Open the thread of a prompt: named by its stage, or the first, second ... question."""
    stage = next((each.stage for each in stages_said(stretch.text)), None)
    is_open = stretch.frame is None and stretch.picture is None
    if stage is not None:
        return questions, Thread(stage, stage, is_open)
    earlier = before.stage if before is not None and before.stage else PRE_ZERO
    return questions + 1, Thread(f"Q{questions + 1}", earlier, is_open)


def _name_by_words(
    found: Sequence[Stretch], threads: Sequence[Thread], prompts: Sequence[bool]
) -> None:
    """Name a thread without a prompt by the stage that most of its postings name themselves."""
    votes: dict[int, Counter[str]] = {}
    for stretch, thread, asks in zip(found, threads, prompts, strict=True):
        if thread.name is None and not asks:
            stages = [each.stage for each in stages_said(stretch.text) if each.how is not How.AHEAD]
            if stages:
                own = own_stage(stretch.text, None)
                votes.setdefault(id(thread), Counter())[own or stages[0]] += 1
    for thread in threads:
        counted = votes.get(id(thread))
        if thread.name is None and counted:
            thread.name = thread.stage = counted.most_common(1)[0][0]
