"""A folder, typed with completion. The platform's own dialogs are not used: they keep lists of recent places.

In this module: `FolderField`, `FileField`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QCompleter, QFileSystemModel

from dialogue_notes.ui.common.fields import LineField


class FolderField(LineField):
    """One line for a folder; names complete as they are typed, `~` is the home folder."""

    filters = QDir.Filter.Dirs | QDir.Filter.NoDotAndDotDot
    example = "~/Folder"

    def __init__(self, caption: str, *, hint: str = "") -> None:
        super().__init__(
            caption, placeholder=self.example, hint=hint
        )  # no path of this machine on the screen
        self._completer: QCompleter | None = None
        self.changed.connect(self._complete)

    def folder(self) -> Path:
        """The folder that is named."""
        return Path(self.text()).expanduser()

    def set_folder(self, folder: Path) -> None:
        """Shows `folder`, without a signal."""
        self.set_text(str(folder))

    def _complete(self, _typed: str) -> None:
        """The model reads folders from the disk, so it is made when the first letter is typed."""
        if self._completer is not None:
            return
        model = QFileSystemModel(self)
        model.setFilter(self.filters)
        model.setOption(QFileSystemModel.Option.DontWatchForChanges)
        model.setRootPath("")
        self._completer = QCompleter(model, self)
        self.edit.setCompleter(self._completer)


class FileField(FolderField):
    """One line for a file that is there already."""

    filters = QDir.Filter.Dirs | QDir.Filter.Files | QDir.Filter.NoDotAndDotDot
    example = "~/Folder/file"

    def file(self) -> Path:
        """The file that is named."""
        return self.folder()
