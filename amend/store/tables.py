"""The tables of the database; rows never leave `store/`.

Each field of a stored value is a column of its own name; what is a value inside a value stands in
it as JSON. Table models do not check what they are given: `archive.py` does, on the way in. The
tables of a schema that was released are changed only beside a step in `migrations.py`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, LargeBinary, Text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel, UniqueConstraint

# None is the database's NULL, not the word null in JSON.
PLAIN = JSON(none_as_null=True)


def _plain() -> Any:
    """A column of JSON."""
    return Field(sa_type=PLAIN, nullable=False)


def _plain_or_none() -> Any:
    return Field(sa_type=PLAIN, nullable=True)


def _words() -> Any:
    """A column of text of any length, on databases that want to know, too."""
    return Field(sa_type=Text)


class Row(SQLModel, registry=registry()):
    """What all rows are; the registry is our own, apart from those of programs that import us."""


class SchemaRow(Row, table=True):
    """One step the schema has taken; the highest number is its version."""

    __tablename__ = "amend_schema"

    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class FileRow(Row, table=True):
    """The bytes of a source file, once for each content; `added` is ISO 8601 in UTC."""

    __tablename__ = "file"

    sha256: str = Field(primary_key=True, max_length=64)
    size: int
    data: bytes = Field(sa_type=LargeBinary(length=2**31 - 1))
    added: str = _words()


class RevisionRow(Row, table=True):
    """A revision; `spelling` is what all spellings of its name share, and stands once."""

    __tablename__ = "revision"

    key: int = Field(primary_key=True)
    spelling: str = Field(unique=True, max_length=400)
    name: str = _words()
    file: str = _words()
    sha256: str = Field(foreign_key="file.sha256", index=True, max_length=64)
    format: str = _words()
    language: str | None = _words()
    date: str | None = _words()
    notices: list[Any] = _plain()
    added: str = _words()


class ParagraphRow(Row, table=True):
    """A paragraph of a revision; `position` counts from 0 in reading order."""

    __tablename__ = "paragraph"
    __table_args__ = (UniqueConstraint("revision", "id"),)

    revision: int = Field(primary_key=True, foreign_key="revision.key", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    id: str = Field(max_length=400)
    label: Any = _plain_or_none()
    runs: list[Any] = _plain()
    source: dict[str, Any] = _plain()
    role: str = _words()
    printed: str | None = _words()
    parent: str | None = _words()
    path: str = _words()
    status: str | None = _words()
    brackets: list[Any] = _plain()
    comments: list[Any] = _plain()
    mark_inserted: dict[str, Any] | None = _plain_or_none()
    mark_deleted: dict[str, Any] | None = _plain_or_none()


class SubmissionRow(Row, table=True):
    """A submission; the name of its file stands once."""

    __tablename__ = "submission"

    key: int = Field(primary_key=True)
    file: str = Field(unique=True, max_length=400)
    by: list[Any] = _plain()
    on: str | None = _words()
    notices: list[Any] = _plain()
    sha256: str = Field(foreign_key="file.sha256", index=True, max_length=64)
    added: str = _words()


class ProposalRow(Row, table=True):
    """A proposal of a submission; `position` counts from 0 in reading order."""

    __tablename__ = "proposal"

    submission: int = Field(primary_key=True, foreign_key="submission.key", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    id: str = Field(index=True, max_length=400)
    by: list[Any] = _plain()
    operation: str = _words()
    source: dict[str, Any] = _plain()
    base: str = _words()
    target: list[Any] = _plain()
    paragraphs: list[Any] = _plain()
    text: str = _words()
    cut: str = _words()
    anchor: dict[str, Any] | None = _plain_or_none()
    place: dict[str, Any] | None = _plain_or_none()
    whole: str | None = _words()
    supporters: list[Any] = _plain()
    endorses: list[Any] = _plain()
    date: str | None = _words()
    complete: bool
    supersedes: str | None = _words()
    raw: str = _words()


class RulingRow(Row, table=True):
    """A person's ruling; `digest` is the SHA-256 of what it says, so that it stands once."""

    __tablename__ = "ruling"

    key: int = Field(primary_key=True)
    digest: str = Field(unique=True, max_length=64)
    matter: str = _words()
    by: str = _words()
    on: str = _words()
    reason: str = _words()
    proposal: str | None = _words()
    fate: str | None = _words()
    revision: str | None = _words()
    old_revision: str | None = _words()
    old: list[Any] = _plain()
    new: list[Any] = _plain()
    added: str = _words()


class WithdrawalRow(Row, table=True):
    """A person's word that a ruling holds no more; the ruling itself is never deleted."""

    __tablename__ = "withdrawal"

    ruling: int = Field(
        primary_key=True, foreign_key="ruling.key", sa_column_kwargs={"autoincrement": False}
    )
    by: str = _words()
    on: str = _words()
    reason: str = _words()
    added: str = _words()


class NoticeRow(Row, table=True):
    """A notice of the last run; `position` counts from 0."""

    __tablename__ = "notice"

    position: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    code: str = _words()
    where: str = _words()
    text: str = _words()


class RegisterRow(Row, table=True):
    """The register of one saved page; the name of its file stands once."""

    __tablename__ = "register"

    key: int = Field(primary_key=True)
    file: str = Field(unique=True, max_length=400)
    aliases: list[Any] = _plain()
    notices: list[Any] = _plain()
    sha256: str = Field(foreign_key="file.sha256", index=True, max_length=64)
    added: str = _words()


class PostingRow(Row, table=True):
    """An entry of a register; `position` counts from 0 in the order of the page."""

    __tablename__ = "posting"

    page: int = Field(primary_key=True, foreign_key="register.key", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    n: int
    line_start: int
    line_end: int
    text_start: int
    text_end: int
    opening: str = _words()
    text: str = _words()
    kind: str = _words()
    kind_tags: list[Any] = _plain()
    stage: str | None = _words()
    stage_basis: str | None = _words()
    thread: str | None = _words()
    reply_to: str | None = _words()
    organisations: list[Any] = _plain()
    organisation_basis: str | None = _words()
    supporters: list[Any] = _plain()
    parties: list[Any] = _plain()
    person: str | None = _words()
    email: str | None = _words()
    date: str | None = _words()
    date_kind: str | None = _words()
    dates: list[Any] = _plain()
    language: str | None = _words()
    references: list[Any] = _plain()
    non_references: list[Any] = _plain()
    proposals: list[Any] = _plain()
    supersedes: int | None
    duplicate_of: int | None
    resubmission_of: int | None
    endorses: list[Any] = _plain()
    endorses_others: list[Any] = _plain()
    attachment: str = _words()
    attachments: list[Any] = _plain()
    truncated: bool
    complete: bool
    uncertain: list[Any] = _plain()
    notes: list[Any] = _plain()


TABLES = tuple(Row.metadata.sorted_tables)
SCHEMA, FILES, REVISIONS, PARAGRAPHS, SUBMISSIONS, PROPOSALS, RULINGS, NOTICES = (
    Row.metadata.tables[name]
    for name in (
        *("amend_schema", "file", "revision", "paragraph"),
        *("submission", "proposal", "ruling", "notice"),
    )
)
REGISTERS, POSTINGS, WITHDRAWALS = (
    Row.metadata.tables[name] for name in ("register", "posting", "withdrawal")
)
