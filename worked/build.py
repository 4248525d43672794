"""Build the Word files of the worked example from the plain sources beside this file.

`python worked/build.py` writes drafts/*.docx and proposals/*.docx, the same bytes every time;
`--into FOLDER` writes them elsewhere; `--keys` prints, for each draft, the paragraph keys that the
answer key goes by, one a line behind the draft's name and a tab.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import word
from sources import Table, read_draft, read_prose, read_table

_HERE = Path(__file__).parent
DRAFTS = ("zero", "rev1", "rev2", "rev3")


def built() -> dict[str, bytes]:
    """Return every Word file of the example under its path, in the order of the paths."""
    drafts = {name: read_draft(_HERE / f"{name}.txt") for name in DRAFTS}
    files = {f"drafts/{name}.docx": word.draft(draft) for name, draft in drafts.items()}
    for source in sorted((_HERE / "proposals").iterdir()):
        if source.suffix == ".txt":
            data = word.prose(read_prose(source))
        else:
            told = read_table(source)
            if isinstance(told, Table):
                data = word.table(told)
            else:
                data = word.draft(drafts[told.base], told.changes)
        files[f"proposals/{source.stem}.docx"] = data
    return files


def main() -> None:
    """Write the files, or print the keys."""
    asked = argparse.ArgumentParser(description="Build the Word files of the worked example.")
    asked.add_argument("--into", type=Path, default=_HERE.parent, metavar="FOLDER")
    asked.add_argument(
        "--keys", action="store_true", help="print the paragraph keys, build nothing"
    )
    told = asked.parse_args()
    if told.keys:
        for name in DRAFTS:
            for entry in read_draft(_HERE / f"{name}.txt").entries:
                sys.stdout.write(f"{name}\t{entry.key}\n")
        return
    for name, data in built().items():
        path = told.into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
