"""The paper in one printer and where its print is placed, with the pages that show whether it fits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.printer_setup import (
    LEAST_SCALE_MILLE,
    MOST_OFFSET_TENTHS,
    MOST_SCALE_MILLE,
    USUAL_SETUP,
    Placing,
    PrinterSetup,
)
from outlet_app.ui import theme
from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import Choice
from outlet_app.ui.measure import Measure


class PrinterSetupForm(QFrame):
    """Shows a saved setup, or one that was changed and not saved yet.

    `edited`: it was changed here. `save_asked`, `ruler_asked`, `label_asked`: with what stands here.
    """

    edited = Signal()
    save_asked = Signal()
    ruler_asked = Signal()
    label_asked = Signal()

    def __init__(self, stocks: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._saved = USUAL_SETUP
        self._prints = False
        self.heading, self.story, self.state = QLabel(), QLabel(), QLabel()
        self.stock = Choice()
        self.stock.offer((name, f"{name.replace('x', ' × ')} mm") for name in stocks)
        self.right = Measure(-MOST_OFFSET_TENTHS, MOST_OFFSET_TENTHS, signed=True)
        self.down = Measure(-MOST_OFFSET_TENTHS, MOST_OFFSET_TENTHS, signed=True)
        self.scale = Measure(LEAST_SCALE_MILLE, MOST_SCALE_MILLE)
        self._measures = (self.right, self.down, self.scale)
        self.boxes = [Captioned(field) for field in (self.stock, *self._measures)]
        self.ruler, self.label, self.undo, self.save = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_setup(self, saved: PrinterSetup, shown: PrinterSetup, *, prints: bool) -> None:
        """Show `shown`; `prints` tells whether the printer is there to print a test."""
        self._saved, self._prints = saved, prints
        blocked = self.stock.blockSignals(True)
        self.stock.choose(shown.stock)
        self.stock.blockSignals(blocked)
        placing = shown.placing
        tenths = (placing.right_tenths, placing.down_tenths, placing.scale_mille)
        for measure, each in zip(self._measures, tenths, strict=True):
            measure.put_tenths(each)
        self._show_state()

    def setup(self) -> PrinterSetup | None:
        """What stands here; None while a number is none."""
        right, down, scale = (measure.tenths() for measure in self._measures)
        if right is None or down is None or scale is None:
            return None
        return PrinterSetup(self.stock.value(), Placing(right, down, scale))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Paper and placing"))
        self.story.setText(
            self.tr(
                "Print the ruler page, read off how far it is from the paper's edge, and correct it here; ↑ and ↓ move "
                "by 0.1. The pages print what stands here, saved or not."
            )
        )
        names = (self.tr("Paper"), self.tr("To the right, mm"), self.tr("Down, mm"), self.tr("Size, %"))
        for box, name in zip(self.boxes, names, strict=True):
            box.name(name)
        self.ruler.setText(self.tr("Print the ruler page"))
        self.label.setText(self.tr("Print a test label"))
        self.undo.setText(self.tr("Undo"))
        self.save.setText(self.tr("Save"))
        self._show_state()

    def _edit(self) -> None:
        self._show_state()
        self.edited.emit()

    def _undo(self) -> None:
        self.show_setup(self._saved, self._saved, prints=self._prints)
        self.edited.emit()
        self.stock.setFocus()

    def _show_state(self) -> None:
        setup = self.setup()
        changed = setup != self._saved
        self.save.setEnabled(changed and setup is not None)
        self.undo.setEnabled(changed)
        self.state.setText(self.tr("Not saved yet") if changed else "")
        for button in (self.ruler, self.label):
            button.setEnabled(self._prints and setup is not None)
        for box, measure in zip(self.boxes[1:], self._measures, strict=True):
            ends = (measure.words(measure.least_tenths), measure.words(measure.most_tenths))
            fits = measure.tenths() is not None
            box.tell("" if fits else self.tr("From {least} to {most}").format(least=ends[0], most=ends[1]))

    def _connect(self) -> None:
        self.stock.currentIndexChanged.connect(self._edit)
        for measure in self._measures:
            measure.changed.connect(self._edit)
        self.undo.clicked.connect(self._undo)
        self.save.clicked.connect(self.save_asked)
        self.ruler.clicked.connect(self.ruler_asked)
        self.label.clicked.connect(self.label_asked)

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.story.setObjectName("caption")
        self.story.setWordWrap(True)
        self.state.setObjectName("doubt")
        fields, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (fields, buttons):
            row.setSpacing(theme.GRID_PX)
        for box in self.boxes:
            fields.addWidget(box, 1)
        for button in (self.ruler, self.label, self.undo, self.save):
            button.setAutoDefault(False)
        buttons.addWidget(self.ruler)
        buttons.addWidget(self.label)
        buttons.addStretch(1)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.heading)
        column.addWidget(self.story)
        column.addLayout(fields)
        column.addWidget(self.state)
        column.addLayout(buttons)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what stands here stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
