"""Which paragraph became which: the cases a clerk would point at."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from amend.align import align
from amend.labels import Label
from amend.model.alignment import Alignment, Bead, Change
from amend.model.draft import Revision, Role
from amend.model.ruling import Matter, Named, PersonRuling
from amend.notices import Code
from amend.parse.draft import parse
from amend.read import read
from amend.read.txt import read_text

PARIS = Path(__file__).parents[2] / ".." / "shared" / "data" / "paris"
needs_paris = pytest.mark.skipif(not PARIS.is_dir(), reason="the shared documents are not here")

WELLS = "We commit to protect the wells and springs of every village from salt and from oil."
PUMPS = "The parties report each year on the state of pumps, pipes and locks to the assembly."
ACCOUNTS = "The secretary publishes the accounts of the river commission before its spring session."
PILOTS = "Members encourage the exchange of young pilots between ports, with full pay throughout."
DAMS = "A fund for broken dams is set up under the authority of the conference and fed by gifts."
SEIZED = "Decides to remain seized of the matter."
BOOKS = "All tolls shall be written down in two books, one open and one sealed, for ten years."


def draft(text: str, name: str) -> Revision:
    return parse(read_text(text), name)


def aligned(old: str, new: str, *rulings: PersonRuling) -> Alignment:
    return align(draft(old, "old"), draft(new, "new"), rulings)


def shown(bead: Bead) -> str:
    """A bead in a line: "2 > 1 relocation, renumbering"; repeated labels with their place."""
    sides = ("+".join(str(each.label or each.id) for each in side) for side in (bead.old, bead.new))
    return " ".join(f"{' > '.join(sides)} {', '.join(sorted(bead.changes))}".split())


def beads(old: str, new: str, *rulings: PersonRuling) -> list[str]:
    return [shown(bead) for bead in aligned(old, new, *rulings).beads]


def rule(matter: Matter, old: str, new: str) -> PersonRuling:
    return PersonRuling(
        matter,
        "Ann",
        "2026-01-02",
        old_revision="old",
        revision="new",
        old=tuple(Named(Label.parse(each)) for each in old.split()),
        new=tuple(Named(Label.parse(each)) for each in new.split()),
    )


class TestOneToOne:
    """A paragraph that stays itself."""

    def test_equal_revisions_change_nothing(self) -> None:
        text = f"1. {WELLS}\n2. {PUMPS}"
        assert beads(text, text) == ["1 > 1", "2 > 2"]

    def test_edited_words_are_a_substitution_with_their_share(self) -> None:
        (bead,) = aligned(f"1. {WELLS}", f"1. {WELLS.replace('every', 'each')}").beads
        assert bead.changes == {Change.SUBSTITUTION}
        assert bead.score == pytest.approx(15 / 16)
        assert bead.reason == "94% of their words in common, in order"

    def test_a_new_and_a_lost_paragraph_stand_alone_in_reading_order(self) -> None:
        assert beads(f"1. {WELLS}\n2. {PUMPS}", f"1. {WELLS}\n2. {DAMS}") == [
            "1 > 1", "2 > repeal", "> 2 insertion",
        ]  # fmt: skip

    def test_a_paragraph_under_another_number_is_renumbered(self) -> None:
        assert beads(f"1. {WELLS}\n2. {PUMPS}", f"1. {WELLS}\n1bis. {DAMS}\n3. {PUMPS}") == [
            "1 > 1", "> 1bis insertion", "2 > 3 renumbering",
        ]  # fmt: skip

    def test_chinese_paragraphs_are_told_apart_by_their_signs(self) -> None:
        one, other = (
            "承认人类家庭所有成员的固有尊严及其平等的权利。",
            "各会员国业已誓愿同联合国合作。",
        )
        assert beads(f"1. {one}\n2. {other}", f"1. {other}\n2. {one[:-4]}。") == [
            "2 > 1 relocation, renumbering", "1 > 2 renumbering, substitution",
        ]  # fmt: skip

    def test_an_empty_revision_is_all_new(self) -> None:
        assert beads("", f"1. {WELLS}") == ["> 1 insertion"]
        assert beads(f"1. {WELLS}", "") == ["1 > repeal"]


class TestMoves:
    """Order that changes."""

    def test_only_the_paragraph_that_moved_is_called_moved(self) -> None:
        old = f"1. {WELLS}\n2. {PUMPS}\n3. {PILOTS}\n4. {DAMS}"
        assert beads(old, f"1. {DAMS}\n2. {WELLS}\n3. {PUMPS}\n4. {PILOTS}") == [
            "4 > 1 relocation, renumbering", "1 > 2 renumbering", "2 > 3 renumbering",
            "3 > 4 renumbering",
        ]  # fmt: skip

    def test_where_labels_and_words_disagree_the_words_win(self) -> None:
        assert beads(f"1. {WELLS}\n2. {PUMPS}", f"1. {PUMPS}\n2. {WELLS}") == [
            "2 > 1 relocation, renumbering", "1 > 2 renumbering",
        ]  # fmt: skip

    def test_a_moved_and_edited_paragraph_is_followed(self) -> None:
        edited = DAMS.replace("gifts", "dues")
        old, new = f"1. {WELLS}\n2. {PUMPS}\n3. {DAMS}", f"1. {edited}\n2. {WELLS}\n3. {PUMPS}"
        assert beads(old, new)[0] == "3 > 1 relocation, renumbering, substitution"


class TestSplitsAndJoins:
    """One that became several, and several that became one."""

    def test_a_split_is_one_bead(self) -> None:
        assert beads(f"1. {WELLS} {PUMPS}\n2. {DAMS}", f"1. {WELLS}\n2. {PUMPS}\n3. {DAMS}") == [
            "1 > 1+2 split", "2 > 3 renumbering",
        ]  # fmt: skip

    def test_a_split_into_three_is_one_bead(self) -> None:
        new = f"1. {WELLS}\n2. {PUMPS}\n3. {DAMS}"
        assert beads(f"1. {WELLS} {PUMPS} {DAMS}", new) == ["1 > 1+2+3 split"]

    def test_a_join_is_one_bead(self) -> None:
        assert beads(f"1. {WELLS}\n2. {PUMPS}\n3. {DAMS}", f"1. {WELLS} {PUMPS}\n2. {DAMS}") == [
            "1+2 > 1 join", "3 > 2 renumbering",
        ]  # fmt: skip

    def test_a_sentence_that_went_over_is_a_transfer_beside_the_beads(self) -> None:
        found = aligned(f"1. {WELLS} {BOOKS}\n2. {DAMS}", f"1. {WELLS}\n2. {DAMS} {BOOKS}")
        assert [shown(bead) for bead in found.beads] == ["1 > 1 substitution", "2 > 2 substitution"]
        (transfer,) = found.transfers
        assert (transfer.old, transfer.new, transfer.words) == ("p1", "p2", len(BOOKS.split()))


class TestRepeats:
    """Words and labels that stand more than once."""

    def test_copies_of_a_stock_sentence_keep_their_neighbours(self) -> None:
        old = f"1. {WELLS}\n2. {SEIZED}\n3. {PUMPS}\n4. {SEIZED}\n5. {DAMS}\n6. {SEIZED}"
        assert beads(old, f"1. {WELLS}\n2. {SEIZED}\n3. {PUMPS}\n4. {DAMS}\n5. {SEIZED}") == [
            "1 > 1", "2 > 2", "3 > 3", "4 > repeal", "5 > 4 renumbering", "6 > 5 renumbering",
        ]  # fmt: skip

    def test_copies_that_all_stay_pair_off_in_order(self) -> None:
        old = "\n".join(f"{n}. {SEIZED}" for n in range(1, 6))
        assert beads(old, old) == [f"{n} > {n}" for n in range(1, 6)]

    def test_paragraphs_under_one_label_go_by_their_words(self) -> None:
        found = aligned(
            f"3. {WELLS}\n3bis. {PUMPS}\n3bis. {DAMS}",
            f"3. {WELLS}\n3bis. {DAMS}\n3bis. {PUMPS} Indeed.",
        )
        assert [(bead.old[0].id, bead.new[0].id) for bead in found.beads] == [
            ("p1", "p1"), ("p3", "p2"), ("p2", "p3"),
        ]  # fmt: skip

    def test_the_option_that_was_chosen_goes_on(self) -> None:
        old = f"1. {WELLS}\n\nOption 1:\n\n2. {PUMPS}\n\nOption 2:\n\n2. {DAMS}"
        found = aligned(old, f"1. {WELLS}\n\n2. {DAMS}")
        assert [(bead.old[0].text, len(bead.new)) for bead in found.beads] == [
            (WELLS, 1), ("", 0), (PUMPS, 0), ("", 0), (DAMS, 1),
        ]  # fmt: skip


class TestTombstones:
    """Numbers that outlive their words."""

    @pytest.mark.parametrize("words", ["[Deleted]", "(Supprimé)", "[Reserved]", ""])
    def test_a_number_kept_alive_is_its_old_paragraph(self, words: str) -> None:
        old = f"1. {WELLS}\n2. {PUMPS}\n3. {DAMS}"
        kept = f"1. {WELLS}\n2. {words}\n3. {DAMS}"
        assert beads(old, kept) == ["1 > 1", "2 > 2 substitution", "3 > 3"]
        assert beads(kept, old) == ["1 > 1", "2 > 2 substitution", "3 > 3"]

    def test_two_empty_paragraphs_under_one_number_are_one(self) -> None:
        assert beads(f"1.\n2. {WELLS}\n3.", f"1.\n2. {WELLS}\n3.") == ["1 > 1", "2 > 2", "3 > 3"]


class TestHeadings:
    """A heading goes where its text went."""

    OLD = f"Article 2\n\n1. {WELLS}\n\n2. {PUMPS}\n\nArticle 3\n\n1. {ACCOUNTS}\n\n2. {DAMS}"

    def heads(self, old: str, new: str) -> list[str]:
        return [
            shown(bead)
            for bead in aligned(old, new).beads
            if any(each.role is Role.HEADING for each in (*bead.old, *bead.new))
        ]

    def test_an_inserted_article_renumbers_the_next(self) -> None:
        new = self.OLD.replace("Article 3", f"Article 2bis\n\n1. {PILOTS}\n\nArticle 4")
        assert self.heads(self.OLD, new) == [
            "Art2 > Art2", "> Art2bis insertion", "Art3 > Art4 renumbering",
        ]  # fmt: skip

    def test_articles_that_changed_places_are_not_tied_by_their_numbers(self) -> None:
        new = f"Article 2\n\n1. {ACCOUNTS}\n\n2. {DAMS}\n\nArticle 3\n\n1. {WELLS}\n\n2. {PUMPS}"
        assert sorted(self.heads(self.OLD, new)) == [
            "Art2 > Art3 renumbering", "Art3 > Art2 relocation, renumbering",
        ]  # fmt: skip

    def test_a_title_that_fell_does_not_hide_the_article(self) -> None:
        old = self.OLD.replace("Article 3", "Article 3 (accounts)")
        assert self.heads(old, self.OLD.replace("Article 3", "Article 7")) == [
            "Art2 > Art2", "Art3 > Art7 renumbering, substitution",
        ]  # fmt: skip

    def test_an_article_with_all_new_text_keeps_its_heading(self) -> None:
        new = self.OLD.replace(ACCOUNTS, PILOTS).replace(DAMS, BOOKS)
        assert self.heads(self.OLD, new) == ["Art2 > Art2", "Art3 > Art3"]


class TestPersons:
    """A person's word comes before the words of the text."""

    OLD = f"1. {WELLS}\n2. {PUMPS}\n3. {DAMS}"

    def test_a_link_ties_what_no_word_ties(self) -> None:
        found = aligned(self.OLD, f"1. {WELLS}\n2. {PILOTS}", rule(Matter.LINK, "3", "2"))
        bead = next(bead for bead in found.beads if bead.by != "amend")
        assert shown(bead) == "3 > 2 renumbering, substitution"
        assert (bead.by, bead.reason) == ("Ann", "ruled by Ann on 2026-01-02")

    def test_a_link_outranks_equal_words(self) -> None:
        assert "2 > 3 renumbering, substitution" in beads(
            self.OLD, self.OLD, rule(Matter.LINK, "2", "3")
        )

    def test_a_link_of_several_is_a_join_or_a_split(self) -> None:
        join = beads(self.OLD, f"1. {WELLS}\n2. {PILOTS}", rule(Matter.LINK, "2 3", "2"))
        assert join == ["1 > 1", "2+3 > 2 join, substitution"]
        split = beads(f"1. {WELLS}\n2. {PILOTS}", self.OLD, rule(Matter.LINK, "2", "2 3"))
        assert split == ["1 > 1", "2 > 2+3 split, substitution"]

    def test_an_unlink_parts_equal_words(self) -> None:
        assert beads(self.OLD, self.OLD, rule(Matter.UNLINK, "2", "2")) == [
            "1 > 1", "2 > repeal", "> 2 insertion", "3 > 3",
        ]  # fmt: skip

    @pytest.mark.parametrize("labels", ["9", "3bis"])
    def test_a_ruling_on_a_label_that_is_gone_or_repeated_is_told(self, labels: str) -> None:
        text = f"1. {WELLS}\n3bis. {PUMPS}\n3bis. {DAMS}"
        found = aligned(text, text, rule(Matter.LINK, "1", labels))
        assert [notice.code for notice in found.notices] == [Code.RULING_UNPLACED]
        assert "Ann on 2026-01-02" in str(found.notices[0])

    def test_a_ruling_on_other_revisions_is_not_asked(self) -> None:
        other = PersonRuling(
            Matter.UNLINK, "Ann", "2026-01-02", old_revision="old", revision="newer",
            old=(Named(Label.parse("1")),), new=(Named(Label.parse("1")),),
        )  # fmt: skip
        assert beads(self.OLD, self.OLD, other) == ["1 > 1", "2 > 2", "3 > 3"]


