"""The command line."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from outlet_app.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


def test_label_leaves_one_coded_label(tmp_path: Path) -> None:
    assert main(["label", "--pictures", str(tmp_path)]) == 0
    assert (tmp_path / "label.pdf").exists()


def test_a_planted_module_path_is_gone_before_anything_of_ours_runs(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text("raise SystemExit(7)")
    environment = os.environ | {"QT_PLUGIN_PATH": str(tmp_path), "PYTHONWARNINGS": "ignore"}
    script = (
        "import os, sys, outlet_app.__main__ as m;"
        " m.main(['label', '--pictures', sys.argv[1]]); print(sorted(os.environ))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], env=environment, capture_output=True, text=True, check=True
    )
    assert "QT_PLUGIN_PATH" not in done.stdout
    assert "PYTHONWARNINGS" not in done.stdout
    assert "PATH" in done.stdout
