"""A document's own legend decides what its looks mean, in six languages and in many turns."""

from __future__ import annotations

import pytest

from amend.model.source import Block, Look, Run, Source
from amend.notices import Code
from amend.parse.legends import legend_of
from tests.builders import para, row, run, table
from tests.parse.test_looks import (
    ASKED,
    BLUE,
    BOLD,
    ELEVEN,
    FOUR,
    ITALIC,
    NINE,
    RED,
    STRIKE,
    TEN,
    UNDERLINE,
    YELLOW,
    codes,
    nine,
    submitted,
    wholes,
)

EVERY = Look.BOLD | Look.ITALIC | Look.UNDERLINE | Look.STRIKE


def block(*runs: Run, place: int = 1) -> Block:
    return Block(runs, Source("t.docx", place))


# Words in every look there is, so that no rule is left out for want of use.
USED = block(
    *(Run("x", look=each) for each in (EVERY, *map(Look, range(16)))),
    *(Run("y", look=Look.COLOUR | each) for each in (Look.RED, Look.BLUE, Look.GREEN)),
    Run("z", look=Look.HIGHLIGHT | Look.RED_GROUND | Look.GREEN_GROUND),
    Run("[q] {r}"),
    place=2,
)


def said(*runs: Run) -> str:
    legend = legend_of([block(*runs), USED], set())
    return str(legend.marks) if legend is not None else ""


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("New text is in bold, deleted text is struck through.", "bold=add, strike=delete"),
        ("Additions are underlined; deletions in [strikethrough].", "underline=add, strike=delete"),
        ("Proposed text in red", "red=add"),
        ("Legend: bold = new; strike = delete", "bold=add, strike=delete"),
        ("(Insertions: bold. Deletions: strikethrough.)", "bold=add, strike=delete"),
        ("Additions underlined, strikethrough for deletions", "underline=add, strike=delete"),
        ("Additions are bold and underlined, deletions crossed out.",
         "bold underline=add, strike=delete"),
        ("Additions are underlined, text highlighted in yellow is to be deleted.",
         "underline=add, yellow highlight=delete"),
        ("Text in red is proposed for deletion; text in green is new.", "red=delete, green=add"),
        ("In this paper, our proposed changes are shown in red. Comments are in blue.",
         "red=add, blue=note"),
        ("Existing text is in bold; new text is underlined.", "bold=ignore, underline=add"),
        ("Deletions are in [square brackets], additions are underlined.",
         "brackets=delete, underline=add"),
        ("Proposed additions by the European Union are in bold underline.", "bold underline=add"),
        ("EU in blue, US in red", "blue=add (EU), red=add (US)"),
        ("Colours: Norway's additions in green; Chile's in red",
         "green=add (Norway), red=add (Chile)"),
        ("Les ajouts sont en gras, les suppressions barrées.", "bold=add, strike=delete"),
        ("Le texte ajouté est souligné et en gras, le texte supprimé est barré.",
         "bold underline=add, strike=delete"),
        ("El texto nuevo figura en negrita / subrayado, el suprimido tachado.",
         "bold=add, underline=add, strike=delete"),
        ("El texto nuevo aparece en negrita y el texto suprimido aparece tachado",
         "bold=add, strike=delete"),
        ("Новый текст выделен жирным шрифтом, исключенный текст зачеркнут.",
         "bold=add, strike=delete"),
        ("Добавления подчеркнуты, исключения зачёркнуты", "underline=add, strike=delete"),
        ("النص الجديد بالخط العريض والنص المحذوف مشطوب", "bold=add, strike=delete"),
        ("الإضافات تحتها خط والحذف مشطوب", "underline=add, strike=delete"),
        ("新增内容以粗体标示,删除内容以删除线标示。", "bold=add, strike=delete"),
        ("新增案文用下划线标出，拟删除的案文用删除线标出", "underline=add, strike=delete"),
    ],
)  # fmt: skip
def test_a_legend_says_what_looks_mean(text: str, rules: str) -> None:
    assert said(Run(text)) == rules


