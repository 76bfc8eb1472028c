"""Which fine the law allows for one act, and which one it proposes.

Law 15/2012 Article 23.4 and Decree 118/2021 Article 9: the average of the bracket;
its minimum with two mitigating circumstances or more, its maximum with as many
aggravating ones; one offsets one. Article 134: a minor pays at most a part of it.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class FineRange:
    """The fines allowed, from ``least`` to ``most``, and the one ``proposed``."""

    least: int
    most: int
    proposed: int


def fine_range(
    bracket_min: int,
    bracket_max: int,
    net: int = 0,
    *,
    extreme: int = 2,
    part: float = 1,
) -> FineRange:
    """Return the fines allowed within a bracket.

    :param net: aggravating circumstances less mitigating ones.
    :param extreme: from how many net circumstances on the end of the bracket applies.
    :param part: greatest part of the fine that this person may be made to pay.

    >>> fine_range(5_000_000, 10_000_000)
    FineRange(least=7500000, most=7500000, proposed=7500000)
    >>> fine_range(5_000_000, 10_000_000, -1)
    FineRange(least=5000000, most=7500000, proposed=6250000)
    """
    average = Decimal(bracket_min + bracket_max) / 2
    if net <= -extreme:
        least = most = Decimal(bracket_min)
    elif net >= extreme:
        least = most = Decimal(bracket_max)
    elif net < 0:
        least, most = Decimal(bracket_min), average
    elif net > 0:
        least, most = average, Decimal(bracket_max)
    else:
        least = most = average
    share = Decimal(str(part))
    proposed = (least + most) / 2 * share
    if part < 1:
        least, most = Decimal(0), most * share
    return FineRange(_dong(least), _dong(most), _dong(proposed))


def _dong(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
