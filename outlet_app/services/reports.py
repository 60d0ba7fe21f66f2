"""Reports: the day sheet, the evidence about an account, the incident form, and totals."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission, Role
from outlet_app.domain.act_counts import ActCounts, added, count_acts
from outlet_app.domain.act_groups import KINDS, ActGroup
from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.cash import lowered_fen
from outlet_app.domain.gap import Misfit, Sight
from outlet_app.domain.incident import incident_faults
from outlet_app.domain.outlet_day import day_span, outlet_time
from outlet_app.domain.record_segment import write_segment
from outlet_app.errors import Fault, FaultKind, HistoryBroken, InvalidDraft
from outlet_app.paper.sheet import OFFICE_DOTS_PER_MM, draw_sheet
from outlet_app.paper.stocks import STOCK_A4, STOCKS
from outlet_app.sealing import suite
from outlet_app.sealing.label_code import write_checkpoint_code
from outlet_app.sealing.segment_proof import owner_fingerprint
from outlet_app.services import day_sheet, evidence
from outlet_app.services.day_sheet import ActLine, DayFacts, MoneyLine, OwnersPart
from outlet_app.services.evidence_sheet import EvidenceFacts, evidence_sheet
from outlet_app.services.incident_sheet import IncidentFacts, incident_sheet
from outlet_app.services.label_drawing import paper_in
from outlet_app.services.report import FlagLine, Recomputed, Report, ReportKind, Undrawn
from outlet_app.services.report_words import NOBODY
from outlet_app.services.reviewed_acts import names_of, reading
from outlet_app.services.totals_table import totals_table
from outlet_app.store import act_search, profile
from outlet_app.store.store import VERIFY_PORTION, Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from outlet_app.domain.activity import Act
    from outlet_app.domain.day_account import DayAccount
    from outlet_app.domain.incident import IncidentDraft
    from outlet_app.domain.printer import Printer
    from outlet_app.paper.sheet_blocks import Sheet
    from outlet_app.services.evidence import Gathered
    from outlet_app.services.flag_view import FlagView
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.report import Sayings
    from outlet_app.services.reviewed_acts import ReviewedAct
    from outlet_app.services.session import Session

MOST_DAYS = 31
"""Days of one table of totals: a month."""

_PRINTS_ITSELF = "day-sheet-prints-itself"
_YES, _NO = "yes", "no"

_REVEALS = frozenset({ActivityKind.REVEALED, ActivityKind.OPENED_FOR_CORRECTION, ActivityKind.COPIED})
_MADE_BY_ITSELF = frozenset({ActivityKind.REPORT_MADE, ActivityKind.RECORD_VERIFIED, ActivityKind.REVIEWED})
_OWNERS_ALONE = frozenset({ActivityKind.CANARIES_SEALED})
"""A day sheet lies about in the shop."""
_CHANGES = (KINDS[ActGroup.SETTINGS] | KINDS[ActGroup.STAFF] | {ActivityKind.MISMATCH_ACKNOWLEDGED}) - (
    _MADE_BY_ITSELF | _OWNERS_ALONE
)


class Reports:
    """The use case of whoever puts a day, a person's acts or an incident on paper.

    `account` gives the account of a day to whoever may have it, `flags` those of a day to the owner. Before each
    report the record is recomputed: `begin_check`, then `recompute` until it is done; what was written since is looked
    at when the report is made.
    """

    def __init__(
        self,
        session: Session,
        keys: OutletKeys,
        account: Callable[[date], DayAccount],
        flags: Callable[[date], tuple[FlagView, ...]],
    ) -> None:
        self._session = session
        self._keys = keys
        self._account = account
        self._flags = flags
        self._checked: Recomputed | None = None
        self._gathered: Gathered | None = None

    def begin_check(self) -> Recomputed:
        """Begin to recompute the record from its first act. Raises NotPermitted."""
        self._session.require(Permission.END_DAY)
        store = self._session.store
        self._checked = Recomputed(store.genesis, store.checkpoint().n)
        return self._checked

    def recompute(self) -> Recomputed:
        """One more portion, some 30 ms. A break is the whole program's news from then on. Raises NotPermitted."""
        self._session.require(Permission.END_DAY)
        so_far = self._checked or self.begin_check()
        if not so_far.is_done:
            self._checked = self._portion(so_far)
        return self._checked or so_far

    def prints_itself(self) -> bool:
        """Whether the day sheet is printed whenever a day is ended; so it is until the owner does not want it."""
        return profile.setting(self._session.store.reader, _PRINTS_ITSELF, _YES) == _YES

    def let_print_itself(self, *, wanted: bool) -> None:
        """Have the day sheet printed whenever a day is ended, or not. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        value = _YES if wanted else _NO
        self._session.write(profile.setting_changed(self._session.store.reader, _PRINTS_ITSELF, value))

    def day_sheet(self, day: date, sayings: Sayings, printer: Printer | None = None) -> Report:
        """One day on paper, with a checkpoint that holds this report's own act; for a clerk his shift alone.

        Drawn for the paper of a printer that the owner approved for labels, else for office paper. Raises NotPermitted.
        """
        self._session.require(Permission.END_DAY)
        account = self._account(day)
        checked = self._finished()
        self._note(ReportKind.DAY_SHEET, {"day": day.isoformat()})
        facts = DayFacts(
            outlet_name=self._session.outlet_name,
            made_at=self._session.clock(),
            made_by=self._session.account.name,
            code_text=self._checkpoint_code(),
            checked=checked,
            account=account,
            carrier_names={code: carrier.name_zh for code, carrier in self._session.carriers().items()},
            owner=self._owners_part(day, sayings) if self._session.account.may(Permission.REVIEW) else None,
        )
        return Report(
            ReportKind.DAY_SHEET, f"day-sheet-{day.isoformat()}", self._drawn(day_sheet.day_sheet(facts), printer)
        )

    def begin_evidence(self, account_id: bytes, first: date, last: date) -> Gathered:
        """Begin to read one account's acts of these days for the evidence report.

        Raises NotPermitted; InvalidDraft (`last`) where the last day is before the first.
        """
        self._session.require(Permission.REVIEW)
        if last < first:
            raise InvalidDraft((Fault("last", FaultKind.NOT_A_SPAN),))
        self._gathered = evidence.begin(self._session.store, account_id, first, last)
        return self._gathered

    def gather(self) -> Gathered:
        """Read a portion more, some 40 ms. Raises NotPermitted; ValueError when nothing was begun."""
        self._session.require(Permission.REVIEW)
        so_far = self._gathered
        if so_far is None:
            raise ValueError("no evidence was begun")
        if not so_far.is_done:
            self._gathered = evidence.read_more(so_far, reading(self._session, self._names()))
        return self._gathered or so_far

    def evidence(self, sayings: Sayings) -> Undrawn:
        """The report about what was gathered, with its part of the record: for the police or the postal bureau.

        Raises NotPermitted; ValueError when not everything was gathered.
        """
        self._session.require(Permission.REVIEW)
        gathered, self._gathered = self._gathered, None
        if gathered is None or not gathered.is_done:
            raise ValueError("the acts are not gathered")
        session, checked = self._session, self._finished()
        name = f"evidence-{gathered.first:%Y%m%d}-{gathered.last:%Y%m%d}-{gathered.account_id.hex()[:8]}"
        owner_key = session.keys.owner_verify_key
        data = write_segment(evidence.segment(gathered, session.store.reader, session.outlet_id, owner_key))
        digest = suite.digest(data).hex()
        self._note(
            ReportKind.EVIDENCE,
            {
                "account": gathered.account_id.hex(),
                "first": gathered.first.isoformat(),
                "last": gathered.last.isoformat(),
                "acts": gathered.every,
                "sha": digest,
            },
        )
        facts = EvidenceFacts(
            outlet_name=session.outlet_name,
            person=self._names().get(gathered.account_id, ""),
            made_at=session.clock(),
            made_by=session.account.name,
            code_text=self._checkpoint_code(),
            checked=checked,
            owner_fingerprint=owner_fingerprint(owner_key),
            file_name=f"{name}.record",
            digest=digest,
            carrier_names={code: carrier.name_zh for code, carrier in session.carriers().items()},
        )
        return Undrawn(ReportKind.EVIDENCE, name, evidence_sheet(facts, gathered, sayings), data)

    def incident_faults(self, draft: IncidentDraft) -> tuple[Fault, ...]:
        """What keeps an incident form from being made, by field. Instant."""
        return incident_faults(draft, self._session.clock())

    def incident(self, draft: IncidentDraft, first: date, last: date) -> Report:
        """The incident form with the totals of these days; what is typed is kept nowhere.

        Raises NotPermitted; InvalidDraft, with `last` at fault for more than `MOST_DAYS` or none.
        """
        self._session.require(Permission.REVIEW)
        faults = self.incident_faults(draft)
        if faults:
            raise InvalidDraft(faults)
        counts = [each for _, _, each in self._counted(first, last)]
        checked = self._finished()
        self._note(ReportKind.INCIDENT, {"first": first.isoformat(), "last": last.isoformat()})
        facts = IncidentFacts(
            outlet_name=self._session.outlet_name,
            made_at=self._session.clock(),
            made_by=self._session.account.name,
            code_text=self._checkpoint_code(),
            checked=checked,
            first=first,
            last=last,
            counts=added(counts),
        )
        name = f"incident-{outlet_time(facts.made_at):%Y%m%d-%H%M}"
        return Report(ReportKind.INCIDENT, name, draw_sheet(incident_sheet(draft, facts)))

    def totals(self, first: date, last: date) -> Report:
        """Counts by day and person as a table; nothing about a single waybill.

        Raises NotPermitted; InvalidDraft (`last`) for more than `MOST_DAYS` or none.
        """
        self._session.require(Permission.REVIEW)
        rows = self._counted(first, last)
        self._note(ReportKind.TOTALS, {"first": first.isoformat(), "last": last.isoformat()})
        return Report(ReportKind.TOTALS, f"totals-{first:%Y%m%d}-{last:%Y%m%d}", table=totals_table(rows))

    def _counted(self, first: date, last: date) -> list[tuple[date, str, ActCounts]]:
        """The counts of each day and person, in their order; days without acts have none."""
        span = (last - first).days + 1
        if not 1 <= span <= MOST_DAYS:
            raise InvalidDraft((Fault("last", FaultKind.NOT_A_SPAN),))
        names, rows = self._names(), []
        for day in (first + timedelta(days=each) for each in range(span)):
            counts = count_acts(act_search.within(self._session.store.reader, *day_span(day)))
            rows += [
                (day, names.get(each, "") or NOBODY, counts[each])
                for each in (*names, *(counts.keys() - names.keys()))
                if each in counts
            ]
        return rows

    def _names(self) -> dict[bytes, str]:
        return names_of(self._session, self._keys)

    def _owners_part(self, day: date, sayings: Sayings) -> OwnersPart:
        acts = act_search.within(self._session.store.reader, *day_span(day))
        roles, names = self._session.statements.roles(), self._names()
        own = [act for act in acts if act.kind in _REVEALS and roles.get(act.account_id) is Role.OWNER]
        counts = count_acts(acts)
        order = [*(each for each in names if each in counts), *(each for each in counts if each not in names)]
        return OwnersPart(
            reveals=self._lines(own, sayings),
            flags=tuple(_flag_line(view, sayings) for view in self._flags(day)),
            counts=tuple((names.get(each, "") or NOBODY, counts.get(each, ActCounts())) for each in order),
            changes=self._lines([act for act in acts if act.kind in _CHANGES], sayings),
            lowered=self._lowered(acts, sayings),
        )

    def _lowered(self, acts: Iterable[Act], sayings: Sayings) -> tuple[MoneyLine, ...]:
        less = {act: fen for act in acts if (fen := lowered_fen(act))}
        return tuple(map(MoneyLine, self._lines(less, sayings), less.values()))

    def _lines(self, acts: Iterable[Act], sayings: Sayings) -> tuple[ActLine, ...]:
        read = reading(self._session, self._names()).read(tuple(acts))
        return tuple(_line(act, sayings) for act in read)

    def _portion(self, so_far: Recomputed) -> Recomputed:
        session = self._session
        try:
            reached = session.store.verify(so_far.reached, VERIFY_PORTION)
        except HistoryBroken as broken:
            head = session.store.checkpoint()
            session.outlet.check.found(Misfit(Sight.CHAIN, head.branch, broken.at, head.n))
            return Recomputed(so_far.reached, so_far.goal, broken.at)
        return Recomputed(reached, so_far.goal)

    def _finished(self) -> Recomputed:
        """The record recomputed up to its last act, whatever was done of it before; the next report begins anew."""
        checked, self._checked = self._checked, None
        store = self._session.store
        reached = store.genesis if checked is None else checked.reached
        checked = Recomputed(reached, store.checkpoint().n, None if checked is None else checked.broken_at)
        while not checked.is_done:
            checked = self._portion(checked)
        return checked

    def _checkpoint_code(self) -> str:
        session = self._session
        return write_checkpoint_code(session.outlet_id, session.store.checkpoint(), session.keys.label_key)

    def _note(self, kind: ReportKind, facts: Detail) -> None:
        self._session.write(Entry(Activity(ActivityKind.REPORT_MADE, None, {"report": kind.value, **facts})))

    def _drawn(self, sheet: Sheet, printer: Printer | None) -> bytes:
        if printer is None or not self._session.approves(printer):
            return draw_sheet(sheet, STOCK_A4, OFFICE_DOTS_PER_MM if printer is None else printer.dots_per_mm)
        paper = paper_in(printer, self._session.store.reader)
        return draw_sheet(sheet, STOCKS[paper.setup.stock], paper.dots_per_mm, paper.setup.placing)


def _flag_line(view: FlagView, sayings: Sayings) -> FlagLine:
    note = "不再提示" if view.is_muted else None
    return FlagLine(sayings.flag(view), note if view.ticked is None else view.ticked.note)


def _line(act: ReviewedAct, sayings: Sayings) -> ActLine:
    return ActLine(f"{outlet_time(act.at):%H:%M:%S}", act.person or NOBODY, sayings.act(act), act.number)
