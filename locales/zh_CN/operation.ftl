# 运行维护：意外错误。
operation-unexpected = 程序出错，这一步可能没有做完。请刷新页面看一看；再出现时，请把编号 { $number } 告诉管理员。
