"""The table of marks."""

from homework.grading.export_marks import rounded


def test_a_sum_of_tenths_is_written_as_one_would():
    line = "lesson,2026-11-26 01:02:03.123456,ada,{},0.0,12.0\n"
    assert rounded(line.format(0.1 + 0.2)) == line.format("0.3")
    assert rounded(line.format(7.5)) == line.format("7.5")
    assert rounded(line.format(1.1 + 2.2)) == line.format("3.3")
