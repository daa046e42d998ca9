# The handbook: the scheme in force, article by article, with the reader's own figures as examples
nav-handbook = Handbook
handbook-title = Handbook
handbook-empty = There are no data yet. Once data are in and a scheme is in force, this page says article by article how work is appraised.
handbook-sentence = **{ $scheme }**. { $holds }
handbook-holds = In force since { $since }; appraised { $cycle }.
handbook-holds-draft = Appraised { $cycle }.
handbook-example = Example: { $name }, { $period }
handbook-how = How it is worked out
handbook-out = Result
handbook-changes = What changed since the version before ({ $before })
handbook-held = The version of { $period }
handbook-next = { $version }, from { $period } on
handbook-purpose = Why work is appraised
handbook-purpose-why = An appraisal looks at how a period's work went, what was good and what is missing, and settles grades, pay and the help that is given. This handbook says article by article what is looked at, how it counts and what follows, and works every indicator out with the reader's own figures.
handbook-dates = Cycle and days
handbook-cycle = Work is appraised { $cycle }; these are the days of { $period }.
handbook-working-days = Deadlines count working days after the day of posting; holidays and days worked for them are those that the State Council announces.
handbook-unannounced = The holidays of { $years } are not announced yet: Monday to Friday are counted until they are.
handbook-date-what = What
handbook-date-when = When
handbook-date-how = How it is set
handbook-from-to = { $first } to { $last }
handbook-until = until { $last }
handbook-not-posted = set when results are posted
handbook-date-period = Period
handbook-date-period-how = Work counts up to the last day
handbook-date-posted = Results posted
handbook-date-posted-how = By the committee, once the figures are complete and checked
handbook-date-notice = Notice
handbook-date-notice-how = { $days ->
    [one] one working day
   *[other] { $days } working days
} after the posting
handbook-date-appeal = Appeals
handbook-date-appeal-how = within { $days ->
    [one] one working day
   *[other] { $days } working days
} of the posting
handbook-date-review = Answers to appeals
handbook-date-review-how = within { $days ->
    [one] one working day
   *[other] { $days } working days
} of the appeal; of the last day's appeals until this day
handbook-date-talk = Talks
handbook-date-talk-how = where one is due, within { $days ->
    [one] one working day
   *[other] { $days } working days
} of the posting
handbook-date-next = Next period
handbook-date-next-how = By the scheme that is in force then
handbook-grades = Grades and coefficients
handbook-grades-note = The grade is that of the span in which the total lies; the coefficient multiplies the performance pay.
handbook-grade-name = Grade
handbook-grade-span = Total
handbook-grade-coefficient = Coefficient
handbook-grade-besides = Besides
handbook-grade-when = also asks that { $when }
handbook-span = { $low } and more, below { $above }
handbook-span-from = { $low } and more
handbook-span-below = below { $above }
handbook-span-all = any
handbook-counted = What is added, taken and protected
handbook-topic = What
handbook-topic-how = How it counts
handbook-see = See
handbook-article = Article { $number }
handbook-topic-limits = Additions and deductions
handbook-topic-veto = Veto
handbook-topic-conditions = Special provisions
handbook-topic-protection = New joiners
handbook-topic-leave = Leave
handbook-topic-handover = Handovers
handbook-topic-recognition = Recognition
handbook-appeals = If you disagree
handbook-appeal-steps = See every step of the result on “My scorecard” first. A wrong figure, an unfair judgement or a wrong procedure can be appealed against, naming what it is about.
handbook-ask = Whom to ask
handbook-contact = Questions about the scheme go to { $name } ({ $role }).
handbook-contact-nobody = Nobody is named yet; questions are answered by the committee and the president.
handbook-ask-how = On the dashboard's Handbook page anybody can ask about an article; answers that help everybody stand in the handbook without who asked.
handbook-taken = Comments that were taken
handbook-taken-one = On { $version }: { $text } ({ $decision }: { $says })
handbook-answers = Questions and answers
handbook-about = { "" } (Article { $number })
handbook-asked = Q{ $about }: { $text }
handbook-answer = A ({ $by }, { $day }): { $text }

## Asking and answering
question-card = Questions and answers
question-card-note = A named person answers. What is answered to everybody stands in the handbook without who asked; what is not answered yet is seen by who asked and by those who answer
question-none = Nobody has asked yet.
question-mine = My question
question-waits = not answered yet
question-only-one = answered to who asked alone
question-of = Asked by { $name }
question-ask = Ask a question
question-article = About
question-article-none = the scheme as a whole
question-label = My question
question-do = Ask
question-done = Your question is there; the answer will stand here.
question-withdraw = Withdraw
question-withdrawn = The question is withdrawn.
question-answer = Answer
question-answer-again = Correct the answer
question-answer-label = The answer
question-for-all = For everybody: it stands in the handbook, without who asked
question-answer-do = Answer
question-answered = Answered.
question-contact = Name whom to ask
question-contact-label = Whom to ask
question-contact-do = Name
question-contact-done = Whom to ask is named.
