# Single sign-on: the sign-in page, what is said on the way back, the check of its settings

sso-enter = Sign in with { $name }
sso-provider = the bank's single sign-on
sso-or-local = or with an account of this system
sso-off = { $count ->
    [one] One setting of single sign-on is wrong
   *[other] { $count } settings of single sign-on are wrong
    }, so it cannot be used for now; accounts of this system can still sign in. Ask the administrator to run on the server:
sso-refused = You are not signed in
sso-ask = If you need help, ask: { $contact }.
sso-back = Back to the sign-in page
signin-over-expired = Your single sign-on is over, and you were signed out. Sign in again to come back to this page.
signin-over-provider = Signing out at the single sign-on …

errors-sso-settings = { $count ->
    [one] One setting of single sign-on is wrong.
   *[other] { $count } settings of single sign-on are wrong.
    }
errors-sso-claim = What single sign-on says of you has no “{ $claim }”, or one that is no usable text. Tell the administrator this sentence.
errors-sso-early = Single sign-on issued its answer later than the time of this system. Ask the administrator to compare the clocks of both servers, then sign in again.
errors-sso-expired = The token of single sign-on is over. Please sign in again; if it goes on, ask the administrator to compare the clocks of both servers.
errors-sso-old = The token of single sign-on was not issued just now and cannot be used again. Please sign in again.
errors-sso-many-groups = You are in too many groups at single sign-on, so it did not send “{ $claim }”. Ask the administrator to use roles of the application, or to send only the groups that are used here.
errors-sso-no-role = You have no role of this system at single sign-on yet (no value of “{ $claim }” stands for one). Ask the administrator for a role, then sign in again.
errors-sso-two-roles = You have several roles at single sign-on: { $roles }. Here everybody has one; ask the administrator to leave one only.
errors-sso-unknown = No account is linked to your identity yet. Send these two to the administrator, who links one: issuer { $issuer }; subject { $subject }.
errors-sso-disabled = Your account is disabled, so you cannot sign in.
errors-sso-other-manager = The manager's id of the account “{ $username }” is not the one that single sign-on gives. After a change of post the administrator changes the account, or makes another and links that.
errors-sso-no-name = Single sign-on gives no user name, so no account can be made. Ask the administrator to check the setting user_name_claim.
errors-sso-bad-name = The user name “{ $username }” that single sign-on gives cannot be that of an account. Ask the administrator to check the setting user_name_claim, or to make an account first and link it.
errors-sso-taken = There is an account “{ $username }”, which is not linked to your identity. If it is yours, ask the administrator to link it.
errors-sso-manager-unknown = No customer manager has the id “{ $manager }”. Ask the data officer to bring in the person, or the administrator to check the id at single sign-on.
errors-sso-manager-taken = Customer manager { $manager } has an account in use, “{ $username }”. Ask the administrator to link it to your identity.
errors-sso-state = This sign-in did not begin in this browser just now, or was used already. Go back to the sign-in page and sign in again.
errors-sso-away = Single sign-on cannot be reached for now. Please try again later; whoever has an account of this system can still sign in on the sign-in page.
errors-sso-answer = The answer of single sign-on did not stand up to the check, and nobody was signed in. Please sign in again; if it goes on, tell the administrator.
errors-sso-later = Nobody can sign in here for now. Please try again later.
errors-sso-demo = This is a demonstration branch, which uses no single sign-on. Choose whom to be on the sign-in page.
errors-sso-identity = An identity is an issuer (an address without blanks) and a subject; neither may be empty.
errors-sso-linked = This identity is linked to the account “{ $username }”. Undo that first, then link the other.
errors-sso-last-local = The account “{ $username }” is the last administrator who can sign in with a password, as is needed while the provider is away. Make another administrator first.
errors-sso-not-linked = The account “{ $username }” is not linked to single sign-on.
errors-sso-claims-file = “{ $file }” is no file of claims in JSON (one object).

sso-fault-table = The table [{ $name }] is missing, or is no table.
sso-fault-toml = { $file } is not valid TOML ({ $place }).
sso-fault-file = { $file } cannot be read.
sso-fault-missing = { $key }: must be given.
sso-fault-unknown = { $key }: there is no such setting; check the spelling.
sso-fault-https = { $key }: must begin with https:// (http for this machine only).
sso-fault-callback = { $key }: must end with { $end }.
sso-fault-short = { $key }: is too short ({ $least } is the least, in characters); use a random text.
sso-fault-one-provider = { $key }: there can be one provider only, whose settings stand right under [auth].
sso-fault-claim = { $key }: must be the name of a claim, or a list of names; a dot leads inwards.
sso-fault-accounts = { $key }: must be "linked" (by an administrator first) or "made" (at the first sign-in).
sso-fault-hours = { $key }: must be a number of hours above 0 and at most { $most }.
sso-fault-leeway = { $key }: must be a whole number of seconds from 0 to { $most }.
sso-fault-yes-no = { $key }: must be true or false.
sso-fault-text = { $key }: must be a text.
sso-fault-role = { $key }: there is no such role; there are: { $roles }.
sso-fault-manager-id = { $key }: must be given where a value stands for customer managers (manager), and says which claim is a manager's id.

cli-sso-none = No single sign-on is set up ({ $file } has neither [auth] nor [single_sign_on]); accounts of this system sign in only.
cli-sso-provider = Provider: { $url }
    Client: { $client }
    Comes back to: { $back }
cli-sso-accounts-linked = Accounts: linked by an administrator first (sso link); others cannot sign in.
cli-sso-accounts-made = Accounts: made at the first sign-in; an account of the same name is never linked by itself.
cli-sso-lasts-token = A sign-in lasts as long as the token, at most { $most } hours.
cli-sso-lasts-hours = { $hours ->
    [one] A sign-in lasts one hour.
   *[other] A sign-in lasts { $hours } hours.
    }
cli-sso-roles = Roles come from the claim { $claim }:
cli-sso-role = {"  "}{ $value } → { $role }
cli-sso-open-file = Note: others can read { $file }, which holds the client's secret. Let only the user that runs the dashboard read it (chmod 600).
cli-sso-reached = The provider can be reached: issuer { $issuer }; { $out ->
    [yes] it signs out, too.
   *[other] it has no address for signing out, so that signing out ends here only.
    }
cli-sso-not-reached = The provider cannot be reached, or its answer is no configuration of OpenID Connect: { $url }
cli-sso-would = Such claims give: role { $role }; manager's id { $manager }; user name { $username }; subject { $subject }.
cli-sso-would-not = Such claims sign nobody in: { $why }
cli-sso-linked = The account “{ $username }” is linked to { $issuer } { $subject }; from now on it signs in by single sign-on only.
cli-sso-unlinked = The account “{ $username }” is no longer linked.
