"""The fields of the parcel and of what is agreed for it: weight, carrier, number, contents, money."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlet_app.domain.number_use import runs_low
from outlet_app.domain.sort_code import is_sort_code, read_sort_code
from outlet_app.domain.terms import Category, Payment
from outlet_app.ui import carrier_names, theme, wording
from outlet_app.ui.form_row import FormRow
from outlet_app.ui.inputs import Choice, TextInput

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.ui.form_row import Note

TEXTS = ("weight", "number", "fee", "cash_on_delivery", "declared_value", "contents", "remark", "sort_code")
"""The fields of the draft that are typed; each is an attribute of `ParcelFields`, as are the choices."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is chosen for a parcel: the values of the choices. They stand as long as the sender does."""

    carrier: str
    service: str
    category: str
    payment: str


class ParcelFields(QWidget):
    """What is typed and chosen for the parcel.

    `edited`, `left` and `code_refused` as in `PartyFields`; `carrier_chosen(code)` tells that another carrier was
    chosen.
    """

    edited = Signal()
    left = Signal(str)
    code_refused = Signal()
    carrier_chosen = Signal(str)

    def __init__(self, carriers: tuple[Carrier, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carriers = {carrier.code: carrier for carrier in carriers}
        self.weight = TextInput(chinese=False, figure=True)
        self.category, self.carrier, self.service, self.payment = Choice(), Choice(), Choice(), Choice()
        self.number = TextInput(chinese=False)
        self.fee, self.cash_on_delivery = TextInput(chinese=False), TextInput(chinese=False)
        self.declared_value = TextInput(chinese=False)
        self.contents, self.remark = TextInput(), TextInput()
        self.sort_code = TextInput(chinese=False)
        self._next_number: str | None = None
        self._numbers_left: int | None = None
        self._texts: dict[str, TextInput] = {field: getattr(self, field) for field in TEXTS}
        self._choices: dict[str, Choice] = {
            "category": self.category,
            "carrier": self.carrier,
            "service": self.service,
            "payment": self.payment,
        }
        self._sent, self._payment, self._money, self._inside = (FormRow() for _ in range(4))
        self._parts = (self._sent, self._payment, self._money, self._inside)
        self._lines = (QHBoxLayout(), QHBoxLayout(), QHBoxLayout())
        self._lay_out()
        self.retranslate()
        self.category.choose(Category.OTHER)
        self._connect()

    def read_into(self, draft: WaybillDraft) -> WaybillDraft:
        """The draft with these fields as they stand."""
        return replace(
            draft,
            carrier=self.carrier.value(),
            service=self.service.value(),
            category=Category(self.category.value()),
            payment=Payment(self.payment.value()),
            weight=self.weight.text(),
            number=self.number.text(),
            fee=self.fee.text(),
            cash_on_delivery=self.cash_on_delivery.text(),
            declared_value=self.declared_value.text(),
            contents=self.contents.text(),
            remark=self.remark.text(),
            sort_code=self.sort_code.text(),
        )

    def put(self, draft: WaybillDraft) -> None:
        """Show the parcel of a draft; what stood here before is not remembered."""
        self.put_terms(Terms(draft.carrier, draft.service, draft.category.value, draft.payment.value))
        for field, box in self._texts.items():
            box.put(getattr(draft, field))

    def is_blank(self) -> bool:
        """Whether nothing is typed here."""
        return not any(box.text() for box in self._texts.values())

    def clear_for_next(self) -> None:
        """Empty what belongs to one parcel; what was chosen stands."""
        for box in self._texts.values():
            box.put("")

    def terms(self) -> Terms:
        """What is chosen."""
        return Terms(**{name: choice.value() for name, choice in self._choices.items()})

    def put_terms(self, terms: Terms) -> None:
        """Choose this; a carrier that is offered no more is, because a waybill of it stands here."""
        if terms.carrier not in self._carriers and carrier_names.is_known(terms.carrier):
            self._carriers[terms.carrier] = carrier_names.carrier(terms.carrier)
            self.retranslate()
        self.carrier.choose(terms.carrier)
        for name, value in asdict(terms).items():
            self._choices[name].choose(value)

    def forget_terms(self, standing: Terms) -> None:
        """Another sender came: what still is as it stood for the one before begins anew, the outlet's carrier stays."""
        fresh = {"service": self.service.first(), "category": Category.OTHER.value, "payment": Payment.PAID.value}
        for name, value in fresh.items():
            if self._choices[name].value() == getattr(standing, name):
                self._choices[name].choose(value)

    def fix_number(self, *, fixed: bool) -> None:
        """Whether number and carrier stay as they are."""
        self.number.setDisabled(fixed)
        self.carrier.setDisabled(fixed)

    def input(self, field: str) -> TextInput | Choice:
        """The input of a field of the draft."""
        return self._texts[field] if field in self._texts else self._choices[field]

    def fields(self) -> tuple[str, ...]:
        """The fields of the draft that stand here."""
        return (*self._texts, *self._choices)

    def show_notes(self, notes: Mapping[str, Note]) -> None:
        """Show what is said about the fields, in place of what was said before."""
        by_input: dict[QWidget, Note] = {self.input(field): note for field, note in notes.items()}
        for part in self._parts:
            part.show_notes(by_input)

    def keep_room(self, *, for_notes: bool) -> None:
        """As in `FormRow`."""
        for part in self._parts:
            part.keep_room(for_notes=for_notes)

    def spread(self, *, narrow: bool) -> None:
        """Stand in two lines, or where the window is narrow in three; the keys go the same way through them."""
        two = ((self._sent, self._payment), (self._money, self._inside), ())
        three = ((self._sent,), (self._payment, self._money), (self._inside,))
        self._payment.keep_height(self.weight)
        for part in self._parts:
            for line in self._lines:
                line.removeWidget(part)
        for line, parts in zip(self._lines, three if narrow else two, strict=True):
            for part in parts:
                line.addWidget(part, part.stretch())

    def offer_carriers(self, carriers: tuple[Carrier, ...]) -> None:
        """Offer these from now on: the owner changed some. What is chosen stays where it still is offered."""
        former = self.carrier.value()
        self._carriers = {carrier.code: carrier for carrier in carriers}
        self.retranslate()
        if self.carrier.value() != former:
            self._carrier_changed()

    def take_sort_code(self, text: str) -> bool:
        """A scan goes into the field of the sort code while that has the keys; False where it has no use for it."""
        code = read_sort_code(text)
        takes = self.sort_code.hasFocus() and is_sort_code(code)
        if takes:
            self.sort_code.put(code)
        return takes

    def show_range(self, next_number: str | None, left: int) -> None:
        """Tell which number an empty field asks for, and how many are left; no number when the range is used up."""
        self._next_number, self._numbers_left = next_number, left
        self._tell_range()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what was typed and chosen stays."""
        self.category.offer((kind.value, wording.choice_name(kind)) for kind in Category)
        self.payment.offer((kind.value, wording.choice_name(kind)) for kind in Payment)
        self.carrier.offer((code, wording.carrier_name(carrier)) for code, carrier in self._carriers.items())
        self._offer_services()
        self._tell_range()
        self.sort_code.setPlaceholderText(self.tr("auto"))
        self._payment.name(self.tr("Payment"))
        self._money.name(self.tr("Fee"), self.tr("Cash on delivery"), self.tr("Declared value"))
        self._inside.name(self.tr("Contents"), self.tr("Remark"), self.tr("Sort code"))
        for field in self.fields():
            self.input(field).setAccessibleName(wording.field_name(field))

    def _tell_range(self) -> None:
        number = self.tr("Waybill number")
        if self._numbers_left is not None:
            number = self.tr("Number · %n left", "", self._numbers_left)
        few = bool(self._numbers_left) and runs_low(self._numbers_left or 0)
        if few:
            number = self.tr("⚠ Number · only %n left", "", self._numbers_left or 0)
        self.number.setToolTip(self.tr("Few numbers of this carrier are left: tell the owner.") if few else "")
        self._sent.stress(self.number, stressed=few)
        self._sent.name(self.tr("Weight, kg"), self.tr("Category"), self.tr("Carrier"), self.tr("Service"), number)
        known = self._numbers_left is None or self._next_number is not None
        self.number.setPlaceholderText((self._next_number or "") if known else self.tr("Range used up: type one"))

    def _offer_services(self) -> None:
        carrier = self._carriers.get(self.carrier.value())
        services = carrier.services if carrier is not None else ()
        self.service.offer((service.code, wording.carrier_name(service)) for service in services)

    def _lay_out(self) -> None:
        self.weight.setAlignment(Qt.AlignmentFlag.AlignRight)
        for field, stretch in ((self.weight, 8), (self.category, 9), (self.carrier, 8), (self.service, 8)):
            self._sent.add(field, stretch)
        self._sent.add(self.number, 12)
        self._payment.add(self.payment, 8)
        for money in (self.fee, self.cash_on_delivery, self.declared_value):
            self._money.add(money, 6)
            money.setAlignment(Qt.AlignmentFlag.AlignRight)
            money.setPlaceholderText("¥")
        for text, stretch in ((self.contents, 12), (self.remark, 12), (self.sort_code, 9)):
            self._inside.add(text, stretch)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for line in self._lines:
            line.setSpacing(theme.GRID_PX)
            box.addLayout(line)
        self.spread(narrow=False)

    def _connect(self) -> None:
        for field, box in self._texts.items():
            box.textChanged.connect(self.edited)
            box.finished.connect(partial(self.left.emit, field))
            box.code_refused.connect(self.code_refused)
        self.carrier.currentIndexChanged.connect(self._carrier_changed)
        for choice in (self.category, self.service, self.payment):
            choice.currentIndexChanged.connect(self.edited)

    def _carrier_changed(self) -> None:
        self._next_number, self._numbers_left = None, None
        self._offer_services()
        self._tell_range()
        self.carrier_chosen.emit(self.carrier.value())
        self.edited.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
