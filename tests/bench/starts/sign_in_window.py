"""The program as the command line starts it, over the outlet that XDG_DATA_HOME and XDG_STATE_HOME name."""

from __future__ import annotations

from painted import end_when_painted

from outlet_app.__main__ import main

end_when_painted("SignInView")
main([])
