"""What holds for every audit: its edits give back all three texts, and no paragraph is lost."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

import amend
from amend.audit.edits import audited
from amend.audit.explain import Form, explain
from amend.audit.units import Unit
from amend.model.audit import AuditEdit, Standing
from amend.model.comparison import Op
from amend.model.source import Run, Stamp
from amend.text.exact import exact
from tests.audit.files import put
from tests.builders import deleted, ins, para, run

A, B = Stamp("A"), Stamp("B")
_WORDS = st.sampled_from("the the a river lake flows , . 10 2030 State s re- ness".split())
_TEXTS = st.lists(_WORDS, max_size=9).map(" ".join)
_MARKS = st.sampled_from([(None, None), (None, None), (A, None), (None, B), (A, B)])
_RUNS = st.lists(
    st.tuples(st.lists(_WORDS, min_size=1, max_size=4), st.sampled_from(["", " "]), _MARKS),
    max_size=6,
).map(lambda found: tuple(Run(" ".join(w) + end, *marks) for w, end, marks in found))

_IN_OLD = {(Op.DELETE, Standing.DECLARED), (Op.DELETE, Standing.SILENT),
           (Op.INSERT, Standing.UNREAL)}  # fmt: skip
_BEFORE = {(Op.DELETE, Standing.DECLARED), (Op.INSERT, Standing.SILENT),
           (Op.DELETE, Standing.UNREAL)}  # fmt: skip
_AFTER = {(Op.INSERT, each) for each in (Standing.DECLARED, Standing.SILENT, Standing.UNREAL)}


def _text(edits: tuple[AuditEdit, ...], held: set[tuple[Op, Standing]], *, old: bool) -> str:
    parts = []
    for each in edits:
        if each.op is Op.KEEP:
            parts.append(each.was if old and each.was is not None else each.text)
        elif (each.op, each.standing) in held:
            parts.append(each.text)
    return "".join(parts)


@given(_TEXTS, _RUNS)
def test_edits_give_back_all_three_texts(old: str, runs: tuple[Run, ...]) -> None:
    edits = audited(old, runs)
    before = "".join(each.text for each in runs if each.inserted is None)
    after = "".join(each.text for each in runs if each.deleted is None)
    assert _text(edits, _BEFORE, old=False) == before
    assert _text(edits, _AFTER, old=False) == after
    assert "".join(_text(edits, _IN_OLD, old=True).split()) == "".join(old.split())


@given(_RUNS)
def test_nothing_is_silent_where_old_is_the_text_before(runs: tuple[Run, ...]) -> None:
    before = "".join(each.text for each in runs if each.inserted is None)
    found = {each.standing for each in audited(before, runs)}
    assert found <= {Standing.KEPT, Standing.DECLARED, Standing.PASSING}


@given(_RUNS)
def test_nothing_is_silent_where_old_is_the_text_after(runs: tuple[Run, ...]) -> None:
    after = "".join(each.text for each in runs if each.deleted is None)
    assert Standing.SILENT not in {each.standing for each in audited(after, runs)}


@given(st.lists(_WORDS, max_size=6), st.lists(st.tuples(_WORDS, _WORDS), max_size=6))
def test_an_explanation_covers_each_word_and_each_unit_once(
    old: list[str], pairs: list[tuple[str, str]]
) -> None:
    units = [Unit(n, n + 1, (one,), (other,)) for n, (one, other) in enumerate(pairs)]
    steps = explain(old, units)
    assert [word for s in steps for word in range(s.start, s.end)] == list(range(len(old)))
    assert [s.unit for s in steps if s.unit is not None] == list(range(len(units)))
    for step in steps:
        if step.unit is not None and step.form is not Form.NONE:
            unit = units[step.unit]
            keys = unit.before if step.form is Form.BEFORE else unit.after
            assert tuple(old[step.start : step.end]) == keys


@given(st.text())
def test_exact_words_stand_where_they_say(text: str) -> None:
    words = exact(text)
    ends = [0, *(word.end for word in words)]
    assert all(end <= word.start < word.end for end, word in zip(ends, words, strict=False))


_BODY = st.lists(
    st.tuples(_TEXTS, _TEXTS, _TEXTS, st.sampled_from(["", "", "ins", "del"])), min_size=1,
    max_size=6,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(_TEXTS, max_size=6), _BODY)
def test_each_paragraph_of_either_file_stands_once(
    old: list[str], body: list[tuple[str, str, str, str]]
) -> None:
    with TemporaryDirectory() as folder:
        first = put(Path(folder), "old", tuple(old))
        new = tuple(
            para(run(plain), ins(run(come)), deleted(run(gone)), mark=mark)
            for plain, come, gone, mark in body
        )
        second = put(Path(folder), "new", new)
        audit = amend.audit(first, second)
        there = [each.id for each in amend.read(first).paragraphs]
    assert sorted(one for each in audit.paragraphs for one in each.old) == sorted(there)
    words = " ".join(word for plain, come, gone, _ in body for word in (plain, come, gone))
    found = " ".join(
        each.text for one in audit.paragraphs for each in one.edits
        if (each.op, each.standing) != (Op.DELETE, Standing.SILENT)
    )  # fmt: skip
    numbers = " ".join(each.now or "" for each in audit.paragraphs)
    assert len(exact(words)) <= len(exact(found)) + len(exact(numbers)) + len(audit.paragraphs)
