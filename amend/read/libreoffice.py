"""A file that only an office program reads in; what LibreOffice makes of it, as .odt, out.

LibreOffice runs by itself, without a window, in a folder and with settings of its own that are gone
afterwards: no macro runs, no link is followed, and time and memory have limits. It is killed with
all it has started. The limits are chosen in docs/design/0037-opendocument-and-others.md.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from amend.errors import ReadError

# Seconds by the clock and of computing, kilobytes of memory, blocks of 512 bytes in one file.
MOST_SECONDS, _MOST_COMPUTED = 240, 120
_MOST_MEMORY, _MOST_WRITTEN = 4_000_000, 2_000_000

_PROGRAMS = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_GET_IT = "Install LibreOffice (libreoffice.org), or open the file in Word and save it as .docx."
_SAVE = "Open it in Word and save it as .docx."
_SHELL = Path("/bin/sh")
_LIMITED = f'ulimit -c 0 -f {_MOST_WRITTEN} -t {_MOST_COMPUTED} -v {_MOST_MEMORY}; exec "$@"'
# Nothing runs, nothing is fetched: where a link is followed all the same, the way out is a port
# that nobody listens at.
_SETTINGS: Sequence[tuple[str, str, str]] = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("org.openoffice.Office.Java/ApplicationSettings", "Enabled", "false"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def program() -> str | None:
    """Return the path of LibreOffice on this machine, or None."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((each for each in _ELSEWHERE if Path(each).exists()), None)


def as_odt(data: bytes, suffix: str, reader: str, where: object) -> bytes:
    """Return a file as an OpenDocument text.

    `suffix` is that of its true format, `reader` what LibreOffice calls the way it reads it: it is
    not left to guess. Raises ReadError where LibreOffice is not there, or cannot read the file.
    """
    found = program()
    if found is None:
        what = f"is read by way of LibreOffice ({suffix}), which is not on this machine"
        raise ReadError(what, where=where, hint=_GET_IT)
    with tempfile.TemporaryDirectory(prefix="amend-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given, made = folder / f"given{suffix}", folder / "made"
        given.write_bytes(data)
        settings = folder / "profile" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
        _run([found, *_asked(folder, reader, made), str(given)], folder, where)
        out = made / "given.odt"
        if not out.is_file():
            raise ReadError("cannot be opened by LibreOffice", where=where, hint=_SAVE)
        return out.read_bytes()


def _asked(folder: Path, reader: str, made: Path) -> list[str]:
    profile = (folder / "profile").as_uri()
    return [
        *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
        *(f"-env:UserInstallation={profile}", f"--infilter={reader}"),
        *("--convert-to", "odt:writer8", "--outdir", str(made)),
    ]


def _run(command: Sequence[str], folder: Path, where: object) -> None:
    """Run it to its end, or to the end of its time; nothing it started is left."""
    if _SHELL.exists():
        command = [str(_SHELL), "-c", _LIMITED, "sh", *command]
    running = subprocess.Popen(  # noqa: S603 - a program of this machine, no word of it a stranger's
        command,
        cwd=folder,
        env=_surroundings(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        running.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        found = f"took LibreOffice more than {MOST_SECONDS} seconds"
        raise ReadError(found, where=where, hint=_SAVE) from None
    finally:
        _kill(running)


def _kill(running: subprocess.Popen[bytes]) -> None:
    """End the program with its children; most often there is nothing left to end."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
    running.wait()


def _surroundings(folder: Path) -> Mapping[str, str]:
    """Return an environment that tells nothing of the user's: no proxy, no home, no session."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    own = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), str(folder))
    return kept | own | {"LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )
