"""One person's time at the counter: what every use case stands on, from sign-in until sign-out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.carrier import nameless
from outlet_app.domain.gap import Misfit, Sight, fault
from outlet_app.domain.outlet_day import day_start
from outlet_app.domain.sort_code_table import Place, code_of
from outlet_app.errors import NoLabelInHand, NotPermitted, RevealsStopped, SessionLocked, StatementRefused
from outlet_app.sealing import suite
from outlet_app.sealing.statements import StatementBook, sign_statement
from outlet_app.services.allowance import Allowance
from outlet_app.services.labels import KeptLabels
from outlet_app.services.record_check import RecordState
from outlet_app.store import accounts, activities, label_wraps
from outlet_app.store.setting_commitments import CARRIER
from outlet_app.store.store import Entry, Signers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from outlet_app.domain.account import Account, Permission
    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.history import Checkpoint
    from outlet_app.domain.printer import Printer
    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.sealing.statements import Fact
    from outlet_app.services.label_in_hand import LabelInHand
    from outlet_app.services.labels import KeptLabel
    from outlet_app.services.open_outlet import OpenOutlet
    from outlet_app.services.tail_said import TailSaid
    from outlet_app.store.store import Store

__all__ = ["RecordState", "Session", "Today"]

WRAP_TERM = timedelta(days=7)
"""The longest life of a label wrap after acceptance. Source: design, sealing."""


@dataclass(frozen=True, slots=True)
class Today:
    """What the whole outlet did since 04:00."""

    accepted: int
    arrived: int


class Session:
    """What every use case of a signed-in person stands on.

    `lock` takes the right to act and nothing else; `Entrance` gives it back to the same account in the same object.
    After `sign_out`, or when another account has come to the counter, the object is over.
    """

    def __init__(self, *, account: Account, outlet: OpenOutlet, statements: StatementBook) -> None:
        self.account = account
        self.outlet = outlet
        self.outlet_id = outlet.outlet_id
        self.outlet_name = outlet.name
        self.clock = outlet.clock
        self.statements = statements  # replaced as a whole when the owner states something new
        self.labels = KeptLabels()
        self.allowance = Allowance(outlet, account.account_id, lambda: self.statements, self.watch_clock)
        self.in_hand: LabelInHand | None = None  # put there by the scan of a label that opens, and by nothing else
        self.tail_said: TailSaid | None = None  # put there by a look-up by tail, and ended by any other look-up
        self._account_id = account.account_id
        self._remote_told = ""
        self._acting = False
        self._over = False

    @property
    def store(self) -> Store:
        """The open store; another object after the database key was rotated."""
        return self.outlet.store

    @property
    def keys(self) -> OpenedAccount:
        """What this person's full sign-in left. Raises SessionLocked when it was dropped since."""
        return self.outlet.keys(self._account_id)

    @property
    def is_locked(self) -> bool:
        """Whether nobody may act with this session now."""
        return not self._acting

    @property
    def is_over(self) -> bool:
        """Whether nobody will act with this session again."""
        return self._over or not self.outlet.is_open

    @property
    def is_damaged(self) -> bool:
        """Whether a page of the database could not be read since the outlet was opened. Instant."""
        return self.outlet.is_damaged

    @property
    def date_is_confirmed(self) -> bool:
        """Whether the PC's date can be relied on.

        While it cannot, a new day's limits and everything that ends by date wait; accepting and printing never do.
        """
        return self.outlet.clock_check.is_settled(self.statements.roles())

    def require(self, permission: Permission) -> None:
        """Go on only when somebody acts and his role holds `permission`. Raises SessionLocked, NotPermitted."""
        if not self._acting:
            raise SessionLocked
        self.require_role(permission)

    def require_role(self, permission: Permission) -> None:
        """As `require`, for what was begun before a lock and ends after it. Raises NotPermitted."""
        if not self.account.may(permission):
            raise NotPermitted

    def write(self, *entries: Entry) -> Checkpoint:
        """Write rows and their acts in one transaction, signed by this account. Raises as `OpenOutlet.write`."""
        return self.outlet.write(self._account_id, *entries)

    def state(self, seed: OwnerSeed, *facts: Fact, because: Entry | Sequence[Entry] = ()) -> None:
        """Write what the owner states, with the acts that led to it, in one transaction; it is in force on return.

        Raises StatementRefused for a seed that is not this outlet's owner's: its statement would let nobody in.
        """
        if seed.verify_key != self.keys.owner_verify_key:
            raise StatementRefused
        serial = self.statements.last_serial
        statements = [sign_statement(seed, serial + step, fact) for step, fact in enumerate(facts, start=1)]
        led = [because] if isinstance(because, Entry) else because
        self.write(*led, *(accounts.statement_made(statement) for statement in statements))
        self.read_statements()

    def read_statements(self) -> None:
        """Take what the owner stated as it stands in the store now. Raises StatementRefused, and the book stays."""
        self.statements = StatementBook(
            self.outlet_id, self.keys.owner_verify_key, accounts.statements(self.store.reader)
        )

    def approves(self, printer: Printer) -> bool:
        """Whether the owner's signed list names this printer with this URI and driver."""
        return printer in self.statements.printers()

    def carriers(self) -> Mapping[str, Carrier]:
        """The outlet's carriers by code, in the order they are offered, with those that are switched off. Instant."""
        return self.outlet.carriers()

    def carrier(self, code: str) -> Carrier:
        """The carrier of that code, as the outlet calls it; its code itself where nobody knows it. Instant."""
        return self.carriers().get(code) or nameless(code)

    def sort_code(self, carrier: str, province: str, city: str, district: str) -> str:
        """The code of the carrier's table that the owner loaded for this place, else city and district. Instant."""
        return code_of(self.outlet.sort_codes(), Place(carrier, province, city, district))

    def today(self) -> Today:
        """What was done since 04:00, by everybody."""
        kinds = [act.kind for act in activities.since(self.store.reader, day_start(self.clock()))]
        return Today(kinds.count(ActivityKind.ACCEPTED), kinds.count(ActivityKind.ARRIVED))

    def record_state(self) -> RecordState:
        """Whether the record was found whole, as far as it was checked since the outlet was opened."""
        return self.outlet.check.state

    def compare(self, seen: Checkpoint) -> None:
        """Hold a checkpoint that lies outside the database against the record; a misfit is BROKEN from then on."""
        self.outlet.check.compare(self.store, seen, self.statements.branches())

    def verify_some(self) -> bool:
        """Check hashes and signatures of one more portion of the record; False once there is no more to check.

        The state is BROKEN from the first act that does not follow, or that the account it names did not sign.
        """
        check = self.outlet.check
        was_checking = check.state is RecordState.CHECKING
        more = check.verify_some(self.store, Signers(self.statements.signers(), suite.verify))
        if was_checking and check.state is RecordState.GOOD:
            self._tell_odd_settings()
        return more

    def forget_codes(self, labels: Sequence[KeptLabel]) -> None:
        """Drop the codes of `labels` from memory, and erase the wraps that no printed label opens.

        Where the keys are gone already, the next person's sign-in erases them.
        """
        orphans = [kept for kept in labels if not kept.coded and self._stands(kept)]
        if orphans and self.outlet.holds(self._account_id):
            self.write(*(label_wraps.erased(kept.masked.record_id, kept.serial, "forgotten") for kept in orphans))
        for kept in labels:
            self.labels.forget_code(kept.masked.record_id)

    def end_labels(self, record_ids: Collection[bytes]) -> None:
        """Drop the codes, and the label in hand, of waybills that have left; their wraps went with them."""
        for kept in self.labels.holding():
            if kept.masked.record_id in record_ids:
                self.labels.forget_code(kept.masked.record_id)
        if self.in_hand is not None and self.in_hand.record_id in record_ids:
            self.in_hand = None

    def label_in_hand(self, record_id: bytes) -> LabelInHand:
        """The label of this waybill, scanned less than five minutes ago, whose wrap still stands.

        Raises NoLabelInHand when another label or none was scanned since, when its parcel has left or got a newer
        label, and after a lock or a change of person.
        """
        held = self.in_hand
        if held is None or not held.is_for(record_id, self.clock()):
            raise NoLabelInHand
        wrap = label_wraps.of(self.store.reader, record_id)
        if wrap is None or (wrap.version, wrap.serial) != (held.version, held.serial):
            raise NoLabelInHand
        return held

    def require_reveals_allowed(self) -> None:
        """Go on only while the record fits together, or the owner acknowledged what does not. Raises RevealsStopped."""
        if self.record_state() is RecordState.BROKEN:
            raise RevealsStopped

    def tell_odd_row(self, record_id: bytes) -> None:
        """A waybill's row is not what its acts say: recorded, and the record is BROKEN until the owner acknowledges."""
        head, check = self.store.checkpoint(), self.outlet.check
        misfit = Misfit(Sight.ROW, head.branch, 0, head.n, record_id)
        check.found(misfit)
        self.write(Entry(fault(misfit, check.opened_at)))

    def _tell_odd_settings(self) -> None:
        """Carriers' settings that are not what the record says of them: told in the review until they are saved anew.

        Nothing stops for it: they name carriers and sort parcels, and open nothing.
        """
        for name in self.outlet.check.settings.odd(self.store.reader) if self.outlet.holds(self._account_id) else ():
            detail = {"what": "carrier" if name.startswith(CARRIER) else "sort_codes", "name": name}
            self.write(Entry(Activity(ActivityKind.INTEGRITY_FAULT, None, detail)))

    def watch_clock(self) -> None:
        """Record it where the PC's clock was moved; not behind a lock, when nobody is here to sign it."""
        check, n = self.outlet.clock_check, self.store.checkpoint().n
        due = check.due(self.statements.roles(), n) if self._acting else None
        if due is not None:
            check.written(self.write(due).n)

    def remote_session(self) -> str:
        """How somebody elsewhere sees this screen now, such as `ssh`; empty while nobody does. Some milliseconds."""
        return self.outlet.remote()

    def watch_remote(self) -> str:
        """As `remote_session`; that it began is recorded once, not behind a lock, when nobody is here to sign it."""
        way = self.remote_session()
        if way == self._remote_told or (way and not self._acting):
            return way
        if way:
            self.write(Entry(Activity(ActivityKind.REMOTE_SESSION_SEEN, None, {"way": way})))
        self._remote_told = way
        return way

    def end_old_wraps(self) -> None:
        """Erase the label wraps whose seven days are over: their labels open nothing from then on.

        Not put off by a date in doubt: what is closed too early the owner still opens, with his card.
        """
        old = label_wraps.older(self.store.reader, self.clock() - WRAP_TERM)
        if old and self.outlet.holds(self._account_id):
            self.write(*(label_wraps.erased(wrap.record_id, wrap.serial, "term") for wrap in old))

    def note_checkpoint(self) -> None:
        """Write the record's head to the file beside, so that a rollback of the database shows. Not while BROKEN."""
        self.outlet.note_checkpoint()

    def lock(self) -> None:
        """Let nobody act until this person's PIN or password; recorded. Codes stay for him, the store stays open."""
        if not self._acting:
            return
        self._acting, self.in_hand, self.tail_said = False, None, None
        self.write(Entry(Activity(ActivityKind.LOCKED)))
        self.store.tidy()
        self.note_checkpoint()

    def resume(self, statements: StatementBook, *entries: Entry) -> None:
        """Let the person act, who has just proved who he is; for `Entrance` alone."""
        self.write(*entries)
        self.statements, self.in_hand, self.tail_said = statements, None, None
        self._acting = True

    def stand_back(self) -> None:
        """Another account takes over: nobody acts with this session again, and its codes are forgotten."""
        self._acting, self._over, self.in_hand, self.tail_said = False, True, None, None
        self.forget_codes(self.labels.holding())

    def sign_out(self) -> None:
        """Forget every code, record the leaving, note the checkpoint beside; the last to leave closes the store."""
        self._acting, self._over, self.in_hand, self.tail_said = False, True, None, None
        try:
            self.forget_codes(self.labels.holding())
            self.write(Entry(Activity(ActivityKind.SIGNED_OUT)))
            self.note_checkpoint()
        finally:
            self.outlet.leave(self._account_id)

    def _stands(self, kept: KeptLabel) -> bool:
        """Whether the wrap of this label is there: it went with the parcel, or with the label before a newer one."""
        wrap = label_wraps.of(self.store.reader, kept.masked.record_id)
        return wrap is not None and wrap.serial == kept.serial
