"""Line icons: drawn for this program as SVG in one colour, tinted as they are painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dialogue_notes.paths import resource


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: str) -> None:
    """Paints the icon `name` (a file of resources/icons, without its suffix) into `box` in `colour`."""
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode())).render(painter, box)


def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels for a screen with `ratio` device pixels to each."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap


def tinted_icon(name: str, colour: str, faded: str, size: int, ratio: float = 1.0) -> QIcon:
    """The icon for a button: `colour` when it can be used, `faded` when not."""
    icon = QIcon(icon_pixmap(name, colour, size, ratio))
    icon.addPixmap(icon_pixmap(name, faded, size, ratio), QIcon.Mode.Disabled)
    return icon
