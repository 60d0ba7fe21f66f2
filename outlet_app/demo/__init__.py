"""An outlet to try the program with: founded anew at each start, with a month of made-up parcels behind it."""

from outlet_app.demo.outlet import CLERKS, DAYS, OWNER, QUICK, WAYBILLS, Demo, make_demo
from outlet_app.demo.people import made_up_person

__all__ = ["CLERKS", "DAYS", "OWNER", "QUICK", "WAYBILLS", "Demo", "made_up_person", "make_demo"]
