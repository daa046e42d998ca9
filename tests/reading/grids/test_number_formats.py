"""What people see in a cell with a number, by its format code."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reading.grids.number_formats import code_of, is_plain, shown

WAN = '[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0'
ACCOUNTING = '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.8571, "0.00%", "85.71%"),
        (0.8812345678, "0.00%", "88.12345678%"),
        (12.34567891, "0%", "1234.567891%"),
        (-0.12, '"↑"0.0%;"↓"0.0%', "-12%"),
        (1e-7, "0%", "0.00001%"),
        (85.71, '0.00"%"', "85.71%"),
        (85.71, "0.00\\%", "85.71%"),
        (85.71, "0.00!%", "85.71%"),
        (3.2, "0.0‰", "3.2‰"),
        (12.3, '0.0"万元"', "12.3万元"),
        (12.3, "0.0万元", "12.3万元"),
        (1234567, '0!.0,"万"', "123.4567万"),
        (1234567, '0\\.0,"万"', "123.4567万"),
        (-1234567, '0"."0,"万"', "-123.4567万"),
        (123456789, WAN, "1.23456789亿"),
        (23456, WAN, "2.3456万"),
        (234, WAN, "234"),
        (1234567, '#,##0.00,"千元"', "1234.567千元"),
        (1234567, 'General"元"', "1234567元"),
        (7, '"CM"00', "CM07"),
        (123, "000000", "000123"),
        (202603, '0000"年"00"月"', "2026年03月"),
        (12.5, "[$¥-804]#,##0.00", "¥12.5"),
        (12.5, "[$$-409]#,##0.00", "$12.5"),
        (-12.5, ACCOUNTING, "¥-12.5"),
        (0, ACCOUNTING, "¥0"),
        (-12.5, "0.00;[Red]0.00", "-12.5"),
        (-12.5, "#,##0.00_);(#,##0.00)", "-12.5"),
        (12.5, ";;;", "12.5"),
        (0, '0;-0;"无"', "0"),
        (3.5, "# ?/?", "3.5"),
        (1234567, "# ##0", "1234567"),
        (1234567, "0.00E+00", "1234567"),
        (46053, "yyyy-mm-dd", "2026-01-31"),
        (46053, 'yyyy"年"m"月"', "2026-01-31"),
        (46053, "[$-804]yyyy年m月d日;@", "2026-01-31"),
        (46053.5, "yyyy-mm-dd hh:mm", "2026-01-31 12:00:00"),
        (0.5, "h:mm", "12:00:00"),
        (1.5, "[h]:mm", "36:00:00"),
        (-5, "yyyy-mm-dd", "-5"),
    ],
)
def test_a_number_is_what_people_see(value, code, text):
    found = shown(float(value), code)
    assert (found.text, found.power) == (text, 0)


@pytest.mark.parametrize(
    ("code", "text", "power"),
    [("0,", "1234567", 3), ("#,##0.00,,", "1234567", 6), ('0,"户"', "1234567户", 3), ("0!.0,", "1234567", 4)],
)
def test_thousands_that_no_unit_names_are_kept_and_told(code, text, power):
    assert shown(1234567.0, code) == (text, power)


def test_days_may_be_counted_from_1904():
    assert shown(44650.0, "yyyy-mm-dd", since_1904=True).text == "2026-03-31"
    assert shown(59.0, "yyyy-mm-dd").text == "1900-02-28" and shown(61.0, "yyyy-mm-dd").text == "1900-03-01"


def test_codes_by_number_are_the_files_own_first():
    assert code_of(9, {}) == "0%" and code_of(9, {9: "0.0"}) == "0.0" and code_of(177, {}) == "General"
    assert shown(46053.0, code_of(31, {})).text == "2026-01-31"


@pytest.mark.parametrize(
    "code", ["General", "0", "0.00", "#,##0.00", "#,##0_);[Red](#,##0)", "@", "[Red]0.0"]
)
def test_most_codes_leave_the_number_alone(code):
    assert is_plain(code)


@given(st.floats(-1e12, 1e12), st.sampled_from(["0%", "0.00%", '0!.0,"万"', '0.00"万元"', "0.000", WAN]))
def test_no_digit_is_lost(value, code):
    text = shown(value, code).text
    power = (
        -2
        if text.endswith("%")
        else 4
        if "!" in code and text.endswith("万")
        else 8
        if text.endswith("亿")
        else 0
    )
    assert Decimal(text.strip("%万亿元")).scaleb(power) == Decimal(repr(value))


@given(st.text('0#?.,%!\\"_*[]$->=<;ymdhsE+@万元年 /a', max_size=30), st.floats(allow_nan=True))
def test_whatever_the_code_there_is_a_text(code, value):
    assert isinstance(shown(value, code).text, str)
