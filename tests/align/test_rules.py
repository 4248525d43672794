"""Each rule of an alignment by itself: two drafts, and the link that turns on the rule."""

from __future__ import annotations

from dataclasses import replace

import amend
from amend.align import align, through
from amend.labels import Label
from amend.model.alignment import Alignment, Bead, Change
from amend.model.draft import Revision, Role
from amend.model.ruling import Matter, Named, PersonRuling

WELLS = "We commit to protect the wells and springs of every village from salt and from oil."
PUMPS = "The parties report each year on the state of pumps, pipes and locks to the assembly."
DAMS = "A fund for broken dams is set up under the authority of the conference and fed by gifts."
BOOKS = "All tolls shall be written down in two books, one open and one sealed, for ten years."
SEIZED = "Decides to remain seized of the matter."


def draft(name: str, *numbered: str) -> Revision:
    return amend.read_text("\n\n".join(numbered), name=name)


def line(bead: Bead) -> str:
    """A bead in a line: "2 > 1", "2 > -", "- > 3", "1 > 1+2"."""
    sides = ("+".join(str(each.label) for each in side) or "-" for side in (bead.old, bead.new))
    return " > ".join(sides)


def aligned(old: tuple[str, ...], new: tuple[str, ...], *rulings: PersonRuling) -> Alignment:
    return align(draft("old", *old), draft("new", *new), rulings)


def links(old: tuple[str, ...], new: tuple[str, ...], *rulings: PersonRuling) -> list[str]:
    return [line(bead) for bead in aligned(old, new, *rulings).beads]


def unlink(old: str, new: str) -> PersonRuling:
    return PersonRuling(
        Matter.UNLINK, "Ann", "2026-01-02", old_revision="old", revision="new",
        old=(Named(Label.parse(old)),), new=(Named(Label.parse(new)),),
    )  # fmt: skip


def link(old: str, new: str) -> PersonRuling:
    named = tuple(Named(Label.parse(each)) for each in new.split())
    return replace(unlink(old, old), matter=Matter.LINK, new=named)


class TestCopies:
    """One text that stands several times."""

    def test_a_copy_stays_with_what_stands_near_it(self) -> None:
        edited = PUMPS.replace("each year", "in spring"), DAMS.replace("gifts", "dues")
        old = (
            f"1. {WELLS}", "2. Aa bb cc dd ee.", "3. Ff gg hh ii jj.", "4. Kk ll mm nn oo.",
            f"5. {SEIZED}", f"6. {PUMPS}", f"7. {SEIZED}", f"8. {DAMS}", f"9. {BOOKS}",
        )  # fmt: skip
        new = (
            f"1. {WELLS}", f"12. {edited[0]}", f"13. {SEIZED}", f"14. {edited[1]}", f"15. {BOOKS}",
        )  # fmt: skip
        found = links(old, new)
        assert "7 > 13" in found
        assert "5 > -" in found

    def test_a_copy_without_neighbours_goes_by_its_number(self) -> None:
        assert links((f"1. {SEIZED}", f"2. {SEIZED}"), (f"2. {SEIZED}",)) == ["1 > -", "2 > 2"]


