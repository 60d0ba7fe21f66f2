"""This program's memory, kept from other programs of the same person; an administrator reads memory everywhere."""

from __future__ import annotations

import ctypes
import sys

from outlet_app.desktop import system
from outlet_app.desktop.outcome import Outcome

_PR_SET_DUMPABLE = 4
"""Source: prctl(2). With 0 the kernel writes no core file and lets no process of the same user read our memory."""

_RIGHTS = "D:P(A;;0x101001;;;OW)(A;;0x1fffff;;;SY)"
"""Who may do what with our process: its owner may wait for it, end it and ask for its name, the system everything.

The entry for the owner's rights (OW) also takes from him what he holds unasked, the right to change this list. Source:
Microsoft, "Process Security and Access Rights" (0x100000 SYNCHRONIZE, 0x1000 PROCESS_QUERY_LIMITED_INFORMATION, 0x1
PROCESS_TERMINATE, 0x1fffff PROCESS_ALL_ACCESS) and "SID Strings".
"""
_SDDL_REVISION = 1
_DACL_SECURITY_INFORMATION = 4

_IMAGE_LOAD_POLICY = 10
_NO_REMOTE_OR_LOW_IMAGES = 0x1 | 0x2
"""No library from a share, and none that a process of low integrity wrote. Extension points stay: input methods use
them. Source: Microsoft, PROCESS_MITIGATION_POLICY and PROCESS_MITIGATION_IMAGE_LOAD_POLICY of winnt.h.
"""


def keep_memory_private() -> Outcome:
    """Ask for no core dumps and no reading by other processes of the same user."""
    if sys.platform == "linux":
        return _on_linux()
    return _on_windows() if sys.platform == "win32" else Outcome.NOT_OFFERED


def _on_linux() -> Outcome:
    import resource  # noqa: PLC0415 - not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None, use_errno=True)
    return Outcome.DONE if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 else Outcome.NOT_OFFERED


def _on_windows() -> Outcome:
    """Rights first; the policy about libraries is a second wall and may be missing on an older system."""
    policy = ctypes.c_uint32(_NO_REMOTE_OR_LOW_IMAGES)
    system.function("kernel32", "SetProcessMitigationPolicy")(
        _IMAGE_LOAD_POLICY, ctypes.byref(policy), ctypes.c_size_t(ctypes.sizeof(policy))
    )
    return Outcome.DONE if _set_rights() else Outcome.NOT_OFFERED


def _set_rights() -> bool:
    rights = ctypes.c_void_p()
    read = system.function("advapi32", "ConvertStringSecurityDescriptorToSecurityDescriptorW")
    if not read(ctypes.c_wchar_p(_RIGHTS), _SDDL_REVISION, ctypes.byref(rights), None):
        return False
    this_process = ctypes.c_void_p(-1)  # what GetCurrentProcess gives
    done = system.function("advapi32", "SetKernelObjectSecurity")(this_process, _DACL_SECURITY_INFORMATION, rights)
    system.function("kernel32", "LocalFree")(rights)
    return bool(done)
