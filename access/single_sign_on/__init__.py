"""Single sign-on: what a provider says of a person becomes the actor of an account, or a refusal. Knows no
network: the server's routes (`shell.single_sign_on`) bring claims whose signature was checked."""
