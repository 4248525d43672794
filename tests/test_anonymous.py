"""With --anonymous no name leaves the house in any format, but in the texts' own words."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amend import pipeline
from amend.findings import Findings
from amend.model.draft import Paragraph, Revision
from amend.model.ruling import Course
from amend.model.source import Comment, Reply, Run, Source, Stamp
from amend.notices import Code, Notice
from amend.render import BINARY, WRITERS, Report, contents
from amend.render import rebase as rebase_writers
from amend.render import rolling as rolling_writers
from amend.render.anonymous import Mask
from amend.render.known_names import values
from amend.render.terminal import console, print_check, print_compare
from amend.workspace import Workspace
from tests.commands import DELTA, GAMMA, amend, workspace

EXAMPLE = Path(__file__).parents[1]
NOW = datetime(2031, 5, 12, tzinfo=UTC)
# The one place of the drafts that names a proponent: it is the text's own.
_OWN_WORDS = "the offer of the Kingdom of Marrowen to"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("worked")
    for name in ("drafts", "proposals"):
        shutil.copytree(EXAMPLE / name, folder / name)
    with Workspace(folder) as found:
        yield found


@pytest.fixture(scope="module")
def findings(desk: Workspace) -> Findings:
    return desk.findings(desk.gather(NOW))


@pytest.fixture(scope="module")
def names(findings: Findings) -> frozenset[str]:
    """Every name that stands anywhere in the worked example, and the files that bear one."""
    found: set[str] = set()
    for each in values(findings):
        for field in ("by", "supporters", "endorses", "author"):
            held = getattr(each, field, None) or ()
            found |= {held} if isinstance(held, str) else set(held)
    stems = {path.stem for path in (EXAMPLE / "proposals").iterdir()}
    return frozenset((found | stems) - {"amend"})


def _report(findings: Findings) -> Report:
    return pipeline.report(
        findings.chain, findings.courses, title=findings.title, now="2031-05-12",
        notices=findings.notices, base=findings.chain.revisions[0].name,
    )  # fmt: skip


def _unpacked(held: str | bytes) -> str:
    if isinstance(held, str):
        return held
    with zipfile.ZipFile(io.BytesIO(held)) as archive:
        parts = [archive.read(each).decode("utf-8", "replace") for each in archive.namelist()]
        return "\n".join((*archive.namelist(), *parts))


def _named(held: str | bytes, names: frozenset[str]) -> set[str]:
    text = _unpacked(held)
    text = text.replace("&#39;", "'").replace("&apos;", "'").replace("\\u2019", "’")
    text = " ".join(text.replace(_OWN_WORDS, "").split()).casefold()
    slugs = {each.casefold().replace(" ", "-").replace("'", "-") for each in names}
    return {each for each in {*(name.casefold() for name in names), *slugs} if each in text}


def test_the_example_has_names_to_leave_out(findings: Findings, names: frozenset[str]) -> None:
    assert len(names) > 25
    assert len(_named(contents(_report(findings), ".json"), names)) > 25


@pytest.mark.parametrize("suffix", [*WRITERS, *BINARY])
def test_no_name_is_left_in_any_file_of_a_report(
    suffix: str, findings: Findings, names: frozenset[str]
) -> None:
    masked = Mask(findings).apply(findings)
    assert _named(contents(_report(masked), suffix), names) == set()
    report = _report(findings)
    assert _named(contents(Mask(report).apply(report), suffix), names) == set()


@pytest.mark.parametrize("suffix", [*rolling_writers.ROLLING_WRITERS])
def test_no_name_is_left_in_any_rolling_text(
    suffix: str, desk: Workspace, names: frozenset[str]
) -> None:
    base = desk.archive.revisions()[0]
    files = sorted((EXAMPLE / "proposals").glob("*-zero.*"))
    rolling, notices = pipeline.compile_text(files, base)
    report = pipeline.rolling_report(rolling, notices, now="2031-05-12")
    assert _named(rolling_writers.write(report, suffix), names)
    assert _named(rolling_writers.write(Mask(report).apply(report), suffix), names) == set()


@pytest.mark.parametrize("suffix", [*rebase_writers.REBASE_WRITERS])
def test_no_name_is_left_in_any_carried_proposal(
    suffix: str, desk: Workspace, names: frozenset[str]
) -> None:
    report = desk.rebase(now="2031-05-12")
    assert _named(rebase_writers.write(report, suffix), names)
    assert _named(rebase_writers.write(Mask(report).apply(report), suffix), names) == set()


def test_no_name_is_left_on_the_screen(findings: Findings, names: frozenset[str]) -> None:
    masked = _report(Mask(findings).apply(findings))
    screen = io.StringIO()
    print_check(masked.view(), console(screen, width=200), why=True)
    print_compare(masked.view(), console(screen, width=200))
    assert "Proponent 1" in screen.getvalue()
    assert _named(screen.getvalue(), names - {"Kingdom of Marrowen"}) == set()


def test_the_words_of_drafts_and_proposals_stay_and_so_do_the_fates(findings: Findings) -> None:
    masked = Mask(findings).apply(findings)
    for old, new in zip(findings.chain.revisions, masked.chain.revisions, strict=True):
        assert [each.text for each in old.paragraphs] == [each.text for each in new.paragraphs]
    assert sorted(map(_asked, findings.courses)) == sorted(map(_asked, masked.courses))
    (told,) = (each for each in masked.notices if each.code is Code.NAMES_IN_TEXT)
    assert "48" in told.text
    assert "Marrowen" not in str(told)


def _asked(course: Course) -> tuple[str, ...]:
    fates = (f"{each.revision} {each.fate}" for each in course.rulings)
    return course.proposal.text, course.proposal.cut, course.headline, *fates


def test_the_same_name_is_the_same_word_and_another_is_another(findings: Findings) -> None:
    mask = Mask(findings)
    people = {name for each in findings.courses for name in each.proposal.by}
    given = {mask.name(each) for each in people}
    assert len(given) == len(people)
    assert all(each.startswith("Proponent ") for each in given)
    assert len({each.proposal.id for each in mask.apply(findings).courses}) == len(findings.courses)


def test_the_numbers_do_not_follow_the_alphabet(findings: Findings) -> None:
    mask = Mask(findings)
    people = sorted({name for each in findings.courses for name in each.proposal.by})
    counts = [int(mask.name(each).split()[-1]) for each in people]
    assert counts != sorted(counts)


def _draft(*authors: str, text: str = "We meet at noon", notice: str = "") -> Revision:
    runs = tuple(Run(f"{text} ", Stamp(each)) for each in authors)
    remark = Comment(authors[0], None, "Too early.", "noon", replies=(Reply("Eva", None, "No."),))
    paragraph = Paragraph("p1", None, runs, Source("ana.docx", 1), comments=(remark,))
    told = (Notice(Code.TEXT_SKIPPED, "ana.docx, block 1", notice),) if notice else ()
    return Revision("Rev 1", (paragraph,), file="ana.docx", notices=told)


def test_who_marks_or_comments_is_a_person_and_the_file_a_draft() -> None:
    draft = Mask(_draft("Ana Lys")).apply(_draft("Ana Lys"))
    (paragraph,) = draft.paragraphs
    assert paragraph.changes[0].author == paragraph.comments[0].author == "Person 1"
    assert paragraph.comments[0].replies[0].author == "Person 2"
    assert draft.file == paragraph.source.file == "draft 1.docx"


@pytest.mark.parametrize(
    ("sentence", "masked"),
    [
        ("ruled by ANA LYS on 2031-05-12", "ruled by Person 1 on 2031-05-12"),
        ("Ana Lysander is somebody else.", "Ana Lysander is somebody else."),
        ("Tell us, US: that is all.", "Tell us, Person 2: that is all."),
        ("Write to ana.lys@un.example.org.", "Write to [address left out]."),
        ("words of ana.docx, block 3", "words of draft 1.docx, block 3"),
        ("the file union of ports.pdf is there", "the file union of file 1.pdf is there"),
        ("see picum1.docx and 1.docx", "see file 1.docx and file 2.docx"),
        ("nothing to leave out", "nothing to leave out"),
    ],
)
def test_sentences_lose_names_files_and_addresses(sentence: str, masked: str) -> None:
    assert Mask(_draft("Ana Lys", "US")).said(sentence) == masked


def test_a_place_in_a_file_that_was_not_read_loses_the_whole_name_of_it() -> None:
    mask = Mask(_draft("Ana Lys"))
    assert mask.where("Union of Ports rev1.odt, block 2") == "file 1.odt, block 2"
    assert mask.where("Union of Ports rev1.odt") == "file 1.odt"
    assert mask.where("proposals/picum1.docx") == "proposals/file 2.docx"
    assert mask.where("drafts/Union of Ports.odt") == "drafts/file 3.odt"
    assert mask.where("Rev 1, 9") == "Rev 1, 9"


def test_a_draft_that_bears_the_name_of_its_file_loses_it_and_others_keep_theirs() -> None:
    first = Revision("picum-comments", (), file="picum-comments.docx")
    for name, masked in (("Rev 1", "Rev 1"), ("old", "old"), ("2031-05-12", "2031-05-12")):
        both = (first, Revision(name, (), file=f"{name}.docx"))
        mask = Mask(both)
        assert [each.name for each in mask.apply(both)] == ["Draft 1", masked]
        assert mask.said("picum-comments to Rev 1") == "Draft 1 to Rev 1"


def test_of_two_names_at_one_place_the_longer_is_found() -> None:
    draft = _draft("Delta", "Delta Union", "Union")
    told = Mask(draft).said("Delta Union and Delta and DELTA UNIONS")
    assert told == "Person 2 and Person 1 and Person 1 UNIONS"


def test_values_without_a_name_stay_the_very_same() -> None:
    paragraph = Paragraph("p1", None, (Run("We meet."),), Source("", 1))
    assert Mask(paragraph).apply(paragraph) is paragraph


@pytest.mark.parametrize("text", ["Ana Lys will come", "Write to port@delta.example.org"])
def test_words_that_name_somebody_are_left_and_told(text: str) -> None:
    draft = _draft("Ana Lys", text=text)
    (told,) = Mask(draft).apply(draft).notices
    assert told.code is Code.NAMES_IN_TEXT
    assert draft.paragraphs[0].text == Mask(draft).apply(draft).paragraphs[0].text


def test_every_command_on_files_leaves_names_out(tmp_path: Path) -> None:
    folder = workspace(tmp_path, delta_rev1=DELTA, gamma_rev1=GAMMA)
    one, two, three = sorted((folder / "drafts").iterdir())
    asked = sorted((folder / "proposals").iterdir())
    for words in (
        ("check", *asked, "--against", one, two, three),
        ("rebase", *asked, "--against", one, two),
        ("compile", one, *asked),
    ):
        for how in ((), ("--json",)):
            assert "Delta Union" in amend(*words, *how).out
            told = amend(*words, *how, "--anonymous")
            assert "Proponent 1" in told.out
            assert not {"delta union", "gamma league", "gamma-rev1"} & _words(told.out + told.err)
    for words in (("compare", one, two), ("concordance", one, two), ("read", one)):
        assert amend(*words, "--anonymous").code == 0


def _words(told: str) -> set[str]:
    text = " ".join(told.split()).casefold()
    return {each for each in ("delta union", "gamma league", "gamma-rev1") if each in text}


def test_every_command_on_a_folder_leaves_names_out(tmp_path: Path) -> None:
    folder = workspace(tmp_path, delta_rev1=DELTA, gamma_rev1=GAMMA)
    place = ("--in", folder)
    assert amend("report", *place, "-o", tmp_path / "out", "--anonymous").code == 0
    written = "".join(each.read_text("utf-8") for each in (tmp_path / "out").iterdir())
    assert "Proponent 1" in written
    assert not _words(written)
    for words in (
        ("list", "proposals"), ("list", "proponents"), ("list", "drafts"), ("show", "1"),
        ("show", "Delta Union"), ("show", "1", "--origin"), ("rebase",),
    ):  # fmt: skip
        for how in ((), ("--json",)):
            told = amend(*words, *how, *place, "--anonymous")
            assert told.code == 0, told.err
            assert told.out
            assert not _words(told.out + told.err), words
