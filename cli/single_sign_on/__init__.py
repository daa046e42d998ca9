"""sso: what is set up for single sign-on, and whose account is whose at the provider."""
