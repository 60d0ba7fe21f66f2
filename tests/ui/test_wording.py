"""Tests that everything the program can say has words, in every language."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app import errors
from outlet_app.domain.account import Role
from outlet_app.domain.carrier import carriers
from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import Fault, FaultKind, OutletError
from outlet_app.ui import languages, wording
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_FACTS: dict[str, object] = {
    "faults": (),
    "until": datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC),
    "limit": 40,
    "path": Path("/home/somebody/outlet/outlet.db"),
    "at": 17,
    "carrier": "yto",
    "number": "YT0000000000001",
    "field": "recipient.phone",
    "character": "𠮷",
    "printer": "Zebra",
    "shelf_code": "15-1-731",
    "shelf": "15-1",
    "stock": "60x40",
    "most": 20_000,
    "day": date(2026, 11, 22),
}


def _family(parent: type[OutletError] = OutletError) -> Iterator[type[OutletError]]:
    for child in parent.__subclasses__():
        yield child
        yield from _family(child)


def _example(kind: type[OutletError]) -> OutletError:
    code = kind.__init__.__code__ if kind.__init__ is not Exception.__init__ else None
    names = code.co_varnames[1 : code.co_argcount] if code is not None and hasattr(kind.__init__, "__code__") else ()
    return kind(*(_FACTS[name] for name in names))


_KINDS = sorted(set(_family()), key=lambda kind: kind.__name__)


@pytest.fixture(params=list(Language), ids=str)
def language(request: pytest.FixtureRequest, speaking: QApplication) -> Language:
    languages.speak(speaking, request.param)
    return Language(request.param)


def _speaks(text: str, language: Language) -> bool:
    return bool(text) and "{" not in text and bool(_CHINESE.search(text)) is (language is Language.CHINESE)


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_every_known_error_has_words(kind: type[OutletError], language: Language) -> None:
    assert _speaks(wording.sentence(_example(kind)), language)


@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_has_words(kind: FaultKind, language: Language) -> None:
    assert _speaks(wording.fault_sentence(Fault("weight", kind)), language)


@pytest.mark.parametrize(
    "field",
    [
        *(name for name in WaybillDraft.__dataclass_fields__),
        *(f"{party}.{name}" for party in ("sender", "recipient") for name in PartyDraft.__dataclass_fields__),
    ],
)
def test_every_field_of_the_form_has_a_name(field: str, language: Language) -> None:
    assert _speaks(wording.field_name(field), language)


@pytest.mark.parametrize("choice", [*Category, *Payment, *Role])
def test_every_choice_has_a_name(choice: Category | Payment | Role, language: Language) -> None:
    assert _speaks(wording.choice_name(choice), language)


def test_carriers_and_services_go_by_their_name_in_the_language_of_the_screen(language: Language) -> None:
    for carrier in carriers().values():
        for named in (carrier, *carrier.services):
            expected = named.name_zh if language is Language.CHINESE else named.name_en
            assert wording.carrier_name(named) == expected


@pytest.mark.usefixtures("language")
def test_a_sentence_names_the_file_and_not_its_folders() -> None:
    words = wording.sentence(errors.FileDamaged(Path("/home/somebody/outlet/outlet.db")))
    assert "outlet.db" in words
    assert "somebody" not in words


@pytest.mark.usefixtures("language")
def test_a_sentence_names_carrier_and_field_by_their_words() -> None:
    carrier = next(iter(carriers().values()))
    assert wording.carrier_name(carrier) in wording.sentence(errors.NumbersExhausted(carrier.code))
    assert wording.field_name("recipient.name") in wording.sentence(errors.LabelTooFull("recipient.name"))


@pytest.mark.usefixtures("language")
def test_a_wrong_password_says_nothing_that_helps_a_guesser() -> None:
    words = wording.sentence(errors.WrongPassword()).lower()
    assert not any(hint in words for hint in ("password", "pin", "card", "密码", "店主卡", "账号"))


def test_between_chinese_sentences_stands_no_space() -> None:
    assert wording.together("不能重开。", "", "同时打印交接单。") == "不能重开。同时打印交接单。"
    assert wording.together("It stays so.", "The list is printed.") == "It stays so. The list is printed."
