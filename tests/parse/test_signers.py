"""Who signs a tracked change: one name, several, and those who support them."""

from __future__ import annotations

from pathlib import Path

import pytest

import amend
from amend.match.collisions import stamp_of
from amend.model.proposal import Operation, Proposal
from amend.model.source import Source
from amend.parse.signers import signers


def ask(*by: str, supporters: tuple[str, ...] = ()) -> Proposal:
    return Proposal(
        "q1", by, Operation.INSERT_PHRASE, Source("s", 1), "Rev 1", supporters=supporters
    )


@pytest.mark.parametrize(
    ("author", "by", "supporters"),
    [
        ("Delta", ("Delta",), ()),
        ("Smith, Ann", ("Smith, Ann",), ()),
        ("Delta; Reef", ("Delta", "Reef"), ()),
        ("Delta (supported by Reef; Gulf)", ("Delta",), ("Reef", "Gulf")),
        ("Delta (EU)", ("Delta (EU)",), ()),
        ("(supported by Reef)", ("(supported by Reef)",), ("Reef",)),
        (";", (";",), ()),
    ],
)
def test_an_author_may_stand_for_several(
    author: str, by: tuple[str, ...], supporters: tuple[str, ...]
) -> None:
    assert signers(author) == (by, supporters)


def test_what_is_signed_reads_back() -> None:
    signed = stamp_of([ask("Delta", "Reef", supporters=("Gulf", "Reef")), ask("Cape")]).author
    assert signed == "Delta; Reef; Cape (supported by Gulf)"
    assert signers(signed) == (("Delta", "Reef", "Cape"), ("Gulf",))


def test_of_very_many_supporters_the_last_are_counted() -> None:
    names = tuple(f"State number {n}" for n in range(40))
    signed = stamp_of([ask("Delta", supporters=names)]).author or ""
    assert len(signed) <= 255
    by, supporters = signers(signed)
    assert by == ("Delta",)
    assert supporters == names[: len(supporters)]
    assert signed.endswith(f"and {40 - len(supporters)} more)")


@pytest.mark.parametrize(
    "head", ["Supported by", "Supporters", "Apoyado por", "Соавторы", "支持方"]
)
def test_a_column_of_supporters_is_read(tmp_path: Path, head: str) -> None:
    base = amend.read_text("9. We thank the pilots.\n", name="Rev 1")
    path = tmp_path / "asked.csv"
    rows = f"Para,Current text,Proposed text,Proponent,{head}\n"
    rows += (
        '9,We thank the pilots.,We thank all pilots.,Delta,"Reef, Gulf"\n9 alt,,Nobody.,Delta,\n'
    )
    path.write_text(rows, encoding="utf-8")
    first, second = amend.proposals(path, against=base)
    assert (first.by, first.supporters) == (("Delta",), ("Reef", "Gulf"))
    assert (second.operation, second.supporters) == (Operation.PROPOSE_ALTERNATIVE, ())
    assert (second.paragraphs, str(second.target[0])) == (first.paragraphs, "9alt")