@pytest.mark.parametrize(
    "text",
    [
        "We strike a new balance and propose bold action to remove barriers.",
        "We welcome new text in red tape issues.",
        "Proposed amendments",
        "The paragraph in brackets should be deleted.",
        "We propose to delete para 9 and add a new paragraph in bold terms.",
        "The Red Cross proposes additions.",
        "Delete para 9.",
    ],
)
def test_other_sentences_are_no_legend(text: str) -> None:
    assert said(Run(text)) == ""


def test_a_legend_may_show_its_looks_instead_of_naming_them() -> None:
    own = (
        Run("Legend: "),
        Run("additions", look=Look.UNDERLINE),
        Run(", "),
        Run("deletions", look=Look.STRIKE),
    )
    assert said(*own) == "underline=add, strike=delete"
    sample = Run("Legend: bold = new; "), Run("text", look=Look.STRIKE), Run(" = delete")
    assert said(*sample) == "bold=add, strike=delete"


def test_a_heading_in_bold_shows_nothing() -> None:
    assert said(Run("Proposed additions", look=Look.BOLD), Run(" to the draft")) == ""


def test_a_legend_nobody_uses_and_one_of_the_base_are_none() -> None:
    text = "New text is in bold."
    assert legend_of([block(Run(text)), block(Run("plain"), place=2)], set()) is None
    assert legend_of([block(Run(text)), USED], {("new", "text", "is", "in", "bold")}) is None


@pytest.mark.parametrize(
    ("legend", "add", "cut"),
    [
        ("New text is in blue; deletions are in red.", BLUE, RED),
        (
            "Additions are underlined, text highlighted in yellow is to be deleted.",
            UNDERLINE,
            YELLOW,
        ),
        ("Les ajouts sont en italique, les suppressions en gras.", ITALIC, BOLD),
    ],
)
def test_the_legend_is_followed_and_no_proposal_itself(legend: str, add: str, cut: str) -> None:
    submission = submitted(legend, FOUR, nine(add, cut), TEN, ELEVEN)
    assert wholes(submission) == [ASKED]
    assert codes(submission)[0] == Code.MARKS_READ
    assert legend in submission.notices[0].text


def test_a_legend_may_stand_in_a_table() -> None:
    legend = table(row("Bold", "New text"), row("Highlight", "Deleted text"))
    assert wholes(submitted(legend, FOUR, nine(BOLD, YELLOW), TEN, ELEVEN)) == [ASKED]


def test_colours_of_several_proponents_are_credited_to_each() -> None:
    marked = para(
        run("9. We commit to ensure "), run("full ", BLUE), run("access to basic services for "),
        run("all ", RED), run("children."),
    )  # fmt: skip
    cut = para(run("10. We encourage the Agency to act, "), run("where feasible, ", STRIKE + RED),
               run("on drought and floods."))  # fmt: skip
    submission = submitted("EU in blue, US in red.", FOUR, marked, cut, ELEVEN)
    asked = [(each.by, each.text, each.cut) for each in submission.proposals]
    assert asked == [(("EU",), "full", ""), (("US",), "all", ""), (("US",), "", "where feasible,")]


def test_a_legend_that_contradicts_the_base_is_told() -> None:
    stressed = para(run(NINE[:15]), run(NINE[15:30], ITALIC), run(NINE[30:]))
    submission = submitted("Additions are in italics.", FOUR, stressed, TEN, ELEVEN)
    assert submission.proposals == ()
    assert codes(submission)[0] == Code.MARKS_UNCLEAR


def test_brackets_of_the_draft_are_no_deletions() -> None:
    legend = "Deletions are in [square brackets], additions are underlined."
    marked = para(run("9. We commit to [ensure] "), run("guarantee", UNDERLINE),
                  run(" access to basic services for "), run("all ", UNDERLINE),
                  run("children."))  # fmt: skip
    assert wholes(submitted(legend, FOUR, marked, TEN, ELEVEN)) == [ASKED]
