"""Comments of a Word file: the words they are pinned to, their answers, and their end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from amend.model.source import Block, Comment, Reply, SourceText
from amend.notices import Code
from amend.parse.draft import parse
from amend.read.docx import read_bytes
from tests.builders import (
    THREAD_LINKS,
    WHEN,
    comment,
    commented,
    deleted,
    docx,
    ins,
    para,
    row,
    run,
    table,
    threads,
)


def source(*body: str, said: str, **parts: str) -> SourceText:
    data = docx(*body, comments=said, **parts)  # type: ignore[arg-type]
    return read_bytes(data, "draft.docx")


def threaded(
    *body: str,
    said: str,
    over: Mapping[int, int] | None = None,
    done: Iterable[int] = (),
    times: Mapping[int, str] | None = None,
) -> SourceText:
    parts = threads(over, done, times)
    return read_bytes(docx(*body, comments=said, parts=parts, links=THREAD_LINKS), "draft.docx")


def comments(found: SourceText) -> list[Comment]:
    return [each for block in found.blocks for each in block.comments]


def only(found: SourceText) -> Comment:
    (comment,) = comments(found)
    return comment


def with_comments(found: SourceText) -> list[Block]:
    return [block for block in found.blocks if block.comments]


class TestAnchors:
    def test_the_anchor_is_read_with_changes_accepted_and_rejected(self) -> None:
        words = run("we ") + deleted("ensure") + ins("grant") + run(" it")
        found = only(source(para(commented(words, 1)), said=comment("Why?", 1)))
        assert (found.anchor, found.anchor_before) == ("we grant it", "we ensure it")

    def test_a_comment_pinned_to_deleted_words_names_them(self) -> None:
        found = only(source(para("We ", commented(deleted("ensure"), 1)), said=comment("No", 1)))
        assert (found.anchor, found.anchor_before) == ("ensure", None)

    def test_a_comment_pinned_to_inserted_words_had_no_anchor_before(self) -> None:
        found = only(source(para("We ", commented(ins("grant"), 1)), said=comment("No", 1)))
        assert (found.anchor, found.anchor_before) == ("grant", "")

    def test_a_comment_without_a_range_stands_where_it_is_named(self) -> None:
        named = '<w:r><w:commentReference w:id="1"/></w:r>'
        found = source(para("One."), para("Two.", named), said=comment("Hm", 1))
        assert [block.after for block in with_comments(found)] == ["Two."]
        assert only(found).anchor == ""

    def test_a_range_that_begins_between_paragraphs_belongs_to_the_next(self) -> None:
        start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
        found = source(para("One."), start, para("Two."), end, said=comment("Hm", 1))
        assert [block.after for block in with_comments(found)] == ["Two."]
        assert only(found).anchor == "Two."

    def test_a_range_that_begins_behind_the_last_word_belongs_to_the_next_paragraph(self) -> None:
        start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
        found = source(para("One.", start), para("Two.", end), said=comment("Hm", 1))
        assert [block.after for block in with_comments(found)] == ["Two."]

    def test_a_range_behind_everything_belongs_to_the_last_paragraph(self) -> None:
        start = '<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/>'
        found = source(para("One."), para("Two."), start, said=comment("Hm", 1))
        assert [block.after for block in with_comments(found)] == ["Two."]

    def test_a_range_over_several_paragraphs_stands_at_the_first_with_all_words(self) -> None:
        opened = para("One ", '<w:commentRangeStart w:id="1"/>', "two.")
        closed = para("Five", '<w:commentRangeEnd w:id="1"/>', " six.")
        found = source(opened, para("Three four."), closed, said=comment("Hm", 1))
        assert only(found).anchor == "two.\nThree four.\nFive"
        assert with_comments(found)[0].source.block == 1

    def test_a_comment_in_a_note_or_a_cell_stands_there(self) -> None:
        note = f'<w:footnote w:id="2">{para("Note ", commented("this", 1))}</w:footnote>'
        reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        cell = table(row(para("Cell ", commented("that", 2))))
        said = comment("a", 1) + comment("b", 2)
        found = source(para("We act.", reference), cell, said=said, footnotes=note)
        assert [(block.after, block.comments[0].anchor) for block in with_comments(found)] == [
            ("Cell that", "that"),
            ("Note this", "this"),
        ]

    def test_two_comments_over_each_other_keep_their_own_words(self) -> None:
        inner = commented(run("b"), 2)
        found = comments(
            source(
                para(commented(run("a ") + inner + run(" c"), 1)),
                said=comment("out", 1) + comment("in", 2),
            )
        )
        assert [(each.text, each.anchor) for each in found] == [("out", "a b c"), ("in", "b")]

    def test_a_comment_on_an_empty_line_goes_to_the_next_paragraph(self) -> None:
        found = source(
            para("1. One."), para(commented("", 1)), para("2. Two."), said=comment("Hm", 1)
        )
        assert [len(each.comments) for each in parse(found, "Rev 1").paragraphs] == [0, 1]

    def test_a_comment_on_the_last_empty_line_goes_to_the_last_paragraph(self) -> None:
        found = source(
            para("1. One."), para("2. Two."), para(commented("", 1)), said=comment("Hm", 1)
        )
        assert [len(each.comments) for each in parse(found, "Rev 1").paragraphs] == [0, 1]


class TestThreads:
    SAID = (
        comment("Why?", 1, "Ann")
        + comment("Agree", 2, "Ben")
        + comment("Me too", 3, "Cem")
        + comment("Apart", 4, "Dee")
    )

    def test_answers_stand_under_their_comment_in_the_order_of_the_thread(self) -> None:
        body = para(commented(commented(commented("act", 3), 2), 1), " and ", commented("rest", 4))
        first, second = comments(threaded(body, said=self.SAID, over={2: 1, 3: 1}))
        assert first.replies == (Reply("Ben", WHEN, "Agree"), Reply("Cem", WHEN, "Me too"))
        assert (first.author, first.anchor) == ("Ann", "act")
        assert (second.text, second.replies) == ("Apart", ())

    def test_an_answer_to_an_answer_belongs_to_the_same_thread(self) -> None:
        found = threaded(para(commented("act", 1)), said=self.SAID, over={2: 1, 3: 2})
        assert [each.text for each in comments(found)[0].replies] == ["Agree", "Me too"]

    def test_a_thread_of_which_only_an_answer_is_pinned_stands_there(self) -> None:
        found = threaded(para(commented("act", 2)), said=self.SAID, over={2: 1, 3: 1})
        assert (comments(found)[0].text, comments(found)[0].anchor) == ("Why?", "act")
        assert [each.text for each in comments(found)[0].replies] == ["Agree", "Me too"]

    @pytest.mark.parametrize("over", [{1: 2, 2: 1}, {1: 1}, {2: 9}])
    def test_circles_and_lost_parents_lose_no_comment(self, over: dict[int, int]) -> None:
        body = para(commented("act", 1), commented("now", 2))
        said = comment("Why?", 1) + comment("Agree", 2)
        assert {each.text for each in comments(threaded(body, said=said, over=over))} == {
            "Why?",
            "Agree",
        }

    def test_a_resolved_comment_says_so(self) -> None:
        body = para(commented("act", 1), commented("now", 4))
        found = comments(threaded(body, said=self.SAID, over={2: 1, 3: 1}, done={1}))
        assert [each.is_resolved for each in found] == [True, False]

    def test_the_time_in_utc_wins_over_the_local_one(self) -> None:
        found = threaded(
            para(commented("act", 1)),
            said=comment("Why?", 1, date="2024-05-06T09:08:00Z"),
            times={1: "2024-05-06T07:08:00Z"},
        )
        assert only(found).date == "2024-05-06T07:08:00Z"

    def test_without_the_parts_that_tie_them_comments_stand_alone(self) -> None:
        body = para(commented(commented("act", 2), 1))
        found = source(body, said=comment("Why?", 1) + comment("Agree", 2))
        assert [(each.text, each.is_resolved) for each in comments(found)] == [
            ("Why?", False),
            ("Agree", False),
        ]

    def test_a_thread_that_nothing_names_is_one_notice(self) -> None:
        found = threaded(para("We act."), said=self.SAID, over={2: 1, 3: 1, 4: 1})
        (notice,) = (each for each in found.notices if each.code is Code.TEXT_SKIPPED)
        assert "Why?" in notice.text
        assert "Agree" in notice.text
