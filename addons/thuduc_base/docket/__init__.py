"""How a docket turns into a stage and into deadlines (pure Python, no Odoo).

The docket is the list of dated happenings of one proceeding. Everything else is a
function of it: :func:`walk` gives the stage after each happening, :func:`clocks`
gives every period of the law that the happenings started, with its present state.
Both are deterministic and do not look at the order in which happenings were entered.
"""

from .clocks import Clock, State, clocks
from .happening import Happening, in_order
from .period import Count, Counted, Period
from .stages import Contradiction, Kind, Procedure, Step, Walk, walk

__all__ = [
    "Clock",
    "Contradiction",
    "Count",
    "Counted",
    "Happening",
    "Kind",
    "Period",
    "Procedure",
    "State",
    "Step",
    "Walk",
    "clocks",
    "in_order",
    "walk",
]
