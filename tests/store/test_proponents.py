"""The names of proposal files: whose they are and on which revision, never by guess."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.store.proponents import display_name, proponent_and_revision

KNOWN = ["Zero draft", "Rev 1", "Rev 2", "Final", "2015-12-12", "Chair's text"]


@pytest.mark.parametrize(
    ("stem", "proponent", "revision"),
    [
        ("picum-rev1", "PICUM", "Rev 1"),
        ("rev1-picum", "PICUM", "Rev 1"),
        ("picum_rev1_2", "PICUM", "Rev 1"),
        ("01-picum-rev1", "PICUM", "Rev 1"),
        ("picum-rev1-v2", "PICUM", "Rev 1"),
        ("picum-rev1-final", "PICUM", "Rev 1"),
        ("picum-zero-clean", "PICUM", "Zero draft"),
        ("PICUM_comments_Rev.1", "PICUM", "Rev 1"),
        ("comments-from-picum-zero-draft", "PICUM", "Zero draft"),
        ("comments on Rev 1 of the zero draft by PICUM", "PICUM", "Rev 1"),
        ("Save the Children - REV 1", "Save the Children", "Rev 1"),
        ("group-of-upstream-states-zero", "Group of Upstream States", "Zero draft"),
        ("drafting-group-zero", "Drafting Group", "Zero draft"),
        ("language-rights-network-rev1", "Language Rights Network", "Rev 1"),
        ("zero-hunger-coalition-rev1", "Zero Hunger Coalition", "Rev 1"),
        ("2030-agenda-group-rev1", "2030 Agenda Group", "Rev 1"),
        ("eu-member-states-rev2", "EU Member States", "Rev 2"),
        ("chile-rev4", "Chile", "Rev 4"),
        ("mexico-chairs-text", "Mexico", "Chair's text"),
        ("eu-2015-12-12", "EU", "2015-12-12"),
        ("EU proposal 12 Dec 2015", "EU", "2015-12-12"),
        ("états-unis-zéro", "États Unis", "Zero draft"),
        ("中国-rev1", "中国", "Rev 1"),
    ],
)
def test_a_stem_tells_proponent_and_revision(stem: str, proponent: str, revision: str) -> None:
    assert proponent_and_revision(stem, KNOWN) == (proponent, revision, False)
    decomposed = unicodedata.normalize("NFD", stem)
    assert proponent_and_revision(decomposed, KNOWN) == (proponent, revision, False)


@pytest.mark.parametrize(
    ("stem", "proponent"),
    [
        ("picum", "PICUM"),
        ("picum-final", "PICUM"),
        ("picum-rev1-rev2", "PICUM"),
        ("net-zero-alliance", "Net Zero Alliance"),
        ("mexico-2016-01-01", "Mexico"),
    ],
)
def test_a_revision_that_is_not_told_is_none(stem: str, proponent: str) -> None:
    assert proponent_and_revision(stem, KNOWN) == (proponent, None, False)


@pytest.mark.parametrize("stem", ["rev1", "comments-rev1", "proposals on rev1", "2-rev1", "_rev1_"])
def test_a_proponent_that_is_not_told_is_none(stem: str) -> None:
    assert proponent_and_revision(stem, KNOWN) == (None, "Rev 1", False)


@pytest.mark.parametrize(
    "stem",
    [
        "group-of-upstream-states-zero-corrected",
        "corrected-group-of-upstream-states-zero",
        "Group of Upstream States_zero draft_Corr",
        "group-of-upstream-states-zero-resubmission",
    ],
)
def test_a_corrected_file_says_so(stem: str) -> None:
    assert proponent_and_revision(stem, KNOWN) == ("Group of Upstream States", "Zero draft", True)


def test_a_revision_is_named_as_it_is_known() -> None:
    assert proponent_and_revision("picum-rev1", ["REV.1"]).revision == "REV.1"


@pytest.mark.parametrize(
    ("slug", "shown"),
    [
        ("picum", "PICUM"),
        ("g77", "G77"),
        ("mexico", "Mexico"),
        ("chile", "Chile"),
        ("Picum", "Picum"),
        ("UN-Women", "UN Women"),
        ("union_of_delta_cities", "Union of Delta Cities"),
        ("the-elders", "The Elders"),
        ("o'brien", "O'brien"),
    ],
)
def test_a_slug_is_printed_as_a_name(slug: str, shown: str) -> None:
    assert display_name(slug) == shown


@given(st.text())
def test_any_stem_is_read_without_a_fault(stem: str) -> None:
    said = proponent_and_revision(stem, KNOWN)
    assert said.proponent is None or said.proponent.strip()
