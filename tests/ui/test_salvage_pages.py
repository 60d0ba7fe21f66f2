"""A damaged database, saved by its owner through the real window: the loss is read before anything counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.services.salvage import Loss, Rescued
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.rescue_cases import Case
from tests.outlets import OWNER_PASSWORD
from tests.services.wrecking import act_hash, damage, flip
from tests.ui.equipping import cut_words
from tests.ui.passing import pass_pages
from tests.ui.rescued import Saved, make_saved, open_rescued

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.salvage_pages import LossPage
    from outlet_app.ui.tasks import Tasks
    from tests.ui.rescued import Rescued as Pc

EVERYTHING = Loss(
    acts=((120, 141), (300, None)),
    waybills=15,
    numbers=tuple(f"YT88000000{number:05}" for number in range(15)),
    wraps=None,
    other_tables=("settings", "number_ranges"),
    as_found=3,
    uncertain=31,
)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Made once; every test gets a copy."""
    made = make_saved(tmp_path_factory.mktemp("saved"))
    made.outlet.entrance.close()
    return made


@pytest.fixture
def pc(
    saved: Saved,
    tmp_path: Path,
    tasks: Tasks,
    preferences: Preferences,
    speaking: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Pc]:
    monkeypatch.setattr(printing, "printers", tuple)
    yield from open_rescued(saved, tmp_path, tasks, preferences, speaking, qtbot)


def _prove(pc: Pc, card: str) -> None:
    pc.type(OWNER_PASSWORD)
    pc.view.take_scan(card)
    pc.next()


def test_the_owner_reads_what_is_lost_agrees_and_works_on(pc: Pc, saved: Saved, tmp_path: Path) -> None:
    on_pc = replace(saved.outlet, keys=pc.keys)
    damage(on_pc, act_hash(on_pc, 0.4))
    pc.door.open(Case.DAMAGED)
    assert pc.is_at(pc.view.salvage)
    _prove(pc, saved.outlet.card)
    assert pc.is_at(pc.view.loss)
    assert "Acts " in pc.view.loss.lines.text()
    assert pc.view.next.text() == "Go on with what was saved"
    pc.next()
    pass_pages(pc.window, pc.qtbot)
    assert pc.window.main is not None
    assert list((tmp_path / "pc" / "outlet").glob("set-aside-*"))


def test_going_back_leaves_the_outlet_as_it_was(pc: Pc, saved: Saved) -> None:
    before = pc.keys.key_file()
    pc.door.open(Case.DAMAGED)
    _prove(pc, saved.outlet.card)
    assert pc.is_at(pc.view.loss)
    assert "Nothing is lost." in pc.view.loss.lines.text()
    for _ in range(3):
        pc.view.go_back()
        pc.settle()
    assert pc.keys.key_file() == before
    assert not list(pc.keys.place.folder.glob("restore-*"))


def test_a_wrong_card_and_a_file_that_cannot_be_read_say_what_to_do(pc: Pc, saved: Saved) -> None:
    flip(pc.keys.place.folder / pc.keys.key_file().database_name, 1)
    pc.door.open(Case.DAMAGED)
    pc.next()
    assert pc.view.salvage.fault.text() == "Password and card are both needed."
    pc.view.take_scan("YT8800000000001")
    assert pc.view.salvage.fault.text().startswith("That is not the owner card.")
    _prove(pc, saved.outlet.card)
    assert "restore from a backup" in pc.view.salvage.fault.text()


@pytest.mark.parametrize("language", Language)
def test_every_loss_is_told_in_both_languages_and_not_cut(pc: Pc, speaking: QApplication, language: Language) -> None:
    pc.door.open(Case.DAMAGED)
    languages.speak(speaking, language)
    pc.qtbot.waitUntil(lambda: not cut_words(pc.view))
    page: LossPage = pc.view.loss
    page.offer(Rescued(pc.keys.key_file(), EVERYTHING))
    pc.view._go_to(page)
    pc.qtbot.waitUntil(lambda: not cut_words(pc.view))
    told = page.lines.text()
    assert told.count("•") == 7
    assert "YT8800000000000" in told
