"""One module a regime of late-payment law."""
