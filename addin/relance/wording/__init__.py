"""Codes and facts become sentences, labels, amounts and dates."""
