"""What people come to do: one class for each use case; plain values in and out."""
