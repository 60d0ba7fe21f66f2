"""Whoever rented the login, at the program itself: as fast as it goes, hour after hour, up to the outlet's limits."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import day_start
from outlet_app.domain.reveal_terms import RevealField, RevealReason, ScanOutcome
from outlet_app.errors import (
    LimitReached,
    NoLabelInHand,
    NothingToCorrect,
    OutletError,
    RemoteSessionSeen,
    Suspended,
)
from tests.attacks.loot import PARTIES, PARTS, Loot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from outlet_app.domain.draft import PartyDraft
    from outlet_app.services import Services
    from outlet_app.services.found import FoundWaybill
    from tests.outlets import Clock

RECIPIENT = (RevealField.RECIPIENT_NAME, RevealField.RECIPIENT_PHONE, RevealField.RECIPIENT_ADDRESS)
_NEVER = datetime(2100, 1, 1, tzinfo=UTC)
REFUSALS = (NoLabelInHand, NothingToCorrect, RemoteSessionSeen)


@dataclass
class Renter:
    """A day of his at the windows' services. `loot` is what stood on his screen, `refused` why it did not."""

    services: Services
    clock: Clock
    loot: Loot = field(default_factory=Loot)
    masked: dict[str, FoundWaybill] = field(default_factory=dict)
    refused: list[type[OutletError]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.began = self.clock()
        self.ends = day_start(self.began) + timedelta(days=1)

    def look_at_numbers(self, numbers: Iterable[str]) -> None:
        """Number after number of the range, since whole numbers cost nothing; a reveal is tried of each that is found.

        Each tenth is tried to be opened as a form, too.
        """
        for place, number in enumerate(numbers):
            for row in self.services.find.look_up(number).rows:
                self.masked[row.masked.number] = row
                self._try_without_label(partial(self._look, row, RevealField.RECIPIENT_PHONE))
                if place % 10 == 0:
                    self._try_without_label(partial(self._look_at_form, row))

    def look_at_tails(self) -> None:
        """Tails from 0000 on, until the day is over or his look-ups are suspended; he waits for no more than a day."""
        with suppress(Suspended):
            self._until_the_day_is_over([partial(self._look_at, f"{tail:04d}") for tail in range(10_000)])

    def reveal(self, codes: Iterable[str]) -> None:
        """Each photographed code scanned, then name, phone and address of the recipient, a field at a time."""
        self._until_the_day_is_over([partial(self._reveal_one, code, each) for code in codes for each in RECIPIENT])

    def open_forms(self, codes: Iterable[str]) -> None:
        """Each photographed code scanned, then the whole form opened as if something in it were to be put right."""
        self._until_the_day_is_over([partial(self._open_form, code) for code in codes])

    def _look_at(self, key: str) -> None:
        for row in self.services.find.look_up(key).rows:
            self.masked[row.masked.number] = row

    def _try_without_label(self, look: Callable[[], None]) -> None:
        try:
            look()
        except REFUSALS as refusal:
            self.refused.append(type(refusal))

    def _reveal_one(self, code: str, part: RevealField) -> None:
        row = self._scan(code)
        if row is not None:
            self._look(row, part)

    def _open_form(self, code: str) -> None:
        row = self._scan(code)
        if row is not None:
            self._look_at_form(row)

    def _look(self, row: FoundWaybill, part: RevealField) -> None:
        revealed = self.services.reveal.by_scan(row.masked.record_id, part, RevealReason.CALL)
        self.loot.keep(row.masked.number, part.value, revealed.text)

    def _look_at_form(self, row: FoundWaybill) -> None:
        draft = self.services.reveal.open_for_correction(row.masked.record_id).draft
        for name, party in zip(PARTIES, (draft.sender, draft.recipient), strict=True):
            for part, text in zip(PARTS, (party.name, party.phone, _address(party)), strict=True):
                self.loot.keep(row.masked.number, f"{name}.{part}", text)

    def _scan(self, code: str) -> FoundWaybill | None:
        report = self.services.scans.take(code)
        return report.waybill if report.outcome is ScanOutcome.OPENS else None

    def _until_the_day_is_over(self, steps: Iterable[Callable[[], None]]) -> None:
        """One step after the other; where a limit is reached he waits until it opens, but not for another day."""
        for step in steps:
            while self.clock() < self.ends and not self._is_done(step):
                pass

    def _is_done(self, step: Callable[[], None]) -> bool:
        try:
            step()
        except LimitReached as reached:
            self.clock.now = max(reached.until or _NEVER, self.clock() + timedelta(seconds=1))
            return False
        except REFUSALS as refusal:
            self.refused.append(type(refusal))
        return True


def _address(party: PartyDraft) -> str:
    city = "" if party.city == party.province else party.city
    return f"{party.province}{city}{party.district}{party.detail}"
