"""A macro in, LibreOffice's work on some files out: started once, in a profile of its own.

A macro is asked, for `--convert-to` has no way to accept, reject or compare.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_LONGEST = 240  # seconds; on a busy machine one file takes two
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {0}:{1} PUBLIC "-//OpenOffice.org//DTD '
_HEAD += 'OfficeDocument 1.0//EN" "{1}.dtd">\n<{0}:{1} xmlns:{0}="http://openoffice.org/2000/{0}" '
_MODULE = _HEAD.format("script", "module")
_MODULE += 'script:name="Asked" script:language="StarBasic">{}</script:module>\n'
_LIBRARY = _HEAD.format("library", "library")
_LIBRARY += (
    'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Asked"/></library:library>\n'
)


def is_here() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def run(basic: str, *arguments: str, folder: Path) -> None:
    """Run the macro `Asked` of some Basic, which must end the program when it is done.

    No argument may hold a quotation mark. The profile is made in the folder, once.
    """
    profile = folder / "profile"
    bare = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    scripts = profile / "user" / "basic" / "Standard"
    if not scripts.exists():  # the first start makes the profile, and would undo ours
        _start([*bare, "--terminate_after_init"])
        (scripts / "script.xlb").write_text(_LIBRARY, "utf-8")
    (scripts / "Asked.xba").write_text(_MODULE.replace("{}", escape(basic)), "utf-8")
    given = ",".join(f'"{each}"' for each in arguments)
    _start([*bare, f"macro:///Standard.Asked.Asked({given})"])


def _start(words: Sequence[str]) -> None:
    started = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        started.wait(_LONGEST)
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)  # what it started goes on without it
        raise
