"""What this machine's system offers to a program that holds other people's details; each call says done or not.

What belongs to one system goes through one small door, `desktop.system`, so that the rest of it is tried on every
other.
"""

from outlet_app.desktop.capture import exclude_from_capture, excludes_from_capture
from outlet_app.desktop.clocks import counting_clock
from outlet_app.desktop.environment import forget_planted_paths
from outlet_app.desktop.memory import keep_memory_private
from outlet_app.desktop.outcome import Outcome
from outlet_app.desktop.remote import remote_session
from outlet_app.desktop.remote_kind import RemoteKind
from outlet_app.desktop.sound import Loudspeaker

__all__ = [
    "Loudspeaker",
    "Outcome",
    "RemoteKind",
    "counting_clock",
    "exclude_from_capture",
    "excludes_from_capture",
    "forget_planted_paths",
    "keep_memory_private",
    "remote_session",
]
