# The database file: what is wrong with it and what to do, copies of it, putting one back.

errors-database-folder = { $path } is a folder; name the database file in it (--db, or the variable STEELYARD_DB).
errors-database-empty = { $path } is empty. For a new branch delete it and run python manage.py init; if the branch's data were in it, put a copy in its place: python manage.py restore COPY.
errors-database-blank = { $path } has no tables yet; run python manage.py init.
errors-database-foreign = { $path } is the database of another program, and nothing of it was changed; name the branch's own file (--db, or the variable STEELYARD_DB).
errors-database-short = { $path } is shorter than it was: it was cut off, as when it was copied while the disk filled up. Leave it as it is, and put a copy in its place: python manage.py restore COPY.
errors-database-damaged = { $path } is damaged: a part of it does not fit its own check sum. Leave it as it is, look at the disk, and put a copy in its place: python manage.py restore COPY.
errors-database-log = The file { $path } is whole, but its log { $log } with the latest work is damaged. python manage.py repair-log keeps what of the log can be read and says what is missing; do not restore a copy, which would lose more.
errors-database-log-other = The log { $log } belongs to another file than { $path }, as when a copy was put there by hand. Move the log to another folder and start again.
errors-database-log-alone = { $path } is not there, but its log { $log } with the latest work is. Put the database file back beside it, or move the log to another folder.
errors-database-older = { $path } is of an earlier version of Steelyard; put in its place (python manage.py restore COPY) it is brought up to date.
errors-database-gap = { $path } lacks a step of its setting up ({ $scripts }), though it has later ones: somebody changed it by hand. Leave it as it is, and put a copy in its place: python manage.py restore COPY.
errors-database-read-only = { $path } may be read but not written. It is not damaged: give whoever runs the program the right to write the file, and take away its read-only mark.
errors-folder-read-only = The folder { $folder } may not be written, and the database needs its log beside it. The database is not damaged: give whoever runs the program the right to write into the folder.
errors-no-leave = { $path } may not be read or written by whoever runs the program. Nothing is damaged: give them the right to.
errors-disk-full = The disk is full, so this was not stored ({ $path }). What was stored before is safe: make room and do it again; if everything else is refused too, start the dashboard again.
errors-database-memory = There is not enough memory for this ({ $path }); nothing was changed. Close other programs, or give the machine more, and do it again.
errors-database-stopped = The database stopped itself after a fault ({ $why }). What was stored is safe: start the dashboard again; if it comes back, look at the disk.
errors-database-storage = { $path } could not be read or written ({ $why }). Look at the disk or the network drive that it lies on, then start the program again.

errors-log-whole = The log { $log } of { $path } is whole; nothing is to be mended.
errors-backup-time = { $time } is no time of day; write it as 02:30.
errors-backup-folder = The folder { $folder } is not there, or not within reach of the machine that the dashboard runs on; make it first.
errors-backup-keep = Keep between 1 and { $copies } copies, for 1 to { $days } days.
errors-backup-differs = The copy { $path } is not what was written; look at the disk or network drive that it was brought to. It was removed.
errors-restore-missing = There is no copy { $copy }; python manage.py backups lists those that there are.
errors-restore-differs = Proving the copy { $copy } gives { $count ->
    [one] one difference
   *[other] { $count } differences
 }, so it was not put back. Take another copy, or say --anyway.

nav-keeping = Operation
keeping-title = Operation
keeping-none = There is no copy of the database yet.
keeping-newest = The newest copy is of { $made }.
keeping-copies = Copies of the database
keeping-copies-note = Each is made at one moment while work goes on, opened again, and all published results in it are proved. python manage.py restore puts one back while the dashboard is stopped.
keeping-empty = No copies yet: make one now, or have the dashboard make them every day.
keeping-failed = The copy of { $at } could not be made. { $why }
keeping-made = Made
keeping-why = For
keeping-size = Size (MB)
keeping-entry = Last entry of the trail
keeping-state = Checked
keeping-file = File
keeping-make = Make a copy now
keeping-made-now = The copy is made and checked.
keeping-plan = Settings
keeping-plan-on = Make a copy every day
keeping-plan-at = Time of day
keeping-plan-folder = Folder (empty: beside the database)
keeping-plan-folder-help = Another disk or a network drive, as the machine of the dashboard names it. A copy beside the database does not outlive its disk.
keeping-plan-keep = Copies kept
keeping-plan-days = Days kept
keeping-plan-do = Save
keeping-plan-done = Saved.
backup-plan-on = A copy is made every day at { $at }; { $keep ->
    [one] one is kept
   *[other] { $keep } are kept
 }, for at most { $days ->
    [one] one day
   *[other] { $days } days
 }.
backup-plan-off = No copies are made by themselves.
backup-state-good = opens, no differences
backup-state-differs = opens, with differences
backup-state-unknown = not proved
backup-why-asked = by hand
backup-why-scheduled = daily
backup-why-update = before an update
backup-why-unknown = –
action-back-up = keep copies of the database
reason-keeps-copies = keeps the database safe from loss

cli-backup = Copied to { $file } ({ $size } MB, up to entry { $entry }); opened and proved.
cli-backup-differs = Proving the copy gave { $count ->
    [one] one difference
   *[other] { $count } differences
 }, as proving the database does: python manage.py verify tells which.
cli-backup-line = { $made }  { $size } MB  { $state }  { $file }
cli-backup-none = There is no copy beside the database.
cli-restore = { $copy } holds the trail up to entry { $entry }, the present file no more: nothing is lost.
cli-restore-loses = { $copy } holds the trail up to entry { $entry }, the present file up to { $present }: { $count ->
    [one] one entry and what was done with it is
   *[other] { $count } entries and what was done with them are
 } lost from the branch; the present file is kept aside.
cli-restore-unknown = { $copy } holds the trail up to entry { $entry }; how far the present file had come is not known.
cli-restore-sure = Put it in the place of the database?
cli-restored = { $path } is the copy now, brought up to date. { $was ->
    [yes] What stood there is kept at { $aside }.
   *[no] Nothing stood there before.
 }
cli-log-repaired = The log was cut before its broken entry; the whole log is kept at { $kept }. What is missing is in the trail as work-lost.
cli-work-lost = Entries { $first } to { $last } of the trail were acknowledged and are missing: the log of the latest work was cut short. Ask who worked last to do it again; a damaged log, if any, is kept beside the database.
