import { svg } from "lit";
import { local } from "../design/language.js";

/** The till is drawn as what it is. */
const CHECKOUT = "CK";
/** A square in a circle around a section, and the part of the way to the next section that one may take. */
const SQUARE = 0.7;
const SHARE = 0.45;
/** The largest size of a label, in tenths of metres, and the height of its lines. */
const LARGEST = 8.4;
const LEADING = 1.15;

/** Sections as squares that do not overlap, since the plan has only circles around them; "half" is in metres. */
export function zones(sections) {
  const drawn = sections.filter(({ section_code: code, location }) => location && code !== CHECKOUT);
  return drawn.map((section) => {
    const { x, y, radius } = section.location;
    const gaps = drawn
      .filter((other) => other !== section)
      .map(({ location }) => SHARE * Math.max(Math.abs(location.x - x), Math.abs(location.y - y)));
    return { ...section, half: Math.min(SQUARE * radius, ...gaps) };
  });
}

export function zone({ location, half: metres }, place) {
  const [x, y] = place(location);
  const half = metres * 10;
  return svg`<rect class="zone" x=${x - half} y=${y - half} width=${2 * half} height=${2 * half} rx=${Math.min(9, half / 2)}></rect>`;
}

/** @param smallest the size that can just be read, in tenths of metres */
export function zoneLabel(section, place, smallest) {
  const [x, y] = place(section.location);
  const { lines, size } = labelOf(section, smallest);
  const top = y - ((lines.length - 1) * LEADING * size) / 2 + 0.35 * size;
  return svg`<text class="zone-label" font-size=${size.toFixed(1)}>
    ${lines.map((line, index) => svg`<tspan x=${x} y=${top + index * LEADING * size}>${line}</tspan>`)}
  </text>`;
}

/** Whether the section's label reaches into a rectangle, given by its corners. */
export function isLabelWithin(section, place, smallest, [left, top, right, bottom]) {
  const [x, y] = place(section.location);
  const { lines, size } = labelOf(section, smallest);
  const wide = (Math.max(...lines.map(ems)) * size) / 2;
  const high = (lines.length * LEADING * size) / 2;
  return x - wide < right && x + wide > left && y - high < bottom && y + high > top;
}

function labelOf({ name, half }, smallest) {
  return label(local(name), 20 * half, smallest);
}

/** In one line or two, whichever can be larger. */
function label(title, width, smallest) {
  const layouts = [[title], ...breaks(title)].map((lines) => ({
    lines,
    size: Math.min(LARGEST, (width + 4) / Math.max(...lines.map(ems)), width / (lines.length * LEADING)),
  }));
  const { lines, size } = layouts.reduce((best, layout) => (layout.size > best.size ? layout : best));
  return { lines, size: Math.max(size, smallest) };
}

function breaks(title) {
  return [...title.matchAll(/ |(?<=[·・])/g)].map(({ index }) => [title.slice(0, index), title.slice(index).trimStart()]);
}

/** About how wide a text is, in its own size. */
export function ems(text) {
  return [...text].reduce((sum, letter) => sum + (letter < "\u0250" ? 0.56 : 1), 0);
}
