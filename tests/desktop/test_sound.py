"""Sounds handed to the usual players of Linux and to Windows: made-up players, a made-up table of system functions."""

from __future__ import annotations

import ctypes
import sys
import time
import wave
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from outlet_app.desktop.outcome import Outcome
from outlet_app.desktop.sound import MOST_BYTES, Loudspeaker
from tests.desktop.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the players are Linux programs")
_PATIENCE_S = 10


def _sound(frames: int = 800) -> bytes:
    whole = BytesIO()
    with wave.open(whole, "wb") as head:
        head.setnchannels(1)
        head.setsampwidth(2)
        head.setframerate(8000)
        head.writeframes(bytes(range(200)) * (frames // 100))
    return whole.getvalue()


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _install(programs: Path, name: str, does: str = "/bin/cat > {heard}.part; /bin/mv {heard}.part {heard}") -> Path:
    heard, player = programs / f"{name}.heard", programs / name
    player.write_text(f'#!/bin/sh\necho "$@" > {heard}.words\n{does.format(heard=heard)}\n')
    player.chmod(0o755)
    return heard


def _read(heard: Path) -> bytes:
    until = time.monotonic() + _PATIENCE_S
    while not heard.exists() and time.monotonic() < until:
        time.sleep(0.005)
    return heard.read_bytes()


@pytest.fixture
def speaker() -> Iterator[Loudspeaker]:
    made = Loudspeaker()
    yield made
    for each in made._players:
        each.wait(_PATIENCE_S)


@_LINUX
def test_aplay_gets_the_whole_file_by_its_standard_input(programs: Path, speaker: Loudspeaker) -> None:
    heard = _install(programs, "aplay")
    assert speaker.play(_sound()) is Outcome.DONE
    assert _read(heard) == _sound()
    assert (programs / "aplay.heard.words").read_text() == "-q -t wav -\n"


@_LINUX
def test_where_only_pacat_is_it_gets_the_samples_without_their_head(programs: Path, speaker: Loudspeaker) -> None:
    heard = _install(programs, "pacat")
    assert speaker.play(_sound()) is Outcome.DONE
    assert _read(heard) == _sound()[44:]
    assert "--rate=8000" in (programs / "pacat.heard.words").read_text()


@_LINUX
def test_without_a_player_the_system_offers_nothing(programs: Path, speaker: Loudspeaker) -> None:
    assert programs.is_dir()
    assert speaker.play(_sound()) is Outcome.NOT_OFFERED


@_LINUX
def test_a_player_that_hangs_holds_nobody_up_and_is_ended_by_the_next_sound(
    programs: Path, speaker: Loudspeaker
) -> None:
    _install(programs, "aplay", "echo $$ > {heard}; exec /bin/sleep 60")
    longest = bytes(MOST_BYTES)
    began = time.monotonic()
    speaker.play(longest)
    number = _read(programs / "aplay.heard")
    speaker.play(longest)
    assert time.monotonic() - began < _PATIENCE_S
    first, second = speaker._players
    assert int(number) == first.pid
    assert first.wait(_PATIENCE_S) < 0
    assert second.poll() is None
    second.kill()


@_LINUX
def test_a_player_that_finds_no_device_and_ends_at_once_is_no_fault(programs: Path, speaker: Loudspeaker) -> None:
    _install(programs, "aplay", "exit 1")
    for _ in range(5):
        assert speaker.play(bytes(MOST_BYTES)) is Outcome.DONE


def test_windows_plays_from_memory_without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table({"PlaySoundW": lambda *_: 1}).stand_in(monkeypatch, "win32")
    sound = _sound()
    assert Loudspeaker().play(sound) is Outcome.DONE
    library, _, (pointer, module, flags) = table.asked[0]
    assert (library, module, flags) == ("winmm", None, 0x1 | 0x2 | 0x4)
    assert isinstance(pointer, ctypes.c_char_p)
    assert ctypes.string_at(pointer, len(sound)) == sound


def test_windows_without_a_sound_card_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    Table({"PlaySoundW": lambda *_: 0}).stand_in(monkeypatch, "win32")
    assert Loudspeaker().play(_sound()) is Outcome.NOT_OFFERED


def test_another_system_offers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert Loudspeaker().play(_sound()) is Outcome.NOT_OFFERED
