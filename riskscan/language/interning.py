"""From many word forms to their type ids at once, exactly.

A form of up to 32 characters is cut into *quads*: four 16-bit code points read as one 64-bit
integer, the last quad padded with zeros. A weighted sum of the quads chooses the two slots of a
direct table where the form's id may stand; the quads stored for that id are then compared one by
one with the form's own. So an id is never wrong, whatever the sums do: a clash only sends the form
to the slow path, like longer forms and forms with characters beyond the Basic Multilingual Plane.
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
_Round = tuple[Places, _Quads]  # the forms long enough for this round, and their quads

_QUAD = 4  # characters
_ROUNDS = 8  # quads in the longest form the table holds
_BEYOND = 0xFFFF  # stands for every character outside the plane
_KEPT = np.array([(1 << 16 * length) - 1 for length in range(_QUAD + 1)], dtype=np.uint64)
_WEIGHTS = (  # any odd numbers of 64 well-mixed bits do
    *(0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5),
    *(0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53, 0xA0761D6478BD642F),
)
_SLOTS_PER_FORM = 8  # at this load about one form in two hundred finds both slots taken


class TypeIndex:
    """The ids of known forms; the caller owns the ids and names those of new forms."""

    def __init__(self) -> None:
        self._bits = 16
        self._slots: Ids = np.full(1 << self._bits, -1, dtype=np.int32)
        self._held = 0
        self._sums: _Quads = np.zeros(1024, dtype=np.uint64)
        self._lengths: NDArray[np.uint8] = np.zeros(1024, dtype=np.uint8)  # 0: not held
        self._quads: _Quads = np.zeros((_ROUNDS, 1024), dtype=np.uint64)

    def look_up(
        self, codes: Codes, starts: Places, ends: Places, name: Callable[[int, int], int]
    ) -> Ids:
        """The id of every form ``codes[start:end]``; forms are not empty.

        ``name(start, end)`` gives the id of a form the table does not hold; the table then does.
        """
        units: _Units = np.minimum(codes, _BEYOND).astype(np.uint16, copy=False)
        lengths = ends - starts
        rounds = _rounds(units, starts, lengths)
        sums = _weighted_sums(rounds)
        ids = self._candidates(sums, lengths)
        for stored, (places, quads) in zip(self._quads, rounds, strict=False):
            wrong = stored[ids[places]] != quads
            if wrong.any():
                ids[places[wrong]] = -1
        strange = _strange(units, starts, lengths)
        ids[strange] = -1
        unheld = set(strange.tolist())
        for place in np.flatnonzero(ids < 0).tolist():
            start, end = int(starts[place]), int(ends[place])
            ids[place] = identity = name(start, end)
            if place not in unheld:
                self._hold(identity, int(sums[place]), units[start:end])
        return ids

    def _candidates(self, sums: _Quads, lengths: Places) -> Ids:
        """The id in the first of the two slots whose sum and length are right, else -1."""
        ids: Ids = self._slots[_slot(sums, self._bits)]
        missed = np.flatnonzero(~self._fits(ids, sums, lengths))
        second = self._slots[_slot(sums[missed] << np.uint64(self._bits), self._bits)]
        fits = self._fits(second, sums[missed], lengths[missed])
        ids[missed] = np.where(fits, second, -1)
        return ids

    def _fits(self, ids: Ids, sums: _Quads, lengths: Places) -> NDArray[np.bool_]:
        fits: NDArray[np.bool_] = (self._sums[ids] == sums) & (self._lengths[ids] == lengths)
        return fits & (ids >= 0)

    def _hold(self, identity: int, total: int, units: _Units) -> None:
        while identity >= len(self._lengths):
            self._sums = np.concatenate((self._sums, np.zeros_like(self._sums)))
            self._lengths = np.concatenate((self._lengths, np.zeros_like(self._lengths)))
            self._quads = np.concatenate((self._quads, np.zeros_like(self._quads)), axis=1)
        if self._lengths[identity]:
            return
        padded = np.zeros(_ROUNDS * _QUAD, dtype=np.uint16)
        padded[: len(units)] = units
        self._quads[:, identity] = padded.view(np.uint64)
        self._sums[identity] = total
        self._lengths[identity] = len(units)
        self._held += 1
        if self._held * _SLOTS_PER_FORM > len(self._slots):
            self._widen()
        else:
            self._place(identity)

    def _place(self, identity: int) -> None:
        total = self._sums[identity : identity + 1]
        for shifted in (total, total << np.uint64(self._bits)):
            slot = int(_slot(shifted, self._bits)[0])
            if self._slots[slot] < 0:
                self._slots[slot] = identity
                return

    def _widen(self) -> None:
        self._bits += 2
        self._slots = np.full(1 << self._bits, -1, dtype=np.int32)
        for identity in np.flatnonzero(self._lengths).tolist():
            self._place(identity)


def _slot(sums: _Quads, bits: int) -> Places:
    slots: Places = (sums >> np.uint64(64 - bits)).astype(np.intp)
    return slots


def _rounds(units: _Units, starts: Places, lengths: Places) -> list[_Round]:
    """The quads of all forms: first quads, then second quads of forms that have one, and so on."""
    padded = np.concatenate((units, np.zeros(_QUAD, dtype=np.uint16)))
    windows: _Quads = np.ndarray((len(units) + 1,), np.uint64, padded.data, 0, (2,)).copy()
    places = np.arange(len(starts), dtype=np.intp)
    rounds: list[_Round] = []
    for done in range(0, _ROUNDS * _QUAD, _QUAD):
        places = places[lengths[places] > done]
        if not len(places):
            break
        kept = _KEPT.take(lengths[places] - done, mode="clip")
        rounds.append((places, windows.take(starts[places] + done) & kept))
    return rounds


def _weighted_sums(rounds: list[_Round]) -> _Quads:
    """One 64-bit sum for each form, modulo 2**64."""
    sums = np.zeros(len(rounds[0][0]) if rounds else 0, dtype=np.uint64)
    for weight, (places, quads) in zip(_WEIGHTS, rounds, strict=False):
        sums[places] += quads * np.uint64(weight)
    return sums


def _strange(units: _Units, starts: Places, lengths: Places) -> Places:
    """The forms the table cannot hold: too long, or with a character beyond the plane."""
    strange = lengths > _ROUNDS * _QUAD
    beyond = np.flatnonzero(units == _BEYOND)
    if len(beyond):
        owners = np.searchsorted(starts, beyond, side="right") - 1
        strange[owners[owners >= 0]] = True
    return np.flatnonzero(strange)
