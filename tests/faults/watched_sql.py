"""A cursor that tells of chosen statements before they run, so that a child can be ended right there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from outlet_app.store import connection
from outlet_app.store.connection import Cursor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.store.connection import Value
    from tests.faults.staffing import Step, Watch


class WatchedCursor(Cursor):
    """Tells `watch` of each statement that begins with one of `starts`."""

    watch: ClassVar[Watch]
    starts: ClassVar[tuple[str, ...]] = ()

    def run(self, sql: str, *values: Value) -> int:
        """As its parent, told first."""
        watched = self.starts if self._path.name != ":memory:" else ()  # a schema is tried in memory first
        for start in watched:
            if sql.startswith(start):
                self.watch.happened("sql", start)
        return super().run(sql, *values)


def watch_statements(watch: Watch, steps: Iterable[Step]) -> None:
    """Databases that are opened from here on tell of the statements of these steps."""
    WatchedCursor.watch = watch
    WatchedCursor.starts = tuple({step.name for step in steps if step.event == "sql"})
    connection.Cursor = WatchedCursor  # type: ignore[misc] # every database of this process tells
