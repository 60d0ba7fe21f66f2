"""The branch of the record as a row: a restore raises it, and so does the owner who acknowledges a misfit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store import uncertain_numbers
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.activity import Detail
    from outlet_app.domain.branches import BranchPoint
    from outlet_app.store.connection import Cursor
    from outlet_app.store.uncertain_numbers import Span


def restored(point: BranchPoint, spans: Sequence[Span], facts: Detail) -> Entry:
    """The record goes on at `point` under its new branch, and `spans` are uncertain from then on.

    The row counts only with the owner's statement of the same point; the store takes the branch up when it is opened
    again. `facts` are words and counts beside.
    """
    return _begun(ActivityKind.RESTORED, point, spans, facts)


def acknowledged(point: BranchPoint, spans: Sequence[Span], facts: Detail) -> Entry:
    """The owner acknowledged that the record does not fit: it goes on at `point` under its new branch.

    `spans` are uncertain from then on.

    The row counts only with his statement of the same point, in the same transaction; the store takes the branch up by
    `Store.take_up_branch`. `facts` are words and counts beside.
    """
    return _begun(ActivityKind.MISMATCH_ACKNOWLEDGED, point, spans, facts)


def _begun(kind: ActivityKind, point: BranchPoint, spans: Sequence[Span], facts: Detail) -> Entry:
    def apply(cursor: Cursor) -> None:
        uncertain_numbers.keep(cursor, spans)
        cursor.run("UPDATE outlet SET branch = ?", point.branch)

    left = point.left
    uncertain = sum(span.count for span in spans)
    detail = {**facts, "branch": point.branch, "from_branch": left.branch, "from_n": left.n, "uncertain": uncertain}
    return Entry(Activity(kind, None, detail), apply)
