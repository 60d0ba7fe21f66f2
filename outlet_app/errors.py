"""What a person can act on: the `OutletError` family, and the faults of a form.

An `OutletError` holds data, never a sentence; its words live in `ui.wording`, in every language. Whatever is not an
`OutletError` is a bug of ours and goes to the one crash window.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path


class FaultKind(StrEnum):
    """Why a field of a form cannot be accepted as it stands."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_A_NAME = "not_a_name"
    NOT_A_PHONE = "not_a_phone"
    NO_DIVISION = "no_division"
    UNKNOWN_DIVISION = "unknown_division"
    NO_DETAIL = "no_detail"
    PREMASKED = "premasked"
    IDENTITY_NUMBER = "identity_number"
    LABEL_CODE = "label_code"
    CONTROL_CHARACTER = "control_character"
    NOT_A_WEIGHT = "not_a_weight"
    NOT_AN_AMOUNT = "not_an_amount"
    NOT_A_WAYBILL_NUMBER = "not_a_waybill_number"
    NUMBER_USED = "number_used"
    NOT_TICKED = "not_ticked"
    UNPRINTABLE = "unprintable"
    TOO_SHORT = "too_short"
    TOO_COMMON = "too_common"
    CONTAINS_NAME = "contains_name"
    CONTAINS_PHONE = "contains_phone"
    NAME_USED = "name_used"
    LAST_ONE = "last_one"
    NOT_A_PIN = "not_a_pin"
    NOT_A_RANGE = "not_a_range"
    IN_NO_RANGE = "in_no_range"
    NOT_A_KEY = "not_a_key"
    OUT_OF_BOUNDS = "out_of_bounds"
    NOT_A_CARRIER_KEY = "not_a_carrier_key"
    NOT_ITS_FINGERPRINT = "not_its_fingerprint"
    NOT_A_TAIL = "not_a_tail"
    NOT_A_SHELF = "not_a_shelf"
    NOT_ITS_TAIL = "not_its_tail"
    NOT_TAKEN = "not_taken"
    NOT_A_SHAPE = "not_a_shape"
    NOT_A_SORT_CODE = "not_a_sort_code"
    NOT_A_MOMENT = "not_a_moment"
    NOT_A_SPAN = "not_a_span"
    NOT_OPENING_HOURS = "not_opening_hours"
    NOT_IN_SHOP = "not_in_shop"
    ALREADY_MARKED = "already_marked"
    LIST_FULL = "list_full"


@dataclass(frozen=True, slots=True)
class Fault:
    """One field of a form and what is wrong with it.

    `field` is a dotted path as in `WaybillDraft`: `recipient.phone`, `weight`, `number`. It never holds what was typed.
    """

    field: str
    kind: FaultKind


class OutletError(Exception):
    """Something a person can act on. Holds data, not sentences, and no personal data."""


class InvalidDraft(OutletError):
    """A form was handed over although some of its fields cannot be accepted."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


class NotPermitted(OutletError):
    """The signed-in account's role does not hold the permission that was asked for."""


class SessionLocked(OutletError):
    """The session is locked or over: its person signs in, or types his PIN, before anything more is done."""


class WrongPassword(OutletError):
    """A password, PIN, code or card did not open its slot. Says no more than that, so that a guesser learns nothing."""


class InvitationExpired(OutletError):
    """The invitation's time is over; the owner invites again."""


class DeviceSecretMissing(OutletError):
    """This PC's device secret is not where it was put: the system's key store is closed or silent, or was emptied."""


