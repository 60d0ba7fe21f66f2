"""The one command of a checkout: `python3 installer/dev.py run | test | check | label | bench | soak | translate`.

This file stays readable to old interpreters, so that one of them can say what it lacks.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  an older python3 may well be the one that starts this file
    sys.exit(
        "Outlet App needs Python 3.11 or newer; %s is Python %d.%d."  # noqa: UP031  as above
        % (sys.executable, sys.version_info[0], sys.version_info[1])
    )

from commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
