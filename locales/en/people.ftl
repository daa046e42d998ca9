nav-people = People and teams
people-title = People and teams
people-none = There is nobody yet: bring a list of people on the data desk.
people-sentence = { $here } { $here ->
    [one] person
   *[other] people
} in { $teams } { $teams ->
    [one] team
   *[other] teams
} on { $day }.
people-day = As of
people-list = { $count ->
    [one] 1 person
   *[other] { $count } people
}
people-list-note = As of the day chosen above. A row opens the person's history and fills the form beside it.
people-left-too = Those who left, too
people-state = State
people-here = here
people-coming = not joined yet
people-left = left
people-history = What was recorded of { $name }
people-history-note = By the day from which it holds, latest first. Nothing is overwritten: what was superseded or withdrawn stays on record.
people-from = From
people-from-help = The day from which the team, position or name holds. The period is divided by days.
people-says = What it says
people-superseded = { " (superseded or withdrawn)" }
people-change = Change of a person
people-change-note = Empty fields leave what is there. The change counts once a second person has approved it on the data desk.
people-new = A new person …
people-as-it-is = as it is
people-pick-team = choose, or type a new team
people-not-left = Did not leave
people-why = Reason (kept on record)
people-send = Submit for review
people-sent = Submitted. A second person approves it on the data desk.
people-leave = Record leave
people-first-day = First day
people-last-day = Last day
people-book = Record a book taken over
people-giver = Taken over from
people-giver-none = nobody in the list
people-book-day = Day of the handover
people-team = Rename a team
people-team-name = New name
manager-id = Id
people-joined = Joined
people-left-on = Left
people-entry = { $what }{ $gone } — { $says } ({ $by })
branch-name = Name of the branch
branch-name-zh = In Chinese
branch-name-en = In English
branch-name-do = Save
branch-named = The branch's name is saved.

## Which checks schemes go through
rules-title = Checks of schemes
rules-bank = Bank rules
rules-bank-means = every check, also what supervisors' notices ask of banks alone: the five classes and their weights, targets, the head office's leave
rules-plain = Plain rules
rules-plain-means = without what binds banks alone; a scheme may have classes of its own and needs no leave of the head office
rules-now = Checks of schemes: **{ $name }** ({ $means }).
rules-by = Chosen by { $by } on { $day }.
rules-set = The checks of schemes are saved; the trail says who changed them.
