"""Not written yet."""

import pypdfium2  # noqa: F401
