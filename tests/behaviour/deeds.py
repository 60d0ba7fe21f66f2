"""What each piece of work writes into the record: kinds and details as the program's services write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.reveal_terms import RevealField, RevealReason, ScanOutcome
from outlet_app.store.moment import to_ms

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.activity import Detail
    from outlet_app.domain.find_key import KeyKind

PRINTER = "counter"
_HASH = "0" * 64
_HASHES: Detail = {"sha_version": _HASH, "sha_masked": _HASH, "sha_road": _HASH, "sha_owner_wrap": _HASH}
_TERMS: Detail = {"payment": "paid", "fee_fen": 1200}
_LIST: Detail = {"list": 1, "list_id": "0" * 32}
_SHELF = "15-1-731"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that somebody did at `at`; the PC's clock is off by `clock_shows` minutes then."""

    at: datetime
    account_id: bytes
    kind: Kind
    record_id: bytes | None
    detail: Detail
    clock_shows: int = 0


@dataclass(frozen=True, slots=True)
class Hand:
    """Writes deeds of one person, beginning at one moment."""

    account_id: bytes
    at: datetime

    def later(self, **by: float) -> Hand:
        return Hand(self.account_id, self.at + timedelta(**by))

    def did(self, kind: Kind, record_id: bytes | None = None, detail: Detail | None = None) -> Deed:
        return Deed(self.at, self.account_id, kind, record_id, detail or {})

    def accepts(self, record_id: bytes) -> list[Deed]:
        accepted = self.did(Kind.ACCEPTED, record_id, {"floor": "held", "serial": 1, **_TERMS, **_HASHES})
        return [accepted, *self.prints(record_id, 1)]

    def prints(self, record_id: bytes, serial: int, *, fails: bool = False) -> list[Deed]:
        taken = self.did(Kind.LABEL_TAKEN, record_id, {"serial": serial, "printer": PRINTER})
        became = Kind.PRINT_FAILED if fails else Kind.PRINTED
        return [taken, self.later(seconds=3).did(became, record_id, {"printer": PRINTER})]

    def prints_without_code(self, record_id: bytes) -> list[Deed]:
        detail: Detail = {"printer": PRINTER}
        printed = self.later(seconds=3).did(Kind.PRINTED, record_id, detail)
        return [self.did(Kind.PRINTED_WITHOUT_CODE, record_id, detail), printed]

    def opens_own(self, record_id: bytes) -> list[Deed]:
        return [self.did(Kind.OPENED_FOR_CORRECTION, record_id, {"field": "all", "by": "own"})]

    def corrects(self, record_id: bytes, serial: int = 2) -> list[Deed]:
        detail: Detail = {"floor": "held", "serial": serial, **_TERMS, **_HASHES}
        return [self.did(Kind.CORRECTED, record_id, detail), *self.prints(record_id, serial)]

    def relabels(self, record_id: bytes, serial: int = 2) -> list[Deed]:
        return [self.did(Kind.RELABELLED, record_id, {"serial": serial, "by": "scan"}), *self.prints(record_id, serial)]

    def looks_up(self, key: KeyKind, hits: int, record_id: bytes | None = None) -> list[Deed]:
        return [self.did(Kind.SEARCHED, record_id, {"key": key.value, "hits": hits})]

    def scans(self, record_id: bytes) -> list[Deed]:
        detail: Detail = {"key": "label", "hits": 1, "outcome": ScanOutcome.OPENS.value}
        return [self.did(Kind.SEARCHED, record_id, detail)]

    def reveals(
        self,
        record_id: bytes,
        field: RevealField = RevealField.RECIPIENT_PHONE,
        reason: RevealReason = RevealReason.CALL,
        by: str = "scan",
    ) -> list[Deed]:
        detail: Detail = {"field": field.value, "reason": reason.value, "by": by}
        shown = self.later(seconds=4).did(Kind.REVEALED, record_id, detail)
        return [*(self.scans(record_id) if by == "scan" else []), shown]

    def is_refused(self, record_id: bytes, why: str) -> list[Deed]:
        detail: Detail = {"field": RevealField.RECIPIENT_PHONE.value, "by": "scan", "why": why}
        return [*self.scans(record_id), self.later(seconds=4).did(Kind.REVEAL_REFUSED, record_id, detail)]

    def mistypes_password(self) -> list[Deed]:
        detail: Detail = {"account": self.account_id.hex(), "why": "password", "at_ms": to_ms(self.at)}
        return [self.did(Kind.SIGN_IN_REFUSED, None, detail)]

    def lists(self, record_id: bytes) -> list[Deed]:
        return [self.did(Kind.LISTED, record_id, {**_LIST, "thing": "waybill", "way": "code"})]

    def hands_over(self, list_id: bytes, record_ids: list[bytes]) -> list[Deed]:
        count = len(record_ids)
        gone = [self.did(Kind.HANDED_OVER, each, {**_LIST, "sha_road": "emptied"}) for each in record_ids]
        counts: Detail = {"count": count, "weight_g": 1200 * count, "waybill_count": count, "parcel_count": 0}
        ways: Detail = {"code_count": count, "bars_count": 0, "typed_count": 0}
        return [self.did(Kind.LIST_CLOSED, list_id, {"carrier": "yto", "list": 1, **counts, **ways}), *gone]

    def shelves(self, record_id: bytes) -> list[Deed]:
        told: Detail = {"parcel": "waiting", "carrier": "sf", "shelf_code": _SHELF, "sha_parcel": _HASH}
        label = self.did(Kind.PRINTED_WITHOUT_CODE, record_id, {"printer": PRINTER, "shelf_code": _SHELF})
        printed = self.later(seconds=3).did(Kind.PRINTED, record_id, {"printer": PRINTER})
        return [self.did(Kind.ARRIVED, record_id, told), label, printed]

    def gives_out(self, record_id: bytes) -> list[Deed]:
        told: Detail = {"parcel": "collected", "shelf_code": _SHELF, "by": "digits", "was": "waiting"}
        return [self.did(Kind.COLLECTED, record_id, told)]

    def sets_clock(self, move: str, by_min: int) -> list[Deed]:
        return [self.did(Kind.CLOCK_MOVED, None, {"move": move, "by_min": by_min})]

    def is_seen_elsewhere(self, way: str) -> list[Deed]:
        return [self.did(Kind.REMOTE_SESSION_SEEN, None, {"way": way})]
