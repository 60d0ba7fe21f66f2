"""What the system lacks is seen from the system itself."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
import system_needs
from system_needs import Need

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring all with the wheels")

PRESENT = (Need("libc6", "libc.so.6"), Need("coreutils", "ls"), Need("base-files", "/etc"))
ABSENT = (Need("libnone", "libnone.so.9"), Need("none", "no-such-program"), Need("none-data", "/no/such/file"))


def test_what_is_there_is_not_missing() -> None:
    assert system_needs.missing(PRESENT) == ()


def test_a_library_a_program_and_a_file_that_are_not_there_are_missing() -> None:
    assert system_needs.missing((*PRESENT, *ABSENT)) == ABSENT


def test_nothing_is_missing_on_systems_whose_wheels_bring_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert system_needs.missing(ABSENT) == ()


def test_without_apt_the_names_are_printed_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    assert system_needs.provide((*PRESENT, *ABSENT)) == ABSENT
    assert "libnone none none-data" in capsys.readouterr().out


def test_without_rights_the_line_to_type_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("apt-get", "sudo"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert system_needs.provide(ABSENT) == ABSENT
    assert capsys.readouterr().out.endswith(
        "please type:\n  sudo apt-get install --no-install-recommends libnone none none-data\n"
    )


def test_what_is_complete_costs_no_call_of_the_package_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    assert system_needs.provide(PRESENT) == ()
    assert capsys.readouterr().out == ""


def test_each_package_is_asked_for_once() -> None:
    packages = [need.package for need in system_needs.TEST]

    assert len(packages) == len(set(packages))
    assert set(system_needs.RUN) <= set(system_needs.TEST)
