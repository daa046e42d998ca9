# Rights: auditor and human resources, the trail, delegations, who may see me
role-hr = Human resources
role-auditor = Auditor
signin-role-hr = People, teams and leave; talks on file, training and the career ladder
signin-role-auditor = Reads results, pay, appeals and the trail; changes nothing

action-export-period = download the proof of a period, with everybody's figures
action-keep-people = keep people, teams, leave and handovers
action-view-accounts = see the list of accounts
action-view-trail = read the trail: who did what, when and why
action-view-appeals = read appeals
action-keep-courses = keep the catalogue of training

reason-hands-over-proof = hands the proof of a result to who may ask for it
reason-audits = audits results and sees them all, changing nothing
reason-audits-rules = audits whether the rules were kept
reason-audits-pay = audits the pay system every year (CBRC 2010 No. 14)
reason-audits-access = audits who could do what, and who did
reason-looks-into-trouble = looks into what went wrong
reason-keeps-staff-list = keeps who works where
reason-trains-staff = organises training
reason-keeps-talks-on-file = keeps talks, plans and training on file (Labour Contract Law art. 40)
reason-knows-posts = knows the posts and what they ask
reason-knows-leave = counts leave and the working days of deadlines
reason-applies-rules = applies the rules on pay to employment

nav-trail = Trail
trail-title = Trail
trail-days = Days
trail-by = Who
trail-action = What
trail-everybody = Everybody
trail-everything = Everything
trail-number = No.
trail-at = When
trail-subject = About
trail-why = Why
trail-detail = Detail
trail-note = Each entry carries the fingerprint of the one before; verifying finds what was changed or deleted.
trail-list = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
trail-sentence = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
} from { $first } to { $last }, by { $people ->
    [one] { $people } person
   *[other] { $people } people
}.
trail-most = There is more from { $first } to { $last }: the latest { $count } entries, by { $people ->
    [one] { $people } person
   *[other] { $people } people
}. Choose fewer days.
trail-none = Nothing of the kind from { $first } to { $last }; choose other days, or everybody and everything.
trail-accounts = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
trail-accounts-note = Who signs in, in which role.
trail-role = Role
trail-manager-id = Manager id
trail-state = State
trail-in-use = In use
trail-disabled = Disabled

