"""A second program of the same person, without rights, that wants to read what the running program holds.

Every way is first tried on a program that does not protect itself, so that a refusal is known to be the protection's.
An administrator reads memory everywhere; nothing here says otherwise.
"""

from __future__ import annotations

import json
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.stranger import Stranger

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the ways into another process's memory are Linux's")

_YAMA = Path("/proc/sys/kernel/yama/ptrace_scope")

_PROGRAM = """
import sys
from outlet_app import __main__, app

def hold(*_):
    held = sys.stdin.readline().strip()
    print("holds it", flush=True)
    sys.stdin.readline()
    return len(held)

app.run_own = hold
__main__.main([]) if sys.argv[1] == "started" else hold()
"""
"""Holds what it is told, as the program holds a revealed field: started as the program starts, or without that."""

_THIEF = r"""
import ctypes, json, os, re, subprocess, sys
from pathlib import Path

pid, halves, gcore = int(sys.argv[1]), sys.argv[2:4], sys.argv[4]
wanted = "".join(halves).encode()
libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long


class Piece(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


libc.process_vm_readv.argtypes = [
    ctypes.c_int, ctypes.POINTER(Piece), ctypes.c_ulong, ctypes.POINTER(Piece), ctypes.c_ulong, ctypes.c_ulong
]
libc.process_vm_readv.restype = ctypes.c_ssize_t


def failed():
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def places(text):
    found = re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", text, re.MULTILINE)
    return [(int(first, 16), int(last, 16)) for first, last in found]


def maps():
    return places(Path(f"/proc/{pid}/maps").read_text())


def mem():
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for first, last in maps():
            memory.seek(first)
            try:
                if wanted in memory.read(last - first):
                    return True
            except OSError:
                continue
    return False


def readv():
    try:
        ranges = maps()
    except OSError:
        ranges = [(0x1000, 0x2000)]  # a place that is asked for is refused before it is looked at
    for first, last in ranges:
        held = ctypes.create_string_buffer(last - first)
        here, there = Piece(ctypes.addressof(held), last - first), Piece(first, last - first)
        got = libc.process_vm_readv(pid, ctypes.byref(here), 1, ctypes.byref(there), 1, 0)
        if got < 0 and len(ranges) == 1:
            failed()
        if got > 0 and wanted in held.raw[:got]:
            return True
    return False


def attach():
    if libc.ptrace(16, pid, None, None) < 0:  # PTRACE_ATTACH
        failed()
    os.waitpid(pid, 0x40000000)  # __WALL
    try:
        return mem()
    finally:
        libc.ptrace(17, pid, None, None)  # PTRACE_DETACH


def core():
    subprocess.run([gcore, "-o", "taken", str(pid)], capture_output=True, timeout=60)
    taken = Path(f"taken.{pid}")
    if not taken.exists():
        raise PermissionError("no core")
    return wanted in taken.read_bytes()


def variables():
    Path(f"/proc/{pid}/environ").read_bytes()
    return True


ways = {"mem": mem, "readv": readv, "attach": attach, "environ": variables}
if gcore:
    ways["gcore"] = core
told = {}
for name, way in ways.items():
    try:
        told[name] = "got it" if way() else "nothing"
    except PermissionError:
        told[name] = "refused"
print(json.dumps(told))
"""


def _tried(stranger: Stranger, kind: str) -> dict[str, str]:
    """What each way into the memory of a running program of that kind gave."""
    gcore = shutil.which("gcore") or ""
    with stranger.start(_PROGRAM, kind) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write("Ouyang-Xiaoxiao-of-room-1802\n")
        program.stdin.flush()
        assert program.stdout.readline() == "holds it\n"
        ended = stranger.run(_THIEF, str(program.pid), "Ouyang-Xiaoxiao", "-of-room-1802", gcore)
    assert ended.returncode == 0, ended.stderr
    told: dict[str, str] = json.loads(ended.stdout.splitlines()[-1])
    return told


def test_another_program_of_the_same_person_reads_nothing_of_the_running_program(stranger: Stranger) -> None:
    told = _tried(stranger, "started")
    assert set(told) >= {"mem", "readv", "attach", "environ"}
    assert set(told.values()) == {"refused"}, told


def test_without_the_protection_every_one_of_these_ways_reads_it(stranger: Stranger) -> None:
    """So that the test above can fail."""
    if _YAMA.exists() and _YAMA.read_text().strip() != "0":
        pytest.skip("this system refuses such readers by itself (Yama)")
    assert set(_tried(stranger, "bare").values()) == {"got it"}


def test_a_program_that_crashes_leaves_no_core_file(stranger: Stranger) -> None:
    ended = stranger.run(
        "import os, resource\n"
        "from outlet_app import desktop\n"
        "desktop.keep_memory_private()\n"
        "try:\n"
        "    resource.setrlimit(resource.RLIMIT_CORE, (1 << 20, 1 << 20))\n"
        "except ValueError:\n"
        "    print('kept', flush=True)\n"
        "os.abort()\n"
    )
    assert ended.returncode == -signal.SIGABRT
    assert ended.stdout == "kept\n"
    assert [path.name for path in stranger.folder.iterdir() if "core" in path.name] == []
