"""Every word and sentence the report's page says of itself, and how its counts are told.

The templates and the script hold none. A name in braces is filled in where the sentence is used.
"""

from __future__ import annotations

from collections.abc import Mapping

from amend.model.ruling import Headline
from amend.text.told import pattern

WORDS: Mapping[str, str] = {
    # the views
    "overview": "Overview",
    "text": "Side by side",
    "proponents": "Proponents",
    "proposals": "Proposals",
    "concordance": "Concordance",
    "ways": "Ways of the paragraphs",
    "audit": "Audit",
    "audit_told": (
        "Files with tracked changes: what each declares, against what really differs from the text"
        " it was made on."
    ),
    "notices": "Notices",
    "whole": "All of it",
    "index": "Index",
    "whole_report": "The whole report",
    "trails": "Every proposal with its evidence",
    "skip": "Skip to the report",
    "views": "Views of this report",
    "one_paragraph": "Paragraph {name}",
    "one_proposal": "One proposal and what became of it",
    "dossier": "What became of the language of {name}",
    "loose": "Proposals on no paragraph",
    "loose_told": (
        "These name no paragraph that could be found, and none of their words led to one."
    ),
    # the overview
    "revisions": "Revisions",
    "revision": "Revision",
    "date_and_file": "Date and file",
    "paragraphs": "Paragraphs",
    "paragraph": "Paragraph",
    "steps": "From one revision to the next",
    "steps_told": "A paragraph may be counted under several heads.",
    "to": "to",
    "open": "What is open, in numbers",
    "open_told": "Brackets that stand side by side are one set of alternatives.",
    "open_in": "Open in",
    "busiest": "What changed most",
    "busiest_told": "Words that came in and went, over all steps.",
    "words_in": "Words in",
    "words_out": "Words out",
    "fates": "What became of the proposals",
    "standings": "Fates by proponent and revision, in numbers",
    "tallies_told": (
        "Words taken are those of the latest revision; words that several proponents asked for"
        " count for each of them."
    ),
    "proponent": "Proponent",
    "count": "Proposals",
    "new_words_taken": "New words taken",
    "taken_of": "{taken} of {of}",
    "not_measured": "not measured",
    "thresholds": (
        "Measured with these thresholds: {told}. A fate says what a text shows, never why."
    ),
    "picture_fates": "Fates by proponent and revision",
    "picture_open": "What is open",
    "picture_ways": "How every paragraph went through the revisions",
    # the legend
    "legend": "Legend",
    "inserted": "inserted",
    "inserted_told": "words that came in",
    "deleted": "deleted",
    "deleted_told": "words that went",
    "variant": "variant",
    "variant_told": "punctuation, case or spelling alone",
    "was": "was: {words}",
    "good": "adopted",
    "good_told": "wholly or for the most part",
    "part": "partly",
    "part_told": "in part",
    "none": "not adopted",
    "none_told": "too little of it stands",
    "open_fate": "open",
    "open_fate_told": "already there, or cannot be known",
    # the bar
    "choose": "Choose what to show",
    "all": "all",
    "search": "Search",
    "fate": "Fate",
    "course": "Course",
    "in_revision": "In {name}",
    "weighty": "Weighty words",
    "changed_only": "changed only",
    "show_all": "Show all",
    "columns": "Revisions shown",
    "columns_told": "Marks show the step from the revision before, whether it is shown or not.",
    "against": "marked against {name}",
    "some_paragraphs": "{shown} of {all} paragraphs",
    "all_paragraphs": "{all} paragraphs",
    "some_proposals": "{shown} of {all} proposals",
    "all_proposals": "{all} proposals",
    "nothing": "Nothing fits. Show all, or choose otherwise.",
    # a paragraph
    "named_here": "Named here too:",
    "roots": "Where its words come from, as of {name}",
    "words": "Words",
    "came_in": "Came in",
    "known": "Who asked",
    "copy_this": "Copy with its marks",
    "copied": "Copied.",
    "life": "Its life",
    # a proposal
    "to_go": "To go",
    "asked_for": "Asked for",
    "supported_by": "Supported by",
    "same_words": "Same words from",
    "read_in": "Read in",
    "not_found": "Not found:",
    "ruled_by": "Ruled by",
    "latest": "Latest",
    "headline": "Course",
    "trail": "The whole trail",
    "where": "Where",
    "asks": "Asks to",
    # a proponent
    "backed": "Proposals of others that it supports",
    "page_of": "Page of {name}",
    # keys
    "keys_help": "Keys and addresses",
    "close": "Close",
    "keys_on": "single keys do this",
    "key_change": "next and previous change",
    "key_proposal": "next and previous proposal",
    "key_search": "search",
    "key_copy": "copy the paragraph with its marks",
    "key_help": "this help",
    "key_views": "the views, in their order",
    "address_told": (
        "The address holds what you see: the view, the filters, the revisions shown and your place."
        " Send it as a link together with this file."
    ),
    "print_told": "Print shows the view you are in, on A4 landscape, with all evidence open.",
}
"""The words of the page, by what they stand for."""

TONE_OF: Mapping[str, str] = {
    Headline.CARRIED: "good",
    Headline.RESTORED_LATER: "good",
    Headline.DROPPED_LATER: "part",
    Headline.NOT_CARRIED: "none",
    Headline.UNDETERMINABLE: "open",
}
"""The tone of a course, for the eye; its word stands beside it everywhere."""

STANDING_WORDS = pattern(
    "{words} of {revision} had been asked for here before they came in, each counted once."
)
STANDING_NONE = pattern(
    "None of the words that came in with {revision} had been asked for here before."
)
SHARED_WORDS = pattern("{words:,} of them had been asked for by others too: {names}.")
COURSES_TOLD = pattern("{proposals}; as of {revision}: {told}.")
BACKED_TOLD = pattern("{proposals} of others supported.")
ALL_CAME_IN = pattern("All its words came in with {revision}.")
NO_WORDS = pattern("It has no words.")
AWAY = "—"
