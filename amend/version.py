"""The version of amend, printed by `amend --version` and on every report."""

VERSION = "0.1.0"
