"""Totals that a template prints inside a loop: once for each turn, as if each were a sum to pay.

A loop on the tables of a letter, on their rows or on the history of a claim prints its body again;
the total of the whole letter would be read, and added up, as many times. A turn that a template
picks out (`{% if loop.last %}`) prints once.
"""

from collections.abc import Iterable, Iterator

from jinja2 import nodes

from .template import Fault, path_of

# Sums of a whole letter.
TOTALS = frozenset({
    "total", "total_en_lettres", "total_penalites", "total_indemnites", "total_accessoires",
    "total_termes", "somme_convenue", "somme_en_lettres",
})  # fmt: skip
OF_A_TABLE = frozenset({"total", "principal", "penalites", "indemnites"})
TABLES = "tables"
EDGES = ("first", "last")  # of a loop: one turn of it


def repeated(tree: nodes.Template) -> Iterator[Fault]:
    """Yield a fault for each total that is printed inside a loop which repeats it."""
    yield from _block(tree.body, ())


def _block(body: Iterable[nodes.Node], around: tuple[nodes.For | None, ...]) -> Iterator[Fault]:
    """Follow statements; `around` are the loops that are open, None for one turn picked out."""
    for node in body:
        if isinstance(node, nodes.For):
            yield from _block(node.body, (*around, node))
            yield from _block(node.else_, around)
        elif isinstance(node, nodes.If):
            once = (*around[:-1], None) if around and _is_edge(node.test) else around
            yield from _block(node.body, once)
            yield from _block((*node.elif_, *node.else_), around)
        elif isinstance(node, nodes.Output):
            yield from _printed(node, [loop for loop in around if loop])


def _printed(node: nodes.Output, loops: list[nodes.For]) -> Iterator[Fault]:
    """Yield the totals that an output prints once a turn of some loops."""
    if not loops:
        return
    names = {_variable(loop): loop for loop in loops}
    for one in node.find_all(nodes.Name):
        if one.name in TOTALS and one.name not in names:
            yield Fault(one.lineno, one.name, "repeated")
    for part in node.find_all(nodes.Getattr):
        base = part.node.name if isinstance(part.node, nodes.Name) else ""
        own = names.get(base)
        if own and own is not loops[-1] and path_of(own.iter) == TABLES and part.attr in OF_A_TABLE:
            yield Fault(part.lineno, path_of(part), "repeated")


def _variable(loop: nodes.For) -> str:
    return loop.target.name if isinstance(loop.target, nodes.Name) else ""


def _is_edge(test: nodes.Node) -> bool:
    """Tell whether a condition picks out one turn of the loop that it is in."""
    return isinstance(test, nodes.Getattr) and path_of(test) in {f"loop.{edge}" for edge in EDGES}
