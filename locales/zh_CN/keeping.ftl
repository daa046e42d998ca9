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
