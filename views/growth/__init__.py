"""Parts of the page of talks, improvement plans, training and the career ladder."""
