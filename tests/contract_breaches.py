"""Writes forbidden imports into a copy of the program, one at a time, and tells which import contracts each breaks.

A program of its own: import-linter finds a package by the interpreter's path, and the tests have the real one loaded.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from importlinter import configuration
from importlinter.api import read_configuration
from importlinter.application import use_cases
from importlinter.application.user_options import UserOptions


def broken_contracts(options: UserOptions) -> list[str]:
    """The names of the contracts that the package, as it stands on disk, breaks."""
    use_cases._register_contract_types(options)
    report = use_cases.create_report(options)
    return [contract.name for contract, check in report.get_contracts_and_checks() if not check.kept]


def main(copy: Path, breaches: list[list[str]]) -> list[list[str]]:
    """For no breach at all and then for each (module file, line to write there): the contracts that break."""
    configuration.configure()
    found = read_configuration(str(copy / "pyproject.toml"))
    options = UserOptions(session_options=found["session_options"], contracts_options=found["contracts_options"])
    results = [broken_contracts(options)]
    for name, line in breaches:
        module = copy / "outlet_app" / name
        clean = module.read_text(encoding="utf-8") if module.exists() else None
        module.write_text(f"{clean or ''}\n{line}\n", encoding="utf-8")
        results.append(broken_contracts(options))
        if clean is None:
            module.unlink()
        else:
            module.write_text(clean, encoding="utf-8")
    return results


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), json.loads(sys.stdin.read()))))
