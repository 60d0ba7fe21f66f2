"""The tests; each module of the program has a file of its own here, under the same path."""
