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
