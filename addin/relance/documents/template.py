"""The templates' language: a small, closed part of jinja, checked before anything is rendered.

A template says words and names fields; it computes nothing and calls nothing. The part that is
allowed is listed here, so a template can neither reach Python nor grow without bound: what
jinja's sandbox leaves open (nested loops, doubling of texts) can't be written at all, and the
loops that can are counted and timed.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import StrictUndefined, nodes
from jinja2.environment import Template
from jinja2.exceptions import TemplateError, TemplateRuntimeError, TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context

from ..core.errors import TemplateFaultError
from ..wording.letter_fields import FIELDS
from .cleaning import clean
from .limits import Budget, TooLongError
from .names import plain

Fields = Mapping[str, object]

BUDGET = "#budget"  # not an identifier: no template can name it
FILTERS = ("upper", "lower", "capitalize", "trim", "length", "first", "last")
TESTS = ("defined", "odd", "even")
LOOP = dict.fromkeys(("index", "index0", "revindex", "first", "last", "length"), 1)
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Getattr,
    nodes.If, nodes.For, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.Filter, nodes.Test, nodes.Tuple, nodes.List,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a template: the line of its source, the field or tag, and a code."""

    line: int
    field: str
    reason: str
    near: str = ""


@pass_context
def _counted(context: Context, items: Iterable[object], loop: str) -> Iterator[object]:
    """Pass the items of a loop on, within the document's budget."""
    budget: Budget = context[BUDGET]
    for item in items:
        budget.turn(loop)
        yield item


def _printed(value: object) -> object:
    """Return a value fit for a document; a list, a record or a flag is not one."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool | list | tuple | Mapping):
        raise TemplateRuntimeError
    return value


def environment(
    *, escape: bool = False, finalize: Callable[[object], object] = _printed
) -> ImmutableSandboxedEnvironment:
    """Return an environment of templates.

    Args:
        escape: make values safe in XML and HTML.
        finalize: what every value becomes before it is printed.
    """
    made = ImmutableSandboxedEnvironment(
        autoescape=escape,
        undefined=StrictUndefined,
        finalize=finalize,
        keep_trailing_newline=True,
        cache_size=0,
    )
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS} | {"counted": _counted}
    made.tests = {name: made.tests[name] for name in TESTS}
    return made


MARKED = environment(escape=True)
PLAIN = environment()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template ready to render, any number of times."""

    file: str
    template: Template

    def render(self, fields: Fields) -> str:
        """Return the text with its fields filled in. Raises TemplateFaultError."""
        budget = Budget()
        try:
            pieces = self.template.generate({**fields, BUDGET: budget})
            return "".join(map(budget.write, pieces))
        except TooLongError as error:
            raise self._fault(error.message or "", "too_long") from error
        except (TemplateError, TypeError, ValueError) as error:  # a text compared with a number
            raise self._fault("", "broken") from error

    def _fault(self, field: str, reason: str) -> TemplateFaultError:
        return TemplateFaultError(file=self.file, paragraph=0, field=field, reason=reason)


def parse(env: ImmutableSandboxedEnvironment, source: str) -> nodes.Template | Fault:
    """Return the tree of a template, or its fault of syntax."""
    try:
        return env.parse(source)
    except TemplateSyntaxError as error:
        return Fault(error.lineno, (error.message or "").strip(), "syntax")


def compiled(env: ImmutableSandboxedEnvironment, tree: nodes.Template, file: str) -> Compiled:
    """Compile a tree without faults; its loops are counted."""
    for loop in tree.find_all(nodes.For):
        name = nodes.Const(path_of(loop.iter), lineno=loop.lineno)
        loop.iter = nodes.Filter(loop.iter, "counted", [name], [], None, None, lineno=loop.lineno)
    code = env.compile(tree)
    return Compiled(file, Template.from_code(env, code, env.make_globals(None)))