trail-did-add-account = Made an account
trail-did-account-password = Set a password
trail-did-account-role = Changed a role
trail-did-account-disabled = Disabled an account
trail-did-account-enabled = Enabled an account
trail-did-account-name = Changed the name of an account
trail-did-account-manager = Corrected the manager's id of an account
trail-did-account-must-change = Asked for a new password
trail-did-account-identity = Changed the link to single sign-on
trail-did-account-signed-out = Signed an account out everywhere
trail-did-import-accounts = Made accounts by a list
trail-did-back-up = Made a copy of the database
trail-did-back-up-failed = A copy could not be made
trail-did-plan-back-ups = Set when copies are made
trail-did-restore = Restored a copy
trail-did-repair-log = Repaired the database's log
trail-did-work-lost = Found entries missing
trail-did-sealed-anew = Sealed every row anew after an update
trail-did-result-notice-days = Set the days of notice
trail-did-add-course = Added a course
trail-did-retire-course = Retired a course
trail-did-course-offered = Offered a course
trail-did-course-declined = Declined a course
trail-did-course-done = Recorded a course as done
trail-did-course-withdrawn = Took back a course
trail-did-add-rater = Added a rater
trail-did-withdraw-rater = Withdrew a rater
trail-did-assign-raters = Assigned raters
trail-did-issue-links = Issued customers' links
trail-did-withdraw-links = Withdrew customers' links
trail-did-begin-reviews = Began a campaign of reviews
trail-did-open-reviews = Opened a campaign of reviews
trail-did-extend-reviews = Extended a campaign of reviews
trail-did-close-reviews = Closed a campaign of reviews
trail-did-call-off-reviews = Called off a campaign of reviews
trail-did-remind-reviews = Reminded raters
trail-did-draw-reviews = Drew the results of reviews
trail-did-release-reviews = Released the results of reviews
trail-did-hand-in-review = Handed in a review
trail-did-raise-calibration = Raised a case of calibration
trail-did-vote-calibration = Voted on a case of calibration
trail-did-call-off-calibration = Called off a case of calibration
trail-did-propose-calibration = Proposed a calibration
trail-did-confirmed-calibration = Confirmed a calibration
trail-did-turned-down-calibration = Turned down a calibration
trail-did-appeal-filed = Filed an appeal
trail-did-appeal-file = Added a file to an appeal
trail-did-appeal-taken = Took an appeal
trail-did-appeal-handed-on = Handed on an appeal
trail-did-appeal-asked = Asked about an appeal
trail-did-appeal-answered = Answered about an appeal
trail-did-appeal-proposed = Proposed to grant an appeal
trail-did-appeal-sent-back = Sent back an appeal
trail-did-appeal-granted = Granted an appeal
trail-did-appeal-turned-down = Turned down an appeal
trail-did-appeal-withdrawn = Withdrew an appeal
trail-did-propose-pay = Proposed a pay run
trail-did-approve-pay = Approved a pay run
trail-did-post-pay = Posted a pay run
trail-did-pay-turned-down = Turned down a pay run
trail-did-pay-withdrawn = Withdrew a pay run
trail-did-make-payroll = Made a payroll file
trail-did-pay-checked = Checked deferred pay
trail-did-pay-check-approved = Approved a check of deferred pay
trail-did-pay-check-turned-down = Turned down a check of deferred pay
trail-did-pay-check-withdrawn = Withdrew a check of deferred pay
trail-did-pay-link = Made a link for somebody who left
trail-did-pay-link-opened = Opened a link for somebody who left
trail-did-show-individual-pay = Set whether the president sees single people's pay
trail-did-set-pay-base = Set the base of pay
trail-did-clawback-opened = Opened a clawback
trail-did-clawback-approved = Approved a clawback
trail-did-clawback-turned-down = Turned down a clawback
trail-did-clawback-withdrawn = Withdrew a clawback
trail-did-clawback-objected = Objected to a clawback
trail-did-clawback-upheld = Upheld an objection
trail-did-clawback-dismissed = Dismissed an objection
trail-did-import = Brought a batch
trail-did-approved = Approved a batch
trail-did-rejected = Rejected a batch
trail-did-take-over = Took over a file from the inbox
trail-did-inbox-refused = Refused a file in the inbox
trail-did-confirm-mapping = Confirmed what columns are
trail-did-draw-sample = Drew a sample
trail-did-check-sample = Checked a sample
trail-did-publish = Published results
trail-did-reopen = Opened a period again
trail-did-period-checked = Moved a period to checked
trail-did-period-scored = Moved a period to scored
trail-did-period-notice = Began the notice of a period
trail-did-period-appeals = Began the appeals of a period
trail-did-period-final = Made a period final
trail-did-managers-see-from = Set from when managers see results
trail-did-notice-days = Set the days of notice
trail-did-store-scheme = Stored a version of the scheme
trail-did-adopt-scheme = Adopted a version
trail-did-comment-scheme = Commented on a version
trail-did-decide-comment = Decided on a comment
trail-did-impact-run = Ran the impact of a version
trail-did-scheme-proposed = Proposed a version
trail-did-scheme-withdrawn = Withdrew a version
trail-did-scheme-approved = Voted for a version
trail-did-scheme-rejected = Voted against a version
trail-did-scheme-authorised = Recorded the head office's leave
trail-did-scheme-confirmed = Confirmed the head office's leave
trail-did-scheme-reasoned = Gave a reason for a warning
trail-did-scheme-in-notice = Gave notice of a version
trail-did-scheme-adopted = Adopted a version
trail-did-scheme-retired = Retired a version
trail-did-open-round = Opened a round of weights
trail-did-hand-in-weights = Handed in weights
trail-did-call-off-round = Called off a round of weights
trail-did-keep-scenario = Kept a scenario
trail-did-ask-question = Asked a question
trail-did-question-answered = Answered a question
trail-did-question-withdrawn = Withdrew a question
trail-did-name-contact = Named who answers
trail-did-name-superiors = Named superiors
trail-did-record-talk = Recorded a talk
trail-did-talk-confirmed = Confirmed a talk
trail-did-talk-viewed-otherwise = Saw a talk otherwise
trail-did-talk-followed-up = Followed up a talk
trail-did-talk-withdrawn = Withdrew a talk
trail-did-draw-up-plan = Drew up a plan
trail-did-change-plan = Changed a plan
trail-did-sign-plan = Signed a plan
trail-did-plan-met = Closed a plan as met
trail-did-plan-partly-met = Closed a plan as partly met
trail-did-plan-not-met = Closed a plan as not met
trail-did-plan-called-off = Called off a plan
trail-did-keep-ladder = Changed the career ladder
trail-did-sign-receipt = Signed for a result
trail-did-calendar-days = Changed working days
trail-did-calendar-announced = Recorded the holidays of a year
trail-did-calendar-withdrawn = Withdrew the holidays of a year
trail-did-describe-branch = Named the branch
trail-did-set-idle = Set the time after which nobody at it is signed out
trail-did-set-rules = Chose the rules of the checks
trail-did-seed = Loaded the demonstration
trail-did-give-delegation = Let somebody act for them
trail-did-end-delegation = Took back a delegation

