"""Tests that everything the record can hold has words, in every language."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_groups import ActGroup
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.proof import Proof
from outlet_app.services.review import ActFilter
from outlet_app.ui import act_wording, act_words, languages
from outlet_app.ui.languages import Language
from tests.ui.reviewed import act

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from outlet_app.domain.activity import Detail
    from outlet_app.services import Services

_CHINESE = re.compile(r"[\u4e00-\u9fff]")

_WORDY = (
    "person",
    "printer",
    "carrier",
    "first",
    "last",
    "number",
    "why",
    "reason",
    "key",
    "field",
    "role",
    "subject",
    "move",
    "what",
    "file",
    "found",
    "way",
    "by",
    "note",
    "reprint",
    "payment",
    "was_payment",
)
EVERYTHING: Detail = {
    **dict.fromkeys(
        (
            *(*_WORDY, "name", "old", "new", "limit", "result", "day", "pin", "outcome"),
            *("shelf_code", "was_shelf_code", "came_back_to", "was_carrier"),
            *("flag", "shown", "policy", "report"),
            *("fingerprint", "withdrawn", "settled", "changed_carrier", "codes_of", "carrier_order"),
            *("since", "until", "second", "erasing_dropped"),
        ),
        "Word",
    ),
    **dict.fromkeys(
        (
            *("erasing", "erased", "erasing_asked", "parcels"),
            "serial",
            "at_ms",
            "counted_fen",
            "hits",
            "rows",
            "refused",
            "version",
            "count",
            "at",
            "acts",
            "epoch",
            "by_min",
            "waybills",
            "tried",
            "odd",
            "acts_lost",
            "waybills_lost",
            "from_n",
            "uncertain",
            "weight_g",
            "was_weight_g",
            "fee_fen",
            "was_fee_fen",
            *(
                "flags",
                "cod_fen",
                "was_cod_fen",
                "collect_fen",
                "was_collect_fen",
                "days",
                "list",
                "refund_fen",
                "without",
            ),
        ),
        7,
    ),
}
"""Every fact that a detail can hold."""


@pytest.fixture(params=list(Language), ids=str)
def language(request: pytest.FixtureRequest, speaking: QApplication) -> Language:
    languages.speak(speaking, request.param)
    return Language(request.param)


def _speaks(text: str, language: Language) -> bool:
    return bool(text) and "{" not in text and bool(_CHINESE.search(text)) is (language is Language.CHINESE)


@pytest.mark.parametrize("kind", ActivityKind)
def test_every_kind_of_act_has_words_whatever_its_detail_holds(kind: ActivityKind, language: Language) -> None:
    for size in range(len(EVERYTHING) + 1):
        for facts in (dict(list(EVERYTHING.items())[:size]), dict(list(EVERYTHING.items())[size:])):
            assert _speaks(act_wording.act_sentence(act(kind=kind, facts=facts)), language)


@pytest.mark.parametrize("kind", ActivityKind)
def test_every_sentence_of_a_kind_can_come_up(kind: ActivityKind) -> None:
    *specific, last = [act_wording._asked(str(text)) for text in act_wording.SENTENCES[kind]]
    assert last == set()
    for before, text in enumerate(specific):
        assert text <= EVERYTHING.keys()
        assert not any(earlier <= text for earlier in specific[:before])


def test_a_kind_that_is_not_known_has_words(language: Language) -> None:
    assert _speaks(act_wording.act_sentence(act(kind=None, facts=EVERYTHING)), language)


@pytest.mark.parametrize("group", ActGroup)
def test_every_group_has_a_name(group: ActGroup, language: Language) -> None:
    assert _speaks(act_wording.group_name(group), language)


@pytest.mark.parametrize("proof", Proof)
def test_every_standing_of_a_signature_has_a_name(proof: Proof, language: Language) -> None:
    assert _speaks(act_wording.proof_name(proof), language)


@pytest.mark.parametrize(("name", "word"), list(act_words.WORDS))
def test_every_word_of_a_detail_is_said_in_the_language_of_the_screen(name: str, word: str, language: Language) -> None:
    assert _speaks(act_wording._fact(name, word), language)


def test_who_was_never_named_has_words_and_a_name_stays_a_name(language: Language) -> None:
    assert _speaks(act_wording.person_name(""), language)
    assert act_wording.person_name("陈伟") == "陈伟"


@pytest.mark.usefixtures("speaking")
def test_a_detail_is_told_in_words() -> None:
    def sentence(kind: ActivityKind, facts: Detail) -> str:
        return act_wording.act_sentence(act(kind=kind, facts=facts))

    assert sentence(ActivityKind.LABEL_TAKEN, {"printer": "Zebra"}) == "Sent a label with code to Zebra"
    refused = {"person": "林芳", "why": "pin", "at_ms": 1_795_311_005_000}
    assert sentence(ActivityKind.SIGN_IN_REFUSED, refused) == (
        "Reported, not proven: sign-in as 林芳 refused at 2026-11-22 09:30:05 (wrong PIN)"
    )
    entered = {"carrier": "yto", "first": "YT1", "last": "YT9"}
    assert sentence(ActivityKind.NUMBERS_ENTERED, entered) == "Entered the numbers YT1 to YT9 of YTO"
    named = {"carrier": "yto", "fingerprint": "ABCD-EFGH-JKMN-PQRS", "at_ms": 1_795_311_005_000}
    assert sentence(ActivityKind.SETTING_CHANGED, named) == (
        "Named a key of YTO: ABCD-EFGH-JKMN-PQRS, in force from 2026-11-22 09:30:05"
    )
    withdrawn = {"carrier": "yto", "withdrawn": "ABCD-EFGH-JKMN-PQRS"}
    assert sentence(ActivityKind.SETTING_CHANGED, withdrawn) == "Withdrew the key of YTO: ABCD-EFGH-JKMN-PQRS"
    stated = {"subject": "role", "person": "林芳", "role": "clerk"}
    assert sentence(ActivityKind.STATEMENT_MADE, stated) == "Signed as owner: 林芳 is a clerk"
    revealed = {"field": "recipient.phone", "reason": "call"}
    assert sentence(ActivityKind.REVEALED, revealed) == "Revealed the recipient's phone: to call"
    by_scan = {"field": "recipient.address", "reason": "other", "by": "scan", "note": "门牌不清"}
    assert sentence(ActivityKind.REVEALED, by_scan) == (
        "Revealed the recipient's address by its label: another reason. 门牌不清"
    )
    terms = {"weight_g": 3000, "was_weight_g": 1200, "fee_fen": 1850, "was_fee_fen": 1200, "category": "changed"}
    assert sentence(ActivityKind.CORRECTED, terms) == "Changed weight from 1.2 kg to 3 kg, fee from ¥12.00 to ¥18.50"
    paid = {"payment": "collect", "was_payment": "paid"}
    assert sentence(ActivityKind.CORRECTED, paid) == "Changed the payment from Prepaid to Collect"
    setup = {"name": "printer-setup:Zebra", "old": "{}", "new": "{}"}
    assert sentence(ActivityKind.SETTING_CHANGED, setup) == "Set up the paper of Zebra"


@pytest.mark.usefixtures("speaking")
def test_what_is_not_ours_does_no_harm_in_a_sentence() -> None:
    facts: Detail = {"printer": "{person}" + "x" * 500, "at_ms": 10**30}
    sentence = act_wording.act_sentence(act(kind=ActivityKind.LABEL_TAKEN, facts=facts))
    assert sentence.startswith("Sent a label with code to {person}xxx")
    assert len(sentence) < 100
    assert act_wording._fact("at_ms", -(10**30)) == "-1" + "0" * 30


@pytest.mark.usefixtures("speaking")
def test_days_and_times_are_the_outlet_s() -> None:
    assert act_wording.time_name(datetime(2026, 11, 21, 20, 0, 1, tzinfo=UTC)) == "2026-11-22 04:00:01"
    assert act_wording.day_name(date(2026, 11, 22)) == "2026-11-22 Sun"


def test_nothing_that_the_program_records_is_told_in_its_own_words(owner: Services, language: Language) -> None:
    """The acts of a real outlet so far, each through its sentence: no identifier is left in any."""
    sentences = [act_wording.act_sentence(each) for each in owner.review.acts(ActFilter()).acts]
    assert len(sentences) > 15
    assert [text for text in sentences if re.search(r"[0-9a-f]{16}|[a-z]_[a-z]|\{", text)] == []
    assert all(_speaks(text, language) for text in sentences if language is Language.CHINESE)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("carrier:sf", "Changed the carrier SF Express from “a” to “b”"),
        ("sort-codes:yto", "Changed the table of sort codes of YTO: rows before a, now b"),
        ("carrier-order", "Changed the order of the carriers"),
        ("carrier:", "Changed the setting carrier: from “a” to “b”"),
        ("other:sf", "Changed the setting other:sf from “a” to “b”"),
    ],
)
@pytest.mark.usefixtures("speaking")
def test_a_setting_of_a_carrier_names_the_carrier(name: str, words: str) -> None:
    facts = {"name": name, "old": "a", "new": "b"}
    assert act_wording.act_sentence(act(kind=ActivityKind.SETTING_CHANGED, facts=facts)) == words
