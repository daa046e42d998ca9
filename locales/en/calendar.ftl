## The calendar of working days
nav-calendar = Working days
calendar-title = Working days
calendar-year = Year
calendar-year-of = { $year }
calendar-working-days = Working days in { $year }: **{ $days }**.
calendar-announced = Notices, appeals and talks count their days by this calendar.
calendar-unannounced = **The state has not announced the holidays of { $year } yet: Monday to Friday count as working days.** Enter the notice here once it is out; deadlines move with it.
calendar-months = The whole of { $year }
calendar-legend = A round frame and "H" is a holiday; a square frame and "W" is a weekend day that is worked; otherwise Monday to Friday are worked and Saturday and Sunday are not.
calendar-weekdays = Mo Tu We Th Fr Sa Su
calendar-sign-off = H
calendar-sign-working = W
calendar-means = { $kind }: { $name }
calendar-kind = What they are
calendar-kind-off = Holiday
calendar-kind-working = Worked weekend
calendar-kind-usual = As usual
calendar-kind-off-means = these days do not count as working days
calendar-kind-working-means = a Saturday or Sunday that is worked
calendar-kind-usual-means = takes back what was entered; the weekday decides
calendar-list = Holidays and worked weekends of { $year }
calendar-list-note = Days that are not what their weekday says, each with its source and who entered it
calendar-none = No holidays are entered for { $year } yet. Once the state has announced them, open "Enter the notice of { $year }" and paste its text.
calendar-day = Day
calendar-weekday = Weekday
calendar-name = Holiday
calendar-name-en = English name (may be left empty)
calendar-why = Source or reason
calendar-by = Entered by
calendar-keep = Keep the calendar
calendar-keep-note = A change moves every deadline that is counted in working days, and is recorded
calendar-notice-held = Source: { $source } (entered { $day })
calendar-announce = Enter the notice of { $year }
calendar-source = Name or number of the notice
calendar-source-example = State Council notice 2026 no. …
calendar-notice = Text of the notice
calendar-notice-help = Paste the whole Chinese notice of the State Council; or write a span a line, such as "2027-02-05..2027-02-12 off 春节 / Spring Festival" or "2027-02-14 working 春节". Other days that are entered stay.
calendar-announce-do = Enter
calendar-taken-over = The holidays of { $year } are entered; this is recorded.
calendar-change = Change or take back days
calendar-first = First day
calendar-last = Last day (none for one day)
calendar-change-do = Save
calendar-changed = The calendar is changed; this is recorded.
calendar-withdraw = Take back that { $year } is announced
calendar-withdrawn = { $year } counts as not announced again; the days that are entered stay.

fault-holiday-no-kind = Line { $where }, "{ $text }": it does not say whether the day is off or working.
fault-holiday-no-day = Line { $where }, "{ $text }": there is no day in it.
fault-holiday-unread = Line { $where }, "{ $text }": not every day was understood; write each with its month, or on a line of its own.
fault-holiday-not-a-day = Line { $where }: there is no day "{ $text }".
fault-holiday-other-year = Line { $where }: "{ $text }" is not in { $year }.
fault-holiday-span = Line { $where }, "{ $text }": the last day is before the first, or the span is longer than { $most ->
    [one] 1 day
   *[other] { $most } days
}.
fault-holiday-no-name = Line { $where }, "{ $text }": the holiday has no name.
fault-holiday-worked-anyway = Line { $where }: { $day } is a Monday to Friday and worked anyway; check the date.
fault-holiday-twice = Line { $where }: { $day } is off in one line and worked in another.
errors-calendar-notice = The notice is not right.
errors-calendar-no-days = Give the day.
errors-calendar-span = The last day must not be before the first, and the span at most { $most ->
    [one] 1 day
   *[other] { $most } days
}.
errors-calendar-year = The year must be between { $first } and { $last }.
errors-calendar-kind = There is no kind "{ $kind }"; choose off, working or usual.
errors-calendar-name = Give the name of the holiday.
errors-calendar-twice = A day is named twice.
errors-calendar-worked-anyway = { $day } is a Monday to Friday and worked anyway; check the date.
errors-calendar-source = Give the name or number of the notice.
errors-calendar-not-announced = { $year } is not entered as announced.
