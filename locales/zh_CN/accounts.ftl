# 账号：登录、密码、账号页、清单导入、命令行
nav-accounts = 账号管理

errors-signin-wait = 输错次数过多，请 { $minutes } 分钟后再试。常用的浏览器不受他人输错的影响；仍不能登录，请联系管理员。
errors-username = 用户名可用字母、数字、汉字和 . - _ ，以字母、数字或汉字开头，最多 { $most } 个字符，不能有空格。
errors-display-name = 请填写姓名：最多 { $most } 个字，不含看不见的字符。
errors-account-own = 不能停用本人的账号，也不能改本人的角色；请由另一位管理员办理。
errors-account-is-off = 账号 { $username } 已经停用。
errors-account-is-on = 账号 { $username } 正在使用，不用启用。
errors-last-administrator = { $username } 是唯一在用的管理员，不能停用或改为其他角色；请先设另一位管理员。
errors-manager-unknown = 没有编号为 { $manager } 的客户经理；请先在“人员与团队”中导入此人，或核对编号。
errors-manager-taken = 编号 { $manager } 已有在用账号 { $username }；一位客户经理只能有一个在用账号。
errors-password-old = 现在的密码不对。
errors-password-again = 两次输入的新密码不一致。
errors-password-same = 新密码不能与现在的密码相同。
errors-password-length = 密码须有 { $least } 至 { $most } 个字符。
errors-password-characters = 密码须有 { $least } 至 { $most } 个字符，且不含控制字符等无法输入的字符。
errors-password-weak = 这个密码容易被猜到：{ $why }。可以用几个互不相关的词，或在中间加进别人想不到的字母和数字。

password-weak-common = 它是许多人都在用的密码
password-weak-word = 它主要是一个常见的词或名字，换成大写或形近符号并不更安全
password-weak-own = 它含有您的用户名、姓名或支行名称
password-weak-repeat = 它在重复同样的字符
password-weak-sequence = 它是连续的字母或数字，如 abc、6543
password-weak-spatial = 它是键盘上相邻的键
password-weak-date = 它主要是一个日期
password-weak-regex = 它主要是一个年份
password-weak-short = 它太短

signin-over-role = 您的角色已调整，请重新登录。
signin-over-manager = 您的客户经理编号已更正，请重新登录。
signin-over-administrator = 管理员已让此账号在所有浏览器上退出登录。

password-first-title = 请先设置自己的密码
password-first = 现在的密码是别人替您设的。换成只有您知道的密码后，就可以开始使用。
password-given = 收到的密码
password-change = 更改密码
password-old = 现在的密码
password-new = 新密码
password-again = 再输入一次新密码
password-rule = { $least } 至 { $most } 个字符，不要求大小写或符号；容易被猜到的不接受。
password-do = 更改
password-changed = 密码已更改；在其他浏览器上已退出登录。
