"""What the record says of each kind of act, in the order of how much of its detail a sentence needs."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from outlet_app.domain.activity import ActivityKind as Kind

SENTENCES: dict[Kind, tuple[object, ...]] = {
    Kind.OUTLET_FOUNDED: (QT_TRANSLATE_NOOP("ActWording", "Founded the outlet"),),
    Kind.SIGNED_IN: (QT_TRANSLATE_NOOP("ActWording", "Signed in"),),
    Kind.SIGN_IN_REFUSED: (
        QT_TRANSLATE_NOOP("ActWording", "Reported, not proven: sign-in as {person} refused at {at_ms} ({why})"),
        QT_TRANSLATE_NOOP("ActWording", "Reported, not proven: a sign-in was refused"),
    ),
    Kind.LOCKED: (QT_TRANSLATE_NOOP("ActWording", "Locked the counter"),),
    Kind.UNLOCKED: (QT_TRANSLATE_NOOP("ActWording", "Unlocked the counter"),),
    Kind.CHANGED_PERSON: (
        QT_TRANSLATE_NOOP("ActWording", "Took over from {person} by PIN"),
        QT_TRANSLATE_NOOP("ActWording", "Took over by PIN"),
    ),
    Kind.SIGNED_OUT: (
        QT_TRANSLATE_NOOP("ActWording", "Was signed out: {why}"),
        QT_TRANSLATE_NOOP("ActWording", "Signed out"),
    ),
    Kind.ACCEPTED: (QT_TRANSLATE_NOOP("ActWording", "Accepted the parcel"),),
    Kind.CORRECTED: (
        QT_TRANSLATE_NOOP(
            "ActWording", "Changed weight from {was_weight_g} to {weight_g}, fee from {was_fee_fen} to {fee_fen}"
        ),
        QT_TRANSLATE_NOOP("ActWording", "Changed the weight from {was_weight_g} to {weight_g}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed the fee from {was_fee_fen} to {fee_fen}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed the payment from {was_payment} to {payment}"),
        QT_TRANSLATE_NOOP("ActWording", "Put the waybill right"),
    ),
    Kind.RELABELLED: (
        QT_TRANSLATE_NOOP("ActWording", "Made a new label with code, number {serial}, {by}"),
        QT_TRANSLATE_NOOP("ActWording", "Made a new label with code, number {serial}"),
        QT_TRANSLATE_NOOP("ActWording", "Made a new label with code"),
    ),
    Kind.LABEL_WRAP_ERASED: (
        QT_TRANSLATE_NOOP("ActWording", "The label's code opens nothing any more: {reason}"),
        QT_TRANSLATE_NOOP("ActWording", "The label's code opens nothing any more"),
    ),
    Kind.LABEL_TAKEN: (
        QT_TRANSLATE_NOOP("ActWording", "Sent a label with code to {printer}"),
        QT_TRANSLATE_NOOP("ActWording", "Sent a label with code to the printer"),
    ),
    Kind.PRINTED: (
        QT_TRANSLATE_NOOP("ActWording", "Hand-over list {list} came out of {printer}"),
        QT_TRANSLATE_NOOP("ActWording", "The label came out of {printer}"),
        QT_TRANSLATE_NOOP("ActWording", "The label was printed"),
    ),
    Kind.PRINT_FAILED: (
        QT_TRANSLATE_NOOP("ActWording", "{printer} did not print hand-over list {list}"),
        QT_TRANSLATE_NOOP("ActWording", "{printer} did not print the label"),
        QT_TRANSLATE_NOOP("ActWording", "The label was not printed"),
    ),
    Kind.PRINTED_WITHOUT_CODE: (
        QT_TRANSLATE_NOOP("ActWording", "Sent the shelf label {shelf_code} to {printer}"),
        QT_TRANSLATE_NOOP("ActWording", "Sent a label without code to {printer}"),
        QT_TRANSLATE_NOOP("ActWording", "Sent a label without code to the printer"),
    ),
    Kind.TEST_PRINTED: (
        QT_TRANSLATE_NOOP("ActWording", "Printed a test page on {printer}"),
        QT_TRANSLATE_NOOP("ActWording", "Printed a test page"),
    ),
    Kind.LISTED: (
        QT_TRANSLATE_NOOP("ActWording", "Put the parcel on hand-over list {list}, {way}"),
        QT_TRANSLATE_NOOP("ActWording", "Put the parcel on a hand-over list"),
    ),
    Kind.UNLISTED: (
        QT_TRANSLATE_NOOP("ActWording", "Took the parcel off hand-over list {list}"),
        QT_TRANSLATE_NOOP("ActWording", "Took the parcel off its hand-over list"),
    ),
    Kind.LIST_OPENED: (
        QT_TRANSLATE_NOOP("ActWording", "Opened hand-over list {list} of {carrier}"),
        QT_TRANSLATE_NOOP("ActWording", "Opened a hand-over list of {carrier}"),
        QT_TRANSLATE_NOOP("ActWording", "Opened a hand-over list"),
    ),
    Kind.LIST_CLOSED: (
        QT_TRANSLATE_NOOP("ActWording", "Closed hand-over list {list} of {carrier}: {count} parcels, {weight_g}"),
        QT_TRANSLATE_NOOP("ActWording", "Closed the hand-over list of {carrier}"),
        QT_TRANSLATE_NOOP("ActWording", "Closed a hand-over list"),
    ),
    Kind.HANDED_OVER: (
        QT_TRANSLATE_NOOP("ActWording", "Handed the parcel over with list {list}"),
        QT_TRANSLATE_NOOP("ActWording", "Handed the parcel over"),
    ),
    Kind.ARRIVED: (
        QT_TRANSLATE_NOOP("ActWording", "Shelved an arrived parcel of {carrier} at {shelf_code}"),
        QT_TRANSLATE_NOOP("ActWording", "Shelved an arrived parcel"),
    ),
    Kind.MOVED: (
        QT_TRANSLATE_NOOP("ActWording", "Moved the parcel from {was_shelf_code} to {shelf_code}"),
        QT_TRANSLATE_NOOP("ActWording", "Moved the parcel to another shelf"),
    ),
    Kind.ARRIVAL_CORRECTED: (
        QT_TRANSLATE_NOOP("ActWording", "Changed the cash on delivery from {was_cod_fen} to {cod_fen}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed the freight to collect from {was_collect_fen} to {collect_fen}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed an arrival's carrier from {was_carrier} to {carrier}"),
        QT_TRANSLATE_NOOP("ActWording", "Put an arrival right"),
    ),
    Kind.ARRIVAL_UNDONE: (QT_TRANSLATE_NOOP("ActWording", "Took an arrival back"),),
    Kind.COLLECTED: (
        QT_TRANSLATE_NOOP(
            "ActWording", "Gave the parcel at {shelf_code} out for {cod_fen} on delivery and {collect_fen} freight"
        ),
        QT_TRANSLATE_NOOP("ActWording", "Gave the parcel at {shelf_code} out for {cod_fen} on delivery"),
        QT_TRANSLATE_NOOP("ActWording", "Gave the parcel at {shelf_code} out for {collect_fen} freight"),
        QT_TRANSLATE_NOOP("ActWording", "Gave the parcel at {shelf_code} out"),
        QT_TRANSLATE_NOOP("ActWording", "Gave the parcel out"),
    ),
    Kind.COLLECTION_REFUSED: (
        QT_TRANSLATE_NOOP("ActWording", "Did not give the parcel at {shelf_code} out: other digits were typed"),
        QT_TRANSLATE_NOOP("ActWording", "Did not give a parcel out: other digits were typed"),
    ),
    Kind.COLLECTION_UNDONE: (
        QT_TRANSLATE_NOOP("ActWording", "Took a collection back: the parcel is on its shelf again"),
    ),
    Kind.RETURNED: (
        QT_TRANSLATE_NOOP("ActWording", "Gave the parcel back to its carrier with list {list}"),
        QT_TRANSLATE_NOOP("ActWording", "The parcel came back and waits for its sender at {came_back_to}"),
        QT_TRANSLATE_NOOP("ActWording", "Sent the parcel back"),
    ),
    Kind.REFUSED: (
        QT_TRANSLATE_NOOP("ActWording", "The parcel goes back to its carrier: {reason}"),
        QT_TRANSLATE_NOOP("ActWording", "The recipient refused the parcel"),
    ),
    Kind.FORWARDED: (QT_TRANSLATE_NOOP("ActWording", "Forwarded the parcel"),),
    Kind.LOST: (
        QT_TRANSLATE_NOOP("ActWording", "Marked the parcel as lost: {reason}"),
        QT_TRANSLATE_NOOP("ActWording", "Marked the parcel as lost"),
    ),
    Kind.CANCELLED: (
        QT_TRANSLATE_NOOP("ActWording", "Cancelled the waybill: {reason}; {refund_fen} given back"),
        QT_TRANSLATE_NOOP("ActWording", "Cancelled the waybill: {reason}"),
        QT_TRANSLATE_NOOP("ActWording", "Cancelled the waybill"),
    ),
    Kind.SEARCHED: (
        QT_TRANSLATE_NOOP("ActWording", "A look-up by {key} was refused: {refused}"),
        QT_TRANSLATE_NOOP("ActWording", "Scanned one of our labels: {outcome}"),
        QT_TRANSLATE_NOOP("ActWording", "Listed the parcels that wait for {days} days or longer: {hits} shown"),
        QT_TRANSLATE_NOOP("ActWording", "Looked up by {key}: {hits} found"),
        QT_TRANSLATE_NOOP("ActWording", "Looked something up"),
    ),
    Kind.OPENED_FOR_CORRECTION: (
        QT_TRANSLATE_NOOP("ActWording", "Opened the details to put them right, {by}"),
        QT_TRANSLATE_NOOP("ActWording", "Opened the details to put them right"),
    ),
    Kind.REVEALED: (
        QT_TRANSLATE_NOOP("ActWording", "Revealed the {field} {by}: {reason}. {note}"),
        QT_TRANSLATE_NOOP("ActWording", "Revealed the {field} {by}: {reason}"),
        QT_TRANSLATE_NOOP("ActWording", "Revealed the {field}: {reason}"),
        QT_TRANSLATE_NOOP("ActWording", "Revealed the {field}"),
        QT_TRANSLATE_NOOP("ActWording", "Revealed a part of the details"),
    ),
    Kind.REVEAL_REFUSED: (
        QT_TRANSLATE_NOOP("ActWording", "A new label {reprint} was refused: {why}"),
        QT_TRANSLATE_NOOP("ActWording", "Showing the {field} was refused: {why}"),
        QT_TRANSLATE_NOOP("ActWording", "A reveal was refused: {why}"),
        QT_TRANSLATE_NOOP("ActWording", "A reveal was refused"),
    ),
    Kind.COPIED: (
        QT_TRANSLATE_NOOP("ActWording", "Copied the {field} that was revealed"),
        QT_TRANSLATE_NOOP("ActWording", "Copied what was revealed"),
    ),
    Kind.FOREIGN_LABEL_SCANNED: (
        QT_TRANSLATE_NOOP("ActWording", "Scanned a label that is {why}"),
        QT_TRANSLATE_NOOP("ActWording", "Scanned a label that is not ours or not genuine"),
    ),
    Kind.FILE_IMPORTED: (
        QT_TRANSLATE_NOOP("ActWording", "Read a merchant's file: {rows} rows taken, {refused} refused"),
        QT_TRANSLATE_NOOP("ActWording", "Read a merchant's file"),
    ),
    Kind.NUMBERS_ENTERED: (
        QT_TRANSLATE_NOOP("ActWording", "Entered the numbers {first} to {last} of {carrier}"),
        QT_TRANSLATE_NOOP("ActWording", "Entered waybill numbers"),
    ),
    Kind.NUMBER_VOIDED: (
        QT_TRANSLATE_NOOP("ActWording", "Set number {number} of {carrier} aside as void: {reason}"),
        QT_TRANSLATE_NOOP("ActWording", "Set number {number} of {carrier} aside as void"),
        QT_TRANSLATE_NOOP("ActWording", "Set a waybill number aside as void"),
    ),
    Kind.NUMBERS_RETURNED: (
        QT_TRANSLATE_NOOP("ActWording", "Gave the numbers {first} to {last} back to {carrier}"),
        QT_TRANSLATE_NOOP("ActWording", "Gave waybill numbers back"),
    ),
    Kind.NUMBERS_SETTLED: (
        QT_TRANSLATE_NOOP("ActWording", "Settled the numbers {first} to {last} of {carrier}: {settled}"),
        QT_TRANSLATE_NOOP("ActWording", "Settled numbers that a restore left in doubt"),
    ),
    Kind.DAY_ENDED: (QT_TRANSLATE_NOOP("ActWording", "Ended the day"),),
    Kind.CASH_COUNTED: (
        QT_TRANSLATE_NOOP("ActWording", "Counted the cash: {counted_fen}"),
        QT_TRANSLATE_NOOP("ActWording", "Counted the cash"),
    ),
    Kind.STATEMENT_MADE: (
        QT_TRANSLATE_NOOP("ActWording", "Signed as owner: {person} is a {role}"),
        QT_TRANSLATE_NOOP("ActWording", "Signed as owner: {subject} of {person}"),
        QT_TRANSLATE_NOOP("ActWording", "Signed as owner: {subject}"),
        QT_TRANSLATE_NOOP("ActWording", "Signed an owner's statement"),
    ),
    Kind.ACCOUNT_INVITED: (
        QT_TRANSLATE_NOOP("ActWording", "Invited {person}"),
        QT_TRANSLATE_NOOP("ActWording", "Invited somebody"),
    ),
    Kind.INVITATION_ACCEPTED: (QT_TRANSLATE_NOOP("ActWording", "Took up the invitation and set a password"),),
    Kind.ACCOUNT_RESET: (
        QT_TRANSLATE_NOOP("ActWording", "Gave {person} a new code for signing in"),
        QT_TRANSLATE_NOOP("ActWording", "Gave somebody a new code for signing in"),
    ),
    Kind.DUTIES_ACCEPTED: (
        QT_TRANSLATE_NOOP("ActWording", "Accepted the duties, version {version}"),
        QT_TRANSLATE_NOOP("ActWording", "Accepted the duties"),
    ),
    Kind.ROLE_CHANGED: (
        QT_TRANSLATE_NOOP("ActWording", "Changed the role of {person}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed a role"),
    ),
    Kind.DISMISSED: (
        QT_TRANSLATE_NOOP("ActWording", "Dismissed {person}"),
        QT_TRANSLATE_NOOP("ActWording", "Dismissed somebody"),
    ),
    Kind.PASSWORD_CHANGED: (QT_TRANSLATE_NOOP("ActWording", "Changed the password"),),
    Kind.PIN_CHANGED: (
        QT_TRANSLATE_NOOP("ActWording", "PIN: {pin}"),
        QT_TRANSLATE_NOOP("ActWording", "Set a PIN"),
    ),
    Kind.KEY_ROTATED: (QT_TRANSLATE_NOOP("ActWording", "Changed the key of the database"),),
    Kind.CARD_REPLACED: (
        QT_TRANSLATE_NOOP("ActWording", "Replaced the owner card of {person}"),
        QT_TRANSLATE_NOOP("ActWording", "Replaced the owner card"),
    ),
    Kind.SHEET_REPLACED: (QT_TRANSLATE_NOOP("ActWording", "Replaced the recovery sheet"),),
    Kind.SEED_REPLACED: (
        QT_TRANSLATE_NOOP("ActWording", "All {waybills} waybills are locked to the owner's new keys"),
        QT_TRANSLATE_NOOP("ActWording", "Replaced the owner's keys"),
    ),
    Kind.REWRAPPED: (
        QT_TRANSLATE_NOOP("ActWording", "Locked {waybills} waybills to the owner's new key"),
        QT_TRANSLATE_NOOP("ActWording", "Locked waybills to the owner's new key"),
    ),
    Kind.WRAPS_TRIED: (
        QT_TRANSLATE_NOOP("ActWording", "Tried the owner's key on {tried} waybills; {odd} do not open"),
        QT_TRANSLATE_NOOP("ActWording", "Tried the owner's key on the newest waybills"),
    ),
    Kind.SETTING_CHANGED: (
        QT_TRANSLATE_NOOP("ActWording", "Named a key of {carrier}: {fingerprint}, in force from {at_ms}"),
        QT_TRANSLATE_NOOP("ActWording", "Withdrew the key of {carrier}: {withdrawn}"),
        QT_TRANSLATE_NOOP(
            "ActWording",
            "Ordered to erase the details of {erasing} waybills, accepted {since} to {until}; confirmed by {second}",
        ),
        QT_TRANSLATE_NOOP("ActWording", "Erased the details ordered: {erased} waybills, accepted {since} to {until}"),
        QT_TRANSLATE_NOOP(
            "ActWording", "Asked to erase the details of {erasing_asked} waybills, accepted up to {until}"
        ),
        QT_TRANSLATE_NOOP("ActWording", "Took back the wish to erase details up to {erasing_dropped}"),
        QT_TRANSLATE_NOOP("ActWording", "Set up the paper of {printer}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed the carrier {changed_carrier} from “{old}” to “{new}”"),
        QT_TRANSLATE_NOOP("ActWording", "Changed the table of sort codes of {codes_of}: rows before {old}, now {new}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed the order of the carriers{carrier_order}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed a limit from {old} to {new}: {limit}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed {policy} from {old} to {new}"),
        QT_TRANSLATE_NOOP("ActWording", "Changed the setting {name} from “{old}” to “{new}”"),
        QT_TRANSLATE_NOOP("ActWording", "Changed a setting"),
    ),
    Kind.LIMIT_LIFTED: (
        QT_TRANSLATE_NOOP("ActWording", "Lifted {limit} for {person}"),
        QT_TRANSLATE_NOOP("ActWording", "Lifted a limit for today"),
    ),
    Kind.SUSPENDED: (
        QT_TRANSLATE_NOOP("ActWording", "Was suspended: {why}"),
        QT_TRANSLATE_NOOP("ActWording", "Look-ups were suspended"),
    ),
    Kind.MISMATCH_ACKNOWLEDGED: (
        QT_TRANSLATE_NOOP("ActWording", "Acknowledged that the record did not fit: {reason}"),
        QT_TRANSLATE_NOOP("ActWording", "Acknowledged that the record did not fit"),
    ),
    Kind.FLAG_TICKED: (
        QT_TRANSLATE_NOOP("ActWording", "Ticked a flag of {person} off ({flag}): {note}"),
        QT_TRANSLATE_NOOP("ActWording", "Ticked a flag off ({flag}): {note}"),
        QT_TRANSLATE_NOOP("ActWording", "Ticked a flag off"),
    ),
    Kind.FLAG_MUTED: (
        QT_TRANSLATE_NOOP("ActWording", "Flags of {person} are {shown}: {flag}"),
        QT_TRANSLATE_NOOP("ActWording", "Muted flags of {person}: {flag}"),
        QT_TRANSLATE_NOOP("ActWording", "Muted a kind of flag for somebody"),
    ),
    Kind.REVIEWED: (
        QT_TRANSLATE_NOOP("ActWording", "Looked through the review; flags open: {flags}"),
        QT_TRANSLATE_NOOP("ActWording", "Looked through the review"),
    ),
    Kind.CANARIES_SEALED: (QT_TRANSLATE_NOOP("ActWording", "Sealed the list of canaries anew"),),
    Kind.REPORT_MADE: (
        QT_TRANSLATE_NOOP("ActWording", "Sent hand-over list {list} to {printer}"),
        QT_TRANSLATE_NOOP("ActWording", "Made the {report} about {person}"),
        QT_TRANSLATE_NOOP("ActWording", "Made the {report}"),
        QT_TRANSLATE_NOOP("ActWording", "Made a report"),
    ),
    Kind.HANDOVER_WRITTEN: (
        QT_TRANSLATE_NOOP(
            "ActWording",
            "Wrote the sealed hand-over of list {list} for {carrier}: {count} waybills, {without} left out",
        ),
        QT_TRANSLATE_NOOP("ActWording", "Wrote the sealed hand-over for {carrier}"),
        QT_TRANSLATE_NOOP("ActWording", "Wrote a sealed hand-over"),
    ),
    Kind.UPGRADED: (
        QT_TRANSLATE_NOOP("ActWording", "Upgraded to version {version}"),
        QT_TRANSLATE_NOOP("ActWording", "Upgraded the program"),
    ),
    Kind.BACKUP_MADE: (
        QT_TRANSLATE_NOOP("ActWording", "Made the backup {file}"),
        QT_TRANSLATE_NOOP("ActWording", "Made a backup"),
    ),
    Kind.BACKUP_CHECKED: (
        QT_TRANSLATE_NOOP("ActWording", "Checked the backup {file}: {found}"),
        QT_TRANSLATE_NOOP("ActWording", "Checked a backup"),
    ),
    Kind.SALVAGED: (
        QT_TRANSLATE_NOOP("ActWording", "Saved a damaged database: {acts_lost} acts, {waybills_lost} waybills lost"),
        QT_TRANSLATE_NOOP("ActWording", "Its proof was lost with a damaged database; kept as it was found"),
    ),
    Kind.RESTORED: (
        QT_TRANSLATE_NOOP(
            "ActWording", "Restored the outlet from a backup that ends at act {from_n}; {uncertain} numbers left alone"
        ),
        QT_TRANSLATE_NOOP("ActWording", "Restored the outlet from a backup"),
    ),
    Kind.PARTS_EMPTIED: (
        QT_TRANSLATE_NOOP("ActWording", "Term over: emptied the masked names and tails of {waybills} waybills"),
        QT_TRANSLATE_NOOP("ActWording", "Term over: emptied the tails of {parcels} arrived parcels"),
        QT_TRANSLATE_NOOP("ActWording", "Emptied masked names and tails"),
    ),
    Kind.DETAILS_ERASED: (
        QT_TRANSLATE_NOOP("ActWording", "Erased the details of {waybills} waybills"),
        QT_TRANSLATE_NOOP("ActWording", "Erased details"),
    ),
    Kind.RECORD_VERIFIED: (
        QT_TRANSLATE_NOOP("ActWording", "Verified the record: it does not fit at act {at}"),
        QT_TRANSLATE_NOOP("ActWording", "Verified the record: {acts} acts, {result}"),
        QT_TRANSLATE_NOOP("ActWording", "Verified the record"),
    ),
    Kind.CLOCK_MOVED: (
        QT_TRANSLATE_NOOP("ActWording", "The PC's clock: {move} ({by_min} min)"),
        QT_TRANSLATE_NOOP("ActWording", "The PC's clock: {move}"),
        QT_TRANSLATE_NOOP("ActWording", "The PC's clock was moved"),
    ),
    Kind.DATE_CONFIRMED: (
        QT_TRANSLATE_NOOP("ActWording", "Confirmed that it is {day}"),
        QT_TRANSLATE_NOOP("ActWording", "Confirmed the date"),
    ),
    Kind.INTEGRITY_FAULT: (
        QT_TRANSLATE_NOOP(
            "ActWording", "Another hand changed the settings of {changed_carrier}; look at them and save them anew"
        ),
        QT_TRANSLATE_NOOP("ActWording", "Another hand changed the sort codes of {codes_of}; load their table anew"),
        QT_TRANSLATE_NOOP("ActWording", "A fault was found: {what}"),
        QT_TRANSLATE_NOOP("ActWording", "A fault was found in the database"),
    ),
    Kind.REMOTE_SESSION_SEEN: (
        QT_TRANSLATE_NOOP("ActWording", "The screen was shown on another computer: {way}"),
        QT_TRANSLATE_NOOP("ActWording", "The screen was shown on another computer"),
    ),
}
"""Of each kind the first sentence is taken whose facts are all there; the last one needs none."""
