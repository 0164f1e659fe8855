"""The small faults that can be made in a Python file: a comparison turned round, a number one too high, a term left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv,
}  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """The file, line and place in its bytes, what stands there, and what is to stand there instead."""

    path: Path
    line: int
    span: tuple[int, int]
    before: str
    after: str

    def __str__(self) -> str:
        """Return the fault as a reader of the code would note it."""
        return f"{self.path}:{self.line}: {self.before} → {self.after}"

    def made_in(self, source: bytes) -> bytes:
        """Return the source with the fault."""
        start, end = self.span
        return source[:start] + self.after.encode() + source[end:]


def faults(path: Path) -> Iterator[Fault]:
    """Yield every fault that can be made in a file."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    todo: list[ast.AST] = [ast.parse(source)]
    while todo:
        node = todo.pop()
        if not isinstance(node, ast.JoinedStr):  # Python 3.11 does not know where the parts of an f-string stand
            todo += ast.iter_child_nodes(node)
        if isinstance(node, ast.expr) and (after := faulty(node)):
            span = starts[node.lineno - 1] + node.col_offset, starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
            yield Fault(path, node.lineno, span, ast.unparse(node), after)


def faulty(node: ast.expr) -> str:
    """Return the text of the expression with a fault, nothing where none is to be made."""
    changed: ast.expr
    match node:
        case ast.Compare(ops=[operator, *others]) if type(operator) in SWAPPED:
            changed = ast.Compare(node.left, [_swapped(operator), *others], node.comparators)
        case ast.BoolOp(op=operator):
            changed = ast.BoolOp(_swapped(operator), node.values)
        case ast.BinOp(op=operator) if type(operator) in SWAPPED:
            changed = ast.BinOp(node.left, _swapped(operator), node.right)
        case ast.UnaryOp(op=ast.Not()):
            return f"bool({ast.unparse(node.operand)})"
        case ast.Constant(value=bool(truth)):
            return str(not truth)
        case ast.Constant(value=int(number)):
            return str(number + 1)
        case _:
            return ""
    return f"({ast.unparse(changed)})"


def _swapped(operator: ast.AST) -> Any:
    return SWAPPED[type(operator)]()