action-delegate = let others act for them
reason-is-replaced-when-away = needs somebody to act for them when away
reason-delegated = was let to act for somebody
reason-not-delegated = what was delegated does not include it

nav-delegations = Acting for others
delegation-title = Acting for others
delegation-sentence-none = No delegation is in force today.
delegation-sentence-given = { $given ->
    [one] { $given } delegation lets
   *[other] { $given } delegations let
} others act for you today.
delegation-sentence-taken = { $taken ->
    [one] { $taken } delegation lets
   *[other] { $taken } delegations let
} you act for others today; change over in the side bar.
delegation-sentence-both = { $given ->
    [one] { $given } delegation lets
   *[other] { $given } delegations let
} others act for you today, and you may act for others by { $taken }; change over in the side bar.
delegation-nobody = There is nobody who can act for you; ask the administrator for accounts.
delegation-give = Let somebody act for me
delegation-note = The first and the last day count; it ends by itself and can be taken back. Nothing can be handed on; where two people are needed, both of you count as one. Reviews, own weights and accounts are left out.
delegation-giver = For
delegation-taker = Who acts
delegation-actions = What
delegation-first = First day
delegation-last = Last day
delegation-why = Why
delegation-why-example = Such as: a week of training elsewhere
delegation-do = Delegate
delegation-given = Delegated; it ends by itself.
delegation-opens = Opens the pages: { $pages }
delegation-needs = To { $action }, a page has to open; choose one of these too: { $needs }
delegation-list = { $count ->
    [one] { $count } delegation
   *[other] { $count } delegations
}
delegation-list-note = Those you gave and took, latest first; all of it stands in the trail.
delegation-state = State
delegation-state-now = In force
delegation-state-coming = To come
delegation-state-over = Over
delegation-state-ended = Ended on { $day } by { $by }: { $why }
delegation-end = End it with { $name } (until { $last })
delegation-end-why = Why it ends early
delegation-ended = The delegation has ended.
acting-for = You act for { $name }
acting-own = Act as myself again
acting-begin = Act for { $name } (until { $last })
why-acting = You act for { $name }: what was delegated is open and nothing else, and what you do stands in the trail under your name, with for whom.
trail-for = For

seen-title-view-scorecard = Who else may see my scorecard, and why:
seen-title-view-pay = Who else may see my pay, and why:
seen-title-view-growth = Who else may see my talks and plans, and why:
seen-nobody = Nobody else.
seen-one = { $name } ({ $role }): { $reason }
seen-since = {" "}(since { $day })
seen-delegated = { $name }: acts for { $giver } ({ $role }) from { $first } to { $last }

errors-delegation-taker = { $name } cannot act for you: there is no such account in use, or the post does not act for others. Choose somebody else.
errors-delegation-actions = Nothing was chosen, or something that nobody can do for you. Choose among what is offered.
errors-delegation-apart = The post of { $name } has to stay apart from what you chose: whoever brings data drafts and adopts no scheme, and the other way round. Choose somebody else, or leave it out.
errors-delegation-days = The days do not fit: the last day lies before today or the first day, or the span is longer than { $most }, in days. Change the days.
errors-delegation-why = Say why; { $most } is the most that is taken, in characters.
errors-delegation-over = This delegation is over.
errors-one-hand = Somebody who acts for you, or for whom you act, has done this step already; both of you count as one person here. Somebody else has to do it.
