"""Not written yet."""

import argon2  # noqa: F401
import cryptography  # noqa: F401
