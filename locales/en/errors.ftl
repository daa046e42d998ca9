errors-scheme = The scheme is faulty.
errors-formula = The formula is faulty.
errors-not-for-all = Some data of this period must be put right, so it cannot be scored for now. The data officers are on it; the results return by themselves and you need do nothing.
errors-measurement = The data are faulty.
errors-period = “{ $period }” is not a period; write 2026-03, 2026Q1, 2026H1 or 2026.
errors-database-missing = There is no database at { $path }; run python manage.py init first.
errors-database-in-use = The database { $path } is in use by another process; stop the running dashboard first.
errors-database-unreadable = { $path } is not a Steelyard database: it does not begin as one. Check the path; if it is the branch's own file, it was written over: leave it as it is, and put a copy in its place (python manage.py backups lists them, python manage.py restore COPY).
errors-file-missing = There is no file { $file }.
errors-file-encoding = { $file } is not text in UTF-8 or GB18030.
errors-file-workbook = { $file } cannot be opened, or has no sheet “{ $sheet }”.
errors-file-empty = { $file } holds no rows of data.
errors-file-columns = { $file } lacks the columns { $columns }; it has { $found }.
errors-file-customer = Column “{ $column }” of { $file } looks like a customer's personal data and is refused; delete it.
errors-file-row = { $file }, row { $row }, column “{ $column }”: “{ $raw }” cannot be taken ({ $rule }).
errors-rule-set = There is no rule set “{ $name }”; there are { $choices }.
errors-columns-none = { $file } has no column of figures that could be an indicator; look whether its heading names the employee number.
errors-file-exists = There is a file { $file } already; it is not written over.
errors-file-output = Cannot write { $file }: the ending must be .csv, .json or .xlsx and the folder must exist.
errors-access-denied = { $actor } is not allowed to do this.
errors-signin-wrong = Wrong user name or password.
errors-import-kind = Unknown kind of import { $kind }; use one of { $kinds }.
errors-comment-unknown = There is no comment { $number }.
errors-comment-own = Somebody else has to decide on your own comment.
errors-comment-decision = There is no decision “{ $decision }”.
errors-question-unknown = There is no question { $number }, or it was withdrawn.
errors-question-answered = The question is answered and cannot be withdrawn.
errors-question-empty = Please write something.
errors-question-long = Please keep it shorter: { $most } is the most that is taken, in characters.
errors-question-contact = { $by } is nobody who answers questions.
errors-try-figure = “{ $indicator }” cannot be tried, or what was typed is no number.
errors-reason-needed = Please give a reason.
errors-batch-unknown = There is no batch { $batch }.
errors-batch-decided = Batch { $batch } has been decided already.
errors-batch-same-person = Batch { $batch } was imported by { $by }; another person must review it.
errors-scheme-unknown = There is no scheme { $code } { $version }.
errors-scheme-exists = Scheme { $code } version { $version } exists; a stored version never changes.
errors-no-scheme-in-force = No scheme is in force in { $period }; import one and adopt it.
errors-authorisation-incomplete = The head office's authorisation needs a reference, a date such as 2026-12-20 and a scope.
errors-lint = Scheme check { $rule } fails.
errors-adopt-refused = Cannot be adopted: { $count ->
    [one] 1 condition is
   *[other] { $count } conditions are
} not met.
errors-adopt-own = { $by } wrote this version; another member of the committee must adopt it.
errors-adopt-cycle = { $period } is not the start of a cycle of this scheme.
errors-adopt-closed = { $period } is not after { $closed }, which is in notice already; nothing takes effect backwards.
errors-draft-no-period = There are no data of any period of this cycle yet.
errors-no-data = There are no data for { $period }.
errors-no-indicator-known = None of the indicators in the data is in the scheme: { $codes }.
errors-period-needed = The file holds { $count ->
    [one] 1 period
   *[other] { $count } periods
} ({ $periods } …); name one with --period.
errors-compare-usage = Name a period and, by --candidate (CODE@VERSION) or --candidate-file, the scheme to compare with; or give --scheme-file, --candidate-file and --metrics-file to compare on files alone.
errors-score-usage = Name a period or a range (2026-01..2026-08), give --all, or give both --scheme-file and --metrics-file.
errors-by-unknown = There is no account { $by }.
errors-role-unknown = There is no role { $role }; use one of { $roles }.
errors-manager-id = A manager's account needs the manager's id; other roles have none.
errors-account-exists = Account { $username } exists.
errors-demo-not-empty = { $path } holds data already; the demo branch needs an empty database.
errors-demo-small = The demo branch needs at least 12 managers and 2 months.
errors-demo-refused = The demo data { $file } did not pass the checks ({ $rule }).
errors-person-unknown = There is no result of { $manager } in { $period }.


cli-demo-ready = The demo branch is ready: { $managers ->
    [one] 1 manager
   *[other] { $managers } managers
}, { $months ->
    [one] 1 month
   *[other] { $months } months
}, all invented ({ $path }).
cli-init-ready = Database { $path } is ready.
cli-import-more = … and { $count ->
    [one] 1 more problem
   *[other] { $count } more problems
}.
cli-import-awaiting-review = { $file }: { $read ->
    [one] 1 row
   *[other] { $read } rows
} read, { $taken } taken; batch { $batch } waits for review.
cli-import-nothing = { $file }: a heading only, no rows; nothing to store.
cli-import-refused = { $file }: rows were refused, so nothing was stored. Correct them, or add --accept-valid to take the rest.
cli-import-dry-run = { $file }: { $read ->
    [one] 1 row
   *[other] { $read } rows
} read, { $taken } can be taken; nothing was stored.
cli-problem = { $place }: { $rule }{ $many }.
cli-approved = Batch { $batch } is approved.
cli-rejected = Batch { $batch } is rejected.
cli-user-added = Account { $username } is made.
cli-written = Written to { $file }.
cli-score-heading = { $period }, { $people ->
    [one] 1 person
   *[other] { $people } people
}: rank, id, total, grade
cli-compare-heading = Id, total (rank) before → after, where the difference comes from
cli-lint-count = { $count ->
    [one] 1 finding
   *[other] { $count } findings
}.
cli-scheme-stored = Scheme { $code } version { $version } is stored as a draft.
cli-scheme-authorised = The authorisation of scheme { $code } version { $version } is on record.
cli-scheme-adopted = Scheme { $code } version { $version } is adopted from { $period } on.

