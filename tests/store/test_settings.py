"""amend.toml: read with its defaults, refused with the line and the choices."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.errors import WorkspaceError
from amend.match.thresholds import Thresholds
from amend.notices import Code
from amend.store.settings import (
    AgreedEntry,
    DraftEntry,
    ProposalEntry,
    Settings,
    load_settings,
    parse_settings,
)

WHOLE = """\
[process]
title = "Declaration on Shared Rivers"
language = "fr"
profile = "eu"
database = "sqlite:///other.db"

[[drafts]]
file = "chairs-text.docx"
name = "Rev 1"
date = 2026-02-11
language = "en"

[[drafts]]
file = "drafts/later.docx"
date = "20260301"

[[proposals]]
file = "letter.docx"
by = "Union of Delta Cities"
on = "rev1"
date = 2026-02-20T10:00:00Z

[[proposals]]
file = "joint.docx"
by = ["A", "B"]

[[agreed]]
file = "resolution-70-1.docx"
name = "Resolution 70/1"

[[agreed]]
file = "agreed/pact.txt"

[thresholds]
with_changes = 80
partly = 12.5
"""


def test_without_a_file_the_settings_are_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    assert Settings().database == "sqlite:///amend.db"
    assert Settings().profile == "un"


def test_all_that_may_be_said_is_read(tmp_path: Path) -> None:
    (tmp_path / "amend.toml").write_text(WHOLE, encoding="utf-8")
    assert load_settings(tmp_path) == Settings(
        title="Declaration on Shared Rivers",
        language="fr",
        profile="eu",
        database="sqlite:///other.db",
        drafts=(
            DraftEntry("chairs-text.docx", "Rev 1", "2026-02-11", "en"),
            DraftEntry("drafts/later.docx", None, "2026-03-01", None),
        ),
        proposals=(
            ProposalEntry(
                "letter.docx", ("Union of Delta Cities",), "rev1", "2026-02-20T10:00:00+00:00"
            ),
            ProposalEntry("joint.docx", ("A", "B")),
        ),
        agreed=(
            AgreedEntry("resolution-70-1.docx", "Resolution 70/1"),
            AgreedEntry("agreed/pact.txt"),
        ),
        thresholds={"with_changes": 0.8, "partly": 0.125},
    )


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "amend.toml").write_bytes(b'\xef\xbb\xbf[process]\r\ntitle = "T"\r\n')
    assert load_settings(tmp_path).title == "T"


@pytest.mark.parametrize(
    ("text", "line", "found", "way_out"),
    [
        ('[process]\ntitle = "x"\nprofile = "us"\n', 3, "'us'", "un, eu, fr, ch"),
        ('[process]\nprofile = "un"\ntitle = 5', 3, "title is 5", 'title = "text in quotes"'),
        ("[process]\nlanguage = 'english'", 2, "'english'", "en, fr, es"),
        ("[process\n", 1, "", "[process]"),
        ('[process]\ntitle = "a\n', 2, "", "text in quotes"),
        ("process = 3", 1, "process is 3", "[process]"),
        ("[drafts]\nfile = 'a'", 1, "drafts is", "[[drafts]]"),
        ("[[drafts]]\nfile='a'\n[[drafts]]\nname='b'", 3, "file is nothing", "file ="),
        ("[[drafts]]\nfile='a'\n[[drafts]]\nfile='drafts/a'", 4, "'drafts/a'", "Keep one"),
        ("[[drafts]]\nfile='../a'", 2, "'../a'", "drafts/"),
        ("[[drafts]]\nfile='/etc/passwd'", 2, "'/etc/passwd'", "drafts/"),
        ("[[drafts]]\nfile='C:\\x'", 2, "C:", "drafts/"),
        ("[[drafts]]\nfile='a'\ndate='soon'", 3, "'soon'", "2026-02-11"),
        ("[[drafts]]\nfile='a'\ndate=7", 3, "date is 7", "2026-02-11"),
        ("[[agreed]]\nfile='../treaty.txt'", 2, "'../treaty.txt'", "agreed/"),
        ("[[agreed]]\nname='The Pact'", 1, "file is nothing", "[[agreed]]"),
        ("[thresholds]\npartly='a lot'", 2, "'a lot'", "partly = 70"),
        ("[thresholds]\npartly=0.2", 2, "0.2", "per cent"),
        ("[thresholds]\nfound_again=101", 2, "101", "per cent"),
        ("thresholds = 70", 1, "thresholds is 70", "[thresholds]"),
        ("[[proposals]]\nfile='a'\nby=[1]", 3, "by is [1]", 'by = ["Name", "Name"]'),
    ],
)
def test_a_bad_line_is_refused_with_its_place_and_the_choices(
    text: str, line: int, found: str, way_out: str
) -> None:
    with pytest.raises(WorkspaceError) as refusal:
        parse_settings(text)
    assert refusal.value.where == f"amend.toml, line {line}"
    assert found in refusal.value.message
    assert way_out in refusal.value.hint


def test_every_threshold_may_be_set_and_no_other() -> None:
    names = [each.name for each in fields(Thresholds)]
    text = "[thresholds]\n" + "".join(f"{name} = 60\n" for name in names) + "enough = 3\n"
    settings = parse_settings(text)
    assert list(settings.thresholds) == names
    assert Thresholds(**settings.thresholds).partly == 0.6
    assert "'enough' is not known" in settings.notices[0].text


def test_an_unknown_key_is_told_and_passed_over() -> None:
    text = "tittle = 'x'\n[process]\nlangauge = 'en'\n[[drafts]]\nfile = 'a'\ncolour = 'red'\n"
    settings = parse_settings(text)
    assert settings.language is None
    assert [one.code for one in settings.notices] == [Code.NOT_UNDERSTOOD] * 3
    assert [one.where[-6:] for one in settings.notices] == ["line 1", "line 3", "line 6"]
    assert "did you mean language?" in settings.notices[1].text
    assert "known are file, name, date, language" in settings.notices[2].text


def test_what_is_no_text_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "amend.toml").write_bytes(b"\xff\xfe[\x00")
    with pytest.raises(WorkspaceError, match="UTF-8"):
        load_settings(tmp_path)
    (tmp_path / "amend.toml").unlink()
    (tmp_path / "amend.toml").mkdir()
    with pytest.raises(WorkspaceError, match="cannot be read"):
        load_settings(tmp_path)


@given(
    st.text() | st.sampled_from(WHOLE.splitlines()).flatmap(lambda line: st.just(f"{line}\n" * 2))
)
def test_any_text_gives_settings_or_a_refusal_with_a_way_out(text: str) -> None:
    with suppress(WorkspaceError):
        assert parse_settings(text).profile
        return
    with pytest.raises(WorkspaceError) as refusal:
        parse_settings(text)
    assert refusal.value.where.startswith("amend.toml")
    assert refusal.value.hint
