"""Tests of the page of printers and paper, by keys and clicks, over a real outlet and its owner's real card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from outlet_app import printing
from outlet_app.domain.printer import PrinterStanding
from outlet_app.domain.printer_setup import USUAL_SETUP, Placing, PrinterSetup
from outlet_app.errors import PrinterUnavailable
from outlet_app.ui import languages
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.languages import Language
from outlet_app.ui.paper_page import PaperPage
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER, OWNER_PASSWORD
from tests.ui.equipping import HERE, cut_words

if TYPE_CHECKING:
    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, PaperPage)


@pytest.fixture
def page(equipping: Equipping) -> PaperPage:
    return equipping.open(PaperPage)


def _items(page: PaperPage) -> list[str]:
    return [page.printers.item(row).text() for row in range(page.printers.count())]


def _prove(equipping: Equipping, page: PaperPage, password: str = OWNER_PASSWORD) -> None:
    equipping.type(password)
    equipping.view.take_scan(equipping.outlet.card)
    page.proof.do.click()
    equipping.settle()


def test_every_printer_says_how_it_stands(page: PaperPage) -> None:
    assert _items(page) == ["counter\nlabels with code", "office\nlabels without code", "pdf\nmakes files"]
    assert page.card.name.text() == "counter"
    assert page.setup.setup() == USUAL_SETUP


def test_a_printer_is_approved_by_the_keys_the_password_and_the_card(equipping: Equipping, page: PaperPage) -> None:
    changed: list[bool] = []
    equipping.view.supplies_changed.connect(lambda: changed.append(True))
    page.printers.setFocus()
    equipping.press(Qt.Key.Key_Down)
    equipping.settle()
    page.card.approve.setFocus()
    equipping.press(Qt.Key.Key_Space)
    assert page.proof.proof.password.text.hasFocus()
    assert page.proof.heading.text() == "Approve office"
    assert "ipp://office.local/print" in page.proof.story.text()
    _prove(equipping, page)
    assert equipping.services.session.statements.printers() == (LABEL_PRINTER, OTHER_PRINTER)
    assert equipping.messages == [("good", "office is approved")]
    assert _items(page)[1] == "office\nlabels with code"
    assert changed == [True]
    assert page.proof.password == page.proof.card == ""


def test_a_printer_is_withdrawn_the_same_way(equipping: Equipping, page: PaperPage) -> None:
    page.card.withdraw.click()
    _prove(equipping, page)
    assert equipping.services.session.statements.printers() == ()
    assert equipping.messages == [("good", "counter is withdrawn")]
    assert _items(page)[0] == "counter\nlabels without code"


def test_a_wrong_password_changes_nothing_and_keeps_the_card(equipping: Equipping, page: PaperPage) -> None:
    page.card.withdraw.click()
    _prove(equipping, page, "not the password")
    assert page.proof.fault.text().startswith("That did not open.")
    assert page.proof.card == equipping.outlet.card
    assert equipping.services.session.statements.printers() == (LABEL_PRINTER,)


def test_escape_and_leaving_the_page_drop_the_act_and_the_card(equipping: Equipping, page: PaperPage) -> None:
    page.card.withdraw.click()
    equipping.view.take_scan(equipping.outlet.card)
    shown = [one.text() for kind in (QLabel, QLineEdit) for one in equipping.view.findChildren(kind)]
    assert not any("OK1" in text for text in shown)
    equipping.press(Qt.Key.Key_Escape)
    assert page.proof.isHidden()
    assert page.proof.card == ""
    assert page.card.isVisible()
    page.card.withdraw.click()
    equipping.view.take_scan(equipping.outlet.card)
    equipping.open(AboutPage)
    assert page.proof.card == ""
    assert page.proof.isHidden()


def test_a_card_that_nothing_waits_for_is_not_kept(equipping: Equipping, page: PaperPage) -> None:
    equipping.view.take_scan(equipping.outlet.card)
    assert page.proof.card == ""


def test_a_printer_that_changed_is_told_and_can_be_approved_as_it_is_now(
    equipping: Equipping, page: PaperPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = replace(LABEL_PRINTER, uri="socket://192.168.1.9:9100")
    monkeypatch.setattr(printing, "printers", lambda: (moved,))
    page.again.click()
    equipping.settle()
    assert _items(page) == ["counter\nchanged since it was approved"]
    assert "another connection now" in page.card.standing.text()
    page.card.approve.click()
    _prove(equipping, page)
    assert equipping.services.session.statements.printers() == (moved,)


def test_without_a_printer_the_page_says_what_to_do(
    equipping: Equipping, page: PaperPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printers", tuple)
    page.load()
    equipping.settle()
    assert page.chosen is not None
    assert page.chosen.standing is PrinterStanding.ABSENT
    page.card.withdraw.click()
    _prove(equipping, page)
    assert page.chosen is None
    assert page.none.text().startswith("No printer was found. Connect one and look again")
    assert not page.setup.isVisible()


def test_a_setup_is_saved_for_everybody_and_tells_the_counter(equipping: Equipping, page: PaperPage) -> None:
    changed: list[bool] = []
    equipping.view.supplies_changed.connect(lambda: changed.append(True))
    page.setup.stock.choose("100x150")
    page.setup.right.setFocus()
    equipping.press(Qt.Key.Key_Down)
    page.setup.save.click()
    equipping.settle()
    setup = PrinterSetup("100x150", Placing(-1, 0, 1000))
    assert equipping.services.printing_desk.paper(LABEL_PRINTER).setup == setup
    assert equipping.messages == [("good", "The paper of counter is saved")]
    assert changed == [True]
    assert page.setup.state.text() == ""


def test_what_is_not_saved_waits_until_one_comes_back_to_the_printer(equipping: Equipping, page: PaperPage) -> None:
    page.setup.stock.choose("100x150")
    page.printers.setCurrentRow(1)
    equipping.settle()
    assert page.setup.setup() == USUAL_SETUP
    page.printers.setCurrentRow(0)
    equipping.settle()
    assert page.setup.setup() == PrinterSetup("100x150")
    assert page.setup.state.text() == "Not saved yet"
    page.setup.undo.click()
    page.load()
    equipping.settle()
    assert page.setup.setup() == USUAL_SETUP


def test_the_ruler_page_and_the_test_label_print_what_stands_there(
    equipping: Equipping, page: PaperPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[str, bytes]] = []

    def take(pdf: bytes, printer: object, name: str, *, coded: bool) -> None:
        assert printer == HERE[0]
        assert not coded
        printed.append((name, pdf))

    monkeypatch.setattr(printing, "print_pdf", take)
    page.setup.stock.choose("100x150")
    for button in (page.setup.ruler, page.setup.label):
        button.click()
        equipping.settle()
    assert [name for name, _ in printed] == ["TEST", "TEST"]
    sizes = {printing.page_picture(pdf, 1.0).height for _, pdf in printed}
    assert sizes == {150}
    assert equipping.messages[-1] == ("good", "counter has printed it")


def test_a_printer_that_does_not_answer_is_told_of(
    equipping: Equipping, page: PaperPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PrinterUnavailable("counter")

    monkeypatch.setattr(printing, "print_pdf", refuse)
    page.setup.ruler.click()
    equipping.settle()
    assert [type(error) for error in equipping.troubles] == [PrinterUnavailable]


def test_a_print_system_that_keeps_documents_is_a_warning(
    equipping: Equipping, page: PaperPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not page.spool.isVisible()
    monkeypatch.setattr(printing, "spool_keeps_jobs", lambda: True)
    page.load()
    equipping.settle()
    assert page.spool.isVisible()


@pytest.mark.parametrize("language", Language)
def test_nothing_is_cut_whatever_is_asked(
    equipping: Equipping, page: PaperPage, speaking: QApplication, language: Language
) -> None:
    languages.speak(speaking, language)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    for row in range(page.printers.count()):
        page.printers.setCurrentRow(row)
        equipping.settle()
        equipping.qtbot.waitUntil(lambda: not cut_words(equipping.view))
    page.printers.setCurrentRow(0)
    page.card.withdraw.click()
    QApplication.processEvents()
    equipping.qtbot.waitUntil(lambda: not cut_words(equipping.view))