class TestLikeness:
    """How much two paragraphs must share."""

    def test_four_words_of_ten_in_common_are_one_paragraph(self) -> None:
        old = "1. Aa bb cc dd ee ff gg hh ii jj."
        new = "7. Kk ll aa bb cc dd mm nn oo pp."
        assert links((old, f"2. {WELLS}"), (f"6. {WELLS}", new)) == ["2 > 6", "1 > 7"]

    def test_two_words_of_ten_are_not(self) -> None:
        old = "1. Aa bb cc dd ee ff gg hh ii jj."
        new = "7. Kk ll aa bb qq rr mm nn oo pp."
        assert links((old, f"2. {WELLS}"), (f"6. {WELLS}", new)) == ["1 > -", "2 > 6", "- > 7"]

    def test_a_short_paragraph_that_went_into_a_long_one_is_found_there(self) -> None:
        more = " ".join(f"{a}{b}" for a in "abcdef" for b in "stuvwx")
        old = "1. Aa bb cc dd ee ff gg hh ii jj."
        new = f"7. Aa bb cc dd ee ff gg hh zz yy {more}."
        assert links((old, f"2. {WELLS}"), (f"6. {WELLS}", new)) == ["2 > 6", "1 > 7"]

    def test_a_part_of_it_proves_nothing(self) -> None:
        more = " ".join(f"{a}{b}" for a in "abcdef" for b in "stuvwx")
        old = "1. Aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp."
        new = f"7. Aa bb cc dd ee ff gg zz yy {more}."
        found = links((old, f"2. {WELLS}"), (f"6. {WELLS}", new))
        assert found == ["1 > -", "2 > 6", "- > 7"]

    def test_where_words_leave_it_open_the_number_decides(self) -> None:
        old = (
            "1. Aa bb cc dd ee ff gg uu.",
            f"2. {WELLS}",
            f"9. {DAMS}",
            "3. Aa bb cc dd ee ff gg vv.",
        )
        assert "3 > 3" in links(old, (f"1. {WELLS}", f"2. {BOOKS}", "3. Aa bb cc dd ee ff gg ww."))

    def test_pairs_of_words_tie_where_no_three_stand_together(self) -> None:
        old, new = ("1. Aa bb cc dd.", f"2. {WELLS}"), (f"1. {WELLS}", "2. Aa bb ee cc dd.")
        assert links(old, new) == ["2 > 1", "1 > 2"]

    def test_where_words_leave_it_open_the_place_decides(self) -> None:
        old = ("1. Aa bb cc dd ee ff gg uu.", f"2. {WELLS}", "3. Aa bb cc dd ee ff gg vv.")
        assert "3 > 8" in links(old, (f"7. {WELLS}", "8. Aa bb cc dd ee ff gg ww."))

    def test_words_outweigh_the_number(self) -> None:
        old = (
            "1. Aa bb cc dd ee ff gg hh ii jj.",
            f"2. {WELLS}",
            "3. Aa bb cc dd ee ff gg zz yy xx.",
        )
        new = ("3. Aa bb cc dd ee ff gg hh ii.", f"4. {WELLS}")
        assert "1 > 3" in links(old, new)


class TestKinds:
    """Headings and paragraphs."""

    def links(self, heading: str, paragraph: str) -> list[str]:
        old = draft("old", f"1. {WELLS}", f"2. {heading}")
        first, second = old.paragraphs
        titled = replace(old, paragraphs=(first, replace(second, role=Role.HEADING)))
        return [line(bead) for bead in align(titled, draft("new", f"3. {paragraph}")).beads]

    def test_a_heading_does_not_become_a_paragraph_of_half_its_words(self) -> None:
        assert "2 > 3" not in self.links("Aa bb cc dd ee ff gg hh.", "Aa bb cc dd ii jj kk ll.")

    def test_a_heading_becomes_a_paragraph_of_nearly_all_its_words(self) -> None:
        assert "2 > 3" in self.links("Aa bb cc dd ee ff gg hh.", "Aa bb cc dd ee ff gg hh ii.")


