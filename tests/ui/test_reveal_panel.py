"""The reveal panel over real services: two keys after the scan, one field, its seconds, and every way it is masked."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.limits import LimitName
from outlet_app.store import label_wraps
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from tests.builders import LI, ZHANG
from tests.outlets import OWNER_PASSWORD
from tests.ui import revealing
from tests.ui.conftest import LONG_MS
from tests.ui.revealing import Place, make_labelled, open_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks
    from tests.ui.revealing import Labelled

ESCAPE = Qt.Key.Key_Escape
REVEALED, REFUSED, COPIED = ActivityKind.REVEALED, ActivityKind.REVEAL_REFUSED, ActivityKind.COPIED


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Labelled:
    """An outlet with one labelled parcel, founded once."""
    return make_labelled(tmp_path_factory.mktemp("labelled"))


@pytest.fixture
def seen() -> list[str]:
    """How the screen is seen elsewhere, in its last place."""
    return [""]


@pytest.fixture
def labelled(model: Labelled, tmp_path: Path, seen: list[str]) -> Labelled:
    return model.copy_to(tmp_path / "shop", lambda: seen[-1])


@pytest.fixture
def open_for(
    labelled: Labelled, tasks: Tasks, speaking: QApplication, qtbot: QtBot
) -> Iterator[Callable[[str], Place]]:
    """Opens the panel for `chen` or the `owner`, who leaves with the test."""
    del speaking
    places: list[Place] = []

    def come(who: str) -> Place:
        came: list[Services] = []
        tasks.run(Lane.DATA, getattr(labelled.outlet, who), tasks, came.append)
        qtbot.waitUntil(lambda: bool(came), timeout=LONG_MS)
        places.append(open_place(labelled, came[0], tasks, qtbot))
        return places[-1]

    yield come
    for place in places:
        place.panel.forget()
        place.settle()
    tasks.run(Lane.DATA, labelled.outlet.entrance.close, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


@pytest.fixture
def place(open_for: Callable[[str], Place]) -> Place:
    """Chen at the panel."""
    return open_for("chen")


@pytest.fixture
def owner(open_for: Callable[[str], Place]) -> Place:
    """The owner at the panel."""
    return open_for("owner")


def test_after_the_scan_two_keys_reveal_one_field_and_the_act_says_which_and_why(place: Place) -> None:
    place.scan()
    masked = place.pictured()
    place.press("q", "1")
    assert place.panel.is_showing
    assert place.panel.shown.text.is_showing
    assert place.pictured() != masked
    assert place.acts(REVEALED) == [{"field": "recipient.phone", "by": "scan", "reason": "call"}]
    assert place.panel.left.text() == "Left: 9 this hour, 39 today"


def test_what_is_revealed_stands_in_pixels_and_in_no_text(place: Place) -> None:
    place.reveal("q", "1")
    said = place.said()
    assert ZHANG.phone not in said
    place.press("e", "2")
    said += place.said()
    for secret in (ZHANG.name, ZHANG.phone, "969号", LI.name, LI.phone):
        assert secret not in said
    assert ZHANG.phone not in repr(vars(place.panel))


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("q", "recipient.phone"),
        ("w", "recipient.name"),
        ("e", "recipient.address"),
        ("a", "sender.phone"),
        ("s", "sender.name"),
        ("d", "sender.address"),
        ("z", "contents"),
        ("x", "remark"),
    ],
)
def test_every_field_has_its_key(place: Place, key: str, field: str) -> None:
    place.reveal(key, "4")
    assert place.acts(REVEALED) == [{"field": field, "by": "scan", "reason": "asked_by_person"}]
    assert place.panel.shown.text.is_showing is (field != "contents")


def test_a_second_field_takes_the_place_of_the_first(place: Place) -> None:
    place.reveal("q", "1")
    first = place.pictured()
    place.press("w")
    assert not place.panel.is_showing
    assert not place.panel.shown.isVisible()
    place.press("1")
    assert place.panel.is_showing
    assert place.pictured() != first
    assert len(place.acts(REVEALED)) == 2


def test_escapemasks_at_once_and_before_that_goes_a_step_back(place: Place) -> None:
    place.scan()
    place.press("q")
    assert place.panel.question.isVisible()
    assert place.panel.heading.text() == "Reveal · Recipient · Phone"
    assert not place.panel.fields.isVisible()
    place.press(ESCAPE)
    assert not place.panel.question.isVisible()
    assert place.panel.heading.text() == "Reveal"
    assert place.panel.fields.isVisible()
    assert place.acts(REVEALED) == []
    place.press("q", "1")
    place.press(ESCAPE)
    assert not place.panel.is_showing
    assert not place.panel.shown.isVisible()


@pytest.mark.parametrize("happens", [*revealing.GOING, revealing.shows_another, revealing.time_is_over])
def test_whatever_happens_nextmasks_it(place: Place, happens: Callable[[Place], None]) -> None:
    place.reveal()
    happens(place)
    assert not place.panel.is_showing
    assert not place.panel.shown.text.is_showing


@pytest.mark.parametrize("happens", revealing.GOING)
def test_an_answer_that_comes_after_that_is_shown_to_nobody(place: Place, happens: Callable[[Place], None]) -> None:
    place.scan()
    place.press("q")
    go_on = threading.Event()
    place.tasks.run(Lane.DATA, partial(go_on.wait, 5), place.tasks, lambda _: None)
    place.qtbot.keyClick(place.panel, Qt.Key.Key_1)
    happens(place)
    go_on.set()
    place.settle()
    assert len(place.acts(REVEALED)) == 1
    assert not place.panel.is_showing
    assert not place.panel.shown.isVisible()


def test_the_same_waybill_shown_again_does_not_mask_it(place: Place) -> None:
    place.reveal()
    found = place.run(lambda: place.services.find.open(place.labelled.record_id))
    place.panel.show_waybill(found, in_hand=True)
    assert place.panel.is_showing


def test_without_the_label_a_clerk_is_told_to_scan_it_and_no_key_asks_for_anything(place: Place) -> None:
    place.find()
    assert place.panel.guidance.text().startswith("Scan the label of the parcel in your hand")
    assert place.panel.guidance.isVisible()
    assert not place.panel.fields.isEnabled()
    place.press("q", "1", "5")
    assert not place.panel.question.isVisible()
    assert place.acts(REVEALED, REFUSED) == []


def test_a_label_that_was_scanned_too_long_ago_is_refused_in_place(place: Place) -> None:
    place.scan()
    place.labelled.outlet.clock.move(minutes=6)
    place.press("q", "1")
    assert not place.panel.is_showing
    assert place.panel.fault.text() == "Scan the label of the parcel in your hand first."
    assert place.panel.guidance.isVisible()
    assert [act["why"] for act in place.acts(REFUSED)] == ["no_label"]


def test_a_screen_that_is_shown_elsewhere_reveals_nothing(place: Place, seen: list[str]) -> None:
    place.scan()
    seen.append("vnc")
    place.press("q", "1")
    assert not place.panel.is_showing
    assert place.panel.fault.text().startswith("This screen is shown to another computer.")
    assert [act["why"] for act in place.acts(REFUSED)] == ["remote"]
    seen.append("")
    place.press("q", "1")
    assert place.panel.is_showing
    assert not place.panel.fault.isVisible()


def test_a_limit_that_is_used_up_is_a_sentence_in_place_and_the_fields_stay(
    open_for: Callable[[str], Place], labelled: Labelled
) -> None:
    owner = open_for("owner")
    card = labelled.outlet.card
    lower = {LimitName.SCAN_REVEALS_HOUR: 1}
    owner.run(lambda: owner.services.limits.set_limits(lower, password=OWNER_PASSWORD, card=card))
    place = open_for("chen")
    place.scan()
    assert place.panel.left.text() == "Left: 1 this hour, 40 today"
    place.press("q", "1")
    assert place.panel.is_showing
    assert place.panel.left.text() == "Used up until 10:30"
    place.press("w", "1")
    assert not place.panel.is_showing
    assert place.panel.fault.text().startswith("The limit is used up. It opens again at ")
    assert place.panel.fields.isEnabled()
    place.press("q", "1")
    assert place.panel.is_showing


def test_another_reason_asks_for_a_note_and_a_number_in_it_is_refused_beside_it(place: Place) -> None:
    place.scan()
    place.press("q", "5")
    assert place.panel.question.note.hasFocus()
    assert place.acts(REVEALED) == []
    place.qtbot.keyClicks(place.panel.question.note, "13800138000")
    place.press(Qt.Key.Key_Return)
    assert place.panel.question.isVisible()
    assert place.panel.question.fault.text() == "A phone number is in it. Take it out."
    assert place.acts(REVEALED) == []
    place.panel.question.note.clear()
    place.qtbot.keyClicks(place.panel.question.note, "wet label")
    place.press(Qt.Key.Key_Return)
    assert place.panel.is_showing
    assert place.acts(REVEALED)[0]["note"] == "wet label"


def test_a_letter_in_the_note_is_a_letter(place: Place) -> None:
    place.scan()
    place.press("q", "5")
    place.qtbot.keyClicks(place.panel.question.note, "qwe12c")
    assert place.panel.question.note.text() == "qwe12c"
    place.press(ESCAPE)
    assert not place.panel.question.isVisible()
    place.press("q")
    assert place.panel.question.note.text() == ""


def test_copying_is_recorded_first_and_ends_with_the_half_minute_or_the_person(place: Place) -> None:
    place.reveal("q", "1")
    place.press("c")
    assert QApplication.clipboard().text() == ZHANG.phone
    assert place.acts(COPIED) == [{"field": "recipient.phone"}]
    place.panel.mask()
    assert QApplication.clipboard().text() == ZHANG.phone
    place.panel.forget()
    assert QApplication.clipboard().text() == ""


def test_a_text_that_was_masked_meanwhile_is_not_copied(place: Place) -> None:
    QApplication.clipboard().clear()
    place.reveal("q", "1")
    place.qtbot.keyClick(place.panel, Qt.Key.Key_C)
    place.panel.mask()
    place.settle()
    assert QApplication.clipboard().text() == ""


def test_what_can_no_longer_be_copied_is_said(place: Place) -> None:
    QApplication.clipboard().clear()
    place.reveal("q", "1")
    place.labelled.outlet.clock.move(seconds=21)
    place.press("c")
    assert QApplication.clipboard().text() == ""
    assert place.panel.fault.isVisible()
    assert place.acts(COPIED) == []


def test_c_copies_nothing_where_nothing_is_revealed(place: Place) -> None:
    place.scan()
    place.press("c")
    place.press("z", "1", "c")
    assert place.acts(COPIED) == []


def test_the_owner_opens_without_the_label_by_password_and_card(owner: Place) -> None:
    owner.find()
    assert not owner.panel.guidance.isVisible()
    assert owner.panel.left.text() == "Left without a label: 10 today"
    owner.press("e", "3")
    assert owner.panel.is_waiting_for_card
    assert owner.panel.owner.proof.password.text.hasFocus()
    owner.prove(OWNER_PASSWORD)
    assert owner.panel.is_showing
    assert owner.panel.owner.password == ""
    assert owner.panel.owner.card == ""
    assert owner.acts(REVEALED) == [{"field": "recipient.address", "by": "owner", "reason": "return_to_sender"}]
    assert owner.panel.left.text() == "Left without a label: 9 today"


def test_a_wrong_password_is_said_at_the_proof_and_the_card_stays(owner: Place) -> None:
    owner.find()
    owner.press("e", "3")
    owner.prove("not-the-password-of-anybody")
    assert not owner.panel.is_showing
    assert owner.panel.owner.fault.text() == "That did not open. Check what you typed and try again."
    assert owner.panel.owner.card == owner.labelled.outlet.card
    assert [act["why"] for act in owner.acts(REFUSED)] == ["card"]
    owner.panel.owner.drop.click()
    assert not owner.panel.is_waiting_for_card
    assert owner.panel.owner.card == ""


def test_the_owner_with_the_label_in_hand_needs_no_card(owner: Place) -> None:
    owner.reveal("q", "1")
    assert owner.acts(REVEALED)[0]["by"] == "scan"
    assert owner.panel.left.text().endswith("today")


def test_a_card_is_taken_while_it_is_asked_for_and_never_else(owner: Place) -> None:
    card = owner.labelled.outlet.card
    assert not owner.panel.take_card(card)
    owner.find()
    assert not owner.panel.take_card(card)
    owner.press("e", "3")
    assert not owner.panel.take_card(owner.labelled.code)
    assert owner.panel.take_card(card)


def test_a_waybill_whose_parcel_left_is_closed_to_a_clerk(place: Place) -> None:
    found = place.scan()
    wrap = place.run(lambda: label_wraps.of(place.services.session.store.reader, found.masked.record_id))
    assert wrap is not None
    entry = label_wraps.erased(wrap.record_id, wrap.serial, "term")
    place.run(lambda: place.services.session.write(entry))
    place.press("q", "1")
    assert not place.panel.is_showing
    assert place.panel.fault.isVisible()


def test_a_waiting_that_lasts_is_shown(place: Place) -> None:
    place.scan()
    place.press("q")
    go_on = threading.Event()
    place.tasks.run(Lane.DATA, partial(go_on.wait, 5), place.tasks, lambda _: None)
    place.qtbot.keyClick(place.panel, Qt.Key.Key_1)
    assert not place.panel.wait.isVisible()
    place.qtbot.waitUntil(place.panel.wait.isVisible, timeout=1_000)
    assert place.panel.wait.text() == "Opening…"
    go_on.set()
    place.settle()
    assert place.panel.is_showing
    assert not place.panel.wait.isVisible()


def test_everything_is_said_in_the_language_of_the_screen_and_the_field_goes_on_showing(
    place: Place, speaking: QApplication
) -> None:
    place.reveal("q", "1")
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert place.panel.is_showing
    assert place.panel.heading.text() == "查看 · 收件人 · 电话"
    assert place.panel.left.text() == "剩余：本小时 9 次，今天 39 次"
    assert place.panel.accessibleName() == "查看"
