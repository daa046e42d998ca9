# Reviews to give: whom am I asked to review, the form, handing in
nav-reviews-to-give = Reviews to give
giving-title = Reviews to give
giving-none = You are not asked for any review at the moment. Once a campaign begins, the names stand here.
giving-all-done = { $count ->
    [one] The review that you were asked for is handed in. Thank you.
   *[other] All { $count } reviews that you were asked for are handed in. Thank you.
}
giving-over = Nothing is to be handed in now. { $count } reviews are in; { $missed } were not handed in before the end.
giving-left = { $count ->
    [one] One review is left
   *[other] { $count } reviews are left
}, the first of them due on { $due } ({ $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
}).
giving-tasks = { $done } of { $all } handed in
giving-tasks-note = Click a row to open its form.
giving-whom = Colleague
giving-as = You are
giving-due = Due
giving-state = Progress
giving-myself = Myself
giving-as-superior = superior
giving-as-peers = peer
giving-as-self = myself
giving-state-done = handed in
giving-state-saved = saved, not handed in
giving-state-open = to do
giving-state-reminded = to do, reminded
giving-state-missed = not handed in, closed
giving-form = Review of { $name }
giving-form-note = { $campaign }. For each item choose the behaviour that is closest to what you have seen yourself; where you have seen nothing, choose "I cannot judge this".
giving-closed-done = This review is handed in: it can be neither read nor changed any more.
giving-closed-missed = The time is over, and this review was not handed in.
giving-confidential = **Confidential, not anonymous.** Fewer than eight colleagues are asked: results are shown by group and in steps of half a point, never who gave what, but in so small a circle the person may guess who it was. The data officer sees whether you handed in, not what you chose.
giving-promise-peers = What you choose is kept encrypted and apart from your name. Results are shown by group only, and not at all where too few answered. The data officer sees whether you handed in, not what you chose.
giving-promise-superior = A superior's review is not confidential: your mean is shown to the person as yours.
giving-promise-self = Your own view is shown to you and your superior only, beside what others say. It does not count.
giving-comments = Comments are shown to the person word for word, without a name. Please write facts, and nothing by which you could be recognised.
giving-cannot = I cannot judge this
giving-comment = Comment (optional)
giving-missing = { $count ->
    [0] Every item has an answer.
    [one] One item is left: { $names }.
   *[other] { $count } items are left: { $names }.
}
giving-save = Save for later
giving-saved = Saved. Until you hand it in, nobody but you can see it.
giving-hand-in = Hand in
giving-hand-in-ask = Hand in the review of { $name }? **It cannot be changed afterwards, and you will not see it again.**
giving-hand-in-do = Yes, hand in
giving-handed-in = The review is handed in.
