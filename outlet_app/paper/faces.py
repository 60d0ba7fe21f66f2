"""Not written yet."""

import reportlab  # noqa: F401
