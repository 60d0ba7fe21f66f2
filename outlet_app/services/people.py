"""What everybody does for his own account: his PIN, his password, and the duties he is told and accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission, Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.duties import LANGUAGES, duties
from outlet_app.domain.password_rules import password_fault, pin_fault, require_password, require_pin
from outlet_app.errors import LabelCodeRefused, WrongPassword
from outlet_app.sealing import account_keys
from outlet_app.sealing.label_code import CardCode, read_code
from outlet_app.sealing.owner_slots import change_owner_password
from outlet_app.services.owner_consent import waits
from outlet_app.store import activities
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.domain.duties import Duties
    from outlet_app.errors import FaultKind
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session


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

    def set_pin(self, pin: str, *, password: str) -> None:
        """Set or replace the PIN, 6 digits; in force at once.

        Takes as long as two Argon2id. Raises SessionLocked, InvalidDraft (`pin`), WrongPassword, MustWait.
        """
        account_id = self._begin()
        require_pin(pin)
        with waits(self._session, self._keys).watched(account_id, "password"):
            changed = account_keys.set_pin(self._keys.key_file(), account_id, password, pin, self._keys.device_secret())
        self._change(ActivityKind.PIN_CHANGED, changed)
        self._session.outlet.set_pin(account_id, pin)

    def change_password(self, new: str, *, password: str, card: str | None = None) -> None:
        """A new password in the old one's place; an owner shows his card as well, because it locks his card's slot too.

        Raises SessionLocked, InvalidDraft (`password`), WrongPassword (also for an owner without his card), MustWait.
        """
        account_id = self._begin()
        require_password(new, self._names())
        with waits(self._session, self._keys).watched(account_id, "password"):
            changed = self._with_password(account_id, password, new, card)
        self._change(ActivityKind.PASSWORD_CHANGED, changed)

    def duties(self, language: str) -> Duties:
        """The duties of everybody who works here, in `zh_CN` or `en`. Instant."""
        return duties(language)

    def duties_due(self) -> bool:
        """Whether this clerk has not accepted the duties as they stand now; the owner is nobody's clerk."""
        session = self._session
        if session.account.role is not Role.CLERK:
            return False
        accepted = activities.duties_accepted(session.store.reader).get(session.account.account_id)
        return accepted is None or accepted.version < duties(LANGUAGES[0]).version

    def accept_duties(self, version: int) -> None:
        """Record that this person read and accepted the duties of that version; ValueError for another than stands."""
        self._begin()
        if version != duties(LANGUAGES[0]).version:
            raise ValueError("another version of the duties")
        self._session.write(Entry(Activity(ActivityKind.DUTIES_ACCEPTED, None, {"version": version})))

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

    def _change(self, kind: ActivityKind, key_file: KeyFile) -> None:
        """Recorded first: killed in between, the record says that somebody tried, and the old slot still opens."""
        self._session.write(Entry(Activity(kind)))
        self._keys.replace(key_file)


def _card(text: str | None) -> CardCode:
    try:
        code = read_code(text or "")
    except LabelCodeRefused:
        raise WrongPassword from None
    if not isinstance(code, CardCode):
        raise WrongPassword
    return code
