"""Appeals: what is objected to, who decides, what a granted one does, and what open ones leave uncertain."""
