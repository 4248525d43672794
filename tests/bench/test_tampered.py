"""The tricks are played as the truth says, and honest files hold none."""

from __future__ import annotations

from bench.audit import Counts, audited
from bench.generate import generate
from bench.tampered import Trick, tampered

WRITTEN = generate(60).new


def test_equal_seeds_give_equal_files() -> None:
    assert tampered(WRITTEN, 3) == tampered(WRITTEN, 3)
    assert tampered(WRITTEN, 3).new != tampered(WRITTEN, 4).new


def test_an_honest_file_declares_everything() -> None:
    files = tampered(WRITTEN, tricky=0.0)
    assert set(files.tricks.values()) == {Trick.NONE}
    audit = audited(files)
    assert audit.declares
    assert audit.silent == ()


def test_every_trick_is_found_and_nothing_else() -> None:
    counts = Counts()
    counts.add(tampered(WRITTEN, 2, tricky=0.6))
    tricks = {trick: n for trick, n in counts.planted.items() if trick is not Trick.NONE}
    assert len(tricks) > 8
    assert {trick: counts.found[trick] for trick in tricks} == tricks
    assert counts.wrong.total() == 0
