"""What weakens a text is told in six languages: a verb exchanged, a qualifier put in."""

from __future__ import annotations

import pytest

import amend
from amend.model.ruling import Fate, Ruling

P, W = Fate.PARTLY_ADOPTED, Fate.ADOPTED_WITH_CHANGES


def ruled(base: str, asked: str, came: str) -> Ruling:
    old = amend.read_text(f"1. {base}\n", name="Rev 1")
    new = amend.read_text(f"1. {came}\n", name="Rev 2")
    (course,) = amend.judge([amend.proposed(old, "1", asked, by="Delta")], (old, new))
    return course.rulings[0]


@pytest.mark.parametrize(
    ("base", "asked", "came", "fate", "flag"),
    [
        (
            "The parties may protect wells.",
            "The parties shall protect wells and springs in every dry valley of the south.",
            "The parties should protect wells and springs in every dry valley of the south.",
            P, "verb: shall > should",
        ),
        (
            "Les parties peuvent protéger les puits.",
            "Les parties doivent protéger les puits et les sources dans chaque vallée sèche "
            "du sud.",
            "Les parties devraient protéger les puits et les sources dans chaque vallée sèche "
            "du sud.",
            P, "verb: doit > devrait",
        ),
        (
            "Las partes pueden proteger los pozos.",
            "Las partes deberán proteger los pozos y las fuentes en cada valle seco del sur.",
            "Las partes deberían proteger los pozos y las fuentes en cada valle seco del sur.",
            P, "verb: deberá > debería",
        ),
        (
            "Стороны могут охранять колодцы.",
            "Стороны должны охранять колодцы и родники в каждой сухой долине юга страны.",
            "Сторонам следует охранять колодцы и родники в каждой сухой долине юга страны.",
            P, "verb: ",
        ),
        (
            "يجوز للأطراف حماية الآبار.",
            "يجب على الأطراف حماية الآبار والينابيع في كل واد جاف من جنوب البلاد البعيد.",
            "ينبغي للأطراف حماية الآبار والينابيع في كل واد جاف من جنوب البلاد البعيد.",
            P, "verb: ",
        ),
        (
            "各方可以保护水井。",
            "各方应保护水井和南部每个干旱山谷的泉水以及所有村庄的河流。",
            "各方宜保护水井和南部每个干旱山谷的泉水以及所有村庄的河流。",
            P, "verb: ",
        ),
        (
            "Nous protégeons les puits.",
            "Nous protégeons les puits et les sources dans chaque vallée sèche du sud.",
            "Nous protégeons les puits et, le cas échéant, les sources dans chaque vallée sèche "
            "du sud.",
            W, "qualifier: le cas échéant",
        ),
        (
            "Protegemos los pozos.",
            "Protegemos los pozos y las fuentes en cada valle seco del sur.",
            "Protegemos los pozos y, según proceda, las fuentes en cada valle seco del sur.",
            W, "qualifier: según proceda",
        ),
        (
            "Мы охраняем колодцы.",
            "Мы охраняем колодцы и родники в каждой сухой долине юга страны.",
            "Мы охраняем колодцы и, по мере необходимости, родники в каждой сухой долине юга "
            "страны.",
            W, "qualifier: по мере необходимости",
        ),
    ],
)  # fmt: skip
def test_what_weakens_is_told_in_its_language(
    base: str, asked: str, came: str, fate: Fate, flag: str
) -> None:
    found = ruled(base, asked, came)
    told = [each for each in found.flags if each.startswith(flag)]
    assert told, found
    assert all("none" not in each for each in told), "the pair is shown"
    assert found.fate is fate
