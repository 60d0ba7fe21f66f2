"""The door to the system's functions."""

from __future__ import annotations

import os
import sys

import pytest

from outlet_app.desktop import system


@pytest.mark.skipif(sys.platform != "linux", reason="the library's name is Linux's")
def test_a_function_of_a_system_library_is_called() -> None:
    assert system.function("libc.so.6", "getpid")() == os.getpid()


def test_a_library_that_is_not_there_is_said() -> None:
    with pytest.raises(OSError, match="no-such-library"):
        system.function("no-such-library", "anything")


@pytest.mark.skipif(sys.platform != "linux", reason="the library's name is Linux's")
def test_a_function_that_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError):
        system.function("libc.so.6", "no_such_function")
