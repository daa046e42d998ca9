page = page
address-unknown = The link asks for { $what } “{ $asked }”, which does not exist. You see “{ $shown }”.
address-unknown-left = The link asks for { $what } “{ $asked }”, which does not exist. It is left out.
address-own = You can see your own results only; “{ $asked }”, which the link asks for, was not opened.
version = version
