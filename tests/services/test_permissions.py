"""Every public method of every use case, by role: a method that is missing from the table fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Account, Role
from outlet_app.domain.draft import TermsDraft
from outlet_app.domain.limits import LimitName
from outlet_app.domain.number_use import VoidReason
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.printer_setup import USUAL_SETUP
from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.errors import NotPermitted, SessionLocked
from outlet_app.sealing.new_seed import draw_seed
from outlet_app.sealing.owner_slots import new_card
from outlet_app.services import backup_folder
from outlet_app.services.backup import Backup
from outlet_app.services.backup_folder import FolderTrial
from outlet_app.services.care import Care
from outlet_app.services.drill import Drill, DrillReport
from outlet_app.services.entry import Entry
from outlet_app.services.find import Find
from outlet_app.services.limit_desk import LimitDesk
from outlet_app.services.outlet_date import DateDesk
from outlet_app.services.owner_keys import CardInHand, OwnerKeys, SeedInHand
from outlet_app.services.owner_papers import OwnerPapers
from outlet_app.services.people import People
from outlet_app.services.printing_desk import PrintingDesk
from outlet_app.services.reveal import Reveal
from outlet_app.services.review import ActFilter, Review, Verification
from outlet_app.services.scans import Scans
from outlet_app.services.staff import Staff
from outlet_app.services.supplies import Supplies
from outlet_app.services.wraps import Wraps
from outlet_app.store import backups
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OTHER_PRINTER
from tests.services import parcel_permissions, review_permissions
from tests.services.permission_table import EVERYBODY, OWNER, public_methods
from tests.services.revealing import accept, code_of, hold
from tests.services.scanning import scan_calls

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet
    from tests.services.permission_table import Method, Table

SERVICES = (
    *(Entry, PrintingDesk, Reveal, Find, Scans, LimitDesk, People, Staff, Supplies, Review, DateDesk, Care, Drill),
    *(Backup, OwnerKeys, Wraps),
    *(*parcel_permissions.SERVICES, *review_permissions.SERVICES),
)

TABLE: Table = {
    **parcel_permissions.TABLE,
    **review_permissions.TABLE,
    (Entry, "carriers"): EVERYBODY,
    (Entry, "read_paste"): EVERYBODY,
    (Entry, "check"): EVERYBODY,
    (Entry, "hints"): EVERYBODY,
    (Entry, "numbers_left"): EVERYBODY,
    (Entry, "next_number"): EVERYBODY,
    (Entry, "preview"): EVERYBODY,
    (Entry, "accept"): EVERYBODY,
    (Entry, "correct"): EVERYBODY,
    (Entry, "check_terms"): EVERYBODY,
    (Entry, "terms"): EVERYBODY,
    (Entry, "change_terms"): EVERYBODY,
    (Reveal, "by_scan"): EVERYBODY,
    (Reveal, "note_copied"): EVERYBODY,
    (Reveal, "by_owner"): OWNER,
    (Reveal, "open_for_correction"): EVERYBODY,
    (PrintingDesk, "way_to_new_label"): EVERYBODY,
    (PrintingDesk, "relabel"): EVERYBODY,
    (PrintingDesk, "relabel_by_owner"): OWNER,
    (PrintingDesk, "is_approved"): EVERYBODY,
    (PrintingDesk, "approved"): EVERYBODY,
    (PrintingDesk, "latest"): EVERYBODY,
    (PrintingDesk, "paper"): EVERYBODY,
    (PrintingDesk, "take"): EVERYBODY,
    (PrintingDesk, "report"): EVERYBODY,
    (PrintingDesk, "drop_expired"): EVERYBODY,
    (Find, "look_up"): EVERYBODY,
    (Find, "open"): EVERYBODY,
    (Find, "life"): EVERYBODY,
    (Find, "left"): EVERYBODY,
    **dict.fromkeys(((Scans, "take"), (Scans, "put_down"), (Scans, "gap"), (Scans, "acknowledged")), EVERYBODY),
    **dict.fromkeys(((Scans, "numbers_lost"), (Scans, "acknowledge")), OWNER),
    (LimitDesk, "limits"): OWNER,
    (LimitDesk, "set_limits"): OWNER,
    (LimitDesk, "limited_people"): OWNER,
    (LimitDesk, "lift_today"): OWNER,
    (LimitDesk, "end_suspension"): OWNER,
    (People, "password_fault"): EVERYBODY,
    (People, "pin_fault"): EVERYBODY,
    (People, "has_pin"): EVERYBODY,
    (People, "needs_card"): EVERYBODY,
    (People, "pin_is_offered"): EVERYBODY,
    (People, "decline_pin"): EVERYBODY,
    (People, "set_pin"): EVERYBODY,
    (People, "remove_pin"): EVERYBODY,
    (People, "own_record"): EVERYBODY,
    (People, "change_password"): EVERYBODY,
    (People, "duties"): EVERYBODY,
    (People, "duties_due"): EVERYBODY,
    (People, "accept_duties"): EVERYBODY,
    (Staff, "people"): OWNER,
    (Staff, "name_fault"): OWNER,
    (Staff, "invite_clerk"): OWNER,
    (Staff, "invite_owner"): OWNER,
    (Staff, "reset"): OWNER,
    (Staff, "reset_owner"): OWNER,
    (Staff, "dismiss"): OWNER,
    (Staff, "rotation_due"): OWNER,
    (Staff, "rotate_key"): OWNER,
    (Staff, "lift_wait"): OWNER,
    (Supplies, "outlet"): OWNER,
    (Supplies, "approve_printers"): OWNER,
    (Supplies, "approve_printer"): OWNER,
    (Supplies, "withdraw_printer"): OWNER,
    (Supplies, "printers"): EVERYBODY,
    (Supplies, "ruler_page"): OWNER,
    (Supplies, "test_label"): OWNER,
    (Supplies, "numbers"): OWNER,
    (Supplies, "count_numbers"): EVERYBODY,
    (Supplies, "void_number"): OWNER,
    (Supplies, "range_faults"): EVERYBODY,
    (Supplies, "enter_numbers"): OWNER,
    (Supplies, "stocks"): EVERYBODY,
    (Supplies, "printer_setup"): EVERYBODY,
    (Supplies, "set_printer_setup"): OWNER,
    (DateDesk, "look"): EVERYBODY,
    (DateDesk, "confirm"): EVERYBODY,
    (OwnerKeys, "keys"): OWNER,
    (OwnerKeys, "draw_seed"): OWNER,
    (OwnerKeys, "replace_seed"): OWNER,
    (OwnerKeys, "draw_card"): OWNER,
    (OwnerKeys, "replace_card"): OWNER,
    (OwnerKeys, "give_card"): OWNER,
    (OwnerKeys, "renew_database_key"): OWNER,
    (OwnerKeys, "go_on"): OWNER,
    (Wraps, "waits"): EVERYBODY,
    (Wraps, "progress"): EVERYBODY,
    (Wraps, "some"): EVERYBODY,
    (Review, "everybody"): OWNER,
    (Review, "days"): OWNER,
    (Review, "totals"): OWNER,
    (Review, "acts"): OWNER,
    (Backup, "standing"): EVERYBODY,
    (Backup, "look_into"): EVERYBODY,
    (Backup, "is_due"): EVERYBODY,
    (Backup, "begin"): EVERYBODY,
    (Backup, "write"): EVERYBODY,
    (Backup, "note"): EVERYBODY,
    (Backup, "make"): EVERYBODY,
    (Backup, "try_folder"): OWNER,
    (Care, "health"): OWNER,
    (Care, "check_now"): OWNER,
    (Drill, "restore_with_card"): OWNER,
    (Drill, "restore_with_sheet"): OWNER,
    (Drill, "note_drill"): OWNER,
    (Backup, "choose_folder"): OWNER,
    (Review, "begin_verify"): OWNER,
    (Review, "verify_portion"): OWNER,
}

_UNGUARDED_HERE = {
    *(
        "carriers",
        "read_paste",
        "check",
        "check_terms",
        "hints",
        "preview",
        "is_approved",
        "approved",
        "latest",
        "drop_expired",
        "put_down",
    ),
    *("paper", "stocks", "printer_setup", "printers", "count_numbers"),
    *("range_faults", "password_fault", "pin_fault", "has_pin", "duties", "duties_due", "look"),
    *("waits", "progress", "some"),
    *("needs_card", "pin_is_offered"),
}
"""Pure, or about what the person sees already; there is nothing to permit."""

UNGUARDED = {
    *((service, name) for service, name in TABLE if service in SERVICES[:16] and name in _UNGUARDED_HERE),
    *(*parcel_permissions.UNGUARDED, *review_permissions.UNGUARDED),
}

BEGUN_BEFORE = {
    (PrintingDesk, "report"),
    *((Backup, name) for name in ("standing", "look_into", "is_due", "begin", "write", "note", "make")),
    *parcel_permissions.BEGUN_BEFORE,
}
"""What goes on behind a lock: telling what became of a print, the daily backup, a hand-over file that was begun."""


def _calls(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    named = _named_calls(services, outlet)
    here = {(service, name): named[name] for service, name in TABLE if name in named}
    return {**here, **parcel_permissions.calls(services, outlet), **review_permissions.calls(services, outlet)}


def _named_calls(services: Services, outlet: Outlet) -> dict[str, Callable[[], object]]:
    job = services.entry.accept(draft(), LABEL_PRINTER).job
    assert job is not None
    staff, people, consent = services.staff, services.people, {"password": CHEN_PASSWORD, "card": outlet.card}
    return {
        **_key_calls(services, outlet),
        "numbers_left": lambda: services.entry.numbers_left("yto"),
        "next_number": lambda: services.entry.next_number("yto"),
        "accept": lambda: services.entry.accept(draft(), None),
        "open_for_correction": lambda: services.reveal.open_for_correction(job.record_id),
        **_reveal_calls(services, outlet),
        "correct": lambda: services.entry.correct(job.record_id, draft(), LABEL_PRINTER),
        **scan_calls(services, outlet, lambda: services.printing_desk.take(job.record_id, LABEL_PRINTER)),
        "report": lambda: services.printing_desk.report(job, printed=True),
        "set_pin": lambda: people.set_pin("402817", password=CHEN_PASSWORD),
        "remove_pin": lambda: people.remove_pin(password=CHEN_PASSWORD),
        "decline_pin": people.decline_pin,
        "own_record": people.own_record,
        "change_password": lambda: people.change_password(CHEN_PASSWORD + "!", password=CHEN_PASSWORD),
        "accept_duties": lambda: people.accept_duties(people.duties("en").version),
        "people": staff.people,
        "name_fault": lambda: staff.name_fault("周敏"),
        "invite_clerk": lambda: staff.invite_clerk("周敏", **consent),
        "invite_owner": lambda: staff.invite_owner("周敏", "another long sentence", **consent),
        "reset": lambda: staff.reset(outlet.lin_id, **consent),
        "reset_owner": lambda: staff.reset_owner(outlet.owner_id, "another long sentence", **consent),
        "dismiss": lambda: staff.dismiss(outlet.lin_id, **consent),
        "rotation_due": staff.rotation_due,
        "rotate_key": lambda: staff.rotate_key(**consent),
        "lift_wait": lambda: staff.lift_wait(outlet.lin_id),
        **_supply_calls(services, outlet),
        **_find_calls(services, outlet, job.record_id),
        "confirm": lambda: services.date.confirm(outlet.clock()),
        "everybody": services.review.everybody,
        "days": lambda: services.review.days(7),
        "totals": lambda: services.review.totals(outlet_day(outlet.clock())),
        "acts": lambda: services.review.acts(ActFilter()),
        **_backup_calls(services, outlet),
        "begin_verify": services.review.begin_verify,
        "verify_portion": lambda: services.review.verify_portion(Verification(services.session.store.genesis, 1)),
    }


def _key_calls(services: Services, outlet: Outlet) -> dict[str, Callable[[], object]]:
    consent = {"password": CHEN_PASSWORD, "card": outlet.card}
    owner_keys, papers = services.owner_keys, OwnerPapers(b"o" * 16, "", "", outlet.clock, "")
    seed_in_hand = SeedInHand(papers, draw_seed(services.session.outlet_id))
    card_in_hand = CardInHand(outlet.owner_id, papers, new_card(services.session.outlet_id))
    return {
        "keys": owner_keys.keys,
        "draw_seed": owner_keys.draw_seed,
        "replace_seed": lambda: owner_keys.replace_seed(seed_in_hand, **consent),
        "draw_card": lambda: owner_keys.draw_card(outlet.owner_id),
        "replace_card": lambda: owner_keys.replace_card(card_in_hand, **consent),
        "give_card": lambda: owner_keys.give_card(card_in_hand, CHEN_PASSWORD, **consent),
        "renew_database_key": lambda: owner_keys.renew_database_key(**consent),
        "go_on": lambda: owner_keys.go_on(**consent),
    }


def _find_calls(services: Services, outlet: Outlet, record_id: bytes) -> dict[str, Callable[[], object]]:
    find, limits = services.find, services.limits
    return {
        "look_up": lambda: find.look_up("5678"),
        "open": lambda: find.open(record_id),
        "life": lambda: find.life(record_id),
        "left": find.left,
        "limits": limits.limits,
        "set_limits": lambda: limits.set_limits({LimitName.MISSES_HOUR: 9}, password=CHEN_PASSWORD, card=outlet.card),
        "limited_people": limits.limited_people,
        "lift_today": lambda: limits.lift_today(outlet.chen_id, password=CHEN_PASSWORD),
        "end_suspension": lambda: limits.end_suspension(outlet.chen_id, password=CHEN_PASSWORD),
    }


def _reveal_calls(services: Services, outlet: Outlet) -> dict[str, Callable[[], object]]:
    entry, reveal, desk = services.entry, services.reveal, services.printing_desk
    consent = {"password": CHEN_PASSWORD, "card": outlet.card}
    record_id, field, reason = accept(services)[0].record_id, RevealField.CONTENTS, RevealReason.CALL
    return {
        "terms": lambda: entry.terms(record_id),
        "change_terms": lambda: entry.change_terms(record_id, TermsDraft(weight="9")),
        "by_scan": lambda: _by_scan(services, record_id),
        "note_copied": lambda: reveal.note_copied(record_id, field),
        "by_owner": lambda: reveal.by_owner(record_id, field, reason, "", **consent),
        "way_to_new_label": lambda: desk.way_to_new_label(record_id),
        "relabel": lambda: _relabel(services, record_id),
        "relabel_by_owner": lambda: desk.relabel_by_owner(record_id, LABEL_PRINTER, **consent),
    }


def _by_scan(services: Services, record_id: bytes) -> None:
    hold(services, record_id, code_of(services, record_id))
    services.reveal.by_scan(record_id, RevealField.CONTENTS, RevealReason.CALL)


def _relabel(services: Services, record_id: bytes) -> None:
    hold(services, record_id, code_of(services, record_id))
    services.printing_desk.relabel(record_id, LABEL_PRINTER)


def _supply_calls(services: Services, outlet: Outlet) -> dict[str, Callable[[], object]]:
    supplies, consent = services.supplies, {"password": CHEN_PASSWORD, "card": outlet.card}
    return {
        "outlet": supplies.outlet,
        "approve_printers": lambda: supplies.approve_printers((OTHER_PRINTER,), **consent),
        "approve_printer": lambda: supplies.approve_printer(OTHER_PRINTER, **consent),
        "withdraw_printer": lambda: supplies.withdraw_printer(OTHER_PRINTER, **consent),
        "ruler_page": lambda: supplies.ruler_page(LABEL_PRINTER, USUAL_SETUP),
        "test_label": lambda: supplies.test_label(LABEL_PRINTER, USUAL_SETUP),
        "numbers": supplies.numbers,
        "void_number": lambda: supplies.void_number("yto", "YT8800000000009", VoidReason.SPOILT),
        "set_printer_setup": lambda: supplies.set_printer_setup(LABEL_PRINTER, USUAL_SETUP),
        "enter_numbers": lambda: supplies.enter_numbers("sf", "SF1000000000001", "SF1000000000002"),
    }


def _backup_calls(services: Services, outlet: Outlet) -> dict[str, Callable[[], object]]:
    backup, drill, folder = services.backup, services.drill, outlet.place.folder.parent / "stick"
    folder.mkdir()
    services.session.write(backups.folder_chosen(services.session.store.reader, str(folder)))
    order, made = backup.begin(), backup.make(lambda _: None)
    trial = FolderTrial(folder, same_disk=True, free=0)
    return {
        "standing": backup.standing,
        "look_into": lambda: backup.look_into(backup_folder.standing_of(str(folder), None, bytes(32))),
        "is_due": backup.is_due,
        "begin": backup.begin,
        "write": lambda: backup.write(order, lambda _: None),
        "note": lambda: backup.note(made),
        "make": lambda: backup.make(lambda _: None),
        "try_folder": lambda: backup.try_folder(folder),
        "choose_folder": lambda: backup.choose_folder(trial),
        "health": services.care.health,
        "check_now": lambda: services.care.check_now(lambda _: None),
        "restore_with_card": lambda: drill.restore_with_card(made.path, password="", card="", tell=lambda _: None),
        "restore_with_sheet": lambda: drill.restore_with_sheet(made.path, words="", tell=lambda _: None),
        "note_drill": lambda: drill.note_drill(DrillReport(made.path.name, outlet.clock(), 1, 1, ())),
    }


def test_the_table_names_every_public_method_and_no_other() -> None:
    assert set().union(*(public_methods(service) for service in SERVICES)) == set(TABLE)
    assert set(TABLE) >= UNGUARDED


def test_a_clerk_does_what_the_table_gives_a_clerk_and_nothing_else(outlet: Outlet, chen: Services) -> None:
    for method, call in _calls(chen, outlet).items():
        if Role.CLERK in TABLE[method]:
            call()
        else:
            with pytest.raises(NotPermitted):
                call()


def test_an_account_without_permissions_does_nothing_that_is_guarded(outlet: Outlet, chen: Services) -> None:
    calls = _calls(chen, outlet)
    chen.session.account = _Nobody(b"n" * 16, "nobody", Role.CLERK)
    assert set(calls) == set(TABLE) - UNGUARDED
    for call in calls.values():
        with pytest.raises(NotPermitted):
            call()


class _Nobody(Account):
    def may(self, _: object) -> bool:
        return False


def test_behind_a_lock_nothing_that_is_guarded_is_done_but_what_was_begun_before(
    outlet: Outlet, chen: Services
) -> None:
    calls = _calls(chen, outlet)
    chen.session.lock()
    for method, call in calls.items():
        if method in BEGUN_BEFORE:
            call()
        else:
            with pytest.raises(NotPermitted if method[1] == "note_drill" else SessionLocked):
                call()
