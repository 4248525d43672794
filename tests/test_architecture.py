"""The house as it was drawn: who may import whom, what a command loads, where libraries live."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "amend"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Each outside library, and the rooms that may name it; what is not listed here is not used.
ROOMS: dict[str, tuple[str, ...]] = {
    "typer": ("cli/",),
    "rich": (
        *("render/terminal.py", "render/audit_terminal.py", "render/rolling_terminal.py"),
        "render/origin_terminal.py",
        "render/pager.py",
        "render/rebase_terminal.py",
        "render/screen.py",
    ),
    "jinja2": ("render/html.py",),
    "markupsafe": ("render/html.py",),
    "sqlmodel": ("store/",),
    "sqlalchemy": ("store/",),
    "lxml": ("read/",),
    "pypdfium2": (
        "read/pdf_annotations.py",
        "read/pdf_child.py",
        "read/pdf_fields.py",
        "read/pdf_library.py",
        "read/pdf_shown.py",
    ),
    "polib": ("render/tongue.py",),
    "xlsxwriter": ("render/xlsx.py", "render/template.py"),
    "rapidfuzz": ("text/", "align/", "audit/", "match/"),
    "diff_match_patch": ("text/", "align/", "match/"),
    "numpy": ("text/arrays.py",),
}
NOT_FOR_HELP = (
    *("lxml", "rapidfuzz", "jinja2", "rich", "sqlmodel", "sqlalchemy", "docx", "numpy", "pydantic"),
    "xlsxwriter",
    *("diff_match_patch", "amend.pipeline", "amend.read", "amend.parse", "amend.store"),
)
NOT_FOR_PLAIN_TEXT = (
    *("lxml", "jinja2", "rich", "sqlmodel", "sqlalchemy", "docx", "numpy", "diff_match_patch"),
    *("pydantic", "xlsxwriter"),
    *("amend.store.tables", "amend.match.judge", "amend.render.html", "amend.render.terminal"),
)
NETWORK = ("socket", "http", "urllib", "ftplib", "smtplib", "ssl", "requests", "asyncio")
# Only takes addresses apart.
OFFLINE = ("urllib.parse",)
_RUN = """
import sys
from amend.cli import main
try:
    main()
except SystemExit as leaving:
    code = leaving.code
print(code or 0, *sorted(sys.modules), file=sys.stderr)
"""


def loaded(*words: str) -> set[str]:
    """Run a command of amend in a new Python and name every module it loads."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return set(modules)


def imports(path: Path) -> set[str]:
    """Name the modules that a file imports, wherever in it the line stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None and not node.level:
            found.add(node.module)
    return found


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_imports_run_down_only() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-logo"], capture_output=True, encoding="utf-8", check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout


def test_each_outside_library_lives_in_its_room() -> None:
    astray = [
        f"{room(path)}: {name}"
        for path in MODULES
        for name in {each.partition(".")[0] for each in imports(path)} - sys.stdlib_module_names
        if name != "amend" and not room(path).startswith(ROOMS.get(name, ()))
    ]
    assert astray == []


def test_no_module_opens_a_connection() -> None:
    online = [
        f"{room(path)}: {name}"
        for path in MODULES
        for name in imports(path)
        if name.partition(".")[0] in NETWORK and name not in OFFLINE
    ]
    assert online == []


def test_a_module_says_first_what_comes_in_and_what_goes_out() -> None:
    silent = [
        room(path)
        for path in MODULES
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_module_is_a_place_for_everything() -> None:
    vague = {"utils", "util", "helpers", "helper", "base", "common", "misc"}
    names = {part for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert not names & vague


def test_help_loads_no_stage_and_no_heavy_library() -> None:
    assert not loaded("--help") & set(NOT_FOR_HELP)


def test_comparing_plain_texts_loads_only_what_compares(tmp_path: Path) -> None:
    for name, line in (("a.txt", "9. We commit to act."), ("b.txt", "9. We commit to act now.")):
        (tmp_path / name).write_text(line, encoding="utf-8")
    modules = loaded("compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--json")
    assert not modules & set(NOT_FOR_PLAIN_TEXT)
    assert "rapidfuzz" in modules


def test_the_versions_that_are_set_up_are_ones_that_the_project_allows() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*settings["project"]["dependencies"], *settings["dependency-groups"]["dev"]]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.lower().split("==") for line in lines if not line.startswith("#"))
    wrong = [line for line in asked if not _allows(Requirement(line), pinned)]
    assert wrong == []


def _allows(asked: Requirement, pinned: dict[str, str]) -> bool:
    version = pinned.get(asked.name.lower())
    return version is not None and asked.specifier.contains(version)
