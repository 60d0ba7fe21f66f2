"""What a paste left in doubt, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.paste import Doubt, DoubtReason, PasteProposal
from outlet_app.ui import languages
from outlet_app.ui.form_row import Severity
from outlet_app.ui.languages import Language
from outlet_app.ui.paste_doubts import MOST_READINGS, notes_of, party_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("reason", DoubtReason)
def test_every_doubt_has_words_in_both_languages(speaking: QApplication, reason: DoubtReason) -> None:
    proposal = PasteProposal(doubts=(Doubt("name", reason),))
    english = notes_of(proposal)["name"].sentence
    languages.speak(speaking, Language.CHINESE)
    chinese = notes_of(proposal)["name"].sentence
    assert english.isascii()
    assert not chinese.isascii()


def test_a_doubt_about_a_division_stands_at_the_first_of_them(speaking: object) -> None:
    assert speaking
    for field in ("region", "district", "city", "province"):
        notes = notes_of(PasteProposal(doubts=(Doubt(field, DoubtReason.AMBIGUOUS, ("北京市朝阳区",)),)))
        assert list(notes) == ["province"]
        assert notes["province"].severity is Severity.DOUBT
        assert notes["province"].readings == ("北京市朝阳区",)


def test_the_first_doubt_of_a_field_is_told_with_few_readings(speaking: object) -> None:
    assert speaking
    many = tuple(f"1380013800{digit}" for digit in range(9))
    doubts = (Doubt("phone", DoubtReason.SECOND, many), Doubt("phone", DoubtReason.WEAK))
    note = notes_of(PasteProposal(doubts=doubts))["phone"]
    assert note.readings == many[:MOST_READINGS]


def test_an_extension_joins_its_phone() -> None:
    assert party_of(PasteProposal(phone="0571-88886666", extension="803")).phone == "0571-88886666转803"
    assert party_of(PasteProposal(phone="13800138000")).phone == "13800138000"


def test_every_field_reaches_the_form() -> None:
    proposal = PasteProposal(name="张三", province="浙江省", city="杭州市", district="余杭区", detail="文一西路969号")
    party = party_of(proposal)
    assert (party.name, party.province, party.city) == ("张三", "浙江省", "杭州市")
    assert (party.district, party.detail) == ("余杭区", "文一西路969号")
