"""What is told of the numbers of a draft, and how often."""

from __future__ import annotations

import pytest

from amend.model.source import SourceText
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.passages import blocks_of


@pytest.mark.parametrize(
    ("twice", "told"),
    [
        (3, "3 stands twice; the first is in block 3."),
        (4, "1 more number stands twice."),
        (39, "36 more numbers stand twice."),
    ],
)
def test_beyond_three_numbers_that_stand_twice_are_counted(twice: int, told: str) -> None:
    lines = [f"{number}. We meet {number} times." for number in range(1, twice + 1)]
    text = "\n\n".join(lines * 2)
    notices = parse(SourceText("a.txt", "", "txt", blocks_of(text)), "Rev 1").notices
    repeated = [each.text for each in notices if each.code is Code.LABEL_REPEATED]
    assert (len(repeated), repeated[-1]) == (min(twice, 4), told)