class TestParts:
    """What is left of a split, a join or a passage that went over."""

    REST = "and aa bb cc dd ee"

    def test_a_paragraph_of_which_half_came_from_another_is_part_of_a_split(self) -> None:
        old = (f"1. {WELLS} {BOOKS}",)
        new = (f"1. {WELLS}", f"2. {' '.join(BOOKS.split()[:9])} {self.REST}.")
        assert links(old, new) == ["1 > 1+2"]

    def test_a_paragraph_of_which_a_fifth_came_from_another_is_new(self) -> None:
        words = " ".join(f"{a}{b}" for a in "abcdef" for b in "stuvwx")
        passage = " ".join(BOOKS.split()[:7])
        old = (f"1. {WELLS} {passage}.",)
        assert links(old, (f"1. {WELLS}", f"2. {passage} {words}.")) == ["1 > 1", "- > 2"]

    def test_eight_words_that_went_over_are_told_and_seven_are_not(self) -> None:
        words = BOOKS.split()
        for size, told in ((7, []), (8, [8])):
            passage = " ".join(words[:size]).rstrip(",")
            old, new = (
                (f"1. {WELLS} {passage}", f"2. {DAMS}"),
                (f"1. {WELLS}", f"2. {DAMS} {passage}"),
            )
            assert [each.words for each in aligned(old, new).transfers] == told

    def test_a_person_parts_what_would_be_a_split_or_a_transfer(self) -> None:
        both, apart = (f"1. {WELLS} {PUMPS}",), (f"1. {WELLS}", f"2. {PUMPS}")
        assert links(both, apart, unlink("1", "2")) == ["1 > 1", "- > 2"]
        old, new = (f"1. {WELLS} {BOOKS}", f"2. {DAMS}"), (f"1. {WELLS}", f"2. {DAMS} {BOOKS}")
        assert aligned(old, new, unlink("1", "2")).transfers == ()


class TestArticles:
    """A heading goes where most of its text went."""

    def heading(self, *texts: str) -> str:
        """The new article that Article 2 of three paragraphs became; `texts` follow Article 9."""
        rest = [each for each in (WELLS, *self.SHORT) if each not in texts]
        old = ("Article 2", f"1. {WELLS}", *(f"{n}. {t}" for n, t in enumerate(self.SHORT, 2)))
        new = ["Article 8", *(f"{n}. {each}" for n, each in enumerate(rest, 1))]
        new += ["Article 9", *(f"{n}. {each}" for n, each in enumerate(texts, 1))]
        found = links(old, tuple(new))
        return next(each for each in found if each.startswith("Art2 > "))

    SHORT = ("Aa bb cc dd ee.", "Ff gg hh ii jj.")

    def test_it_goes_by_the_length_of_the_text_and_not_by_the_number_of_paragraphs(self) -> None:
        assert self.heading(WELLS) == "Art2 > Art9"
        assert self.heading(*self.SHORT) == "Art2 > Art8"


class TestGaps:
    """What stands between two sure links, and shares little."""

    def links(self, old: str, new: str) -> list[str]:
        return links((f"1. {WELLS}", old, f"5. {DAMS}"), (f"1. {WELLS}", new, f"5. {DAMS}"))

    def test_small_words_alone_do_not_tie_the_same_number(self) -> None:
        assert "2 > 2" not in self.links("2. In aa of bb by cc.", "2. In dd of ee by ff.")

    def test_under_other_numbers_more_is_asked(self) -> None:
        assert "2 > 3" not in self.links("2. Aa of bb.", "3. Aa in cc dd.")
        assert "2 > 2" in self.links("2. Aa of bb.", "2. Aa in cc dd.")

    def test_half_of_the_words_are_enough_under_other_numbers(self) -> None:
        assert "2 > 3" in self.links("2. Aa of bb.", "3. Aa in bb.")

    def test_a_long_text_in_which_something_is_deleted_is_no_empty_number(self) -> None:
        new = "2. Every deleted entry is struck out in red."
        assert "2 > 2" not in self.links(f"2. {PUMPS}", new)

    def test_only_neighbours_are_tied_by_their_number(self) -> None:
        old = (f"1. {WELLS}", f"2. {DAMS}", "3. Aa of bb.", f"4. {BOOKS}")
        new = (f"1. {WELLS}", "3. Aa in cc dd.", f"2. {DAMS}", f"4. {BOOKS}")
        assert "3 > 3" not in links(old, new)
        assert "3 > 3" not in links(new, old)

    def test_numbers_without_words_are_not_tied_to_other_numbers(self) -> None:
        found = links((f"1. {WELLS}", "2."), (f"1. {WELLS}", "3."))
        assert found == ["1 > 1", "2 > -", "- > 3"]