@cache
def day(date: str) -> Revision:
    return parse(read(PARIS / f"{date}.md"), date)


@needs_paris
class TestParis:
    """The last night of the Paris Agreement, when nearly every article got another number."""

    def test_each_article_is_tied_to_its_successor(self) -> None:
        beads_of_night = align(day("9-dec-2015"), day("12-dec-2015")).beads
        old = (
            "1 2 2bis 3 3bis 3ter 4 5 6 7 8 8bis 9 10 11 12 13 14 15 16 18 19 20 21 22 23 24 25 26"
        )
        wanted = {f"Art{number}": f"Art{n}" for n, number in enumerate(old.split(), 1)}
        # Its two paragraphs print those of Article 20 once more, and stand in Article 23.
        del wanted["Art19"]
        found = {
            str(bead.old[0].label): str(bead.new[0].label)
            for bead in beads_of_night
            if bead.old and bead.new and str(bead.old[0].label).startswith("Art")
        }
        assert found == wanted

    def test_each_paragraph_stands_in_exactly_one_bead(self) -> None:
        old, new = day("9-dec-2015"), day("12-dec-2015")
        alignment = align(old, new)
        stood = Counter(each.id for bead in alignment.beads for each in bead.old)
        assert stood == Counter(each.id for each in old.paragraphs)
        stands = Counter(each.id for bead in alignment.beads for each in bead.new)
        assert stands == Counter(each.id for each in new.paragraphs)

    def test_the_text_as_adopted_and_as_issued_differ_in_few_words(self) -> None:
        found = align(day("12-dec-2015"), day("29-jan-2016"))
        assert all(len(bead.old) == len(bead.new) == 1 for bead in found.beads)
        # The first paragraph is a note of those who put the text on the web.
        assert all(bead.score >= 0.8 for bead in found.beads[1:])
