"""What stands before the counter: the tiles, and the ways from a password, a PIN or a code to a session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.sealing.device import Keeping

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from outlet_app.services.admission import Admission, Services
    from outlet_app.services.care import ClosingCheck
    from outlet_app.services.outlet_keys import OutletKeys


def wall_clock() -> datetime:
    """The moment, UTC. The one place that asks the system; everything else is given a clock."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock that callers take


class EntranceNote(StrEnum):
    """What the sign-in screen must say about this outlet."""

    SECRET_IN_FILE = "secret_in_file"  # noqa: S105 - a note's name
    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Tile:
    """One person who can sign in, or, among `Entrance.invited`, who can take up an invitation."""

    account_id: bytes
    name: str


class Entrance:
    """The door of one outlet on this PC. `demo_logins` are the (name, password) pairs of a demo outlet.

    `counted` says how long the PC has been on, its sleep included, so that a clock that was moved shows. `remote` says
    how the screen is seen elsewhere, such as `ssh`, or nothing: nothing is revealed while it is.

    Behind it one store is open for everybody who signed in since 04:00, and one person at a time is at the counter.
    Every way in gives the same `Services` object back when the account is the one that was there before it was locked,
    so that its windows go on as they stood; another object means another person, and the former's is over.
    """

    def __init__(
        self,
        keys: OutletKeys,
        *,
        clock: Callable[[], datetime] = wall_clock,
        counted: Callable[[], timedelta] | None = None,
        remote: Callable[[], str] | None = None,
        demo_logins: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._keys = keys
        self._clock = clock
        self._counted = counted
        self._remote = remote
        self._demo_logins = demo_logins
        self._admission: Admission | None = None

    @property
    def outlet_name(self) -> str:
        """The outlet's name as the key file says it. Raises FileMissing, FileDamaged, FileTooNew."""
        return self._keys.key_file().outlet_name

    def tiles(self) -> tuple[Tile, ...]:
        """The people who can sign in, in the order they came. Raises as `outlet_name`."""
        return tuple(
            Tile(each.account_id, each.name) for each in self._keys.key_file().accounts if each.slot is not None
        )

    def invited(self) -> tuple[Tile, ...]:
        """The people whom a code lets in once, in the order they were invited. Raises as `outlet_name`."""
        return tuple(
            Tile(each.account_id, each.name) for each in self._keys.key_file().accounts if each.invitation is not None
        )

    def notes(self) -> frozenset[EntranceNote]:
        """What the sign-in screen must say."""
        kept_in = self._keys.device_secret().kept_in
        in_file = {EntranceNote.SECRET_IN_FILE} if kept_in is Keeping.FILE and not self._demo_logins else set()
        return frozenset(in_file | ({EntranceNote.DEMO} if self._demo_logins else set()))

    def demo_logins(self) -> tuple[tuple[str, str], ...]:
        """The made-up people's names and passwords of a demo outlet; empty for a real one."""
        return self._demo_logins

    def make_ready(self) -> None:
        """Load all that stands behind the entrance; takes some 0.5 s in a program that has just started, later nothing.

        Asked for once the sign-in view stands, so that neither the first sign-in nor the first paste waits for it.
        """
        self._behind().load_tables()

    @property
    def is_open(self) -> bool:
        """Whether somebody is signed in, at the counter or not, so that there is something to close. Instant."""
        return self._admission is not None and self._admission.is_open

    def may_use_pin(self, account_id: bytes) -> bool:
        """Whether a PIN is enough for this person now: he signed in fully since 04:00 and has one. Instant."""
        return self._admission is not None and self._admission.may_use_pin(account_id)

    def sign_in(self, account_id: bytes, password: str) -> Services:
        """A full sign-in; takes as long as Argon2id, some 0.4 s. Opens the store unless it is open for somebody.

        Raises MustWait(until) without trying after too many failures, WrongPassword, and what is wrong with the files:
        FileMissing, FileDamaged, FileTooNew, FileBusy, FileReadOnly, SchemaChanged, StatementRefused, HistoryBroken.
        """
        return self._behind().sign_in(account_id, password)

    def sign_in_with_card(self, account_id: bytes, password: str, card: str) -> Services:
        """A full sign-in of an owner who never waits, because he shows his card. Raises as `sign_in`, never MustWait.

        Nobody's wrong tries keep the owner out; without the card this way answers no guess.
        """
        return self._behind().sign_in_with_card(account_id, password, card)

    def accept_invitation(self, account_id: bytes, code: str, password: str) -> Services:
        """A person's first sign-in: his password takes the code's place.

        Raises as `sign_in`; InvitationExpired; InvalidDraft with a fault in `password` that the rules refuse.
        """
        return self._behind().accept_invitation(account_id, code, password)

    def change_person(self, account_id: bytes, pin: str) -> Services:
        """Let a person act who signed in fully today, by his PIN: no Argon2id, and the store stays open.

        Raises WrongPassword for a wrong PIN and where `may_use_pin` says no, which it does from the fifth wrong one
        on; MustWait(until) as `sign_in`.
        """
        return self._behind().change_person(account_id, pin)

    def close(self) -> None:
        """Sign everybody out and close the store; the program ends. Does nothing where no store is open."""
        if self._admission is not None:
            self._admission.close()

    def closing_check(self) -> ClosingCheck | None:
        """The weekly check of the database, once after `close` where it is due; None where it is not."""
        return None if self._admission is None else self._admission.closing_check()

    def _behind(self) -> Admission:
        """Made when first asked for: the database and every use case take longer to load than a window to open."""
        if self._admission is None:
            from outlet_app.services.admission import Admission  # noqa: PLC0415 - as the docstring says

            self._admission = Admission(self._keys, self._clock, self._counted, self._remote)
        return self._admission
