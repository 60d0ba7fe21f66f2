"""The ways in which a screen is shown somewhere else."""

from __future__ import annotations

from outlet_app.desktop.remote_kind import RemoteKind


def test_the_words_that_stand_in_acts_never_change() -> None:
    assert {kind.value for kind in RemoteKind} == {"rdp", "ssh", "vnc", "xrdp", "x11"}
