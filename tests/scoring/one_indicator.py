"""A scheme file with one indicator."""


def one(rule, direction="higher", target="100", more=""):
    """A scheme file with one indicator."""
    return f'''code = "t"
version = 1
name = {{ zh = "试", en = "t" }}
cycle = "month"
{more}
[[indicator]]
code = "I0"
name = {{ zh = "投诉", en = "Complaints" }}
class = "social"
unit = "件"
direction = "{direction}"
weight = 100
target = {target}
rule = {rule}
'''
