page = 页面
address-unknown = 链接中的{ $what }“{ $asked }”不存在，这里显示“{ $shown }”。
address-unknown-left = 链接中的{ $what }“{ $asked }”不存在，已忽略。
address-own = 您只能查看本人的成绩；链接所指的“{ $asked }”未打开。
version = 版本
