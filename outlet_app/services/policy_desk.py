"""The owner's rules beside the limits: hours, idle time, terms; and what changed since somebody was here last."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission, Role
from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.opening_hours import OpenFrom, OpeningHours, clock_text, read_clock_text
from outlet_app.domain.policies import (
    DETAILS_BOUNDS,
    IDLE_BOUNDS,
    MASKED_BOUNDS,
    MASKED_DAYS,
    RECORD_BOUNDS,
    Retention,
    is_within,
)
from outlet_app.errors import Fault, FaultKind, InvalidDraft, StatementRefused
from outlet_app.sealing.facts import read_fact
from outlet_app.sealing.statements import HoursSet, IdleTimeSet, PrintersApproved, RetentionSet
from outlet_app.services.counted_acts import RecordNow
from outlet_app.services.owner_consent import owner_seed
from outlet_app.store import act_search
from outlet_app.store.act_search import ActQuery
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.activity import Act, Detail
    from outlet_app.sealing.statements import Fact
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session

LOOKED_THROUGH = 50_000
"""Acts looked back for somebody's last time here; a week of a busy outlet has fewer. Some 30 ms of 3 M acts."""

_CAME = tuple(
    kind.value
    for kind in (
        ActivityKind.INVITATION_ACCEPTED,
        ActivityKind.SIGNED_IN,
        ActivityKind.CHANGED_PERSON,
        ActivityKind.UNLOCKED,
    )
)
"""Nobody who comes for the first time is told what was changed before he was there."""

_CHANGED = (ActivityKind.SETTING_CHANGED.value, ActivityKind.STATEMENT_MADE.value)


class PolicyName(StrEnum):
    """Each rule, as its act names it. The values are stored: never rename one."""

    HOURS = "hours"
    IDLE_MINUTES = "idle_minutes"
    MASKED_DAYS = "masked_days"
    DETAILS_MONTHS = "details_months"
    RECORD_MONTHS = "record_months"


@dataclass(frozen=True, slots=True)
class Policies:
    """What is in force."""

    hours: OpeningHours
    idle_minutes: int
    retention: Retention


@dataclass(frozen=True, slots=True)
class DayDraft:
    """A weekday as typed: "08:00" to "20:00"; what is typed for a closed day is not looked at."""

    is_open: bool
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True)
class PolicyDraft:
    """Everything of the page as it stands there; `days` from Monday on."""

    days: tuple[DayDraft, ...]
    idle_minutes: str
    details_months: str
    record_months: str
    masked_days: str = str(MASKED_DAYS)


@dataclass(frozen=True, slots=True)
class PolicyNews:
    """A rule that an owner changed at `at` (UTC).

    `facts` are his act's, `{"what": "printers"}` for the list of printers.
    """

    by: str
    at: datetime
    facts: Detail


