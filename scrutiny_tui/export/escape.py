"""People's text as GitHub-flavoured Markdown that shows exactly that text, whatever it contains."""

import re

from scrutiny_tui.model.text import one_line, split_paragraphs

# What starts a block counts only at the start of a line; there a number is told from a list item by escaping its
# full stop. Dots, slashes and @ are what a bare address needs to become a link. Everything else acts anywhere.
_ACTIVE = re.compile(
    r"""
    ^ (\d{1,9}) ([.)]) (?=\s|$)         # 1. and 1) start a list
    | ( ^ [-+=>:]                       # lists, rules, underlines of headings, rows of tables, quotations
      | (?<!\S) \#                      # headings, and the signs that close them
      | [\\`*~|<\[$@]                   # code, emphasis, tables, HTML, links, boxes, footnotes, formulas, mail
      | _ (?![A-Za-z0-9])               # emphasis, which ends where a word does
      | & (?=\#?[A-Za-z0-9]+;)          # entities
      | / (?=/)                         # https://
      | (?<=[^\s.]) \. (?=[^\W\d_]{2})  # example.org
      | (?<=[Ww]{3}) \.                 # www.3m.com
      )
    """,
    re.VERBOSE | re.MULTILINE,
)
_LIST = re.compile(r"^(\d{1,9})\\([.)])")
_BACKTICKS = re.compile("`+")

HARD_BREAK = "  \n"
"""Two spaces: a line break in the document, and no clutter for who reads the file itself."""


def inline(text: str) -> str:
    """Return text for one line of a document, with every run of white space as one space."""
    return _ACTIVE.sub(r"\1\\\2\3", one_line(text))


def behind(text: str) -> str:
    """Return text for one line on which something stands before it, so that a number begins no list."""
    return _LIST.sub(r"\1\2", inline(text))


def strong(text: str) -> str:
    """Return one line of text in bold; nothing for nothing."""
    return f"**{inline(text)}**" if text.strip() else ""


def cell(text: str) -> str:
    """Return text for a cell of a table."""
    first, *rest = _lines(text)
    # A number, or the dash for nothing, begins no list where a table's bar stands before it.
    first = "-" if first == r"\-" else _LIST.sub(r"\1\2", first)
    return "<br>".join([first, *rest])


def broken(text: str, indent: str = "") -> str:
    """Return text as one paragraph that keeps its lines, the second and later ones after `indent`."""
    return f"{HARD_BREAK}{indent}".join(filter(None, _lines(text)))


def paragraphs(text: str, prefix: str = "") -> str:
    """Return text with its paragraphs and lines kept, every line after `prefix`."""
    parts = [broken(part, prefix) for part in split_paragraphs(text)]
    return prefix + f"\n{prefix.rstrip()}\n{prefix}".join(parts)


def literal(text: str) -> str:
    """Return one line of text as code, which shows an address as it is and makes no link of it."""
    text = one_line(text)
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"{fence}{text}{fence}"


def _lines(text: str) -> list[str]:
    return [_ACTIVE.sub(r"\1\\\2\3", line.strip()) for line in text.strip().split("\n")]
