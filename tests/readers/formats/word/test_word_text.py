from collections.abc import Callable

import pytest

from chronolator.model import Mark, MarkKind, Sheet

ReadWord = Callable[..., list[Sheet]]
GONE, HIDDEN, LINK, COMMENT, PICTURE = (
    MarkKind.WITHDRAWN,
    MarkKind.HIDDEN,
    MarkKind.LINK,
    MarkKind.COMMENT,
    MarkKind.PICTURE,
)


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str, looks: str = "") -> str:
    return f"<w:p><w:pPr>{looks}</w:pPr>{inside}</w:p>"


def field(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def order(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def result(instruction: str, inside: str) -> str:
    return field("begin") + order(instruction) + field("separate") + inside + field("end")


def form(inside: str) -> str:
    return field("begin", f"<w:ffData>{inside}</w:ffData>") + order("FORM") + field("end")


def box(inside: str) -> str:
    told = f"<v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape>{told}</v:shape></w:pict></w:r>"


def choice(first: str, second: str) -> str:
    return (
        "<mc:AlternateContent>"
        f'<mc:Choice Requires="wps">{first}</mc:Choice><mc:Fallback>{second}</mc:Fallback>'
        "</mc:AlternateContent>"
    )


PIC = "<w:drawing><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></w:drawing>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (p(run("a ") + run("b")), "a b"),
        (p(run("a")) + p("") + p(run("b")), "a\n\nb"),
        (p(run("a") + "<w:r><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>"), "a\nb\nc"),
        (p(run("a") + "<w:r><w:tab/></w:r>" + run("b")), "a\tb"),
        (p(run("follow") + "<w:r><w:noBreakHyphen/></w:r>" + run("up")), "follow-up"),
        (p(run("super") + "<w:r><w:softHyphen/></w:r>" + run("vise")), "supervise"),
        (p(run("seen ") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "seen \u2713"),
        (p('<w:r><w:sym w:font="Wingdings 2" w:char="F053"/></w:r>'), "\u2612"),
        (p('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>'), "\uf061"),
        (p("<w:smartTag>" + run("a") + "</w:smartTag>" + run("b")), "ab"),
        (p("<w:ins>" + run("new") + "</w:ins>" + run(" old")), "new old"),
        (p("<w:sdt><w:sdtContent>" + run("a") + "</w:sdtContent></w:sdt>"), "a"),
        (
            p(
                "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>"
                + run("\u2612")
                + "</w:sdtContent></w:sdt>"
                + run(" yes")
            ),
            "\u2612 yes",
        ),
        (p(choice(run("a"), run("b"))), "a"),
        (p(choice("", run("b"))), "b"),
        (p(run("a") + choice(box(p(run("b"))), box(p(run("b")))) + run("c")), "ac\nb"),
        (p(run("a") + box(p(run("b")) + p(run("c")))) + p(run("d")), "a\nb\nc\nd"),
        (p(result("DATE", run("1/2/2019"))), "1/2/2019"),
        (
            p(
                field("begin")
                + order("IF ")
                + result("X", run("no"))
                + field("separate")
                + run("yes")
                + field("end")
            ),
            "yes",
        ),
        (p(field("begin") + order("PAGE") + run("lost?")), "lost?"),
        (p(form("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>")), "\u2612"),
        (p(form("<w:checkBox><w:default w:val='0'/></w:checkBox>") + run(" no")), "\u2610 no"),
        (
            p(
                form(
                    "<w:ddList><w:result w:val='1'/><w:listEntry w:val='Yes'/>"
                    "<w:listEntry w:val='No'/></w:ddList>"
                )
            ),
            "No",
        ),
        (p('<w:fldSimple w:instr="AUTHOR">' + run("J Hale") + "</w:fldSimple>"), "J Hale"),
        (p(run("see") + f"<w:r>{PIC}</w:r>"), "see [picture]"),
        (p('<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'), "[picture]"),
        (
            p("<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>"),
            "[embedded file]",
        ),
        (p("<w:r><w:drawing><a:graphic><c:chart/></a:graphic></w:drawing></w:r>"), "[chart]"),
        (p('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'), "DRAFT"),
        ('<w:altChunk r:id="x"/>', "[inserted file]"),
        (p(f"<w:ruby><w:rt>{run('a')}</w:rt><w:rubyBase>{run('b')}</w:rubyBase></w:ruby>"), "ab"),
    ],
)
def test_what_a_cell_says(read_word: ReadWord, inside: str, text: str) -> None:
    cell = f"<w:tc>{inside}</w:tc>"
    row = f"<w:tr>{cell}<w:tc>{p(run('x'))}</w:tc></w:tr>"
    sheet, *others = read_word(f"<w:tbl>{row}{row}</w:tbl>")
    assert [list(one) for one in sheet.rows] == [[text, "x"], [text, "x"]]
    assert others == []


STYLES = (
    '<w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:dstrike/><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Older"><w:basedOn w:val="Old"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
)


@pytest.mark.parametrize(
    ("inside", "text", "marks"),
    [
        (
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>" + run(" new"),
            "old new",
            [(GONE, "old")],
        ),
        (
            "<w:moveFrom>" + run("there") + "</w:moveFrom><w:moveTo>" + run("here") + "</w:moveTo>",
            "therehere",
            [(GONE, "there")],
        ),
        ("<w:ins><w:del>" + run("a") + "</w:del>" + run("b") + "</w:ins>", "ab", [(GONE, "a")]),
        (run("a", "<w:strike/>") + run("b"), "ab", [(GONE, "a")]),
        (run("a ", "<w:strike/>") + run("b", "<w:dstrike/>") + run(" c"), "a b c", [(GONE, "a b")]),
        (
            run("a", "<w:strike/>") + run("b") + run("c", "<w:strike/>"),
            "abc",
            [(GONE, "a"), (GONE, "c")],
        ),
        (run("a", "<w:strike/>") + run(" ") + run("b", "<w:strike/>"), "a b", [(GONE, "a b")]),
        (run("a", "<w:strike w:val='0'/>") + run("b", "<w:strike w:val='false'/>"), "ab", []),
        (run("a", "<w:rStyle w:val='Struck'/>"), "a", [(GONE, "a")]),
        (run("a", "<w:rStyle w:val='Struck'/><w:strike w:val='off'/>"), "a", []),
        ("<w:pPr><w:pStyle w:val='Older'/></w:pPr>" + run("a"), "a", [(GONE, "a"), (HIDDEN, "a")]),
        ("<w:pPr><w:pStyle w:val='Round'/></w:pPr>" + run("a"), "a", []),
        (run("a") + run("b", "<w:vanish/>"), "ab", [(HIDDEN, "b")]),
        (run("a") + f"<w:r>{PIC}</w:r>", "a [picture]", [(PICTURE, "picture")]),
        (
            "<w:r><w:object><o:OLEObject/></w:object></w:r>",
            "[embedded file]",
            [(PICTURE, "embedded file")],
        ),
        (
            '<w:hyperlink r:id="link"><w:r><w:t>page</w:t></w:r></w:hyperlink>',
            "page",
            [(LINK, "http://example.org/a")],
        ),
        ('<w:hyperlink w:anchor="here"><w:r><w:t>page</w:t></w:r></w:hyperlink>', "page", []),
        (
            result(' HYPERLINK "mailto:a@example.org" ', run("mail")),
            "mail",
            [(LINK, "mailto:a@example.org")],
        ),
        (
            '<w:commentRangeStart w:id="7"/>' + run("a") + '<w:commentRangeEnd w:id="7"/><w:r>'
            '<w:commentReference w:id="7"/></w:r>',
            "a",
            [(COMMENT, "J Hale: Which one?")],
        ),
        (run("a") + '<w:r><w:commentReference w:id="8"/></w:r>', "a", [(COMMENT, "one\ntwo")]),
        ('<w:r><w:commentReference w:id="8"/></w:r>', "[comment: one\ntwo]", []),
        (
            run("seen") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" at home"),
            "seen [note: by telephone] at home",
            [],
        ),
        (
            run("seen", "<w:strike/>") + '<w:r><w:footnoteReference w:id="2"/></w:r>',
            "seen [note: by telephone]",
            [(GONE, "seen [note: by telephone]")],
        ),
        (
            run("seen") + '<w:r><w:endnoteReference w:id="2"/></w:r>',
            "seen [note: at the end, not so]",
            [(GONE, "not so")],
        ),
    ],
)
def test_what_stands_about_words_is_marked(
    read_word: ReadWord, inside: str, text: str, marks: list[tuple[MarkKind, str]]
) -> None:
    parts = {
        "styles": STYLES,
        "comments": f'<w:comment w:id="7" w:author="J Hale">{p(run("Which one?"))}</w:comment>'
        f'<w:comment w:id="8">{p(run("one"))}{p(run("two"))}</w:comment>',
        "footnotes": f'<w:footnote w:type="separator" w:id="0">{p("")}</w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + run("by telephone"))}'
        "</w:footnote>",
        "endnotes": f'<w:endnote w:id="2">{p(run("at the end, ") + run("not so", "<w:strike/>"))}'
        "</w:endnote>",
    }
    paragraph = f"<w:p>{inside}</w:p>"
    row = f"<w:tr><w:tc>{p(run('x'))}</w:tc><w:tc>{paragraph}</w:tc></w:tr>"
    plain = f"<w:tr><w:tc>{p(run('y'))}</w:tc></w:tr>"
    links = {"link": "http://example.org/a"}
    sheet = read_word(f"<w:tbl>{plain}{row}</w:tbl>", parts, links=links)[0]
    assert sheet.rows[1] == ["x", text]
    assert sheet.marks == tuple(Mark(kind, 2, 2, words) for kind, words in marks)
    prose = read_word(paragraph, parts, links=links)[0]
    assert prose.rows[0] == [text]
    assert {(one.kind, one.text) for one in prose.marks if one.row == 1} == set(marks)


