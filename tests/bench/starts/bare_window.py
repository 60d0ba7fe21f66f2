"""The least that PySide6 can show: a window with nothing in it."""

from __future__ import annotations

from painted import end_when_painted
from PySide6.QtWidgets import QApplication, QWidget

end_when_painted("QWidget")
window = QWidget()
window.resize(1366, 728)
window.show()
QApplication.exec()
