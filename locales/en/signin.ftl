app-no-database = There is no database yet

signin-title = Steelyard
signin-purpose = Appraisal of customer managers: see where every point comes from, and try a change of weights before you adopt it.
signin-needed = Please sign in first.
signin-not-allowed = Your role cannot open this page.
signin-not-allowed-here = Your role cannot open this page. It is for: { $roles }.
signin-to-own = Go to “{ $page }”
signin-demo-note = This is a demonstration branch: people and figures are invented. Choose whom to be.
signin-no-accounts = There are no accounts yet. Ask the administrator to create the first one on the server with this command:
signin-choose-manager = Customer manager
signin-enter = Enter
signin-username = User name
signin-password = Password
signin-over-idle = You were signed out because nothing was done for { $minutes } minutes. Sign in again to come back to this page.
signin-over-disabled = The account is disabled, and you were signed out. Ask the administrator if you have questions.
signin-over-password = The password was changed. Please sign in with the new one.
signin-over-everywhere = You were signed out in all browsers.
signin-over-replaced = Somebody else has signed in with this browser. Please reload the page.
signin-role-president = Branch score, team and manager rankings, and who needs attention
signin-role-committee = Try weights, compare versions of the scheme, adopt a new one
signin-role-manager = Own scorecard and trends; nobody else's figures
signin-role-data-officer = Import and check data
signin-role-admin = Accounts and appraisal periods

nav-section-overview = Overview
nav-section-scheme = Scheme
nav-leaderboard = Leaderboard
nav-scorecard = Scorecards
nav-trends = Trends
nav-my-scorecard = My scorecard
nav-my-trends = My trends
nav-try-it = Try figures
nav-my-try-it = Try it yourself
nav-weight-lab = Weight lab
nav-schemes = Schemes
nav-language = Language
nav-sign-out = Sign out
nav-sign-out-everywhere = { $others ->
    [one] Sign out all (1 more)
   *[other] Sign out all ({ $others } more)
}
nav-branch = { $branch }
