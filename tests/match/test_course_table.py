"""Courses case by case: what each later revision shows, since when, and what became of it last."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any, ParamSpec, TypeVar

import pytest

import amend
from amend.match.judge import judge
from amend.model.ruling import Course

WELLS = "We commit to protect the wells of every village in the dry valley."
MILLS = "The mills of the valley grind for all who come from near and far."
BELLS = "Each harbour keeps a bell that rings in fog and storm."
ROADS = "We thank the carters for mending the roads before the spring."
NEW = "and the springs above them from salt and oil"
ADD = f'In para 1, after "wells" insert "{NEW}".'
WITH = WELLS.replace("wells", f"wells {NEW}")
FRESH = "Every ferry carries lanterns, ropes and a raft of cork for each passenger on board."
SPLIT = "We note that ferries sink at night. We ask each port to light its mole until the morning."
ONE, TWO = SPLIT.split(". ")


def numbered(*texts: str) -> str:
    return "\n\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1))


BASE = (WELLS, MILLS, BELLS, ROADS, SPLIT)
TAKEN = (WITH, MILLS, BELLS, ROADS, SPLIT)


def course(ask: str, *later: tuple[str, ...]) -> Course:
    drafts = [
        amend.read_text(numbered(*texts), name=name)
        for texts, name in zip((BASE, *later), ("Base", "R1", "R2", "R3"), strict=False)
    ]
    proposals = amend.proposals_from_text(ask, against=drafts[0], by="Delta")
    assert len(proposals) == 1, proposals
    (found,) = amend.judge(proposals, drafts)
    return found


V, W, P = "adopted verbatim", "adopted with changes", "partly adopted"
N, E, H = "not adopted", "adopted elsewhere", "deletion honoured"
HALF = WELLS.replace("wells", "wells and the springs above them")
ELSE = MILLS.replace("The mills", f"The wells {NEW} and the mills")


@pytest.mark.parametrize(
    ("ask", "later", "fates", "headline", "since"),
    [
        # Taken at once, and kept.
        (ADD, (TAKEN, TAKEN, TAKEN), (V, V, V), "carried", "R1"),
        # The words first appear in a later revision than the next.
        (ADD, (BASE, TAKEN, TAKEN), (N, V, V), "carried", "R2"),
        (ADD, (BASE, BASE, BASE), (N, N, N), "not carried", None),
        # Dropped later, and in which revision; restored, whole or in part.
        (ADD, (TAKEN, BASE, BASE), (V, N, N), "dropped later", "R1"),
        (ADD, (TAKEN, TAKEN, BASE), (V, V, N), "dropped later", "R1"),
        (ADD, (TAKEN, BASE, TAKEN), (V, N, V), "restored later", "R1"),
        (ADD, (TAKEN, BASE, (HALF, *BASE[1:])), (V, N, P), "restored later", "R1"),
        # It wanders: in place, elsewhere, and back.
        (ADD, (TAKEN, (WELLS, ELSE, *BASE[2:]), TAKEN), (V, E, V), "carried", "R1"),
        # A deletion honoured, then taken back.
        ("Delete para 4.", ((*BASE[:3], SPLIT), BASE), (H, "deletion not honoured"),
         "dropped later", "R1"),
        ('In para 1, delete "of every village".',
         ((WELLS.replace(" of every village", ""), *BASE[1:]),), (H,), "carried", "R1"),
        # Protected, then lost.
        ("Retain para 3.", (BASE, (WELLS, MILLS, ROADS, SPLIT)), ("protected", N),
         "dropped later", "R1"),
        # A paragraph moved as asked, and moved back.
        ("Move para 4 to after para 1.", ((WELLS, ROADS, MILLS, BELLS, SPLIT), BASE), (V, N),
         "dropped later", "R1"),
        # A new paragraph stands under another number.
        (f'New paragraph 2bis: "{FRESH}"', ((WELLS, MILLS, FRESH, *BASE[2:]),), (V,), "carried",
         "R1"),
        # Merged and split as asked.
        ("Merge paras 3 and 4.", ((WELLS, MILLS, f"{BELLS} {ROADS}", SPLIT),), (V,), "carried",
         "R1"),
        ('Split para 5 after "night.".', ((*BASE[:4], f"{ONE}.", TWO),), (V,), "carried", "R1"),
        ('Split para 5 after "night.".', (BASE, BASE[:4]), (N, N), "not carried", None),
        # Nothing can be told of the latest.
        ("We support para 1.", (BASE, TAKEN), ("undeterminable",) * 2, "undeterminable", None),
    ],
)  # fmt: skip
def test_a_course_tells_what_every_revision_shows(
    ask: str, later: tuple[tuple[str, ...], ...], fates: tuple[str, ...], headline: str,
    since: str | None,
) -> None:  # fmt: skip
    found = course(ask, *later)
    assert tuple(each.fate.value for each in found.rulings) == fates
    assert (found.headline.value, found.since) == (headline, since)
    assert all(each.reason for each in found.rulings)


def test_a_new_paragraph_names_the_number_it_stands_under() -> None:
    found = course(f'New paragraph 2bis: "{FRESH}"', (WELLS, MILLS, FRESH, *BASE[2:]))
    assert [str(each) for each in found.rulings[0].place] == ["3"]


def test_a_new_paragraph_that_was_parted_is_found_in_its_parts() -> None:
    asked = f"{FRESH} {ROADS.replace('carters', 'pilots').replace('roads', 'quays')}"
    parts = (FRESH, asked.removeprefix(f"{FRESH} "))
    (ruling,) = course(f'New paragraph 2bis: "{asked}"', (WELLS, MILLS, *parts, *BASE[2:])).rulings
    assert "spread over several paragraphs" in ruling.flags
    assert len(ruling.place) == 2


A = ParamSpec("A")
T = TypeVar("T")


class Cluster(Executor):
    """Runs work elsewhere: whatever goes there and comes back travels as bytes."""

    def __init__(self) -> None:
        self.sent = 0

    def submit(self, fn: Callable[A, T], /, *args: A.args, **kwargs: A.kwargs) -> Future[T]:
        self.sent += 1
        future: Future[T] = Future()
        work: Any = pickle.loads(pickle.dumps((fn, args, kwargs)))
        future.set_result(pickle.loads(pickle.dumps(work[0](*work[1], **work[2]))))
        return future


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_clusters_executor_takes_the_place_of_our_own_and_changes_nothing(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    extra = "" if language == "en" else "Nous saluons la paix et le repos dans les ports du sud. "
    old = amend.read_text(numbered(*(f"{extra}{each}" for each in BASE)), name="Base")
    new = amend.read_text(numbered(*(f"{extra}{each}" for each in TAKEN)), name="R1")
    wanted = amend.proposals_from_text(
        f"{ADD}\n\nDelete para 4.\n\nRetain para 3.", against=old, by="Delta"
    )
    alone = amend.judge(wanted, (old, new))
    monkeypatch.setattr("amend.match.judge.judge", partial(judge, part=1))
    cluster = Cluster()
    assert amend.judge(wanted, (old, new), executor=cluster) == alone
    assert cluster.sent == len(wanted)
