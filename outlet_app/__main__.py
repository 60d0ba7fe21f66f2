"""The command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from outlet_app import desktop, paths


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and give back the exit code."""
    desktop.forget_planted_paths()
    asked = _parser().parse_args(arguments)
    if asked.self_check:
        return _self_check(asked.pictures)
    if asked.command == "label":
        return _label(asked.pictures)
    return _window(demo=asked.demo)


def _window(*, demo: bool) -> int:
    desktop.keep_memory_private()
    from outlet_app import app  # noqa: PLC0415 - Qt is loaded after the environment was cleaned

    if demo:
        return app.run_demo()
    return app.run_own(paths.own_place())


def _self_check(pictures: Path) -> int:
    from outlet_app import self_check  # noqa: PLC0415 - as above

    return self_check.run(pictures)


def _label(folder: Path) -> int:
    from outlet_app import self_check  # noqa: PLC0415 - as above

    return self_check.one_label(folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="outlet-app", description="The counter of a small delivery outlet.")
    parser.add_argument("command", nargs="?", choices=["label"], help="label: print one demo label as PDF")
    parser.add_argument("--demo", action="store_true", help="open a demo outlet with made-up people")
    parser.add_argument("--self-check", action="store_true", help="play the main job through the real windows")
    parser.add_argument("--pictures", type=Path, default=Path("out"), help="where pictures and labels are left")
    return parser


if __name__ == "__main__":
    sys.exit(main())
