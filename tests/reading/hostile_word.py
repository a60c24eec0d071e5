"""Hostile Word documents: sound XML that makes a reader run long, deep, round or to the network."""

from __future__ import annotations

from collections.abc import Callable

from tests.reading.hostile import (
    BODY,
    DOCUMENT,
    LINKS,
    Hostile,
    of_body,
    other,
)
from tests.reading.word_files import (
    OFFICE,
    PACKAGE,
    docx,
    paragraph,
    root,
    run,
)

WIDE = (
    f"<w:tbl><w:tr><w:trPr><w:gridBefore w:val='{'9' * 30}'/></w:trPr><w:tc><w:tcPr>"
    f"<w:gridSpan w:val='-99999999999'/></w:tcPr>{BODY}</w:tc></w:tr></w:tbl>"
)
LABEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="32767"/><w:numFmt w:val="russianLower"/>'
    '<w:lvlText w:val="{}"/></w:lvl>'
)


def documents() -> tuple[Hostile, ...]:
    """Bodies that make a reader run long or deep."""
    boxes = ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>")
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('а')}</w:p>"
    cites = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1"><w:p>{run("о портале")}{cites * 50_000}</w:p></w:footnote>'
    return (
        Hostile("fifty-megabytes-of-spaces.docx", of_body(lambda: paragraph(" " * 45_000_000))),
        Hostile("runs-of-spaces.docx", of_body(lambda: f"<w:p>{run(' ' * 4_000_000) * 11}</w:p>")),
        Hostile(
            "spaces-around-a-word.docx",
            of_body(lambda: f"<w:p>{run(' ' * 4_000_000) * 4}{run('а')}</w:p>"),
            "read",
        ),
        Hostile(
            "breaks-by-the-million.docx",
            of_body(lambda: f"<w:p><w:r>{'<w:br/>' * 500_000}<w:t>а</w:t></w:r></w:p>"),
            "read",
        ),
        Hostile(
            "boxes-in-boxes.docx",
            of_body(
                lambda: boxes[0] * 60 + f"<w:p>{'<w:r/>' * 300_000}{run('а')}</w:p>" + boxes[1] * 60
            ),
            "read",
        ),
        Hostile(
            "tables-in-tables.docx",
            of_body(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80, BODY)),
            "read",
        ),
        Hostile(
            "fields-never-closed.docx",
            of_body(lambda: f"<w:p>{begin * 100_000}{run('а')}</w:p>"),
            "read",
        ),
        Hostile(
            "fields-in-deep-wrappers.docx",
            of_body(
                nested(
                    "<w:smartTag>", "</w:smartTag>", 200, f"<w:p>{begin * 100_000}{run('а')}</w:p>"
                )
            ),
            "either",
        ),
        Hostile("marks-deleted-by-the-thousand.docx", of_body(lambda: joined * 20_000), "read"),
        Hostile(
            "note-that-cites-itself.docx",
            of_body(lambda: f"<w:p>{run('а')}{cites}</w:p>", {"footnotes": note}),
            "read",
        ),
        Hostile("cells-of-endless-width.docx", of_body(lambda: WIDE), "read"),
        Hostile(
            "documents-in-a-document.docx",
            of_body(lambda: BODY + '<w:altChunk r:id="r1"/>' * 100_000),
            "read",
        ),
    )


def nested(opening: str, closing: str, depth: int, content: str) -> Callable[[], str]:
    """A maker of nested elements."""
    return lambda: opening * depth + content + closing * depth


