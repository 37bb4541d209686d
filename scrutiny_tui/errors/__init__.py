"""Everything that can go wrong and be put right by a person.

Each class takes facts and writes its own sentences: what happened, why, and what to do.

ScrutinyError
├── UsageError                  the command was given something it cannot use     (exit code 2)
│   ├── NoTerminalError         the screen was asked for without a terminal       (exit code 2)
│   ├── NoEncryptionError       the library that encrypts is not installed        (exit code 2)
│   ├── PassphraseError         a passphrase cannot be used                       (exit code 2)
│   ├── NoSuchChecklistError    no checklist has that name                        (exit code 2)
│   └── UndecidedError          an import needs a decision that only its author can make (exit code 2)
├── ChecklistError              a checklist cannot be used; lists every problem
├── ChecklistSaveError          a checklist's file could not be written
├── MeetingFileError            the details of a meeting cannot be read
├── ReviewFileError             a review's file cannot be read; it is left untouched
│   ├── NoSuchReviewError       there is no such file
│   ├── EmptyReviewError        the file holds nothing
│   ├── EncryptedReviewError    the file is an encrypted copy, to be imported first
│   ├── TornReviewError         the file breaks off or is not JSON
│   ├── ForeignReviewError      the file is JSON, but no review
│   ├── NewerReviewError        the file was written by a newer version
│   └── InvalidReviewError      the file was edited, and a value in it makes no sense
├── InUseError                  another window holds the review                   (exit code 3)
├── SaveError                   a review could not be written; the last saved one stands
│   ├── ChangedElsewhereError   the file is no longer the one that was opened
│   ├── NotTakenError           a line that was typed in could not be saved; those before it are
│   ├── CreateError             a new review could not be written
│   ├── MoveError               a review could not be moved; it lies where it was
│   ├── RestoreError            a copy could not be put in the place of a review
│   └── SettingsSaveError       the settings could not be remembered; their file is as it was
├── ExportError                 a document could not be written
│   └── NotReadBackError        an encrypted copy could not be opened again, and was removed
├── NotImportedError            a document holds no review that can be read
│   └── NotDecryptedError       an encrypted copy cannot be opened
└── ExistsError                 a file of that name is there already
"""

from scrutiny_tui.errors.base import (
    ExistsError,
    NoTerminalError,
    ScrutinyError,
    UsageError,
)
from scrutiny_tui.errors.checklists import (
    ChecklistError,
    ChecklistSaveError,
    MeetingFileError,
    NoSuchChecklistError,
    Problem,
    UndecidedError,
)
from scrutiny_tui.errors.encryption import (
    EncryptedReviewError,
    NoEncryptionError,
    NotDecryptedError,
    NotReadBackError,
    PassphraseError,
)
from scrutiny_tui.errors.reviews import (
    ChangedElsewhereError,
    CreateError,
    EmptyReviewError,
    ExportError,
    ForeignReviewError,
    InUseError,
    InvalidReviewError,
    MoveError,
    NewerReviewError,
    NoSuchReviewError,
    NotImportedError,
    NotTakenError,
    RestoreError,
    ReviewFileError,
    SaveError,
    TornReviewError,
)
from scrutiny_tui.errors.settings import SettingsSaveError

__all__ = [
    "ChangedElsewhereError",
    "ChecklistError",
    "ChecklistSaveError",
    "CreateError",
    "EmptyReviewError",
    "EncryptedReviewError",
    "ExistsError",
    "ExportError",
    "ForeignReviewError",
    "InUseError",
    "InvalidReviewError",
    "MeetingFileError",
    "MoveError",
    "NewerReviewError",
    "NoEncryptionError",
    "NoSuchChecklistError",
    "NoSuchReviewError",
    "NoTerminalError",
    "NotDecryptedError",
    "NotImportedError",
    "NotReadBackError",
    "NotTakenError",
    "PassphraseError",
    "Problem",
    "RestoreError",
    "ReviewFileError",
    "SaveError",
    "ScrutinyError",
    "SettingsSaveError",
    "TornReviewError",
    "UndecidedError",
    "UsageError",
]
