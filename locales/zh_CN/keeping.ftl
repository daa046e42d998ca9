# 数据库文件：出了什么问题、怎么办；备份与恢复。

errors-database-folder = { $path } 是文件夹；请写明其中的数据库文件（--db 或变量 STEELYARD_DB）。
errors-database-empty = { $path } 是空文件。如要建新库，请删除它后运行 python manage.py init；如原有本行数据，请用备份恢复：python manage.py restore 备份文件。
errors-database-blank = { $path } 里还没有数据表；请先运行 python manage.py init。
errors-database-foreign = { $path } 是其他程序的数据库，本程序未作任何改动；请写明本行自己的数据库文件（--db 或变量 STEELYARD_DB）。
errors-database-short = { $path } 不完整，比原来短，可能是复制时磁盘写满而被截断。请保留原件，用备份恢复：python manage.py restore 备份文件。
errors-database-damaged = { $path } 已损坏：部分内容与自带的校验值不符。请保留原件，检查磁盘，再用备份恢复：python manage.py restore 备份文件。
errors-database-log = { $path } 本身完好，但存放最近操作的日志 { $log } 已损坏。请运行 python manage.py repair-log：可读的部分会保留，并告知缺了哪些；不要用备份恢复，那样丢得更多。
errors-database-log-other = 日志 { $log } 不属于数据库 { $path }，可能是手工放回备份时留下的。请把该日志移到别的文件夹后重新启动。
errors-database-log-alone = 没有找到 { $path }，但存放最近操作的日志 { $log } 还在。请把数据库文件放回原处，或把该日志移到别的文件夹。
errors-database-older = { $path } 由较早版本的绩秤建立；用它恢复（python manage.py restore 备份文件）后会自动升级。
errors-database-gap = { $path } 缺少建库步骤（{ $scripts }），后面的步骤却已执行，说明有人手工改过。请保留原件，用备份恢复：python manage.py restore 备份文件。
errors-database-read-only = { $path } 只能读、不能写。文件没有损坏：请给运行本程序的用户写权限，并去掉只读标记。
errors-folder-read-only = 文件夹 { $folder } 不能写入，而数据库要在其中存放日志。数据库没有损坏：请给运行本程序的用户该文件夹的写权限。
errors-no-leave = 运行本程序的用户无权读写 { $path }。文件没有损坏：请给予相应权限。
errors-disk-full = 磁盘已满，本次操作没有保存（{ $path }）。此前已保存的内容不受影响：请腾出空间后重做；如其他操作也被拒绝，请重新启动看板。
errors-database-memory = 内存不足，本次操作没有完成（{ $path }），数据未作改动。请关闭其他程序或增加内存后重做。
errors-database-stopped = 数据库出错后已自行停止（{ $why }）。已保存的内容不受影响：请重新启动看板；如再次出现，请检查磁盘。
errors-database-storage = { $path } 无法读写（{ $why }）。请检查所在磁盘或网络盘，然后重新启动程序。

errors-log-whole = { $path } 的日志 { $log } 完好，无须修复。
errors-backup-time = “{ $time }”不是时间，请写成 02:30 的形式。
errors-backup-folder = 没有文件夹 { $folder }，或运行看板的机器访问不到；请先建好。
errors-backup-keep = 请保留 1 至 { $copies } 份、1 至 { $days } 天。
errors-backup-differs = 备份 { $path } 与写入的内容不一致，已删除；请检查目标磁盘或网络盘。
errors-restore-missing = 没有备份 { $copy }；python manage.py backups 可列出现有备份。
errors-restore-differs = 核对备份 { $copy } 发现 { $count } 处不一致，未予恢复。请换一份备份，或加 --anyway。

nav-keeping = 运行维护
keeping-title = 运行维护
keeping-none = 数据库还没有备份。
keeping-newest = 最近一份备份作于 { $made }。
keeping-copies = 数据库备份
keeping-copies-note = 备份取自同一时刻，不影响使用；作好后重新打开，并核对其中全部已公布成绩。恢复时请先停止看板，再运行 python manage.py restore。
keeping-empty = 还没有备份：可立即备份，或设为每天自动备份。
keeping-failed = { $at } 的备份没有成功。{ $why }
keeping-made = 备份时间
keeping-why = 来由
keeping-size = 大小（MB）
keeping-entry = 留痕末号
keeping-state = 核对
keeping-file = 文件
keeping-make = 立即备份
keeping-made-now = 备份已作好并核对。
keeping-plan = 设置
keeping-plan-on = 每天自动备份
keeping-plan-at = 时间
keeping-plan-folder = 文件夹（空：数据库旁）
keeping-plan-folder-help = 另一块磁盘或网络盘，按运行看板的机器上的写法填写。放在数据库旁的备份，磁盘坏了就一同丢失。
keeping-plan-keep = 保留份数
keeping-plan-days = 保留天数
keeping-plan-do = 保存
keeping-plan-done = 已保存。
backup-plan-on = 每天 { $at } 自动备份，保留 { $keep } 份，最长 { $days } 天。
backup-plan-off = 未设自动备份。
backup-state-good = 可打开，无差异
backup-state-differs = 可打开，有差异
backup-state-unknown = 未核对
backup-why-asked = 手工
backup-why-scheduled = 每天
backup-why-update = 升级前
backup-why-unknown = –
action-back-up = 备份数据库
reason-keeps-copies = 防止数据丢失

cli-backup = 已备份到 { $file }（{ $size } MB，留痕至第 { $entry } 号），可打开并已核对。
cli-backup-differs = 核对备份发现 { $count } 处不一致，数据库本身亦然：python manage.py verify 可逐条列出。
cli-backup-line = { $made }  { $size } MB  { $state }  { $file }
cli-backup-none = 数据库旁没有备份。
cli-restore = { $copy } 的留痕至第 { $entry } 号，现有文件不多于此：不会丢失内容。
cli-restore-loses = { $copy } 的留痕至第 { $entry } 号，现有文件至第 { $present } 号：恢复后将缺少 { $count } 条留痕及其操作；现有文件会另存。
cli-restore-unknown = { $copy } 的留痕至第 { $entry } 号；现有文件进行到哪里已无从得知。
cli-restore-sure = 用它替换数据库吗？
cli-restored = { $path } 现为该备份，并已升级。{ $was ->
    [yes] 原有文件另存于 { $aside }。
   *[no] 此前没有文件。
 }
cli-log-repaired = 日志已截到损坏之前；完整日志另存于 { $kept }。缺少的部分在留痕中记为 work-lost。
cli-work-lost = 留痕第 { $first } 至 { $last } 号曾确认保存，现已缺失：存放最近操作的日志被截断。请最后操作的人重做；受损的日志（如有）另存在数据库旁。
