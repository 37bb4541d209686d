"""Text that would break or decorate a document if it were not made harmless."""

from hypothesis import strategies as st

from scrutiny_tui.model.text import clean

_RAW = (
    *("# heading", "## heading ##", "heading\n===", "heading\n---", "#", "a #", "***", "---", "- - -", "___", "==="),
    *("- item", "+ item", "* item", "1. item", "2) item", "123456789. item", "- [ ] task", "[x] task", "1.", "-"),
    *("a\n- b", "a\n1. b", "a\n> b", "a\n# b", "a\n```\nb", "a\n\n    b", "\tcode", "    code", "a\n\tb"),
    *(
        "> quote",
        "```",
        "~~~",
        "```py\nx\n```",
        "`code`",
        "``",
        "a ` b",
        "\\`",
        "*a*",
        "**a**",
        "_a_",
        "__a__",
        "a_b_c",
    ),
    *("~a~", "~~a~~", "*a", "a*", "**", "a **", "***a** b*", "\\*a\\*", "\\", "a\\", "\\\\", "a\\\nb"),
    *(
        "<b>a</b>",
        "<script>alert(1)</script>",
        "<!-- a",
        "<!-- a -->",
        "<br>",
        "<?a?>",
        "<![CDATA[a]]>",
        "</div>",
        "a < b",
    ),
    *(
        "<https://example.org>",
        "<a@example.org>",
        "https://example.org/a_b?c=d&e",
        "http://localhost",
        "HTTP://A.B",
        "//a.org",
    ),
    *(
        "www.example.org",
        "WWW.3m.com",
        "example.org",
        "a.example.co.uk/x",
        "a@example.org",
        "mailto:a@b.org",
        "ftp://a.b",
    ),
    *("[a](b)", "![a](b)", "[a][b]", "[a]: b", "[a]", "[^1]", "[^1]: note", "]", "![", "[a](<b>)", '[a]: <b> "c"'),
    *("| a | b |\n| - | - |\n| c | d |", "a | b\n--|--\nc | d", "|", "\\|", "a\n:-:", "a | b\n:--", ":-:", "a\\\\|b"),
    *("&lt;", "&amp;lt;", "&#60;", "&#x3c;", "&nbsp;", "& ", "&copy", "$a$", "$$a$$", ":smile:", "@someone", "#12"),
    *(
        "a\n\nb",
        "a\nb",
        "a\n\n\n\nb",
        "  a  ",
        "a  \nb",
        "a\u00a0",
        "\u3000a",
        "\u200b",
        "a\u2028b",
        "a\x00b",
        "\u202eabc",
    ),
    *(
        "==a==",
        "a^b^",
        "{a}",
        "{{ a }}",
        "+++\na\n+++",
        "---\na: b\n---",
        "(c)",
        "a -- b",
        '"a"',
        "'",
        "%",
        "!",
        "1\\. a",
    ),
    *(
        "> [!NOTE]\n> a",
        "Term\n: meaning",
        ": a",
        "=",
        "a\n=",
        "+",
        "a\n+",
        "<",
        ">",
        "&",
        "a.",
        ".a",
        "..org",
        "a...and",
    ),
)
NASTY = tuple(map(clean, _RAW))
_CHARACTERS = "ab1 \n\t.-+*_~`#>|<[]()!&;:/\\@$=^{}\"'xXwW\u00a0\u3000é日"


def hostile() -> st.SearchStrategy[str]:
    """Return texts that are not blank, cleaned as every value cleans its own."""
    mixed = st.lists(st.sampled_from(NASTY), min_size=1, max_size=4).flatmap(
        lambda parts: st.sampled_from(("", " ", "\n", "\n\n")).map(lambda between: between.join(parts))
    )
    dense = st.text(st.sampled_from(_CHARACTERS), max_size=30)
    return st.one_of(mixed, dense, st.text(max_size=20)).map(clean).filter(str.strip)