def test_notes_and_comments_that_nothing_refers_to_are_text(read_word: ReadWord) -> None:
    parts = {
        "footnotes": f'<w:footnote w:id="1">{p(run("note"))}</w:footnote>',
        "comments": f'<w:comment w:id="1" w:author="A">{p(run("comment"))}</w:comment>',
    }
    (text,) = read_word(p(run("body")), parts)
    assert text.rows == [["body"], [], ["[note: note]"], ["[comment: A: comment]"]]


def test_a_separator_above_notes_is_kept_where_it_says_something(read_word: ReadWord) -> None:
    notes = f'<w:endnote w:type="separator" w:id="0">{p(run("____"))}</w:endnote>'
    notes += f'<w:endnote w:type="separator" w:id="1">{p(run("Notes"))}</w:endnote>'
    (text,) = read_word(p(run("body")), {"endnotes": notes})
    assert text.rows == [["body"], [], ["[note: Notes]"]]


def test_a_second_body_is_read_too(read_word: ReadWord) -> None:
    (text,) = read_word(p(run("one")) + "</w:body><w:body>" + p(run("two")))
    assert text.rows == [["one"], ["two"]]


def test_a_blank_row_stands_before_a_heading(read_word: ReadWord) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Head"><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    )
    bold = "<w:b/>"
    body = (
        p(run("Title"), '<w:pStyle w:val="Head"/>')
        + p(run("text"))
        + p(run("Second"), '<w:pStyle w:val="Head"/>')
        + p(run("Third", bold) + run(" "))
        + p(run("half ", bold) + run("bold"))
        + p(run("x" * 90, bold))
        + p(run("no heading"), '<w:pStyle w:val="Head"/><w:outlineLvl w:val="9"/>')
        + p(run("Fourth"), '<w:pStyle w:val="Strong"/>')
    )
    (text,) = read_word(body, {"styles": styles})
    assert [row[0] if row else "" for row in text.rows] == [
        *("Title", "text", "", "Second", "", "Third", "half bold", "x" * 90, "no heading"),
        *("", "Fourth"),
    ]


