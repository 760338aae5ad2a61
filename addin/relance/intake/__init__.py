"""READERS: files that accountants bring."""
