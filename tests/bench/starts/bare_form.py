"""A plain form that asks for the same: a heading, three names, a password. No look, language or face of its own."""

from __future__ import annotations

from painted import end_when_painted
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

end_when_painted("QLineEdit")
window = QWidget()
column = QVBoxLayout(window)
column.addWidget(QLabel("谁在柜台？"), alignment=Qt.AlignmentFlag.AlignHCenter)
for name in ("王店主", "陈伟", "林芳"):
    column.addWidget(QPushButton(name))
password = QLineEdit()
password.setEchoMode(QLineEdit.EchoMode.Password)
column.addWidget(password)
window.resize(1366, 728)
window.show()
QApplication.exec()