def test_headers_and_footers_stand_once(read_word: ReadWord) -> None:
    parts = {
        "header1": p(run("Police")) + f"<w:tbl><w:tr><w:tc>{p(run('Draft'))}</w:tc></w:tr></w:tbl>",
        "header2": p(run("Police")),
        "footer1": p(result("PAGE", run("1"))),
    }
    body = p(run("body")) + f"<w:tbl><w:tr><w:tc>{p('')}</w:tc><w:tc>{p('')}</w:tc></w:tr></w:tbl>"
    table, text = read_word(body, parts)
    assert text.rows == [["body"], [], ["Police"], ["Draft"], ["1"]]
    assert table.above == ("Police", "Draft", "body")


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="(%3)"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    '<w:lvl w:ilvl="4"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="4"/><w:numFmt w:val="decimalZero"/><w:lvlText w:val="Ref %1"/></w:lvl>'
    "</w:lvlOverride></w:num>"
)


def test_items_of_lists_have_their_bullets_and_numbers(read_word: ReadWord) -> None:
    def item(list_id: int, level: int, inside: str = run("x")) -> str:
        return p(
            inside,
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>',
        )

    asked = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 3), (1, 4), (0, 0), (9, 0), (2, 0)]
    body = "".join(item(*one) for one in [*asked, (2, 0), (3, 0), (1, 0)])
    body += item(1, 0, "") + item(1, 0, run("y", "<w:strike/>"))
    (text,) = read_word(body, {"numbering": LISTS})
    told = [str(row[0]).removesuffix("x") for row in text.rows]
    assert told == [
        *("1. ", "1.a) ", "1.b) ", "(I) ", "2. ", "2.a) ", "\u2022 ", "", "", "", "7. "),
        *("8. ", "Ref 04 ", "9. ", "11. y"),
    ]
    assert text.marks == (Mark(GONE, 15, 1, "11. y"),)


