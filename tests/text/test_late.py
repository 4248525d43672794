"""A pattern that is compiled when it is first asked."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import amend
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


def test_every_late_pattern_of_ours_can_be_compiled() -> None:
    kind, found = type(late("")), 0
    for module in walk_packages(amend.__path__, "amend."):
        if not module.name.startswith(
            ("amend.parse.", "amend.text.", "amend.read.", "amend.match.")
        ):
            continue
        for each in vars(import_module(module.name)).values():
            if isinstance(each, kind):
                assert each.groups >= 0
                found += 1
    assert found > 100
