"""What VBA allows and the interpreter does not know, put in other words after it was parsed."""

from dataclasses import fields, is_dataclass
from typing import Any

from pyopenvba.interpreter import _ast

OURS = {"relancehote", "relancecache", "relancefonctions", "relanceaide", "relanceruban"}


def readable(module: _ast.Module) -> None:
    """Leave out the attributes of procedures, which hold help, and the names of our modules.

    `RelanceHote.Horloge` becomes `Horloge`: public names are told apart by themselves.
    """
    for procedure in module.procedures:
        procedure.body = [one for one in procedure.body if not _is_attribute(one)]
    _unqualify(module)


def _is_attribute(statement: _ast.Stmt) -> bool:
    return getattr(statement, "reason", "") == "a procedure attribute"


def _unqualify(node: Any) -> None:
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, list):
            setattr(node, field.name, [_plain(one) for one in value])
        elif is_dataclass(value):
            setattr(node, field.name, _plain(value))


def _plain(node: Any) -> Any:
    if isinstance(node, tuple):
        return tuple(_plain(one) for one in node)
    if not is_dataclass(node):
        return node
    if isinstance(node, _ast.Member) and _is_ours(node.target):
        return _ast.Name(line=node.line, name=node.name)
    _unqualify(node)
    return node


def _is_ours(target: _ast.Expr | None) -> bool:
    return isinstance(target, _ast.Name) and target.name.lower() in OURS
