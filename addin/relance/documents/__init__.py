"""PAPER: e-mails, letters, notices and call sheets."""
