"""Who may do what: accounts, roles and permissions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account is at the outlet. Given by an owner statement and by nothing else."""

    CLERK = "clerk"
    OWNER = "owner"


class Permission(StrEnum):
    """One right, asked for in the first line of a service's method."""

    OWN_ACCOUNT = "own_account"
    ACCEPT = "accept"
    PRINT_LABEL = "print_label"
    SEARCH = "search"
    REVEAL = "reveal"
    OPEN_WITHOUT_LABEL = "open_without_label"
    SHELVE = "shelve"
    HAND_OVER = "hand_over"
    END_DAY = "end_day"
    WRITE_OFF = "write_off"
    BACK_UP = "back_up"
    REVIEW = "review"
    MANAGE_STAFF = "manage_staff"
    SET_POLICY = "set_policy"
    KEEP_KEYS = "keep_keys"


CLERK_PERMISSIONS = frozenset(
    {
        Permission.OWN_ACCOUNT,
        Permission.ACCEPT,
        Permission.PRINT_LABEL,
        Permission.SEARCH,
        Permission.REVEAL,
        Permission.SHELVE,
        Permission.HAND_OVER,
        Permission.END_DAY,
        Permission.BACK_UP,
    }
)
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CLERK: CLERK_PERMISSIONS,
    Role.OWNER: frozenset(Permission),
}


@dataclass(frozen=True, slots=True)
class Account:
    """A person's login. `account_id` is 16 random bytes and is never used again, not even after a dismissal."""

    account_id: bytes
    name: str
    role: Role

    def may(self, permission: Permission) -> bool:
        """Whether the account's role holds `permission`."""
        return permission in PERMISSIONS[self.role]
