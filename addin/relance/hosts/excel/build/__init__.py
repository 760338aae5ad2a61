"""How the macro workbook is built: its VBA project, its ribbon, its package."""
