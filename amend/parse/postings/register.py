"""Stretches of a page in, the entries of the register out, with what ties them and what to tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from amend.model.page import Page
from amend.model.submission import Alias, Doubt, Posting, Register, Relation
from amend.notices import Code, Notice
from amend.parse.postings.aliases import aliases
from amend.parse.postings.attachments import attachment_of
from amend.parse.postings.bodies import speakers
from amend.parse.postings.cuts import Stretch, stretches
from amend.parse.postings.dates import dates_said, with_date
from amend.parse.postings.kinds import PROMPT
from amend.parse.postings.languages import language_of
from amend.parse.postings.lines import LONGEST
from amend.parse.postings.mentions import named_paragraphs
from amend.parse.postings.others import non_references
from amend.parse.postings.said import PageSays, page_says
from amend.parse.postings.speaking import prompted, spoken
from amend.parse.postings.threads import Placed, placed
from amend.parse.postings.tying import tied
from amend.parse.postings.wording import wordings

_OPENING = 70
_CUT = re.compile(r"(?:\.\.\.|…)\s*$")


def read_register(page: Page, confirmed: Mapping[str, str] | None = None) -> Register:
    """Read all postings of a page, in its order.

    `confirmed` joins names a person has confirmed to be one body's: each name, and the one to use.
    """
    found = stretches(page)
    places = placed(found)
    says = page_says(page, found, [each.is_prompt for each in places])
    postings = [
        _posting(n, stretch, place, says, confirmed or {})
        for n, (stretch, place) in enumerate(zip(found, places, strict=True), 1)
    ]
    replies = _replies(found)
    postings = [
        each if each.reply_to else replace(each, reply_to=replies[each.n - 1]) for each in postings
    ]
    postings = tied(postings, {n: _endorsed_names(each, says) for n, each in enumerate(found, 1)})
    postings = _in_language(postings)
    told = aliases(postings, says.explained)
    kept = tuple(each for each in told if not set(each.names) <= set(confirmed or {}))
    notices = (*page.notices, *_notices(page.file, postings, kept))
    return Register(page.file, tuple(postings), kept, notices)


def _in_language(postings: Sequence[Posting]) -> list[Posting]:
    """Give postings too short to tell their language that of most others."""
    counted = Counter(each.language for each in postings if each.language)
    usual = counted.most_common(1)[0][0] if counted else None
    return [each if each.language else replace(each, language=usual) for each in postings]


def _posting(
    n: int, stretch: Stretch, place: Placed, says: PageSays, confirmed: Mapping[str, str]
) -> Posting:
    text = stretch.text
    lines = [each for each in stretch.lines if not each.is_rule]
    body = stretch.body
    account = stretch.account
    doubts = set(stretch.doubts)
    if not place.is_sure:
        doubts.add(Doubt.STAGE)
    language = language_of(text)
    is_cut = stretch.is_teaser or _CUT.search(stretch.whole) is not None
    posting = Posting(
        n=n,
        line_start=lines[0].number,
        line_end=lines[-1].number,
        text_start=body[0].number,
        text_end=body[-1].number,
        opening=body[0].text[:_OPENING],
        text=text,
        kind=PROMPT if place.is_prompt else "",
        stage=place.stage,
        stage_basis=place.basis,
        thread=place.thread,
        reply_to=stretch.replied,
        email=account,
        language=language,
        truncated=is_cut,
        attachments=tuple(stretch.files),
    )
    if place.is_prompt:
        return prompted(posting, says, account)
    posting = spoken(posting, stretch, says, doubts, confirmed)
    posting = _dated(posting, stretch, says, doubts)
    posting = _asked(posting, doubts)
    return replace(posting, text=stretch.whole, uncertain=tuple(sorted(doubts)))


def _dated(posting: Posting, stretch: Stretch, says: PageSays, doubts: set[Doubt]) -> Posting:
    dates = dates_said(posting.text, says.year, stretch.posted)
    return with_date(posting, dates, doubts)


def _asked(posting: Posting, doubts: set[Doubt]) -> Posting:
    named = named_paragraphs(posting.text, posting.language or "en")
    language = (posting.language or "en")[:2]
    words = wordings(posting.text, named, is_cut=posting.truncated, language=language)
    if any(each.relation is Relation.QUOTES_BASE for each in named):
        doubts.add(Doubt.QUOTATION)
    attachment = attachment_of(
        posting.text, has_files=bool(posting.attachments), has_words=bool(words)
    )
    return replace(
        posting,
        references=named,
        non_references=non_references(posting.text, named),
        proposals=words,
        attachment=attachment,
        complete=not posting.truncated and attachment == "none visible",
    )


def _replies(found: Sequence[Stretch]) -> list[str | None]:
    """Name whom each posting answers where the markup tells: by author, account, or number."""
    by_frame = {each.frame: n for n, each in enumerate(found, 1) if each.frame is not None}
    answers: list[str | None] = []
    for each in found:
        parent = by_frame.get(each.parent) if each.parent is not None else None
        if parent is None:
            answers.append(None)
            continue
        above = found[parent - 1]
        answers.append(above.author or above.account or f"posting {parent}")
    return answers


def _endorsed_names(stretch: Stretch, says: PageSays) -> list[str]:
    return list(dict.fromkeys(speakers(stretch.text, says.known).endorsed))


def _notices(file: str, postings: Sequence[Posting], told: Sequence[Alias]) -> Iterator[Notice]:
    """Tell once what a person is to look at: boundaries and stages guessed, names to confirm."""
    cuts = [each.n for each in postings if Doubt.BOUNDARY in each.uncertain]
    if cuts:
        text = f"no line parts {_numbers(cuts)} from their neighbours; the words decided."
        yield Notice(Code.BOUNDARY_GUESSED, file, text)
    guessed = [each.n for each in postings if Doubt.STAGE in each.uncertain]
    if guessed:
        text = f"the stage of {_numbers(guessed)} rests on no more than the place on the page."
        yield Notice(Code.STAGE_GUESSED, file, text)
    long = [each.n for each in postings if len(each.text) > LONGEST]
    if long:
        text = f"{_numbers(long)}: only the first {LONGEST:,} characters were looked at."
        yield Notice(Code.TEXT_SKIPPED, file, text)
    for each in told:
        names = " and ".join(repr(name) for name in each.names)
        yield Notice(Code.ALIAS_PROPOSED, file, f"{names} may be one: {each.why}.")


def _numbers(numbers: Sequence[int]) -> str:
    """Print numbers with runs joined: "postings 30 to 32 and 34"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [
        part
        for run in runs
        for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    ]
    listed = ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else parts[0]
    return f"posting{'s' if len(numbers) > 1 else ''} {listed}"
