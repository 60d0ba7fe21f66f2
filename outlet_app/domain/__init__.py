"""What a courier outlet is: pure values and rules, no files, no keys, no windows."""
