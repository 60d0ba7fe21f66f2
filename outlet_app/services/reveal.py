"""Sealed details, opened: the one use case that shows what a label hides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.errors import NothingToCorrect
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.sealing.unseal import unseal_with_token
from outlet_app.services.opened_details import draft_of
from outlet_app.store import label_wraps, waybills
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.services.session import Session


@dataclass(frozen=True, slots=True)
class OpenedDraft:
    """A waybill as it stands in its form, to be put right until `until` (UTC); `is_by_label`: its label opened it."""

    draft: WaybillDraft
    until: datetime
    is_by_label: bool


class Reveal:
    """The use case of opening one waybill."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_for_correction(self, record_id: bytes) -> OpenedDraft:
        """The form of a waybill that this session accepted less than ten minutes ago, as it was typed.

        Opened with the label token the session still holds, so it is no reveal; one act, durable before the first
        character is returned. Raises NotPermitted, NothingToCorrect, HistoryBroken when the row is not what was
        recorded.
        """
        session = self._session
        session.require(Permission.ACCEPT)
        now = session.clock()
        kept = session.labels.own(record_id, now)
        wrap = label_wraps.of(session.store.reader, record_id)
        code = None if kept is None or kept.code_text is None else read_code(kept.code_text)
        until = None if kept is None else kept.right_until(now)
        if wrap is None or until is None or not isinstance(code, LabelCode):
            raise NothingToCorrect
        sealed = waybills.sealed(session.store.reader, record_id)
        session.write(Entry(Activity(ActivityKind.OPENED_FOR_CORRECTION, record_id, {"by": "own"})))
        details = unseal_with_token(sealed, wrap, code.token, outlet_id=session.outlet_id)
        return OpenedDraft(draft_of(sealed.masked, details), until, is_by_label=False)