class MustWait(OutletError):
    """Too many sign-ins failed; the next try is heard at `until` (UTC)."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class LimitReached(OutletError):
    """A limit of the outlet is used up; it opens again at `until` (UTC), or where that is None by the owner alone."""

    def __init__(self, limit: str, until: datetime | None) -> None:
        super().__init__(limit, until)
        self.limit = limit
        self.until = until


class WithPath(OutletError):
    """An error about one file or folder, named by `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class WithNumber(OutletError):
    """An error about one waybill or arrived parcel, named by its `number`."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class FileDamaged(WithPath):
    """The file is not what it was when it was written."""


class FileMissing(WithPath):
    """The file should be there and is not."""


class FileTooNew(WithPath):
    """The file was written by a later version of the program."""


class FileBusy(WithPath):
    """Another copy of the program holds the file."""


class KeysDoNotFit(WithPath):
    """The database was written under other keys: the key file is another outlet's, or an older one of this outlet."""


class FileReadOnly(WithPath):
    """The file or its folder cannot be written to."""


class DiskFull(WithPath):
    """The disk that holds the file has no room left."""


class BackupUnproven(WithPath):
    """A backup was written but could not be read back as it was meant to be."""


class BackupFolderUnfit(WithPath):
    """A folder that cannot hold backups: it is the outlet's own, or lies within it."""


class TableUnreadable(WithPath):
    """A file that is to be taken in is no table of text: it is empty, in no known encoding, or lacks a column."""


class TableTooLong(WithPath):
    """A table that is to be taken in has more rows than `most`, or so many characters that it must have."""

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(path)
        self.args = (path, most)
        self.most = most


class BackupFolderNotSet(OutletError):
    """Nobody has chosen a folder for backups yet."""


class HandoverFolderUnfit(WithPath):
    """A folder that cannot hold sealed hand-overs: it is the outlet's own, or lies within it."""


class HandoverFolderGone(WithPath):
    """The folder for sealed hand-overs is not there, or does not answer: its stick was pulled out."""


class HandoverFolderNotSet(OutletError):
    """Nobody has chosen a folder for sealed hand-overs yet."""


class DateNotConfirmed(OutletError):
    """The PC's clock was moved and nobody confirmed the date since; what begins to wait by date is not begun."""


class ErasingTooEarly(OutletError):
    """No details are kept longer than their term, or the day between asking and ordering alone is not over."""


class DetailsErased(WithNumber):
    """The details of waybill `number` were erased at the end of their term: nobody opens them any more."""


class SeedStillMoving(OutletError):
    """Waybills are still being locked to the last new owner seed; another one waits until that is finished."""


class Stopped(OutletError):
    """Somebody stopped it, or the outlet was closed meanwhile; what was there before stands."""


class SchemaChanged(OutletError):
    """The database's tables, triggers or views are not the ones this program ships."""


class HistoryBroken(OutletError):
    """The activity record was cut, rolled back or rewritten at act `at`."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class KeyMismatch(OutletError):
    """A key, wrap or sealed text belongs to another record, version, outlet or account, or was changed."""


class StatementRefused(OutletError):
    """An owner statement does not verify, is older than one in force, or is named by the record and missing."""


class LabelCodeRefused(OutletError):
    """A scanned text is not a label, card, sheet or checkpoint code of the strict form."""


class NumbersExhausted(OutletError):
    """The carrier's number range has no free waybill number left."""

    def __init__(self, carrier: str) -> None:
        super().__init__(carrier)
        self.carrier = carrier


class NumberUsed(WithNumber):
    """The waybill number already belongs to a waybill in the shop."""


class MaskTooThin(OutletError):
    """The drawn label shows more of a person than the standard allows; the label is refused.

    `field` names the party and its part, as in `recipient.phone`.
    """

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class LabelTooFull(OutletError):
    """A field does not fit into its zone of the label at the smallest allowed type."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class MissingGlyph(OutletError):
    """No face on this machine can draw the character; `character` is a single grapheme."""

    def __init__(self, character: str, field: str) -> None:
        super().__init__(character, field)
        self.character = character
        self.field = field


class NothingToReprint(OutletError):
    """The label's ten minutes are over, or its parcel has left: no coded label can be printed again from memory."""


class NothingToCorrect(OutletError):
    """The waybill's ten minutes are over, or its parcel has left: it cannot be put right without its label."""


class ParcelHasLeft(WithNumber):
    """The parcel of this waybill is no longer in the shop: it gets no label any more."""


class AlreadyOnShelf(OutletError):
    """A parcel of this number and carrier stands in the shop already, at `shelf_code`."""

    def __init__(self, shelf_code: str) -> None:
        super().__init__(shelf_code)
        self.shelf_code = shelf_code


class ShelfFull(OutletError):
    """Every place of the shelf holds a parcel, or was freed less than two days ago."""

    def __init__(self, shelf: str) -> None:
        super().__init__(shelf)
        self.shelf = shelf


class NotOnShelf(WithNumber):
    """The arrived parcel of this number no longer stands on its shelf: it was given out, listed or sent on."""


class UndoOver(OutletError):
    """What is to be taken back was done more than ten minutes ago, by somebody else, or was followed by more."""


class DayOver(OutletError):
    """The outlet day that was to be ended is over since 04:00: what is counted now belongs to the next one."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class PaperTooSmall(OutletError):
    """What is to be printed does not fit on the paper in the chosen printer; `stock` names it, as in `60x40`."""

    def __init__(self, stock: str) -> None:
        super().__init__(stock)
        self.stock = stock


class WithPrinter(OutletError):
    """An error about one printer, named by `printer`."""

    def __init__(self, printer: str) -> None:
        super().__init__(printer)
        self.printer = printer


class PrinterUnavailable(WithPrinter):
    """The printer is gone, stopped, or refused the job."""


class PrinterGone(WithPrinter):
    """The printer that labels went to is no longer on this machine, or has another name."""


class PrinterNotApproved(WithPrinter):
    """The printer is not on the owner's signed list, or is no longer the device that was approved."""


class PrinterMakesFiles(WithPrinter):
    """The printer writes files, so the owner cannot approve it for coded labels."""


class SpoolKeepsJob(WithPrinter):
    """The print system would not let go of a document: what was printed can be copied from this machine's disk."""


class PasteTooLong(OutletError):
    """A pasted text is longer than any address block, so nothing was read from it; `limit` is in characters."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class NoLabelInHand(OutletError):
    """The details open by the label of the parcel in hand, and that was not scanned, or too long ago."""


class RevealOver(OutletError):
    """What is to be copied is masked again: its 20 seconds are over, or something else was revealed since."""


class LabelTermOver(OutletError):
    """The seven days in which a label opens its waybill are over: no new coded label is made for it."""


class RemoteSessionSeen(OutletError):
    """The screen of this PC is looked at from elsewhere: nothing is revealed meanwhile."""


class RevealsStopped(OutletError):
    """The record does not fit together: nothing is revealed until the owner acknowledges it with his card."""


class Suspended(OutletError):
    """The account's look-ups or reveals are suspended until the owner lifts it."""
