"""The accept form at one moment, to be put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outlet_app.domain.draft import PartyDraft, WaybillDraft
    from outlet_app.ui.form_row import Note
    from outlet_app.ui.parcel_fields import Terms


@dataclass(frozen=True, slots=True, repr=False)
class Standing:
    """Who stands from the parcel before, and what was chosen for him."""

    sender: PartyDraft
    terms: Terms


@dataclass(frozen=True, slots=True, repr=False)
class FormState:
    """What stands in the form, what is said about it, and what undo would bring.

    `wish` is the party that somebody said the next paste fills; `doubts` and `touched` go by the fields of the draft.
    """

    draft: WaybillDraft
    leftover: str = ""
    sender_open: bool = True
    wish: str | None = None
    standing: Standing | None = None
    doubts: tuple[tuple[str, Note], ...] = ()
    touched: frozenset[str] = frozenset()
    before: FormState | None = None
