# 360 reviews: campaigns, assignments, progress, customers' links
nav-reviews = 360 campaigns
review-group-superior = Superior
review-group-peers = Peers
review-group-customers = Customers
review-group-self = Self
campaign = Campaign
campaigns-title = 360 reviews
campaigns-none = There is no campaign yet. Click "New campaign", set the period and the window, then assign the raters.
campaign-label = { $name } · { $state }
campaign-state-draft = not begun
campaign-state-open = open
campaign-state-closed = closed
campaign-state-drawn = drawn, not released
campaign-state-released = released
campaign-state-called-off = called off
campaign-sentence-draft = **{ $name }** has not begun: assign the raters first, then click "Begin". Answers are to be taken from { $opens } to { $closes }.
campaign-sentence-coming = **{ $name }** is set: answers are taken from { $opens } to { $closes }.
campaign-sentence-open = **{ $name }** is open until { $closes } ({ $days ->
    [0] today
    [one] tomorrow
   *[other] { $days } days left
}). Who has handed in is shown; what was said is shown to nobody.
campaign-sentence-over = **{ $name }** ended on { $closes } and waits for the committee or the president to draw the results.
campaign-sentence-closed = **{ $name }** was closed early and waits for the committee or the president to draw the results.
campaign-sentence-drawn = **{ $name }** is drawn and waits for the committee or the president to release it.
campaign-sentence-released = **{ $name }** is released: everybody finds the own result on the scorecard.
campaign-sentence-called-off = **{ $name }** was called off; what was handed in is not opened any more.
campaign-new = New campaign
campaign-name = Name
campaign-name-example = 360 reviews, second half of 2026
campaign-window = Window (both days included)
campaign-window-help = Answers are taken from the beginning of the first day to the end of the last.
campaign-create = Create
campaign-created = Created. Assign the raters, then click "Begin".
campaign-items = What is asked: { $count } items with five levels of behaviour each
campaign-item-note = { $feeds }; asked of: { $groups }.
campaign-feeds = Counts for indicator { $indicator } ({ $shares })
campaign-share = { $group } { $share }
campaign-feeds-not = Stands for indicator { $indicator }, which the scheme in force does not score by reviews
campaign-feeds-none = For development only, no score
campaign-open = Begin
campaign-opened = The campaign has begun; raters find their list under "Reviews to give".
campaign-remind = Send reminders
campaign-reminded = { $count ->
    [0] Everything is handed in, nobody needs a reminder.
    [one] One missing review was reminded of; the rater reads it under "Reviews to give".
   *[other] { $count } missing reviews were reminded of; raters read it under "Reviews to give".
}
campaign-extend = Extend
campaign-extend-to = New last day
campaign-extend-why = Reason for extending
campaign-extended = Extended.
campaign-close = Close early
campaign-close-why = Reason for closing early
campaign-closed = Closed; no more answers are taken.
campaign-call-off = Call this campaign off
campaign-call-off-why = Reason for calling it off
campaign-called-off = Called off.
assign-title = Assign raters
assign-note = Superiors are set by team; peers are assigned by rule, with a load as even as possible; customers answer by one-time links.
assign-superiors = Superiors of { $team }
assign-every-team = every team
assign-peers = Colleagues who rate each person
assign-peers-help = With fewer than { $least } answers nothing of the peers is shown; two more than that are advised.
assign-customers = Customers asked about each person
assign-customers-help = With fewer than { $least } answers nothing of the customers is shown; half as many again are advised.
assign-from = Where colleagues come from
assign-from-team = own team first, then the branch
assign-from-branch = the whole branch
assign-preview = { $count } reviews to be assigned, { $low } to { $high } for each colleague
assign-preview-even = { $count } reviews to be assigned, { $high } for each colleague
assign-preview-note = How many reviews everybody is asked for. Single ones can be changed afterwards, with a reason.
assign-do = Assign
assign-done = The raters are assigned.
rater = Rater
rater-load = In all
ratee = Person
progress-raters = Progress by rater
progress-raters-note = How many are handed in; what was said is shown to nobody.
progress-ratees = Progress by person
progress-ratees-note = Handed in / asked for. "Too few" marks groups that have not reached their minimum yet; nothing of them will be shown.
progress-done-of = Handed in / asked
progress-short = { $done } / { $asked } too few
progress-enough = { $done } / { $asked }
progress-figure-done = Handed in
progress-figure-done-note = of { $asked }
progress-figure-raters = Raters with some left
progress-figure-peers = Enough peers
progress-figure-customers = Enough customers
progress-figure-of = of { $all } people
links-title = Customers' links
links-note = Each link is good for one answer. Links are shown once, when they are made: download and print them at once. Lost ones are withdrawn and issued anew.
links-whom = For whom
links-everybody = Everybody
links-count = Cards for each
links-site = Address that customers reach
links-site-help = What customers' telephones can open; codes and links begin with it.
links-issue = Issue links
links-issued = { $count } links were issued for { $people ->
    [one] one person
   *[other] { $people } people
}. Download them at once; they cannot be shown again.
links-download = Download the cards with QR codes (to be printed)
links-ready = { $count ->
    [one] One card can be downloaded, this once.
   *[other] { $count } cards can be downloaded, this once.
}
links-used-of = Used / issued
links-withdraw = Withdraw unused links
links-withdraw-why = Reason for withdrawing
links-withdrawn = The unused links are withdrawn; answers handed in are not touched.
links-not-open = Once the campaign is open, links for customers are issued here.
change-title-review = Single changes
change-note-review = Only what is not handed in can be changed; the reason goes into the trail.
change-which = Which review
change-which-label = { $rater } about { $ratee } ({ $group })
change-to = To be given by
change-review-why = Reason
change-review-do = Change a rater
change-review-done = The rater is changed.
change-withdraw = nobody (withdraw it)
change-add = Add a review
change-add-group = As
change-added = Added.
invitation-file = QR codes for customers
invitation-title = How do you find the service of { $name }?
invitation-scan = Scan the code to answer, by { $until } at the latest
invitation-once = Good for one answer. No sign-in; who you are is not recorded.
review-figure-too-few = { $raters } of { $needed } needed
review-figure-withheld = held back (raters: { $raters })
review-note-exact = A superior's review is not confidential: the mean is shown.
review-note-shown = Raters: { $raters }. Only the range of the mean is shown, so that nobody's answer can be worked out.
review-note-carried = Carried over from the last release: the raters are nearly the same, and a new figure would give away the one who changed.
review-note-too-few = { $raters } of { $needed } raters needed: neither shown nor counted.
review-note-withheld = Enough raters, but showing it would let an earlier figure be worked out that was held back: neither shown nor counted.
review-note-none = Nobody of this group has answered.
