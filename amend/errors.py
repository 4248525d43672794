"""What stops a command: errors that say where, what was found, and what to do."""

from __future__ import annotations


class AmendError(Exception):
    """Something the user can mend; the command ends with exit code 1.

    `where` is a file, or a file and a place in it; `hint` is an imperative that lists the choices.
    """

    def __init__(self, message: str, *, where: object = "", hint: str = "") -> None:
        """Keep the three parts apart, so that each front end can lay them out its own way."""
        super().__init__(message)
        self.message = message
        self.where = str(where) if where else ""
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class ReadError(AmendError):
    """A file cannot be read at all."""


class LabelError(AmendError):
    """A string is no paragraph label, or a label is not in the draft."""


class ProposalError(AmendError):
    """A proposal cannot be placed against the revision it names."""


class WorkspaceError(AmendError):
    """A workspace, its settings or its database cannot be used as it is."""


class MarksError(AmendError):
    """What `--marks` or amend.toml says of looks cannot be meant."""
