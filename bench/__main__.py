"""`python -m bench [part ...] [--quick]`: prints all figures, or those of the parts named."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable
from importlib import import_module

PARTS = {
    "alignment": "which paragraph became which: quality, transfers, noise, time",
    "argrewrite": "paragraphs and sentences of real essays, against links by hand",
    "audit": "what changed without a mark, found in Word files that declare other changes",
    "carried": "articles of a real convention, found again in its final draft",
    "chile": "amendment steps of a real convention, applied",
    "calibration": "how often a bead is right, by its score",
    "chain": "five revisions aligned, compared word by word and threaded",
    "compare": "whole processes, from two Word files to JSON",
    "odt": "OpenDocument beside Word: the same files read from both, by paragraph",
    "origin": "where the words of a chain came in, beside plain word differences",
    "page": "a large report: rendering it, and opening it in a browser",
    "pdf": "reading PDFs: words, paragraphs and labels, and what it costs",
    "printed": "drafts in six languages, printed and read again, beside their Word files",
    "pdf_marks": "marks drawn in PDFs, beside the same marks in Word files",
    "paris": "revisions of a real treaty text, against a key made by reading",
    "fates": "what became of proposals: generated ones, controls, every operation, time",
    "judging": "the time of judging alone, beside splitting and plain search; growth",
    "labels": "reading labels, and the rows of the shared table",
    "postings": "the register of a saved discussion page, field by field",
    "proposals": "reading operations from prose",
    "read": "reading Word files, beside unzipping and parsing them",
    "word": "real Word files: both readings and all numbers, beside other programs",
    "speed": "aligning long revisions, beside splitting and TF-IDF: time, growth, memory",
    "redline": "Word redlines: ours, and those of other programs",
    "references": "reading references, and the rows of the shared table",
    "words": "word differences, beside splitting the words",
}


def main() -> None:
    """Run the parts named on the command line, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="small sets and one round only")
    given = parser.parse_args()
    unknown = [part for part in given.parts if part not in PARTS]
    if unknown:
        parser.error(f"no part {unknown[0]!r}; choose from {', '.join(PARTS)}")
    print(f"Python {platform.python_version()}, {platform.machine()}")
    for part in given.parts or PARTS:
        print(f"\n{part}: {PARTS[part]}", flush=True)
        _run(part)(quick=given.quick)


def _run(part: str) -> Callable[..., None]:
    """Load a part only when it is run: each needs other libraries."""
    found: Callable[..., None] = import_module(f"bench.{part}").run
    return found


if __name__ == "__main__":
    main()
