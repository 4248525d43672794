"""The measure of numbers against pages, on pages written out here."""

from __future__ import annotations

from bench.word import seen_before

PAGES = """
     Decision 1
 1.      Decides to convene a conference of all the parties in the
   year that follows;
    (a)  To invite the observers;
         Parties
  B.   Parties
"""


def test_the_number_is_what_stands_before_the_words_on_their_line() -> None:
    texts = [
        "Decision 1",
        "Decides to convene a conference of all the parties in the year that follows;",
        "To invite the observers;",
        "Parties",
        "Parties",
    ]
    assert seen_before(PAGES, texts) == ["", "1.", "(a)", "", "B."]


def test_what_is_on_no_page_or_out_of_order_is_not_made_up() -> None:
    texts = [
        "To invite the observers;",
        "Decision 1",
        "Nowhere to be seen on any page of this",
        "Decides to convene a conference of all the parties",
        "Parties",
    ]
    assert seen_before(PAGES, texts) == [None, "", None, "1.", ""]
