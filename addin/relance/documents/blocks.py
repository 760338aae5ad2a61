"""Blocks of a template that open and don't close, or close and don't open: each by its own tag.

A brace outside every tag is what is left of one: « { total } » would be printed as it stands.

jinja names the end of the file; a person wants the tag that waits for its end.
"""

import re
from collections.abc import Iterator, Sequence

from .repair import tags_in
from .template import Fault

STATEMENT = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%-?\s*(\w+)(.*?)-?%\}", re.DOTALL)
ENDS = {"endif": "if", "endfor": "for"}
MIDDLES = {"else": ("if", "for"), "elif": ("if",)}
KNOWN = {"if", "for", *ENDS, *MIDDLES}
# What jinja knows besides: those are refused with a reason of their own.
OTHERS = {"set", "endset", "macro", "endmacro", "include", "import", "from", "extends", "block",
          "endblock", "call", "endcall", "filter", "endfilter", "with", "endwith", "autoescape",
          "endautoescape"}  # fmt: skip


def unbalanced(source: str) -> Iterator[Fault]:
    """Yield the first tag of a template that has no counterpart, and those that are none."""
    opened: list[tuple[str, Fault]] = []
    for name, tag, line in _statements(source):
        fault = Fault(line, tag, "")
        if name in ("if", "for"):
            opened.append((name, fault))
        elif name in ENDS:
            if not opened or opened[-1][0] != ENDS[name]:
                yield _crossed(opened, fault, ENDS[name])
                return
            opened.pop()
        elif name in MIDDLES and (not opened or opened[-1][0] not in MIDDLES[name]):
            yield Fault(line, tag, "no_opening", "if")
            return
        elif name not in KNOWN and name not in OTHERS:
            yield Fault(line, tag, "unknown_tag")
            return
    if opened:
        name, fault = opened[-1]
        yield Fault(fault.line, fault.field, "no_end", f"end{name}")


def _crossed(opened: list[tuple[str, Fault]], fault: Fault, name: str) -> Fault:
    """The end of a block that is not the one that waits for its end."""
    if opened and any(kind == name for kind, _ in opened):
        waiting, first = opened[-1]
        return Fault(first.line, first.field, "no_end", f"end{waiting}")
    return Fault(fault.line, fault.field, "no_opening", name)


def _statements(source: str) -> Iterator[tuple[str, str, int]]:
    """Yield the name, the text and the line of each statement."""
    line, at = 1, 0
    for found in STATEMENT.finditer(source):
        line += source.count("\n", at, found.start())
        at = found.start()
        if found[1]:
            yield found[1], " ".join(found[0].split()), line


def broken(paragraphs: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield (paragraph, words) for each line that has a brace outside of every tag."""
    whole = "\n".join(paragraphs)
    rest, at = [], 0
    for first, last in tags_in(whole):
        rest += [whole[at:first], "\n" * whole.count("\n", first, last)]
        at = last
    for row, line in enumerate("".join([*rest, whole[at:]]).split("\n"), start=1):
        if "{" in line or "}" in line:
            yield row, _braced(line)


def _braced(line: str) -> str:
    """Return the words of a line from its first brace to its last one."""
    first = min(at for at in (line.find("{"), line.find("}")) if at >= 0)
    last = max(line.rfind("{"), line.rfind("}"))
    return " ".join((line[first : last + 1] if last > first else line).split())[:60]


def tags_of(line: str) -> str:
    """Return the tags of a line, for a fault that jinja knows by its line alone."""
    found = (" ".join(one[0].split()) for one in STATEMENT.finditer(line))
    return " ".join(one for one in found if not one.startswith("{#"))[:80]
