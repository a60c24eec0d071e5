"""From many word forms to their type ids at once, exactly.

A form of up to 32 characters is cut into *quads*: four 16-bit code points read as one 64-bit
integer, the last quad padded with zeros. Eight of them are a row, which one line of the processor's
cache holds. A weighted sum of the quads chooses the two slots of a direct table where the form's id
may stand; the row stored for that id is then compared with the form's own. So an id is never wrong,
whatever the sums do: a clash only sends the form to the slow path, like longer forms and forms with
zeros or with characters beyond the Basic Multilingual Plane.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from riskscan.text.characters import Codes

Ids = NDArray[np.int32]
Places = NDArray[np.intp]
_Quads = NDArray[np.uint64]
_Units = NDArray[np.uint16]

_QUAD = 4  # characters
_ROUNDS = 8  # quads in the longest form the table holds
_BEYOND = 0xFFFF  # stands for every character outside the plane
_KEPT = np.array([(1 << 16 * length) - 1 for length in range(_QUAD + 1)], dtype=np.uint64)
_WEIGHTS: _Quads = np.array(  # any odd numbers of 64 well-mixed bits do
    [
        *(0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5),
        *(0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53, 0xA0761D6478BD642F),
    ],
    dtype=np.uint64,
)
_SLOTS_PER_FORM = 8  # at this load about one form in two hundred finds both slots taken


class TypeIndex:
    """The ids of known forms; the caller owns the ids and names those of new forms."""

    def __init__(self) -> None:
        self._bits = 16
        self._slots: Ids = np.full(1 << self._bits, -1, dtype=np.int32)
        self._held = 0
        self._rows: _Quads = np.zeros((1024, _ROUNDS), dtype=np.uint64)  # of zeros: not held

    def look_up(
        self, codes: Codes, starts: Places, ends: Places, name: Callable[[int, int], int]
    ) -> Ids:
        """The id of every form ``codes[start:end]``; forms are not empty.

        ``name(start, end)`` gives the id of a form the table does not hold; the table then does.
        """
        units: _Units = np.minimum(codes, _BEYOND).astype(np.uint16, copy=False)
        rows = _rows(units, starts, ends - starts)
        sums = rows @ _WEIGHTS
        ids = self._find(rows, sums)
        strange = _strange(units, starts, ends)
        ids[strange] = -1
        unheld = set(strange.tolist())
        for place in np.flatnonzero(ids < 0).tolist():
            start, end = int(starts[place]), int(ends[place])
            ids[place] = identity = name(start, end)
            if place not in unheld:
                self._hold(identity, rows[place])
        return ids

    def _find(self, rows: _Quads, sums: _Quads) -> Ids:
        """The id in the first of the two slots that stands for the same row, else -1."""
        ids: Ids = self._slots.take(_slot(sums, self._bits))
        missed = np.flatnonzero(self._differ(ids, rows))
        second = self._slots.take(_slot(sums[missed] << np.uint64(self._bits), self._bits))
        second[self._differ(second, rows[missed])] = -1
        ids[missed] = second
        return ids

    def _differ(self, ids: Ids, rows: _Quads) -> NDArray[np.bool_]:
        """Which rows are not those stored for the ids; the row of no id is never right."""
        wrong: NDArray[np.bool_] = (self._rows.take(ids, axis=0, mode="clip") != rows).any(axis=1)
        return wrong | (ids < 0)

    def _hold(self, identity: int, row: _Quads) -> None:
        while identity >= len(self._rows):
            self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)))
        if self._rows[identity, 0]:
            return
        self._rows[identity] = row
        self._held += 1
        if self._held * _SLOTS_PER_FORM > len(self._slots):
            self._widen()
        else:
            self._place(identity)

    def _place(self, identity: int) -> None:
        total = self._rows[identity : identity + 1] @ _WEIGHTS
        for shifted in (total, total << np.uint64(self._bits)):
            slot = int(_slot(shifted, self._bits)[0])
            if self._slots[slot] < 0:
                self._slots[slot] = identity
                return

    def _widen(self) -> None:
        self._bits += 2
        self._slots = np.full(1 << self._bits, -1, dtype=np.int32)
        for identity in np.flatnonzero(self._rows[:, 0]).tolist():
            self._place(identity)


def _slot(sums: _Quads, bits: int) -> Places:
    slots: Places = (sums >> np.uint64(64 - bits)).astype(np.intp)
    return slots


def _rows(units: _Units, starts: Places, lengths: Places) -> _Quads:
    """The quads of every form, a row each."""
    padded = np.concatenate((units, np.zeros(_QUAD, dtype=np.uint16)))
    windows: _Quads = np.ndarray((len(units) + 1,), np.uint64, padded.data, 0, (2,)).copy()
    rows = np.zeros((len(starts), _ROUNDS), dtype=np.uint64)
    places = np.arange(len(starts), dtype=np.intp)
    for quad in range(_ROUNDS):
        places = places[lengths[places] > quad * _QUAD]
        if not len(places):
            break
        kept = _KEPT.take(lengths[places] - quad * _QUAD, mode="clip")
        rows[places, quad] = windows.take(starts[places] + quad * _QUAD) & kept
    return rows


def _strange(units: _Units, starts: Places, ends: Places) -> Places:
    """The forms the table cannot hold: too long, or with a character it cannot tell from others."""
    strange = ends - starts > _ROUNDS * _QUAD
    unclear = np.flatnonzero((units == _BEYOND) | (units == 0))
    if len(unclear):
        owners = np.searchsorted(starts, unclear, side="right") - 1
        strange[owners[owners >= 0]] = True
    return np.flatnonzero(strange)
