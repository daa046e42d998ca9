"""A file that was made at a click is there until the browser has fetched it, and gone a while later."""

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MediaFileStorageError, MemoryMediaFileStorage

from shell.operation import downloads


def button(manager, content):
    return manager.add_deferred(lambda: content, "text/csv", "1.2", "figures.csv")


def others_work(manager):
    """Page runs of other people end."""
    for _ in range(3):
        manager.remove_orphaned_files()


def there(manager, address):
    try:
        return manager._storage.get_file(address.rpartition("/")[2]).content
    except MediaFileStorageError:
        return None


def test_without_being_held_it_is_gone_before_it_is_fetched():
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    address = manager.execute_deferred(button(manager, b"a"))
    others_work(manager)
    assert there(manager, address) is None


def test_it_is_held_for_a_minute_and_then_let_go():
    now = [100.0]
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    held = downloads.Held(manager, lambda: now[0])
    made = [held.make(button(manager, b"%d" % k)) for k in range(3)]
    for _ in range(2):
        others_work(manager)
        held.release()
    assert [there(manager, address) for address in made] == [b"0", b"1", b"2"]
    now[0] += downloads.SECONDS
    held.release()
    others_work(manager)
    assert [there(manager, address) for address in made] == [None] * 3
    # Places are used again: what is kept does not grow with what was ever made.
    for k in range(50):
        held.make(button(manager, b"%d" % k))
        now[0] += downloads.SECONDS
        held.release()
    others_work(manager)
    assert len(manager._storage._files_by_id) == 1


def test_the_server_makes_its_files_so(monkeypatch):
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    downloads.hold(manager)
    address = manager.execute_deferred(button(manager, b"a"))
    others_work(manager)
    assert there(manager, address) == b"a"
    with pytest.raises(MediaFileStorageError):
        manager.execute_deferred("unknown")
