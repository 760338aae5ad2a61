"""SHAPE: sheets, headings, rows and records."""
