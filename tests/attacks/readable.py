"""Everything of the open windows that somebody could read, take back, copy or decode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from outlet_app.paper import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = ("text", "placeholderText", "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription")
_LARGER = 2
"""A code on a screen has smaller dots than one on a label; a picture is also looked at enlarged."""


def texts(window: QWidget) -> Iterator[str]:
    """What each widget says, and said before: undo is called until there is none, which empties the fields."""
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.windowTitle()
        for name in _WORDS:
            said = widget.property(name)
            if isinstance(said, str):
                yield said
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            yield from _history(widget)


def clipboard_texts() -> Iterator[str]:
    """What can be pasted, by key and by the middle button."""
    clipboard = QApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield clipboard.text(mode)


def decoded(window: QWidget) -> frozenset[str]:
    """What bars and squares in a picture of the window say to whoever photographs the screen."""
    picture = window.grab().toImage()
    return decoded_picture(picture) | decoded_picture(picture.scaled(picture.size() * _LARGER))


def decoded_picture(picture: QImage) -> frozenset[str]:
    """What bars and squares in a picture say."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    lines = [bytes(picture.constScanLine(y))[: 3 * picture.width()] for y in range(picture.height())]
    return codes.read_back(picture.width(), picture.height(), b"".join(lines))


def _history(field: QLineEdit | QPlainTextEdit | QTextEdit) -> Iterator[str]:
    document = field if isinstance(field, QLineEdit) else field.document()
    while True:
        yield field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        if not document.isUndoAvailable():
            return
        document.undo()
