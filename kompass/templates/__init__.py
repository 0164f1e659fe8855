"""What a template says beyond its text: formulas and the worksheets they stand in."""
