"""Between the entry script and the pages: who is signed in, in which language, which pages there are."""
