"""The one door to message boxes and file dialogs, and the seam by which tests answer them."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget  # noqa: TID251 - this is the door

_answers: deque[object] = deque()


def answer_next(*answers: bool | Path | None) -> None:
    """Answer the next questions without a window, in this order: for tests.

    True or False for `ask`, a path or None for `choose_folder` and `choose_file`, True for "copy" in `show_crash`.
    """
    _answers.extend(answers)


def unasked() -> int:
    """How many answers of `answer_next` no question has taken yet; a test that leaves some failed to ask."""
    return len(_answers)


def forget_answers() -> None:
    """Drop the answers that no question has taken."""
    _answers.clear()


def ask(parent: QWidget | None, question: str, yes: str, no: str, *, detail: str = "") -> bool:
    """Put a decision to the person; `yes` and `no` are what the two buttons say, verbs rather than yes and no.

    `no` is the default and what Escape means, so that a scanner's Enter decides nothing.
    """
    if _answers:
        return bool(_answers.popleft())
    box = QMessageBox(QMessageBox.Icon.Question, _title(), question, QMessageBox.StandardButton.NoButton, parent)
    box.setInformativeText(detail)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refused = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refused)
    box.setEscapeButton(refused)
    box.exec()
    return box.clickedButton() is agreed


def choose_folder(parent: QWidget | None, title: str, start: Path) -> Path | None:
    """Let the person choose an existing folder, beginning at `start`; None when he changed his mind."""
    if _answers:
        return _path_answer()
    dialog = _file_dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def choose_file(parent: QWidget | None, title: str, start: Path, pattern: str) -> Path | None:
    """Let the person choose an existing file; `pattern` is a Qt name filter such as `CSV (*.csv)`."""
    if _answers:
        return _path_answer()
    dialog = _file_dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(pattern)
    return _chosen(dialog)


def show_crash(report: str, parent: QWidget | None = None) -> None:
    """Say that the program made a mistake, that accepted work is safe, and offer to copy `report`.

    `report` comes from `crash_report.technical_report`: it names code lines and versions, never a value.
    """
    copy = bool(_answers.popleft()) if _answers else _ask_to_copy(report, parent)
    if copy:
        QGuiApplication.clipboard().setText(report)


def _ask_to_copy(report: str, parent: QWidget | None) -> bool:
    box = QMessageBox(QMessageBox.Icon.Warning, _title(), _crash_text(), QMessageBox.StandardButton.NoButton, parent)
    box.setInformativeText(_crash_advice())
    box.setDetailedText(report)
    copy = box.addButton(
        QCoreApplication.translate("Prompts", "Copy the technical report"), QMessageBox.ButtonRole.ActionRole
    )
    close = box.addButton(QCoreApplication.translate("Prompts", "Go on working"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.exec()
    return box.clickedButton() is copy


def _file_dialog(parent: QWidget | None, title: str, start: Path) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start))
    # What Qt's own Chinese leaves out.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("Prompts", "In:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, QCoreApplication.translate("Prompts", "Kind:"))
    return dialog


def _chosen(dialog: QFileDialog) -> Path | None:
    agreed = dialog.exec() == QFileDialog.DialogCode.Accepted
    dialog.deleteLater()
    return Path(dialog.selectedFiles()[0]) if agreed else None


def _path_answer() -> Path | None:
    answer = _answers.popleft()
    return answer if isinstance(answer, Path) else None


def _title() -> str:
    return QCoreApplication.translate("Prompts", "Outlet App")


def _crash_text() -> str:
    return QCoreApplication.translate("Prompts", "The program made a mistake. Your last step may not have been done.")


def _crash_advice() -> str:
    return QCoreApplication.translate(
        "Prompts",
        "Every waybill that was confirmed on screen is stored and safe. Look at the last labels before you repeat "
        "the step. The technical report holds line numbers and versions only, nothing about customers.",
    )