severity-error = error
severity-warning = warning
severity-info = info

scheme-status-draft = draft
scheme-status-adopted = adopted
scheme-status-retired = retired
errors-indicator-unknown = The scheme has no indicator { $codes }, and only few people carry it: probably a slip. Correct the code or remove the rows.
errors-account-unknown = There is no account { $username }.
cli-left-out = Note: the scheme has no indicator { $codes }; these rows were left out.
cli-user-off = disabled
cli-user-disabled = Account { $username } is disabled.
cli-user-passwd = The password of { $username } is changed.
cli-user-role = Account { $username } is now { $role }.
errors-database-newer = { $path } was made by a newer version of Steelyard; update the program first.
errors-database-changed = { $path } was set up by a script { $script } that has been changed since; install the program anew as it was delivered.
errors-analysis = This cannot be analysed.
errors-weights-method = Unknown method { $method }; choose one of { $methods }.
errors-criteria-shape = { $file } is not the table needed: { $expected }.
errors-criteria-cell = { $file } row { $row }, column “{ $column }”: “{ $raw }” is not a number.
errors-criteria-labels = The rows of { $file } do not have the names of its columns.
criteria-square = a square of pairwise judgements (rows named as columns; what is missing may be empty)
criteria-best-worst = two rows (best to others, others to worst), or a square with only the best row and the worst column
criteria-alternatives = criteria in the first row, one alternative a row, and optionally a row “direction”
cli-weights-heading = { $method }: weights
cli-weights-consistency = consistency ratio { $ratio }
cli-weights-table = random index: { $table }
cli-weights-worst = least consistent judgement: { $first } over { $second } is { $given }, the others imply { $implied }
cli-weights-constant = alike for all, weight 0: { $names }
cli-payoff-units = What one more unit is worth (to the person in the middle; – where it depends on who moves)
cli-payoff-cliffs = Where totals jump (usually / at most, in points; people)
cli-stability-sampled = The totals of this scheme are no straight lines in the weights: ranges and flips below are those that the draws show, not bounds.
cli-stability-intervals = Stability intervals (within them nobody changes rank)
cli-stability-flips = Smallest flips of neighbours (sum of weight changes, points)
cli-stability-none = no weights change their order
cli-stability-ranks = Expected rank and probability of the first { $top } ({ $draws ->
    [one] 1 draw
   *[other] { $draws } draws
}, seed { $seed })
errors-scenario-name = Give the scenario a name.
errors-scenario-taken = There is a scenario “{ $name }” already, kept by { $by }. Choose another name; what is kept is never overwritten.
errors-file-again = { $file } is the very file that was brought as batch { $batch }. Nothing was stored; if it is meant to count again, confirm that (on the command line: --again).
errors-batch-moved = Batch { $batch } was not approved: something was stored while its effect was being worked out. Please try again.
errors-batch-older = Batch { $batch } is older than what holds: { $count ->
    [one] one figure comes
   *[other] { $count } figures come
} from a batch that was brought later. Approve it only if the older figures are meant (on the command line: --anyway).
errors-batch-arrived = Nobody answers for batch { $batch } yet, it lay in the inbox. One person takes it over, another approves it.
errors-fact-unknown = Nothing is stored under { $fact }; there is nothing to correct.
errors-inbox-unexpected = { $file } could not be read; the cause is in the log of the service. The file is kept in “refused”.
errors-inbox-stopped = The service ended while it was reading { $file }. The file is not tried again; it is kept in “refused”.
errors-person-id = Give the person's id.
errors-person-new = { $manager } is new: give name, team and joining day.
errors-person-from = From which day does { $manager }'s new team or position hold? Give the day.
errors-person-left = { $manager } joined on { $joined } and cannot have left before.
errors-person-same = Nothing changes: that is how it stands already.
errors-staff-unknown = { $manager } is not in the list of people.
errors-team-unknown = There is no team { $team }, or the new name is empty.
errors-team-taken = Another team is called { $team } already.
errors-leave = A leave of kind { $kind } from { $start } to { $end } is not possible: choose a kind, and an end that is not before the beginning.
errors-handover-same = { $manager } cannot take over a book from oneself.
errors-branch-name = Give the branch a name.
errors-answer-form = “{ $answer }” is no answer; write KEY=CHOICE as import --json lists them.
errors-correct-scale = { $value } is outside the scale of this indicator, { $low } to { $high }.
errors-correct-target = { $value } cannot be the target: the rule divides by it, so it must be above 0.
errors-sketch-unknown = There is no sketch { $number }; it may stand in another database.
errors-sketch-changed = { $by } saved a change of this scheme at { $at }; yours is not saved.
errors-sketch-closed = { $by } stored this sketch as a draft or laid it aside at { $at }; it cannot be changed any more.
errors-template-unknown = There is no template named { $name }.
