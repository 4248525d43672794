"""What a person rules in a workspace, in; the record of it, and what is told of it, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from amend import meant, pipeline
from amend.errors import WorkspaceError
from amend.model.draft import Revision
from amend.model.ruling import Given, Named, PersonRuling, Withdrawal
from amend.notices import Notice
from amend.read import read_bytes
from amend.read.files import load
from amend.store.archive import Archive
from amend.store.naming import find, same_name


class Rulings:
    """The rulings of one workspace; every name in them is checked before they are stored."""

    def __init__(self, archive: Archive, profile: str) -> None:
        """Take the archive they stand in, and the profile by which its numbers are read."""
        self._archive = archive
        self._profile = profile

    def fate(self, ruling: PersonRuling, now: datetime) -> bool:
        """Store a person's ruling on a fate, once it is known to speak of a proposal that is here.

        Raises AmendError with the choices if it does not; says whether it was new.
        """
        revisions = self._archive.revisions()
        proposals, _ = pipeline.settle(self._archive.submissions())
        meant.proposal(ruling.proposal or "", proposals)
        if ruling.revision is not None:
            ruling = replace(ruling, revision=find(ruling.revision, revisions).name)
        return self._archive.add_ruling(ruling, now=now)

    def target(self, ruling: PersonRuling, labels: Iterable[str], now: datetime) -> bool:
        """Store which paragraphs a proposal is on, as a user names them; else as `fate` does."""
        proposals, _ = pipeline.settle(self._archive.submissions())
        chosen = meant.proposal(ruling.proposal or "", proposals)
        base = find(chosen.base, self._archive.revisions())
        ruling = replace(ruling, old=self._named(labels, base))
        return self._archive.add_ruling(ruling, now=now)

    def link(
        self, ruling: PersonRuling, old: Iterable[str], new: Iterable[str], now: datetime
    ) -> bool:
        """Store which paragraphs became which, as a user names them; else as `fate` does.

        One of the sides may be empty in a LINK: they became nothing, or came from nothing.
        """
        known = self._archive.revisions()
        earlier, later = find(ruling.old_revision or "", known), find(ruling.revision or "", known)
        if known.index(later) <= known.index(earlier):
            names = ", ".join(each.name for each in known)
            hint = f"--from names the older one, --of the newer: {names}."
            raise WorkspaceError(f"{later.name} does not follow {earlier.name}", hint=hint)
        ruling = replace(
            ruling, old_revision=earlier.name, revision=later.name,
            old=self._named(old, earlier), new=self._named(new, later),
        )  # fmt: skip
        return self._archive.add_ruling(ruling, now=now)

    def concordance(
        self, path: Path, ruling: PersonRuling, now: datetime
    ) -> tuple[int, int, tuple[Notice, ...]]:
        """Store what an official concordance says as rulings; all of it in one go.

        `ruling` says who rules, when and why, and names the revisions where the table does not.
        Returns how many rulings it makes, how many of them are new, and which rows were left out.
        Raises ReadError if the file holds no such table.
        """
        from amend.official import rulings
        from amend.parse.concordance import correspondences

        known = self._archive.revisions()
        names = {same_name(each.name): each.name for each in known}
        source = read_bytes(load(path), path.name)
        rows = correspondences(source, lambda head: names.get(same_name(head)))
        between = ruling.old_revision or "", ruling.revision or ""
        found, told = rulings(
            rows, known, by=ruling.by, on=ruling.on, why=ruling.reason, between=between,
            profile=self._profile,
        )  # fmt: skip
        return len(found), self._archive.add_rulings(found, now=now), (*source.notices, *told)

    def withdraw(self, number: int, withdrawal: Withdrawal, now: datetime) -> Given:
        """Store that a ruling holds no more; it stays in the record with who withdrew it, and why.

        Raises WorkspaceError, with the numbers there are, for one that is not there to withdraw.
        """
        return self._archive.withdraw_ruling(number, withdrawal, now=now)

    def _named(self, printed: Iterable[str], revision: Revision) -> tuple[Named, ...]:
        found = (one for each in printed for one in meant.named(each, revision, self._profile))
        return tuple(dict.fromkeys(found))
