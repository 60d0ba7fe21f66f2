"""The open waybill: its masked part, the place where one field is revealed, its life, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.life_line import LifeLine
from outlet_app.ui.masked_card import MaskedCard
from outlet_app.ui.waybill_actions import Action, Obstacle, WaybillActions

if TYPE_CHECKING:
    from outlet_app.services.find import LifeStep
    from outlet_app.services.found import FoundWaybill
    from outlet_app.ui.case_form import CaseForm
    from outlet_app.ui.new_label import NewLabel
    from outlet_app.ui.reveal_panel import RevealPanel
    from outlet_app.ui.terms_form import TermsForm


class WaybillCard(QFrame):
    """`asked(Action, FoundWaybill)`: something is to be done that this card does not do itself."""

    asked = Signal(object, object)

    def __init__(
        self,
        panel: RevealPanel,
        terms: TermsForm,
        new_label: NewLabel,
        case: CaseForm,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.masked, self.life, self.action_row = MaskedCard(), LifeLine(), WaybillActions()
        self.panel, self.terms, self.new_label, self.case = panel, terms, new_label, case
        self._found: FoundWaybill | None = None
        self._scroll = QScrollArea()
        self._rest = QTimer(self, singleShot=True, interval=0)  # once the parts have their room
        self._rest.timeout.connect(self._make_room)
        self._has_stood_back = False
        self._lay_out()
        panel.arranged.connect(self._rest.start)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._look_again)
        self.action_row.asked.connect(self._do)
        for form in self._forms():
            form.given_up.connect(self.close_forms)

    @property
    def found(self) -> FoundWaybill | None:
        """The waybill that stands here."""
        return self._found

    def show_waybill(self, found: FoundWaybill, obstacles: dict[Action, Obstacle], *, in_hand: bool) -> None:
        """Show this one in place of what stood here; `in_hand`: its label was scanned a moment ago."""
        self._found = found
        self.masked.show_waybill(found)
        self.panel.show_waybill(found, in_hand=in_hand)
        self.action_row.allow(obstacles)
        self.life.show_steps(())
        self.close_forms()

    def show_life(self, steps: tuple[LifeStep, ...]) -> None:
        """Show the steps of its life so far, once no form stands in their place."""
        self.life.show_steps(steps)
        if not all(form.isHidden() for form in self._forms()):
            self.life.hide()

    def take_card(self, text: str) -> bool:
        """Take a scanned owner card where one is waited for; False for anything else, which is not kept."""
        return self.panel.take_card(text) or self.new_label.take_card(text)

    def close_forms(self) -> None:
        """Put away whatever form stands open; nothing is changed."""
        keys = QApplication.focusWidget()
        had_keys = keys is not None and any(form.isAncestorOf(keys) for form in self._forms())
        for form in self._forms():
            form.hide()
        for part in (self.panel, self.life, self.action_row):
            part.show()
        self._has_stood_back = False
        self._rest.start()
        if had_keys:
            self.panel.setFocus()

    def _forms(self) -> tuple[TermsForm, NewLabel, CaseForm]:
        return self.terms, self.new_label, self.case

    def _do(self, action: Action) -> None:
        found = self._found
        assert found is not None
        self.panel.mask()
        forms: dict[Action, TermsForm | NewLabel | CaseForm] = {
            Action.TERMS: self.terms,
            Action.NEW_CODE: self.new_label,
            Action.CASE: self.case,
        }
        form = forms.get(action)
        if form is None:
            self.asked.emit(action, found)
            return
        for part in (self.panel, self.life, self.action_row):
            part.hide()
        form.show_waybill(found)
        form.show()
        form.setFocus()

    def _look_again(self, _least: int, _most: int) -> None:
        """The parts took another room once they were laid out."""
        self._rest.start()

    def _make_room(self) -> None:
        """What is asked or shown is seen whole: where the window is too low, the actions stand back meanwhile."""
        if not self.panel.isVisible():
            return
        room = self._scroll.viewport().height() - (self.action_row.sizeHint().height() if self._has_stood_back else 0)
        stands_back = self.panel.is_to_be_seen and self.panel.sizeHint().height() > room
        if stands_back is not self._has_stood_back:
            self._has_stood_back = stands_back
            self.action_row.setHidden(stands_back)
            self._rest.start()
        elif self.panel.is_to_be_seen:
            _bring_into_view(self.panel)
            if not self.panel.is_busy:
                _bring_into_view(self.panel.fault)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("plain")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(2 * theme.GRID_PX, 4, 2 * theme.GRID_PX, 4)
        inner.setSpacing(theme.GRID_PX)
        for part in (self.masked, self.panel, *self._forms(), self.life):
            inner.addWidget(part)
        inner.addStretch(1)
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        foot.addWidget(self.action_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(scroll, stretch=1)
        column.addLayout(foot)
        self.close_forms()


def _bring_into_view(part: QWidget) -> None:
    """In every frame around it that scrolls: the card's own, and in a small window the page's."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, 0, theme.GRID_PX)
        around = around.parentWidget()
