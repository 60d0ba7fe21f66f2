"""Each fault that an outlet meets, in the real windows: a clear sentence, a way out, and nothing typed is lost."""

from __future__ import annotations

import resource
import shutil
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from outlet_app import printing
from outlet_app.errors import FaultKind
from outlet_app.services.entrance import Entrance
from outlet_app.services.first_day import FirstDay
from outlet_app.services.setup import Setup
from outlet_app.store.connection import DatabaseKey, open_database
from outlet_app.ui.scanner import Scanner
from outlet_app.ui.setup_wizard import SetupWizard
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OWNER_PASSWORD, copy_of, make_outlet
from tests.ui.counter import PAIR, ZHANG
from tests.ui.door import Door, open_door
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet
    from tests.stranger import Stranger

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST = "YT8800000000001"


@pytest.fixture(scope="module")
def tray(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tray")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, tray: Path) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("template"), printers=(printing.tray(tray),))


@pytest.fixture
def door(
    template: Outlet, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Door]:
    yield from open_door(template, tmp_path, tasks, preferences, speaking, qtbot)


def try_to_come_in(door: Door) -> str:
    """Chen types his password; what the sign-in view says then. The tile and the window stay."""
    door.tap(door.outlet.chen_id)
    door.type(CHEN_PASSWORD)
    door.press(Qt.Key.Key_Return)
    door.qtbot.waitUntil(door.window.sign_in.fault.isVisible, timeout=LONG_MS)
    door.settle()
    assert door.window.is_locked
    return door.window.sign_in.fault.text()


def at_the_form(door: Door) -> None:
    """Chen at his counter, with one parcel typed in."""
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    fill(door)


def fill(door: Door) -> None:
    """Everything one parcel needs, by the keys."""
    QApplication.clipboard().setText(PAIR)
    door.main.entry.form.paste.setFocus()
    door.press(Qt.Key.Key_V, CTRL)
    door.main.entry.form.parcel.weight.setText("1.2")
    if not any(door.main.entry.bar.ticks()):
        door.press(Qt.Key.Key_F8)


def accept(door: Door) -> str:
    """Ctrl+Enter; the first that is told then, before news of the label."""
    told: list[str] = []
    listening = door.main.entry.message.connect(lambda _kind, text: told.append(text))
    door.press(Qt.Key.Key_Return, CTRL)
    door.settle()
    door.main.entry.message.disconnect(listening)
    return told[0] if told else ""


def both_key_files(outlet: Outlet) -> tuple[Path, Path]:
    return outlet.place.key_file, outlet.place.second_key_file


def database(outlet: Outlet) -> Path:
    return outlet.place.folder / outlet.keys.key_file().database_name


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """As on a full disk, no file grows beyond `size` bytes; Python ignores the signal, so writes fail."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_wrong_password_is_told_and_the_right_one_opens(door: Door) -> None:
    door.tap(door.outlet.chen_id)
    door.type("not this one")
    door.press(Qt.Key.Key_Return)
    door.settle()
    assert door.window.sign_in.fault.text() == "That did not open. Check what you typed and try again."
    assert door.window.sign_in.password.text.hasSelectedText()
    door.type(CHEN_PASSWORD)
    door.press(Qt.Key.Key_Return)
    door.qtbot.waitUntil(lambda: not door.window.is_locked, timeout=LONG_MS)


def test_a_key_file_that_is_missing_or_damaged_at_one_place_is_healed_without_a_word(door: Door) -> None:
    first, second = both_key_files(door.outlet)
    first.unlink()
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.lock()
    second.write_bytes(b"nothing of ours")
    door.sign_in(door.outlet.chen_id, CHEN_PASSWORD)
    assert door.window.sign_in.fault.text() == ""


def test_key_files_missing_at_both_places_are_told_on_the_first_page_and_putting_one_back_is_enough(
    template: Outlet, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> None:
    outlet = copy_of(template, tmp_path / "outlet")
    kept = outlet.place.key_file.read_bytes()
    for path in both_key_files(outlet):
        path.unlink()
    assert not outlet.keys.are_there()
    scanner = Scanner(speaking)
    wizard = SetupWizard(
        FirstDay(Setup(outlet.keys, outlet.clock), outlet.entrance, outlet.clock), tasks, preferences, scanner
    )
    wizard.show()
    said = "\n".join(one.text() for one in wizard.findChildren(QLabel) if one.isVisible())
    assert "its key file is missing. If it is yours, close this window and put the key file back" in said
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    wizard.hide()
    wizard.deleteLater()
    speaking.removeEventFilter(scanner)
    scanner.deleteLater()
    outlet.place.key_file.write_bytes(kept)
    outlet.chen().session.sign_out()


def test_key_files_damaged_at_both_places_are_named_and_restoring_is_offered(door: Door) -> None:
    for path in both_key_files(door.outlet):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(bytes(data))
    door.window.sign_in.reset()
    assert door.window.sign_in.fault.text() == "The file outlet.keys is damaged. Restore it from a backup."


def test_another_outlets_key_file_is_told_apart_from_a_damaged_database(door: Door, tmp_path: Path) -> None:
    other = make_outlet(tmp_path / "other", printers=())
    shutil.copyfile(database(other), database(door.outlet))
    told = try_to_come_in(door)
    assert told.startswith("The key file and the database outlet-1.db do not belong together.")
    assert "restore" in told


def test_a_key_file_from_before_the_last_rotation_is_told_and_the_right_one_opens(door: Door) -> None:
    old = [path.read_bytes() for path in both_key_files(door.outlet)]
    owner = door.outlet.owner()
    owner.staff.rotate_key(password=OWNER_PASSWORD, card=door.outlet.card)
    owner.session.sign_out()
    new = [path.read_bytes() for path in both_key_files(door.outlet)]
    for path, data in zip(both_key_files(door.outlet), old, strict=True):
        path.write_bytes(data)
    assert try_to_come_in(door).startswith("The key file and the database outlet-2.db do not belong together.")
    for path, data in zip(both_key_files(door.outlet), new, strict=True):
        path.write_bytes(data)
    door.sign_in(door.outlet.chen_id, CHEN_PASSWORD)


def test_a_damaged_database_is_named_with_the_way_out(door: Door) -> None:
    path = database(door.outlet)
    data = bytearray(path.read_bytes())
    data[1000:1032] = bytes(32)
    path.write_bytes(bytes(data))
    assert try_to_come_in(door) == "The file outlet-1.db is damaged. Restore it from a backup."
    assert door.window.sign_in.password.text.text() == CHEN_PASSWORD


def test_a_database_of_a_later_program_is_left_alone_and_told(door: Door) -> None:
    services = door.outlet.chen()
    keys = services.session.keys
    services.session.sign_out()
    opened = open_database(database(door.outlet), DatabaseKey(keys.database_key, keys.database_salt))
    opened.reader.rows(tuple, "PRAGMA user_version=999")
    opened.close()
    before = database(door.outlet).read_bytes()
    assert try_to_come_in(door) == "The file outlet-1.db is from a later version. Install that version."
    assert database(door.outlet).read_bytes() == before


READ_ONLY = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.ui.outlet_window import OutletWindow
from outlet_app.ui.preferences import Preferences
from outlet_app.ui.scanner import Scanner
from outlet_app.ui.tasks import Tasks
from outlet_app.services.entrance import wall_clock

folder, person, password = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
app = QApplication([])
tasks = Tasks()
keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False)
window = OutletWindow(Entrance(keys), tasks, Preferences(folder / "state"), wall_clock, Scanner(app))
window.show()
view = window.sign_in
view.people.choose(bytes.fromhex(person))
QTest.keyClicks(view.password.text, password)
view.enter.click()
for _ in range(500):
    QTest.qWait(20)
    if tasks.is_idle() and not view.fault.isHidden():
        break
print(view.fault.text(), "|", view.password.text.text() == password, flush=True)
os._exit(0)
"""


def test_a_folder_that_cannot_be_written_to_is_told_with_what_to_check(template: Outlet, stranger: Stranger) -> None:
    folder = stranger.give(template.place.folder.parent)
    for path in (*(folder / "outlet").iterdir(), folder / "outlet"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    ended = stranger.run(READ_ONLY, folder, template.chen_id.hex(), CHEN_PASSWORD)
    assert ended.stdout.strip() == "outlet-1.db cannot be written to. Check its rights and the disk. | True", (
        ended.stderr
    )


def test_a_second_copy_of_the_program_is_told_and_lets_the_first_one_work(door: Door) -> None:
    first = Entrance(door.outlet.keys, clock=door.outlet.clock)
    services = first.sign_in(door.outlet.lin_id, "lin-stands-beside-her")
    assert try_to_come_in(door).startswith("The program is already open on this outlet.")
    services.session.today()
    first.close()
    door.press(Qt.Key.Key_Return)
    door.qtbot.waitUntil(lambda: not door.window.is_locked, timeout=LONG_MS)


def test_a_full_disk_accepts_nothing_keeps_what_is_typed_and_goes_on_when_there_is_room(door: Door) -> None:
    at_the_form(door)
    before = door.main.entry.draft()
    with no_room_beyond(4096):
        assert accept(door).startswith("The disk is full; nothing was lost. Make room and try again.")
    assert door.main.entry.draft() == before
    assert accept(door).startswith(f"Accepted {FIRST}")


def test_a_carrier_without_numbers_is_told_and_a_number_that_is_typed_is_taken(door: Door) -> None:
    at_the_form(door)
    door.main.entry.form.parcel.carrier.choose("sto")
    door.settle()
    before = door.main.entry.draft()
    told = accept(door)
    assert "has no free waybill number left" in told
    assert "ask the owner to enter a new range" in told
    assert door.main.entry.draft() == before
    door.main.entry.form.parcel.number.setText("772200000000001")
    assert accept(door).startswith("Accepted 772200000000001")


def test_a_number_that_is_in_the_shop_already_is_told_and_nothing_typed_is_lost(door: Door) -> None:
    at_the_form(door)
    assert accept(door).startswith(f"Accepted {FIRST}")
    fill(door)
    door.main.entry.form.parcel.number.setText(FIRST)
    before = door.main.entry.draft()
    assert accept(door) == f"Waybill number {FIRST} is already in use. Type another one."
    assert door.main.entry.draft() == before
    door.main.entry.form.parcel.number.setText("")
    assert accept(door).startswith("Accepted YT8800000000002")


def test_a_number_that_holds_the_recipients_phone_is_a_fault_beside_the_number(door: Door) -> None:
    at_the_form(door)
    door.main.entry.form.parcel.number.setText("YT13800138000")
    accept(door)
    assert _faults(door) == [("number", FaultKind.CONTAINS_PHONE)]
    assert "A phone number is in it. Take it out." in _words(door)
    assert ZHANG.startswith(door.main.entry.draft().recipient.name)


def test_a_name_of_200_characters_is_refused_beside_the_name_and_stays(door: Door) -> None:
    at_the_form(door)
    door.main.entry.form.recipient_fields.name.setText("张" * 200)
    accept(door)
    assert _faults(door) == [("recipient.name", FaultKind.TOO_LONG)]
    assert "Too long. Shorten it." in _words(door)
    assert door.main.entry.draft().recipient.name == "张" * 200


@pytest.mark.parametrize("name", ["𠮷田", "䶮先生", "㛃女士", "𬭎师傅"])
def test_a_rare_character_is_accepted_printed_and_shown(door: Door, tray: Path, name: str) -> None:
    at_the_form(door)
    door.main.entry.form.recipient_fields.name.setText(name)
    assert accept(door).startswith(f"Accepted {FIRST}")
    assert door.main.entry.latest.rows[0].recipient.text().startswith(name[0])
    assert list(tray.glob(f"{FIRST}*.pdf"))


@pytest.mark.parametrize("name", ["😀小明", "أحمد"])
def test_what_no_typeface_draws_is_accepted_with_a_box_and_a_word_about_it(door: Door, name: str) -> None:
    at_the_form(door)
    door.main.entry.form.recipient_fields.name.setText(name)
    assert "No typeface here can draw" in accept(door)
    door.qtbot.waitUntil(lambda: "by hand, where the box stands" in door.main.messages.text.text(), timeout=LONG_MS)
    assert door.main.entry.latest.rows


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("张\u202e三", FaultKind.CONTROL_CHARACTER, "There is an invisible character. Type it again."),
        ("😀😀", FaultKind.NOT_A_NAME, "This is not a name. Check it."),
        ("张*三", FaultKind.PREMASKED, "Parts are hidden by stars. Ask the customer for the whole."),
    ],
)
def test_what_cannot_be_a_name_is_refused_with_its_reason(door: Door, name: str, kind: FaultKind, words: str) -> None:
    at_the_form(door)
    door.main.entry.form.recipient_fields.name.setText(name)
    accept(door)
    assert _faults(door) == [("recipient.name", kind)]
    assert words in _words(door)
    assert door.main.entry.draft().recipient.name == name


