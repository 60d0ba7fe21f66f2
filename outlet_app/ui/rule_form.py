"""Opening hours, idle time and terms as they are typed; collected until the owner proves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.opening_hours import WEEKDAYS, clock_text
from outlet_app.services.policy_desk import DayDraft, PolicyDraft, PolicyName
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import TextInput, Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.errors import Fault
    from outlet_app.services.policy_desk import Policies

_VALUE_PX, _DAY_PX, _NAME_PX, _FAULT_PX = 88, 128, 344, 260
_TERMS = (PolicyName.IDLE_MINUTES, PolicyName.MASKED_DAYS, PolicyName.DETAILS_MONTHS, PolicyName.RECORD_MONTHS)


class DayLine:
    """One weekday: whether it is open, from when to when, and what is wrong."""

    def __init__(self) -> None:
        self.open = Tick()
        self.opens, self.closes = TextInput(chinese=False), TextInput(chinese=False)
        self.fault = _fault_label()
        for value in (self.opens, self.closes):
            value.setFixedWidth(_VALUE_PX)
        self.open.setFixedWidth(_DAY_PX)
        self.open.toggled.connect(self._show_state)

    def put(self, day: DayDraft) -> None:
        """Show a day."""
        self.open.setChecked(day.is_open)
        self.opens.put(day.opens)
        self.closes.put(day.closes)
        self._show_state()

    def draft(self) -> DayDraft:
        """The day as it stands here."""
        return DayDraft(self.open.isChecked(), self.opens.text().strip(), self.closes.text().strip())

    def tell(self, fault: str) -> None:
        """Say what is wrong, or nothing."""
        self.fault.setText(fault)
        for value in (self.opens, self.closes):
            value.mark(fault=bool(fault), doubt=False)
            value.setAccessibleDescription(fault)

    def _show_state(self) -> None:
        for value in (self.opens, self.closes):
            value.setEnabled(self.open.isChecked())


class TermLine:
    """A rule that is a number: its name, its value, and what is wrong or to be thought of."""

    def __init__(self) -> None:
        self.name, self.fault = QLabel(), _fault_label()
        self.value = TextInput(chinese=False)
        self.value.setFixedWidth(_VALUE_PX)
        self.name.setBuddy(self.value)

    def tell(self, fault: str, doubt: str = "") -> None:
        """Say what is wrong, or else what the owner should think of."""
        theme.restyle(self.fault, objectName="fault" if fault else "doubt")
        self.fault.setText(fault or doubt)
        self.value.mark(fault=bool(fault), doubt=bool(doubt))
        self.value.setAccessibleDescription(fault or doubt)


class RuleForm(QFrame):
    """`asked`: the owner wants what stands here. `check` and `is_short` say what is wrong with a draft, and short."""

    asked = Signal()

    def __init__(
        self,
        check: Callable[[PolicyDraft], tuple[Fault, ...]],
        is_short: Callable[[PolicyDraft], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._check, self._is_short = check, is_short
        self._kept: PolicyDraft | None = None
        self.days = tuple(DayLine() for _ in range(WEEKDAYS))
        self.terms = {name: TermLine() for name in _TERMS}
        self.heading, self.story, self.state = QLabel(), QLabel(), QLabel()
        self.terms_heading, self.terms_story = QLabel(), QLabel()
        self.alike, self.undo, self.save = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_policies(self, policies: Policies) -> None:
        """Show what is in force; what was typed over it stays."""
        kept = _draft_of(policies)
        if self._kept is None or self.draft() == self._kept:
            self._put(kept)
        self._kept = kept
        self._show_state()

    def draft(self) -> PolicyDraft:
        """Everything as it stands here."""
        return PolicyDraft(
            tuple(line.draft() for line in self.days),
            **{name.value: self.terms[name].value.text().strip() for name in _TERMS},
        )

    def forget(self) -> None:
        """Put back what is in force."""
        if self._kept is not None:
            self._put(self._kept)
        self._show_state()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Opening hours"))
        self.story.setText(
            self.tr("Who works more than an hour before or after is flagged in the review; nothing is refused.")
        )
        self.terms_heading.setText(self.tr("Lock and terms"))
        self.terms_story.setText(
            self.tr(
                "Masked names and tails of what left are emptied by the program itself; details are erased by you, on "
                "the page “Erasing”. Acts past their term stay: this version does not empty the record yet."
            )
        )
        self.alike.setText(self.tr("All days like Monday"))
        self.undo.setText(self.tr("Undo"))
        self.save.setText(self.tr("Change the rules"))
        names = {
            PolicyName.IDLE_MINUTES: self.tr("Minutes without a touch until the counter locks"),
            PolicyName.MASKED_DAYS: self.tr("Days that masked names and tails stay after a parcel left"),
            PolicyName.DETAILS_MONTHS: self.tr("Months that personal details are kept"),
            PolicyName.RECORD_MONTHS: self.tr("Months that the activity record is kept"),
        }
        for name, line in self.terms.items():
            line.name.setText(names[name])
            line.value.setAccessibleName(names[name])
        for place, day in enumerate(self.days, start=1):
            weekday = QLocale().dayName(place)
            day.open.setText(weekday)
            day.opens.setAccessibleName(self.tr("{day}, opens").format(day=weekday))
            day.closes.setAccessibleName(self.tr("{day}, closes").format(day=weekday))
        self._show_state()

    def _put(self, draft: PolicyDraft) -> None:
        for line, day in zip(self.days, draft.days, strict=True):
            line.put(day)
        for name in _TERMS:
            self.terms[name].value.put(getattr(draft, name.value))

    def _take_monday(self) -> None:
        monday = self.days[0].draft()
        for line in self.days[1:]:
            line.put(monday)
        self._show_state()

    def _ask(self) -> None:
        if self.save.isEnabled():
            self.asked.emit()

    def _show_state(self) -> None:
        draft = self.draft()
        faults = {fault.field: wording.fault_sentence(fault) for fault in self._check(draft)} if self._kept else {}
        changed = self._kept is not None and draft != self._kept
        for place, day in enumerate(self.days):
            day.tell(faults.get(f"day{place}", ""))
        short = self.tr("Shorter than two years: a claim may still come") if self._is_short(draft) else ""
        for name, line in self.terms.items():
            line.tell(faults.get(name.value, ""), short if name is PolicyName.DETAILS_MONTHS else "")
        self.undo.setEnabled(changed)
        self.save.setEnabled(changed and not faults)
        self.state.setText(self.tr("Not in force yet") if changed else "")

    def _connect(self) -> None:
        fields = [field for day in self.days for field in (day.opens, day.closes)]
        for field in (*fields, *(line.value for line in self.terms.values())):
            field.textEdited.connect(self._show_state)
            field.returnPressed.connect(self._ask)
        for day in self.days:
            day.open.toggled.connect(self._show_state)
        self.alike.clicked.connect(self._take_monday)
        self.undo.clicked.connect(self.forget)
        self.save.clicked.connect(self._ask)

    def _lay_out(self) -> None:
        for heading in (self.heading, self.terms_heading):
            heading.setObjectName("person")
        for story in (self.story, self.terms_story):
            story.setObjectName("caption")
            story.setWordWrap(True)
        self.state.setObjectName("doubt")
        for button in (self.alike, self.undo, self.save):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        for part in (self.heading, self.story):
            column.addWidget(part)
        column.addLayout(self._days_grid())
        column.addWidget(self.alike, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.GRID_PX)
        column.addWidget(self.terms_heading)
        column.addWidget(self.terms_story)
        column.addLayout(self._terms_grid())
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addWidget(self.state, stretch=1)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def _days_grid(self) -> QGridLayout:
        grid = _grid()
        for row, day in enumerate(self.days):
            for place, part in enumerate((day.open, day.opens, QLabel("–"), day.closes, day.fault)):
                grid.addWidget(part, row, place)
        grid.setColumnStretch(4, 1)
        return grid

    def _terms_grid(self) -> QGridLayout:
        grid = _grid()
        for row, line in enumerate(self.terms.values()):
            for place, part in enumerate((line.name, line.value, line.fault)):
                grid.addWidget(part, row, place)
        grid.setColumnMinimumWidth(0, _NAME_PX)
        grid.setColumnStretch(2, 1)
        return grid

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _draft_of(policies: Policies) -> PolicyDraft:
    """What is in force, as somebody would type it; a closed day offers the hours of the day before."""
    days: list[DayDraft] = []
    for day in policies.hours.days:
        if day is not None:
            days.append(DayDraft(is_open=True, opens=clock_text(day.opens), closes=clock_text(day.closes)))
        else:
            before = days[-1] if days else DayDraft(is_open=False)
            days.append(DayDraft(is_open=False, opens=before.opens, closes=before.closes))
    kept = policies.retention
    terms = (policies.idle_minutes, kept.details_months, kept.record_months, kept.masked_days)
    return PolicyDraft(tuple(days), *map(str, terms))


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * theme.GRID_PX)
    grid.setVerticalSpacing(theme.GRID_PX // 2)
    return grid


def _fault_label() -> QLabel:
    label = QLabel()
    label.setObjectName("fault")
    label.setWordWrap(True)
    label.setMinimumWidth(_FAULT_PX)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
