"""What an audit shows in each format: the answer first, what is silent in sight, all escaped."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from amend.errors import AmendError
from amend.render import audit_md, audit_terminal, html, terminal
from amend.render.audit import AUDIT_WRITERS, AuditReport, write
from amend.render.audit_view import audit_view
from tests.builders import deleted, ins, para

from .audited import OLD, audit, report, view
from .pages import assert_golden, printed, screen
from .sample import MADE

MARKED = (
    *OLD[:6],
    para("7. We shall meet ", deleted("again "), "in the ", ins("late "), "autumn."),
)
TAKEN = (*OLD[:6], "7. We shall meet in the late autumn.")
TERMINAL_KINDS = {"silent-in": "{!+", "silent-out": "[!-", "unreal-in": "{?+", "unreal-out": "[?-"}


def on_screen(width: int = 80, *, quiet: bool = False) -> str:
    to, stream = screen(width)
    audit_terminal.print_audit(view(), to, shows_quiet=quiet)
    return printed(stream)


def test_the_page_of_an_audit_reads_as_agreed() -> None:
    assert_golden("audit.html", html.render_audit(view()))


def test_an_audit_in_markdown_reads_as_agreed() -> None:
    assert_golden("audit.md", audit_md.render(view()))


def test_an_audit_on_a_narrow_screen_reads_as_agreed() -> None:
    assert_golden("audit.txt", on_screen(quiet=True))


@pytest.mark.parametrize("width", [80, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, on_screen(width, quiet=True).splitlines())) <= width


def test_every_kind_of_finding_is_met_and_told_by_signs() -> None:
    shown = on_screen()
    assert set(TERMINAL_KINDS) <= set(view().kinds)
    assert [sign for sign in TERMINAL_KINDS.values() if sign not in shown] == []


def test_silent_words_keep_their_signs_in_colour() -> None:
    to, stream = screen()
    coloured = terminal.console(stream, width=80)
    coloured.no_color = False
    coloured._color_system = 1  # type: ignore[assignment]  # a terminal of sixteen colours
    audit_terminal.print_audit(view(), coloured)
    assert "{!+" in stream.getvalue()
    assert "{+" not in stream.getvalue()
    assert to.width == 80


def test_typography_is_shown_where_it_is_asked_for() -> None:
    assert "printed otherwise" not in on_screen()
    assert "printed otherwise in 2 places" in on_screen(quiet=True)


def test_the_gravest_findings_come_first() -> None:
    assert [each.kind for each in view().groups] == ["silent", "unreal", "declared", "quiet"]


def test_each_changed_paragraph_is_shown_once() -> None:
    rows = [row.key for group in view().groups for row in group.rows]
    assert len(rows) == len(set(rows))
    changed = [each for each in audit().paragraphs if each.is_changed]
    assert len(rows) == len(changed) + 1  # and the one that is only printed otherwise


def test_the_answer_sums_up_what_is_silent() -> None:
    assert view().answer == (
        "Changed without a mark: 1 paragraph inserted, 1 paragraph deleted, 1 number changed, "
        "1 word put in, 4 words taken out, in 5 paragraphs."
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (OLD, OLD, "new.docx declares no change; no paragraph differs from old.docx."),
        (OLD, (*OLD[:6], "7. We meet."), "declares no change; 1 paragraph differs from old.docx."),
        (OLD, ("Minutes of a meeting.",), "They are hardly states of one draft"),
        (MARKED, OLD, "The files seem to be in the wrong order"),
        (TAKEN, MARKED, "The files do not go together"),
    ],
)
def test_the_answer_says_what_kind_of_files_these_are(
    old: tuple[str, ...], new: tuple[str, ...], told: str
) -> None:
    assert told in audit_view(audit(old, new), made=MADE).answer


def test_files_that_are_no_one_draft_are_not_listed_paragraph_by_paragraph() -> None:
    assert audit_view(audit(OLD, ("Minutes of a meeting.",)), made=MADE).groups == ()


@pytest.mark.parametrize("suffix", AUDIT_WRITERS)
def test_words_of_strangers_are_never_markup(suffix: str) -> None:
    text = write(report(), suffix)
    if suffix != ".json":
        assert "<script>alert" not in text
        assert "<b>Avel</b>" not in text


def test_signs_that_deceive_are_made_visible() -> None:
    shown = audit_view(replace(audit(), new="a\u202eb\x1b.docx"), made=MADE)
    assert shown.title == "a\ufffdb␛.docx against old.docx"


def test_the_page_allows_only_its_own_style_and_script() -> None:
    page = html.render_audit(view())
    policy = page.split('Content-Security-Policy" content="')[1].split('"')[0]
    assert policy.startswith("default-src")
    assert "unsafe" not in policy


def test_another_format_is_refused_with_the_choices() -> None:
    with pytest.raises(AmendError) as refusal:
        write(report(), ".docx")
    assert ".html, .json, .md" in refusal.value.hint


def test_the_data_have_every_paragraph_with_its_marks() -> None:
    document = json.loads(write(AuditReport(audit(), MADE), ".json"))
    assert document["schema"] == "amend/1"
    assert document["silent"] is True
    assert len(document["paragraphs"]) == len(audit().paragraphs)
    marks = [m for p in document["paragraphs"] for e in p["edits"] for m in e.get("marks", [])]
    assert {each["kind"] for each in marks} == {"insertion", "deletion", "move-from", "move-to"}
    (passing,) = [
        e for p in document["paragraphs"] for e in p["edits"] if e["standing"] == "passing"
    ]
    assert [each["author"] for each in passing["marks"]] == ["Delta", "Avel"]
