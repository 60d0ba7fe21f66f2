"""A waybill accepted a moment ago, back in the accept form to be put right; what stood there waits meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.services.labels import LatestLabel
    from outlet_app.services.reveal import Reveal
    from outlet_app.ui.accept_bar import AcceptBar
    from outlet_app.ui.entry_form import EntryForm
    from outlet_app.ui.form_state import FormState
    from outlet_app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True, repr=False)
class _Aside:
    """What stood in the form before, and where the keys were."""

    form: FormState
    ticks: tuple[bool, bool]
    focus: QWidget | None


class Correction(QObject):
    """`opened(LatestLabel)`: its waybill stands in the form. `refused(error)`: it could not be opened.

    `became_new`: it was too late, and what stands in the form is a new parcel. `ended`: the form stands again as it
    was before.
    """

    opened = Signal(object)
    refused = Signal(object)
    became_new = Signal()
    ended = Signal()

    def __init__(
        self, reveal: Reveal, tasks: Tasks, form: EntryForm, bar: AcceptBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reveal = reveal
        self._tasks = tasks
        self._form = form
        self._bar = bar
        self._label: LatestLabel | None = None
        self._aside: _Aside | None = None

    @property
    def has_form(self) -> bool:
        """Whether the form holds a waybill that was opened here, to be put right or as a new parcel by now."""
        return self._aside is not None

    @property
    def label(self) -> LatestLabel | None:
        """The label of the waybill that stands in the form to be put right; None when none does."""
        return self._label

    def open(self, label: LatestLabel) -> None:
        """Open this waybill in the form; `opened` or `refused` follows."""
        open_draft = partial(self._reveal.open_for_correction, label.record_id)
        show = partial(self._show, label, QApplication.focusWidget())
        self._tasks.run(Lane.DATA, open_draft, self, show, self.refused.emit)

    def become_new(self) -> None:
        """Too late to put it right: what stands in the form becomes a new parcel with a number of its own."""
        self._label = None
        self._form.parcel.fix_number(fixed=False)
        self._form.parcel.number.put("")
        self.became_new.emit()

    def is_over(self, latest: Iterable[LatestLabel]) -> bool:
        """Whether a waybill stands in the form whose code was forgotten meanwhile, by what is known of the latest."""
        corrected = b"" if self._label is None else self._label.record_id
        return any(each.record_id == corrected and each.code_until is None for each in latest)

    def end(self) -> None:
        """Put the form back as it was before; nothing happens when no waybill is being put right."""
        aside, self._aside, self._label = self._aside, None, None
        if aside is None:
            return
        self._form.parcel.fix_number(fixed=False)
        self._form.restore(aside.form)
        self._bar.put_ticks(aside.ticks)
        if aside.focus is not None and isValid(aside.focus):
            aside.focus.setFocus()
        self.ended.emit()

    def _show(self, label: LatestLabel, focus: QWidget | None, draft: WaybillDraft) -> None:
        self._aside = _Aside(self._form.state(), self._bar.ticks(), focus)
        self._label = label
        self._form.show_draft(draft)
        self._form.parcel.fix_number(fixed=True)
        self._bar.put_ticks((draft.inspected, draft.real_name_checked))
        self.opened.emit(label)
