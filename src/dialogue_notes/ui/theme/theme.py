"""The look of the whole program: one `Theme`, owned by the application, asked for with `theme()`."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from dialogue_notes.errors import BugError, ErrorCode
from dialogue_notes.settings import Theme as Scheme
from dialogue_notes.ui.theme import fonts, icons
from dialogue_notes.ui.theme.comfort import Comfort
from dialogue_notes.ui.theme.sheet import style_sheet
from dialogue_notes.ui.theme.tokens import DARK, DIM, LIGHT, Tokens

_ZOOM_STEPS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0, 2.25, 2.5)


class Theme(QObject):
    """Colours, fonts, icons and the zoom. `changed` tells whoever paints by hand to paint again."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM, zoom: float = 1.0) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._is_dim = False
        self._fonts: dict[tuple[tuple[str, ...], float, int], QFont] = {}
        self._colours: dict[str, QColor] = {}
        self.comfort = Comfort(self, application)
        self._zoom = min(_ZOOM_STEPS, key=lambda step: abs(step - zoom))
        application.setStyle(QStyleFactory.create("Fusion"))
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.comfort.changed.connect(self._apply)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        if self._is_dim:
            return DIM
        if self._scheme is Scheme.SYSTEM:
            is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if is_dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    @property
    def scheme(self) -> Scheme:
        """Which look is wanted."""
        return self._scheme

    @property
    def zoom(self) -> float:
        """1.0 is the drawn size."""
        return self._zoom

    def set_scheme(self, scheme: Scheme) -> None:
        """Changes the look of everything at once."""
        self._scheme = scheme
        self._apply()

    @property
    def is_dim(self) -> bool:
        """Whether the screen is darkened for a dark room, whatever the scheme."""
        return self._is_dim

    def set_dim(self, is_dim: bool) -> None:
        """Darkens the screen for a dark room, or ends that; not kept for the next run."""
        self._is_dim = is_dim
        self._apply()

    def zoom_by(self, steps: int) -> None:
        """So many steps larger, or smaller when negative; the first and the last step are the bounds."""
        place = _ZOOM_STEPS.index(self._zoom) + steps
        self._set_zoom(_ZOOM_STEPS[min(max(place, 0), len(_ZOOM_STEPS) - 1)])

    def reset_zoom(self) -> None:
        """Back to the drawn size."""
        self._set_zoom(1.0)

    def px(self, size: float, *, is_air: bool = False) -> int:
        """`size` drawn pixels at the present zoom; air between rows shrinks where these are to be compact."""
        return max(1, round(size * self._zoom * (self.comfort.share() if is_air else 1.0)))

    def interface_font(self, size: float = 13, *, weight: int = 400) -> QFont:
        """The sans-serif face at `size` drawn pixels; `weight` is 400 for plain and 600 for strong."""
        return self._font(fonts.interface_families(), size, weight)

    def record_font(self, size: float = 15, *, weight: int = 400) -> QFont:
        """The serif face of the record at `size` drawn pixels."""
        return self._font(fonts.record_families(), size, weight)

    def icon(self, name: str, colour: str = "", size: int = 16) -> QIcon:
        """The icon `name` tinted in `colour` (a value of `tokens`; ink when empty)."""
        tokens = self.tokens
        ratio = self._application.devicePixelRatio()
        return icons.tinted_icon(name, colour or tokens.ink, tokens.faint, self.px(size), ratio)

    def pixmap(self, name: str, colour: str = "", size: int = 16) -> QPixmap:
        """The icon `name` as a picture for a label."""
        ratio = self._application.devicePixelRatio()
        return icons.icon_pixmap(name, colour or self.tokens.ink, self.px(size), ratio)

    def icon_size(self, size: int = 16) -> QSize:
        """The size to give a button for an icon of `size` drawn pixels."""
        return QSize(self.px(size), self.px(size))

    def colour(self, name: str) -> QColor:
        """The token `name` as a colour to paint with."""
        colour = self._colours.get(name)
        if colour is None:
            colour = self._colours[name] = QColor(str(getattr(self.tokens, name)))
        return QColor(colour)

    def _font(self, families: tuple[str, ...], size: float, weight: int) -> QFont:
        """A copy of a face that was made once: putting one together for each word would cost more than the word."""
        font = self._fonts.get((families, size, weight))
        if font is None:
            font = QFont()
            font.setFamilies(list(families))
            font.setPixelSize(self.px(size))
            font.setWeight(QFont.Weight(weight))
            self._fonts[families, size, weight] = font
        return QFont(font)

    def _set_zoom(self, zoom: float) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self._apply()

    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        tokens = self.tokens
        self._fonts.clear()
        self._colours.clear()
        self._application.setFont(self.interface_font())
        self._application.setPalette(_palette(tokens))
        self._application.setStyleSheet(style_sheet(tokens, self._zoom))
        self.changed.emit()


def theme() -> Theme:
    """The application's theme. Raises BugError before there is one."""
    application = QApplication.instance()
    found = application.findChild(Theme) if application is not None else None
    if found is None:
        raise BugError(ErrorCode.BUG, detail="no theme was made")
    return found


def _palette(tokens: Tokens) -> QPalette:
    """The colours for what no style sheet reaches: selections, placeholders, Qt's own dialogs."""
    roles = {
        QPalette.ColorRole.Window: tokens.paper,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.raised,
        QPalette.ColorRole.AlternateBase: tokens.panel,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.ink,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Light: tokens.raised,
        QPalette.ColorRole.Midlight: tokens.line,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.faint,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return palette
