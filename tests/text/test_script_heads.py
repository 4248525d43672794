"""Numbers that open a paragraph in Arabic, Chinese and Russian print."""

from __future__ import annotations

import pytest

from amend.labels import split_head

HEADS = {
    "٩. نص": ("9", "نص"),
    "٩- نص": ("9", "نص"),
    "٩ مكررا - نص": ("9bis", "نص"),
    "9 مكررا ثانيا. نص": ("9ter", "نص"),
    "(أ) نص": ("(a)", "نص"),
    "ب) نص": ("(b)", "نص"),
    "9．我们": ("9", "我们"),
    "10、我们": ("10", "我们"),
    "9之二、我们": ("9bis", "我们"),
    "（一）我们": ("(1)", "我们"),
    "(二) 我们": ("(2)", "我们"),
    "（a）我们": ("(a)", "我们"),
    "一、总则": ("S:I", "总则"),
    "一、我们承诺保护所有儿童。": ("1", "我们承诺保护所有儿童。"),
    "б) дети": ("(b)", "дети"),
    "(г) дети": ("(d)", "дети"),
    "9 бис. Мы": ("9bis", "Мы"),
    "9-тер. Мы": ("9ter", "Мы"),
    "Раздел II": ("S:II", ""),
    "Article premier": ("Art1", ""),
    "Artículo segundo. Toda": ("Art2", "Toda"),
    "1.º Toda": ("1", "Toda"),
    "§ 9 We": ("9", "We"),
}

PROSE = ["في 9 مايو", "9月5日", "十个国家", "в 2022 году", "第一,我们", "أما نص"]


@pytest.mark.parametrize(("text", "head"), HEADS.items())
def test_a_paragraph_opens_with_its_number(text: str, head: tuple[str, str]) -> None:
    found = split_head(text)
    assert found is not None
    assert (str(found[1]), found[2]) == head


@pytest.mark.parametrize("text", PROSE)
def test_prose_opens_with_no_number(text: str) -> None:
    assert split_head(text) is None
