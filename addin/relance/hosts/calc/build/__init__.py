"""The extension for LibreOffice, made of text: types, configuration, icons and vendored code."""
