"""DOORS: translate a spreadsheet's cells, clicks and dialogs; decide nothing."""
