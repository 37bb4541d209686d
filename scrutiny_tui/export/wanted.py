"""A document as a person wants it: what is said of it, the making of it, and the writing under names that are free."""

from dataclasses import field, replace
from pathlib import Path

from scrutiny_tui.export import Format, files
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.report import Report, build
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.share_text import NO_GUARANTEE, share_lines
from scrutiny_tui.model.sharing import Sharing, named_all_the_same

COPY, COPY_USE = "A copy to share", "always the whole review, for this program"
COPY_GO_ON = "Go on to where it is written"
COPY_IS_HERE = "The copy is here:"
COPY_WORDS = "A copy of the review, without private notes, will be written here."
_SUFFIX = ".scrutiny.json"


@frozen
class Wanted:
    """Which document to make: its kind, all of it or the questions alone, how large, with names or without."""

    kind: Format | None
    """None for a copy of the review itself, to share."""
    wish: Wish = field(default_factory=Wish)
    names: bool = True

    @property
    def words(self) -> str:
        """What will be in it."""
        form = "Only the questions to take into the room" if self.wish.is_room else "The whole record"
        size = "large print" if self.wish.large else "normal print"
        names = "with names" if self.names else "without names"
        return f"{form}, {size}, {names}. Private notes never go along."

    def use_of(self, kind: Format) -> str:
        """Return what a kind is good for, and what it cannot do of what is wanted."""
        parts = kind.parts.get(self.wish.form, ())
        told = [f"tables of {', '.join(parts)}" if parts else "", kind.use,
                "no large print" if self.wish.large and not kind.has_sizes else ""]  # fmt: skip
        return "; ".join(filter(None, told))


@frozen
class Made:
    """Documents that are made and not written yet."""

    kind: Format
    report: Report
    documents: dict[str, bytes]
    """By the names that they usually have."""

    @property
    def words(self) -> str:
        """What will be written at the path that stands beside this."""
        if len(self.documents) > 1:
            return f"{len(self.documents)} documents without private notes will be written into this folder."
        return f"{name_of(self.kind)}, without private notes, will be written here."

    def proposed(self, folder: Path) -> Path:
        """Return where in a folder one document would go, or the folder itself for several."""
        return folder if len(self.documents) > 1 else files.free_path(folder / next(iter(self.documents)))

    def still_named(self, review: Review) -> list[str]:
        """Return where texts name somebody whose name was left out of the fields, a line each."""
        named = named_all_the_same(review, self.report.review)
        return [f"Still names somebody: {each.where}, '{each.text}'" for each in named]


def name_of(kind: Format) -> str:
    """Return the name of a kind with a capital."""
    return f"{kind.title[:1].upper()}{kind.title[1:]}"


def make(review: Review, kind: Format, wanted: Wanted) -> Made:
    """Make the documents of this kind. Private notes are in none of them."""
    # A kind without sizes is made all the same; it is said of it that it has none.
    wish = wanted.wish if kind.has_sizes else replace(wanted.wish, large=False)
    report = build(review, names=wanted.names)
    documents = {
        files.default_name(report.review, kind.suffix, also=files.also(wish, part)): document
        for part, document in kind.documents(report, wish)
    }
    return Made(kind, report, documents)


def put(path: Path, documents: dict[str, bytes], own: Path) -> list[Path]:
    """Write one document at `path`, or several into the folder `path`, each under a name that is free.

    The person's folder of reviews, `own`, is made where it is missing; any other folder has to be there.

    Raises:
        ExportError: one could not be written.
    """
    into = path if len(documents) > 1 else path.parent
    if into == own:
        files.make_folder(own)
    written = []
    for name, document in documents.items():
        target = files.free_path(into / (name if len(documents) > 1 else path.name))
        files.write(target, document)
        written.append(target)
    return written


def written_where(written: list[Path]) -> str:
    """Return the words above the paths of documents that were written."""
    return "The document is here:" if len(written) == 1 else "The documents are here:"


def copy_lines(sharing: Sharing) -> list[str]:
    """Return what a copy to share takes along and leaves behind, as lines to read before it is written."""
    return [*share_lines(sharing), NO_GUARANTEE]


def copy_path(review: Review, folder: Path) -> Path:
    """Return a free path for a copy to share."""
    return files.free_path(folder / files.file_name(f"{review.title} (copy)", _SUFFIX), _SUFFIX)
