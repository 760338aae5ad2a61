"""What kind of answer each DUNNING_* function gives, for hosts that show them differently."""

# A number or a day: a sentence in their cells would make sums silently short.
NUMBERS = frozenset(
    {
        "DUNNING_DUE_DATE",
        "DUNNING_DAYS",
        "DUNNING_PHASE_BY_AGE",
        "DUNNING_PHASE",
        "DUNNING_NEXT_DATE",
        "DUNNING_RATE",
        "DUNNING_FLOOR",
        "DUNNING_INTEREST",
        "DUNNING_FEE",
        "DUNNING_TOTAL",
        "DUNNING_CLAIM_FROM",
        "DUNNING_LIMITATION",
        "DUNNING_HOLIDAYS",
    }
)

# A block of cells to one question; all others answer row by row, each row on its own.
BLOCKS = frozenset({"DUNNING_EXPLAIN", "DUNNING_PLAN", "DUNNING_HOLIDAYS", "DUNNING_TABLE"})
