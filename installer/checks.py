"""The one list of checks, and the test run with its coverage bounds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import coverage_bounds
import translations
from places import OUT, ROOT, clean_environment, program

_CHECKS = (
    (
        ("types", "mypy", "--no-error-summary"),
        ("types of the installer", "mypy", "--no-error-summary", "--config-file", "installer/mypy.ini", "installer"),
    ),
    (
        ("format", "ruff", "format", "--check", "--quiet"),
        ("lint", "ruff", "check", "--quiet"),
        ("import contracts", "lint-imports"),
    ),
)
"""Two rows that go side by side. Who keeps what he found in the same files stands in the same row."""

_RESULTS = OUT / "tests.xml"
_COVERAGE = OUT / "coverage.json"


def check(*, tests_follow: bool = False) -> int:
    """Run every check, also after one failed; 0 when all passed.

    Where `tests_follow` in a checkout whose tests were never read, they are read beside the checks.
    """
    with ThreadPoolExecutor() as side_by_side:
        if tests_follow:
            side_by_side.submit(_read_tests)
        failed = [name for row in side_by_side.map(_failed, _CHECKS) for name in row]
    unfinished = translations.unfinished()
    for line in unfinished:
        print(line)
    if unfinished:
        failed.append("translations")
    print(f"checks failed: {', '.join(failed)}" if failed else "checks passed", flush=True)
    return 1 if failed else 0


def _failed(row: tuple[tuple[str, ...], ...]) -> list[str]:
    return [name for name, tool, *arguments in row if not _passes(name, tool, *arguments)]


def _read_tests() -> None:
    """Have the tests compiled once, before every worker would compile all of them for itself at the same time.

    What is wrong with them is told when they run.
    """
    if not any((ROOT / "tests").glob("__pycache__/*-pytest-*.pyc")):
        command = [str(program("python")), "-m", "pytest", "--collect-only", "-qq"]
        subprocess.run(command, cwd=ROOT, env=clean_environment(), capture_output=True, check=False)


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
    found = f"{ended.stdout}\n" if ended.returncode else ""
    verdict = "failed" if ended.returncode else "ok"
    print(f"{found}{name}: {verdict} ({time.monotonic() - began:.1f} s)\n", end="", flush=True)
    return ended.returncode == 0


def test(*, checks_passed: bool) -> int:
    """Run the test suite with branch coverage; the runner's own closing line comes last, what else failed above it.

    Non-zero when a check or a test failed, or a part of the program is covered less than its bound.
    """
    OUT.mkdir(exist_ok=True)
    _COVERAGE.unlink(missing_ok=True)
    # One more worker than cores, for some always wait for a window, a child or the disk. The order of the files is that
    # of tests/order.py. A worker that died names its test and is not replaced: xdist can wait for ever for one that is.
    side_by_side = ("-n", str(_cores() + 1), "--dist", "loadfile", "--no-loadscope-reorder")
    told = ("--cov", "--cov-report", f"json:{_COVERAGE}", "--junit-xml", _RESULTS)
    command = [program("python"), "-u", "-m", "pytest", *side_by_side, "--max-worker-restart", "0", *told]
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
