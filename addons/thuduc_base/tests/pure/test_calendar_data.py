"""The days that the addon ships: against the table, the law and the moon."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from conftest import ADDON, DAYS_OFF, MAKEUP_DAYS, days_off

YEARS = sorted(DAYS_OFF)
KINDS = ("holiday", "swap_off", "makeup")
CULTURE_DAY = (11, 24)  # a policy, not yet in the Labour Code


def records(name):
    """Return the records of a data file as dictionaries of their fields."""
    root = ElementTree.parse(ADDON / "data" / name).getroot()
    assert root.get("noupdate") == "1"
    return [
        {"id": record.get("id")}
        | {f.get("name"): f.text or f.get("eval") for f in record}
        for record in root.iter("record")
    ]


@pytest.fixture(scope="module")
def days():
    """The shipped days by date."""
    shipped = records("thuduc_calendar_day_data.xml")
    by_date = {date.fromisoformat(day["date"]): day for day in shipped}
    assert len(by_date) == len(shipped)
    return by_date


def test_ids_are_the_dates(days):
    for day, record in days.items():
        assert record["id"] == f"calendar_day_{day:%Y_%m_%d}"
        assert record["name"]
        assert record["source"]


@pytest.mark.parametrize("year", YEARS)
def test_days_off_are_those_of_the_table(days, year):
    shipped = {
        day
        for day, record in days.items()
        if day.year == year and record["kind"] != "makeup" and day.weekday() < 5
    }
    guessed = {day for day in shipped if day.year == 2027 and day.month == 2}
    assert shipped - guessed == {day for day in days_off(year) if day.weekday() < 5}


def test_makeup_days_are_saturdays_that_repay_a_swap(days):
    kinds = {kind: [d for d in days if days[d]["kind"] == kind] for kind in KINDS}
    assert sorted(kinds["makeup"]) == sorted(MAKEUP_DAYS)
    assert all(day.weekday() == 5 for day in kinds["makeup"])
    assert len(kinds["swap_off"]) == len(kinds["makeup"])
    for day in kinds["swap_off"]:
        assert day.weekday() < 5
        assert any(f"{m:%d/%m/%Y}" in days[day]["name"] for m in kinds["makeup"])


def test_only_what_was_announced_is_confirmed(days):
    confirmed = {day for day, record in days.items() if record["confirmed"] == "True"}
    tet = {date(2026, 2, day) for day in range(16, 21)}
    assert confirmed == tet | {date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 10)}


def test_every_year_waits_for_confirmation():
    years = records("thuduc_calendar_year_data.xml")
    assert [int(year["year"]) for year in years] == YEARS
    assert {year["state"] for year in years} == {"provisional"}


@pytest.mark.parametrize("year", YEARS)
def test_lunar_holidays_against_the_moon(days, year):
    lunar = pytest.importorskip("lunar_vn")
    new_year = lunar.convert_lunar_to_solar(1, 1, year, 0)
    for offset in range(-1, 3):
        assert "Tết Nguyên đán" in days[new_year + timedelta(days=offset)]["name"]
    kings = lunar.convert_lunar_to_solar(10, 3, year, 0)
    assert days[kings]["name"] == "Giỗ Tổ Hùng Vương"


@pytest.mark.parametrize("year", YEARS)
def test_public_holidays_against_the_library(days, year):
    known = pytest.importorskip("holidays").Vietnam(years=year)
    shipped = {day for day, record in days.items() if record["kind"] != "makeup"}
    missing = {day for day in known if day.weekday() < 5} - shipped
    unannounced = {date(2027, 2, 4), date(2027, 9, 3)}
    assert missing <= unannounced | {date(year, *CULTURE_DAY)}
    extra = {day for day in shipped if day.year == year} - set(known)
    assert extra <= {date(2026, 1, 2)}  # a swap that the library does not know
