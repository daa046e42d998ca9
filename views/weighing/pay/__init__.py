"""Parts of the weight lab about pay: what a trial costs, and what its scheme pays for."""
