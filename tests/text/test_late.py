"""A pattern that is compiled when it is first asked."""

from __future__ import annotations

import re

import pytest

from amend.text.late import late


def test_a_late_pattern_answers_like_a_compiled_one() -> None:
    late_one, compiled = (
        late(r"(?P<word>\w+)!", re.IGNORECASE),
        re.compile(r"(?P<word>\w+)!", re.IGNORECASE),
    )
    assert late_one.sub("?", "one! two!") == compiled.sub("?", "one! two!")
    assert [each["word"] for each in late_one.finditer("one! two!")] == ["one", "two"]
    assert late_one.pattern == compiled.pattern
    assert late_one.flags == compiled.flags


def test_a_late_pattern_is_not_compiled_before_it_is_asked() -> None:
    faulty = late("(")
    with pytest.raises(re.error):
        faulty.search("anything")
