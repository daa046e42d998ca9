# Accounts: signing in, passwords, their page, lists of them, the command line
nav-accounts = Accounts

errors-signin-wait = { $minutes ->
    [one] Too many wrong tries: wait one minute and try again.
   *[other] Too many wrong tries: wait { $minutes } minutes and try again.
} A browser that you use often does not wait for other people's wrong tries. If you still cannot sign in, ask the administrator.
errors-username = A user name consists of letters, digits, Chinese characters and . - _ , begins with a letter, digit or Chinese character, has no blanks and at most { $most } characters.
errors-display-name = Give a name of at most { $most } characters, all of them visible.
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
