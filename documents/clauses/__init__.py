"""A scheme as a regulation: numbered articles in chapters, each about something that can be pointed at."""

from documents.clauses.annotated import annotated
from documents.clauses.article import Article, Chapter, Regulation
from documents.clauses.whole import regulation

__all__ = ["Article", "Chapter", "Regulation", "annotated", "regulation"]
