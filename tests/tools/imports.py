"""What a source file imports, read without running it: static, relative and dynamic imports."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DYNAMIC = {"import_module", "__import__"}
UNREADABLE = "?"  # a dynamic import whose name is not written in the call


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module, by its full dotted name; `lazy` when a function does it."""

    module: str
    line: int
    lazy: bool


def dotted(path: Path, source: Path) -> str:
    """Return a file's module name, e.g. `relance.core.money`, from the folder that holds it."""
    parts = path.relative_to(source).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, source: Path) -> list[Import]:
    """Return everything that a file imports, relative names made absolute."""
    package = path.relative_to(source).parent.parts
    return list(_walk(ast.parse(path.read_text("utf-8")), package, lazy=False))


def _walk(node: ast.AST, package: tuple[str, ...], *, lazy: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        yield from (Import(name, child.lineno, lazy) for name in _named(child, package))  # type: ignore[attr-defined]
        inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from _walk(child, package, lazy=lazy or inside or _only_for_types(child))


def _named(node: ast.AST, package: tuple[str, ...]) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = _absolute("." * node.level + (node.module or ""), package)
        # `from relance import core` names a module, `from relance.core import x` may: keep both.
        return [base, *(f"{base}.{alias.name}" for alias in node.names)]
    if isinstance(node, ast.Call) and _callee(node) in DYNAMIC:
        return [_dynamic(node.args[0] if node.args else None, package)]
    return []


def _dynamic(name: ast.expr | None, package: tuple[str, ...]) -> str:
    """The module of a dynamic import; for f".{name}" the package that surely holds it."""
    if isinstance(name, ast.JoinedStr) and name.values:
        start = name.values[0]
        if isinstance(start, ast.Constant) and str(start.value).endswith("."):
            holder = _absolute(str(start.value), package).removesuffix(".")
            return holder if "." in holder else UNREADABLE
    if isinstance(name, ast.Constant) and isinstance(name.value, str):
        return _absolute(name.value, package)
    return UNREADABLE


def _callee(node: ast.Call) -> str:
    called = node.func
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _absolute(name: str, package: tuple[str, ...]) -> str:
    level = len(name) - len(name.lstrip("."))
    base = package[: len(package) - level + 1] if level else ()
    return ".".join([*base, *([name[level:]] if name[level:] else [])])


def _only_for_types(node: ast.AST) -> bool:
    test = node.test if isinstance(node, ast.If) else None
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"
