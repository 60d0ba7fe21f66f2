"""What holds for the tree as a whole: sizes, names, words, a test file for each module, and contracts that bite."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sorted((ROOT / "outlet_app").rglob("*.py"))
EVERYTHING = sorted(path for room in ("outlet_app", "installer", "tests") for path in (ROOT / room).rglob("*.py"))

WITHOUT_TEST_FILE = {
    "outlet_app/__init__.py": "a docstring",
}
"""Modules without a test file of their own, each with the reason; a package's `__init__` may hold a docstring only."""

FORBIDDEN_ENDINGS = ("Manager", "Handler", "Helper", "Util", "Utils", "Controller", "Impl", "Base")
FORBIDDEN_WORDS = {
    "shipment": "waybill",
    "consignee": "recipient",
    "addressee": "recipient",
    "receiver": "recipient",
    "tracking number": "waybill number",
    "pool": "number range",
    "unmask": "reveal",
    "redact": "mask",
    "admin": "owner",
    "audit": "activity",
}
"""The last column of the words in the product's design, and what we say instead."""

PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
"""A mainland mobile number: 11 digits (numbering plan of the Ministry of Industry and Information Technology)."""


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _classes(path: Path) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(_tree(path)) if isinstance(node, ast.ClassDef))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_file_is_longer_than_400_lines() -> None:
    long = {_name(path): lines for path in EVERYTHING if (lines := len(path.read_text("utf-8").splitlines())) > 400}

    assert long == {}


def test_no_function_is_longer_than_50_lines() -> None:
    long = [f"{_name(path)}:{each.name}" for path in EVERYTHING for each in _functions(path) if _length(each) > 50]

    assert long == []


def test_no_folder_lies_deeper_than_two() -> None:
    tops = [ROOT / "outlet_app", ROOT / "installer"]
    deep = [_name(path) for top in tops for path in top.glob("*/*/*/*") if "__pycache__" not in path.parts]

    assert deep == []


def test_every_module_opens_with_a_sentence_and_none_waits_to_be_written() -> None:
    texts = {_name(path): ast.get_docstring(_tree(path)) or "" for path in EVERYTHING}

    assert [name for name, text in texts.items() if not text] == []
    assert [name for name, text in texts.items() if "not written yet" in text.lower()] == []


def test_every_public_name_is_documented_and_annotated() -> None:
    bare = [f"{_name(path)}:{name}" for path in PROGRAM for name in _bare_names(_tree(path))]

    assert bare == []


def _bare_names(holder: ast.Module | ast.ClassDef) -> Iterator[str]:
    """Public classes and functions without a docstring, and functions with a parameter or result without a type."""
    for node in holder.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield node.name
            yield from (f"{node.name}.{name}" for name in _bare_names(node))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            overload = any(isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list)
            if not (ast.get_docstring(node) or overload) or not _is_annotated(
                node, in_class=isinstance(holder, ast.ClassDef)
            ):
                yield node.name


def _is_annotated(function: ast.FunctionDef | ast.AsyncFunctionDef, *, in_class: bool) -> bool:
    static = any(isinstance(each, ast.Name) and each.id == "staticmethod" for each in function.decorator_list)
    given = function.args
    named = [*given.posonlyargs, *given.args][1 if in_class and not static else 0 :]
    rest = [each for each in (given.vararg, given.kwarg) if each]
    return function.returns is not None and all(each.annotation for each in [*named, *given.kwonlyargs, *rest])


def test_every_module_has_a_test_file_of_its_own() -> None:
    modules = [path for path in PROGRAM if path.name != "__init__.py" and _name(path) not in WITHOUT_TEST_FILE]
    lacking = [_name(path) for path in modules if not _test_file(path).exists()]

    assert lacking == []


def _test_file(module: Path) -> Path:
    inside = module.relative_to(ROOT / "outlet_app")
    return ROOT / "tests" / inside.with_name(f"test_{inside.stem.strip('_')}.py")


def test_an_exception_from_the_rule_of_test_files_is_still_one() -> None:
    stale = [name for name in WITHOUT_TEST_FILE if not (ROOT / name).exists() or _test_file(ROOT / name).exists()]

    assert stale == []


def test_a_package_says_what_it_is_and_names_what_the_layer_above_may_use() -> None:
    busy = [
        f"{_name(path)}:{node.lineno}"
        for path in PROGRAM
        if path.name == "__init__.py"
        for node in _tree(path).body[1:]
        if not _only_names(node)
    ]

    assert busy == []


