"""The doctests are the specification: they must run and hold."""

import doctest
import importlib
import pkgutil

import pytest

import legal_time
import tools

MODULES = [
    f"{package.__name__}.{module.name}"
    for package in (legal_time, tools)
    for module in pkgutil.iter_modules(package.__path__)
]
WITHOUT_EXAMPLES = {"legal_time.explanation"}  # shown in the package's docstring


@pytest.mark.parametrize("name", ["legal_time", *MODULES])
def test_doctests_hold(name):
    results = doctest.testmod(importlib.import_module(name))
    assert results.failed == 0
    assert results.attempted or name in WITHOUT_EXAMPLES
