-- Accounts that are kept while the branch works: more that can happen to one, known browsers, names that wait.

CREATE TABLE account_history (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('account_event_number'),
    username VARCHAR NOT NULL REFERENCES account (username),
    kind VARCHAR NOT NULL CHECK (kind IN ('password', 'role', 'disabled', 'enabled', 'must-change', 'name', 'manager', 'identity')),
    value VARCHAR, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
INSERT INTO account_history (event_id, username, kind, value, happened_at, actor)
SELECT event_id, username, kind, value, happened_at, actor FROM account_event ORDER BY event_id;
DROP TABLE account_event;
ALTER TABLE account_history RENAME TO account_event;
COMMENT ON TABLE account_event IS 'Changes of accounts; passwords as argon2 hashes; the last of a kind holds, over what stands in account';
COMMENT ON COLUMN account_event.value IS 'The hash, the role, the name, the manager''s id (NULL: none any more), 1 or 0 of must-change; of an identity issuer and subject of the single sign-on; NULL of disabled and enabled';

CREATE TABLE sign_in_over (
    token_sha256 VARCHAR PRIMARY KEY, happened_at TIMESTAMP NOT NULL,
    why VARCHAR NOT NULL CHECK (why IN (
        'left', 'everywhere', 'replaced', 'idle', 'disabled', 'password', 'role', 'manager', 'administrator', 'expired', 'provider'
    ))
);
INSERT INTO sign_in_over (token_sha256, happened_at, why) SELECT token_sha256, happened_at, why FROM sign_in_end;
DROP TABLE sign_in_end;
ALTER TABLE sign_in_over RENAME TO sign_in_end;
COMMENT ON TABLE sign_in_end IS 'Signed out here, everywhere, by the administrator or at the single sign-on, replaced by another sign-in of the browser, left alone, expired, or the account was disabled, its password, role or manager''s id changed';

CREATE TABLE known_browser (
    browser_sha256 VARCHAR NOT NULL, username VARCHAR NOT NULL, seen_at TIMESTAMP NOT NULL, PRIMARY KEY (browser_sha256, username)
);
COMMENT ON TABLE known_browser IS 'Browsers in which a person has signed in with the password: their wrong tries are counted apart from those of strangers. No fact of record: the oldest are forgotten';

CREATE TABLE waiting_name (
    name_sha256 VARCHAR PRIMARY KEY, pauses INTEGER NOT NULL, until TIMESTAMP NOT NULL
);
COMMENT ON TABLE waiting_name IS 'Names that wait after wrong tries, so that a restart does not give the tries back; whether there is such an account or not. No fact of record: forgotten after a day';
COMMENT ON COLUMN waiting_name.pauses IS 'How many times in a row it had to wait';
