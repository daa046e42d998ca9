# Accounts: signing in, passwords, their page, lists of them, the command line
nav-accounts = Accounts

errors-signin-wait = { $minutes ->
    [one] Too many wrong tries: wait one minute and try again.
   *[other] Too many wrong tries: wait { $minutes } minutes and try again.
} A browser that you use often does not wait for other people's wrong tries. If you still cannot sign in, ask the administrator.
errors-username = A user name consists of letters, digits, Chinese characters and . - _ , begins with a letter, digit or Chinese character, has no blanks; { $most } is the most that is taken, in characters.
errors-display-name = Give a name that can be seen in full; { $most } is the most that is taken, in characters.
errors-account-own = You cannot disable your own account or change your own role; ask another administrator.
errors-account-is-off = Account { $username } is disabled already.
errors-account-is-on = Account { $username } is in use; there is nothing to enable.
errors-last-administrator = { $username } is the only administrator in use and can be neither disabled nor given another role; make another administrator first.
errors-manager-unknown = There is no customer manager with the id { $manager }; import the person first (page People and teams), or check the id.
errors-manager-taken = The id { $manager } has the account { $username }, which is in use; a customer manager has one account in use only.
errors-password-old = The present password is wrong.
errors-password-again = The two new passwords differ.
errors-password-same = The new password must differ from the present one.
errors-password-length = A password has { $least } to { $most } characters.
errors-password-characters = A password has { $least } to { $most } characters, none of which is a control character or another that cannot be typed.
errors-password-weak = This password is easy to guess: { $why }. Take a few words that have nothing to do with each other, or put letters and digits into it that nobody would think of.

password-weak-common = many people have it
password-weak-word = most of it is a common word or name, which capitals and similar-looking signs make no safer
password-weak-own = your user name, your name or the branch's name is in it
password-weak-repeat = it repeats the same characters
password-weak-sequence = it is a row of letters or digits, such as abc or 6543
password-weak-spatial = it is a row of neighbouring keys
password-weak-date = most of it is a date
password-weak-regex = most of it is a year
password-weak-short = it is too short

signin-over-role = Your role was changed; sign in again.
signin-over-manager = Your manager's id was corrected; sign in again.
signin-over-administrator = The administrator has signed this account out at every browser.

password-first-title = Choose your own password first
password-first = The present password was set by somebody else. Once you have one that only you know, you can begin.
password-given = The password you were given
password-change = Change password
password-old = Present password
password-new = New password
password-again = New password once more
password-rule = { $least } to { $most } characters; no capitals or signs are asked for, but what is easy to guess is refused.
password-do = Change
password-changed = The password is changed; other browsers are signed out.

errors-user-in-use = The dashboard is running and has the database { $path }; nothing was done. Either sign in as an administrator in the browser and do the same on the page Accounts: { $address } on this machine, the usual address with /accounts elsewhere; or stop the dashboard (for instance: systemctl stop steelyard) and run this command again.
cli-user-enabled = Account { $username } is enabled.
cli-user-named = The holder of account { $username } is now called { $name }.
cli-user-manager = The manager's id of account { $username } is now { $manager }.
errors-accounts-many = A list must hold 1 to { $most } accounts that can be made.
errors-slips-file = { $file } cannot be written: it must end in .xlsx, in a folder that exists.
cli-user-imported = { $count ->
    [one] One account is made; its first password stands
   *[other] { $count } accounts are made; their first passwords stand
} in { $file } and nowhere else: delete it once they are handed out. They have to be changed at the first sign-in.

rule-username = a user name consists of letters, digits, Chinese characters and . - _, begins with none of these signs; { $most } is the most that is taken, in characters
rule-username_taken = there is an account of that name
rule-manager_missing = a customer manager's account needs the manager's id
rule-manager_of_none = only a customer manager's account has a manager's id
rule-manager_taken = account { $username } has that id

