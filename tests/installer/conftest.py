"""The installer's modules find each other as when `installer/dev.py` is started: by their own folder."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent.parent / "installer"))
