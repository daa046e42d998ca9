## Who heads which team
superiors-title = Heads of teams
superiors-note = A head talks with the members, signs improvement plans with them, and sees who has not signed for the scorecard. Teams without a head are the president's.
superiors-nobody = None (the president)
superiors-do = Save
superiors-done = Saved; this is recorded.
errors-superior-team = There is no team "{ $team }".
errors-superior-unknown = "{ $name }" is neither president nor of the committee, or the account is disabled, and cannot head a team.
