"""Who works here: inviting, resetting and dismissing. Each change needs the owner's password and card."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission, Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.password_rules import require_password
from outlet_app.errors import Fault, FaultKind, InvalidDraft, NotPermitted
from outlet_app.sealing import staff_keys
from outlet_app.sealing.key_file import is_name
from outlet_app.sealing.staff_keys import Newcomer
from outlet_app.sealing.statements import AccountDismissed, PersonNamed, RoleGiven, VerifyKeyNamed
from outlet_app.services import key_rotation
from outlet_app.services.owner_consent import owner_seed, waits
from outlet_app.services.owner_papers import OwnerPapers
from outlet_app.store import activities
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.sealing.key_file import AccountEntry
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.sealing.staff_keys import Invitation
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.store.activities import DutiesAccepted
    from outlet_app.store.rotation import Progress

INVITATION_LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Invited:
    """A new account and the code, 10 characters, that its person types once, within 24 hours."""

    account_id: bytes
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OwnerSeated:
    """An owner who typed his password in this sitting, and his card: to paper, by hand or printed, then dropped."""

    account_id: bytes
    papers: OwnerPapers = field(repr=False)

    @property
    def card(self) -> str:
        """The text of the card."""
        return self.papers.card_text


class Standing(StrEnum):
    """Whether a person can sign in. TO_INVITE: works here, but since a restore nothing on this PC lets him in."""

    WORKS_HERE = "works_here"
    INVITED = "invited"
    TO_INVITE = "to_invite"
    HAS_LEFT = "has_left"


@dataclass(frozen=True, slots=True)
class Person:
    """One person as the owner sees him.

    `role` is None for who has left. `code_until` (UTC) stands while an invitation waits; past, it must be made anew.
    `came_at` (UTC) is when the owner first gave him a role, `left_at` when he was dismissed.
    `duties` is what he last accepted, None when he accepted nothing. `waits_until` (UTC): too many tries failed.
    """

    account_id: bytes
    name: str
    role: Role | None
    standing: Standing
    has_card: bool = False
    code_until: datetime | None = None
    duties: DutiesAccepted | None = None
    waits_until: datetime | None = None
    came_at: datetime | None = None
    left_at: datetime | None = None


def unheard(_: Progress) -> None:
    """Nobody watches a rotation's progress."""