def _only_names(node: ast.stmt) -> bool:
    """An import, one for types alone, or the list of names."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING" and not node.orelse:
        return all(map(_only_names, node.body))
    return isinstance(node, ast.Import | ast.ImportFrom) or "__all__" in ast.unparse(node)


def test_nothing_is_named_by_a_word_that_says_nothing() -> None:
    endings = tuple(ending.lower() for ending in FORBIDDEN_ENDINGS)
    classes = [f"{_name(path)}:{each.name}" for path in EVERYTHING for each in _classes(path)]
    modules = [_name(path) for path in EVERYTHING if path.name != "__init__.py"]

    assert [name for name in classes if name.endswith(FORBIDDEN_ENDINGS)] == []
    assert [name for name in modules if Path(name).stem.endswith((*endings, "common", "misc"))] == []


def test_identifiers_use_the_words_of_the_trade() -> None:
    wrong = {
        f"{_name(path)}:{identifier} (say {better})"
        for path in PROGRAM
        for identifier in _own_identifiers(_tree(path))
        for word, better in FORBIDDEN_WORDS.items()
        if _says(identifier, word)
    }

    assert wrong == set()


def test_interface_texts_use_the_words_of_the_trade() -> None:
    wrong = {
        f"{_name(path)}: {text!r} (say {better})"
        for path in PROGRAM
        for text in _interface_texts(_tree(path))
        for word, better in FORBIDDEN_WORDS.items()
        if _says(text, word)
    }

    assert wrong == set()


def _own_identifiers(tree: ast.Module) -> Iterator[str]:
    """Names that the module itself gives: classes, functions, parameters, variables and attributes it assigns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def _interface_texts(tree: ast.Module) -> Iterator[str]:
    """The texts that are handed to a translation."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in {"tr", "translate"}:
            yield from (
                each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _says(name: str, word: str) -> bool:
    """Whether an identifier or text holds the word, alone, in the plural, or as the beginning of a verb's form."""
    plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z]+", " ", name).lower()
    return re.search(rf"\b{word}(s|ed|ing|able)?\b", plain) is not None


