"""Everything at rest: the SQLCipher database and the one way to write into it."""
