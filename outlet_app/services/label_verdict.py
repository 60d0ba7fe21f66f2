"""Which waybill a genuine label of ours belongs to, and what it opens now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.errors import HistoryBroken
from outlet_app.sealing.label_trial import label_wrap_opens
from outlet_app.services.session import WRAP_TERM
from outlet_app.store import activities, label_wraps, waybill_ends, waybills

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.domain.sealed_waybill import LabelWrap, SealedWaybill
    from outlet_app.sealing.label_code import LabelCode
    from outlet_app.store.connection import Reader
    from outlet_app.store.waybills import KeptWaybill

_ISSUING = frozenset({ActivityKind.ACCEPTED, ActivityKind.CORRECTED, ActivityKind.RELABELLED})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a label turned out to be; `kept` is its waybill, where one was found.

    Of a MISFIT, `odd` is the id of the waybill whose row is not what its acts say; without one no act issued the label.
    """

    outcome: ScanOutcome
    kept: KeptWaybill | None = None
    wrap: LabelWrap | None = None
    odd: bytes | None = None


class LabelJudge:
    """Judges one label, whose code is genuine, against every waybill that bears its number.

    `is_known` says whether the act before the label's own is the one that the label tells of. Then the label was issued
    in the transaction behind it, and the record knows by which act. Where it is not, its token alone tells.
    """

    def __init__(self, reader: Reader, code: LabelCode, *, outlet_id: bytes, now: datetime, is_known: bool) -> None:
        self._reader = reader
        self._code = code
        self._outlet_id = outlet_id
        self._now = now
        self._is_known = is_known
        self._issued = self._issuing() if is_known else ()

    def verdict(self) -> Verdict:
        """OPENS, CLOSED, NEWER_LABEL, FOREIGN for a token that opens nothing, MISFIT, else LOST_DAYS."""
        for kept in waybills.by_number(self._reader, self._code.number):
            try:
                found = self._of(kept)
            except HistoryBroken:
                return Verdict(ScanOutcome.MISFIT, odd=kept.masked.record_id)
            if found is not None:
                return found
        return self._of_none()

    def _of(self, kept: KeptWaybill) -> Verdict | None:
        """The verdict where the label is this waybill's. Raises HistoryBroken when the row is not what its acts say."""
        record_id, code = kept.masked.record_id, self._code
        acts = activities.of_record(self._reader, record_id)
        waybill_ends.compare(kept, acts)
        sealed = waybills.sealed(self._reader, record_id)
        wrap = label_wraps.of(self._reader, record_id)
        opens = wrap is not None and wrap.serial == code.serial and self._opens(sealed, wrap)
        if not opens and all(act.record_id != record_id for act in self._issued):
            return None
        if any(_serial(act) > code.serial for act in acts if act.kind in _ISSUING):
            return Verdict(ScanOutcome.NEWER_LABEL, kept)
        if wrap is None or self._is_over(sealed, acts):
            return Verdict(ScanOutcome.CLOSED, kept)
        return Verdict(ScanOutcome.OPENS, kept, wrap) if opens else Verdict(ScanOutcome.FOREIGN)

    def _opens(self, sealed: SealedWaybill, wrap: LabelWrap) -> bool:
        return label_wrap_opens(sealed, wrap, self._code.token, outlet_id=self._outlet_id)

    def _is_over(self, sealed: SealedWaybill, acts: Sequence[Act]) -> bool:
        """Whether the wrap's life is over by the acts: one that was pasted back opens nothing here."""
        erased = any(act.kind == ActivityKind.LABEL_WRAP_ERASED and _serial(act) == self._code.serial for act in acts)
        return erased or not sealed.road_salt or self._now - sealed.masked.accepted_at >= WRAP_TERM

    def _of_none(self) -> Verdict:
        """No waybill of that number is the label's: perhaps its row is gone or bears another number now.

        Where no act issued it, the record was cut right behind the label's checkpoint and went on otherwise.
        """
        for act in self._issued:
            if act.record_id is not None and self._is_odd(act.record_id):
                return Verdict(ScanOutcome.MISFIT, odd=act.record_id)
        if self._issued:
            return Verdict(ScanOutcome.FOREIGN)
        return Verdict(ScanOutcome.MISFIT if self._is_known else ScanOutcome.LOST_DAYS)

    def _is_odd(self, record_id: bytes) -> bool:
        try:
            waybills.sealed(self._reader, record_id)
        except (HistoryBroken, KeyError):
            return True
        return False

    def _issuing(self) -> tuple[Act, ...]:
        """The acts that issued a label of this serial, in the transaction behind the label's checkpoint."""
        first = self._code.checkpoint.n + 1
        last = activities.next_signed(self._reader, first) or first
        acts = activities.between(self._reader, first, last)
        return tuple(act for act in acts if act.kind in _ISSUING and _serial(act) == self._code.serial)


def _serial(act: Act) -> int:
    serial = read_detail(act).get("serial")
    return serial if isinstance(serial, int) else 0
