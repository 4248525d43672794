"""The paragraphs of an open text in, which of them stand in an option out.

Options fall together in the text that wins; what is no option stands for itself. Where a draft
prints its options, they need not be guessed from words (docs/design/0027-options.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from amend.model.draft import Paragraph, Role


def in_options(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Tell for each paragraph whether it heads an option or stands under one, by its path."""
    found = []
    option = ""
    for each in paragraphs:
        if each.role is Role.OPTION:
            option = each.path
        elif each.path != option and not each.path.startswith(f"{option} / "):
            option = ""
        found.append(bool(option))
    return found