class Staff:
    """The use case of who works here. Every method raises SessionLocked and NotPermitted for anybody but an owner."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def people(self) -> tuple[Person, ...]:
        """Everybody who works here, in the order they came, then who is to be invited anew, then who has left."""
        self._session.require(Permission.MANAGE_STAFF)
        accepted = activities.duties_accepted(self._session.store.reader)
        book = self._session.statements
        here = [
            self._person(entry, accepted)
            for entry in self._keys.key_file().accounts
            if book.role(entry.account_id) is not None
        ]
        left = [
            Person(account_id, self._name(account_id), None, Standing.HAS_LEFT, duties=accepted.get(account_id))
            for account_id in book.dismissed()
        ]
        return self._dated((*here, *self._to_invite(accepted), *left))

    def name_fault(self, name: str) -> FaultKind | None:
        """What is wrong with a new person's name; None when nothing is. Two tiles of one name cannot be told apart."""
        self._session.require(Permission.MANAGE_STAFF)
        if not is_name(name):
            return FaultKind.NOT_A_NAME
        used = any(entry.name == name for entry in self._keys.key_file().accounts)
        return FaultKind.NAME_USED if used else None

    def invite_clerk(self, name: str, *, password: str, card: str) -> Invited:
        """Make an account for a clerk. Raises InvalidDraft (`name`), and WrongPassword for the password or card."""
        self._require_name(name)
        seed = self._seed(password, card)
        invitation = self._invite(seed, name)
        self._state_invited(seed, invitation, name, Role.CLERK)
        self._keys.replace(invitation.key_file)
        return Invited(invitation.account_id, invitation.code)

    def invite_owner(self, name: str, new_password: str, *, password: str, card: str) -> OwnerSeated:
        """Make an account for one more owner, who types `new_password` in the same sitting and gets a card.

        Takes as long as six Argon2id. Raises as `invite_clerk`, and InvalidDraft (`new_password`).
        """
        self._require_name(name)
        require_password(new_password, (name, self._session.outlet_name), "new_password")
        seed = self._seed(password, card)
        invitation = self._invite(seed, name)
        seated = staff_keys.seat_owner(
            invitation, seed, new_password, self._keys.device_secret(), self._session.clock(), self._keys.cost
        )
        self._state_invited(seed, invitation, name, Role.OWNER)
        self._keys.replace(seated.key_file)
        return OwnerSeated(invitation.account_id, self._papers(name, seated.card))

    def reset(self, account_id: bytes, *, password: str, card: str) -> Invited:
        """A new code for a clerk whose password was forgotten or seen, or whose code ran out; new keys, same account.

        What he did stays signed by his former key. Where the password was seen, `rotate_key` as well. Raises
        WrongPassword, and NotPermitted for an owner's account.
        """
        self._require_other(account_id, Role.CLERK)
        seed = self._seed(password, card)
        invitation = self._reset(seed, account_id)
        self._state_reset(seed, invitation)
        self._keys.replace(invitation.key_file)
        return Invited(account_id, invitation.code)

    def reset_owner(self, account_id: bytes, new_password: str, *, password: str, card: str) -> OwnerSeated:
        """A new password, typed in the same sitting, and a new card for another owner; his former card ends.

        Raises as `reset` (NotPermitted for a clerk's account and for one's own), and InvalidDraft (`new_password`).
        """
        self._require_other(account_id, Role.OWNER)
        require_password(new_password, (self._name(account_id), self._session.outlet_name), "new_password")
        seed = self._seed(password, card)
        invitation = self._reset(seed, account_id)
        seated = staff_keys.seat_owner(
            invitation, seed, new_password, self._keys.device_secret(), self._session.clock(), self._keys.cost
        )
        self._state_reset(seed, invitation)
        self._keys.replace(seated.key_file)
        return OwnerSeated(account_id, self._papers(self._name(account_id), seated.card))

    def dismiss(
        self, account_id: bytes, *, password: str, card: str, tell: Callable[[Progress], None] = unheard
    ) -> None:
        """Somebody leaves for good: he signs in no more from the first moment, then the database key is rotated.

        `tell` hears the rotation's progress, in the thread that calls this. Where the rotation fails (DiskFull, or
        what `tell` raises), the dismissal stands and `rotation_due` says so. A dismissed owner may still know the
        owner seed from his card and old files: then the seed must be replaced. Raises WrongPassword, and NotPermitted
        for one's own account and for one that is not here.
        """
        self._require_other(account_id)
        seed = self._seed(password, card)
        dismissed = Activity(ActivityKind.DISMISSED, None, {"account": account_id.hex()})
        self._session.state(seed, AccountDismissed(account_id), because=Entry(dismissed))
        self._session.outlet.drop(account_id)
        self._keys.replace(self._keys.key_file().without_entry(account_id))
        key_rotation.rotate(self._session, self._keys, seed, tell)

    def rotation_due(self) -> bool:
        """Whether somebody was dismissed and the database key is still the one he knew."""
        self._session.require(Permission.MANAGE_STAFF)
        return key_rotation.is_due(self._session)

    def rotate_key(self, *, password: str, card: str, tell: Callable[[Progress], None] = unheard) -> None:
        """Rotate the database key, after an interrupted dismissal or when a password was seen. As `dismiss` says."""
        self._session.require(Permission.MANAGE_STAFF)
        key_rotation.rotate(self._session, self._keys, self._seed(password, card), tell)

    def lift_wait(self, account_id: bytes) -> None:
        """Let a person try again at once after too many failures; recorded. No card."""
        self._session.require(Permission.MANAGE_STAFF)
        detail = {"limit": "sign_in_wait", "account": account_id.hex()}
        self._session.write(Entry(Activity(ActivityKind.LIMIT_LIFTED, None, detail)))
        waits(self._session, self._keys).lift(account_id)

    def _seed(self, password: str, card: str) -> OwnerSeed:
        return owner_seed(self._session, self._keys, password, card)

    def _papers(self, owner_name: str, card: str) -> OwnerPapers:
        session = self._session
        return OwnerPapers(session.outlet_id, session.outlet_name, owner_name, session.clock, card)

    def _require_name(self, name: str) -> None:
        kind = self.name_fault(name)
        if kind is not None:
            raise InvalidDraft((Fault("name", kind),))

    def _require_other(self, account_id: bytes, *roles: Role) -> None:
        """Nobody resets or dismisses himself, so that an owner is always left."""
        self._session.require(Permission.MANAGE_STAFF)
        role = self._session.statements.role(account_id)
        if role is None or role not in (roles or Role) or account_id == self._session.account.account_id:
            raise NotPermitted

    def _invite(self, seed: OwnerSeed, name: str) -> Invitation:
        session, keys = self._session, self._keys
        until = session.clock() + INVITATION_LASTS
        return staff_keys.invite(keys.key_file(), seed, session.keys, name, keys.device_secret(), until, keys.cost)

    def _reset(self, seed: OwnerSeed, account_id: bytes) -> Invitation:
        session, keys = self._session, self._keys
        until = session.clock() + INVITATION_LASTS
        newcomer = Newcomer(account_id, self._name(account_id), until)
        return staff_keys.reset_account(keys.key_file(), seed, session.keys, newcomer, keys.device_secret(), keys.cost)

    def _state_invited(self, seed: OwnerSeed, invitation: Invitation, name: str, role: Role) -> None:
        account_id = invitation.account_id
        invited = Activity(ActivityKind.ACCOUNT_INVITED, None, {"account": account_id.hex()})
        self._session.state(
            seed,
            RoleGiven(account_id, role),
            VerifyKeyNamed(account_id, invitation.verify_key),
            PersonNamed(account_id, name),
            because=Entry(invited),
        )

    def _state_reset(self, seed: OwnerSeed, invitation: Invitation) -> None:
        account_id = invitation.account_id
        reset = Activity(ActivityKind.ACCOUNT_RESET, None, {"account": account_id.hex()})
        self._session.state(seed, VerifyKeyNamed(account_id, invitation.verify_key), because=Entry(reset))
        self._session.outlet.drop(account_id)

    def _person(self, entry: AccountEntry, accepted: dict[bytes, DutiesAccepted]) -> Person:
        account_id, invitation = entry.account_id, entry.invitation
        return Person(
            account_id,
            self._name(account_id),
            self._session.statements.role(account_id),
            Standing.WORKS_HERE if invitation is None else Standing.INVITED,
            has_card=entry.owner_slot is not None,
            code_until=None if invitation is None else datetime.fromtimestamp(invitation.expires_at_ms / 1000, UTC),
            duties=accepted.get(account_id),
            waits_until=waits(self._session, self._keys).until(account_id),
        )

    def _dated(self, people: tuple[Person, ...]) -> tuple[Person, ...]:
        """The same people, with the days on which the owner stated that they came and left."""
        book, stated = self._session.statements, activities.stated_at(self._session.store.reader)

        def at(serial: int | None) -> datetime | None:
            return None if serial is None else stated.get(serial)

        return tuple(
            replace(person, came_at=at(book.came(person.account_id)), left_at=at(book.left(person.account_id)))
            for person in people
        )

    def _to_invite(self, accepted: dict[bytes, DutiesAccepted]) -> list[Person]:
        held = {entry.account_id for entry in self._keys.key_file().accounts}
        roles = self._session.statements.roles()
        return [
            Person(account_id, self._name(account_id), role, Standing.TO_INVITE, duties=accepted.get(account_id))
            for account_id, role in roles.items()
            if account_id not in held
        ]

    def _name(self, account_id: bytes) -> str:
        """As the owner stated it; for accounts older than such statements, what the tile says."""
        stated = self._session.statements.name(account_id)
        entries = self._keys.key_file().accounts
        tiles = (entry.name for entry in entries if entry.account_id == account_id)
        return stated if stated is not None else next(tiles, account_id.hex()[:8])
