"""This machine's printers, and PDFs on their way to them; a page to dots.

Printers are CUPS queues, read and fed through CUPS's own programs (`ipptool`, `lp`), never through Qt's print dialog,
which prints to files. On a system without CUPS there are none yet: Windows' spooler comes with a later issue.
"""

from outlet_app.domain.printer import FILE_FOLDER
from outlet_app.printing.cups import spool_keeps_jobs
from outlet_app.printing.folders import folder_printer, is_tray, tray
from outlet_app.printing.jobs import (
    JobReport,
    JobState,
    SpooledJob,
    Trouble,
    cancel,
    job_report,
    print_pdf,
    print_secret,
    printers,
    watch,
)
from outlet_app.printing.pictures import Picture, page_count, page_picture

__all__ = [
    "FILE_FOLDER",
    "JobReport",
    "JobState",
    "Picture",
    "SpooledJob",
    "Trouble",
    "cancel",
    "folder_printer",
    "is_tray",
    "job_report",
    "page_count",
    "page_picture",
    "print_pdf",
    "print_secret",
    "printers",
    "spool_keeps_jobs",
    "tray",
    "watch",
]
