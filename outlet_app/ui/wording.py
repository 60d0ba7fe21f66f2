"""The words for what the program knows as values: errors, faults of a form, fields, choices of a list."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from outlet_app import errors
from outlet_app.domain.account import Role
from outlet_app.domain.limits import LimitName
from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import Fault, FaultKind, OutletError
from outlet_app.ui import carrier_names, languages

if TYPE_CHECKING:
    from outlet_app.domain.carrier import Carrier, Service

_SENTENCES: dict[type[OutletError], object] = {
    errors.InvalidDraft: QT_TRANSLATE_NOOP("Wording", "Some fields cannot be accepted yet. Mend the marked ones."),
    errors.NotPermitted: QT_TRANSLATE_NOOP("Wording", "Your account may not do this. Ask the owner."),
    errors.SessionLocked: QT_TRANSLATE_NOOP("Wording", "The counter is locked. Sign in or type your PIN to go on."),
    errors.WrongPassword: QT_TRANSLATE_NOOP("Wording", "That did not open. Check what you typed and try again."),
    errors.InvitationExpired: QT_TRANSLATE_NOOP(
        "Wording", "The invitation's time is over. Ask the owner for a new one."
    ),
    errors.DeviceSecretMissing: QT_TRANSLATE_NOOP(
        "Wording", "This PC's key store gives no device secret. Unlock the key store, or ask the owner to restore."
    ),
    errors.MustWait: QT_TRANSLATE_NOOP("Wording", "Too many failed tries. Try again after {until}."),
    errors.LimitReached: QT_TRANSLATE_NOOP(
        "Wording", "The limit is used up. It opens again at {until}; the owner can lift it."
    ),
    errors.WithNumber: QT_TRANSLATE_NOOP("Wording", "Something is wrong with {number}."),
    errors.WithPath: QT_TRANSLATE_NOOP("Wording", "Something is wrong with {path}. Check the disk."),
    errors.FileDamaged: QT_TRANSLATE_NOOP("Wording", "The file {path} is damaged. Restore it from a backup."),
    errors.FileMissing: QT_TRANSLATE_NOOP("Wording", "The file {path} is missing. Put it back or restore a backup."),
    errors.FileTooNew: QT_TRANSLATE_NOOP("Wording", "The file {path} is from a later version. Install that version."),
    errors.FileBusy: QT_TRANSLATE_NOOP(
        "Wording", "The program is already open on this outlet. Use that window or close it."
    ),
    errors.KeysDoNotFit: QT_TRANSLATE_NOOP(
        "Wording",
        "The key file and the database {path} do not belong together. Put the right key file back, or restore.",
    ),
    errors.FileReadOnly: QT_TRANSLATE_NOOP("Wording", "{path} cannot be written to. Check its rights and the disk."),
    errors.DiskFull: QT_TRANSLATE_NOOP(
        "Wording", "The disk is full; nothing was lost. Make room and try again. ({path})"
    ),
    errors.BackupUnproven: QT_TRANSLATE_NOOP(
        "Wording", "The backup could not be read back. Try another disk. ({path})"
    ),
    errors.BackupFolderUnfit: QT_TRANSLATE_NOOP(
        "Wording", "A backup beside the outlet's own files is lost with them. Choose a stick or another disk."
    ),
    errors.HandoverFolderUnfit: QT_TRANSLATE_NOOP(
        "Wording", "That folder is the outlet's own. Choose a stick or a folder that the carrier reads."
    ),
    errors.HandoverFolderGone: QT_TRANSLATE_NOOP(
        "Wording", "The folder {path} for sealed hand-overs is not there. Plug the stick in again."
    ),
    errors.HandoverFolderNotSet: QT_TRANSLATE_NOOP(
        "Wording", "No folder is chosen for sealed hand-overs. The owner chooses one under Carrier keys."
    ),
    errors.DateNotConfirmed: QT_TRANSLATE_NOOP(
        "Wording", "The clock of this PC was moved. Confirm the date first; then name the key."
    ),
    errors.TableUnreadable: QT_TRANSLATE_NOOP(
        "Wording", "{path} is no table this page can read. Save it as CSV with a line of headings and choose it again."
    ),
    errors.TableTooLong: QT_TRANSLATE_NOOP(
        "Wording", "{path} is too long: {most} rows at most. Split it, or take out what you do not need."
    ),
    errors.BackupFolderNotSet: QT_TRANSLATE_NOOP("Wording", "No folder for backups is set up yet. Choose one first."),
    errors.Stopped: QT_TRANSLATE_NOOP("Wording", "Stopped. What was there before still stands."),
    errors.SchemaChanged: QT_TRANSLATE_NOOP(
        "Wording", "The database was changed from outside. Tell the owner; do not work on with it."
    ),
    errors.HistoryBroken: QT_TRANSLATE_NOOP(
        "Wording", "The activity record does not fit together at act {at}. Tell the owner."
    ),
    errors.KeyMismatch: QT_TRANSLATE_NOOP(
        "Wording", "A sealed part does not belong here or was changed. Tell the owner."
    ),
    errors.StatementRefused: QT_TRANSLATE_NOOP("Wording", "An owner's order cannot be verified. Tell the owner."),
    errors.ErasingTooEarly: QT_TRANSLATE_NOOP(
        "Wording", "Nothing can be erased yet: no term is over, or the 24 hours of waiting are not."
    ),
    errors.DetailsErased: QT_TRANSLATE_NOOP(
        "Wording", "The details of {number} were erased at the end of their term. Nobody can open them any more."
    ),
    errors.SeedStillMoving: QT_TRANSLATE_NOOP(
        "Wording", "Waybills are still being locked to the last new keys. Let that end first; your card makes it go on."
    ),
    errors.LabelCodeRefused: QT_TRANSLATE_NOOP("Wording", "This is no code of this program. Scan it again."),
    errors.NoLabelInHand: QT_TRANSLATE_NOOP("Wording", "Scan the label of the parcel in your hand first."),
    errors.RevealOver: QT_TRANSLATE_NOOP("Wording", "It is masked again. Reveal it once more, then copy it."),
    errors.LabelTermOver: QT_TRANSLATE_NOOP(
        "Wording", "Seven days after accepting no label opens the details any more. Print one without code."
    ),
    errors.RemoteSessionSeen: QT_TRANSLATE_NOOP(
        "Wording", "This screen is shown to another computer. Nothing is revealed here until that ends."
    ),
    errors.RevealsStopped: QT_TRANSLATE_NOOP(
        "Wording", "The activity record does not fit together. Nothing is revealed until the owner has seen to it."
    ),
    errors.Suspended: QT_TRANSLATE_NOOP("Wording", "Your look-ups are suspended. The owner can lift that."),
    errors.NumbersExhausted: QT_TRANSLATE_NOOP(
        "Wording", "{carrier} has no free waybill number left. Type a number, or ask the owner to enter a new range."
    ),
    errors.NumberUsed: QT_TRANSLATE_NOOP("Wording", "Waybill number {number} is already in use. Type another one."),
    errors.MaskTooThin: QT_TRANSLATE_NOOP(
        "Wording", "The label would show too much of the {field}. Nothing was printed; check what stands there."
    ),
    errors.LabelTooFull: QT_TRANSLATE_NOOP("Wording", "The {field} does not fit on the label. Shorten it."),
    errors.MissingGlyph: QT_TRANSLATE_NOOP(
        "Wording", "No typeface here can draw the character “{character}” ({field}). Write it another way."
    ),
    errors.NothingToReprint: QT_TRANSLATE_NOOP(
        "Wording", "The ten minutes for this label are over. Print it without code."
    ),
    errors.NothingToCorrect: QT_TRANSLATE_NOOP(
        "Wording", "The ten minutes for this are over. Scan the parcel's label to put it right."
    ),
    errors.ParcelHasLeft: QT_TRANSLATE_NOOP(
        "Wording", "The parcel of waybill {number} has left the shop. It gets no label any more."
    ),
    errors.AlreadyOnShelf: QT_TRANSLATE_NOOP("Wording", "This parcel stands at {shelf_code} already."),
    errors.ShelfFull: QT_TRANSLATE_NOOP(
        "Wording", "Shelf {shelf} has no free place; places rest for two days. Choose another shelf."
    ),
    errors.NotOnShelf: QT_TRANSLATE_NOOP(
        "Wording", "Parcel {number} no longer stands on its shelf. Look it up again to see where it went."
    ),
    errors.DayOver: QT_TRANSLATE_NOOP(
        "Wording",
        "It is past 04:00: {day} is over and cannot be ended any more. Its sheet can still be printed; what is counted "
        "now belongs to the new day.",
    ),
    errors.UndoOver: QT_TRANSLATE_NOOP(
        "Wording", "This can no longer be taken back: more than ten minutes are over, or somebody else did it."
    ),
    errors.PaperTooSmall: QT_TRANSLATE_NOOP(
        "Wording", "There is {stock} paper in this printer, too small for this. Choose another printer."
    ),
    errors.WithPrinter: QT_TRANSLATE_NOOP("Wording", "Something is wrong with the printer {printer}. Check it."),
    errors.PrinterUnavailable: QT_TRANSLATE_NOOP(
        "Wording", "The printer {printer} does not answer. Check power, cable and paper, then print again."
    ),
    errors.PrinterGone: QT_TRANSLATE_NOOP(
        "Wording",
        "The printer {printer} is gone or has another name. Choose one here; the owner approves a new name for codes.",
    ),
    errors.PrinterNotApproved: QT_TRANSLATE_NOOP(
        "Wording", "The owner has not approved the printer {printer}. It prints labels without code."
    ),
    errors.PrinterMakesFiles: QT_TRANSLATE_NOOP(
        "Wording", "The printer {printer} makes files. Approve one that prints on paper."
    ),
    errors.SpoolKeepsJob: QT_TRANSLATE_NOOP(
        "Wording", "The print system keeps what was sent to {printer}. Set PreserveJobFiles to No, then make a new one."
    ),
    errors.PasteTooLong: QT_TRANSLATE_NOOP(
        "Wording", "The pasted text is longer than {limit} characters. Paste one address at a time."
    ),
}

_LIMIT_WITHOUT_TIME = QT_TRANSLATE_NOOP("Wording", "The limit is used up. The owner can lift it for today.")

_FAULTS: dict[FaultKind, object] = {
    FaultKind.EMPTY: QT_TRANSLATE_NOOP("Wording", "Still missing."),
    FaultKind.TOO_LONG: QT_TRANSLATE_NOOP("Wording", "Too long. Shorten it."),
    FaultKind.NOT_A_NAME: QT_TRANSLATE_NOOP("Wording", "This is not a name. Check it."),
    FaultKind.NOT_A_PHONE: QT_TRANSLATE_NOOP("Wording", "This is not a phone number. Count the digits."),
    FaultKind.NO_DIVISION: QT_TRANSLATE_NOOP("Wording", "Province, city or district is missing. Choose it."),
    FaultKind.UNKNOWN_DIVISION: QT_TRANSLATE_NOOP("Wording", "There is no such place. Choose one from the list."),
    FaultKind.NO_DETAIL: QT_TRANSLATE_NOOP("Wording", "No street or house. Ask for it."),
    FaultKind.PREMASKED: QT_TRANSLATE_NOOP("Wording", "Parts are hidden by stars. Ask the customer for the whole."),
    FaultKind.IDENTITY_NUMBER: QT_TRANSLATE_NOOP(
        "Wording", "This looks like an identity number. It may not be kept; take it out."
    ),
    FaultKind.LABEL_CODE: QT_TRANSLATE_NOOP("Wording", "A label's code does not belong in a field. Take it out."),
    FaultKind.CONTROL_CHARACTER: QT_TRANSLATE_NOOP("Wording", "There is an invisible character. Type it again."),
    FaultKind.NOT_A_WEIGHT: QT_TRANSLATE_NOOP("Wording", "This is not a weight. Type kilograms, such as 1.25."),
    FaultKind.NOT_AN_AMOUNT: QT_TRANSLATE_NOOP("Wording", "This is not an amount. Type yuan, such as 12.50."),
    FaultKind.NOT_A_WAYBILL_NUMBER: QT_TRANSLATE_NOOP(
        "Wording", "This does not look like a number of this carrier. Check it."
    ),
    FaultKind.NUMBER_USED: QT_TRANSLATE_NOOP("Wording", "This number is already in use. Type another one."),
    FaultKind.NOT_TICKED: QT_TRANSLATE_NOOP("Wording", "Not ticked yet."),
    FaultKind.UNPRINTABLE: QT_TRANSLATE_NOOP("Wording", "A character here cannot be printed. Write it another way."),
    FaultKind.TOO_SHORT: QT_TRANSLATE_NOOP("Wording", "Too short. Take at least ten characters, a sentence is best."),
    FaultKind.TOO_COMMON: QT_TRANSLATE_NOOP("Wording", "Others guess this at once. Take something else."),
    FaultKind.CONTAINS_NAME: QT_TRANSLATE_NOOP("Wording", "A name is in it that everybody here knows. Take it out."),
    FaultKind.CONTAINS_PHONE: QT_TRANSLATE_NOOP("Wording", "A phone number is in it. Take it out."),
    FaultKind.NAME_USED: QT_TRANSLATE_NOOP("Wording", "Somebody here has this name already. Add something to it."),
    FaultKind.LAST_ONE: QT_TRANSLATE_NOOP("Wording", "No other carrier is offered. Switch another one on first."),
    FaultKind.NOT_A_PIN: QT_TRANSLATE_NOOP("Wording", "A PIN has six digits."),
    FaultKind.IN_NO_RANGE: QT_TRANSLATE_NOOP("Wording", "This number stands in none of this carrier's ranges."),
    FaultKind.NOT_A_CARRIER_KEY: QT_TRANSLATE_NOOP(
        "Wording", "This is not a carrier's key, or a character is wrong. It begins with HK1."
    ),
    FaultKind.NOT_ITS_FINGERPRINT: QT_TRANSLATE_NOOP(
        "Wording", "This key has another fingerprint. Ask the carrier again, by telephone."
    ),
    FaultKind.NOT_A_KEY: QT_TRANSLATE_NOOP(
        "Wording",
        "Type a whole number, a shelf code, the last four digits of a phone, or the name's first character and these.",
    ),
    FaultKind.NOT_OPENING_HOURS: QT_TRANSLATE_NOOP("Wording", "Two times like 08:00 and 20:00, the later one second."),
    FaultKind.NOT_IN_SHOP: QT_TRANSLATE_NOOP("Wording", "No waybill of this number stands in the shop."),
    FaultKind.ALREADY_MARKED: QT_TRANSLATE_NOOP("Wording", "This one is on the list already."),
    FaultKind.LIST_FULL: QT_TRANSLATE_NOOP("Wording", "The list is full. Take one off first."),
    FaultKind.OUT_OF_BOUNDS: QT_TRANSLATE_NOOP("Wording", "Too low or too high for this limit."),
    FaultKind.NOT_A_TAIL: QT_TRANSLATE_NOOP(
        "Wording", "Type the last digits of the phone as the label shows them, four at most; - where it shows none."
    ),
    FaultKind.NOT_A_SHELF: QT_TRANSLATE_NOOP("Wording", "Type the shelf in digits or letters, such as A3 or 15-1."),
    FaultKind.NOT_ITS_TAIL: QT_TRANSLATE_NOOP(
        "Wording", "These are not this parcel's digits. Ask again, or look at its label."
    ),
    FaultKind.NOT_TAKEN: QT_TRANSLATE_NOOP("Wording", "Take the money first, then tick it."),
    FaultKind.NOT_A_SHAPE: QT_TRANSLATE_NOOP(
        "Wording", "Not a shape of numbers. Type a real number and let it be made from that."
    ),
    FaultKind.NOT_A_SPAN: QT_TRANSLATE_NOOP(
        "Wording", "The first day comes before the last; totals are of a month at most."
    ),
    FaultKind.NOT_A_MOMENT: QT_TRANSLATE_NOOP("Wording", "Type day and time, such as 2026-11-22 14:05, not to come."),
    FaultKind.NOT_A_SORT_CODE: QT_TRANSLATE_NOOP(
        "Wording", "A sort code has digits, capital letters, hyphens and spaces, 20 at most, and nobody's phone."
    ),
    FaultKind.NOT_A_RANGE: QT_TRANSLATE_NOOP(
        "Wording", "First and last number must be alike but for digits at their end, the first the smaller."
    ),
}

_FIELDS: dict[str, object] = {
    "sender": QT_TRANSLATE_NOOP("Wording", "sender"),
    "recipient": QT_TRANSLATE_NOOP("Wording", "recipient"),
    "sender.name": QT_TRANSLATE_NOOP("Wording", "sender's name"),
    "sender.phone": QT_TRANSLATE_NOOP("Wording", "sender's phone"),
    "sender.province": QT_TRANSLATE_NOOP("Wording", "sender's province"),
    "sender.city": QT_TRANSLATE_NOOP("Wording", "sender's city"),
    "sender.district": QT_TRANSLATE_NOOP("Wording", "sender's district"),
    "sender.detail": QT_TRANSLATE_NOOP("Wording", "sender's street and house"),
    "recipient.name": QT_TRANSLATE_NOOP("Wording", "recipient's name"),
    "recipient.phone": QT_TRANSLATE_NOOP("Wording", "recipient's phone"),
    "recipient.province": QT_TRANSLATE_NOOP("Wording", "recipient's province"),
    "recipient.city": QT_TRANSLATE_NOOP("Wording", "recipient's city"),
    "recipient.district": QT_TRANSLATE_NOOP("Wording", "recipient's district"),
    "recipient.detail": QT_TRANSLATE_NOOP("Wording", "recipient's street and house"),
    "carrier": QT_TRANSLATE_NOOP("Wording", "carrier"),
    "service": QT_TRANSLATE_NOOP("Wording", "service"),
    "number": QT_TRANSLATE_NOOP("Wording", "waybill number"),
    "category": QT_TRANSLATE_NOOP("Wording", "category"),
    "contents": QT_TRANSLATE_NOOP("Wording", "contents"),
    "remark": QT_TRANSLATE_NOOP("Wording", "remark"),
    "weight": QT_TRANSLATE_NOOP("Wording", "weight"),
    "payment": QT_TRANSLATE_NOOP("Wording", "payment"),
    "fee": QT_TRANSLATE_NOOP("Wording", "fee"),
    "cash_on_delivery": QT_TRANSLATE_NOOP("Wording", "cash on delivery"),
    "declared_value": QT_TRANSLATE_NOOP("Wording", "declared value"),
    "sort_code": QT_TRANSLATE_NOOP("Wording", "sort code"),
    "tail": QT_TRANSLATE_NOOP("Wording", "tail"),
    "shelf": QT_TRANSLATE_NOOP("Wording", "shelf"),
    "shelf_code": QT_TRANSLATE_NOOP("Wording", "shelf code"),
    "collect": QT_TRANSLATE_NOOP("Wording", "freight to collect"),
    "inspected": QT_TRANSLATE_NOOP("Wording", "inspected"),
    "real_name_checked": QT_TRANSLATE_NOOP("Wording", "real-name checked"),
}

_CHOICES: dict[Category | Payment | Role, object] = {
    Category.DOCUMENTS: QT_TRANSLATE_NOOP("Wording", "Documents"),
    Category.CLOTHING: QT_TRANSLATE_NOOP("Wording", "Clothing"),
    Category.FOOD: QT_TRANSLATE_NOOP("Wording", "Food"),
    Category.DAILY: QT_TRANSLATE_NOOP("Wording", "Daily goods"),
    Category.ELECTRONICS: QT_TRANSLATE_NOOP("Wording", "Electronics"),
    Category.BOOKS: QT_TRANSLATE_NOOP("Wording", "Books"),
    Category.COSMETICS: QT_TRANSLATE_NOOP("Wording", "Cosmetics"),
    Category.OTHER: QT_TRANSLATE_NOOP("Wording", "Other"),
    Payment.PAID: QT_TRANSLATE_NOOP("Wording", "Prepaid"),
    Payment.MONTHLY: QT_TRANSLATE_NOOP("Wording", "Monthly"),
    Payment.COLLECT: QT_TRANSLATE_NOOP("Wording", "Collect"),
    Role.CLERK: QT_TRANSLATE_NOOP("Wording", "Clerk"),
    Role.OWNER: QT_TRANSLATE_NOOP("Wording", "Owner"),
}


_LIMITS: dict[LimitName, object] = {
    LimitName.SCAN_REVEALS_HOUR: QT_TRANSLATE_NOOP("Wording", "reveals by scan, each person in an hour"),
    LimitName.SCAN_REVEALS_DAY: QT_TRANSLATE_NOOP("Wording", "reveals by scan, each person in a day"),
    LimitName.OUTLET_REVEALS_DAY: QT_TRANSLATE_NOOP("Wording", "reveals of the whole outlet in a day"),
    LimitName.OWNER_REVEALS_DAY: QT_TRANSLATE_NOOP("Wording", "reveals without a label, each owner in a day"),
    LimitName.LOOK_UPS_HOUR: QT_TRANSLATE_NOOP("Wording", "look-ups by tail or name, each person in an hour"),
    LimitName.MISSES_HOUR: QT_TRANSLATE_NOOP(
        "Wording", "look-ups that find nothing, each person in an hour, until suspended"
    ),
    LimitName.CODED_REPRINTS: QT_TRANSLATE_NOOP("Wording", "new labels with code for one waybill"),
}


def sentence(error: OutletError) -> str:
    """What happened and what to do, for one known error.

    Times are told on this machine's clock as `HH:MM:SS`. A file is named without its folders.
    """
    if isinstance(error, errors.LimitReached) and error.until is None:
        return _translated(_LIMIT_WITHOUT_TIME)
    return _translated(_SENTENCES[type(error)]).format(**_facts(error))


def fault_sentence(fault: Fault) -> str:
    """What is wrong with one field of a form and how to mend it; stands beside the field, so it does not name it."""
    return _translated(_FAULTS[fault.kind])


def together(*sentences: str) -> str:
    """Sentences behind one another; behind a Chinese full stop stands no space, and empty ones are left out."""
    return " ".join(filter(None, sentences)).replace("。 ", "。")


def field_name(field: str) -> str:
    """The name of a field by its dotted path in `WaybillDraft`, as it stands within a sentence."""
    return _translated(_FIELDS[field])


def choice_name(choice: Category | Payment | Role) -> str:
    """The word for one entry of a fixed list."""
    return _translated(_CHOICES[choice])


def limit_name(name: LimitName) -> str:
    """What a limit limits, as it stands within a sentence."""
    return _translated(_LIMITS[name])


def carrier_name(carrier: Carrier | Service) -> str:
    """The carrier's or service's own name in the language of the screen."""
    return carrier_names.own_name(carrier)


def _facts(error: OutletError) -> dict[str, str]:
    return {name: _fact(name, value) for name, value in vars(error).items()}


def _fact(name: str, value: object) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone():%H:%M:%S}"
    if isinstance(value, PurePath):
        return value.name
    text = str(value)
    if name == "field":
        return field_name(text)
    if name == "carrier":
        return carrier_names.named(text)
    return text


def _translated(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return languages.translated("Wording", str(text))
