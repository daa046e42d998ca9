# 单点登录：登录页、回来时的说明、配置检查

sso-enter = 用{ $name }登录
sso-provider = 行内统一认证
sso-or-local = 或者用本系统账号登录
sso-off = 单点登录的配置有 { $count } 处错误，暂时不能使用；本系统账号仍可登录。请管理员在服务器上运行：
sso-refused = 没有登录成功
sso-ask = 需要帮助请联系：{ $contact }。
sso-back = 返回登录页
signin-over-expired = 单点登录的有效期已到，系统已退出登录。再次登录后回到原来的页面。
signin-over-provider = 正在前往统一认证平台退出登录……

errors-sso-settings = 单点登录的配置有 { $count } 处错误。
errors-sso-claim = 统一认证返回的信息里缺少“{ $claim }”，或者它不是可以使用的文字。请把这句话告诉管理员。
errors-sso-early = 统一认证签发的时间比本系统的时间晚。请管理员核对两台服务器的时钟，再重新登录。
errors-sso-expired = 统一认证的登录凭证已经过期。请重新登录；如果一直这样，请管理员核对两台服务器的时钟。
errors-sso-old = 统一认证的登录凭证不是刚刚签发的，不能再次使用。请重新登录。
errors-sso-many-groups = 您在统一认证里所属的组太多，它没有随登录发来“{ $claim }”。请管理员改用应用角色，或者只发送本系统用到的组。
errors-sso-no-role = 您在统一认证里还没有本系统的角色（“{ $claim }”里没有对应的值）。请管理员为您加上角色后再登录。
errors-sso-two-roles = 您在统一认证里同时有几个角色：{ $roles }。本系统一人只有一个角色，请管理员只保留一个。
errors-sso-unknown = 还没有账号与您的身份关联。请把下面两项发给管理员，由其关联账号：签发方 { $issuer }；标识 { $subject }。
errors-sso-disabled = 您的账号已停用，不能登录。
errors-sso-other-manager = 账号“{ $username }”登记的客户经理编号与统一认证给出的不一致，岗位变动后须由管理员更改账号，或者另建账号并重新关联。
errors-sso-no-name = 统一认证没有给出用户名，不能为您建立账号。请管理员核对配置项 user_name_claim。
errors-sso-bad-name = 统一认证给出的用户名“{ $username }”不能用作账号名。请管理员核对配置项 user_name_claim，或者先建账号再关联。
errors-sso-taken = 用户名“{ $username }”已有账号，但没有与您的身份关联。如果是您本人的账号，请管理员把它与您关联。
errors-sso-manager-unknown = 客户经理名册里没有编号“{ $manager }”。请数据员先录入人员，或者请管理员核对统一认证里的编号。
errors-sso-manager-taken = 客户经理 { $manager } 已有在用的账号“{ $username }”。请管理员把它与您的身份关联。
errors-sso-state = 这次登录不是在这个浏览器里刚刚开始的，或者已经用过了。请回到登录页重新登录。
errors-sso-away = 暂时连不上统一认证。请稍后再试；有本系统账号的人员仍可在登录页登录。
errors-sso-answer = 统一认证的回答不能通过核对，没有让任何人登录。请重新登录；如果一直这样，请告诉管理员。
errors-sso-later = 本系统暂时不能办理登录。请稍后再试。
errors-sso-demo = 这是演示支行，不使用单点登录。请在登录页选择一个身份。
errors-sso-identity = 身份由签发方（网址，中间没有空格）和标识组成，两项都不能为空。
errors-sso-linked = 这个身份已经与账号“{ $username }”关联。先解除那个关联，再关联新的账号。
errors-sso-last-local = 账号“{ $username }”是最后一个能用密码登录的管理员。统一认证停机时要靠它登录，所以不能关联；请先另建一个管理员账号。
errors-sso-not-linked = 账号“{ $username }”没有与统一认证关联。
errors-sso-claims-file = “{ $file }”不是 JSON 格式的声明文件（一个对象）。

sso-fault-table = 缺少 [{ $name }] 这一段，或者它不是一个表。
sso-fault-toml = { $file } 不是有效的 TOML 文件（{ $place }）。
sso-fault-file = { $file } 无法读取。
sso-fault-missing = { $key }：必须填写。
sso-fault-unknown = { $key }：没有这个配置项，请核对拼写。
sso-fault-https = { $key }：须以 https:// 开头（只有本机地址可以用 http）。
sso-fault-callback = { $key }：须以 { $end } 结尾。
sso-fault-short = { $key }：至少要有 { $least } 个字符，请用随机生成的文字。
sso-fault-one-provider = { $key }：只能有一个统一认证，它的各项直接写在 [auth] 下面。
sso-fault-claim = { $key }：须是一个声明的名称，或者名称的列表；用点分隔表示里面一层。
sso-fault-accounts = { $key }：只能是 "linked"（先由管理员关联）或 "made"（首次登录时建立）。
sso-fault-hours = { $key }：须是大于 0、不超过 { $most } 的小时数。
sso-fault-leeway = { $key }：须是 0 到 { $most } 的整数秒数。
sso-fault-yes-no = { $key }：只能是 true 或 false。
sso-fault-text = { $key }：须是文字。
sso-fault-role = { $key }：没有这个角色；可以用的有：{ $roles }。
sso-fault-manager-id = { $key }：有值对应客户经理角色（manager）时必须填写，指明哪个声明是客户经理编号。

cli-sso-none = 没有配置单点登录（{ $file } 里没有 [auth] 和 [single_sign_on]）；只能用本系统账号登录。
cli-sso-provider = 统一认证：{ $url }
    客户端：{ $client }
    登录后回到：{ $back }
cli-sso-accounts-linked = 账号：先由管理员关联（sso link），没有关联的不能登录。
cli-sso-accounts-made = 账号：首次登录时自动建立；同名账号不会自动关联。
cli-sso-lasts-token = 登录有效期：与登录凭证相同，最长 { $most } 小时。
cli-sso-lasts-hours = 登录有效期：{ $hours } 小时。
cli-sso-roles = 角色来自声明 { $claim }：
cli-sso-role = 　{ $value } → { $role }
cli-sso-open-file = 注意：{ $file } 其他用户也能读取。它含有客户端密钥，请改为只有运行本系统的用户可读（chmod 600）。
cli-sso-reached = 统一认证可以连接：签发方 { $issuer }；{ $out ->
    [yes] 支持退出登录。
   *[other] 没有提供退出登录的地址，退出时只退出本系统。
    }
cli-sso-not-reached = 连不上统一认证，或者它的回答不是 OpenID Connect 的配置：{ $url }
cli-sso-would = 这样的声明会得到：角色 { $role }；客户经理编号 { $manager }；用户名 { $username }；标识 { $subject }。
cli-sso-would-not = 这样的声明不能登录：{ $why }
cli-sso-linked = 账号“{ $username }”已与身份 { $issuer } { $subject } 关联；从现在起只能用单点登录。
cli-sso-unlinked = 账号“{ $username }”已解除关联。