def numbered() -> tuple[Hostile, ...]:
    """Styles and lists that lead nowhere, or round in a circle."""

    def style(name: str, based_on: str, properties: str = "") -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{based_on}"/>'
            f'<w:link w:val="{name}"/><w:next w:val="{based_on}"/>{properties}</w:style>'
        )

    def item(named: str, num: int = 1) -> str:
        return paragraph(
            "а", f'<w:pStyle w:val="{named}"/><w:numPr><w:numId w:val="{num}"/></w:numPr>'
        )

    def lists(levels: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        )

    line = "".join(style(f"S{each}", f"S{each + 1}") for each in range(5000))
    linked = "".join(
        f'<w:abstractNum w:abstractNumId="{each}"><w:styleLink w:val="L{each}"/>'
        f'<w:numStyleLink w:val="L{(each + 1) % 3}"/></w:abstractNum>'
        for each in range(3)
    )
    long_label = LABEL.format("%1" * 500_000)
    return (
        Hostile(
            "styles-in-a-circle.docx",
            lambda: docx(
                item("A"), {"styles": style("A", "B") + style("B", "A"), "numbering": lists("")}
            ),
            "read",
        ),
        Hostile(
            "style-of-itself.docx",
            lambda: docx(item("A"), {"styles": style("A", "A"), "numbering": lists("")}),
            "read",
        ),
        Hostile(
            "styles-in-a-line.docx",
            of_body(
                lambda: item("S0") * 20_000,
                {
                    "styles": line,
                    "numbering": lists('<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'),
                },
            ),
            "read",
        ),
        Hostile(
            "lists-in-a-circle.docx",
            lambda: docx(
                item("A"),
                {"numbering": linked + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'},
            ),
            "read",
        ),
        Hostile(
            "labels-without-end.docx",
            of_body(lambda: item("A") * 10, {"numbering": lists(long_label)}),
            "either",
        ),
        Hostile(
            "labels-as-long-as-allowed.docx",
            of_body(lambda: item("A") * 3000, {"numbering": lists(LABEL.format("%1" * 100))}),
            "either",
        ),
        Hostile(
            "levels-out-of-bounds.docx",
            lambda: docx(
                item("A"),
                {
                    "numbering": lists(
                        "".join(f"<w:lvl w:ilvl='{each}'/>" for each in (-1, 10**20, "x"))
                    )
                },
            ),
            "read",
        ),
        Hostile(
            "lists-by-the-thousand.docx",
            of_body(
                lambda: item("A"),
                {
                    "numbering": lists("")
                    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' * 100_000
                },
            ),
            "read",
        ),
    )


def references(address: str) -> tuple[Hostile, ...]:
    """Documents that would fetch something, were they opened by a trusting program."""

    def linked(kind: str, body: str = BODY, part: str = LINKS) -> Callable[[], bytes]:
        link = (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}/{kind}" Target="{address}/{kind}" TargetMode="External"/>'
            "</Relationships>"
        )
        document = root("document", f"<w:body>{BODY}{body}</w:body>")
        return other({part: link, DOCUMENT: document, "word/settings.xml": root("settings", "")})

    picture = '<w:p><w:r><w:drawing><a:blip r:link="r1"/><pic:pic/></w:drawing></w:r></w:p>'
    image = f'<v:imagedata src="{address}/shape"/>'
    shape = f"<w:p><w:r><w:pict><v:shape>{image}</v:shape></w:pict></w:r></w:p>"
    fetching = (
        f'<w:p><w:fldSimple w:instr="INCLUDEPICTURE {address}/field">{run("а")}</w:fldSimple></w:p>'
    )
    return (
        Hostile("picture-from-outside.docx", linked("image", picture), "read"),
        Hostile(
            "shape-from-outside.docx", lambda: docx(f"{BODY}<w:p><w:r>{shape}</w:r></w:p>"), "read"
        ),
        Hostile("field-from-outside.docx", lambda: docx(BODY + fetching), "read"),
        Hostile(
            "dynamic-data-exchange.docx",
            lambda: docx(BODY + fetching.replace("INCLUDEPICTURE", "DDEAUTO cmd")),
            "read",
        ),
        Hostile(
            "template-from-outside.docx",
            linked("attachedTemplate", part="word/_rels/settings.xml.rels"),
            "read",
        ),
        Hostile("chunk-from-outside.docx", linked("aFChunk", '<w:altChunk r:id="r1"/>'), "read"),
        *(
            Hostile(f"{kind}-from-outside.docx", linked(kind), "read")
            for kind in (
                "styles",
                "numbering",
                "footnotes",
                "header",
                "hyperlink",
                "oleObject",
                "frame",
            )
        ),
        Hostile("document-from-outside.docx", linked("officeDocument", part="_rels/.rels")),
    )
