"""Makes resources/docx/bare.docx, the template that every exported DOCX starts from.

Written by hand because a template saved by an office program, or the one that python-docx brings along, carries
an author, dates, a thumbnail and revision ids. Run it after a change here: `python packaging/make_docx_template.py`.
A test compares the committed file with what this makes.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Final

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"

_SERIF: Final = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
_SANS: Final = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimHei" w:cs="Arial"/>'

_INK: Final = "1E2227"
_MUTED: Final = "5F646B"
_AMBER: Final = "8A5A0E"
_RED: Final = "A8261C"
_BUILT_IN: Final = frozenset({"Title", "Subtitle", "Heading1", "Footer"})
_PARTS: Final = ("styles", "numbering", "settings", "header", "footer")


def main() -> None:
    """Writes the template into the source tree."""
    target = Path(__file__).resolve().parent.parent / "resources" / "docx" / "bare.docx"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(template())


def template() -> bytes:
    """The template's bytes: the same at every call."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/document.xml": _document(),
        "word/footer1.xml": _footer(),
        "word/header1.xml": _header(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/styles.xml": _styles(),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), _HEAD + text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("header1", "header"),
            ("footer1", "footer"),
        )
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _package_relations() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sanitised summary</dc:title>'
        "<dc:language>en</dc:language></cp:coreProperties>"
    )


def _document_relations() -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{part}" '
        f'Target="{part}{"1" if part in {"header", "footer"} else ""}.xml"/>'
        for number, part in enumerate(_PARTS, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _document() -> str:
    return (
        f"<w:document {_W} {_R}><w:body><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1247" w:right="1474" w:bottom="1474" w:left="1474" '
        'w:header="964" w:footer="680" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _header() -> str:
    return f'<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="Marking"/></w:pPr></w:p></w:hdr>'


def _footer() -> str:
    return f'<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>'


def _settings() -> str:
    return (
        f"<w:settings {_W}><w:removePersonalInformation/><w:removeDateAndTime/>"
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:settings>'
    )


def _numbering() -> str:
    return (
        f"<w:numbering {_W}>"
        + _list(0, "decimal", "%1.", 'w:left="510" w:hanging="397"')
        + _list(1, "bullet", "–", 'w:left="340" w:hanging="283"')
        + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _list(number: int, form: str, text: str, indent: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind {indent}/></w:pPr>'
        f'<w:rPr>{_SERIF}<w:b w:val="0"/><w:i w:val="0"/><w:color w:val="{_MUTED}"/></w:rPr></w:lvl></w:abstractNum>'
    )


def _styles() -> str:
    body = _defaults() + _text_styles() + _point_styles() + _frame_styles() + _letter_styles()
    return f"<w:styles {_W}>{body}</w:styles>"


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_SERIF}"
        f'<w:color w:val="{_INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:suppressAutoHyphens/><w:spacing w:after="110" w:line="271" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
    )


def _text_styles() -> str:
    return (
        _paragraph("Title", '<w:keepNext/><w:spacing w:before="160" w:after="80"/>', _size(38, bold=True))
        + _paragraph("Subtitle", '<w:spacing w:after="80"/>', _size(23))
        + _paragraph("Method", "", f'<w:i/><w:iCs/><w:color w:val="{_MUTED}"/>')
        + _paragraph(
            "Heading1",
            '<w:keepNext/><w:spacing w:before="360" w:after="140"/><w:outlineLvl w:val="0"/>',
            _size(25, bold=True),
            name="heading 1",
        )
        + _paragraph(
            "Disclaimer",
            '<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="E3E0D9"/></w:pBdr>'
            '<w:spacing w:before="520"/>',
            f'<w:i/><w:iCs/><w:color w:val="{_MUTED}"/>{_size(18)}',
        )
    )


def _point_styles() -> str:
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    return (
        _paragraph("Point", numbered, "")
        + _paragraph("PointQuote", numbered + _edge("E3E0D9"), "", based_on="Point", name="Point Quote")
        + _paragraph(
            "PointAgreed",
            numbered + _edge("2D6E4E") + _shade("EEF6F1"),
            "",
            based_on="Point",
            name="Point Agreed",
        )
        + _paragraph(
            "PointAction",
            numbered + _edge("1F5F8B") + _shade("EEF4F9"),
            "",
            based_on="Point",
            name="Point Action",
        )
        + _paragraph("Remark", '<w:jc w:val="center"/>', f'<w:color w:val="{_MUTED}"/>{_size(19)}')
        + _paragraph("Attendance", '<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="40"/>', "")
    )


def _frame_styles() -> str:
    return (
        _paragraph("Marking", '<w:spacing w:after="80"/>', _small_caps(16))
        + _paragraph(
            "Notice",
            '<w:shd w:val="clear" w:color="auto" w:fill="FBE7E4"/><w:spacing w:after="80" w:line="264" '
            'w:lineRule="auto"/>',
            f'{_SANS}<w:b/><w:bCs/><w:color w:val="{_RED}"/>{_size(15)}',
        )
        + _paragraph(
            "Footer",
            '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="E3E0D9"/></w:pBdr>'
            '<w:tabs><w:tab w:val="right" w:pos="8958"/></w:tabs><w:spacing w:after="0"/>',
            f'{_SANS}<w:color w:val="{_MUTED}"/>{_size(16)}',
            name="footer",
        )
    )


def _letter_styles() -> str:
    return (
        _character("FooterMarking", _small_caps(15), name="Footer Marking")
        + _character("Lead", "<w:i/><w:iCs/>")
        + _character("StrongLead", "<w:b/><w:bCs/>", name="Strong Lead")
        + _character("Sureness", f'<w:color w:val="{_MUTED}"/>')
        + _character("Label", "")
        + _character("Marker", "")
    )


def _paragraph(style: str, layout: str, letters: str, *, name: str = "", based_on: str = "Normal") -> str:
    custom = "" if style in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val="{name or style}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def _character(style: str, letters: str, *, name: str = "") -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name or style}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{letters}</w:rPr></w:style>'
    )


def _size(half_points: int, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return f'{weight}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _small_caps(half_points: int) -> str:
    return (
        f'{_SANS}<w:b/><w:bCs/><w:caps/><w:color w:val="{_AMBER}"/><w:spacing w:val="10"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )


def _edge(colour: str) -> str:
    return f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="6" w:color="{colour}"/></w:pBdr>'


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


if __name__ == "__main__":
    main()
