"""Owner statements: only the owner's key counts, and of each subject the newest."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.acknowledgement import Acknowledgement
from outlet_app.domain.branches import BranchPoint, Days
from outlet_app.domain.carrier_key import CarrierKey
from outlet_app.domain.context import canonical_json, ctx
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.holes import Hole
from outlet_app.domain.limits import Limits
from outlet_app.domain.opening_hours import USUAL_HOURS, OpenFrom, OpeningHours
from outlet_app.domain.policies import IDLE_MINUTES, Retention
from outlet_app.domain.printer import Printer
from outlet_app.domain.statement import Statement
from outlet_app.errors import StatementRefused
from outlet_app.sealing import suite
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.statements import (
    AccountDismissed,
    ActsLost,
    CarrierKeyNamed,
    Fact,
    HoursSet,
    IdleTimeSet,
    LimitsSet,
    MismatchAcknowledged,
    OwnerKeyNamed,
    PersonNamed,
    PrintersApproved,
    Restored,
    RetentionSet,
    RoleGiven,
    SheetNamed,
    StatementBook,
    VerifyKeyNamed,
    sign_again,
    sign_statement,
    statement_text,
)
from tests.sealing.conftest import flipped

OUTLET = bytes(range(16))
SEED = OwnerSeed(OUTLET, bytes(32))
CHEN, WANG = b"c" * 16, b"w" * 16
ZEBRA = Printer("面单机", "usb://Zebra/GK888", "Zebra ZPL", 8.0)
SAID = Acknowledgement(BranchPoint(9, Checkpoint(1, 20, bytes(32))), 15, 21, bytes(32), (b"r" * 16,), "换过硬盘")
FACTS: list[Fact] = [
    RoleGiven(CHEN, Role.CLERK),
    VerifyKeyNamed(CHEN, bytes(32)),
    AccountDismissed(CHEN),
    PrintersApproved((ZEBRA, Printer("窗口", "socket://10.0.0.9", "", 300 / 25.4))),
    PrintersApproved(()),
    LimitsSet(Limits(scan_reveals_day=20)),
    OwnerKeyNamed(SEED.public_key),
    PersonNamed(CHEN, "陈伟"),
    Restored(BranchPoint(5, Checkpoint(1, 300, bytes(32)))),
    ActsLost(Hole(7, 19, bytes(32))),
    MismatchAcknowledged(SAID),
]


def book(*facts: Fact) -> StatementBook:
    statements = [sign_statement(SEED, serial, fact) for serial, fact in enumerate(facts, 1)]
    return StatementBook(OUTLET, SEED.verify_key, statements)


def signed(text: str, serial: int = 1) -> Statement:
    """Any text with the owner's real signature."""
    return Statement(serial, text, SEED.signing_key.sign(ctx("statement", OUTLET, serial, text)))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_a_statement_is_canonical_json_with_a_subject_signed_with_its_serial(fact: Fact) -> None:
    statement = sign_statement(SEED, 7, fact)
    value = json.loads(statement.text)

    words = {
        "role",
        "verify-key",
        "name",
        "dismissed",
        "printers",
        "owner-key",
        "restored",
        "acts-lost",
        "mismatch",
        "limits",
    }
    assert value["subject"].split(":")[0] in words
    assert statement.text == statement_text(fact)
    assert statement.text == json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert suite.verify(SEED.verify_key, statement.signature, ctx("statement", OUTLET, 7, statement.text))


def test_the_book_answers_what_was_stated() -> None:
    stated = book(RoleGiven(WANG, Role.OWNER), RoleGiven(CHEN, Role.CLERK), VerifyKeyNamed(CHEN, b"k" * 32), FACTS[3])

    assert stated.role(WANG) is Role.OWNER
    assert dict(stated.roles()) == {WANG: Role.OWNER, CHEN: Role.CLERK}
    assert stated.verify_keys(CHEN) == (b"k" * 32,)
    assert stated.printers() == (ZEBRA, Printer("窗口", "socket://10.0.0.9", "", 300 / 25.4))
    assert stated.last_serial == 4


def test_an_empty_book_gives_no_right_to_anybody() -> None:
    empty = book()

    assert (empty.role(CHEN), empty.printers(), empty.verify_keys(CHEN)) == (None, (), ())
    assert empty.last_serial == 0
    assert dict(empty.roles()) == {}


def test_of_one_subject_the_highest_serial_counts_in_whatever_order_they_lie() -> None:
    first = sign_statement(SEED, 1, RoleGiven(CHEN, Role.OWNER))
    second = sign_statement(SEED, 2, RoleGiven(CHEN, Role.CLERK))

    for order in ([first, second], [second, first]):
        assert StatementBook(OUTLET, SEED.verify_key, order).role(CHEN) is Role.CLERK


