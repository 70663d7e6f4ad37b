"""The measures by their names, and the table that shows them."""
import sys

MEASURES = {}


class Figure:
    """A measured number beside the limit that it is held to."""

    def __init__(self, what, value, unit, limit, lower_is_better=True):
        self.what, self.value, self.unit, self.limit, self.lower = what, value, unit, limit, lower_is_better

    @property
    def holds(self):
        if self.limit is None:
            return True
        return self.value <= self.limit if self.lower else self.value >= self.limit

    def row(self):
        limit = "" if self.limit is None else ("≤ " if self.lower else "≥ ") + number(self.limit)
        verdict = "" if self.limit is None else ("yes" if self.holds else "NO")
        return [self.what, number(self.value), limit, self.unit, verdict]


def number(value):
    return str(value) if isinstance(value, int) else f"{value:.3g}" if value < 10 else f"{value:,.0f}"


def measure(function):
    """Registers a function that yields figures."""
    MEASURES[function.__name__.replace("_", "-")] = function
    return function


def show(names):
    """Runs the measures and prints a Markdown table; returns whether every limit was kept."""
    rows = []
    holds = True
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        for figure in MEASURES[name]():
            rows.append(figure.row())
            holds = holds and figure.holds
    header = ["what", "measured", "limit", "unit", "kept"]
    widths = [max(len(row[i]) for row in rows + [header]) for i in range(len(header))]
    for row in [header, ["-" * width for width in widths]] + rows:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("| " + " | ".join(cells) + " |")
    return holds
