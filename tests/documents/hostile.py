"""Texts that would be commands in some markup, as somebody may type them."""

HOSTILE = (
    *('#panic("x")', "$x^2$", "*bold* _it_", "back\\slash \\u{1F600}", "@somebody <label>", "<b>&amp;</b>"),
    *("// gone", "/* gone */", "= heading", "- list", "`raw`", '"quoted"', "{json}", "[content]", "~ -- ---"),
    "#data.title",
)
