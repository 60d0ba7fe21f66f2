"""A party typed by hand, with the divisions completed as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from outlet_app.domain.draft import PartyDraft
from outlet_app.ui import languages
from outlet_app.ui.form_row import Note, Severity
from outlet_app.ui.languages import Language
from outlet_app.ui.party_fields import PARTS, PartyFields
from tests.builders import ZHANG
from tests.ui.counter import write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.inputs import DivisionInput


pytestmark = pytest.mark.qt_log_ignore("does not support (grabbing the keyboard|propagateSizeHints)")
"""What the off-screen platform lacks for the list of a completer."""


@pytest.fixture
def party(qtbot: QtBot, speaking: object) -> PartyFields:
    assert speaking
    fields = PartyFields("recipient")
    qtbot.addWidget(fields)
    fields.resize(680, 160)
    fields.show()
    fields.activateWindow()
    qtbot.waitUntil(fields.isActiveWindow)
    return fields


def type_into(field: DivisionInput, text: str) -> None:
    field.setFocus()
    write(field, text)
    field.completer().popup().hide()
    QTest.keyClick(field, Qt.Key.Key_Tab)


def region(party: PartyFields) -> tuple[str, ...]:
    return party.province.text(), party.city.text(), party.district.text()


def test_what_is_put_in_comes_out_as_it_was(party: PartyFields) -> None:
    party.put(ZHANG)
    assert party.draft() == ZHANG
    party.put(PartyDraft())
    assert party.draft() == PartyDraft()
    assert not any(line.isUndoAvailable() for line in party.findChildren(QLineEdit))


def test_divisions_are_typed_in_initials_and_characters(party: PartyFields) -> None:
    type_into(party.province, "zjs")
    type_into(party.city, "杭州")
    type_into(party.district, "yhq")
    assert region(party) == ("浙江省", "杭州市", "余杭区")


def test_a_municipality_fills_its_city_by_itself(party: PartyFields) -> None:
    type_into(party.province, "上海")
    assert region(party) == ("上海市", "上海市", "")
    names = [party.district.itemText(row) for row in range(party.district.count())]
    assert "徐汇区" in names
    assert "余杭区" not in names


def test_a_district_typed_first_names_its_city_and_province(party: PartyFields) -> None:
    type_into(party.district, "余杭")
    assert region(party) == ("浙江省", "杭州市", "余杭区")


def test_a_district_of_several_cities_names_none(party: PartyFields) -> None:
    type_into(party.district, "朝阳区")
    assert region(party) == ("", "", "朝阳区")


def test_a_city_typed_first_names_its_province(party: PartyFields) -> None:
    type_into(party.city, "深圳市")
    assert region(party) == ("广东省", "深圳市", "")


def test_another_province_leaves_what_was_typed_below_it(party: PartyFields) -> None:
    party.put(ZHANG)
    type_into(party.province, "江苏省")
    assert (party.city.text(), party.district.text()) == ("杭州市", "余杭区")


def test_leaving_a_changed_field_is_told_and_leaving_an_untouched_one_is_not(party: PartyFields, qtbot: QtBot) -> None:
    party.name.setFocus()
    with qtbot.assertNotEmitted(party.left):
        QTest.keyClick(party.name, Qt.Key.Key_Tab)
    QTest.keyClicks(party.phone, "138")
    with qtbot.waitSignal(party.left) as left:
        QTest.keyClick(party.phone, Qt.Key.Key_Tab)
    assert left.args == ["phone"]


def test_a_whole_region_is_taken_as_a_reading(party: PartyFields, qtbot: QtBot) -> None:
    readings = ("北京市朝阳区", "吉林省长春市朝阳区")
    party.show_notes({"province": Note(Severity.DOUBT, "?", readings)})
    with qtbot.waitSignal(party.reading_chosen) as chosen:
        party.rows[1].offers()[0].take(1)
    assert chosen.args == ["province"]
    assert region(party) == ("吉林省", "长春市", "朝阳区")


def test_another_name_is_taken_as_a_reading(party: PartyFields, qtbot: QtBot) -> None:
    party.show_notes({"name": Note(Severity.DOUBT, "?", ("欧阳",))})
    with qtbot.waitSignal(party.reading_chosen):
        party.rows[0].offers()[0].take(0)
    assert party.name.text() == "欧阳"


def test_a_change_of_language_keeps_what_was_typed(party: PartyFields, speaking: QApplication) -> None:
    party.put(ZHANG)
    before = [label.text() for label in party.findChildren(QLabel)]
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert party.draft() == ZHANG
    assert [label.text() for label in party.findChildren(QLabel)] != before
    assert party.phone.accessibleName() == "收件人电话"


def test_every_part_has_its_input(party: PartyFields) -> None:
    assert [party.input(part) for part in PARTS] == [getattr(party, part) for part in PARTS]
