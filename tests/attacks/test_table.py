"""The manual's page about protection: each attack it tells of has its test, and each test of an attack stands in it."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_PAGES = {language: _ROOT / "resources" / "manual" / language / "security.md" for language in ("en", "zh_CN")}
_NAMED = re.compile(r"`([a-z_/]+)::(test_\w+)`")
"""A test as the table names it: its file under `tests/` without `.py`, and its function."""

_ATTACKS = sorted((_ROOT / "tests" / "attacks").glob("test_*.py"))


@cache
def _named(language: str) -> list[tuple[str, str]]:
    return _NAMED.findall(_PAGES[language].read_text(encoding="utf-8"))


@cache
def _tests(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def _rows(language: str) -> list[str]:
    """The rows of the page's tables, without their heads."""
    lines = _PAGES[language].read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("|") and not set(line) <= set("|-: ")]


@pytest.mark.parametrize("language", _PAGES)
def test_every_test_that_the_page_names_is_there(language: str) -> None:
    missing = [
        f"{file}::{name}"
        for file, name in _named(language)
        if not (_ROOT / "tests" / f"{file}.py").is_file() or name not in _tests(_ROOT / "tests" / f"{file}.py")
    ]
    assert missing == []


@pytest.mark.parametrize("language", _PAGES)
def test_every_file_of_attacks_stands_in_the_page(language: str) -> None:
    told = {file for file, _ in _named(language)}
    files = {f"attacks/{path.stem}" for path in _ATTACKS if path != Path(__file__)}
    assert files - told == set()


def test_both_languages_tell_of_the_same_tests_row_by_row() -> None:
    english, chinese = (_named(language) for language in _PAGES)
    assert english == chinese
    assert len(english) > 40
    assert len(_rows("en")) == len(_rows("zh_CN"))


def test_no_row_of_a_table_lacks_a_cell() -> None:
    for language in _PAGES:
        assert [row for row in _rows(language) if any(not cell.strip() for cell in row.split("|")[1:-1])] == []