def test_a_reset_account_keeps_its_former_keys_for_its_former_acts() -> None:
    stated = book(VerifyKeyNamed(CHEN, b"1" * 32), VerifyKeyNamed(CHEN, b"2" * 32))

    assert stated.verify_keys(CHEN) == (b"1" * 32, b"2" * 32)


def test_signers_are_all_accounts_with_all_their_keys() -> None:
    stated = book(
        VerifyKeyNamed(CHEN, b"1" * 32),
        VerifyKeyNamed(WANG, b"w" * 32),
        VerifyKeyNamed(CHEN, b"2" * 32),
        AccountDismissed(CHEN),
    )

    assert dict(stated.signers()) == {CHEN: (b"1" * 32, b"2" * 32), WANG: (b"w" * 32,)}


def test_the_owners_public_key_is_the_one_stated_last() -> None:
    assert book().owner_public_key() is None
    assert book(OwnerKeyNamed(b"1" * 32), OwnerKeyNamed(b"2" * 32)).owner_public_key() == b"2" * 32


def test_the_sheet_in_force_is_the_one_that_was_named_last() -> None:
    assert book().sheet_digest() is None
    assert book(SheetNamed(b"1" * 32), SheetNamed(b"2" * 32)).sheet_digest() == b"2" * 32


def test_a_dismissed_account_never_has_a_role_again_but_keeps_its_keys() -> None:
    stated = book(
        VerifyKeyNamed(CHEN, b"k" * 32),
        RoleGiven(CHEN, Role.CLERK),
        AccountDismissed(CHEN),
        RoleGiven(CHEN, Role.CLERK),
    )

    assert stated.role(CHEN) is None
    assert dict(stated.roles()) == {}
    assert stated.verify_keys(CHEN) == (b"k" * 32,)


def test_the_text_that_names_a_person_never_changes() -> None:
    assert statement_text(PersonNamed(CHEN, "陈伟")) == f'{{"name":"陈伟","subject":"name:{CHEN.hex()}"}}'


def test_a_name_is_the_one_stated_last_and_outlives_the_dismissal() -> None:
    made = book(PersonNamed(CHEN, "陈伟"), PersonNamed(WANG, "王强"), PersonNamed(CHEN, "陈卫"), AccountDismissed(CHEN))

    assert (made.name(CHEN), made.name(WANG), made.name(b"x" * 16)) == ("陈卫", "王强", None)


def test_who_has_left_is_told_once_in_the_order_of_leaving() -> None:
    made = book(AccountDismissed(WANG), RoleGiven(CHEN, Role.CLERK), AccountDismissed(CHEN), AccountDismissed(WANG))

    assert made.dismissed() == (WANG, CHEN)
    assert book().dismissed() == ()


def test_who_came_and_left_is_told_by_the_statements_that_said_so_first() -> None:
    made = book(
        RoleGiven(CHEN, Role.CLERK), RoleGiven(WANG, Role.OWNER), RoleGiven(CHEN, Role.OWNER), AccountDismissed(CHEN)
    )
    assert (made.came(CHEN), made.left(CHEN)) == (1, 4)
    assert (made.came(WANG), made.left(WANG)) == (2, None)
    assert book().came(CHEN) is None


def test_printers_can_be_taken_back() -> None:
    assert book(PrintersApproved((ZEBRA,)), PrintersApproved(())).printers() == ()


def test_any_changed_bit_or_word_is_refused() -> None:
    statement = sign_statement(SEED, 1, RoleGiven(CHEN, Role.CLERK))
    changed = [
        dataclasses.replace(statement, serial=2),
        dataclasses.replace(statement, text=statement.text.replace("clerk", "owner")),
        *(dataclasses.replace(statement, signature=flipped(statement.signature, bit)) for bit in range(512)),
    ]

    for other in changed:
        with pytest.raises(StatementRefused):
            StatementBook(OUTLET, SEED.verify_key, [other])


def test_a_statement_of_another_owner_or_outlet_is_refused() -> None:
    stranger = OwnerSeed(OUTLET, b"s" * 32)
    elsewhere = OwnerSeed(bytes(16), bytes(32))

    for seed in (stranger, elsewhere):
        with pytest.raises(StatementRefused):
            StatementBook(OUTLET, SEED.verify_key, [sign_statement(seed, 1, RoleGiven(CHEN, Role.OWNER))])
    with pytest.raises(StatementRefused):
        StatementBook(OUTLET, elsewhere.verify_key, [sign_statement(elsewhere, 1, RoleGiven(CHEN, Role.OWNER))])


