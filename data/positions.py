"""The ladder of posts: which one is above which."""

from __future__ import annotations

LADDER = ("见习", "初级", "中级", "高级", "资深")


def seniority(position: str) -> int | None:
    """How far up the ladder a post stands, trainees at 0; None for a post that is not on it."""
    return next((place for place, word in enumerate(LADDER) if word in position), None)
