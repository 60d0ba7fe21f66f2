"""Keys and the locks they open."""
