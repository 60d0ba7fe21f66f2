"""What the tests of 查找 find: real masked waybills, and every text that a part of the window gives away."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from outlet_app.domain import acceptance
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.masking import mask
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.sealing.label_code import LabelToken, write_label_code
from outlet_app.services.found import FoundWaybill
from tests.builders import draft

if TYPE_CHECKING:
    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.services import Services

AT = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
NUMBER = "YT8800000000001"


def found_waybill(
    parcel: WaybillDraft | None = None,
    *,
    number: str = NUMBER,
    state: WaybillState = WaybillState.ACCEPTED,
    left_at: datetime | None = None,
) -> FoundWaybill:
    """A waybill as the services give it, masked by the masker."""
    record_id = number.encode().rjust(16, b"0")[-16:]
    whole = replace(parcel or draft(), number=number)
    masked = mask(acceptance.waybill(whole, record_id=record_id, number=number, accepted_at=AT))
    return FoundWaybill(masked, state, left_at)


def label_code(services: Services, checkpoint: Checkpoint, number: str = NUMBER, serial: int = 1) -> str:
    """A label code with a genuine tag, whatever it claims; its token is new, so it opens nothing."""
    return write_label_code(
        outlet_id=services.session.outlet_id,
        number=number,
        serial=serial,
        token=LabelToken(secrets.token_bytes(16)),
        checkpoint=checkpoint,
        label_key=services.session.keys.label_key,
    )


def misfit_label(services: Services) -> str:
    """A label that tells of acts which this record does not have: the record was rolled back since it was printed."""
    head = services.session.store.checkpoint()
    return label_code(services, Checkpoint(head.branch, head.n + 40, bytes(32)))


def foreign_label(services: Services) -> str:
    """A label of another outlet."""
    head = services.session.store.checkpoint()
    return write_label_code(
        outlet_id=bytes(16),
        number=NUMBER,
        serial=1,
        token=LabelToken(bytes(16)),
        checkpoint=head,
        label_key=bytes(32),
    )


def texts_of(part: QWidget) -> list[str]:
    """Every text of a part and what is in it, hidden ones, tool tips and names for readers included."""
    widgets = [part, *part.findChildren(QWidget)]
    texts = [text for each in widgets for text in (each.toolTip(), each.accessibleName(), each.windowTitle())]
    for each in widgets:
        if isinstance(each, QLineEdit | QLabel | QAbstractButton):
            texts.append(each.text())
        elif isinstance(each, QPlainTextEdit):
            texts.append(each.toPlainText())
    return [text for text in texts if text]
