"""One cell each: days, periods, numbers, ids, names."""
