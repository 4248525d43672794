"""A wheel of the tree, put into an empty environment, does the whole job from any folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEMPLATES = (
    *("report.css", "report.html.j2", "report.js"),
    *("concordance.css", "concordance.html.j2"),
)


def run(*words: str | Path, cwd: Path) -> str:
    """Run a program and return what it prints; where it fails, say what it said."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        words, cwd=cwd, env=clean, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, so that nothing that lies in the tree by chance can help."""
    tree = tmp_path_factory.mktemp("tree")
    for folder in ("amend", "templates"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "out", cwd=tree)
    (made,) = (tree / "out").glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel, and sees the libraries it needs but not this tree.

    Folders named in a .pth file are searched, but their own .pth files are not read: that is what
    keeps the editable install of this tree out.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    found = home / "bin" / "python"
    paths = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", "venv", paths))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", found, "-qq", "install")
    run(*pip, "--no-deps", "--no-index", wheel, cwd=home)
    return found


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name in ("drafts", "proposals"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_templates_travel_inside_the_wheel(wheel: Path) -> None:
    inside = zipfile.ZipFile(wheel).namelist()
    assert {f"amend/templates/{name}" for name in TEMPLATES} <= set(inside)
    assert not [name for name in inside if name.startswith(("tests/", "drafts/", "worked/"))]


def test_the_table_of_weighty_words_travels_with_the_package(wheel: Path) -> None:
    assert "amend/weighty.toml" in zipfile.ZipFile(wheel).namelist()


def test_the_installed_package_is_the_wheel_and_not_this_tree(python: Path, tmp_path: Path) -> None:
    place = run(python, "-c", "import amend; print(amend.__file__)", cwd=tmp_path)
    assert str(python.parents[1]) in place


def test_the_installed_command_reports_from_any_folder(python: Path, workspace: Path) -> None:
    said = run(python.with_name("amend"), "report", "-o", "out", cwd=workspace)
    assert "The page is out/report.html" in said
    page = (workspace / "out" / "report.html").read_text(encoding="utf-8")
    assert "Declaration on Shared Rivers, Drought and Coastal Cities" in page


def test_a_users_own_templates_come_before_those_of_the_wheel(
    python: Path, workspace: Path
) -> None:
    (workspace / "templates").mkdir()
    (workspace / "templates" / "report.css").write_text("/* the user's own */", encoding="utf-8")
    run(python, "-m", "amend", "report", "-o", "out", cwd=workspace)
    page = (workspace / "out" / "report.html").read_text(encoding="utf-8")
    assert "/* the user's own */" in page
    assert "<title>" in page
