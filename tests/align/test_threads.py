"""One paragraph's life through all revisions, and what the revisions between can tell."""

from __future__ import annotations

from itertools import pairwise

import pytest

from amend import pipeline
from amend.align import agree, align, threads, through
from amend.model.alignment import Alignment, Bead, Change
from amend.model.comparison import Thread
from amend.model.draft import Revision
from amend.notices import Code
from amend.parse.draft import parse
from amend.read.txt import read_text
from amend.text.similarity import share_in_common
from amend.text.words import tokens

WELLS = "We commit to protect the wells and springs of every village from salt and from oil."
PUMPS = "The parties report each year on the state of pumps, pipes and locks to the assembly."
DAMS = "A fund for broken dams is set up under the authority of the conference and fed by gifts."


def drafts(*texts: str) -> tuple[Revision, ...]:
    return tuple(parse(read_text(text), f"Rev {n}") for n, text in enumerate(texts, 1))


def chain(revisions: tuple[Revision, ...]) -> tuple[Alignment, ...]:
    return tuple(align(old, new) for old, new in pairwise(revisions))


def threaded(*texts: str) -> list[str]:
    """Each thread in a line, "1 > 2 > 2": labels in each revision, "-" where it is away."""
    revisions = drafts(*texts)
    return [_line(each, revisions) for each in threads(revisions, chain(revisions))]


def _line(thread: Thread, revisions: tuple[Revision, ...]) -> str:
    there = [
        "+".join(str(revision.paragraph(each).label) for each in thread.paragraphs[revision.name])
        if revision.name in thread.paragraphs
        else "-"
        for revision in revisions
    ]
    return " > ".join(there)


def test_a_paragraph_is_followed_whatever_label_it_bears() -> None:
    assert threaded(
        f"1. {WELLS}\n2. {PUMPS}", f"1. {PUMPS}\n2. {WELLS}", f"3. {WELLS}\n4. {PUMPS}"
    ) == ["1 > 2 > 3", "2 > 1 > 4"]


def test_threads_follow_the_order_in_which_paragraphs_came() -> None:
    assert threaded(f"2. {PUMPS}", f"1. {WELLS}\n2. {PUMPS}", f"1. {WELLS}") == [
        "2 > 2 > -", "- > 1 > 1",
    ]  # fmt: skip


def test_a_split_is_one_thread_and_so_is_a_join() -> None:
    both, apart = f"1. {WELLS} {PUMPS}", f"1. {WELLS}\n2. {PUMPS}"
    assert threaded(both, apart, both) == ["1 > 1+2 > 1"]


def test_a_paragraph_that_comes_back_is_one_thread_that_was_away() -> None:
    with_it, without = f"1. {WELLS}\n2. {DAMS}", f"1. {WELLS}"
    assert threaded(with_it, without, with_it) == ["1 > 1 > 1", "2 > - > 2"]
    assert threaded(with_it, without, without, with_it) == ["1 > 1 > 1 > 1", "2 > - > - > 2"]


def test_what_comes_back_may_be_edited_and_have_another_number() -> None:
    edited = DAMS.replace("broken", "old").replace("gifts", "loans")
    first, later = f"1. {WELLS}\n2. {DAMS}", f"1. {edited}\n2. {WELLS}"
    assert threaded(first, f"1. {WELLS}", later) == ["1 > 1 > 2", "2 > - > 1"]


def test_other_words_in_its_place_are_a_thread_of_their_own() -> None:
    first, later = f"1. {WELLS}\n2. {DAMS}", f"1. {WELLS}\n2. {PUMPS}"
    assert threaded(first, f"1. {WELLS}", later) == ["1 > 1 > 1", "2 > - > -", "- > - > 2"]


def test_a_few_words_that_come_back_prove_nothing() -> None:
    first = f"1. {WELLS}\n2. Reports are made yearly."
    assert threaded(first, f"1. {WELLS}", first) == ["1 > 1 > 1", "2 > - > -", "- > - > 2"]


def test_of_two_that_went_the_likest_comes_back() -> None:
    edited = DAMS.replace("broken dams", "weirs and old locks")
    first = f"1. {WELLS}\n2. {edited}\n3. {DAMS}"
    assert threaded(first, f"1. {WELLS}", f"1. {WELLS}\n2. {DAMS}") == [
        "1 > 1 > 1", "2 > - > -", "3 > - > 2",
    ]  # fmt: skip


def test_a_revision_put_into_the_middle_ties_what_was_rewritten_step_by_step() -> None:
    first = "1. We protect wells, springs and ponds from salt and oil."
    middle = "1. We protect wells, springs and ponds through strict joint port rules."
    last = "1. Every harbour will keep to strict joint port rules for boats."
    rest = f"\n2. {DAMS}"
    assert threaded(first + rest, last + rest) == ["1 > -", "2 > 2", "- > 1"]
    assert threaded(first + rest, middle + rest, last + rest) == ["1 > 1 > 1", "2 > 2 > 2"]


def test_threads_are_named_in_order_and_hold_each_paragraph_once() -> None:
    revisions = drafts(f"1. {WELLS}\n2. {PUMPS}", f"1. {PUMPS}\n2. {DAMS}", f"1. {DAMS}")
    found = threads(revisions, chain(revisions))
    assert [each.id for each in found] == [f"t{n}" for n in range(1, len(found) + 1)]
    for revision in revisions:
        held = [each for thread in found for each in thread.paragraphs.get(revision.name, ())]
        assert sorted(held) == sorted(each.id for each in revision.paragraphs)


def test_no_revision_has_no_threads() -> None:
    assert threads((), ()) == ()
    assert [each.id for each in threads(drafts(f"1. {WELLS}"), ())] == ["t1"]


