"""Programs of the checkout start without what others planted in the environment."""

from __future__ import annotations

import sys

import places
import pytest


@pytest.mark.parametrize(
    "name",
    [
        "PYTHONPATH",
        "PYTHONSTARTUP",
        "PYTHONHOME",
        "LD_PRELOAD",
        "LD_LIBRARY_PATH",
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "VIRTUAL_ENV",
    ],
)
def test_a_variable_that_brings_foreign_code_does_not_reach_a_child(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "/planted")

    assert name not in places.clean_environment()


@pytest.mark.parametrize("name", ["HOME", "DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "CI", "HTTPS_PROXY"])
def test_a_variable_that_a_person_sets_for_himself_does(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "mine")

    assert places.clean_environment()[name] == "mine"


def test_what_the_caller_adds_is_there() -> None:
    assert places.clean_environment(QT_QPA_PLATFORM="offscreen")["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_named_display_is_a_screen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for each in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(each, raising=False)
    assert not places.has_screen()

    monkeypatch.setenv(name, ":0")
    assert places.has_screen()


def test_windows_always_has_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert places.has_screen()


def test_a_child_that_fails_passes_its_exit_code_on() -> None:
    assert places.start(sys.executable, "-c", "raise SystemExit(7)") == 7
