"""Relance: dunning (relance d'impayés) inside the accountant's workbook."""

__version__ = "0.1.0"