class PolicyDesk:
    """The use case of the owner who rules, and of everybody who is told. Methods raise SessionLocked, NotPermitted."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def policies(self) -> Policies:
        """What is in force."""
        self._session.require(Permission.SET_POLICY)
        return self._in_force()

    def check(self, draft: PolicyDraft) -> tuple[Fault, ...]:
        """Everything that keeps a draft from being taken: fields "day0" to "day6" and the rules' names. Instant."""
        days = [Fault(f"day{place}", FaultKind.NOT_OPENING_HOURS) for place, day in enumerate(draft.days) if _odd(day)]
        terms = (
            (PolicyName.IDLE_MINUTES, draft.idle_minutes, IDLE_BOUNDS),
            (PolicyName.MASKED_DAYS, draft.masked_days, MASKED_BOUNDS),
            (PolicyName.DETAILS_MONTHS, draft.details_months, DETAILS_BOUNDS),
            (PolicyName.RECORD_MONTHS, draft.record_months, RECORD_BOUNDS),
        )
        wrong = [name for name, text, bounds in terms if not is_within(_whole(text), bounds)]
        return (*days, *(Fault(name.value, FaultKind.OUT_OF_BOUNDS) for name in wrong))

    def is_short(self, draft: PolicyDraft) -> bool:
        """Whether details would go earlier than is advised. Instant."""
        return not self.check(draft) and _read(draft).retention.is_short

    def changes(self, draft: PolicyDraft) -> tuple[tuple[PolicyName, str, str], ...]:
        """What the draft would change, each with its old and new value as its act says it; nothing for a faulty one."""
        self._session.require(Permission.SET_POLICY)
        if self.check(draft):
            return ()
        old, new = _told(self._in_force()), _told(_read(draft))
        return tuple((name, old[name], new[name]) for name in PolicyName if old[name] != new[name])

    def set_policies(self, draft: PolicyDraft, *, password: str, card: str) -> None:
        """Put the rules of a draft in force, at once; one act for each that changes, with its old and new value.

        Raises InvalidDraft and WrongPassword. Does nothing where nothing changes.
        """
        session = self._session
        session.require(Permission.SET_POLICY)
        faults = self.check(draft)
        if faults:
            raise InvalidDraft(faults)
        changes = self.changes(draft)
        if not changes:
            return
        seed = owner_seed(session, self._keys, password, card)
        acts = [Entry(Activity(ActivityKind.SETTING_CHANGED, None, _detail(*change))) for change in changes]
        session.state(seed, *self._facts(_read(draft)), because=acts)

    def idle_minutes(self) -> int:
        """After how many minutes without a touch this counter is locked. Instant."""
        return self._session.statements.idle_minutes()

    def news(self) -> tuple[PolicyNews, ...]:
        """What an owner changed since this person was at the counter before, the oldest first; not his own changes."""
        session = self._session
        session.require(Permission.OWN_ACCOUNT)
        record = RecordNow(session.store, session.statements, session.outlet_id, session.clock())
        acts = self._since(record, self._came_before(record))
        return tuple(news for act in acts if (news := self._news_of(record, act)) is not None)

    def _in_force(self) -> Policies:
        book = self._session.statements
        return Policies(book.hours(), book.idle_minutes(), book.retention())

    def _facts(self, new: Policies) -> list[Fact]:
        """The statements that make the rules what they are to be, of those alone that change."""
        old = self._in_force()
        facts: list[Fact] = []
        facts += [HoursSet(new.hours)] if new.hours != old.hours else []
        facts += [IdleTimeSet(new.idle_minutes)] if new.idle_minutes != old.idle_minutes else []
        facts += [RetentionSet(new.retention)] if new.retention != old.retention else []
        return facts

    def _came_before(self, record: RecordNow) -> int:
        """The act by which this person came to the counter the time before, or how far is looked back for it."""
        head = record.store.checkpoint().n
        above = max(0, head - LOOKED_THROUGH)
        query = ActQuery(account_id=self._session.account.account_id, kinds=_CAME)
        came = act_search.matching(record.store.reader, query, above=above, before=head + 1, limit=2)
        return came[-1].n if len(came) > 1 else above

    def _since(self, record: RecordNow, above: int) -> list[Act]:
        head = record.store.checkpoint().n
        query = ActQuery(kinds=_CHANGED)
        acts = act_search.matching(record.store.reader, query, above=above, before=head + 1, limit=LOOKED_THROUGH)
        return acts[::-1]

    def _news_of(self, record: RecordNow, act: Act) -> PolicyNews | None:
        """An act as news; None for one of one's own, one that no owner signed, and what is no rule."""
        book = record.book
        facts = _rule(act) or self._printers(act)
        if facts is None or act.account_id == self._session.account.account_id:
            return None
        if book.role(act.account_id) is not Role.OWNER or not record.is_signed(act):
            return None
        return PolicyNews(book.name(act.account_id) or "", from_ms(act.at_ms), facts)

    def _printers(self, act: Act) -> Detail | None:
        serial = read_detail(act).get("serial")
        try:
            fact = read_fact(self._session.statements.text_of(serial if isinstance(serial, int) else 0))
        except StatementRefused:
            return None
        return {"what": "printers"} if isinstance(fact, PrintersApproved) else None


def hours_text(hours: OpeningHours) -> str:
    """The hours as an act says them: "1-6 08:00-20:00, 7 -", days from Monday on, "-" for a closed one."""
    told = ["-" if day is None else f"{clock_text(day.opens)}-{clock_text(day.closes)}" for day in hours.days]
    spans: list[str] = []
    for text, group in groupby(enumerate(told, start=1), key=itemgetter(1)):
        days = [day for day, _ in group]
        spans.append(f"{days[0]}{f'-{days[-1]}' if len(days) > 1 else ''} {text}")
    return ", ".join(spans)


def _rule(act: Act) -> Detail | None:
    """A limit or a rule of this desk that the act changed."""
    detail = read_detail(act)
    is_rule = act.kind == ActivityKind.SETTING_CHANGED and ("limit" in detail or "policy" in detail)
    return detail if is_rule else None


def _detail(name: PolicyName, old: str, new: str) -> Detail:
    return {"policy": name.value, "old": old, "new": new}


def _told(policies: Policies) -> dict[PolicyName, str]:
    return {
        PolicyName.HOURS: hours_text(policies.hours),
        PolicyName.IDLE_MINUTES: str(policies.idle_minutes),
        PolicyName.MASKED_DAYS: str(policies.retention.masked_days),
        PolicyName.DETAILS_MONTHS: str(policies.retention.details_months),
        PolicyName.RECORD_MONTHS: str(policies.retention.record_months),
    }


def _odd(day: DayDraft) -> bool:
    opens, closes = read_clock_text(day.opens), read_clock_text(day.closes)
    return day.is_open and (opens is None or closes is None or opens >= closes)


def _read(draft: PolicyDraft) -> Policies:
    """A draft without a fault as it would be in force."""
    days = tuple(
        OpenFrom(read_clock_text(day.opens) or 0, read_clock_text(day.closes) or 0) if day.is_open else None
        for day in draft.days
    )
    retention = Retention(_whole(draft.details_months), _whole(draft.record_months), _whole(draft.masked_days))
    return Policies(OpeningHours(days), _whole(draft.idle_minutes), retention)


def _whole(text: str) -> int:
    """The whole number that was typed; -1, which is out of all bounds, for anything else."""
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= len("9999") else -1
