"""Long tags get one attribute a line; everything else stays as it is."""

from workbench import layout

LONG = f'    <field name="agency_id" domain="{"x" * 70}" />'


def test_a_long_tag_is_broken():
    assert layout.break_long_tags(LONG).split("\n") == [
        "    <field",
        '        name="agency_id"',
        f'        domain="{"x" * 70}"',
        "    />",
    ]


def test_what_follows_the_tag_stays():
    line = f'<button name="action_issue" class="{"x" * 70}">Issue</button>'
    assert layout.break_long_tags(line).endswith("\n>Issue</button>")


def test_short_tags_and_long_texts_stay():
    text = f'<p class="a" id="b">{"x" * 100}</p>\n<field name="a" />\n'
    assert layout.break_long_tags(text) == text


def test_formatting_twice_changes_nothing():
    once = layout.break_long_tags(LONG)
    assert layout.break_long_tags(once) == once
