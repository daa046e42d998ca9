"""360 reviews as stored: campaigns, who is asked, what was said (sealed), what may be shown of it."""
