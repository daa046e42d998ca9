## Who heads which team
superiors-title = Heads of teams
superiors-note = A head talks with the members, signs improvement plans with them, and sees who has not signed for the scorecard. Teams without a head are the president's.
superiors-nobody = None (the president)
superiors-do = Save
superiors-done = Saved; this is recorded.
errors-superior-team = There is no team "{ $team }".
errors-superior-unknown = "{ $name }" is neither president nor of the committee, or the account is disabled, and cannot head a team.

## Signing for a result
receipt-asked = This result is posted; please check it and sign for receipt.
receipt-again = The result was corrected after you signed; please check it and sign again.
receipt-sign = Sign for receipt
receipt-what = You sign for the scorecard of result **{ $sha256 }**: that you have received and read it. Signing does not waive an appeal.
receipt-remark = Remark (may be left empty; read by you, the head of your team and the president)
receipt-do = Sign
receipt-done = Signed; this is recorded.
receipt-signed = Signed on { $at } (result { $sha256 }).
receipt-remarked = { " " }Remark: { $remark }
receipt-missing = Not signed for yet.
receipt-missing-again = Corrected after it was signed, and not signed again yet.
errors-receipt-remark = A remark has at most { $most ->
    [one] 1 character
   *[other] { $most } characters
}.
errors-receipt-not-posted = The results of { $period } are not posted, so there is nothing to sign for.
errors-receipt-other-sheet = The results of { $period } have just changed; look at them again before you sign.
errors-receipt-signed = The scorecard of { $period } is signed already.
