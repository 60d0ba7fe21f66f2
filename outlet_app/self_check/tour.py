"""The main job played through the real windows, with pictures and labels left behind; a step that fails says so."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from outlet_app import printing
from outlet_app.app import App
from outlet_app.demo import CLERKS, OWNER, WAYBILLS, made_up_person, make_demo
from outlet_app.domain.draft import WaybillDraft
from outlet_app.paper import codes
from outlet_app.sealing.label_code import LabelCode, outlet_mark, read_code
from outlet_app.self_check.arriving import Arriving
from outlet_app.self_check.finding import Finding
from outlet_app.self_check.handing_over import HandingOver
from outlet_app.self_check.stage import TWO_LOOKS, Stage, StepFailed
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.review import VerifyState
from outlet_app.services.session import RecordState
from outlet_app.ui.closing_check import ClosingCheckPage
from outlet_app.ui.duties_view import DutiesView
from outlet_app.ui.languages import Language
from outlet_app.ui.paper_page import PaperPage
from outlet_app.ui.pin_offer import PinOffer
from outlet_app.ui.trial_print import TEST_JOB

if TYPE_CHECKING:
    from outlet_app.demo import Demo
    from outlet_app.domain.draft import PartyDraft
    from outlet_app.ui.review_rows import ReviewRows

WINDOW_PX = (1366, 768)
"""The commonest screen of a counter PC."""

DEMO_PDF_DOTS_PER_MM = 12.0
"""As a 300 dpi printer would draw it; what the codes are read back from."""

_PIN = "271828"
"""Of a made-up clerk."""


def run(folder: Path, *, waybills: int = WAYBILLS) -> int:
    """Play the main job and leave labels and pictures of every screen in `folder`; 0 when every step held.

    `waybills` stand in the demo outlet before.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="outlet-app-check-", ignore_cleanup_errors=True) as temporary:
        tray = printing.tray(folder.resolve())
        demo = make_demo(Path(temporary), printers=(tray,), waybills=waybills)
        app = App(demo.entrance, demo.place)
        try:
            left = _Tour(app, demo, folder).play()
        except StepFailed as failed:
            _say(f"self-check failed: {failed}")
            return 1
        finally:
            app.end()
    for path in left:
        _say(str(path))
    _say("self-check passed")
    return 0