class TestSayings:
    """What a bead says of itself."""

    def test_a_person_who_parted_two_is_named_on_both(self) -> None:
        text = (f"1. {WELLS}", f"2. {PUMPS}")
        found = aligned(text, text, unlink("2", "2")).beads
        assert [(line(each), each.by) for each in found] == [
            ("1 > 1", "amend"), ("2 > -", "Ann"), ("- > 2", "Ann"),
        ]  # fmt: skip

    def test_words_that_changed_places_are_not_the_same_words(self) -> None:
        (bead,) = aligned(("1. Aa bb cc dd ee ff gg.",), ("1. Dd ee ff gg aa bb cc.",)).beads
        assert bead.changes == {Change.SUBSTITUTION}
        assert bead.score < 1.0

    def test_a_split_stands_where_its_first_part_stands(self) -> None:
        old, new = (
            (f"1. {WELLS} {PUMPS}", f"2. {DAMS}"),
            (f"1. {WELLS}", f"2. {DAMS}", f"3. {PUMPS}"),
        )
        assert links(old, new) == ["1 > 1+3", "2 > 2"]

    def test_of_two_rulings_on_one_paragraph_the_last_stands(self) -> None:
        text = (f"1. {WELLS}", f"2. {PUMPS}", f"3. {DAMS}")
        found = links(text, text, link("3", "2"), link("2", "2"), link("1", "2"), unlink("1", "2"))
        assert found == ["1 > 1", "2 > 2", "3 > 3"]
        found = links(text, text, unlink("1", "2"), link("1", "2"))
        assert found == ["- > 1", "1 > 2", "2 > -", "3 > 3"]

    def test_a_paragraph_a_person_tied_is_not_taken_over_by_another_ruling(self) -> None:
        text = (f"1. {WELLS}", f"2. {PUMPS}", f"3. {DAMS}")
        assert links(text, text, link("1", "1 2"), link("2", "2")) == ["1 > 1", "2 > 2", "3 > 3"]

    def test_a_ruling_on_a_fate_ties_nothing(self) -> None:
        text = (f"1. {WELLS}", f"2. {PUMPS}")
        fate = replace(link("1", "2"), matter=Matter.FATE)
        assert links(text, text, fate) == ["1 > 1", "2 > 2"]


class TestThroughRevisionsBetween:
    """Beads from a base to a later revision, by way of those of its neighbours."""

    GONE, CAME = frozenset({Change.REPEAL}), frozenset({Change.INSERTION})

    def through(self, mid: int, new: int) -> list[tuple[str, frozenset[Change]]]:
        """Two paragraphs become `mid` ones, those become `new` ones; a direct look sees nothing."""
        base = draft("1", f"1. {WELLS}", f"2. {PUMPS}")
        middle = draft("2", *(f"{n}. {text}" for n, text in enumerate((DAMS, BOOKS)[:mid], 1)))
        later = draft("3", *(f"{n}. Aa bb {n}." for n in range(7, 7 + new)))
        direct = [Bead((each,), (), 0.0, self.GONE) for each in base.paragraphs]
        direct += [Bead((), (each,), 0.0, self.CAME) for each in later.paragraphs]
        chain = (
            Alignment("1", "2", (Bead(base.paragraphs, middle.paragraphs, 0.5),)),
            Alignment("2", "3", (Bead(middle.paragraphs, later.paragraphs, 0.5),)),
        )
        found = through(base, Alignment("1", "3", tuple(direct)), chain)
        return [(line(each), each.changes) for each in found]

    def test_a_paragraph_two_became_is_given_to_one_of_them_only(self) -> None:
        assert self.through(1, 1) == [
            ("1 > 7", {Change.SUBSTITUTION, Change.RENUMBERING}), ("2 > -", self.GONE),
        ]  # fmt: skip

    def test_several_it_became_are_a_split(self) -> None:
        first, _ = self.through(1, 2)
        changes = frozenset({Change.SUBSTITUTION, Change.SPLIT, Change.RENUMBERING})
        assert first == ("1 > 7+8", changes)
