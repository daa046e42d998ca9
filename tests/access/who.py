"""Who makes the accounts that these tests are about, and their password."""

from access.actor import operator

ROOT, SECRET = operator("root"), "a long secret"
