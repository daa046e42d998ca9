"""Small scheme files put together from parts."""

HEAD = """code = "t"
version = 1
name = "t"
cycle = "month"
"""


def indicator(code, weight, more="", rule='{ type = "direct", scale = [0, 100] }'):
    weighs = "" if weight is None else f"weight = {weight}"
    return (
        f'[[indicator]]\ncode = "{code}"\nname = "{code}"\nclass = "social"\ndirection = "higher"\n'
        f"{weighs}\nrule = {rule}\n{more}\n"
    )


PROFILES = """
[[profile]]
code = "COMPANY"
name = { zh = "公司客户经理", en = "Company managers" }
positions = ["公司客户经理"]
weights = { A = 20, B = 80 }
targets = { A = 40 }

[[profile]]
code = "HEAD"
name = "Heads"
positions = ["主管"]
weights = { B = 100 }
ranking = "common"
"""
ATTAINED = '{ type = "attainment", cap = 200 }'
POSTS = ["客户经理", "公司客户经理", "主管", "公司客户经理", None]


def profiled(own=True):
    a = indicator("A", 50 if own else None, "target = 20", ATTAINED)
    return PROFILES + a + indicator("B", 50 if own else None)
