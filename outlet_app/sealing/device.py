"""Not written yet."""

import keyring  # noqa: F401
