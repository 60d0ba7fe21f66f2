"""The bounds of coverage bite."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import coverage_bounds
import pytest


def _report(folder: Path, **reached: int) -> Path:
    """A report of files with 80 statements and 20 branches, of which so many are reached; `__` stands for `/`."""
    files = {
        f"outlet_app/{name.replace('__', '/')}.py": {
            "summary": {
                "covered_lines": min(count, 80),
                "num_statements": 80,
                "covered_branches": max(count - 80, 0),
                "num_branches": 20,
            }
        }
        for name, count in reached.items()
    }
    path = folder / "coverage.json"
    path.write_text(json.dumps({"files": files}), encoding="utf-8")
    return path


def test_a_program_within_all_bounds_has_nothing_to_report(tmp_path: Path) -> None:
    assert coverage_bounds.report(_report(tmp_path, sealing__seal=100, domain__terms=92, ui__theme=85)) == []


@pytest.mark.parametrize(
    ("name", "reached", "part"),
    [
        ("sealing__seal", 99, "outlet_app/sealing/"),
        ("domain__masking", 99, "outlet_app/domain/masking.py"),
        ("domain__mask_floor", 99, "outlet_app/domain/mask_floor.py"),
        ("domain__history", 99, "outlet_app/domain/history.py"),
        ("services__reveal", 99, "outlet_app/services/reveal.py"),
        ("store__waybills", 91, "outlet_app/"),
        ("ui__theme", 84, "outlet_app/ui/"),
    ],
)
def test_a_part_under_its_bound_is_told_with_its_file(tmp_path: Path, name: str, reached: int, part: str) -> None:
    first, second = coverage_bounds.report(_report(tmp_path, **{name: reached}))

    assert first.startswith(f"coverage of {part}: {reached}.0 %")
    assert f"{name.replace('__', '/')}.py: {100 - reached} of 100" in second


def test_a_full_file_elsewhere_does_not_lift_a_part_that_is_short(tmp_path: Path) -> None:
    short = coverage_bounds.report(_report(tmp_path, domain__history=90, domain__terms=100, store__waybills=100))

    assert short[0].startswith("coverage of outlet_app/domain/history.py")


def test_windows_paths_are_the_same_parts(tmp_path: Path) -> None:
    path = _report(tmp_path, sealing__seal=99)
    path.write_text(path.read_text(encoding="utf-8").replace("/", "\\\\"), encoding="utf-8")

    assert coverage_bounds.report(path)[0].startswith("coverage of outlet_app/sealing/")


def test_the_script_fails_by_its_exit_code(tmp_path: Path) -> None:
    script = Path(coverage_bounds.__file__)

    codes = [
        subprocess.run([sys.executable, script, _report(tmp_path, ui__theme=count)], check=False).returncode
        for count in (100, 10)
    ]

    assert codes == [0, 1]
