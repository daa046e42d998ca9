# Running the dashboard: errors that nobody foresaw.
operation-unexpected = Something went wrong in the program, and what you did may not have been done. Reload the page and look; if it happens again, tell your administrator the number { $number }.
