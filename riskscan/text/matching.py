"""The matching view: a text as rules should see it, with a way back to every source character.

What is normalised, in this order:

1. Kazakh letters decoded as windows-1251 are read anew (see ``misread``); invisible characters
   (soft hyphens, zero-width and bidirectional marks) are dropped, letters written as base +
   combining mark are composed, stress marks that compose nothing are dropped, odd spaces become a
   space, typographic hyphens ``-``, quotation marks of every kind «»;
2. letter-spaced words are closed up («П Р И К А З Ы В А Ю»);
3. Latin letters that look Cyrillic are folded inside words that hold Cyrillic letters, and the
   en dash between two letters becomes a hyphen («финансово–хозяйственный»);
4. words cut in two are joined, if ``known`` knows the joined word: at a hyphen at the end of a
   line, and in Kazakh at white space before an ending («көрсетілет ін»).

The source is never changed. Positions are code points.
"""

from __future__ import annotations

from riskscan.text.characters import code_points, kinds_of
from riskscan.text.cleaning import clean_characters
from riskscan.text.draft import Draft
from riskscan.text.look_alikes import fold_look_alikes
from riskscan.text.quotation_marks import set_quotation_marks
from riskscan.text.spacing import Known, close_letter_spacing, join_broken_words, join_cut_words
from riskscan.text.view import View


def matching_view(text: str, known: Known | None = None) -> View:
    """The view of a text; ``known`` says whether a word exists, without it no word is joined."""
    return join_lines(line_view(text), known or _no_word_is_known)


def line_view(text: str) -> View:
    """The view before cut words are joined: what needs no dictionary."""
    codes = code_points(text)
    draft = Draft(View(text, codes, kinds_of(codes), len(text)))
    clean_characters(draft)
    set_quotation_marks(draft)
    close_letter_spacing(draft)
    fold_look_alikes(draft)
    return draft.view()


def join_lines(view: View, known: Known) -> View:
    """The matching view that ``line_view`` began."""
    draft = Draft(view)
    join_broken_words(draft, known)
    join_cut_words(draft, known)
    return draft.view()


def _no_word_is_known(word: str) -> bool:
    return False
