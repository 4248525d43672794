"""A posting in, what kind of entry it is out, and what else it is besides."""

from __future__ import annotations

import re

from amend.model.submission import Posting
from amend.parse.postings.attachments import NONE, says_much

PROMPT = "moderator_prompt"
_STATEMENT = re.compile(
    r"(?<!addition to the )(?<!addition to our )\b(?:statement|intervention|remarks|delivered"
    r"|speaking\s+points|intervención)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\bjoint(?:ly)?\b", re.IGNORECASE)
_FEW_WORDS = 40


def kind_of(posting: Posting) -> tuple[str, tuple[str, ...]]:
    """Return the kind of an entry and further kinds it is of; a tie to others comes first."""
    if posting.kind == PROMPT:
        return PROMPT, ()
    plain, tags = _plain(posting)
    is_joint = len(posting.organisations) > 1 or _JOINT.search(posting.text) is not None
    if is_joint and plain in {"attachment_only", "general_comment"}:
        mere = posting.attachment != "link"
        plain, tags = ("joint_submission", tags) if mere else (plain, (*tags, "joint_submission"))
    elif is_joint:
        tags = (*tags, "joint_submission")
    if posting.duplicate_of is not None:
        return "duplicate", (plain, *tags)
    if posting.supersedes is not None:
        return "correction", (plain, *tags)
    if posting.endorses:
        return "endorsement", (plain, *tags)
    if posting.endorses_others:
        tags = (*tags, "endorsement")
    return plain, tags


def _plain(posting: Posting) -> tuple[str, tuple[str, ...]]:
    if posting.proposals:
        return "language_proposal_inline", ()
    opening = "\n".join(posting.text.split("\n")[:3])
    if posting.organisations and _STATEMENT.search(opening):
        return "statement", ()
    if posting.attachment == NONE:
        return "general_comment", ()
    if posting.attachment == "implied" and says_much(posting.text):
        return "general_comment", ()
    is_long = says_much(posting.text) and len(posting.text.split()) > 3 * _FEW_WORDS
    return "attachment_only", ("general_comment",) if is_long else ()
