# Permissions: actions, reasons, "why may I see this?", and the commands about accounts
action-view-branch = see the whole branch's scores and rankings
action-view-scorecard = see scorecards and trends
action-view-schemes = read the appraisal schemes
action-simulate = try changes of weights
action-draft-scheme = draft schemes
action-adopt-scheme = adopt schemes
action-approve-scheme = vote on schemes
action-comment-scheme = comment on schemes
action-run-round = open rounds of weighting
action-set-weights = give own weights
action-publish = publish results
action-verify = verify results
action-import = import and correct data
action-approve-import = approve imports
action-manage-accounts = keep the accounts and the branch's name
action-run-reviews = run campaigns of 360 reviews
action-give-review = give reviews
action-release-reviews = see and release results of 360 reviews

reason-answers-for-branch = answers for the branch
reason-coaches = coaches every manager
reason-scheme-is-public = the scheme in force is public in the branch
reason-proposes-changes = proposes changes to the head office
reason-sits-in-committee = sits in the committee
reason-answers-staff = answers what the staff says
reason-weighs-where-asked = gives own weights where asked
reason-sees-who-is-touched = must see who is touched by a change
reason-sees-why-somebody-moves = must see why somebody moves
reason-keeps-scheme = keeps the scheme
reason-tries-before-adopting = tries changes before they are adopted
reason-drafts = drafts the scheme
reason-adopts-with-another = adopts the scheme, never the author alone
reason-votes-on-others = votes on what a colleague proposes, never on an own draft
reason-asks-members = asks the members for their weights
reason-weighs-blind = gives own weights, blind until all are in
reason-answers-for-results = answers for what is published
reason-decides-when-posted = decides when results are posted, and opens them again with a reason
reason-proves-results = must be able to prove a result
reason-answers-for-figures = answers for the figures
reason-keeps-database = looks after the database
reason-own-results = own results only (PIPL art. 6: no more than needed)
reason-rules-made-known = rules on pay are made known (Labour Contract Law art. 4)
reason-heard-before-rules = is heard before rules on pay are made (Labour Contract Law art. 4)
reason-knows-measures = knows what can be measured
reason-brings-data = brings in the data
reason-second-person = second person, never for an own batch
reason-must-know-measures = must know what is measured
reason-keeps-accounts = keeps the accounts
reason-asks-raters = says who is asked about whom, and never sees what was said
reason-keeps-reviews-going = looks after links, dates and reminders, and never sees what was said
reason-rates-staff = rates the staff as their superior
reason-rates-where-asked = rates as a superior where asked
reason-rates-colleagues = rates colleagues and oneself where asked
reason-answers-for-reviews = answers for how results of reviews are used
reason-calibrates = calibrates ratings before they count, and sees nothing that tells a rater
reason-operates = runs the command line and could read and write the database file anyway
reason-not-granted = the table of permissions does not grant it to this role
reason-not-own = this role sees own results only

why-title = Why may I see this?
why-role = You are signed in as **{ $role }**. On the page { $page } this role may:
why-granted = **{ $action }**: { $reason }
why-others = On this page, for other roles:
why-refused = { $action }: { $roles }
why-since = Signed in since { $time }. What is not granted to a role is closed to it.

cli-may-yes = Yes. { $name } ({ $role }) may { $action }: { $reason }.
cli-may-no = No. { $name } ({ $role }) may not { $action }: { $reason }.
cli-may-whose = { $action } ({ $manager })
cli-may-off = No. The account { $name } ({ $role }) is disabled.
cli-may-holders = Roles that may { $action }: { $roles }.
errors-may-name = There is no account { $name }; there are: { $names }{ $more ->
    [0] {""}
   *[other] {" "}… ({ $count } in all)
}.
errors-may-no-names = There is no account { $name }; the database has none yet.
errors-may-action = There is no action { $action }; use one of: { $actions }.
