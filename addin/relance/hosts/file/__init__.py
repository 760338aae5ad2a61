"""A closed workbook on disk."""
