# 360 reviews: what is said where something cannot be done (the pages' words stand elsewhere)

errors-vault-key-missing = There is no key { $path }. Without it the reviews that were handed in cannot be opened; put the key file back beside the database.
errors-vault-key-wrong = The key { $path } is not that of this database, so the reviews cannot be opened; put the right key file back.
errors-review-unknown = There is no campaign { $campaign }.
errors-review-name = Give the campaign a name.
errors-review-window = The last day is before the first; choose again.
errors-review-items = Ask between 1 and { $most } items.
errors-review-item-code = The item code “{ $item }” cannot be used: letters, digits and dashes only, each code once.
errors-review-item-groups = Item “{ $item }” does not say who is asked.
errors-review-item-words = Item “{ $item }” needs its name, question and behaviour anchors for levels 1 to { $levels } in both languages.
errors-review-item-unknown = This form has no item “{ $item }”.
errors-review-minimum = The minimum of { $group } cannot be below { $fewest }: fewer would not protect the raters.
errors-review-state = { $state ->
    [draft] The campaign has not begun, so this cannot be done now.
    [open] The campaign is running, so this cannot be done now.
    [closed] The campaign is over, so this cannot be done any more.
    [drawn] The results are drawn, so this cannot be done any more.
    [released] The results are released, so this cannot be done any more.
   *[other] The campaign was called off, so this cannot be done any more.
}
errors-review-over = The last day, { $day }, is over; begin another campaign.
errors-review-not-yet = Reviews are taken from { $day } on; come back then.
errors-review-nobody = Nobody is assigned yet; assign raters before you open the campaign.
errors-review-extend = The new last day must be after { $day }.
errors-review-numbers = Peers must be fewer than the managers with an account ({ $people }), customers between 0 and { $most }.
errors-review-twice = { $rater } rates { $manager } already.
errors-review-assignment-unknown = There is no such review ({ $number }) for you to give; somebody else may have been asked instead.
errors-review-done = This review is handed in; it can no longer be read or changed.
errors-review-withdrawn = This review was withdrawn.
errors-review-ratee = { $manager } is not employed and cannot be reviewed.
errors-review-group = This campaign asks nothing of { $group }.
errors-review-customers = Between 1 and { $most } customers can be invited about each manager.
errors-review-rater = { $rater } cannot rate { $manager } as { $group }: superiors are the president or members of the committee, peers other managers, and everybody rates oneself alone.
errors-review-level = Item “{ $item }” takes whole levels from 1 to { $levels }.
errors-review-comment-long = The comment on “{ $item }” is too long: { $most } is the most, in characters.
errors-review-unanswered = { $count ->
    [one] One item is
   *[other] { $count } items are
} not answered; choose a level, or “cannot judge”.
errors-link-unknown = This link is not valid; check it, or ask the branch for another.
errors-link-used = This link has been used: your answer has arrived. Thank you.
errors-link-expired = The time for answers is over. Thank you for your interest.
errors-link-closed = Answers are not taken at the moment. Thank you for your interest.
errors-review-empty = Nobody handed in, so there is nothing to draw; the campaign can be called off.
errors-review-ballots = { $count } reviews were handed in, { $found } sealed ones are there: they do not agree, so nothing is drawn. Restore a complete database.

reviews-source = 360 reviews
