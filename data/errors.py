"""What can go wrong with the database and with files."""

from scoring.errors import SteelyardError


class DatabaseMissing(SteelyardError):
    """There is no database at the path."""


class DatabaseInUse(SteelyardError):
    """Another process has the database open."""


class UnreadableFile(SteelyardError):
    """A file that cannot be read at all, or not as what it was said to be."""


class WrongAnswer(SteelyardError):
    """An answer to a question that a file does not raise, or one that is none of its choices."""


class VaultClosed(SteelyardError):
    """The key of the vault is missing, or is that of another database."""


class StorageFailed(SteelyardError):
    """The disk is full, something may not be written, or the engine stopped; the data are as they were."""
