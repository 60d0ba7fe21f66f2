"""What everybody does for his own account: his PIN, his password, his duties, and who came in by his login."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission, Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.duties import LANGUAGES, duties
from outlet_app.domain.password_rules import password_fault, pin_fault, require_password, require_pin
from outlet_app.errors import LabelCodeRefused, WrongPassword
from outlet_app.sealing import account_keys
from outlet_app.sealing.label_code import CardCode, read_code
from outlet_app.sealing.owner_slots import change_owner_password
from outlet_app.services import own_sign_ins
from outlet_app.services.owner_consent import waits
from outlet_app.store import activities, profile
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.domain.activity import Detail
    from outlet_app.domain.duties import Duties
    from outlet_app.errors import FaultKind
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.own_sign_ins import SignIn
    from outlet_app.services.session import Session
    from outlet_app.store.activities import DutiesAccepted


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """Whether one has a PIN; sign-ins by one's login, newest first; the duties one accepted last, None when none."""

    has_pin: bool
    sign_ins: tuple[SignIn, ...]
    duties: DutiesAccepted | None


class People:
    """The use case of a person's own account. Passwords are typed again for each change: a session may be a stranger's.

    A wrong password counts as a failed sign-in of the account, with its wait.
    """

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def password_fault(self, password: str) -> FaultKind | None:
        """What is wrong with a new password for this person; None when nothing is. Instant."""
        return password_fault(password, self._names())

    def pin_fault(self, pin: str) -> FaultKind | None:
        """What is wrong with a new PIN; None when nothing is. Instant."""
        return pin_fault(pin)

    def has_pin(self) -> bool:
        """Whether this person has a PIN, so that he need not type his password again today."""
        return self._session.keys.pin is not None

    def needs_card(self) -> bool:
        """Whether this person changes his password with his owner card only."""
        return self._keys.key_file().entry(self._session.account.account_id).owner_slot is not None

    def pin_is_offered(self) -> bool:
        """Whether to offer a PIN now: this is the first full sign-in of the day, and he did not say never."""
        session = self._session
        if self.has_pin() or profile.has_declined_pin(session.store.reader, session.account.account_id):
            return False
        return own_sign_ins.came_fully_today(session) <= 1

    def decline_pin(self) -> None:
        """This person wants no PIN and is not asked again; recorded. On his own page he can still set one."""
        self._session.write(profile.pin_declined(self._begin()))

    def set_pin(self, pin: str, *, password: str) -> None:
        """Set or replace the PIN, 6 digits; in force at once.

        Takes as long as two Argon2id. Raises SessionLocked, InvalidDraft (`pin`), WrongPassword, MustWait.
        """
        require_pin(pin)
        self._put_pin(pin, password, {})

    def remove_pin(self, *, password: str) -> None:
        """From now on only the password opens. Raises as `set_pin`."""
        self._put_pin(None, password, {"pin": "removed"})

    def change_password(self, new: str, *, password: str, card: str | None = None) -> None:
        """A new password in the old one's place; an owner shows his card as well, because it locks his card's slot too.

        Raises SessionLocked, InvalidDraft (`password`), WrongPassword (also for an owner without his card), MustWait.
        """
        account_id = self._begin()
        require_password(new, self._names())
        with waits(self._session, self._keys).watched(account_id, "password"):
            changed = self._with_password(account_id, password, new, card)
        self._change(Activity(ActivityKind.PASSWORD_CHANGED), changed)

    def duties(self, language: str) -> Duties:
        """The duties of everybody who works here, in `zh_CN` or `en`. Instant."""
        return duties(language)

    def duties_due(self) -> bool:
        """Whether this clerk has not accepted the duties as they stand now; the owner is nobody's clerk."""
        session = self._session
        if session.account.role is not Role.CLERK:
            return False
        accepted = self._duties_accepted()
        return accepted is None or accepted.version < duties(LANGUAGES[0]).version

    def own_record(self) -> OwnRecord:
        """What the record says of this person's login and duties."""
        self._begin()
        return OwnRecord(self.has_pin(), own_sign_ins.sign_ins(self._session), self._duties_accepted())

    def accept_duties(self, version: int) -> None:
        """Record that this person read and accepted the duties of that version; ValueError for another than stands."""
        self._begin()
        if version != duties(LANGUAGES[0]).version:
            raise ValueError("another version of the duties")
        self._session.write(Entry(Activity(ActivityKind.DUTIES_ACCEPTED, None, {"version": version})))

    def _duties_accepted(self) -> DutiesAccepted | None:
        session = self._session
        return activities.duties_accepted(session.store.reader).get(session.account.account_id)

    def _begin(self) -> bytes:
        self._session.require(Permission.OWN_ACCOUNT)
        return self._session.account.account_id

    def _names(self) -> tuple[str, str]:
        return self._session.account.name, self._session.outlet_name

    def _with_password(self, account_id: bytes, old: str, new: str, card: str | None) -> KeyFile:
        key_file, secret, cost = self._keys.key_file(), self._keys.device_secret(), self._keys.cost
        if key_file.entry(account_id).owner_slot is None:
            return account_keys.change_password(key_file, account_id, old, new, secret, cost)
        return change_owner_password(key_file, account_id, old, new, secret, _card(card), cost)

    def _put_pin(self, pin: str | None, password: str, detail: Detail) -> None:
        account_id = self._begin()
        with waits(self._session, self._keys).watched(account_id, "password"):
            changed = account_keys.set_pin(self._keys.key_file(), account_id, password, pin, self._keys.device_secret())
        self._change(Activity(ActivityKind.PIN_CHANGED, None, detail), changed)
        self._session.outlet.set_pin(account_id, pin)

    def _change(self, activity: Activity, key_file: KeyFile) -> None:
        """Recorded first: killed in between, the record says that somebody tried, and the old slot still opens."""
        self._session.write(Entry(activity))
        self._keys.replace(key_file)


def _card(text: str | None) -> CardCode:
    try:
        code = read_code(text or "")
    except LabelCodeRefused:
        raise WrongPassword from None
    if not isinstance(code, CardCode):
        raise WrongPassword
    return code
