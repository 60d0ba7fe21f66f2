"""One carrier: its names, the shapes of its numbers tried with a sample, its services, and whether it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.carrier_book import CarrierDraft, draft_of
from outlet_app.ui import carrier_names, theme, wording
from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import TextInput, Tick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from outlet_app.domain.carrier import Service
    from outlet_app.errors import Fault
    from outlet_app.services.carrier_desk import CarrierRow


class CarrierForm(QFrame):
    """`asked`: what stands here is to be saved. `restore_asked`: the carrier is to be as it was shipped.

    `fits(shapes, number)` and `shape_of(number)` answer at once, as those of `CarrierDesk` do. What is typed stays
    until another carrier is shown.
    """

    asked = Signal()
    restore_asked = Signal()

    def __init__(
        self,
        services: Sequence[Service],
        fits: Callable[[str, str], bool | None],
        shape_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fits, self._shape_of = fits, shape_of
        self._code = ""
        self.heading, self.facts, self.verdict, self.ticks_fault = QLabel(), QLabel(), QLabel(), QLabel()
        self.name_zh, self.name_en = TextInput(), TextInput(chinese=False)
        self.shapes, self.sample = TextInput(chinese=False), TextInput(chinese=False)
        self.boxes = {
            "name_zh": Captioned(self.name_zh),
            "name_en": Captioned(self.name_en),
            "shapes": Captioned(self.shapes),
        }
        self.sample_box = Captioned(self.sample)
        self._services = services
        self.ticks = {service.code: Tick() for service in services}
        self.offered = Tick()
        self.make_shape, self.restore, self.save = QPushButton(), QPushButton(), QPushButton()
        self._row: CarrierRow | None = None
        self._faults: Sequence[Fault] = ()
        self._lay_out()
        self._connect()
        self.show_row(None)

    def show_row(self, row: CarrierRow | None) -> None:
        """Show a carrier, or an empty form for a new one."""
        self._row = row
        draft = CarrierDraft(services=(self._services[0].code,)) if row is None else draft_of(row.carrier)
        self._code = draft.code
        for box, words in ((self.name_zh, draft.name_zh), (self.name_en, draft.name_en), (self.shapes, draft.shapes)):
            box.put(words)
        self.sample.put("")
        for code, tick in self.ticks.items():
            tick.setChecked(code in draft.services)
        self.offered.setChecked(draft.enabled)
        self.restore.setVisible(row is not None and row.is_changed)
        self.tell(())
        self.retranslate()

    def draft(self) -> CarrierDraft:
        """What stands here, as typed."""
        return CarrierDraft(
            self._code,
            self.name_zh.text(),
            self.name_en.text(),
            self.shapes.text(),
            tuple(code for code, tick in self.ticks.items() if tick.isChecked()),
            self.offered.isChecked(),
        )

    def tell(self, faults: Sequence[Fault]) -> None:
        """Say what is wrong beside each field, and put the keys on the first."""
        self._faults = faults
        self._say_faults()
        faulty = {fault.field for fault in faults}
        first = next((box for name, box in self.boxes.items() if name in faulty), None)
        if first is not None:
            first.setFocus()

    def take_number(self, number: str) -> None:
        """A scanned number is a sample to try the shapes with."""
        self.sample.put(number)
        self.sample.setFocus()
        self._try()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        row = self._row
        self.heading.setText(self.tr("A new carrier") if row is None else carrier_names.own_name(row.carrier))
        self.facts.setText("" if row is None else self._facts(row))
        self.facts.setVisible(bool(self.facts.text()))
        self.boxes["name_zh"].name(self.tr("Chinese name, as labels say it"))
        self.boxes["name_en"].name(self.tr("English name"))
        self.boxes["shapes"].name(self.tr("Shapes of its numbers, apart by spaces; they only warn"))
        self.sample_box.name(self.tr("Try a number"))
        self.make_shape.setText(self.tr("Add its shape"))
        for service in self._services:
            self.ticks[service.code].setText(carrier_names.own_name(service))
        self.offered.setText(self.tr("Offered at the counter"))
        self.restore.setText(self.tr("As it was shipped"))
        self.save.setText(self.tr("Add it") if row is None else self.tr("Save"))
        self._say_faults()
        self._try()

    def _say_faults(self) -> None:
        kinds = {fault.field: fault for fault in reversed(self._faults)}
        for name, box in self.boxes.items():
            box.tell(wording.fault_sentence(kinds[name]) if name in kinds else "")
        words = self.tr("Tick at least one service.") if "services" in kinds else ""
        words = words or (wording.fault_sentence(kinds["enabled"]) if "enabled" in kinds else "")
        self.ticks_fault.setText(words)
        self.ticks_fault.setVisible(bool(words))

    def _facts(self, row: CarrierRow) -> str:
        carrier = row.carrier
        parts = [self.tr("Its own labels come on {stock} mm.").format(stock=carrier.stock.replace("x", "×"))]
        if carrier.uses_s10:
            parts.append(self.tr("International numbers are checked by their check digit."))
        parts.append(self.tr("Its hubs sort by codes of three parts.") if carrier.three_part else "")
        return "" if carrier.is_own else wording.together(*parts)

    def _try(self) -> None:
        number = self.sample.text()
        fits = self._fits(self.shapes.text(), number)
        words = {
            True: self.tr("✓ It has one of the shapes."),
            False: self.tr("It has none of the shapes: accepting would warn."),
            None: "",
        }
        self.verdict.setText(words[fits])
        theme.restyle(self.verdict, objectName="doubt" if fits is False else "caption")
        self.make_shape.setEnabled(bool(self._shape_of(number)) and fits is not True)

    def _add_shape(self) -> None:
        self.shapes.put(f"{self.shapes.text()} {self._shape_of(self.sample.text())}".strip())
        self._try()

    def _edit(self) -> None:
        self.tell(())
        self._try()

    def _connect(self) -> None:
        for box in (self.name_zh, self.name_en, self.shapes, self.sample):
            box.textChanged.connect(self._edit)
            box.returnPressed.connect(self.asked if box is not self.sample else self._try)
        for tick in (*self.ticks.values(), self.offered):
            tick.toggled.connect(self._edit)
        self.make_shape.clicked.connect(self._add_shape)
        self.restore.clicked.connect(self.restore_asked)
        self.save.clicked.connect(self.asked)

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self.heading.setObjectName("person")
        self.facts.setObjectName("caption")
        self.ticks_fault.setObjectName("fault")
        self.ticks_fault.hide()
        self.facts.setWordWrap(True)
        self.save.setObjectName("primary")
        grid = QGridLayout()
        grid.setSpacing(theme.GRID_PX)
        grid.addWidget(self.boxes["name_zh"], 0, 0)
        grid.addWidget(self.boxes["name_en"], 0, 1)
        grid.addWidget(self.boxes["shapes"], 1, 0, 1, 2)
        grid.addWidget(self.sample_box, 2, 0)
        tried = QHBoxLayout()
        tried.addWidget(self.make_shape)
        tried.addStretch(1)
        grid.addLayout(tried, 2, 1, Qt.AlignmentFlag.AlignBottom)
        ticks, foot = QHBoxLayout(), QHBoxLayout()
        for tick in self.ticks.values():
            ticks.addWidget(tick)
        ticks.addStretch(1)
        for part in (self.offered, None, self.restore, self.save):
            foot.addStretch(1) if part is None else foot.addWidget(part)
        for button in (self.make_shape, self.restore, self.save):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 2 * theme.GRID_PX)
        column.setSpacing(theme.GRID_PX)
        for label in (self.heading, self.facts):
            column.addWidget(label)
        column.addLayout(grid)
        column.addWidget(self.verdict)
        column.addLayout(ticks)
        column.addWidget(self.ticks_fault)
        column.addLayout(foot)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
