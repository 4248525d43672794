"""`python -m amend` is `amend`."""

from amend.cli import main

main()
