errors-publish-running = { $period } ends on { $until }; it can be published after that.
errors-publish-again = { $period } is published already; open it again with a reason to change it.
errors-publish-moved = Something was stored while { $period } was being scored, and it was not published; look at the scores again first.
errors-period-state = { $period } is { $state }; it cannot go to { $wanted } from there.
errors-period-not-published = { $period } is not published; there is nothing to open again.
errors-period-never-published = { $period } was never published.
errors-frozen-differs = What was published for { $period } is not what the engine gives now ({ $people }) and is not shown; run python manage.py verify.
errors-package-folder = Cannot write { $folder }: it must be a folder that is not there yet, in one that is.
errors-package = { $folder } is no package of export-period, or is incomplete.
verify-hash = { $period }, result { $sheet }: the content does not have the hash it was published with.
verify-inputs = { $period }, result { $sheet }: the inputs do not have the hash they were published with.
verify-unreadable = { $period }, result { $sheet }: it cannot be read.
verify-result = { $period }, result { $sheet }: scored again, these differ: { $people }.
verify-gone = Result { $sheet } was published and is gone.
verify-scheme = Scheme { $code } version { $version } does not have the hash it was stored with.
verify-chain = The audit chain breaks at entry { $entry }.
verify-file = File { $file } does not have the hash of the manifest.
cli-published = { $period } is published: result { $sheet }, hash { $sha256 }.
cli-reopened = { $period } is open again; what was published stays on file.
cli-verified = Everything is as it was published: { $periods ->
    [one] 1 period
   *[other] { $periods } periods
}, { $results ->
    [one] 1 result
   *[other] { $results } results
}.
cli-verify-failed = { $count ->
    [one] 1 difference
   *[other] { $count } differences
} ({ $periods ->
    [one] 1 period
   *[other] { $periods } periods
}, { $results ->
    [one] 1 result
   *[other] { $results } results
}).
result-frozen = Published and frozen, hash { $sha256 }. The whole hash stands on the desk of the period.
result-provisional = Not published yet; it changes when figures change.
periods-without = { $count ->
    [1] Another period ({ $first }) has
   *[other] { $count } more periods ({ $first } to { $last }) have
} data but no scheme in force; not scored and not listed below.
periods-title = Periods
periods-sentence = **{ $period }**: { $state }, **{ $complete }** of the data are there, { $missing ->
    [one] 1 value is
   *[other] { $missing } values are
} missing.
periods-card = State of each period
periods-card-note = Click a row; the hash is the first 12 digits of the published result's
periods-complete = Complete %
periods-hash = Hash
periods-heat = What is there
periods-heat-note = Share of people with a value, by indicator (%)
period-title = { $period }: { $state }
period-note = Publishing freezes figures, scheme and results together; after that only opening it again with a reason changes anything
period-complete = Nothing is missing.
period-missing = Missing:
period-more = { " " }and { $count } more
period-publish = Publish and freeze
period-published = Published and frozen.
period-reopen = Open again
period-reopen-label = Why it is opened again
period-reopened = Open again; what was published stays on file.
period-next = Move to { $state }
period-moved = Done.
period-result = Result **{ $sheet }**: published on { $at } by { $by }, scheme v{ $version }
period-package = Package to verify elsewhere
verify-title = Verify what was published
verify-note = Every period scored again from what was kept; hashes, schemes and the audit trail compared
verify-do = Recompute and compare
verify-running = Recomputing…
period-pending = Figures were corrected after publishing: on today's figures { $people ->
    [one] the score, rank or grade of 1 person differs
   *[other] score, rank or grade of { $people } people differ
} from what was published. Open the period again with a reason to change it.
period-as-of = Recompute on the figures of an earlier day
period-as-of-day = As of
period-as-of-found = { $people ->
    [one] 1 person
   *[other] { $people } people
} differ from what is shown.
period-shown = Shown
period-other = Recomputed
errors-publish-usage = Name a period or a range (2026-01..2026-08), or give --all.
period-refused = { $count } { $count ->
    [one] value cannot be scored and is
   *[other] values cannot be scored and are
} left out. Correct them on the data desk:
