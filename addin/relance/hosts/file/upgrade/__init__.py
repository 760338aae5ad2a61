"""A closed workbook given what a later release has: sheets, columns, parameters, macros."""
