"""The main job played through the real windows, with pictures and labels left behind; a step that fails says so."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from outlet_app import printing
from outlet_app.app import App
from outlet_app.demo import CLERKS, OWNER, WAYBILLS, made_up_person, make_demo
from outlet_app.domain.draft import WaybillDraft
from outlet_app.paper import codes
from outlet_app.sealing.label_code import LabelCode, outlet_mark, read_code
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.review import VerifyState
from outlet_app.services.session import RecordState
from outlet_app.ui.duties_view import DutiesView
from outlet_app.ui.languages import Language
from outlet_app.ui.paper_page import PaperPage
from outlet_app.ui.pin_offer import PinOffer
from outlet_app.ui.trial_print import TEST_JOB

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.demo import Demo
    from outlet_app.domain.draft import PartyDraft
    from outlet_app.services import Services
    from outlet_app.services.session import Session
    from outlet_app.ui.main_window import MainWindow
    from outlet_app.ui.review_view import ReviewView

PATIENCE_MS = 30_000
"""A step that takes longer has failed."""

WINDOW_PX = (1366, 768)
"""The commonest screen of a counter PC."""

DEMO_PDF_DOTS_PER_MM = 12.0
"""As a 300 dpi printer would draw it; what the codes are read back from."""


_LOOK_MS = 20
_REST_MS = 250
"""The live preview waits for the keys to rest before it is drawn."""


_ALL_LOOKS = ((Language.CHINESE, True), (Language.ENGLISH, True), (Language.ENGLISH, False), (Language.CHINESE, False))
_TWO_LOOKS = ((Language.ENGLISH, True), (Language.CHINESE, False))
"""Language, and whether it is dark. The last one is how the window is left; each step of all four changes one thing,
because a change of either goes through every widget."""

_PIN = "271828"
"""Of a made-up clerk."""

_Page = TypeVar("_Page", bound=QWidget)


class StepFailed(Exception):
    """The main job did not do what it must."""


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
    """Types, presses and looks as a clerk does. Every file it leaves is in `left`."""

    def __init__(self, app: App, demo: Demo, folder: Path) -> None:
        self._app = app
        self._window = app.window
        self._demo = demo
        self._folder = folder
        self._left: list[Path] = []
        self._session: Session | None = None
        self._window.sign_in.signed_in.connect(self._remember)
        self._customer = made_up_person(random.Random(1))  # noqa: S311 - a made-up customer

    def play(self) -> list[Path]:
        """The whole job; what it left. Raises StepFailed."""
        self._window.resize(*WINDOW_PX)
        self._window.show()
        self._picture_everywhere("1-sign-in")
        self._sign_in()
        self._picture_everywhere("2-accept-empty")
        self._fill_in()
        self._picture_everywhere("3-accept-filled")
        number = self._accept()
        self._picture_everywhere("4-accepted")
        code = self._read_label(number, "label")
        self._put_right(number, code)
        self._verify()
        self._lock()
        self._review()
        self._people()
        self._outlet_pages()
        self._close()
        self._nothing_in_the_open()
        return self._left

    def _remember(self, services: Services) -> None:
        self._session = services.session

    def _sign_in(self) -> None:
        view = self._window.sign_in
        view.people.choose(view.people.tiles[1].account_id)
        QTest.keyClicks(view.password.text, CLERKS[0][1])
        QTest.keyClick(view.password.text, Qt.Key.Key_Return)
        self._wait("the clerk signs in", lambda: isinstance(self._window.currentWidget(), DutiesView))
        self._picture_everywhere("5-duties")
        self._page(DutiesView).accept.click()
        self._wait("the duties are accepted", lambda: isinstance(self._window.currentWidget(), PinOffer))
        self._picture_everywhere("6-pin")
        self._set_pin()
        self._wait("the counter is open", lambda: self._window.main is not None and self._app.tasks.is_idle())

    def _set_pin(self) -> None:
        offer = self._page(PinOffer)
        for _ in range(2):
            QTest.keyClicks(offer.pad, _PIN)
        QTest.keyClicks(offer.password.text, CLERKS[0][1])
        QTest.keyClick(offer.password.text, Qt.Key.Key_Return)

    def _fill_in(self) -> None:
        entry = self._main.entry
        sender = made_up_person(random.Random(2))  # noqa: S311 - as above
        text = f"寄件人：{_as_pasted(sender)}\n收件人：{_as_pasted(self._customer)}"
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(entry.form.paste, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self._wait("the paste fills the form", lambda: entry.draft().recipient == self._customer)
        QTest.keyClicks(entry.form.parcel.weight, "1.25")
        QTest.keyClick(entry.form.parcel.weight, Qt.Key.Key_F8)
        self._wait("both ticks stand", lambda: entry.draft().inspected and entry.draft().real_name_checked)

    def _accept(self) -> str:
        accepted: list[str] = []
        entry = self._main.entry
        entry.waybill_accepted.connect(accepted.append)
        QTest.keyClick(entry.form.parcel.weight, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._wait("the parcel is accepted", lambda: bool(accepted))
        label = self._folder / f"{accepted[0]}.pdf"
        self._wait("the label is printed", lambda: label.exists() and self._app.tasks.is_idle())
        return accepted[0]

    def _put_right(self, number: str, former: LabelCode) -> None:
        """The waybill comes back into the form, gets another weight, and a new label in place of the former."""
        entry = self._main.entry
        QTest.keyClick(entry.form.paste, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self._wait("the last waybill is opened", lambda: entry.correction.waybill is not None)
        self._hold("it is as it was typed", entry.draft().recipient == self._customer)
        self._picture_everywhere("8-put-right")
        entry.form.parcel.weight.selectAll()
        QTest.keyClicks(entry.form.parcel.weight, "1.5")
        QTest.keyClick(entry.form.parcel.weight, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        label = self._folder / f"{number}.pdf"
        self._wait("the new label is printed", lambda: label.exists() and self._app.tasks.is_idle())
        self._picture_everywhere("9-put-right-done")
        code = self._read_label(number, "label-put-right")
        self._hold("the new label follows the former", code.serial == former.serial + 1)

    def _read_label(self, number: str, name: str) -> LabelCode:
        """Keep the printed label as `name`, and read both of its codes back."""
        printed = self._folder / f"{number}.pdf"
        label = printed.replace(self._folder / f"{name}.pdf")
        self._left.append(label)
        picture = printing.page_picture(label.read_bytes(), DEMO_PDF_DOTS_PER_MM)
        read = codes.read_back(picture.width, picture.height, picture.data)
        self._hold("the bars say the number", number in read)
        genuine = [code for text in read - {number} if isinstance(code := read_code(text), LabelCode)]
        mark = outlet_mark(OutletKeys(self._demo.place, keystore=False).key_file().outlet_id)
        self._hold("the code is this outlet's", [code.outlet_mark for code in genuine] == [mark])
        image = QImage(picture.data, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
        self._save(image, name)
        return genuine[0]

    def _verify(self) -> None:
        """The main window checks the record by itself, portion after portion."""
        session = self._session
        assert session is not None
        self._wait("the record is whole", lambda: session.record_state() is RecordState.GOOD)

    def _lock(self) -> None:
        QTest.keyClick(self._main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self._wait("the counter is locked", lambda: self._window.is_locked and self._app.tasks.is_idle())
        self._picture_everywhere("7-locked")
        QTest.keyClicks(self._window.sign_in.pin, _PIN)
        self._wait("the PIN opens again", lambda: not self._window.is_locked and self._app.tasks.is_idle())

    def _review(self) -> None:
        """The owner takes over, looks at what was done, and verifies the record."""
        self._owner_signs_in()
        QTest.keyClick(self._main, Qt.Key.Key_F9)
        review = self._main.review
        if review is None:
            raise StepFailed("the owner is offered the review")
        self._wait("the review is filled", lambda: review.acts.model().rowCount() > 0 and self._app.tasks.is_idle())
        self._picture_everywhere("10-review")
        self._customer_is_masked(review)
        review.verify.begin.click()
        self._wait("the record is verified", lambda: not review.verify.is_running and self._app.tasks.is_idle())
        last = review.verify.last
        self._hold("every act is as it was signed", last is not None and last.state is VerifyState.WHOLE)
        self._picture_everywhere("11-review-verified")

    def _owner_signs_in(self) -> None:
        QTest.keyClick(self._main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self._wait("the counter is locked again", lambda: self._window.is_locked and self._app.tasks.is_idle())
        view = self._window.sign_in
        view.people.choose(view.people.tiles[0].account_id)
        QTest.keyClicks(view.password.text, OWNER[1])
        QTest.keyClick(view.password.text, Qt.Key.Key_Return)
        self._wait("the owner signs in", lambda: isinstance(self._window.currentWidget(), PinOffer))
        self._page(PinOffer).skip.click()
        self._wait("the owner's window is open", lambda: self._window.main is not None and self._app.tasks.is_idle())

    def _customer_is_masked(self, review: ReviewView) -> None:
        rows = review.acts.model()
        places = [rows.index(row, column) for row in range(rows.rowCount()) for column in range(rows.columnCount())]
        shown = "\n".join(str(place.data()) for place in places)
        self._hold("the customer stands there masked", self._customer.name[0] + "**" in shown)
        self._hold(
            "nothing else of him does", not any(each in shown for each in (self._customer.name, self._customer.phone))
        )

    def _people(self) -> None:
        """The owner finds everybody on the staff page, and himself on his own."""
        QTest.keyClick(self._main, Qt.Key.Key_F10)
        staff = self._main.staff
        if staff is None:
            raise StepFailed("the owner is offered the staff page")
        self._wait("the staff page is filled", self._app.tasks.is_idle)
        self._picture_everywhere("13-staff")
        QTest.keyClick(self._main, Qt.Key.Key_F12)
        self._wait("his own page is filled", self._app.tasks.is_idle)
        self._picture_everywhere("14-account", _TWO_LOOKS)

    def _outlet_pages(self) -> None:
        """Every page of the outlet opens, and the printer gives the label that it is tried with."""
        QTest.keyClick(self._main, Qt.Key.Key_F11)
        outlet = self._main.outlet
        if outlet is None:
            raise StepFailed("the owner is offered the outlet's pages")
        for look in _TWO_LOOKS:
            for place, page in enumerate(outlet.pages, start=1):
                outlet.open(page)
                self._wait(f"{page.name()} is filled", self._app.tasks.is_idle)
                self._picture_everywhere(f"12-outlet-{place}", (look,))
        paper = next(page for page in outlet.pages if isinstance(page, PaperPage))
        outlet.open(paper)
        self._wait("the paper page is filled", lambda: self._app.tasks.is_idle() and paper.setup.label.isEnabled())
        paper.setup.label.click()
        self._wait("the test label is printed", self._app.tasks.is_idle)
        printed = self._folder / f"{TEST_JOB}.pdf"
        self._hold("the test label is out", printed.is_file())
        self._left.append(printed.replace(self._folder / "test-label.pdf"))

    def _close(self) -> None:
        self._window.close()
        self._wait("the outlet is closed", lambda: not self._window.isVisible())

    def _nothing_in_the_open(self) -> None:
        """No file of the outlet holds the customer's name, phone or room, in any of the encodings a file could."""
        secrets = (self._customer.name, self._customer.phone, self._customer.detail[-8:])
        needles = [secret.encode(code) for secret in secrets for code in ("utf-8", "utf-16-le", "gb18030")]
        places = (self._demo.place.folder, self._demo.place.state, self._folder)
        for path in (path for place in places for path in place.rglob("*") if path.is_file()):
            content = path.read_bytes()
            self._hold(f"{path.name} holds nothing in the open", not any(needle in content for needle in needles))

    def _page(self, kind: type[_Page]) -> _Page:
        page = self._window.currentWidget()
        if not isinstance(page, kind):
            raise StepFailed(f"{kind.__name__} does not stand open")
        return page

    @property
    def _main(self) -> MainWindow:
        main = self._window.main
        if main is None:
            raise StepFailed("nobody is signed in")
        return main

    def _picture_everywhere(self, name: str, looks: tuple[tuple[Language, bool], ...] = _ALL_LOOKS) -> None:
        """The window as it stands, in both languages, light and dark; Chinese and light again afterwards."""
        for language, dark in looks:
            self._app.choose(replace(self._app.preferences.choices, language=language, dark=dark))
            self._wait("the window rests", self._app.tasks.is_idle)
            QTest.qWait(_REST_MS)
            self._save(self._still_picture(), f"{name}-{language}-{'dark' if dark else 'light'}")

    def _still_picture(self) -> QImage:
        """The window once two pictures in a row are the same: on a busy machine it is laid out anew only bit by bit."""
        before = self._window.grab().toImage()
        for _ in range(PATIENCE_MS // _LOOK_MS):
            QTest.qWait(_LOOK_MS)
            picture = self._window.grab().toImage()
            if picture == before:
                return picture
            before = picture
        raise StepFailed("the window stands still")

    def _save(self, image: QImage, name: str) -> None:
        path = self._folder / f"{name}.png"
        self._hold(f"{path.name} is saved", image.save(str(path)))
        self._left.append(path)

    def _wait(self, step: str, holds: Callable[[], bool]) -> None:
        for _ in range(PATIENCE_MS // _LOOK_MS):
            if holds():
                return
            QTest.qWait(_LOOK_MS)
        raise StepFailed(step)

    def _hold(self, step: str, holds: bool) -> None:  # noqa: FBT001 - reads as a sentence
        if not holds:
            raise StepFailed(step)


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
