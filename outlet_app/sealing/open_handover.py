"""The carrier's side of a sealed hand-over: one waybill, with the carrier's secret key, to its details.

No outlet has that key; `carrier_side` alone may name this module, and nothing an outlet runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.sealing import details, record_key

if TYPE_CHECKING:
    from outlet_app.sealing.details import Details
    from outlet_app.sealing.handover_file import HandoverRecord
    from outlet_app.sealing.suite import OpeningKey


def open_record(record: HandoverRecord, key: OpeningKey, *, outlet_id: bytes) -> Details:
    """The details of one waybill of a file.

    Raises KeyMismatch for another key, outlet, number or version than it was sealed to, or a changed bit.
    """
    context = record_key.RecordContext(outlet_id, record.record_id, record.version, record.number)
    opened = record_key.key_by_carrier(key, record.carrier_wrap, record.details, context)
    return details.unpack(record_key.unlock_details(opened, record.details, context))