def faults(tree: nodes.Template, sample: Fields) -> list[Fault]:
    """Return what a template may not hold: other constructs, and fields that nobody fills.

    Args:
        tree: the parsed template.
        sample: fields with at least one element in every list; they stand for all others.
    """
    found = [
        Fault(node.lineno, type(node).__name__.lower(), "construct")
        for node in _outside(tree)
    ]  # fmt: skip
    if not found:
        _Fields(found).block(tree.body, sample)
    return found


def _outside(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the outermost nodes that are not in the allowed part of the language."""
    unknown_filter = isinstance(node, nodes.Filter) and node.name not in FILTERS
    unknown_test = isinstance(node, nodes.Test) and node.name not in TESTS
    if unknown_filter or unknown_test or not isinstance(node, ALLOWED):
        yield node
        return
    for child in node.iter_child_nodes():
        yield from _outside(child)


class _Fields:
    """Follow every name of a template through a sample of the fields."""

    def __init__(self, found: list[Fault]) -> None:
        self.found = found
        self._around: list[str] = []  # the lists of the loops that are open

    def block(self, body: Iterable[nodes.Node], scope: Fields) -> None:
        """Check statements and expressions one after another."""
        for node in body:
            if isinstance(node, nodes.For):
                self.loop(node, scope)
            elif isinstance(node, nodes.Output):
                self.output(node, scope)
            elif isinstance(node, nodes.Name | nodes.Getattr):
                self.value(node, scope)
            else:
                self.block(node.iter_child_nodes(), scope)

    def output(self, node: nodes.Output, scope: Fields) -> None:
        """Check what is printed: a list or a flag is no text."""
        for shown in node.nodes:
            if isinstance(self.value(shown, scope), bool | list | Mapping):
                self.found.append(Fault(shown.lineno, path_of(shown), "not_text"))

    def loop(self, node: nodes.For, scope: Fields) -> None:
        """Check a loop: its list, then its body with the list's first element."""
        items = self.value(node.iter, scope)
        if not isinstance(items, list | tuple) or not isinstance(node.target, nodes.Name):
            if items is not None:
                self.found.append(Fault(node.lineno, path_of(node.iter), "not_a_list"))
            return
        path = path_of(node.iter)
        looped = Fault(node.lineno, path, "looped")
        if path in self._around and looped not in self.found:
            self.found.append(looped)
        self._around.append(path)
        inside = {**scope, node.target.name: items[0], "loop": LOOP}
        self.block([node.test] if node.test else [], inside)
        self.block(node.body, inside)
        self._around.pop()
        self.block(node.else_, scope)

    def value(self, node: nodes.Node, scope: Fields) -> object:
        """Return what a name stands for; None, with a fault, when it stands for nothing."""
        if isinstance(node, nodes.Name):
            return self._look(node, node.name, scope)
        if isinstance(node, nodes.Getattr):
            base = self.value(node.node, scope)
            return None if base is None else self._look(node, node.attr, base)
        self.block([node], scope)
        return ""

    def _look(self, node: nodes.Expr, name: str, among: object) -> object:
        known = among if isinstance(among, Mapping) else {}
        if name in known:
            return known[name]
        reason, near = "unknown_field", _nearest(node, name, list(known))
        self.found.append(Fault(node.lineno, path_of(node), reason, near))
        return None


def _nearest(node: nodes.Expr, name: str, known: list[str]) -> str:
    """Return the field that was meant: one of the same place, else one of any list, else ""."""
    typed = plain(name).lower()
    before = f"{path_of(node.node)}." if isinstance(node, nodes.Getattr) else ""
    elsewhere = {path.rpartition(".")[2]: path for path in reversed(FIELDS)}
    among = elsewhere | {one: before + one for one in known}
    near = difflib.get_close_matches(typed, among, 1, 0.7) or difflib.get_close_matches(
        typed, known
    )
    return among[near[0]] if near else ""


def path_of(node: nodes.Node) -> str:
    """Return a field as the template writes it: `creancier.nom`."""
    if isinstance(node, nodes.Getattr):
        return f"{path_of(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else type(node).__name__.lower()


def constants(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield the texts that a template writes inside its tags, with their lines."""
    for node in tree.find_all(nodes.Const):
        if isinstance(node.value, str):
            yield node.lineno, node.value
