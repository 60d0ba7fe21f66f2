"""What the owner changed is said to everybody else at the next sign-in, and holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.services.policy_desk import DayDraft, PolicyDraft
from outlet_app.store import waybills
from outlet_app.ui import languages
from outlet_app.ui.canaries_page import CanariesPage
from outlet_app.ui.languages import Language
from outlet_app.ui.navigation import PageName
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD, make_outlet
from tests.services.scanning import label
from tests.ui.conftest import LONG_MS
from tests.ui.door import open_door

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet
    from tests.ui.door import Door

DRAFT = PolicyDraft((DayDraft(is_open=True, opens="07:00", closes="22:00"),) * 7, "3", "24", "36")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("template"))


@pytest.fixture
def door(
    template: Outlet, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Door]:
    yield from open_door(template, tmp_path, tasks, preferences, speaking, qtbot)


def test_a_quiet_line_tells_a_clerk_what_the_owner_changed_until_he_puts_it_away(door: Door, qtbot: QtBot) -> None:
    owner = door.outlet.owner()
    owner.policies.set_policies(DRAFT, password=OWNER_PASSWORD, card=door.outlet.card)
    owner.session.sign_out()
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    qtbot.waitUntil(lambda: not main.news.isHidden(), timeout=LONG_MS)
    assert main.news.text.text() == "王店主 changed: the minutes until an idle counter locks: 10 → 3"
    main.news.dismiss.click()
    assert main.news.isHidden()
    assert main.heading.text() == "Accept"
    door.window._idle.note()
    assert door.window._idle._timer.interval() == 180_000


def test_an_owner_hears_in_his_language_that_nobody_looked_for_weeks_until_he_has(
    door: Door, qapp: QApplication, qtbot: QtBot
) -> None:
    door.outlet.clock.move(days=15)
    main = door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    qtbot.waitUntil(lambda: not main.news.isHidden(), timeout=LONG_MS)
    assert main.news.text.text() == "Nobody has looked at the review for 2 weeks."
    languages.speak(qapp, Language.CHINESE)
    qtbot.waitUntil(lambda: main.news.text.text() == "已经 2 周没有人检查操作记录。", timeout=LONG_MS)
    main.open_page(PageName.REVIEW)
    door.settle()
    door.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(main.news.isHidden, timeout=LONG_MS)


def test_an_owner_hears_first_of_a_look_at_his_canary_and_its_card_stands_first_in_his_review(
    door: Door, qtbot: QtBot
) -> None:
    owner = door.outlet.owner()
    number, worn = label(owner).number, label(owner)
    owner.canaries.mark(number, "shelf B")
    owner.canaries.mark(worn.number, "")
    owner.session.write(waybills.left(worn.record_id, WaybillState.RETURNED, owner.session.clock()))
    owner.session.sign_out()
    chen = door.outlet.chen()
    chen.find.look_up(number)
    chen.session.sign_out()
    main = door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    qtbot.waitUntil(lambda: not main.news.isHidden(), timeout=LONG_MS)
    assert main.news.text.text() == "Look first in the review (F9): canaries 1 ×. Canaries to renew (F11): 1."
    main.open_page(PageName.REVIEW)
    assert main.review is not None
    today = main.review.today
    qtbot.waitUntil(lambda: today.is_read and door.tasks.is_idle(), timeout=LONG_MS)
    card = today.cards.cards[0]
    assert card.sentence.text() == f"陈伟 was at your canary {number} · shelf B at 09:30: looked its number up."
    assert card.mute.isHidden()
    card.rows.click()
    assert main.review.rows.isVisible()
    main.review.open(today)
    door.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: main.news.text.text() == "Canaries to renew (F11): 1.", timeout=LONG_MS)
    main.open_page(PageName.OUTLET)
    assert main.outlet is not None
    page = next(page for page in main.outlet.pages if isinstance(page, CanariesPage))
    main.outlet.open(page)
    door.settle()
    page.rows.rows[1].take_off.click()
    door.settle()
    assert main.news.isHidden()


def test_where_nothing_was_changed_there_is_no_line(door: Door, qtbot: QtBot) -> None:
    first = door.outlet.chen()
    first.session.sign_out()
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    qtbot.waitUntil(door.tasks.is_idle, timeout=LONG_MS)
    assert main.news.isHidden()
