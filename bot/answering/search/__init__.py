"""How published things are found: descriptors, their weight, and which ones a question means."""
