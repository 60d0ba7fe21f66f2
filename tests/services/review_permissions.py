"""The rows of the permission table for flags, reports and policies."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from outlet_app.domain.flags import Flag, FlagKind
from outlet_app.domain.incident import IncidentDraft, IncidentKind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.errors import ErasingTooEarly, InvalidDraft
from outlet_app.services.canaries import Canaries
from outlet_app.services.flag_desk import FlagDesk
from outlet_app.services.policy_desk import DayDraft, PolicyDesk, PolicyDraft
from outlet_app.services.report import Sayings
from outlet_app.services.reports import Reports
from outlet_app.services.retention import ByWait, Retention
from outlet_app.services.retention_round import RetentionRound
from tests.outlets import OWNER_PASSWORD
from tests.services.permission_table import EVERYBODY, OWNER

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet
    from tests.services.permission_table import Method, Table

SERVICES: tuple[type, ...] = (Reports, FlagDesk, PolicyDesk, Canaries, Retention, RetentionRound)

TABLE: Table = {
    **dict.fromkeys(((Reports, "begin_check"), (Reports, "recompute"), (Reports, "day_sheet")), EVERYBODY),
    (Reports, "prints_itself"): EVERYBODY,
    **dict.fromkeys(
        (
            *((Reports, "let_print_itself"), (Reports, "begin_evidence"), (Reports, "gather"), (Reports, "evidence")),
            *((Reports, "incident"), (Reports, "totals")),
        ),
        OWNER,
    ),
    (Reports, "incident_faults"): EVERYBODY,
    **dict.fromkeys(
        (
            (FlagDesk, "look_on"),
            (FlagDesk, "flags"),
            (FlagDesk, "open_flags"),
            (FlagDesk, "canary_flags"),
            (FlagDesk, "tick"),
            (FlagDesk, "mute"),
            (FlagDesk, "unmute"),
            (FlagDesk, "mutes"),
            (FlagDesk, "weeks_unreviewed"),
            (FlagDesk, "note_reviewed"),
            (FlagDesk, "people"),
            (FlagDesk, "days"),
            (Canaries, "marked"),
            (Canaries, "to_renew"),
            (Canaries, "number_on"),
            (Canaries, "mark"),
            (Canaries, "unmark"),
            (Canaries, "begin_anew"),
            *((Retention, name) for name in ("standing", "ask", "take_back", "order", "go_on", "stop")),
            (PolicyDesk, "policies"),
            (PolicyDesk, "changes"),
            (PolicyDesk, "set_policies"),
        ),
        OWNER,
    ),
    **dict.fromkeys(
        (
            (Retention, "waits"),
            (Retention, "some"),
            (RetentionRound, "waits"),
            (RetentionRound, "some"),
            (PolicyDesk, "check"),
            (PolicyDesk, "is_short"),
            (PolicyDesk, "idle_minutes"),
            (PolicyDesk, "news"),
        ),
        EVERYBODY,
    ),
}

_INCIDENT = IncidentDraft(IncidentKind.LOST, "2026-11-01 10:00", *["x"] * 6)

UNGUARDED: set[Method] = {
    (Retention, "waits"),
    (Retention, "some"),
    (RetentionRound, "waits"),
    (RetentionRound, "some"),
    (Reports, "prints_itself"),
    (Reports, "incident_faults"),
    (PolicyDesk, "check"),
    (PolicyDesk, "is_short"),
    (PolicyDesk, "idle_minutes"),
}
"""Pure, or about what the person sees already; there is nothing to permit."""


def calls(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    """Each guarded method, once, with arguments that a person who may do it can give."""
    return {
        **_report_calls(services.reports, outlet),
        **_flag_calls(services.flags, outlet),
        **_policy_calls(services.policies, outlet),
        **_canary_calls(services.canaries),
        **_retention_calls(services.retention, outlet),
    }


def _flag_calls(flags: FlagDesk, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    now = outlet.clock()
    today = outlet_day(now)
    flag = Flag(FlagKind.BURST, outlet.chen_id, today, 1, 1, now, now, 1)
    return {
        (FlagDesk, "look_on"): flags.look_on,
        (FlagDesk, "flags"): lambda: flags.flags(today),
        (FlagDesk, "open_flags"): flags.open_flags,
        (FlagDesk, "canary_flags"): flags.canary_flags,
        (FlagDesk, "tick"): lambda: flags.tick(flag, "问过本人"),
        (FlagDesk, "mute"): lambda: flags.mute(FlagKind.BURST, outlet.chen_id),
        (FlagDesk, "unmute"): lambda: flags.unmute(FlagKind.BURST, outlet.chen_id),
        (FlagDesk, "mutes"): flags.mutes,
        (FlagDesk, "weeks_unreviewed"): flags.weeks_unreviewed,
        (FlagDesk, "note_reviewed"): flags.note_reviewed,
        (FlagDesk, "people"): lambda: flags.people(today),
        (FlagDesk, "days"): lambda: flags.days(None, 30),
    }


def _retention_calls(retention: Retention, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    consent = {"password": OWNER_PASSWORD, "card": outlet.card}

    def early(work: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            with suppress(ErasingTooEarly):
                work()

        return run

    return {
        (Retention, "standing"): retention.standing,
        (Retention, "ask"): early(lambda: retention.ask(**consent)),
        (Retention, "take_back"): lambda: retention.take_back(**consent),
        (Retention, "order"): early(lambda: retention.order(ByWait(), **consent)),
        (Retention, "go_on"): retention.go_on,
        (Retention, "stop"): retention.stop,
    }


def _canary_calls(canaries: Canaries) -> dict[Method, Callable[[], object]]:
    def mark() -> None:
        with suppress(InvalidDraft):
            canaries.mark("YT8800000000999", "")

    return {
        (Canaries, "marked"): canaries.marked,
        (Canaries, "to_renew"): canaries.to_renew,
        (Canaries, "number_on"): lambda: canaries.number_on("YT8800000000001"),
        (Canaries, "mark"): mark,
        (Canaries, "unmark"): lambda: canaries.unmark(bytes(16)),
        (Canaries, "begin_anew"): canaries.begin_anew,
    }


def _policy_calls(policies: PolicyDesk, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    draft = PolicyDraft((DayDraft(is_open=True, opens="08:00", closes="20:00"),) * 7, "5", "24", "36")
    return {
        (PolicyDesk, "policies"): policies.policies,
        (PolicyDesk, "changes"): lambda: policies.changes(draft),
        (PolicyDesk, "set_policies"): lambda: policies.set_policies(draft, password=OWNER_PASSWORD, card=outlet.card),
        (PolicyDesk, "news"): policies.news,
    }


def _gather(reports: Reports) -> None:
    while not reports.gather().is_done:
        pass


def _report_calls(reports: Reports, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    today, sayings = outlet_day(outlet.clock()), Sayings(act=lambda _: "", flag=lambda _: "")
    return {
        (Reports, "begin_check"): reports.begin_check,
        (Reports, "recompute"): reports.recompute,
        (Reports, "day_sheet"): lambda: reports.day_sheet(today, sayings),
        (Reports, "begin_evidence"): lambda: reports.begin_evidence(outlet.chen_id, today, today),
        (Reports, "gather"): lambda: _gather(reports),
        (Reports, "evidence"): lambda: reports.evidence(sayings),
        (Reports, "incident"): lambda: reports.incident(_INCIDENT, today, today),
        (Reports, "totals"): lambda: reports.totals(today, today),
        (Reports, "let_print_itself"): lambda: reports.let_print_itself(wanted=True),
    }
