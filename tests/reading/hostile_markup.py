"""Hostile XML: what attacks its parser."""

from __future__ import annotations

import zipfile
from collections.abc import Callable

from tests.reading.hostile import (
    BODY,
    DOCUMENT,
    LINKS,
    TYPES,
    Hostile,
    of_body,
    other,
    whole,
)
from tests.reading.hostile_archives import (
    zipped,
)
from tests.reading.word_files import (
    NAMESPACES,
    paragraph,
    parts,
    root,
    run,
)

LONG = "a" * 20_000_000
INCLUDE = "http://www.w3.org/2001/XInclude"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
WIDE_XML = '<?xml version="1.0" encoding="UTF-16"?>'


def markup(address: str) -> tuple[Hostile, ...]:
    """XML that attacks its parser."""

    def document(declaration: str, content: str = BODY) -> Callable[[], bytes]:
        body = f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>"
        return other({DOCUMENT: declaration + body})

    def laugh(each: int) -> str:
        return f"<!ENTITY l{each} '" + f"&l{each - 1};" * 10 + "'>"

    laughs = "".join(map(laugh, range(1, 30)))
    used = paragraph("&e;")
    wide = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{address}/wide">]>'
    return (
        Hostile("document-type.docx", document("<!DOCTYPE w:document>")),
        Hostile(
            "billion-laughs.docx",
            document(f'<!DOCTYPE d [<!ENTITY l0 "ха">{laughs}]>', paragraph("&l29;")),
        ),
        Hostile(
            "quadratic-blow-up.docx",
            document(f"<!DOCTYPE d [<!ENTITY e '{'ха' * 50_000}'>]>", paragraph("&e;" * 50_000)),
        ),
        Hostile("entity-of-itself.docx", document('<!DOCTYPE d [<!ENTITY e "&e;">]>', used)),
        Hostile(
            "entity-of-a-file.docx",
            document('<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>', used),
        ),
        Hostile(
            "entity-of-a-page.docx",
            document(f'<!DOCTYPE d [<!ENTITY e SYSTEM "{address}/entity">]>', used),
        ),
        Hostile(
            "entity-of-parameters.docx",
            document(f'<!DOCTYPE d [<!ENTITY % e SYSTEM "{address}/parameter"> %e;]>'),
        ),
        Hostile("document-type-of-a-page.docx", document(f'<!DOCTYPE d SYSTEM "{address}/type">')),
        Hostile(
            "document-type-in-types.docx", other({TYPES: "<!DOCTYPE a>" + parts(BODY, {})[TYPES]})
        ),
        Hostile(
            "document-type-in-links.docx",
            other({LINKS: f'<!DOCTYPE a SYSTEM "{address}/links"><a/>'}),
        ),
        Hostile("unknown-entity.docx", document("", used)),
        Hostile(
            "included-page.docx",
            document(
                "",
                f'<xi:include xmlns:xi="{INCLUDE}" href="{address}/included"/>{BODY}',
            ),
            "read",
        ),
        Hostile(
            "style-sheet.docx",
            document(f'<?xml-stylesheet href="{address}/style" type="text/xsl"?>'),
            "read",
        ),
        Hostile(
            "schema-of-a-page.docx",
            document(
                "",
                f'<w:p xmlns:i="{INSTANCE}" i:schemaLocation="a {address}/schema">{run("а")}</w:p>',
            ),
            "read",
        ),
        Hostile("five-million-tags.docx", of_body(lambda: "<w:p/>" * 5_000_000)),
        Hostile(
            "paragraphs-by-the-thousand.docx", of_body(lambda: BODY + "<w:p/>" * 300_000), "either"
        ),
        Hostile(
            "nested-without-end.docx", of_body(lambda: "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000)
        ),
        Hostile("nested-and-never-closed.docx", of_body(lambda: "<w:p>" * 100_000)),
        Hostile("nested-in-types.docx", other({TYPES: "<a>" * 100_000})),
        Hostile(
            "attributes-by-the-thousand.docx",
            of_body(
                lambda: "<w:p " + "".join(f"a{each}='' " for each in range(300_000)) + "/>" + BODY
            ),
            "either",
        ),
        Hostile("attribute-without-end.docx", of_body(lambda: "<w:p a='" + LONG + "'/>")),
        Hostile("name-without-end.docx", of_body(lambda: f"<w:{LONG}/>")),
        Hostile("comment-without-end.docx", of_body(lambda: f"<!--{LONG}-->{BODY}"), "either"),
        Hostile(
            "namespaces-by-the-thousand.docx",
            of_body(
                lambda: "".join(f'<w:p xmlns:n{each}="n{each}"/>' for each in range(50_000)) + BODY
            ),
            "either",
        ),
        Hostile(
            "no-utf-8.docx", other({DOCUMENT: root("document", "").encode() + b"\xff\xfe\xc0"})
        ),
        Hostile("null-bytes.docx", other({DOCUMENT: whole(paragraph("a\0b"))})),
        Hostile("illegal-characters.docx", other({DOCUMENT: whole(paragraph("a&#1;&#xFFFF;b"))})),
        Hostile("surrogates.docx", other({DOCUMENT: whole(paragraph("a&#xD800;b"))})),
        Hostile(
            "utf-16.docx",
            other({DOCUMENT: whole(BODY).replace("UTF-8", "UTF-16").encode("utf-16")}),
            "either",
        ),
        Hostile(
            "utf-16-with-a-document-type.docx",
            other({DOCUMENT: f"{WIDE_XML}{wide}{whole(used).partition('?>')[2]}".encode("utf-16")}),
        ),
        Hostile("utf-16-with-many-tags.docx", of_utf_16(150_000), "either"),
        Hostile("utf-7.docx", other({DOCUMENT: whole(BODY).replace("UTF-8", "UTF-7")}), "either"),
        Hostile("unknown-encoding.docx", other({DOCUMENT: whole(BODY).replace("UTF-8", "x-evil")})),
    )


def of_utf_16(tags: int) -> Callable[[], bytes]:
    """A maker of a document in UTF-16: its tags must be counted, too."""

    def make() -> bytes:
        xml = root("document", f"<w:body>{'<w:p/>' * tags}{BODY}</w:body>")
        entries = parts(BODY, {}) | {DOCUMENT: xml.replace("UTF-8", "UTF-16").encode("utf-16")}
        return zipped(entries, zipfile.ZIP_STORED)

    return make
