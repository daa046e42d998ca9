errors-appeal-unknown = There is no appeal { $appeal }.
errors-appeal-state = Appeal { $appeal } has moved on meanwhile ({ $state }); nothing was done. Look at it again.
errors-appeal-late = Results of { $period } cannot be appealed against any more, or not yet: the days for it count from the posting.
errors-appeal-figure = This figure is not in your result any more, or the number is none. Choose it again.
errors-appeal-again = An appeal about this figure is open already (no. { $appeal }). Add to that one.
errors-appeal-value = Say what the figure is to become; the result as a whole can only be granted without a correction.
errors-appeal-worse = With this number the result would come to less than what was published. An appeal makes nothing worse: grant another number, or turn it down.
errors-appeal-reviewer = { $name } made this figure and must not decide on it. Give it to somebody else.
errors-appeal-reviewer-unknown = Nobody who decides appeals has the name “{ $name }”.
errors-appeal-not-reviewer = Only who reviews the appeal can do this. Take it first.
errors-appeal-same-person = Who proposed it cannot confirm it: a second person has to.
errors-appeal-moved = Nothing was granted: something was stored while the effect was being worked out. Please try again.
errors-appeal-file = “{ $name }” cannot be added: PDF, PNG, JPEG, Word or Excel, undamaged.
errors-appeal-file-large = “{ $name }” is larger than { $most } MB.
errors-appeal-files = An appeal takes { $most } files at most.
errors-period-appeals-open = { $count ->
    [one] One appeal
   *[other] { $count } appeals
} of { $period } must be decided first; only then can the results become final.
