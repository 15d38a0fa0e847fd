"""The demo: made-up people and animals, and simulators that act through the public API alone."""