class TestThrough:
    """A paragraph rewritten step by step, until no word of the first text is left."""

    FIRST = "1. We protect wells, springs and ponds from salt and oil."
    SECOND = "1. We protect wells, springs and ponds through strict joint port rules."
    THIRD = "1. Every harbour will keep to strict joint port rules for boats."

    def beads(self, *texts: str) -> tuple[Bead, ...]:
        revisions = drafts(*texts)
        return through(revisions[0], align(revisions[0], revisions[-1]), chain(revisions))

    def test_the_revisions_between_tell_what_a_direct_look_misses(self) -> None:
        more = f"\n2. {DAMS}"
        assert len(self.beads(self.FIRST + more, self.THIRD + more)) == 3
        first, second = self.beads(self.FIRST + more, self.SECOND + more, self.THIRD + more)
        assert (first.old[0].text[:2], first.new[0].text[:5]) == ("We", "Every")
        assert first.changes == {Change.SUBSTITUTION}
        assert first.reason == "followed through the revisions between"
        assert not second.changes

    def test_a_paragraph_that_went_and_another_that_came_stay_apart(self) -> None:
        found = self.beads(f"1. {WELLS}\n2. {DAMS}", f"1. {WELLS}", f"1. {WELLS}\n2. {PUMPS}")
        assert [(len(each.old), len(each.new)) for each in found] == [(1, 1), (1, 0), (0, 1)]

    def test_neighbours_need_no_help(self) -> None:
        revisions = drafts(self.FIRST, self.SECOND)
        direct = align(revisions[0], revisions[1])
        assert through(revisions[0], direct, (direct,)) is direct.beads


class TestAgreement:
    """A direct look from the first revision to the last, beside the threads."""

    FIRST, SECOND, THIRD = TestThrough.FIRST, TestThrough.SECOND, TestThrough.THIRD

    def told(self, *texts: str) -> list[str]:
        return [each.text for each in pipeline.chain(drafts(*texts)).notices]

    def test_where_both_find_the_same_nothing_is_told(self) -> None:
        assert self.told(WELLS, WELLS.replace("salt", "mud"), WELLS) == []

    def test_what_only_the_steps_can_follow_is_no_news(self) -> None:
        more = f"\n2. {DAMS}"
        assert self.told(self.FIRST + more, self.SECOND + more, self.THIRD + more) == []

    @pytest.mark.parametrize("ruled", ["direct", "new", "gone"])
    def test_what_a_person_has_ruled_is_told_no_more(self, ruled: str) -> None:
        """A ruling may tie the two ends, or a step between them, or end a thread there."""
        first, last = drafts(f"1. {WELLS}", f"1. {DAMS}\n2. {WELLS.replace('salt', 'mud')}")
        (one,), (other, another) = first.paragraphs, last.paragraphs
        thread = Thread("t1", {first.name: (one.id,), last.name: (other.id,)})
        by = {name: "A. Reader" if name == ruled else "amend" for name in ("direct", "new", "gone")}
        beads = (Bead((one,), (another,), 0.8, by=by["direct"]),)
        step = {
            "new": (Bead((one,), (other,), 0.1, by=by["new"]),),
            "gone": (Bead((one,), (), 0.0, by=by["gone"]),),
        }.get(ruled, ())
        direct = Alignment(first.name, last.name, beads)
        steps = [Alignment(first.name, last.name, step)]
        assert not list(agree.disagreements(first, last, direct, [thread], steps))

    def differing(self, old: str, lived: str, seen: str) -> list[agree.Differing]:
        """Follow 1 of a first revision to 1 of the last; a direct look ties it to 2."""
        first, last = drafts(f"1. {old}", f"1. {lived}\n2. {seen}")
        (one,), (other, another) = first.paragraphs, last.paragraphs
        thread = Thread("t1", {first.name: (one.id,), last.name: (other.id,)})
        score = share_in_common(tokens(old), tokens(seen))
        direct = Alignment(first.name, last.name, (Bead((one,), (another,), score),))
        return list(agree.disagreements(first, last, direct, [thread]))

    def test_more_of_its_words_elsewhere_is_told_with_both_places(self) -> None:
        found = self.differing(WELLS, DAMS, WELLS.replace("salt", "mud"))
        first, last = drafts("1. a", "2. b")
        (notice,) = agree.told(first, last, found)
        assert "between: 1 in 2, not 1. Compare" in notice.text
        assert notice.code is Code.THREADS_DIFFER

    def test_fewer_of_its_words_elsewhere_prove_nothing(self) -> None:
        assert self.differing(WELLS, WELLS.replace("salt", "mud"), DAMS) == []

    def test_what_was_followed_nowhere_is_told_by_its_first_words(self) -> None:
        one, other = drafts(WELLS, DAMS)
        found = agree.Differing(one.paragraphs[0], (), other.paragraphs)
        (notice,) = agree.told(one, other, [found])
        first, seen = (" ".join(each.split()[:5]) for each in (WELLS, DAMS))
        assert f'"{first}" in "{seen}", followed nowhere.' in notice.text

    def test_of_many_the_first_twelve_are_named_and_the_rest_counted(self) -> None:
        first = drafts("\n".join(f"{n}. Aa bb {n}." for n in range(1, 16)))[0]
        found = [agree.Differing(each, (), (each,)) for each in first.paragraphs]
        (notice,) = agree.told(first, first, found)
        assert "12 in 12, followed nowhere; and 3 more. Compare" in notice.text

    def test_two_revisions_have_nothing_to_disagree_about(self) -> None:
        assert self.told(self.FIRST, self.THIRD) == []
