"""The log reader sees failures and warnings, and nothing that is not there."""

import re

import pytest
from workbench import odoo_log

HEAD = "2026-03-02 10:00:00,000 12"
LOG = f"""\
{HEAD} INFO db odoo.addons.x.tests.test_y: Starting TestY.test_one ...
{HEAD} ERROR db odoo.addons.x.tests.test_y: FAIL: TestY.test_one
Traceback (most recent call last):
AssertionError: 1 != 2
{HEAD} WARNING db odoo.fields: Field x.y: unknown parameter 'z'
{HEAD} ERROR db odoo.tests.result: 1 failed, 0 error(s) of 3 tests when loading database
"""


@pytest.fixture
def entries(tmp_path):
    file = tmp_path / "odoo.log"
    file.write_text(LOG)
    return odoo_log.records(file)


def test_a_record_keeps_the_lines_that_follow(entries):
    verdict = odoo_log.verdicts(entries)[0]
    assert str(verdict).endswith("AssertionError: 1 != 2")


def test_the_result_is_counted(entries):
    assert odoo_log.result(entries) == (3, 1)


def test_a_log_without_result_has_no_result(entries):
    assert odoo_log.result(entries[:-1]) is None


def test_started_tests_are_known_by_class_and_method(entries):
    assert odoo_log.tests_started(entries) == {"TestY.test_one"}


def test_a_warning_is_a_complaint_and_a_verdict_is_not(entries):
    assert [c.logger for c in odoo_log.complaints(entries, [])] == ["odoo.fields"]


def test_the_same_warning_is_told_once(entries):
    twice = [*entries, *entries]
    assert len(odoo_log.complaints(twice, [])) == 1


def test_an_explained_warning_is_no_complaint(entries):
    allowed = [re.compile("unknown parameter 'z'")]
    assert odoo_log.complaints(entries, allowed) == []


def test_each_allowed_warning_has_a_reason():
    for line in odoo_log.ALLOWED.read_text().splitlines():
        assert not line or line.startswith("#") or "  # " in line, line


def test_the_reason_is_no_part_of_the_pattern(tmp_path):
    file = tmp_path / "allowed.txt"
    file.write_text("# head\nodoo\\.fields: Field  # known upstream\n")
    assert [pattern.pattern for pattern in odoo_log.allow_list(file)] == [
        r"odoo\.fields: Field"
    ]