def test_a_clock_that_was_moved_is_asked_about_and_parcels_are_accepted_meanwhile(door: Door) -> None:
    door.outlet.clock.move(days=5)
    at_the_form(door)
    door.settle()
    assert door.main.date.isVisible()
    assert "clock was moved" in door.main.date.story.text()
    assert accept(door).startswith(f"Accepted {FIRST}")


def test_a_printer_that_was_renamed_is_told_and_the_new_name_prints_without_code(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printers", lambda: (LABEL_PRINTER,))
    at_the_form(door)
    door.settle()
    printer = door.main.entry.printer
    printer.choice.choose(LABEL_PRINTER.name)
    printer.choice.activated.emit(printer.choice.currentIndex())
    monkeypatch.setattr(printing, "printers", lambda: (replace(LABEL_PRINTER, name="counter-2"),))
    printer.refresh()
    door.settle()
    assert door.main.messages.text.text().startswith("The printer counter is gone or has another name.")
    assert door.main.status.printer.text.text() == "No printer"
    printer.choice.choose("counter-2")
    printer.choice.activated.emit(printer.choice.currentIndex())
    assert door.main.status.printer.text.text() == "counter-2, without code"
    printer.choice.choose("")
    printer.choice.activated.emit(printer.choice.currentIndex())
    assert accept(door).startswith(f"Accepted {FIRST}")


def _faults(door: Door) -> list[tuple[str, FaultKind]]:
    return [(fault.field, fault.kind) for fault in door.main.entry._faults]


def _words(door: Door) -> str:
    labels = [one for one in door.main.entry.findChildren(QLabel) if one.isVisible()]
    return "\n".join(text for one in labels for text in (one.text(), one.toolTip()))
