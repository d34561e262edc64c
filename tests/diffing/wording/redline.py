"""Spans as one line of text, for tables of cases.

[old→new] replaced   [-old] omitted   [+new] added   {old|new} typographic   <1-old> <1+old> moved
"""

from collections.abc import Iterable

from diffing.model import Op, Span


def redline(spans: Iterable[Span]) -> str:
    return "".join(_shown(span) for span in spans)


def _shown(span: Span) -> str:
    if span.move is not None:
        return f"<{span.move}{'-' if span.left else '+'}{span.left or span.right}>"
    if span.op is Op.EQUAL:
        return f"{{{span.left}|{span.right}}}" if span.typographic else span.right
    if span.op is Op.REPLACE:
        return f"[{span.left}→{span.right}]"
    return f"[-{span.left}]" if span.op is Op.DELETE else f"[+{span.right}]"
