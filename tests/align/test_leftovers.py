"""What left no passage behind: options that fell together, clauses that became paragraphs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import amend
from amend.align import align
from amend.align.links import Links
from amend.align.options import in_options
from amend.align.pages import Pages
from amend.align.stems import Stems
from amend.align.windows import Windows
from amend.model.alignment import Bead, Change
from amend.model.draft import Revision, Role
from bench import paris
from bench.linked import by_amend, several, share, share_of_parted

WELLS = "We commit to protect the wells and springs of every village from salt and from oil."
PUMPS = "The parties report each year on the state of pumps, pipes and locks to the assembly."
DAMS = "A fund for broken dams is set up under the authority of the conference and fed by gifts."
BOOKS = "All tolls shall be written down in two books, one open and one sealed, for ten years."
RICH = (
    "Upstream towns shall supply grain, timber and boats to downstream towns, [new and additional] "
    "to what they gave before, [and meet the full costs of locks]."
)
POOR = (
    "[Every town in a position to do so] should cooperate to mobilize boats from many sources, "
    "public and private."
)
BOTH = (
    "As part of a joint effort, upstream towns should take the lead in mobilizing boats from a "
    "wide range of sources, and such mobilization should go beyond what they gave earlier."
)


def draft(*texts: str) -> Revision:
    return amend.read_text("\n\n".join(texts), name="draft")


def line(bead: Bead, old: Revision, new: Revision) -> str:
    places = [
        "+".join(str(of.paragraphs.index(each) + 1) for each in side) or "-"
        for side, of in ((bead.old, old), (bead.new, new))
    ]
    return " > ".join(places)


def lines(old: tuple[str, ...], new: tuple[str, ...]) -> list[str]:
    first, second = draft(*old), draft(*new)
    return [line(bead, first, second) for bead in align(first, second).beads]


class TestOptions:
    """Alternatives of an open text fall together."""

    def test_options_that_became_one_paragraph_are_joined_to_it(self) -> None:
        assert lines((WELLS, RICH, POOR, DAMS), (WELLS, BOTH, DAMS)) == [
            "1 > 1", "2+3 > 2", "4 > 3",
        ]  # fmt: skip

    def test_without_brackets_nothing_says_that_they_were_alternatives(self) -> None:
        plain = tuple(each.replace("[", "").replace("]", "") for each in (RICH, POOR))
        found = lines((WELLS, *plain, DAMS), (WELLS, BOTH, DAMS))
        assert "2+3 > 2" not in found

    def test_another_subject_between_them_is_repealed(self) -> None:
        found = lines((WELLS, RICH, BOOKS, POOR, DAMS), (WELLS, BOTH, DAMS))
        assert "3 > -" in found

    @pytest.mark.parametrize("options", [(), (1, 2)])
    def test_options_fall_together_printed_or_not(self, options: tuple[int, ...]) -> None:
        assert "2+3 > 2" in self.beads(self.told(options), draft(WELLS, BOTH, DAMS))

    def test_beside_printed_options_what_is_none_stands_for_itself(self) -> None:
        assert "2+3 > 2" not in self.beads(self.told((3,)), draft(WELLS, BOTH, DAMS))

    def told(self, options: tuple[int, ...]) -> Revision:
        old = draft(WELLS, RICH, POOR, DAMS)
        paragraphs = (
            replace(each, role=Role.OPTION, path=f"2 / Option {at}") if at in options else each
            for at, each in enumerate(old.paragraphs)
        )
        return replace(old, paragraphs=tuple(paragraphs))

    def beads(self, old: Revision, new: Revision) -> list[str]:
        return [line(bead, old, new) for bead in align(old, new).beads]

    def test_a_paragraph_under_the_head_of_an_option_stands_in_it(self) -> None:
        paths = ("3", "3 / Option 1", "3 / Option 1", "3 / Option 1 / Boats", "3 / Option 12", "3")
        roles = {1: Role.OPTION}
        paragraphs = [
            replace(each, path=path, role=roles.get(at, Role.OPERATIVE))
            for at, (each, path) in enumerate(
                zip(draft(*(f"Aa bb {n}." for n in range(6))).paragraphs, paths, strict=True)
            )
        ]
        assert in_options(paragraphs) == [False, True, True, True, False, False]

    def test_far_from_its_place_it_takes_more_to_be_found(self) -> None:
        rest = (WELLS, PUMPS, BOOKS, *(f"{WELLS[:-1]}, line {n}, {PUMPS}" for n in range(20)))
        found = lines((RICH, *rest, DAMS), (*rest, BOTH, DAMS))
        assert "1 > -" in found


class TestParts:
    """Clauses that became paragraphs of their own."""

    def test_a_sentence_that_became_a_paragraph_and_was_reworded_is_a_split(self) -> None:
        old = (
            f"{WELLS} Other villages may also give buckets freely, and help each other to dig, "
            "carry and mend."
        )
        new = "Neighbouring villages may also give help freely to dig and mend."
        assert "2 > 2+3" in lines((PUMPS, old, DAMS), (PUMPS, WELLS, new, DAMS))

    def test_one_sentence_is_not_split(self) -> None:
        old = WELLS[:-1] + ", and other villages may give buckets and help each other to dig."
        new = "Buckets are given freely to those who dig."
        assert "- > 3" in lines((PUMPS, old, DAMS), (PUMPS, WELLS, new, DAMS))

    def test_a_full_stop_without_a_space_behind_it_ends_a_sentence(self) -> None:
        old = (
            f"{WELLS}Other villages may also give buckets freely, and help each other to dig, "
            "carry and mend."
        )
        new = "Neighbouring villages may also give help freely to dig and mend."
        assert "2 > 2+3" in lines((PUMPS, old, DAMS), (PUMPS, WELLS, new, DAMS))

    def test_a_list_in_one_sentence_is_split_into_its_parts(self) -> None:
        old = (
            "We will build ports in every district, train crews for night work, and publish the "
            "tolls of every port each year."
        )
        new = (
            "We will build ports in every district.", "We will train crews.",
            "We will publish the tolls of every port each year.",
        )  # fmt: skip
        assert "2 > 2+3+4" in lines((PUMPS, old, DAMS), (PUMPS, *new, DAMS))

    def test_a_few_words_between_two_parts_are_a_part(self) -> None:
        old = (
            "We protect the wells of each village, mend old dams, and write down all tolls in "
            "two books."
        )
        new = (
            "We protect the wells of each village.", "Old dams we mend.",
            "We write down all tolls in two books.",
        )  # fmt: skip
        assert "2 > 2+3+4" in lines((PUMPS, old, DAMS), (PUMPS, *new, DAMS))

    def test_other_words_between_two_parts_are_new(self) -> None:
        old = (
            "We protect the wells of each village, mend old dams, and write down all tolls in "
            "two books."
        )
        new = (
            "We protect the wells of each village.", "Ports close early.",
            "We write down all tolls in two books.",
        )  # fmt: skip
        assert "- > 3" in lines((PUMPS, old, DAMS), (PUMPS, *new, DAMS))

    def test_what_stands_as_it_stood_gave_nothing_away(self) -> None:
        new = "We also commit to protect the ponds of every village from salt."
        assert "- > 3" in lines((PUMPS, WELLS, DAMS), (PUMPS, WELLS, new, DAMS))


class TestSentences:
    """A whole sentence that went over ties a paragraph that has nothing else."""

    WHOLE = "Boats shall carry lamps of two colours from dusk until dawn in every season."
    MILLS = (
        "Millers keep their wheels clean, grind each sack in the order in which it came, take one "
        "cup in twelve for their trouble, and never lend a stone to a town without a bridge."
    )
    BARNS = (
        "Roofs of barns are thatched anew before harvest; whoever owns the ladder climbs first, "
        "whoever owns the straw eats first, and children hold the rope while their elders bind."
    )

    def test_a_new_paragraph_round_a_sentence_that_stood_elsewhere_is_a_further_part(self) -> None:
        old = (PUMPS, f"{self.MILLS} {self.WHOLE}", DAMS)
        new = (PUMPS, self.MILLS, BOOKS, f"{self.WHOLE} {self.BARNS}", DAMS)
        assert "2 > 2+4" in lines(old, new)

    def test_a_lost_paragraph_whose_sentence_stands_elsewhere_is_joined_to_it(self) -> None:
        old = (PUMPS, self.MILLS, BOOKS, f"{self.WHOLE} {self.BARNS}", DAMS)
        new = (PUMPS, f"{self.MILLS} {self.WHOLE}", DAMS)
        assert "2+4 > 2" in lines(old, new)

    def test_a_clause_of_as_many_words_is_none(self) -> None:
        clause = "from dusk until dawn in every season of the year"
        old = (PUMPS, f"{self.MILLS[:-1]} {clause}.", DAMS)
        new = (PUMPS, self.MILLS, BOOKS, f"{self.BARNS[:-1]} {clause}.", DAMS)
        assert "- > 4" in lines(old, new)


class TestEnclosed:
    """Two rewritten paragraphs between neighbours that are tied to one another."""

    OLD = (
        "Although there are good reasons to dredge the harbour, some fear that dredging harms the "
        "oysters; masters of small boats would then be put out of work, and divers, too."
    )
    NEW = (
        "Oysters are said to suffer from dredging, and divers as well as masters, whose work "
        "depends upon them, might lose their trade; nobody has shown, however, that a deeper "
        "harbour does any lasting damage there."
    )

    def test_less_is_asked_of_them(self) -> None:
        old, new = (WELLS, self.OLD, PUMPS, DAMS), (WELLS, self.NEW, PUMPS, DAMS)
        assert "2 > 2" in lines(old, new)

    def test_elsewhere_they_are_strangers(self) -> None:
        old, new = (WELLS, self.OLD, PUMPS, DAMS), (WELLS, PUMPS, self.NEW, DAMS)
        assert "2 > -" in lines(old, new)


class TestCopies:
    """A long text that was printed twice."""

    LONG = f"{WELLS} {DAMS}"

    def test_copies_that_fell_together_are_joined(self) -> None:
        assert lines((self.LONG, PUMPS, self.LONG), (PUMPS, self.LONG)) == ["2 > 1", "1+3 > 2"]

    def test_short_ones_are_not(self) -> None:
        found = lines(("Decides to remain seized.", PUMPS, "Decides to remain seized."),
                      ("Decides to remain seized.", PUMPS))  # fmt: skip
        assert "3 > -" in found


class TestConfusions:
    """What may not confuse: numbers that are hidden, swapped or repeated, tombstones, headings."""

    TEXTS = (WELLS, PUMPS, DAMS, BOOKS)

    def test_numbers_that_are_hidden_change_no_link(self) -> None:
        new = (PUMPS.replace("year", "month"), WELLS, BOOKS, DAMS.replace("broken", "old"))
        numbered = [
            tuple(f"{n}. {each}" for n, each in enumerate(side, 1)) for side in (self.TEXTS, new)
        ]
        assert lines(*numbered) == lines(self.TEXTS, new)

    def test_numbers_that_are_swapped_do_not_swap_the_texts(self) -> None:
        old = tuple(f"{n}. {each}" for n, each in enumerate(self.TEXTS, 1))
        new = (f"2. {WELLS}", f"1. {PUMPS}", f"4. {DAMS}", f"3. {BOOKS}")
        first, second = draft(*old), draft(*new)
        beads = align(first, second).beads
        assert [line(each, first, second) for each in beads] == [
            "1 > 1", "2 > 2", "3 > 3", "4 > 4",
        ]  # fmt: skip
        assert all(each.changes == {Change.RENUMBERING} for each in beads)

    def test_one_number_on_two_paragraphs_merges_nothing(self) -> None:
        old = (f"3bis. {WELLS}", f"3bis. {PUMPS}", f"4. {DAMS}")
        new = (f"3bis. {PUMPS}", f"3bis. {WELLS}", f"4. {DAMS}")
        assert sorted(lines(old, new)) == ["1 > 2", "2 > 1", "3 > 3"]

    def test_an_empty_number_is_followed_by_its_number(self) -> None:
        old = (f"1. {WELLS}", "2. [Deleted]", f"3. {PUMPS}")
        new = (f"1. {WELLS}", "2. [Deleted]", f"2bis. {BOOKS}", f"3. {PUMPS}")
        assert lines(old, new) == ["1 > 1", "2 > 2", "- > 3", "3 > 4"]

    def test_a_heading_does_not_take_the_words_of_a_paragraph(self) -> None:
        old = ("# Wells and springs of every village", WELLS, PUMPS)
        new = ("# Wells", WELLS.replace("salt", "mud"), PUMPS)
        assert "2 > 2" in lines(old, new)


class TestWindows:
    """Where a counterpart is looked for."""

    def windows(self, pairs: dict[int, int], size: int = 100) -> Windows:
        links = Links()
        for old, new in pairs.items():
            links.pair(old, new)
        return Windows.of_old(links, size)

    def test_it_lies_between_the_homes_of_the_neighbours_and_one_beyond(self) -> None:
        assert self.windows({3: 10, 6: 14}).round(5) == range(9, 16)

    def test_neighbours_that_changed_places_span_it_all_the_same(self) -> None:
        assert self.windows({3: 14, 6: 10}).round(5) == range(9, 16)

    def test_a_neighbour_that_went_far_away_is_not_asked(self) -> None:
        assert self.windows({2: 9, 3: 80, 6: 14, 7: 15}).round(5) == range(8, 16)

    def test_it_stops_at_both_ends_of_the_text(self) -> None:
        assert self.windows({1: 1}, 4).round(0) == range(3)
        assert self.windows({1: 1}, 4).round(2) == range(4)

    def test_a_long_gap_is_searched_where_the_place_would_be(self) -> None:
        window = self.windows({0: 0, 99: 999}, 1000).round(50)
        assert 450 < window.start < 505 < window.stop < 560


class TestStems:
    """What is compared of words."""

    def test_words_of_one_family_are_one_stem(self) -> None:
        pages = Pages(draft("They mobilised boats."), draft("The mobilization of boats."))
        stems = Stems(pages)
        assert stems.old(0) & stems.new(0) == {"mobili", "boats"}

    def test_rare_stems_weigh_more_and_unknown_ones_most(self) -> None:
        text = draft(WELLS, PUMPS, DAMS, f"{BOOKS} {PUMPS}")
        stems = Stems(Pages(text, text))
        assert stems.weight(["the"]) < stems.weight(["pumps"]) < stems.weight(["canoe"])
        assert stems.weight([]) == 0.0


@pytest.mark.skipif(
    not paris.FOLDER.exists(), reason="the shared documents are not beside the project"
)
def test_a_treaty_between_two_drafts_is_aligned_as_a_reader_did() -> None:
    """The floor under the figures of `python -m bench paris`."""
    (path,) = Path(paris.FOLDER).glob("gold-*.tsv")
    key = paris.read_key(path)
    said, unsure = by_amend(key.old, key.new), key.all - key.sure
    assert share(said, key.sure, unsure).f1 >= 0.93
    assert share_of_parted(said, key.sure, unsure).f1 >= 0.85
    assert share(said, key.all).f1 >= 0.90


def test_links_of_splits_and_merges_are_those_with_company() -> None:
    links = {(0, 0), (1, 1), (1, 2), (3, 4), (5, 4)}
    assert several(links) == {(1, 1), (1, 2), (3, 4), (5, 4)}
    said = {(0, 0), (1, 1), (3, 4), (3, 5)}
    assert share_of_parted(said, links) == (3, 4, 2)
    assert share(said, links, {(3, 4)}) == (3, 5, 2)
