"""Not written yet."""

import zxingcpp  # noqa: F401
