"""The groups of kinds."""

from __future__ import annotations

from outlet_app.domain.act_groups import KINDS, ActGroup
from outlet_app.domain.activity import ActivityKind


def test_every_kind_stands_in_exactly_one_group() -> None:
    listed = [kind for kinds in KINDS.values() for kind in kinds]
    assert sorted(listed) == sorted(ActivityKind)


def test_every_group_holds_kinds() -> None:
    assert set(KINDS) == set(ActGroup)
    assert all(KINDS.values())
