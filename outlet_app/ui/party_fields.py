"""The fields of one party: name, phone, the three divisions, and the address below them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlet_app.domain.divisions import Level, Region, divisions
from outlet_app.domain.draft import PartyDraft
from outlet_app.ui import wording
from outlet_app.ui.form_row import FormRow
from outlet_app.ui.inputs import DivisionInput, TextInput

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outlet_app.ui.form_row import Note

PARTS = ("name", "phone", "province", "city", "district", "detail")
"""The parts of a party in the order of work; each is an attribute of `PartyFields` and a field of `PartyDraft`."""


class PartyFields(QWidget):
    """What is typed of one party. `role` is the field of the draft it fills: `sender` or `recipient`.

    `edited` tells that a text changed, `left(part)` that a person has finished with an input he changed,
    `reading_chosen(part)` that another reading of a doubtful paste was taken, `code_refused` as in `TextInput`.
    """

    edited = Signal()
    left = Signal(str)
    reading_chosen = Signal(str)
    code_refused = Signal()

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.name = TextInput()
        self.phone = TextInput(chinese=False)
        self.province = DivisionInput(self._provinces)
        self.city = DivisionInput(self._cities)
        self.district = DivisionInput(self._districts)
        self.detail = TextInput()
        self._inputs: dict[str, TextInput | DivisionInput] = {
            "name": self.name,
            "phone": self.phone,
            "province": self.province,
            "city": self.city,
            "district": self.district,
            "detail": self.detail,
        }
        self._divisions = (self.province, self.city, self.district)
        self._person, self._address = FormRow(), FormRow()
        self.rows = (self._person, self._address)
        self._lay_out()
        self._connect()
        self.province.offer_all()
        self.retranslate()

    def draft(self) -> PartyDraft:
        """What stands in the fields, as typed."""
        return PartyDraft(**{part: field.text() for part, field in self._inputs.items()})

    def put(self, party: PartyDraft) -> None:
        """Show a party; what stood here before is not remembered, not even for undo."""
        for part, field in self._inputs.items():
            field.put(getattr(party, part))

    def input(self, part: str) -> TextInput | DivisionInput:
        """The input of one of `PARTS`."""
        return self._inputs[part]

    def show_notes(self, notes: Mapping[str, Note]) -> None:
        """Show what is said about the parts, in place of what was said before."""
        by_input: dict[QWidget, Note] = {self._inputs[part]: note for part, note in notes.items()}
        self._person.show_notes(by_input)
        self._address.show_notes(by_input)

    def keep_room(self, *, for_notes: bool) -> None:
        """As in `FormRow`."""
        for row in self.rows:
            row.keep_room(for_notes=for_notes)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what was typed stays."""
        self._person.name(self.tr("Name"), self.tr("Phone"))
        self._address.name(
            self.tr("Province"), self.tr("City"), self.tr("District"), self.tr("Street, house, unit and room")
        )
        for part, field in self._inputs.items():
            field.setAccessibleName(wording.field_name(f"{self._role}.{part}"))

    def _lay_out(self) -> None:
        self._person.add(self.name, 2)
        self._person.add(self.phone, 3)
        self._address.add(self.province, 5)
        self._address.add(self.city, 5)
        self._address.add(self.district, 5)
        self._address.add(self.detail, 12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._person)
        box.addWidget(self._address)

    def _connect(self) -> None:
        for part, field in self._inputs.items():
            line = field.line if isinstance(field, DivisionInput) else field
            line.textChanged.connect(self.edited)
            (field.left if isinstance(field, DivisionInput) else field.finished).connect(partial(self._leave, part))
            line.code_refused.connect(self.code_refused)
        self.province.edited.connect(self._province_changed)
        self.city.edited.connect(self.district.offer_all)
        for row in self.rows:
            row.reading_chosen.connect(self._take_reading)

    def _province_changed(self) -> None:
        cities = self._cities("")
        if len(cities) == 1 and not self.city.text():
            self.city.put(cities[0])
        self.city.offer_all()
        self.district.offer_all()

    def _take_reading(self, field: QWidget, text: str) -> None:
        part = next(part for part, other in self._inputs.items() if other is field)
        region = divisions().leading_region(text) if isinstance(field, DivisionInput) else None
        if region is None:
            self._inputs[part].put(text)
        else:
            place = region[0]
            for box, name in zip(self._divisions, (place.province, place.city, place.district), strict=True):
                box.put(name)
        self.reading_chosen.emit(part)

    def _leave(self, part: str) -> None:
        self._complete_parents(part)
        self.left.emit(part)

    def _complete_parents(self, part: str) -> None:
        """A city or district typed first names its province, when only one place has that name."""
        if part not in {"city", "district"} or self.province.text():
            return
        level = Level.CITY if part == "city" else Level.DISTRICT
        typed = self._inputs[part].text()
        places = divisions().complete(level, Region(city="" if part == "city" else self.city.text()), typed)
        named = [place for place in places if typed in {place.city, place.district}]
        if len(named) == 1:
            self.province.put(named[0].province)
            self.city.put(named[0].city)

    def _provinces(self, typed: str) -> tuple[str, ...]:
        return tuple(place.province for place in divisions().complete(Level.PROVINCE, Region(), typed))

    def _cities(self, typed: str) -> tuple[str, ...]:
        province = self.province.text()
        if not typed:
            return tuple(filter(None, divisions().cities(province))) if province else ()
        found = divisions().complete(Level.CITY, Region(province), typed)
        return tuple(dict.fromkeys(place.city for place in found))

    def _districts(self, typed: str) -> tuple[str, ...]:
        parent = Region(self.province.text(), self.city.text())
        if not typed and not parent.province:
            return ()
        found = divisions().complete(Level.DISTRICT, parent, typed)
        return tuple(dict.fromkeys(place.district for place in found))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
