lab-memo-make = 写成试算说明
lab-memo-why = 说明里的调整理由：{ $why }
memo-why-none = （未写理由）
