"""Charts of lines as SVG, drawn by hand: sizes from left to right, on logarithmic axes."""

import math
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 900, 560
LEFT, RIGHT, TOP, BOTTOM = 80, 250, 70, 70
COLOURS = ["#1b5e9b", "#c2410c", "#15803d", "#7c3aed", "#b91c1c", "#0f766e", "#a16207", "#475569",
           "#be185d", "#4d7c0f", "#0369a1", "#6d28d9", "#92400e"]


@dataclass
class Line:
    name: str
    # (size, value), both greater than 0.
    points: list
    # A peer, for comparison only.
    dashed: bool = False


class Scale:
    """A logarithmic axis from one power of ten, or a half or a fifth of one, to another."""

    def __init__(self, values, start, end):
        steps = [step * 10.0 ** power for power in range(-4, 10) for step in (1, 2, 5)]
        self.low = max(step for step in steps if step <= min(values) * 1.0001)
        self.high = min(step for step in steps if step >= max(values) * 0.9999 and step > self.low)
        self.ticks = [step for step in steps if self.low <= step <= self.high]
        self.start, self.end = start, end

    def at(self, value):
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return self.start + share * (self.end - self.start)


def spoken(number):
    if number >= 1_000_000:
        return f"{number / 1_000_000:g} M"
    if number >= 10_000:
        return f"{number / 1000:g} k"
    return f"{number:,g}"


def chart(title, unit, lines):
    """One drawing; `unit` says what is counted upwards."""
    lines = [line for line in lines if line.points]
    if not lines:
        return None
    across = Scale([size for line in lines for size, _ in line.points], LEFT, WIDTH - RIGHT)
    up = Scale([value for line in lines for _, value in line.points], HEIGHT - BOTTOM, TOP)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' font-family="sans-serif" font-size="13" fill="#1f2937">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="30" font-size="18" font-weight="bold">{escape(title)}</text>',
        f'<text x="{LEFT}" y="{TOP - 16}">{escape(unit)}</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 20}" text-anchor="middle">people</text>',
    ]
    for tick in up.ticks:
        y = up.at(tick)
        out.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#e5e7eb"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{spoken(tick)}</text>')
    for tick in across.ticks:
        x = across.at(tick)
        out.append(f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#e5e7eb"/>')
        out.append(
            f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{spoken(tick)}</text>')
    # The legend stands in the order in which the lines end.
    by_end = sorted(range(len(lines)), key=lambda index: -lines[index].points[-1][1])
    for place, index in enumerate(by_end):
        line, colour = lines[index], COLOURS[index % len(COLOURS)]
        dash = ' stroke-dasharray="6 4"' if line.dashed else ""
        path = "L".join(f"{across.at(size):.1f} {up.at(value):.1f}" for size, value in line.points)
        out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        for size, value in line.points:
            out.append(f'<circle cx="{across.at(size):.1f}" cy="{up.at(value):.1f}" r="3.5"'
                       f' fill="{colour}"><title>{escape(line.name)}, {size:,}: {value:,.3g}</title></circle>')
        y = TOP + 10 + place * 22
        x = WIDTH - RIGHT + 20
        out.append(f'<path d="M{x} {y - 4}h26" stroke="{colour}" stroke-width="2"{dash}/>')
        out.append(f'<text x="{x + 34}" y="{y}">{escape(line.name)}</text>')
    out.append("</svg>")
    return "\n".join(out) + "\n"