def test_a_row_that_holds_nothing_but_the_number_of_its_list_is_blank(read_word: ReadWord) -> None:
    number = p("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')

    def row(text: str) -> str:
        return f"<w:tr><w:tc>{number}</w:tc><w:tc>{p(run(text))}</w:tc></w:tr>"

    sheet = read_word(f"<w:tbl>{row('a')}{row('')}{row('c')}</w:tbl>", {"numbering": LISTS})[0]
    assert sheet.rows == [["1.", "a"], [], ["3.", "c"]]


def test_the_prompt_of_an_empty_control_was_written_by_nobody(read_word: ReadWord) -> None:
    def control(text: str, *, prompts: bool = True) -> str:
        properties = "<w:showingPlcHdr/>" if prompts else ""
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>"

    prompt = "Choose an item."
    body = (
        control(p(run(prompt)))
        + p(control(run(prompt)) + run("a"))
        + control(p(run(prompt)), prompts=False)
        + control(p(run("Written all the same")))
    )
    known = f"<w:docPart><w:docPartBody>{p(run(prompt))}</w:docPartBody></w:docPart>"
    (text,) = read_word(body, {"glossaryDocument": known})
    assert text.rows == [["a"], [prompt], ["Written all the same"]]


def test_a_prompt_is_known_by_its_style_too(read_word: ReadWord) -> None:
    def control(*runs: str, properties: str = "<w:showingPlcHdr/>") -> str:
        held = "".join(runs)
        return p(
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{held}</w:sdtContent></w:sdt>"
        )

    style = '<w:style w:type="character" w:styleId="Platzhaltertext">'
    style += '<w:name w:val="Placeholder Text"/></w:style>'
    prompt = run("Click here", '<w:rStyle w:val="Platzhaltertext"/>')
    body = (
        control(prompt)
        + control(prompt, properties="")
        + control(prompt, run("and words"))
        + control(run("other words"))
        + control()
    )
    (text,) = read_word(body, {"styles": style})
    assert text.rows == [["Click here"], ["Click hereand words"], ["other words"]]


def test_a_control_that_shows_its_own_prompt_is_empty_whatever_it_says(
    read_word: ReadWord,
) -> None:
    def control(text: str) -> str:
        named = '<w:placeholder><w:docPart w:val="P1"/></w:placeholder>'
        return p(
            f"<w:sdt><w:sdtPr>{named}</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
        )

    known = "".join(
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/></w:docPartPr>'
        f"<w:docPartBody>{p(run(prompt))}</w:docPartBody></w:docPart>"
        for name, prompt in (("P1", "Names and roles"), ("P2", "Yes or No"))
    )
    body = control("Names and  roles") + control("Yes or No") + control("Mother")
    (text,) = read_word(body, {"glossaryDocument": known})
    assert text.rows == [["Yes or No"], ["Mother"]]
