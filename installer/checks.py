"""The one list of checks, and the test run with its coverage bounds."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import coverage_bounds
import translations
from places import OUT, ROOT, clean_environment, program

_CHECKS = (
    ("format", "ruff", "format", "--check", "--quiet"),
    ("lint", "ruff", "check", "--quiet"),
    ("types", "mypy", "--no-error-summary"),
    ("types of the installer", "mypy", "--no-error-summary", "--config-file", "installer/mypy.ini", "installer"),
    ("import contracts", "lint-imports"),
)
_RESULTS = OUT / "tests.xml"
_COVERAGE = OUT / "coverage.json"


def check() -> int:
    """Run every check, also after one failed; 0 when all passed."""
    failed = [name for name, tool, *arguments in _CHECKS if not _passes(name, tool, *arguments)]
    unfinished = translations.unfinished()
    for line in unfinished:
        print(line)
    if unfinished:
        failed.append("translations")
    print(f"checks failed: {', '.join(failed)}" if failed else "checks passed", flush=True)
    return 1 if failed else 0


def _passes(name: str, tool: str, *arguments: str) -> bool:
    began = time.monotonic()
    ended = subprocess.run(
        [str(program(tool)), *arguments],
        cwd=ROOT,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if ended.returncode:
        print(ended.stdout)
    print(f"{name}: {'failed' if ended.returncode else 'ok'} ({time.monotonic() - began:.1f} s)", flush=True)
    return ended.returncode == 0


def test(*, checks_passed: bool) -> int:
    """Run the test suite with branch coverage; the runner's own closing line comes last, what else failed above it.

    Non-zero when a check or a test failed, or a part of the program is covered less than its bound.
    """
    OUT.mkdir(exist_ok=True)
    _COVERAGE.unlink(missing_ok=True)
    # One more worker than cores, for some always wait for a window, a child or the disk. The order of the files is that
    # of tests/order.py. The file of a worker that died is begun again; twice is enough to name the test.
    side_by_side = ("-n", str(_cores() + 1), "--dist", "loadfile", "--no-loadscope-reorder")
    told = ("--cov", "--cov-report", f"json:{_COVERAGE}", "--junit-xml", _RESULTS)
    command = [program("python"), "-u", "-m", "pytest", *side_by_side, "--max-worker-restart", "1", *told]
    ended, closing = _stream_but_last([str(part) for part in command])
    short = coverage_bounds.report(_COVERAGE) if _COVERAGE.exists() else ["no coverage was measured"]
    for line in short if checks_passed else ["checks failed, as told before the tests", *short]:
        print(line)
    print(closing, flush=True)
    return ended or (0 if checks_passed and not short else 1)


def _cores() -> int:
    """Those this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _stream_but_last(command: list[str]) -> tuple[int, str]:
    """Run and pass on the output as it comes, all but the last line; exit code and that line."""
    held = ""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if held:
                sys.stdout.write(held)
                sys.stdout.flush()
            held = line
    return running.returncode, held.rstrip("\n")