def test_two_statements_of_one_serial_are_refused() -> None:
    one = sign_statement(SEED, 1, RoleGiven(CHEN, Role.OWNER))
    other = sign_statement(SEED, 1, RoleGiven(CHEN, Role.CLERK))

    with pytest.raises(StatementRefused):
        StatementBook(OUTLET, SEED.verify_key, [one, other])


@pytest.mark.parametrize(
    "statement", [Statement(-1, "{}", bytes(64)), Statement(2**64, "{}", bytes(64)), Statement(1, "x" * 70_000, b"")]
)
def test_a_row_that_nobody_can_have_signed_is_refused(statement: Statement) -> None:
    with pytest.raises(StatementRefused):
        StatementBook(OUTLET, SEED.verify_key, [statement])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[" * 50_000,
        "[]",
        "{}",
        '{"subject":1}',
        '{"role":"clerk","subject":"role:zz"}',
        '{"role":"king","subject":"role:' + CHEN.hex() + '"}',
        '{"subject":"role:' + CHEN.hex() + '"}',
        '{"role":"clerk", "subject":"role:' + CHEN.hex() + '"}',
        '{"more":1,"role":"clerk","subject":"role:' + CHEN.hex() + '"}',
        '{"subject":"verify-key:' + CHEN.hex() + '","verify_key":"zz"}',
        '{"owner_public_key":"zz","subject":"owner-key"}',
        '{"printers":{},"subject":"printers"}',
        '{"printers":[1],"subject":"printers"}',
        '{"printers":[{"name":"x"}],"subject":"printers"}',
        '{"printers":[],"subject":"printers:here"}',
        '{"misses_hour":3000,"subject":"limits"}',
        '{"misses_hour":true,"subject":"limits"}',
        '{"misses_hour":30,"subject":"limits"}',
        '{"more":1,"subject":"limits"}',
        '{"subject":"limits:me"}',
    ],
)
def test_a_text_that_the_program_would_not_write_is_refused_though_signed(text: str) -> None:
    with pytest.raises(StatementRefused):
        StatementBook(OUTLET, SEED.verify_key, [signed(text)])


def test_statements_of_kinds_still_to_come_are_verified_and_kept() -> None:
    text = '{"holidays":"2026-10-01","subject":"holidays"}'
    kept = StatementBook(OUTLET, SEED.verify_key, [signed(text, 3)])

    assert kept.text_of(3) == text
    assert kept.last_serial == 3
    with pytest.raises(StatementRefused):
        StatementBook(OUTLET, SEED.verify_key, [dataclasses.replace(signed(text, 3), text=text + " ")])


def test_a_statement_that_the_record_names_and_the_book_lacks_is_noticed() -> None:
    with pytest.raises(StatementRefused):
        book(RoleGiven(CHEN, Role.CLERK)).text_of(2)


def test_under_a_new_seed_the_same_serial_and_text_are_signed_again() -> None:
    old = sign_statement(SEED, 5, RoleGiven(CHEN, Role.CLERK))
    seed = OwnerSeed(OUTLET, b"n" * 32)
    again = sign_again(seed, old)

    assert (again.serial, again.text) == (old.serial, old.text)
    assert StatementBook(OUTLET, seed.verify_key, [again]).role(CHEN) is Role.CLERK
    with pytest.raises(StatementRefused):
        StatementBook(OUTLET, seed.verify_key, [old])


def test_the_branches_are_those_of_the_restores_in_their_order() -> None:
    assert book().branches().current == 1
    first = Restored(BranchPoint(5, Checkpoint(1, 300, bytes(32))))
    second = Restored(BranchPoint(12, Checkpoint(5, 400, bytes(32))))
    branches = book(first, RoleGiven(CHEN, Role.CLERK), second).branches()
    assert branches.current == 12
    assert branches.days_of(5, 401) is Days.LOST


def test_restores_that_do_not_follow_from_each_other_are_no_branches() -> None:
    with pytest.raises(StatementRefused):
        book(Restored(BranchPoint(5, Checkpoint(2, 300, bytes(32))))).branches()


@pytest.mark.parametrize("wrong", [{"n": "300"}, {"from_branch": True}, {"n": 300.0}, {"hash": "0"}])
def test_a_restore_of_another_form_is_refused(wrong: dict[str, object]) -> None:
    value = {"subject": "restored:5", "from_branch": 1, "n": 300, "hash": "00" * 32, **wrong}
    with pytest.raises(StatementRefused):
        StatementBook(OUTLET, SEED.verify_key, [signed(canonical_json(value))])


