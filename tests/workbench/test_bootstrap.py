"""The bootstrap leaves no half-made folder, and knows where things are."""

import re
import subprocess

import pytest
from workbench import places, shell, tally
from workbench.progress import StepFailed


def test_a_folder_appears_only_when_complete(tmp_path):
    target = tmp_path / "odoo"
    with pytest.raises(RuntimeError), shell.appears_at_once(target) as folder:
        (folder / "half").touch()
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_failing_command_shows_its_words_and_advice():
    with pytest.raises(StepFailed, match="no such file") as failure:
        shell.run(
            ["sh", "-c", "echo no such file; exit 3"], "reading", advice="look again"
        )
    assert failure.value.advice == "look again"


def test_the_hash_of_an_addon_ignores_its_tests(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "model.py").write_text("a = 1\n")
    before = places.tree_hash(tmp_path, leave_out=("tests",))
    (tmp_path / "tests" / "test_model.py").write_text("b = 1\n")
    assert places.tree_hash(tmp_path, leave_out=("tests",)) == before
    (tmp_path / "model.py").write_text("a = 2\n")
    assert places.tree_hash(tmp_path, leave_out=("tests",)) != before


def test_failures_are_counted_from_junit():
    report = """
        <testsuites><testsuite>
            <testcase classname="a" name="one"/>
            <testcase classname="a" name="two"><failure>1 != 2</failure></testcase>
            <testcase classname="a" name="three"><skipped/></testcase>
        </testsuite></testsuites>
    """
    counted = tally.from_junit(report)
    assert counted.passed == 1
    assert counted.failures == ["a.two\n1 != 2"]


def test_the_makefile_keeps_the_contract():
    text = (places.ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))
    contract = {"run", "test", "lint", "bench", "shell", "stop", "clean"}
    assert contract <= targets


def test_each_target_calls_a_command_that_exists():
    text = (places.ROOT / "Makefile").read_text()
    known = subprocess.run(
        [places.CONFIG / "thuduc", "help"], stdout=subprocess.PIPE, text=True
    ).stdout
    for name in re.findall(r"config/thuduc ([a-z-]+)", text):
        assert f"  {name} " in known
