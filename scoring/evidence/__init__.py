"""What the data show: correlation with honest intervals, fairness."""
