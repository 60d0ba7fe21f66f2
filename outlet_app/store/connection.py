"""Not written yet."""

import sqlcipher3  # noqa: F401