def test_only_facts_are_stated() -> None:
    with pytest.raises(TypeError):
        statement_text("anything")  # type: ignore[arg-type] # what the type already forbids


def test_every_hole_that_was_stated_is_told_in_the_order_of_the_record() -> None:
    late, early = Hole(40, 44, b"l" * 32), Hole(7, 19, b"e" * 32)
    assert book(ActsLost(late), RoleGiven(CHEN, Role.CLERK), ActsLost(early)).holes() == (early, late)
    assert book(*FACTS[:3]).holes() == ()


def test_a_hole_of_another_form_is_refused() -> None:
    text = statement_text(ActsLost(Hole(7, 19, bytes(32)))).replace('"last":19', '"last":6')
    with pytest.raises(StatementRefused):
        StatementBook(OUTLET, SEED.verify_key, [signed(text)])


def test_what_was_acknowledged_begins_a_branch_and_gives_its_span_up() -> None:
    restored = Restored(BranchPoint(12, Checkpoint(9, 40, bytes(32))))
    stated = book(RoleGiven(CHEN, Role.CLERK), MismatchAcknowledged(SAID), restored)
    assert dict(stated.acknowledged()) == {2: SAID}
    branches = stated.branches()
    assert branches.current == 12
    assert branches.days_of(1, 21) is Days.LOST
    assert [n for n in range(30) if branches.gave_up(n)] == [15, 16, 17, 18, 19, 20]
    assert not any(book().branches().gave_up(n) for n in range(30))


def test_an_acknowledgement_that_does_not_follow_is_no_branch() -> None:
    with pytest.raises(StatementRefused):
        book(Restored(BranchPoint(5, Checkpoint(1, 3, bytes(32)))), MismatchAcknowledged(SAID)).branches()


@pytest.mark.parametrize(
    "wrong", [{"labels_from": 30}, {"n": "20"}, {"records": ["00"]}, {"digest": "00"}, {"more": 1}]
)
def test_an_acknowledgement_of_another_form_is_refused(wrong: dict[str, object]) -> None:
    value = {**json.loads(statement_text(MismatchAcknowledged(SAID))), **wrong}
    with pytest.raises(StatementRefused):
        StatementBook(OUTLET, SEED.verify_key, [signed(canonical_json(value))])


def test_limits_are_the_defaults_until_the_owner_set_others_and_then_the_last() -> None:
    assert book().limits() == Limits()
    assert book(LimitsSet(Limits(misses_hour=5)), LimitsSet(Limits(misses_hour=7))).limits() == Limits(misses_hour=7)


def test_hours_idle_time_and_terms_are_the_usual_ones_until_the_owner_set_others() -> None:
    assert (book().hours(), book().idle_minutes(), book().retention()) == (USUAL_HOURS, IDLE_MINUTES, Retention())
    hours = OpeningHours((OpenFrom(480, 1200),) * 6 + (None,))
    stated = book(HoursSet(USUAL_HOURS), HoursSet(hours), IdleTimeSet(3), RetentionSet(Retention(30, 60)))
    assert (stated.hours(), stated.idle_minutes(), stated.retention()) == (hours, 3, Retention(30, 60))


def test_the_record_must_hold_the_acts_at_which_branches_began_from_the_newest_acknowledgement_on() -> None:
    first = Restored(BranchPoint(5, Checkpoint(1, 10, bytes(32))))
    said = MismatchAcknowledged(dataclasses.replace(SAID, point=BranchPoint(9, Checkpoint(5, 20, bytes(32)))))
    last = Restored(BranchPoint(12, Checkpoint(9, 40, bytes(32))))
    assert book(RoleGiven(CHEN, Role.CLERK)).pins() == ()
    assert book(first).pins() == (first.point.left,)
    assert book(first, said, last).pins() == (said.said.point.left, last.point.left)


def test_what_was_stated_of_a_carriers_key_comes_in_its_order_and_of_that_carrier_alone() -> None:
    at = datetime(2026, 11, 22, 6, tzinfo=UTC)
    yto = [CarrierKey("yto", bytes([n]) * 32, at) for n in range(2)] + [CarrierKey("yto", None, at)]
    facts = [CarrierKeyNamed(key) for key in (*yto, CarrierKey("zto", bytes(32), at))]
    statements = [sign_statement(SEED, serial, fact) for serial, fact in enumerate(facts, start=1)]

    book = StatementBook(OUTLET, SEED.verify_key, reversed(statements))

    assert book.carrier_keys("yto") == tuple(yto)
    assert book.carrier_keys("sto") == ()
