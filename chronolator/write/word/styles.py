"""The styles of the document, by which its author gives it another look in Word."""

from chronolator.write.palette import ANSWER_INKS, INK, QUIET, RULE

FONT = "Arial"
NORMAL, TITLE, SECTION = "Normal", "Heading1", "Heading2"
HEADER, FOOTER = "Header", "Footer"
CELL, SMALL, HEADING, MARKING = "CellText", "CellSmall", "CellHeading", "Marking"
"""Styles of paragraphs, by their ids; below those of characters."""
EVIDENCE, WITHDRAWN, NAME, QUIET_WORDS = "Evidence", "Withdrawn", "AgencyName", "Quiet"
PROMPT = "PlaceholderText"
"""Of words that nobody wrote: what to write where they stand. Word's own name for it is known."""
ANSWERS = {answer: f"Answer{answer.capitalize()}" for answer in ANSWER_INKS}
NO_ALARM = "AnswerPlain"
"""Of a No that is no alarm: to be seen with a parent is none, as not to be seen is."""

_BOLD = "<w:b/>"
_READABLE = 'w:after="120" w:line="264" w:lineRule="auto"'


def write_styles() -> str:
    """The part of the package that holds the styles."""
    paragraphs = (
        _write_paragraphs(NORMAL, "Normal", 20, _colour(INK), spacing=_READABLE, based=""),
        _write_paragraphs(
            TITLE, "heading 1", 36, _BOLD, spacing='w:before="0" w:after="120"', level=0
        ),
        _write_paragraphs(
            SECTION, "heading 2", 24, _BOLD, spacing='w:before="280" w:after="100"', level=1
        ),
        _write_paragraphs(HEADER, "header", 17, tabbed=True),
        _write_paragraphs(FOOTER, "footer", 17, tabbed=True),
        _write_paragraphs(MARKING, "Protective marking", 20, _BOLD, spacing='w:after="60"'),
        _write_paragraphs(CELL, "Cell text", 18, spacing='w:before="20" w:after="20"'),
        _write_paragraphs(SMALL, "Cell small", 16, spacing='w:before="20" w:after="20"'),
        _write_paragraphs(HEADING, "Cell heading", 17, _BOLD, spacing='w:before="50" w:after="50"'),
    )
    characters = (
        _write_characters(EVIDENCE, "Evidence", _BOLD),
        _write_characters(WITHDRAWN, "Withdrawn", "<w:strike/>"),
        _write_characters(NAME, "Agency name", _BOLD),
        _write_characters(QUIET_WORDS, "Quiet", _colour(QUIET)),
        _write_characters(PROMPT, "Placeholder Text", _colour(QUIET)),
        _write_characters(NO_ALARM, "Answer, no alarm", _BOLD),
        *(
            _write_characters(name, f"Answer {answer}", _BOLD + _colour(ANSWER_INKS[answer]))
            for answer, name in ANSWERS.items()
        ),
    )
    return (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        '<w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{''.join(paragraphs)}{_PLAIN}{''.join(characters)}{_TABLES}</w:styles>"
    )


def _write_paragraphs(  # noqa: PLR0913  as many as a style has properties
    name: str,
    title: str,
    size: int,
    look: str = "",
    *,
    spacing: str = "",
    level: int | None = None,
    tabbed: bool = False,
    based: str = NORMAL,
) -> str:
    """A style of paragraphs; `size` in half points, `level` among the headings from 0 on."""
    default = "" if based else ' w:default="1"'
    basis = f'<w:basedOn w:val="{based}"/>' if based else ""
    basis += f'<w:next w:val="{NORMAL}"/>' if level is not None else ""
    keep = "<w:keepNext/>" if level is not None else ""
    tabs = '<w:tabs><w:tab w:val="right" w:pos="15138"/></w:tabs>' if tabbed else ""
    space = f"<w:spacing {spacing}/>" if spacing else '<w:spacing w:after="0"/>'
    outline = f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{title}"/>{basis}'
        f"<w:qFormat/><w:pPr>{keep}{tabs}{space}{outline}</w:pPr>"
        f'<w:rPr>{look}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _write_characters(name: str, title: str, look: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{name}">'
        f'<w:name w:val="{title}"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
    )


def _colour(colour: str) -> str:
    return f'<w:color w:val="{colour[1:]}"/>'


_PLAIN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
)
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE[1:]}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Chronology">'
    '<w:name w:val="Chronology"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
    f"<w:tblBorders>{_LINES}</w:tblBorders></w:tblPr></w:style>"
)
