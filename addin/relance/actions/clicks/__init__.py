"""What a click does, the same in every spreadsheet: it asks, shows, writes once and sums up."""
