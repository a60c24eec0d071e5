"""Notes the editors of a legal database put into the text of an act: they are no part of it."""

from __future__ import annotations

EDITORIAL = (
    "Сноска|Примечани[ея](?=[.] См)|Примечани[ея] (?:ИЗПИ|РЦПИ)"
    "|Вниманию пользователей|Для удобства пользования"
    "|Ескерту(?=[.])|(?:РҚАО|ЗҚАИ)-ның ескертпес[іi]"
)
"""How such a note begins: alternatives of a regular expression."""
