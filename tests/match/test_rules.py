"""Each rule of a fate by itself: two texts that differ in one thing, and the verdict that turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

import amend
from amend.match.course import courses, headline
from amend.match.judge import judge
from amend.match.lineage import Lineage
from amend.match.thresholds import Thresholds
from amend.model.alignment import Bead, Change
from amend.model.draft import Revision
from amend.model.proposal import Anchor, Operation, Place, Proposal, Where
from amend.model.ruling import Course, Evidence, Fate, Headline, Measure, Ruling

Texts = Mapping[str, str]

FERRIES = "We agree to keep the ferries running in winter."
TIDES = "We invite the ports to publish their tide tables."
BELLS = "Members mend the bells of every lock, the sum of a small toll for each boat."
BASE = {"6": BELLS, "31": FERRIES, "40": TIDES}


def draft(name: str, texts: Texts) -> Revision:
    return amend.read_text("\n\n".join(f"{k}. {v}" for k, v in texts.items()), name=name)


def course(asked: str, *later: Texts, base: Texts = BASE, label: str = "31") -> Course:
    """Judge a paragraph as it is asked for; `later` says what differs from the base."""
    revisions = [draft("Rev 1", base)]
    revisions += [draft(f"Rev {n}", {**base, **texts}) for n, texts in enumerate(later, 2)]
    proposal = amend.proposed(revisions[0], label, asked, by="Delta")
    (found,) = amend.judge((proposal,), revisions)
    return found


def ruled(asked: str, later: Texts, base: Texts = BASE, label: str = "31") -> Ruling:
    (ruling,) = course(asked, later, base=base, label=label).rulings
    return ruling


def phrase(
    operation: Operation, later: Texts, text: str = "", cut: str = "",
    anchor: Anchor | None = None, labels: str = "31", base: Texts = BASE,
) -> Ruling:  # fmt: skip
    """Judge words to go in, or to go, in paragraphs of the base."""
    old, new = draft("Rev 1", base), draft("Rev 2", {**base, **later})
    target = tuple(map(amend.Label.parse, labels.split()))
    ids = tuple(each.id for label in target for each in old.labelled(label))
    source = old.paragraphs[0].source
    proposal = Proposal(
        "q1", ("Delta",), operation, source, "Rev 1", target, ids, text, cut, anchor
    )
    (found,) = amend.judge((proposal,), (old, new))
    return found.rulings[0]


def told(ruling: Ruling) -> tuple[Fate, int, int]:
    return ruling.fate, ruling.taken.words, ruling.taken.of


V, W, P, N = (
    Fate.ADOPTED_VERBATIM, Fate.ADOPTED_WITH_CHANGES, Fate.PARTLY_ADOPTED, Fate.NOT_ADOPTED,
)  # fmt: skip
E, PE, A = Fate.ADOPTED_ELSEWHERE, Fate.PARTLY_ADOPTED_ELSEWHERE, Fate.ALREADY_PRESENT

# What is asked for at the end of 31, what comes there, and the verdict with its measure.
AT_THE_END: dict[str, tuple[str, str, Fate, int, int]] = {
    "seven words of ten are with changes": (
        "using calm pilots dry ropes warm coats sound bells lamps",
        "using calm pilots dry ropes warm coats", W, 7, 10),
    "two words of three are part": ("using calm pilots", "using calm stewards", P, 2, 3),
    "two words of ten are part": (
        "using calm pilots dry ropes warm coats sound bells lamps",
        "using calm stewards", P, 2, 10),
    "two words of twelve are too few": (
        "using calm pilots dry ropes warm coats sound bells lamps red flags",
        "using calm stewards", N, 2, 12),
    "all words with another between are with changes": (
        "using calm pilots and dry ropes", "using calm pilots and very dry ropes", W, 6, 6),
    "small words do not make up for the substance": (
        "of those and of them or of these at dawn lights",
        "of those and of them or of these at", N, 9, 11),
    "some of the small words prove nothing": ("of those and of them", "of those", N, 2, 5),
    "one small word asked for alone counts": ("too", "too", V, 1, 1),
    "one content word of three is no evidence": ("using calm pilots", "using ropes", N, 1, 3),
    "two content words of five are": (
        "using calm pilots dry ropes", "using calm stewards", P, 2, 5),
    "half of the content words is": ("calm pilots", "calm stewards", P, 1, 2),
    "a word three words behind a sure passage belongs to it": (
        "using calm pilots under lamps aboard", "using calm pilots by red lamps daily", P, 4, 6),
    "a word far behind a sure passage does not": (
        "using calm pilots under lamps aboard",
        "using calm pilots by day and by night for a year and red lamps daily", P, 3, 6),
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "came", "fate", "words", "of"), AT_THE_END.values(), ids=AT_THE_END.keys()
)
def test_at_the_end_of_a_paragraph(asked: str, came: str, fate: Fate, words: int, of: int) -> None:
    found = ruled(f"{FERRIES[:-1]} {asked}.", {"31": f"{FERRIES[:-1]} {came}."})
    assert told(found) == (fate, words, of)


# The paragraph as asked, as it came, and the verdict.
IN_PLACE: dict[str, tuple[str, str, Fate, int, int]] = {
    "a word behind the one it was asked with is taken": (
        "We agree to keep the ferries running safely in winter.",
        "We agree to keep the ferries running safely by day in winter.", V, 1, 1),
    "a word before the one it was asked with is taken": (
        "We agree to keep the ferries running safely in winter.",
        "We agree to keep the ferries running by day safely in winter.", V, 1, 1),
    "a word in another place of the paragraph is not": (
        "We agree to keep the ferries running safely in winter.",
        "We agree safely to keep the ferries running in winter.", N, 0, 1),
    "the copy that stands in the place asked for counts": (
        "We agree to keep the ferries running safely in winter.",
        "We agree safely to keep the ferries running safely in winter.", V, 1, 1),
    "a stray word is not taken for another that stands in its place": (
        "We agree to keep the ferries running safely in winter, gladly.",
        "We agree to keep gladly the ferries running safely in winter.", P, 1, 2),
    "two words asked for apart prove nothing side by side": (
        "We calm agree to keep the ferries running in winter pilots.",
        "We agree to keep calm pilots the ferries running in winter.", N, 0, 2),
    "two words asked for side by side prove nothing apart": (
        "We agree to keep the ferries running in winter, calm pilots.",
        "We agree calm to keep pilots the ferries running in winter.", N, 0, 2),
    "a word that came where another was to go is taken": (
        "We agree to keep the ferries running in summer and autumn.",
        "We agree to keep the ferries running in late summer nights.", P, 1, 3),
    "a word that came where others went is not": (
        "We agree to keep the ferries running in summer and autumn.",
        "We agree to keep old summer boats running in winter.", N, 0, 3),
    "words of which some stood there are not new": (
        "We agree to keep the ferries running in winter, boats and ferries.",
        "We agree to keep the boats and ferries running in winter.", P, 2, 3),
    "a stray word beside a sure passage in a wrong place earns nothing": (
        "We safely agree to keep the ferries running in winter, calm pilots.",
        "We agree to keep the ferries, calm pilots, running in winter by day safely, too.",
        P, 2, 3),
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "came", "fate", "words", "of"), IN_PLACE.values(), ids=IN_PLACE.keys()
)
def test_in_the_place_asked_for(asked: str, came: str, fate: Fate, words: int, of: int) -> None:
    assert told(ruled(asked, {"31": came})) == (fate, words, of)


# What is asked for at the end of 31, what comes at the end of 40, and the verdict.
IN_ANOTHER: dict[str, tuple[str, str, Fate, int, int]] = {
    "two content words that are all that was asked": ("dry ropes", "dry ropes", E, 2, 2),
    "one content word with small ones is a stock phrase": (
        "of the pilots", "of the pilots", N, 0, 3),
    "three words of six are part": ("calm pilots rest at dry docks", "calm pilots rest", PE, 3, 6),
    "single words beside a passage do not count": (
        "calm pilots rest at dry docks", "calm pilots rest by docks now", PE, 3, 6),
    "two content words of more are not enough": (
        "ropes of pilots rest at dry docks", "ropes of pilots", N, 0, 7),
    "two passages of two words are not enough": (
        "calm pilots rest on dry docks now", "calm pilots and dry docks", N, 0, 7),
    "three words of twenty are too few": (
        "calm pilots rest on dry docks now while red lamps glow above wide gates near grey "
        "stone huts each night", "calm pilots rest", N, 0, 20),
    "words that stood in the base prove nothing": (
        "bells of every lock now shine", "bells of every lock", N, 0, 6),
    "a passage of which the base has but the parts is news": (
        "mend the bells of small toll boats", "small toll boats", PE, 3, 7),
    "a passage of which the base has every pair, but not every three, is news": (
        "invite the ports to keep calm pilots", "invite the ports to keep", E, 5, 7),
    "where the verb was lost it is part": (
        "and shall give calm pilots rest on dry docks", "and give calm pilots rest on dry docks",
        PE, 7, 9),
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "came", "fate", "words", "of"), IN_ANOTHER.values(), ids=IN_ANOTHER.keys()
)
def test_in_another_paragraph(asked: str, came: str, fate: Fate, words: int, of: int) -> None:
    found = ruled(f"{FERRIES[:-1]} {asked}.", {"40": f"{TIDES[:-1]} {came}."})
    assert told(found) == (fate, words, of)


def test_the_paragraph_with_most_of_the_words_is_the_place() -> None:
    asked = f"{FERRIES[:-1]} with large lamp racks under sharp pilot eyes."
    later = {
        "6": f"{BELLS[:-1]} under sharp pilot eyes with large lamp racks.",
        "40": f"With large lamp racks and flags we invite the ports under sharp pilot eyes {TIDES}",
    }
    found = ruled(asked, later)
    assert (told(found), [str(each) for each in found.place]) == ((E, 8, 8), ["40"])


def test_of_two_paragraphs_with_all_the_words_the_one_that_has_them_together_is_the_place() -> None:
    asked = f"{FERRIES[:-1]} with large lamp racks under sharp pilot eyes."
    apart = f"With large lamp racks {BELLS[:-1]} under sharp pilot eyes."
    later = {"6": apart, "40": f"{TIDES[:-1]} with large lamp racks under sharp pilot eyes."}
    assert [str(each) for each in ruled(asked, later).place] == ["40"]


def test_words_that_came_in_two_other_paragraphs_are_no_stock_phrase() -> None:
    end = "with large lamp racks."
    found = ruled(
        f"{FERRIES[:-1]} {end}", {"6": f"{BELLS[:-1]} {end}", "40": f"{TIDES[:-1]} {end}"}
    )
    assert told(found) == (E, 4, 4)


class TestOpenPlace:
    """A proposal that says what is to go in, and not where."""

    OPEN = Anchor(Where.OPEN)
    AFTER = Anchor(Where.AFTER, "winter")

    @pytest.mark.parametrize(("anchor", "fate"), [(OPEN, V), (AFTER, N)])
    def test_one_content_word_with_small_ones_is_enough_where_the_place_is_open(
        self, anchor: Anchor, fate: Fate
    ) -> None:
        later = {"31": "We agree to keep for the pilots the ferries running in winter."}
        found = phrase(Operation.INSERT_PHRASE, later, "for the pilots", anchor=anchor)
        assert found.fate is fate

    @pytest.mark.parametrize(("anchor", "fate"), [(OPEN, P), (AFTER, N)])
    def test_so_is_a_part_of_them(self, anchor: Anchor, fate: Fate) -> None:
        later = {"31": "We agree to keep for the pilots the ferries running in winter."}
        found = phrase(Operation.INSERT_PHRASE, later, "for the pilots with lamps", anchor=anchor)
        assert found.fate is fate

    def test_a_single_word_is_not(self) -> None:
        later = {"31": "We agree to keep safely the ferries running in winter."}
        found = phrase(Operation.INSERT_PHRASE, later, "safely", anchor=self.OPEN)
        assert found.fate is N


class TestNewWording:
    """A paragraph put in the place of another, with no word in common."""

    ASKED = "Every harbour lights its outer moles between dusk and dawn."

    def test_under_the_same_label_it_stands_in_its_place(self) -> None:
        found = ruled(self.ASKED, {"31": self.ASKED})
        assert (found.fate, found.cut) == (V, Measure(9, 9))

    def test_beside_the_old_one_it_stands_elsewhere(self) -> None:
        found = ruled(self.ASKED, {"31": self.ASKED, "32": FERRIES})
        assert (found.fate, found.cut) == (E, Measure(0, 9))

    def test_where_two_bear_the_label_neither_is_its_heir(self) -> None:
        old = draft("Rev 1", BASE)
        other = "Nobody may sell fish on a bridge."
        text = f"6. {BELLS}\n\n31. {other}\n\n31. {self.ASKED}\n\n40. {TIDES}"
        new = amend.read_text(text, name="Rev 2")
        (found,) = amend.judge((amend.proposed(old, "31", self.ASKED, by="Delta"),), (old, new))
        assert found.rulings[0].fate is E


class TestSeveralParagraphs:
    """One phrase asked for in two paragraphs."""

    def rule(self, first: str, second: str) -> Ruling:
        later = {"31": f"{FERRIES[:-1]} {first}.", "40": f"{TIDES[:-1]} {second}."}
        end = Anchor(Where.END)
        return phrase(
            Operation.INSERT_PHRASE, later, "with calm pilots and dry ropes", anchor=end,
            labels="31 40",
        )  # fmt: skip

    def test_it_is_verbatim_where_it_stands_whole_in_both(self) -> None:
        words = "with calm pilots and dry ropes"
        assert told(self.rule(words, words)) == (V, 12, 12)

    def test_it_is_with_changes_where_it_is_broken_in_one(self) -> None:
        broken = "with calm pilots and very dry ropes"
        assert told(self.rule("with calm pilots and dry ropes", broken)) == (W, 12, 12)

    def test_it_is_part_where_it_stands_in_one(self) -> None:
        assert told(self.rule("with calm pilots and dry ropes", "by noon")) == (P, 6, 12)


class TestDeletion:
    """Words that are to go."""

    def rule(self, cut: str, came: str, **others: str) -> Ruling:
        later = {"31": came, **{label.lstrip("_"): text for label, text in others.items()}}
        return phrase(Operation.DELETE_PHRASE, later, cut=cut)

    @pytest.mark.parametrize(
        ("cut", "came", "fate"),
        [
            ("running in winter", "We agree to keep the ferries.", Fate.DELETION_HONOURED),
            ("running in winter", "We agree to keep the ferries running.",
             Fate.DELETION_PARTLY_HONOURED),
            ("ferries running", "We agree to keep the ferries in winter.",
             Fate.DELETION_PARTLY_HONOURED),
            ("the ferries running", "We agree to keep the ferries in winter.",
             Fate.DELETION_NOT_HONOURED),
            ("in winter", "We agree to keep ferries running in winter.",
             Fate.DELETION_NOT_HONOURED),
        ],
    )  # fmt: skip
    def test_it_is_measured_by_the_words_gone(self, cut: str, came: str, fate: Fate) -> None:
        found = self.rule(cut, came)
        assert (found.fate, found.flags) == (fate, ())

    def test_two_content_words_that_moved_to_another_paragraph_are_not_gone(self) -> None:
        found = self.rule(
            "ferries running",
            "We agree to keep the in winter.",
            _40=f"{TIDES[:-1]} ferries running.",
        )
        assert (found.fate, found.flags) == (Fate.DELETION_NOT_HONOURED, ("moved",))
        assert "to paragraph 40" in found.reason

    def test_words_that_moved_within_their_paragraph_are_not_gone(self) -> None:
        found = self.rule("ferries running", "Ferries running we agree to keep the in winter.")
        assert (found.fate, found.flags) == (Fate.DELETION_NOT_HONOURED, ("moved",))

    def test_one_content_word_that_stands_elsewhere_has_not_moved(self) -> None:
        found = self.rule(
            "in winter", "We agree to keep the ferries running.", _40=f"{TIDES[:-1]} in winter."
        )
        assert found.fate is Fate.DELETION_HONOURED


class TestParagraphThatIsGone:
    """A paragraph to be deleted, whose words may have gone into another one."""

    WORDS = "calm pilots mend dry ropes under red lamps each night".split()

    def rule(self, kept: int, left: str | None = None) -> Ruling:
        """Let so many of the ten words stand in 40, among others; `left` is what 31 has still."""
        base = draft("Rev 1", {"31": " ".join(self.WORDS) + ".", "40": TIDES})
        texts = {} if left is None else {"31": left}
        moved = " ".join(self.WORDS[:kept])
        later = draft("Rev 2", {**texts, "40": f"{TIDES} {moved} {FERRIES}"})
        gone, stays = base.paragraphs
        home = later.paragraphs[-1]
        beads = (
            Bead((gone,), later.paragraphs[:-1], 0.0, frozenset({Change.REPEAL})),
            Bead((stays,), (home,), 0.5, frozenset({Change.SUBSTITUTION})),
        )
        proposal = Proposal(
            "q1", ("A",), Operation.DELETE_PARAGRAPH, gone.source, "Rev 1",
            (amend.Label.parse("31"),), (gone.id,),
        )  # fmt: skip
        (found,) = judge((proposal,), {"Rev 1": [Lineage(base, later, beads)]})
        return found.rulings[0]

    def test_it_only_moved_where_seven_words_of_ten_stand_in_another(self) -> None:
        found = self.rule(7)
        assert found.fate is Fate.DELETION_NOT_HONOURED
        assert [str(each) for each in found.place] == ["40"]

    def test_it_is_deleted_where_six_do(self) -> None:
        assert self.rule(6).fate is Fate.DELETION_HONOURED

    @pytest.mark.parametrize("left", ["", "[Deleted]", "(Supprimé)"])
    def test_a_number_kept_without_its_words_does_not_hide_the_move(self, left: str) -> None:
        assert self.rule(7, left).fate is Fate.DELETION_NOT_HONOURED

    def test_it_is_partly_deleted_where_half_of_its_words_are_left(self) -> None:
        old = " ".join(self.WORDS)
        left = {"31": f"{' '.join(self.WORDS[:5])}."}
        found = phrase(Operation.DELETE_PARAGRAPH, left, base={**BASE, "31": f"{old}."})
        assert (found.fate, found.cut) == (Fate.DELETION_PARTLY_HONOURED, Measure(5, 10))
        assert found.reason == "the paragraph still stands; 5 of its 10 words are gone"


class TestBaseWords:
    """Words that stood in the base are no news."""

    @pytest.mark.parametrize(
        ("end", "of"),
        [
            ("bells of every lock", 4),
            ("the bells of every lock", 0),
            ("mend the bells of every lock", 0),
        ],
    )
    def test_five_in_a_row_leave_the_count_and_four_do_not(self, end: str, of: int) -> None:
        asked = f"{FERRIES[:-1]} {end}."
        found = ruled(asked, {"31": asked})
        assert told(found) == (V if of else A, of, of)

    def test_small_words_left_over_between_them_are_no_news_either(self) -> None:
        asked = f"{FERRIES[:-1]} and the bells of every lock."
        assert ruled(asked, {"31": asked}).fate is A

    def test_words_to_go_for_such_words_are_no_mere_deletion(self) -> None:
        asked = FERRIES.replace("in winter", "the bells of every lock")
        assert ruled(asked, {"31": asked}).fate is A

    def test_two_words_beside_such_words_are_not_enough_in_another_paragraph(self) -> None:
        end = "dry ropes the bells of every lock"
        found = ruled(f"{FERRIES[:-1]} {end}.", {"40": f"{TIDES[:-1]} {end}."})
        assert told(found) == (N, 0, 2)


class TestNotes:
    """Who wants words, and what editors say of them, is about the text and not in it."""

    @pytest.mark.parametrize("note", ["[Delta Union: at noon]", "{Delta Union agrees}"])
    def test_a_name_in_a_note_is_not_taken_up(self, note: str) -> None:
        found = ruled(f"{FERRIES[:-1]} Delta Union.", {"31": f"{FERRIES[:-1]} {note}."})
        assert told(found) == (N, 0, 2)

    def test_words_in_brackets_are_flagged_as_not_agreed(self) -> None:
        asked, came = f"{FERRIES[:-1]} with calm pilots.", f"{FERRIES[:-1]} [with calm pilots]."
        found = ruled(asked, {"31": came})
        assert (found.fate, found.flags) == (V, ("in brackets, not agreed",))
        assert ruled(came, {"31": came}).flags == ()
        assert ruled(asked, {"31": asked}).flags == ()


class TestFlags:
    """What a reader is told beside the fate."""

    def flags(self, asked: str, came: str, old: str = FERRIES) -> tuple[str, ...]:
        return ruled(asked, {"31": came}, {**BASE, "31": old}).flags

    def test_words_in_another_place_of_the_paragraph_are_said_to_be(self) -> None:
        asked = f"{FERRIES[:-1]} with calm pilots."
        assert self.flags(
            asked, "We agree with calm pilots to keep the ferries running in winter."
        ) == ("in another place of the paragraph",)
        assert self.flags(asked, asked) == ()

    def test_a_new_paragraph_is_said_to_be_one_and_has_no_other_place(self) -> None:
        asked = "Calm pilots rest on dry docks."
        found = ruled(asked, {"32": f"By law {asked[:-1]} at noon."}, label="32")
        assert (found.fate, found.flags) == (V, ("new-paragraph adopted",))

    def test_an_equivalent_is_possible_where_the_words_went_and_others_came(self) -> None:
        asked = FERRIES.replace("in winter", "under ice")
        flag = "possible equivalent: “through frost”, in paragraph 31"
        assert flag in self.flags(asked, FERRIES.replace("in winter", "through frost"))
        for other in (FERRIES.replace(" in winter", ""), FERRIES.replace("winter", "frost")):
            assert "possible" not in " ".join(self.flags(asked, other))

    @pytest.mark.parametrize(
        ("asked", "came", "flag", "fate"),
        [
            ("calm pilots rest on 12 dry docks", "calm pilots rest on dry docks",
             "figure: 12 > none", P),
            ("calm pilots rest on 12-mile dry docks", "calm pilots rest on dry docks",
             "figure: 12-mile > none", P),
            ("calm pilots rest on 12 dry docks", "calm pilots rest on 20 dry docks",
             "figure: 12 > 20", P),
            ("calm pilots never rest on dry docks", "calm pilots rest on dry docks",
             "negation: never > none", P),
            ("calm pilots rest on dry docks", "calm pilots rest on docks as appropriate",
             "qualifier: as appropriate", W),
        ],
    )  # fmt: skip
    def test_what_weakens_is_flagged_and_only_a_loss_lowers_the_fate(
        self, asked: str, came: str, flag: str, fate: Fate
    ) -> None:
        found = ruled(f"{FERRIES[:-1]} {asked}.", {"31": f"{FERRIES[:-1]} {came}."})
        assert (found.fate, found.flags) == (fate, (flag,))

    def test_a_qualifier_among_other_words_than_those_asked_for_weakens_nothing(self) -> None:
        asked = FERRIES.replace("in winter", "on dry nights")
        assert self.flags(asked, FERRIES.replace("in winter", "as appropriate")) == (
            "possible equivalent: “as appropriate”, in paragraph 31", "deletion honoured",
        )  # fmt: skip

    def test_a_verb_that_stayed_is_named_beside_the_one_asked_for(self) -> None:
        old = "We encourage ports to keep the ferries running."
        asked = "We commit to keep the ferries running on dry nights with calm pilots."
        came = "We encourage ports to keep the ferries running on dry nights with calm pilots."
        assert "verb: commit > encourage" in self.flags(asked, came, old)

    def test_a_figure_that_stayed_is_named_beside_the_one_asked_for(self) -> None:
        old = "We agree to keep 20 ferries running."
        asked = "We agree to keep 12 ferries running on dry nights with calm pilots."
        came = "We agree to keep 20 ferries running on dry nights with calm pilots."
        assert "figure: 12 > 20" in self.flags(asked, came, old)

    def test_a_verb_is_not_named_as_what_came_for_itself(self) -> None:
        asked = f"{FERRIES[:-1]} and shall give calm pilots dry ropes."
        came = (
            "We shall agree to keep the ferries running in winter and give calm pilots dry ropes."
        )
        assert self.flags(asked, came) == ("verb: shall > none",)

    @pytest.mark.parametrize(
        ("old", "asked", "came"),
        [
            ("We agree to keep the ferries running, as appropriate.", "with calm pilots", None),
            ("We agree to keep the ferries running.", "with calm pilots as appropriate", None),
            ("We agree to keep the ferries running as hitherto.", "with calm pilots",
             "We agree to keep the ferries running as appropriate hitherto with calm pilots."),
            ("We agree to keep the ferries running.", "with calm pilots",
             "We agree to keep the ferries running as appropriate."),
        ],
        ids=["it stood there", "it was asked for", "half of it came", "nothing was taken"],
    )  # fmt: skip
    def test_a_qualifier_is_no_weakening_where(
        self, old: str, asked: str, came: str | None
    ) -> None:
        wanted = f"{old[:-1]} {asked}."
        assert not any("qualifier" in flag for flag in self.flags(wanted, came or wanted, old))


def test_words_in_part_in_their_place_are_not_said_to_be_elsewhere() -> None:
    words = "calm pilots rest at dry docks"
    later = {"31": f"{FERRIES[:-1]} calm pilots rest.", "40": f"{TIDES[:-1]} {words}."}
    assert told(ruled(f"{FERRIES[:-1]} {words}.", later)) == (P, 3, 6)


class TestWhatCannotBeTold:
    """Proposals that are not judged, and those that are all the same."""

    def judged(self, proposal: Proposal, old: Revision, new: Revision) -> Ruling:
        (found,) = amend.judge((proposal,), (old, new))
        return found.rulings[0]

    def test_words_to_go_that_do_not_stand_there_cannot_be_followed(self) -> None:
        found = phrase(Operation.DELETE_PHRASE, {}, cut="golden spoons")
        assert found.fate is Fate.UNDETERMINABLE

    def test_words_to_go_in_beside_others_that_do_not_stand_there_are_looked_for(self) -> None:
        later = {"31": f"{FERRIES[:-1]} with calm pilots."}
        beside = Anchor(Where.AFTER, "golden spoons")
        found = phrase(Operation.INSERT_PHRASE, later, "with calm pilots", anchor=beside)
        assert found.fate is V
        assert "anchor not found" in found.flags

    def test_a_place_holder_with_words_is_looked_for(self) -> None:
        later = {"31": f"{FERRIES[:-1]} with calm pilots."}
        assert phrase(Operation.PLACEHOLDER, later, "with calm pilots").fate is V

    @pytest.mark.parametrize(
        ("language", "fate"), [("fr", Fate.UNDETERMINABLE), ("en", V), (None, V)]
    )
    def test_only_another_language_hides_the_fate(self, language: str | None, fate: Fate) -> None:
        asked = f"{FERRIES[:-1]} with calm pilots."
        old = replace(draft("Rev 1", BASE), language="en")
        new = replace(draft("Rev 2", {**BASE, "31": asked}), language=language)
        proposal = amend.proposed(old, "31", asked, by="Delta")
        assert self.judged(proposal, old, new).fate is fate

    def test_shares_that_a_user_sets_decide(self) -> None:
        asked = f"{FERRIES[:-1]} using calm pilots."
        old, new = (
            draft("Rev 1", BASE),
            draft("Rev 2", {**BASE, "31": f"{FERRIES[:-1]} using calm."}),
        )
        proposal = amend.proposed(old, "31", asked, by="Delta")
        (found,) = amend.judge((proposal,), (old, new), Thresholds(with_changes=0.6))
        assert found.rulings[0].fate is W


class TestRenumbering:
    """A paragraph that bears another number in the next revision."""

    ASKED = f"{FERRIES[:-1]} with calm pilots."

    @pytest.mark.parametrize(("text", "flags"), [
        (ASKED, ("numbering-only change: 31 > 35",)), (f"Now {ASKED}", ()),
    ])  # fmt: skip
    def test_it_is_one_of_numbers_only_where_no_word_changed(
        self, text: str, flags: tuple[str, ...]
    ) -> None:
        found = course(self.ASKED, {"31": self.ASKED}, {"31": "", "35": text})
        assert [each.fate for each in found.rulings] == [V, V]
        assert found.rulings[1].flags == flags


class TestPositions:
    """Proposals that bring no words."""

    def rule(self, operation: Operation, labels: str, *later: str, **more: Any) -> Ruling:
        """Judge it on three paragraphs, 6, 31 and 40; `later` are the lines of the next text."""
        old, new = draft("Rev 1", BASE), amend.read_text("\n\n".join(later), name="Rev 2")
        target = tuple(map(amend.Label.parse, labels.split()))
        ids = tuple(each.id for label in target for each in old.labelled(label))
        source = old.paragraphs[0].source
        proposal = Proposal("q", ("A",), operation, source, "Rev 1", target, ids, **more)
        (found,) = amend.judge((proposal,), (old, new))
        return found.rulings[0]

    SAME = (f"6. {BELLS}", f"31. {FERRIES}", f"40. {TIDES}")

    def test_a_paragraph_that_a_negation_turned_round_is_not_protected(self) -> None:
        later = (self.SAME[0], f"31. {FERRIES.replace('to keep', 'not to keep')}", self.SAME[2])
        assert self.rule(Operation.RETAIN, "31", *later).fate is N
        assert self.rule(Operation.RETAIN, "31", *self.SAME).fate is Fate.PROTECTED

    def test_words_that_nearly_stand_are_not_protected(self) -> None:
        later = (self.SAME[0], f"31. {FERRIES.replace('ferries', 'ferry')}", self.SAME[2])
        kept = "keep the ferries running"
        assert self.rule(Operation.RETAIN, "31", *later, text=kept).fate is N

    @pytest.mark.parametrize(("where", "fate"), [(Where.BEFORE, A), (Where.AFTER, N)])
    def test_a_move_to_where_it_stood_is_no_news_and_one_past_it_is_not_done(
        self, where: Where, fate: Fate
    ) -> None:
        place = Place(where, amend.Label.parse("40"))
        assert self.rule(Operation.MOVE_PARAGRAPH, "31", *self.SAME, place=place).fate is fate

    def test_a_title_between_does_not_part_a_paragraph_from_its_place(self) -> None:
        later = (f"6. {FERRIES}", f"31. {TIDES}", "Bells", f"40. {BELLS}")
        place = Place(Where.AFTER, amend.Label.parse("40"))
        assert self.rule(Operation.MOVE_PARAGRAPH, "6", *later, place=place).fate is V

    def test_three_of_which_two_became_one_are_not_merged(self) -> None:
        later = (f"6. {BELLS} {FERRIES}", f"40. {TIDES}")
        assert self.rule(Operation.MERGE_PARAGRAPHS, "6 31 40", *later).fate is N
        assert self.rule(Operation.MERGE_PARAGRAPHS, "6 31", *later).fate is V


class TestCourse:
    """The course in a word, and who had asked for the same."""

    @pytest.mark.parametrize("fate", [
        PE, Fate.DELETION_PARTLY_HONOURED, Fate.PROTECTED, Fate.SUPERSEDED_BY_EQUIVALENT,
    ])  # fmt: skip
    def test_something_of_it_stands(self, fate: Fate) -> None:
        assert headline((Ruling("Rev 2", fate, Measure(0, 0)),)) is Headline.CARRIED

    def shared(self, text: str, second: str = "Rev 2", fate: Fate = V) -> bool:
        """Let two proposals rest on the same words, of "Rev 2" and of another revision."""
        source = draft("Rev 1", BASE).paragraphs[0].source
        ruled = [
            (
                Proposal(name, ("A",), Operation.INSERT_PHRASE, source, "Rev 1", text=text),
                (Ruling(revision, fate, Measure(1, 1),
                        evidence=(Evidence("p1", 0, len(text), text),)),),
            )
            for name, revision in (("q1", "Rev 2"), ("q2", second))
        ]  # fmt: skip
        return any(each.shared_with for each in courses(ruled))

    def test_the_same_telling_words_are_shared(self) -> None:
        assert self.shared("calm pilots")

    def test_small_words_are_not(self) -> None:
        assert not self.shared("of the")

    def test_words_of_another_revision_are_not(self) -> None:
        assert not self.shared("calm pilots", "Rev 3")

    def test_words_that_do_not_stand_are_not(self) -> None:
        assert not self.shared("calm pilots", fate=N)