def test_no_phone_number_stands_in_the_programs_or_the_installers_sources() -> None:
    found = [
        f"{_name(path)}: {match[0][:3]}…"
        for path in EVERYTHING
        if not path.is_relative_to(ROOT / "tests")
        for match in PHONE.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_every_resource_has_its_source_and_licence_in_the_readme() -> None:
    told = (ROOT / "resources" / "README.md").read_text(encoding="utf-8")
    shipped = [path.name for path in (ROOT / "resources").iterdir() if path.name != "README.md"]

    assert [name for name in shipped if f"`{name}" not in told] == []


@pytest.mark.parametrize("room", ["ui", "services"])
def test_every_view_and_use_case_has_its_place_in_a_layer(room: str) -> None:
    placed = {
        name.removeprefix(f"outlet_app.{room}.")
        for contract in _contracts()
        if contract["type"] == "layers"
        for layer in contract["layers"]
        for name in re.split(r"[\s|:()]+", layer)
    }

    assert {path.stem for path in (ROOT / "outlet_app" / room).glob("[!_]*.py")} - placed == set()


def _contracts() -> list[dict[str, str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts: list[dict[str, str]] = project["tool"]["importlinter"]["contracts"]
    return contracts


@dataclass(frozen=True, slots=True)
class Breach:
    """A line that must not be in a module, and the beginning of the contract that says so."""

    module: str
    line: str
    contract: str


LAYERS = "layers: nobody imports upward"
VIEWS = "windows know each other from the top down only"
USE_CASES = "use cases do not know each other"
THROUGH_SERVICES = "windows reach keys, rows and paper through services only"
MASKED = "paper, printing and store cannot name an unmasked person"
SEALED = "sealed details are opened by the reveal only"
RECORD_KEY = "nobody opens sealed details by their record key"
QT = "windows only where windows belong"

BREACHES = (
    Breach("domain/terms.py", "from outlet_app.store import schema", LAYERS),
    Breach("domain/party.py", "import outlet_app.services.entry", LAYERS),
    Breach("errors.py", "from outlet_app import log", LAYERS),
    Breach("store/schema.py", "from outlet_app.sealing import suite", LAYERS),
    Breach("paper/stocks.py", "from outlet_app.store import waybills", LAYERS),
    Breach("sealing/suite.py", "from outlet_app.services import session", LAYERS),
    Breach("services/session.py", "import outlet_app.ui.tasks", LAYERS),
    Breach("ui/main_window.py", "from outlet_app import app", LAYERS),
    Breach("desktop/capture.py", "from outlet_app import printing", LAYERS),
    Breach("attic.py", '"""A room that no layer names."""', LAYERS),
    Breach("ui/sign_in_view.py", "from outlet_app.ui import entry_view", VIEWS),
    Breach("ui/scanner.py", "from outlet_app.ui import main_window", VIEWS),
    Breach("ui/theme.py", "from outlet_app.ui.party_fields import *", VIEWS),
    Breach("services/entry.py", "from outlet_app.services import printing_desk", USE_CASES),
    Breach("services/session.py", "from outlet_app.services import entry", USE_CASES),
    Breach("ui/entry_view.py", "from outlet_app.store import waybills", THROUGH_SERVICES),
    Breach("ui/entry_view.py", "from outlet_app.sealing import seal", THROUGH_SERVICES),
    Breach("ui/label_preview.py", "from outlet_app.paper import label", THROUGH_SERVICES),
    Breach("paper/label.py", "from outlet_app.domain.party import Party", MASKED),
    Breach("store/waybills.py", "from outlet_app.domain import masking", MASKED),
    Breach("printing/jobs.py", "from outlet_app.domain.draft import WaybillDraft", MASKED),
    Breach("domain/terms.py", "from outlet_app.domain import phone", MASKED),
    Breach("services/entry.py", "from outlet_app.sealing import unseal", SEALED),
    Breach("sealing/seal.py", "from outlet_app.sealing.unseal import *", SEALED),
    Breach("demo/outlet.py", "import outlet_app.sealing.unseal", SEALED),
    Breach("services/entry.py", "from outlet_app.sealing import record_key", RECORD_KEY),
    Breach(
        "services/entry.py",
        "from outlet_app.sealing.open_handover import open_record",
        "a sealed hand-over is opened at the carrier only",
    ),
    Breach("carrier_side.py", "from PySide6.QtCore import QObject", QT),
    Breach("evidence_side.py", "from PySide6.QtCore import QObject", QT),
    Breach(
        "services/entry.py", "from outlet_app.sealing import relabel", "a new label wrap is made at the printing desk"
    ),
    Breach("domain/mask_floor.py", "from outlet_app.domain import masking", "the masker and its checker share nothing"),
    Breach("store/waybills.py", "import sqlcipher3", "one door to SQLCipher"),
    Breach(
        "sealing/seal.py", "from cryptography.hazmat.primitives import hashes", "one door to cryptography and Argon2"
    ),
    Breach("services/session.py", "import argon2", "one door to cryptography and Argon2"),
    Breach("services/session.py", "import keyring", "one door to the system's key store"),
    Breach("paper/label.py", "from reportlab.pdfgen import canvas", "one door to ReportLab"),
    Breach("printing/cups.py", "import zxingcpp", "one door to the code maker"),
    Breach("ui/label_preview.py", "import pypdfium2", "one door to PDFium"),
    Breach("services/entry.py", "from PySide6.QtCore import QObject", QT),
    Breach("domain/paste.py", "from PySide6 import QtCore", QT),
)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The contracts that the clean program breaks, and then those that each breach breaks."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "outlet_app", copy / "outlet_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    ended = subprocess.run(
        [sys.executable, "-P", str(ROOT / "tests" / "contract_breaches.py"), str(copy)],
        input=json.dumps([(breach.module, breach.line) for breach in BREACHES]),
        cwd=copy,
        env={"PYTHONPATH": str(copy), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    results: list[list[str]] = json.loads(ended.stdout)
    return results


def test_the_program_as_it_stands_keeps_every_contract(broken: list[list[str]]) -> None:
    assert broken[0] == []


@pytest.mark.parametrize(
    ("at", "breach"), list(enumerate(BREACHES, start=1)), ids=[f"{each.module}: {each.line}" for each in BREACHES]
)
def test_a_breach_of_a_contract_is_caught(broken: list[list[str]], at: int, breach: Breach) -> None:
    assert [name for name in broken[at] if name.startswith(breach.contract)], broken[at]


def test_each_contract_has_a_breach_that_tries_it() -> None:
    tried = tuple(breach.contract for breach in BREACHES)

    assert [contract["name"] for contract in _contracts() if not contract["name"].startswith(tried)] == []
