"""What `installer/dev.py` can be told to do. Each command first sees that the checkout is ready to run."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import checks
import system_needs
import translations
import virtual_environment
from places import OUT, ROOT, clean_environment, has_screen, program, start

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_SOAK_ROUNDS = "200"


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; the exit code of the program that did it."""
    chosen = _parser().parse_args(arguments)
    needs = system_needs.TEST if chosen.command == "test" else system_needs.RUN
    system_needs.provide(needs, also=virtual_environment.packages())
    virtual_environment.ensure()
    translations.compile_stale()
    run: Callable[[argparse.Namespace], int] = chosen.run
    return run(chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="installer/dev.py", description="Runs, tests and builds a checkout.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")

    def add(name: str, run: Callable[[argparse.Namespace], int], tells: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=tells, description=tells)
        command.set_defaults(run=run)
        return command

    add("run", _run, "open the demo outlet; without a screen, play the main job and leave pictures in out/")
    test = add("test", _test, "all checks, then all tests")
    test.add_argument("only", nargs="*", help="test files or pytest options; then no checks and no coverage bounds")
    add("check", _check, "format, lint, types, import contracts, translations")
    add("label", _label, "print one demo label to out/label.pdf")
    bench = add("bench", _bench, "measure; all benches, or those named")
    bench.add_argument("names", nargs="*", help="as in tests/bench/bench_NAME.py")
    soak = add("soak", _soak, "the fault tests, many random rounds")
    soak.add_argument("rounds", nargs="?", default=_SOAK_ROUNDS, help=f"rounds of each (default {_SOAK_ROUNDS})")
    add("day", _day, "a whole day of 600 parcels by real keys and scans; takes a quarter of an hour")
    add("translate", _translate, "bring resources/i18n/*.ts up to the sources, and compile them")
    return parser


def _run(_: argparse.Namespace) -> int:
    if has_screen():
        return _outlet_app("--demo")
    print("There is no screen here, so the main job is played off screen.", flush=True)
    OUT.mkdir(exist_ok=True)
    return _outlet_app("--self-check", "--pictures", str(OUT), QT_QPA_PLATFORM="offscreen")


def _label(_: argparse.Namespace) -> int:
    OUT.mkdir(exist_ok=True)
    return _outlet_app("label")


def _outlet_app(*arguments: str, **environment: str) -> int:
    return start(program("python"), "-m", "outlet_app", *arguments, env=clean_environment(**environment))


def _check(_: argparse.Namespace) -> int:
    return checks.check()


def _test(chosen: argparse.Namespace) -> int:
    if chosen.only:
        return start(program("python"), "-m", "pytest", *chosen.only)
    return checks.test(checks_passed=checks.check(tests_follow=True) == 0)


def _bench(chosen: argparse.Namespace) -> int:
    folder = ROOT / "tests" / "bench"
    benches = [folder / f"bench_{name}.py" for name in chosen.names] or sorted(folder.glob("bench_*.py"))
    return _each(benches)


def _soak(chosen: argparse.Namespace) -> int:
    return _each(sorted((ROOT / "tests").rglob("soak_*.py")), chosen.rounds)


def _day(_: argparse.Namespace) -> int:
    return _each([ROOT / "tests" / "journeys" / "day_of_600.py"])


def _each(scripts: Sequence[Path], *arguments: str) -> int:
    """Start each script and go on after a failure; non-zero when one failed, is not there, or there are none."""
    if not scripts:
        print("There is nothing of this kind yet.")
        return 1
    failed = [path for path in scripts if start(program("python"), path, *arguments)]
    for path in failed:
        print(f"failed: {path.relative_to(ROOT)}")
    return 1 if failed else 0


def _translate(_: argparse.Namespace) -> int:
    translations.update()
    translations.compile_stale()
    for line in translations.unfinished():
        print(line)
    return 0
