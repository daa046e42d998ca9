# Customers' reviews: the form behind a one-time link, without an account
customer-tab = Customer review · { $name }
customer-title = How do you find the service of { $name } ({ $position })?
customer-note = Your answer is confidential: neither your name, telephone number or address nor the time is recorded, and as long as too few customers have answered, nobody sees a result. What you add is passed on to the customer manager word for word, without a name; please write nothing by which you could be recognised.
customer-other = 中文
customer-cannot = I cannot judge this
customer-comment = Anything to add (optional)
customer-send = Send
customer-once = An answer can be sent once and not be changed afterwards.
customer-missing = { $count ->
    [one] One question has no answer yet. If you cannot judge it, choose the last line.
   *[other] { $count } questions have no answer yet. If you cannot judge one, choose its last line.
}
customer-thanks = Thank you for your answer
customer-thanks-next = It has been received. You can close this page.
customer-unknown = There is no such link
customer-unknown-next = Please check that the link is complete, or scan the code on the card again. If it still does not open, ask the branch that gave it to you.
customer-used = This link has been used
customer-used-next = Each link is good for one answer. Yours has been received; there is nothing left to do.
customer-expired = This link is no longer valid
customer-expired-next = The time for this review is over. Thank you for your interest.
customer-closed = This review is over
customer-closed-next = No more answers are taken. Thank you for your interest.
customer-too-much = That is too long
customer-too-much-next = Please go back, shorten what you added, and send it again.
customer-unreadable = Your answer did not arrive
customer-unreadable-next = Please open the link again and answer once more.
customer-later = Not available at the moment
customer-later-next = The system cannot be reached; your link remains good. Please try again in a few minutes.
