"""The handbook: the rules in plain words, each with the reader's own figures; on screen and on paper."""