def one_label(folder: Path) -> int:
    """Accept one made-up parcel in a demo outlet and leave its coded label as `label.pdf` in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="outlet-app-label-", ignore_cleanup_errors=True) as temporary:
        tray = printing.tray(folder.resolve())
        demo = make_demo(Path(temporary), printers=(tray,), waybills=0)
        services = demo.entrance.sign_in(demo.entrance.tiles()[1].account_id, CLERKS[0][1])
        accepted = services.entry.accept(_parcel(), tray)
        services.session.sign_out()
    assert accepted.job is not None
    path = folder / "label.pdf"
    path.write_bytes(accepted.job.pdf)
    _say(str(path))
    return 0


class _Tour:
    """Types, presses and looks as a clerk and the owner do."""

    def __init__(self, app: App, demo: Demo, folder: Path) -> None:
        self._stage = Stage(app, folder)
        self._window = app.window
        self._demo = demo
        self._folder = folder
        self._labels: list[str] = []
        self._customer = made_up_person(random.Random(1))  # noqa: S311 - a made-up customer

    def play(self) -> list[Path]:
        """The whole job; what it left. Raises StepFailed."""
        self._window.resize(*WINDOW_PX)
        self._window.show()
        self._window.activateWindow()
        self._stage.picture_everywhere("1-sign-in")
        self._sign_in()
        self._stage.picture_everywhere("2-accept-empty")
        self._fill_in()
        self._stage.picture_everywhere("3-accept-filled")
        number = self._accept()
        self._stage.picture_everywhere("4-accepted")
        code = self._read_label(number, "label")
        self._put_right(number, code)
        finding = Finding(self._stage, self._customer, number, *self._labels)
        finding.find()
        self._verify()
        self._lock()
        arriving = Arriving(self._stage)
        arriving.arrive()
        arriving.collect()
        handing_over = HandingOver(self._stage, _parcel())
        handing_over.hand_over()
        handing_over.end_day()
        finding.break_record()
        self._owner_signs_in()
        finding.acknowledge(OWNER[1], self._demo.card)
        self._review()
        self._people()
        self._outlet_pages()
        self._close()
        self._nothing_in_the_open()
        return self._stage.left

    def _sign_in(self) -> None:
        view = self._window.sign_in
        view.people.choose(view.people.tiles[1].account_id)
        QTest.keyClicks(view.password.text, CLERKS[0][1])
        QTest.keyClick(view.password.text, Qt.Key.Key_Return)
        self._stage.wait("the clerk signs in", lambda: isinstance(self._window.currentWidget(), DutiesView))
        self._stage.picture_everywhere("5-duties")
        self._stage.page(DutiesView).accept.click()
        self._stage.wait("the duties are accepted", lambda: isinstance(self._window.currentWidget(), PinOffer))
        self._stage.picture_everywhere("6-pin")
        self._set_pin()
        self._stage.wait("the counter is open", lambda: self._window.main is not None and self._stage.is_idle())

    def _set_pin(self) -> None:
        offer = self._stage.page(PinOffer)
        for _ in range(2):
            QTest.keyClicks(offer.pad, _PIN)
        QTest.keyClicks(offer.password.text, CLERKS[0][1])
        QTest.keyClick(offer.password.text, Qt.Key.Key_Return)

    def _fill_in(self) -> None:
        entry = self._stage.main.entry
        sender = made_up_person(random.Random(2))  # noqa: S311 - as above
        text = f"寄件人：{_as_pasted(sender)}\n收件人：{_as_pasted(self._customer)}"
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(entry.form.paste, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self._stage.wait("the paste fills the form", lambda: entry.draft().recipient == self._customer)
        QTest.keyClicks(entry.form.parcel.weight, "1.25")
        QTest.keyClick(entry.form.parcel.weight, Qt.Key.Key_F8)
        self._stage.wait("both ticks stand", lambda: entry.draft().inspected and entry.draft().real_name_checked)

    def _accept(self) -> str:
        accepted: list[str] = []
        entry = self._stage.main.entry
        entry.waybill_accepted.connect(accepted.append)
        QTest.keyClick(entry.form.parcel.weight, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._stage.wait("the parcel is accepted", lambda: bool(accepted))
        label = self._folder / f"{accepted[0]}.pdf"
        self._stage.wait("the label is printed", lambda: label.exists() and self._stage.is_idle())
        return accepted[0]

    def _put_right(self, number: str, former: LabelCode) -> None:
        """The waybill comes back into the form, gets another weight, and a new label in place of the former."""
        entry = self._stage.main.entry
        QTest.keyClick(entry.form.paste, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self._stage.wait("the last waybill is opened", lambda: entry.correction.waybill is not None)
        self._stage.hold("it is as it was typed", entry.draft().recipient == self._customer)
        self._stage.picture_everywhere("8-put-right")
        entry.form.parcel.weight.selectAll()
        QTest.keyClicks(entry.form.parcel.weight, "1.5")
        QTest.keyClick(entry.form.parcel.weight, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        label = self._folder / f"{number}.pdf"
        self._stage.wait("the new label is printed", lambda: label.exists() and self._stage.is_idle())
        self._stage.picture_everywhere("9-put-right-done")
        code = self._read_label(number, "label-put-right")
        self._stage.hold("the new label follows the former", code.serial == former.serial + 1)

    def _read_label(self, number: str, name: str) -> LabelCode:
        """Keep the printed label as `name`, and read both of its codes back."""
        printed = self._folder / f"{number}.pdf"
        label = printed.replace(self._folder / f"{name}.pdf")
        self._stage.left.append(label)
        picture = printing.page_picture(label.read_bytes(), DEMO_PDF_DOTS_PER_MM)
        read = codes.read_back(picture.width, picture.height, picture.data)
        self._stage.hold("the bars say the number", number in read)
        genuine = [code for text in read - {number} if isinstance(code := read_code(text), LabelCode)]
        self._labels += read - {number}
        mark = outlet_mark(OutletKeys(self._demo.place, keystore=False).key_file().outlet_id)
        self._stage.hold("the code is this outlet's", [code.outlet_mark for code in genuine] == [mark])
        image = QImage(picture.data, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
        self._stage.save(image, name)
        return genuine[0]

    def _verify(self) -> None:
        """The main window checks the record by itself, portion after portion."""
        session = self._stage.services.session
        self._stage.wait("the record is whole", lambda: session.record_state() is RecordState.GOOD)

    def _lock(self) -> None:
        QTest.keyClick(self._stage.main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self._stage.wait("the counter is locked", lambda: self._window.is_locked and self._stage.is_idle())
        self._stage.picture_everywhere("7-locked")
        QTest.keyClicks(self._window.sign_in.pin, _PIN)
        self._stage.wait("the PIN opens again", lambda: not self._window.is_locked and self._stage.is_idle())

    def _review(self) -> None:
        """The owner looks at what was done, and verifies the record."""
        QTest.keyClick(self._stage.main, Qt.Key.Key_F9)
        review = self._stage.main.review
        if review is None:
            raise StepFailed("the owner is offered the review")
        self._stage.wait("the flags are read", lambda: review.today.is_read and self._stage.is_idle())
        self._stage.picture_everywhere("10-review")
        review.tabs[1].click()
        self._stage.wait("the pictures are painted", self._stage.is_idle)
        self._stage.picture_everywhere("10-review-pictures")
        rows = review.rows
        review.open(rows)
        self._stage.wait("the rows are there", lambda: rows.acts.model().rowCount() > 0 and self._stage.is_idle())
        self._customer_is_masked(rows)
        rows.verify.begin.click()
        self._stage.wait("the record is verified", lambda: not rows.verify.is_running and self._stage.is_idle())
        last = rows.verify.last
        self._stage.hold("every act is as it was signed", last is not None and last.state is VerifyState.WHOLE)
        self._stage.picture_everywhere("11-review-verified")

    def _owner_signs_in(self) -> None:
        """He takes over from the clerk."""
        QTest.keyClick(self._stage.main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self._stage.wait("the counter is locked again", lambda: self._window.is_locked and self._stage.is_idle())
        view = self._window.sign_in
        view.people.choose(view.people.tiles[0].account_id)
        QTest.keyClicks(view.password.text, OWNER[1])
        QTest.keyClick(view.password.text, Qt.Key.Key_Return)
        self._stage.wait("the owner signs in", lambda: isinstance(self._window.currentWidget(), PinOffer))
        self._stage.page(PinOffer).skip.click()
        self._stage.wait("the owner's window is open", lambda: self._window.main is not None and self._stage.is_idle())

    def _customer_is_masked(self, review: ReviewRows) -> None:
        rows = review.acts.model()
        places = [rows.index(row, column) for row in range(rows.rowCount()) for column in range(rows.columnCount())]
        shown = "\n".join(str(place.data()) for place in places)
        self._stage.hold("the customer stands there masked", self._customer.name[0] + "**" in shown)
        self._stage.hold(
            "nothing else of him does", not any(each in shown for each in (self._customer.name, self._customer.phone))
        )

    def _people(self) -> None:
        """The owner finds everybody on the staff page, and himself on his own."""
        QTest.keyClick(self._stage.main, Qt.Key.Key_F10)
        staff = self._stage.main.staff
        if staff is None:
            raise StepFailed("the owner is offered the staff page")
        self._stage.wait("the staff page is filled", self._stage.is_idle)
        self._stage.picture_everywhere("13-staff")
        QTest.keyClick(self._stage.main, Qt.Key.Key_F12)
        self._stage.wait("his own page is filled", self._stage.is_idle)
        self._stage.picture_everywhere("14-account", TWO_LOOKS)

    def _outlet_pages(self) -> None:
        """Every page of the outlet opens, and the printer gives the label that it is tried with."""
        QTest.keyClick(self._stage.main, Qt.Key.Key_F11)
        outlet = self._stage.main.outlet
        if outlet is None:
            raise StepFailed("the owner is offered the outlet's pages")
        for look in TWO_LOOKS:
            for place, page in enumerate(outlet.pages, start=1):
                outlet.open(page)
                self._stage.wait(f"{page.name()} is filled", self._stage.is_idle)
                self._stage.picture_everywhere(f"12-outlet-{place}", (look,))
        paper = next(page for page in outlet.pages if isinstance(page, PaperPage))
        outlet.open(paper)
        self._stage.wait("the paper page is filled", lambda: self._stage.is_idle() and paper.setup.label.isEnabled())
        paper.setup.label.click()
        self._stage.wait("the test label is printed", self._stage.is_idle)
        printed = self._folder / f"{TEST_JOB}.pdf"
        self._stage.hold("the test label is out", printed.is_file())
        self._stage.left.append(printed.replace(self._folder / "test-label.pdf"))

    def _close(self) -> None:
        """The window closes; the weekly check, which is due, stands in front for a moment on the way."""
        self._window.currentChanged.connect(self._picture_the_check)
        self._window.close()
        self._stage.wait("the outlet is closed", lambda: not self._window.isVisible())
        self._stage.hold("the closing check was seen", any("closing-check" in path.name for path in self._stage.left))

    def _picture_the_check(self) -> None:
        if isinstance(self._window.currentWidget(), ClosingCheckPage):
            self._stage.picture("closing-check", Language.CHINESE, dark=False)

    def _nothing_in_the_open(self) -> None:
        """No file of the outlet holds the customer's name, phone or room, in any of the encodings a file could."""
        secrets = (self._customer.name, self._customer.phone, self._customer.detail[-8:])
        needles = [secret.encode(code) for secret in secrets for code in ("utf-8", "utf-16-le", "gb18030")]
        places = (self._demo.place.folder, self._demo.place.state, self._folder)
        for path in (path for place in places for path in place.rglob("*") if path.is_file()):
            content = path.read_bytes()
            self._stage.hold(f"{path.name} holds nothing in the open", not any(needle in content for needle in needles))


def _as_pasted(person: PartyDraft) -> str:
    city = "" if person.city == person.province else person.city
    return f"{person.name} {person.phone} {person.province}{city}{person.district}{person.detail}"


def _parcel() -> WaybillDraft:
    chance = random.Random(3)  # noqa: S311 - made-up people
    return WaybillDraft(
        carrier="yto",
        sender=made_up_person(chance),
        recipient=made_up_person(chance),
        weight="1.25",
        fee="12",
        inspected=True,
        real_name_checked=True,
    )


def _say(line: str) -> None:
    print(line)  # noqa: T201 - the answer of a command-line tool
