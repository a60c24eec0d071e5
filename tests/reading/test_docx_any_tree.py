"""Whatever tree of Word elements a file holds, reading it ends in a document or an input error."""

from __future__ import annotations

import contextlib
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from riskscan.errors import EmptyDocumentError
from riskscan.reading import read_bytes
from riskscan.reading.docx import Changes
from tests.reading.word_files import docx

LEAVES = (
    "<w:t>слово</w:t>",
    "<w:r><w:t>один </w:t><w:br/><w:t>1) два</w:t></w:r>",
    "<w:tab/>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "<w:r><w:instrText>PAGE</w:instrText></w:r>",
    '<w:r><w:footnoteReference w:id="1"/></w:r>',
    '<w:endnoteReference w:id="1"/>',
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>',
    "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>",
    "<w:rPr><w:vanish/></w:rPr>",
    "<w:tcPr><w:vMerge/><w:gridSpan w:val='x'/></w:tcPr>",
    "<w:pPr><w:rPr><w:ins/></w:rPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>",
    '<w:pPr><w:numPr><w:numberingChange w:original="%1:99999:7:."/><w:ins/></w:numPr></w:pPr>',
    "<w:rPr><w:rPrChange/></w:rPr>",
    "<w:tcPr><w:cellIns/><w:cellMerge/></w:tcPr>",
    "<w:delText>слово</w:delText>",
    "<w:trPr><w:del/><w:gridBefore w:val='-3'/></w:trPr>",
    "<w:sym/>",
    "<w:altChunk/>",
    "<pic:pic/>",
)
BRANCHES = (
    "w:p", "w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:del",
    "w:moveFrom", "w:moveTo", "w:hyperlink", "w:fldSimple", "w:txbxContent", "w:pict", "w:object",
    "mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:oMath", "w:unknown",
)  # fmt: skip
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
TREES = st.recursive(
    st.sampled_from(LEAVES),
    lambda children: st.builds(
        lambda tag, content: f"<{tag}>{''.join(content)}</{tag}>",
        st.sampled_from(BRANCHES),
        st.lists(children, max_size=5),
    ),
    max_leaves=25,
)


@given(st.lists(TREES, max_size=6))
@settings(max_examples=300)
def test_any_tree_of_word_elements_is_read(trees: list[str]) -> None:
    """Misplaced and malformed elements never break the reader or its source map."""
    footnote = f'<w:footnote w:id="1"><w:p>{trees[0] if trees else ""}</w:p></w:footnote>'
    data = docx("".join(trees), {"numbering": NUMBERING, "footnotes": footnote})
    for view in get_args(Changes):
        with contextlib.suppress(EmptyDocumentError):
            document = read_bytes(data, "draft.docx", view=view)
            end = 0
            for segment in document.segments:
                assert end <= segment.start < segment.end <= len(document.text)
                assert document.text[end : segment.start].strip("\n") == ""
                end = segment.end
