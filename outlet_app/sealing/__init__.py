"""Keys and the locks they open: functions over bytes; no rows, no windows."""