accounts-title = Accounts
accounts-sentence = { $count ->
    [one] One account
   *[other] { $count } accounts
}, { $off } disabled; { $now ->
    [one] one person is signed in
   *[other] { $now } people are signed in
} now. Disabling, another role and another password hold at once: the holder is signed out at every browser.
accounts-none = There are no accounts yet. People of a demonstration sign in without passwords; for a real branch, make them one by one on the right, or by a list.
accounts-none-found = No account is like that; look for something else.
accounts-list = Accounts ({ $count })
accounts-list-note = Click on a row to see and change an account; the last column counts browsers that are signed in.
accounts-search = Search
accounts-search-by = User name, name or id
accounts-username = User name
accounts-name = Name
accounts-role = Role
accounts-state = State
accounts-last = Last sign-in
accounts-browsers = Signed in at
accounts-dash = none
accounts-on = In use
accounts-off = Disabled
accounts-must-change = In use, password to be changed
accounts-waits = Too many wrong tries: strange browsers wait until { $time }
accounts-single-sign-on = In use, by single sign-on
accounts-history = What happened to { $username }
accounts-history-note = By the trail, newest first; no password is in it.
accounts-when = When
accounts-what = What
accounts-by = By
accounts-did = { $what }: { $says }
accounts-did-add-account = made
accounts-did-import-accounts = made by a list
accounts-did-account-password = password set
accounts-did-own-password = password changed by the holder
accounts-did-account-role = role changed
accounts-did-account-disabled = disabled
accounts-did-account-enabled = enabled
accounts-did-account-name = name changed
accounts-did-account-manager = manager's id corrected
accounts-did-account-signed-out = signed out everywhere
accounts-did-account-identity = linked to the single sign-on
accounts-one = { $username } · { $name }
accounts-one-note = { $state }.
accounts-own = This is your own account: another administrator changes its role or disables it.
accounts-do = Save
accounts-password = Set a password
accounts-password-note = Tell the holder in person or in a way that is safe; it has to be changed at the next sign-in.
accounts-password-set = The password of { $username } is set; every browser is signed out.
accounts-change-role = Change the role
accounts-role-set = The role of { $username } is changed; every browser is signed out.
accounts-manager-help = For customer managers only: the id of somebody on the page People and teams.
accounts-ends-note = The holder is signed out at every browser and signs in again.
accounts-change-name = Change the name
accounts-named = The name of { $username } is changed.
accounts-change-manager = Correct the manager's id
accounts-manager-set = The manager's id of { $username } is corrected; every browser is signed out.
accounts-link = Link to single sign-on
accounts-issuer = Issuer
accounts-subject = Subject
accounts-subject-help = Both stand on the page that the person saw after the sign-in that was refused.
accounts-link-note = From then on the person signs in by single sign-on alone: the password no longer counts, and every browser is signed out.
accounts-linked = { $username } now signs in by single sign-on, and in no other way.
accounts-linked-to = Signs in by single sign-on as: { $identity }
accounts-unlink = Undo the link
accounts-unlink-help = The password counts again, if there is one; else give a new one. Every browser is signed out.
accounts-unlinked = { $username } is no longer linked to single sign-on; a password counts again.
accounts-sign-out = Sign out everywhere
accounts-sign-out-help = The holder is signed out at every browser and can sign in again.
accounts-signed-out = { $username } is signed out at every browser.
accounts-disable = Disable
accounts-disable-help = Nobody signs in with it any more, and every browser is signed out; it can be enabled again.
accounts-disabled = { $username } is disabled and signed out at every browser; it can be enabled again.
accounts-enable = Enable
accounts-enable-help = It is in use again, with the password and role that it had.
accounts-enabled = { $username } is enabled.
accounts-make = A new account
accounts-make-note = You tell the holder the first password, which has to be changed at the first sign-in.
accounts-new = New account…
accounts-username-help = Letters, digits, Chinese characters and . - _; capitals make no difference. It cannot be changed later.
accounts-first-password = First password
accounts-made = The account is made; tell the holder the first password.
accounts-bring = Accounts by a list
accounts-bring-note = One account a row; first passwords are made by the program and handed out once.
accounts-file = List
accounts-columns = Columns: user name, name, role, manager's id (customer managers only).
accounts-judged = { $rows ->
    [one] One row
   *[other] { $rows } rows
}; { $taken ->
    [one] one account
   *[other] { $taken } accounts
} can be made.
accounts-take = { $count ->
    [one] Make one account
   *[other] Make { $count } accounts
}
accounts-making = Making passwords…
accounts-taken = { $count ->
    [one] One account is made; fetch its first password.
   *[other] { $count } accounts are made; fetch their first passwords.
}
accounts-hand-out = { $count ->
    [one] One first password can be fetched
   *[other] { $count } first passwords can be fetched
} here, once; nobody can look them up. Download them, cut the sheet into slips for the holders, then click below.
accounts-slips = First passwords
accounts-slips-note = Cut into slips for the holders, who change it at the first sign-in; destroy this file afterwards.
accounts-slips-file = Download first passwords
accounts-slips-done = I have them: clear
