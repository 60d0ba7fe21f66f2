"""What is told of a label: out, waiting, or not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import PrinterUnavailable
from outlet_app.printing import Trouble
from outlet_app.ui.print_news import PrintNews
from outlet_app.ui.print_run import PrintRun

if TYPE_CHECKING:
    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks

NUMBER = "YT8800000000001"


@pytest.fixture
def run(services: Services, tasks: Tasks, speaking: object) -> PrintRun:
    assert speaking
    return PrintRun(services.printing_desk, tasks)


@pytest.fixture
def told(run: PrintRun) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    news = PrintNews(run, run)
    news.message.connect(lambda kind, text: said.append((kind, text)))
    return said


def test_a_label_that_is_out_is_told_quietly(run: PrintRun, told: list[tuple[str, str]]) -> None:
    run.printed.emit(NUMBER)
    assert told == [("good", f"Label of {NUMBER} printed")]


def test_a_new_label_says_once_that_the_old_one_is_to_be_torn_up(run: PrintRun, told: list[tuple[str, str]]) -> None:
    run.findChild(PrintNews).expect_new_label(NUMBER)
    run.printed.emit(NUMBER)
    run.printed.emit(NUMBER)
    assert told[0][0] == "warn"
    assert "tear up the old one" in told[0][1]
    assert told[1] == ("good", f"Label of {NUMBER} printed")


def test_a_label_that_fails_is_told_with_its_waybill_safe(run: PrintRun, told: list[tuple[str, str]]) -> None:
    run.print_failed.emit(NUMBER, PrinterUnavailable("counter"))
    kind, words = told[0]
    assert kind == "bad"
    assert words.startswith(f"{NUMBER} is accepted and safe")
    assert "counter" in words


def test_a_label_that_waits_says_why(run: PrintRun, told: list[tuple[str, str]]) -> None:
    run.held_up.emit(NUMBER, frozenset({Trouble.NO_PAPER}))
    assert told == [
        (
            "warn",
            f"{NUMBER} is accepted; its label waits at the printer: it has no paper. It prints when that is mended.",
        )
    ]


def test_a_label_with_a_box_says_so_when_it_is_out(run: PrintRun, told: list[tuple[str, str]]) -> None:
    run.findChild(PrintNews).expect_boxes(NUMBER, "😀")
    run.printed.emit(NUMBER)
    run.printed.emit(NUMBER)
    assert told[0] == ("warn", f"Label of {NUMBER} printed. Write 😀 onto it by hand, where the box stands.")
    assert told[1] == ("good", f"Label of {NUMBER} printed")
