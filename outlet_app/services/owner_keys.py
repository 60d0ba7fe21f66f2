"""The owner's own keys: a new seed with card and sheet, a new card, a new database key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission, Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.errors import NotPermitted, SeedStillMoving
from outlet_app.sealing.label_code import write_card_code
from outlet_app.sealing.new_seed import draw_seed, replace_owner_seed
from outlet_app.sealing.owner_slots import enrol_with_card, new_card
from outlet_app.sealing.statements import OwnerKeyNamed, StatementBook, sign_again, sign_statement
from outlet_app.services import key_rotation, sheet_slot
from outlet_app.services.owner_consent import lend, owner_seed, waits
from outlet_app.services.owner_papers import OwnerPapers
from outlet_app.store import accounts, activities, seed_change
from outlet_app.store.moment import from_ms
from outlet_app.store.rotation import Progress
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from outlet_app.sealing.facts import Fact
    from outlet_app.sealing.label_code import CardCode
    from outlet_app.sealing.new_seed import SeedDraft
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.sealing.staff_keys import Renewal
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session


__all__ = ["CardInHand", "KeysState", "OwnerKeys", "OwnersCard", "Progress", "SeedInHand"]


@dataclass(frozen=True, slots=True)
class OwnersCard:
    """An owner, and whether he has a card that opens: after a new seed only the one who made it has."""

    account_id: bytes
    name: str
    has_card: bool


@dataclass(frozen=True, slots=True)
class KeysState:
    """How the keys stand. `renewed_at` (UTC): when the database got its key, None where it has its first one.

    `sheet_is_lost`: the recovery sheet opens nothing here, because another hand wrote the key file.
    """

    owners: tuple[OwnersCard, ...]
    renewed_at: datetime | None
    sheet_is_lost: bool = False


@dataclass(frozen=True, slots=True)
class CardInHand:
    """A card that opens nothing yet, for the owner of `account_id`; its papers are proven before it counts."""

    account_id: bytes
    papers: OwnerPapers
    card: CardCode = field(repr=False)


@dataclass(frozen=True, slots=True)
class SeedInHand:
    """A new owner seed that opens nothing yet; its papers are proven before it counts."""

    papers: OwnerPapers
    draft: SeedDraft = field(repr=False)


class OwnerKeys:
    """The use case of the owner's keys. Every method raises SessionLocked and NotPermitted for anybody but an owner."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def keys(self) -> KeysState:
        """Who has a card, and how old the database's key is."""
        self._session.require(Permission.KEEP_KEYS)
        book = self._session.statements
        owners = tuple(
            OwnersCard(entry.account_id, book.name(entry.account_id) or entry.name, entry.owner_slot is not None)
            for entry in self._keys.key_file().accounts
            if book.role(entry.account_id) is Role.OWNER
        )
        acts = activities.of_people(self._session.store.reader)
        renewed = [act.at_ms for act in acts if act.kind == ActivityKind.KEY_ROTATED]
        renewed_at = from_ms(renewed[-1]) if renewed else None
        return KeysState(owners, renewed_at, self._session.outlet.sheet_is_lost)

    def draw_seed(self) -> SeedInHand:
        """Make a new seed with card and sheet, in memory only. Instant. Raises SeedStillMoving."""
        self._session.require(Permission.KEEP_KEYS)
        self._require_at_rest()
        draft = draw_seed(self._session.outlet_id)
        account_id = self._session.account.account_id
        return SeedInHand(self._papers(account_id, draft.card, draft.recovery.secret), draft)

    def replace_seed(
        self, in_hand: SeedInHand, *, password: str, card: str, tell: Callable[[Progress], None] = key_rotation.unheard
    ) -> None:
        """Put the new seed in force; `card` is the present one, which opens nothing from then on, as does the sheet.

        The database is copied under a new key meanwhile, with every statement signed again, so nothing is written; the
        key file is the commit, and until then all is as it was. Other owners have no card then. Waybills are moved
        afterwards, while the counter works (`Wraps`). `tell` hears how far the copy is. Raises WrongPassword,
        SeedStillMoving, StatementRefused, and as `key_rotation.rotate`: then nothing has changed.
        """
        self._session.require(Permission.KEEP_KEYS)
        self._require_at_rest()
        former = owner_seed(self._session, self._keys, password, card)
        renewal = replace_owner_seed(
            self._keys.key_file(),
            former,
            in_hand.draft,
            self._session.account.account_id,
            password,
            self._keys.device_secret(),
            self._keys.cost,
        )
        entries = self._stated_again(in_hand.draft.owner_seed, renewal)
        key_rotation.move_to(self._session, self._keys, renewal, entries, tell)
        self._session.read_statements()
        self._session.outlet.sheet_is_lost = False
        lend(self._session, self._keys, in_hand.draft.owner_seed)

    def draw_card(self, account_id: bytes) -> CardInHand:
        """Make a card for an owner, in memory only. Instant. Raises NotPermitted for anybody else's account."""
        self._session.require(Permission.KEEP_KEYS)
        self._require_owner(account_id)
        card = new_card(self._session.outlet_id)
        return CardInHand(account_id, self._papers(account_id, card), card)

    def replace_card(self, in_hand: CardInHand, *, password: str, card: str) -> None:
        """One's own new card opens from now on, and the former, `card`, nothing. Takes four Argon2id.

        What opened with the former card and a copy of today's key file still does: where it was seen, the seed must be
        replaced. Raises WrongPassword, and NotPermitted for a card that was drawn for another owner.
        """
        self._session.require(Permission.KEEP_KEYS)
        if in_hand.account_id != self._session.account.account_id:
            raise NotPermitted
        seed = owner_seed(self._session, self._keys, password, card)
        self._enrol(in_hand, seed, password)

    def give_card(self, in_hand: CardInHand, own_password: str, *, password: str, card: str) -> None:
        """Another owner, who types `own_password` here, gets that card; a former one of his opens nothing.

        Raises WrongPassword for either password or the card, and MustWait after too many wrong ones of the other owner.
        """
        self._session.require(Permission.KEEP_KEYS)
        self._require_owner(in_hand.account_id)
        seed = owner_seed(self._session, self._keys, password, card)
        with waits(self._session, self._keys).watched(in_hand.account_id, "password"):
            self._enrol(in_hand, seed, own_password)

    def renew_database_key(
        self, *, password: str, card: str, tell: Callable[[Progress], None] = key_rotation.unheard
    ) -> None:
        """A new database key for everybody, where a password may have been seen. Raises as `key_rotation.rotate`."""
        self._session.require(Permission.KEEP_KEYS)
        seed = owner_seed(self._session, self._keys, password, card)
        key_rotation.rotate(self._session, self._keys, seed, tell)

    def go_on(self, *, password: str, card: str) -> None:
        """Use the card for nothing but the work that waits for it. Raises WrongPassword."""
        self._session.require(Permission.KEEP_KEYS)
        owner_seed(self._session, self._keys, password, card)

    def _stated_again(self, seed: OwnerSeed, renewal: Renewal) -> tuple[Entry, ...]:
        """Every statement under the new seed, each checked under the one in force first, and the new key named."""
        session = self._session
        statements = accounts.statements(session.store.reader)
        last = StatementBook(session.outlet_id, session.keys.owner_verify_key, statements).last_serial
        facts: tuple[Fact, ...] = OwnerKeyNamed(seed.public_key), sheet_slot.named(renewal.key_file.recovery_slot)
        stated = [sign_statement(seed, last + step, fact) for step, fact in enumerate(facts, start=1)]
        again = [sign_again(seed, statement) for statement in statements]
        former = renewal.key_file.former_seed
        assert former is not None
        made = [accounts.statement_made(statement) for statement in stated]
        return seed_change.seed_replaced(again, former), *made

    def _enrol(self, in_hand: CardInHand, seed: OwnerSeed, password: str) -> None:
        """Recorded first: killed in between, the record says that somebody tried, and the former card still opens."""
        keys, account_id = self._keys, in_hand.account_id
        enrolled = enrol_with_card(
            keys.key_file(), seed, account_id, password, keys.device_secret(), in_hand.card, keys.cost
        )
        replaced = Activity(ActivityKind.CARD_REPLACED, None, {"account": account_id.hex()})
        self._session.write(Entry(replaced))
        keys.replace(enrolled)

    def _papers(self, account_id: bytes, card: CardCode, recovery_secret: bytes = b"") -> OwnerPapers:
        session = self._session
        name = session.statements.name(account_id) or self._keys.key_file().entry(account_id).name
        text = write_card_code(session.outlet_id, card.secret)
        return OwnerPapers(session.outlet_id, session.outlet_name, name, session.clock, text, recovery_secret)

    def _require_owner(self, account_id: bytes) -> None:
        if self._session.statements.role(account_id) is not Role.OWNER:
            raise NotPermitted

    def _require_at_rest(self) -> None:
        if self._keys.key_file().former_seed or seed_change.former_seed(self._session.store.reader):
            raise SeedStillMoving
