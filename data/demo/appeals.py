"""What is said in the invented branch's appeals."""

WAITING = "10月下旬签约的3户在系统里记在了同事名下，合同和开户资料见附件。"
WAITING_FILE = "开户资料.pdf"
DOUBTED = "团队协作的评分低于我的实际表现。"
ASKED = "请说明哪几项行为与评分不符。"
ANSWERED = "没有具体事例，只是感觉偏低。"
TURNED_DOWN = "评分有锚定行为佐证，申诉未提供事例。"
