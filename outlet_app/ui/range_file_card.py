"""Ranges from a file, and numbers that go back to their carrier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from outlet_app.domain.range_file import RangeFaultKind
from outlet_app.ui.file_preview import FilePreview
from outlet_app.ui.range_forms import NumberForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from outlet_app.domain.range_file import RangeFault, RangeFile


class RangeFilePreview(FilePreview):
    """What a file of ranges would bring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.ranges: RangeFile | None = None
        super().__init__(parent)

    def show_ranges(self, ranges: RangeFile) -> None:
        """Show what a file would bring."""
        self.ranges = ranges
        self._say(ranges)

    def forget(self) -> None:
        """Show no file any more."""
        self.ranges = None
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        super().retranslate()
        if self.ranges is not None:
            self._say(self.ranges)

    def _say(self, ranges: RangeFile) -> None:
        spans = [f"{span.first} – {span.last}" if span.count > 1 else span.first for span in ranges.spans[:_MOST_SPANS]]
        spans += ["…"] if len(ranges.spans) > _MOST_SPANS else []
        numbers = self.tr("%n number(s)", "", ranges.count)
        good = f"{numbers}: {', '.join(spans)}" if ranges.spans else ""
        faults = [self._fault(fault) for fault in ranges.faults]
        self.show_file(ranges.name, good, self.tr("Enter them"), faults, ranges.refused)

    def _fault(self, fault: RangeFault) -> str:
        words = {
            RangeFaultKind.NOT_A_NUMBER: self.tr("no waybill number"),
            RangeFaultKind.NOT_A_RANGE: self.tr("first and last number make no range"),
            RangeFaultKind.DOUBLE: self.tr("stands in this file already"),
            RangeFaultKind.STANDS: self.tr("stands in a range here already"),
            RangeFaultKind.TOO_MANY: self.tr("one range too many for one file"),
        }
        return self.tr("Row {row}: {fault}").format(row=fault.row, fault=words[fault.kind])


class GiveBackForm(NumberForm):
    """The first of the numbers that go back; everything behind it in its range goes with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("number",), parent)
        self._counted = 0
        self.count = QLabel()
        self.count.setObjectName("caption")
        self.foot.insertWidget(0, self.count)
        self.retranslate()

    def show_count(self, count: int) -> None:
        """Tell how many numbers would go back; 0 while none would."""
        self._counted = count
        self.count.setText(self.tr("%n number(s) would go back.", "", count) if count else "")

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        super().retranslate()
        self.heading.setText(self.tr("Give numbers back"))
        self.story.setText(
            self.tr("From this number to the end of its range they go back to the carrier. None of them may be used.")
        )
        self.boxes["number"].name(self.tr("From number"))
        self.do.setText(self.tr("Give them back"))
        self.show_count(self._counted)


_MOST_SPANS = 6
"""Ranges that are named; the others are counted with them."""
