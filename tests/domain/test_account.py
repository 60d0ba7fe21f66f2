"""Roles and permissions."""

from __future__ import annotations

from outlet_app.domain.account import Account, Permission, Role

CLERK = Account(b"c" * 16, "陈伟", Role.CLERK)
OWNER = Account(b"o" * 16, "王店主", Role.OWNER)


def test_a_clerk_may_do_the_counters_work_and_nothing_of_the_owners() -> None:
    held = {permission for permission in Permission if CLERK.may(permission)}
    assert held == {
        Permission.ACCEPT,
        Permission.PRINT_LABEL,
        Permission.SEARCH,
        Permission.REVEAL,
        Permission.OWN_ACCOUNT,
        Permission.SHELVE,
        Permission.HAND_OVER,
        Permission.END_DAY,
        Permission.BACK_UP,
    }


def test_an_owner_may_do_everything_there_is() -> None:
    assert all(OWNER.may(permission) for permission in Permission)
