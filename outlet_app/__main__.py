"""The command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from outlet_app import desktop, paths

if TYPE_CHECKING:
    from collections.abc import Callable


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and give back the exit code."""
    desktop.forget_planted_paths()
    asked = _parser().parse_args(arguments)
    if asked.self_check:
        return _self_check(asked.pictures)
    if asked.command is not None:
        return _COMMANDS[asked.command](asked)
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


def _label(asked: argparse.Namespace) -> int:
    from outlet_app import self_check  # noqa: PLC0415 - as above

    return self_check.one_label(asked.pictures)


def _make_handover_key(asked: argparse.Namespace) -> int:
    desktop.keep_memory_private()
    from outlet_app import carrier_side  # noqa: PLC0415 - without Qt, which a carrier need not have

    return carrier_side.make_key(asked.file)


def _open_handover(asked: argparse.Namespace) -> int:
    desktop.keep_memory_private()
    from outlet_app import carrier_side  # noqa: PLC0415 - as above

    return carrier_side.open_file(asked.file, asked.key, asked.out, asked.outlet)


def _verify(asked: argparse.Namespace) -> int:
    from outlet_app import evidence_side  # noqa: PLC0415 - without Qt, as above

    return evidence_side.verify(asked.file, asked.checkpoint)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "label": _label,
    "make-handover-key": _make_handover_key,
    "open-handover": _open_handover,
    "verify": _verify,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="outlet-app", description="The counter of a small delivery outlet.")
    parser.add_argument("--demo", action="store_true", help="open a demo outlet with made-up people")
    parser.add_argument("--self-check", action="store_true", help="play the main job through the real windows")
    _add_pictures(parser, Path("out"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_pictures(commands.add_parser("label", help="print one demo label as PDF"), argparse.SUPPRESS)
    make = commands.add_parser("make-handover-key", help="for a carrier: make a key for sealed hand-over")
    make.add_argument("file", type=Path, help="where the secret key is kept, under a passphrase")
    _add_opening(commands.add_parser("open-handover", help="for a carrier: open a sealed hand-over file"))
    judge = commands.add_parser("verify", help="judge the part of a record that goes with an evidence report")
    judge.add_argument("file", type=Path, help="the .record file")
    judge.add_argument("--checkpoint", default="", help="the OC1 text of a day sheet or the OA1 text of a label")
    return parser


def _add_opening(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="the file that the outlet wrote")
    command.add_argument("--key", type=Path, action="append", required=True, help="a key file; may be given again")
    command.add_argument("--out", type=Path, help="where the lines of JSON go, instead of the output")
    command.add_argument("--outlet", default="", help="the fingerprint of the outlet that must have written it")


def _add_pictures(parser: argparse.ArgumentParser, usual: Path | str) -> None:
    parser.add_argument("--pictures", type=Path, default=usual, help="where pictures and labels are left")


if __name__ == "__main__":
    sys.exit(main())
