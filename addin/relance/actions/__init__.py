"""VERBS: what a user asks for; each takes a Book, a day and an output folder."""
