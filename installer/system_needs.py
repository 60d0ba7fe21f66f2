"""What the operating system has to bring: Qt's libraries, and for the tests a screen, a printer system and fonts.

Presence is read from the linker's cache and the file system, so that it costs milliseconds and holds on every Linux;
names for installing are Debian's. Windows and macOS bring all of it with the wheels.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from places import clean_environment

_SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True, slots=True)
class Need:
    """A Debian package and its proof: a library's soname, a program's name, or an absolute path."""

    package: str
    proof: str


RUN = (
    Need("libegl1", "libEGL.so.1"),
    Need("libgl1", "libGL.so.1"),
    Need("libdbus-1-3", "libdbus-1.so.3"),
    Need("libfontconfig1", "libfontconfig.so.1"),
    Need("libglib2.0-0", "libglib-2.0.so.0"),
    Need("libxkbcommon0", "libxkbcommon.so.0"),
    Need("libxcb-cursor0", "libxcb-cursor.so.0"),
    Need("libxcb-icccm4", "libxcb-icccm.so.4"),
    Need("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    Need("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    Need("libxcb-shape0", "libxcb-shape.so.0"),
    Need("fonts-hanazono", "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"),
)
"""What any start needs. Qt's part was found in a bare Debian 12 tree (2026-11); HanaMinB draws rare names."""

TEST = (
    *RUN,
    Need("xvfb", "Xvfb"),
    Need("xauth", "xauth"),
    Need("cups", "/usr/share/cups/drv/sample.drv"),
    Need("cups-daemon", "cupsd"),
    Need("cups-client", "lpadmin"),
    Need("cups-ipp-utils", "ipptool"),
    Need("cups-filters", "/usr/lib/cups/filter/pdftopdf"),
    Need("poppler-utils", "pdftotext"),
    Need("strace", "strace"),
    Need("util-linux", "setpriv"),
    Need("xdotool", "xdotool"),
    Need("xclip", "xclip"),
    Need("openbox", "openbox"),
    Need("libxtst6", "libXtst.so.6"),
)
"""What the tests use beside it: X server, real print queue, PDF reader, system call trace, keys typed through XTEST."""


def missing(needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """Those needs whose proof this machine does not show; none on systems other than Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    libraries = _linker_cache()
    return tuple(need for need in needs if not _is_shown(need.proof, libraries))


def provide(needs: tuple[Need, ...], also: tuple[str, ...] = ()) -> tuple[Need, ...]:
    """Install what is missing, and the packages in `also`, if that can be done without asking for a password.

    Where it cannot be done, prints the line to type. Gives back what is missing afterwards.
    """
    packages = (*also, *(need.package for need in missing(needs)))
    if packages and not apt_install(packages):
        _say_line(packages)
    return missing(needs) if packages else ()


def apt_install(packages: tuple[str, ...]) -> bool:
    """Install Debian packages; False when there is no right to, or apt failed both with and without fresh lists."""
    apt = _apt()
    if apt is None:
        return False
    print(f"Installing {' '.join(packages)}", flush=True)
    command = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    return _quietly(command) or (_quietly([*apt, "update"]) and _quietly(command, loudly_on_failure=True))


def install_line(packages: tuple[str, ...]) -> str:
    """The line that a person with rights types to install Debian packages."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def _say_line(packages: tuple[str, ...]) -> None:
    if shutil.which("apt-get"):
        print(f"Missing on this system; please type:\n  {install_line(packages)}", flush=True)
    else:
        print(f"Missing on this system (Debian's names): {' '.join(packages)}", flush=True)


def _apt() -> list[str] | None:
    """How to call apt-get with rights, or None."""
    if not shutil.which("apt-get"):
        return None
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    if _is_root():
        return quiet
    if shutil.which("sudo") and _quietly(["sudo", "-n", "true"]):
        return ["sudo", "-n", *quiet]
    return None


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _quietly(command: list[str], *, loudly_on_failure: bool = False) -> bool:
    ended = subprocess.run(
        command, env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if ended.returncode and loudly_on_failure:
        print(ended.stdout[-2000:], flush=True)
    return ended.returncode == 0


def _linker_cache() -> str:
    ldconfig = shutil.which("ldconfig", path=_SYSTEM_PATH)
    if ldconfig is None:
        return ""
    return subprocess.run([ldconfig, "-p"], env=clean_environment(), capture_output=True, text=True, check=False).stdout


def _is_shown(proof: str, libraries: str) -> bool:
    if proof.startswith("/"):
        return Path(proof).exists()
    if ".so." in proof:
        return f"\t{proof} " in libraries
    return shutil.which(proof, path=_SYSTEM_PATH) is not None
