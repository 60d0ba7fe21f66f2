"""Makes `.venv` exactly as `uv.lock` says, and everything that is made once inside it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from places import OUT, ROOT, VENV, clean_environment, program, start
from system_needs import apt_install

_UV = "uv==0.13.9"
"""The version that wrote `uv.lock`; newer ones read it too."""

_SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
_BOOTSTRAP = OUT / "bootstrap"
_DEBIANS_VENV = ("python3-venv",)
_STAMP = VENV / "made-from"
_MADE_FROM = ("uv.lock", "pyproject.toml", "installer/fonts.py")


def ensure() -> None:
    """Make or refresh `.venv` and the faces in it; milliseconds when nothing changed since.

    A `.venv` that was made elsewhere and moved is made anew: its programs name the place they were made in.
    Ends the program with one sentence when something outside the checkout has to be mended by hand.
    """
    fingerprint = _fingerprint()
    made_from = _STAMP.read_text(encoding="utf-8").splitlines() if _STAMP.exists() else []
    if made_from == [fingerprint, str(VENV)] and program("python").exists():
        return
    if made_from[1:] not in ([], [str(VENV)]):
        shutil.rmtree(VENV)
    print("Making .venv from uv.lock (once)", flush=True)
    _sync(_uv_at_hand() or _bootstrapped())
    _make_faces()
    _STAMP.write_text(f"{fingerprint}\n{VENV}\n", encoding="utf-8")


def packages() -> tuple[str, ...]:
    """The Debian packages without which `.venv` could not be made here."""
    ready = program("python").exists() or _uv_at_hand() or _has_pip_for_environments()
    return () if ready else _DEBIANS_VENV


def _fingerprint() -> str:
    """A hash over the files that say what belongs into `.venv`."""
    digest = hashlib.sha256()
    for name in _MADE_FROM:
        path = ROOT / name
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()


def _sync(uv: Path | str) -> None:
    """`uv sync --frozen` with the interpreter that runs this file, or the one `.venv` already has."""
    command = [str(uv), "sync", "--frozen", "--quiet"]
    if not program("python").exists():
        command += ["--python", sys.executable]
    if start(*command, env=_environment_of_uv()):
        sys.exit("uv could not make .venv; its reason stands above.")


def _environment_of_uv() -> dict[str, str]:
    """No interpreter from the network, and the system's certificates where it has any: firms look into TLS."""
    environment = clean_environment(UV_PYTHON_DOWNLOADS="never")
    if not sys.platform.startswith("linux") or _SYSTEM_CERTIFICATES.exists():
        environment.setdefault("UV_SYSTEM_CERTS", "true")
    return environment


def _uv_at_hand() -> Path | str | None:
    """The uv on PATH, or one of our own under `out/`."""
    own = program("uv", _BOOTSTRAP)
    return shutil.which("uv") or (own if own.exists() else None)


def _bootstrapped() -> Path:
    """An own uv, fetched by pip; python3-venv is tried once more alone, in case another package kept apt from it."""
    if not _has_pip_for_environments() and not apt_install(_DEBIANS_VENV):
        sys.exit(
            "Python cannot make environments with pip here. With python3-venv installed, or uv on PATH, start again."
        )
    steps = (
        [sys.executable, "-m", "venv", "--clear", str(_BOOTSTRAP)],
        [str(program("python", _BOOTSTRAP)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", _UV],
    )
    for step in steps:
        if start(*step):
            sys.exit("uv could not be fetched; the reason stands above. With uv on PATH this step is not needed.")
    return program("uv", _BOOTSTRAP)


def _has_pip_for_environments() -> bool:
    """Debian ships `venv` without `ensurepip` until python3-venv is installed."""
    return (
        subprocess.run(
            [sys.executable, "-c", "import ensurepip, venv"], env=clean_environment(), capture_output=True, check=False
        ).returncode
        == 0
    )


def _make_faces() -> None:
    """The program of the fonts skips what is already there."""
    faces = ROOT / "installer" / "fonts.py"
    if start(program("python"), faces):
        sys.exit("The faces of labels and screens could not be made; the reason stands above.")
