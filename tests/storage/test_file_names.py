from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.storage.names import numbered, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Children's services, summer 2027", "childrens-services-summer-2027"),
        ("Café: élan", "cafe-elan"),
        ("中文", "review"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-review"),
        ("lpt1", "lpt1-review"),
        ("", "review"),
    ],
)
def test_a_title_gives_a_name(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text())
def test_any_title_gives_a_name_for_any_system(title: str) -> None:
    name = slug(title)
    assert 1 <= len(name) <= 60
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name.strip("-") == name


def test_a_taken_name_gets_a_number() -> None:
    assert list(islice(numbered("a"), 3)) == ["a", "a-2", "a-3"]
