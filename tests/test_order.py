"""Files of long tests begin first."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.order import LATER, STORIES, longest_first

if TYPE_CHECKING:
    import pytest

HERE = Path(__file__).resolve().parent


def test_stories_begin_then_windows_then_outlets_then_all_else_the_fullest_file_of_each_first() -> None:
    files = {
        Path("tests/domain/test_small.py"): 3,
        Path("tests/domain/test_large.py"): 300,
        Path("tests/test_main.py"): 8,
        Path("tests/services/test_find.py"): 40,
        Path("tests/ui/test_sign_in_view.py"): 4,
        Path("tests/ui/test_find_view.py"): 30,
        Path("tests/journeys/test_first_day.py"): 1,
        Path("tests/behaviour/test_month.py"): 2,
    }

    assert [file.name for file in longest_first(files)] == [
        "test_month.py",
        "test_first_day.py",
        "test_find_view.py",
        "test_sign_in_view.py",
        "test_find.py",
        "test_large.py",
        "test_main.py",
        "test_small.py",
    ]


def test_every_folder_that_is_named_has_tests() -> None:
    assert [folder for folder in (*STORIES, *LATER) if not any((HERE / folder).glob("test_*.py"))] == []


def test_the_order_holds_in_this_run(request: pytest.FixtureRequest) -> None:
    tests = Counter(item.path for item in request.session.items)

    assert list(tests) == longest_first(tests)
