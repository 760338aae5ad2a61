"""TRUTH: pure functions and frozen records; no clock, no file, no French."""
