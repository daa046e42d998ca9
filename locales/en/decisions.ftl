memo-why-none = (no reason given)
gate-opposed = with objections
gate-ran = Worked out on the current figures and kept as run { $run }; votes, reasons and the notice rest on the older run and are asked for again.
gate-ran-same = Neither figures nor versions have changed: run { $run } stands, and so do the votes.
gate-ran-none = This version replaces none; there is no impact to work out.
gate-votes-older = Votes on impact run { $run }: { $count }; they must be given again
gate-votes-before = Votes before the impact was worked out: { $count }; they must be given again
gate-vote-role = The vote of { $by } does not count: no role is on record
gate-authorised-by = { $reference } ({ $issued_on }), scope: { $scope }; recorded by { $by }
gate-authorised-confirmed = { $reference } ({ $issued_on }), scope: { $scope }; recorded by { $by }, confirmed by { $second }
gate-authorised-by-file = The authorisation { $reference } came with the file and is not this version's; record the one that is
gate-confirm = Confirm it
gate-confirm-help = You have seen the head office's document, and it authorises this version
gate-confirmed = A second person has confirmed the authorisation.
gate-post-again = Post it again
objections = Objections ({ $count }): { $said }
objection = { $by }: { $why }
vote-on-run = { " " }(on impact run { $run })
life-authorisation-confirmed = Authorisation { $reference } confirmed
life-approved-plain = Approved
life-objected-plain = Objected
errors-vote-role = { $by } cannot vote: only accounts of committee members and of the president can.
errors-authorisation-future = The authorisation is dated { $day }, which is still to come; check the document.
errors-authorisation-early = The authorisation is dated { $day }, before the version it would replace ({ $earliest }); it cannot be about this one. Check the document.
errors-authorisation-none = No authorisation was recorded; there is nothing to confirm.
errors-authorisation-own = { $by } recorded the authorisation; somebody else must confirm it.
errors-authorisation-unconfirmed = The authorisation was recorded by { $by }; somebody else who has seen the document must confirm it.
errors-notice-older = Impact run { $run } was posted, and another was made since; post it again.
errors-adopt-start = It was proposed and posted to begin in { $proposed }, not in { $period }; to change that, withdraw it and propose it again.
cli-scheme-confirmed = The authorisation of scheme { $code } version { $version } is confirmed by { $by }.
gate-retire-cover = Another version holds once it is retired
gate-retire-proposed = Retirement proposed
gate-retire-second-person = Carried out by somebody other than whoever proposed it
retire-title = Retiring { $version }: { $met } of { $all } requirements met
retire-note = Retiring an adopted version asks for what adopting asks for; it can be withdrawn before that
retire-proposed-by = Proposed by { $by } on { $day }: { $why }
retire-propose = Propose to retire it
retire-propose-label = Why it should be retired
retire-proposed-done = Proposed; the other members vote on it.
retire-posted = Posted; the staff can read it.
retire-reason-label = Why the notice need not run to its end
retire-withdraw = Withdraw the retirement
retire-withdrawn = Withdrawn; the version holds as before.
retire-do = Retire it
retire-under-way = Retiring **{ $name }** is under discussion (since { $day }).
life-retirement-proposed = Retirement proposed
life-retirement-approved = Retirement approved
life-retirement-objected = Objected to the retirement
life-retirement-in-notice = Retirement posted for the staff
life-retirement-withdrawn = Retirement withdrawn
errors-retire-proposed = Nobody has proposed to retire it; an adopted version is retired by a proposal, votes and a notice.
errors-retire-under-way = Retiring scheme { $code } version { $version } is under discussion already.
errors-retire-posted = The retirement of scheme { $code } version { $version } is posted already.
errors-retire-own = { $by } proposed the retirement; others vote on it and carry it out.
errors-retire-notice-running = The notice of the retirement runs until { $until }; retiring earlier needs a written reason.
errors-retire-refused = Cannot be retired: { $count ->
    [one] 1 requirement is
   *[other] { $count } requirements are
} not met.
errors-retire-step = There is no step "{ $step }"; known: { $steps }.
cli-retirement = Retirement of scheme { $code } version { $version }: { $step } is on file.
memo-trial-title = Trial of weights
memo-trial = Trial, not adopted. For discussion only; nobody is appraised by it.
memo-trial-download = Trial memo (Word)
memo-not-adopted = Not adopted: { $status }.
memo-item = Item
memo-said = On record
memo-drafted = Drafted
memo-run = Impact run
memo-run-said = { $run }, worked out on { $at } by { $by }, beside { $base }
memo-figures = Figures
memo-figures-said = { $periods ->
    [one] 1 period
   *[other] { $periods } periods
} up to { $period }, { $people ->
    [one] 1 person
   *[other] { $people } people
}
memo-proposed = Proposed
memo-posted = Posted for the staff
memo-adopted = Adopted
memo-by = { $day }, { $by }
memo-why-label = Reason for the change
memo-as-of = Record up to
memo-other-changes = What changes besides weights
memo-role = Role
memo-vote-lapsed = { " " }(does not count)
memo-firm-note = { $draws ->
    [one] 1 random draw
   *[other] { $draws } random draws
} around the weights tried; neighbours who often change places: { $pairs ->
    [one] 1 pair
   *[other] { $pairs } pairs
}, the least firm ones below
memo-firm-missing = This run, made by an earlier release, kept no draws; they are not made up for afterwards.
memo-fragile-rest = Further pairs of neighbours who often change places: { $count }.
schemes-opposed = { $said }.
round-quorum = Quorum
round-quorum-majority = More than half
round-quorum-two-thirds = Two thirds
round-quorum-all = Everybody
round-in-quorum = Whether somebody is in, never with what; a result needs { $quorum }
errors-round-quorum = Closed with { $count } in, fewer than the quorum of { $quorum }: there is no result. Open another one.
errors-round-quorum-unknown = There is no quorum "{ $quorum }".
