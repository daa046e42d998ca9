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
