"""The literals of a source file, read without running it."""

import ast
from collections.abc import Iterator

# Where the code stands among the arguments of a record.
CODE_AT = {"Reason": 0, "Finding": 2}


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give the line and text of each string that is not a docstring."""
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in documentation:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def codes(tree: ast.Module) -> Iterator[str]:
    """Give the codes of the findings and reasons that a file makes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = CODE_AT.get(node.func.id)
            if place is not None:
                yield from _written(_argument(node, place))


def error_codes(tree: ast.Module) -> Iterator[str]:
    """Give the class attributes `code = "..."`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "code":
                    yield from _written(line.value)


def _argument(call: ast.Call, place: int) -> ast.expr | None:
    if len(call.args) > place:
        return call.args[place]
    return next((word.value for word in call.keywords if word.arg == "code"), None)


def _written(node: ast.expr | None) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _written(node.body)
        yield from _written(node.orelse)
