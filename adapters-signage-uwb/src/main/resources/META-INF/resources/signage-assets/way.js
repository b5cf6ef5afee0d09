// The way from the screen to a shelf.

import { element, text } from "./elements.js";
import { wayIn } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const EIGHTH = Math.PI / 4;
/** Eight directions, clockwise from straight ahead. */
const DIRECTIONS = ["ahead", "aheadRight", "right", "behindRight", "behind", "behindLeft", "left", "aheadLeft"];

/** Degrees, clockwise from the top of the floor plan, in which somebody looks who looks at the screen. */
const facing = angleIn(new URL(window.location.href).searchParams.get("facing"));

/** The angle in a text; 0 where there is none. */
export function angleIn(given) {
  const value = Number(given ?? 0);
  return Number.isFinite(value) ? value : 0;
}

/**
 * Where the shelf is for somebody who looks at the screen.
 *
 * @param {{dx: number, dy: number}} way metres to the right and to the top of the floor plan
 * @returns {{metres: number, direction: string, angle: number}} whole metres; the angle in eighths of a turn, clockwise
 */
function directionOf({ dx, dy }, looking) {
  const clockwise = Math.atan2(dx, dy) - (looking * Math.PI) / 180;
  const eighths = ((Math.round(clockwise / EIGHTH) % 8) + 8) % 8;
  return { metres: Math.round(Math.hypot(dx, dy)), direction: DIRECTIONS[eighths], angle: eighths * 45 };
}

/** A line such as "3 m ahead, left"; null where the store does not say where things are. */
export function wayLine(way, language, looking = facing) {
  if (way === null) {
    return null;
  }
  const { metres, direction, angle } = directionOf(way, looking);
  return element("p", "way", {}, [
    metres === 0 ? null : arrow(angle),
    text("span", "way-words", wayIn(metres, direction, language)),
  ]);
}

function arrow(angle) {
  const image = document.createElementNS(SVG, "svg");
  image.setAttribute("class", "way-arrow");
  image.setAttribute("viewBox", "0 0 24 24");
  image.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M12 3 20 12H15V21H9V12H4Z");
  path.setAttribute("transform", `rotate(${angle} 12 12)`);
  image.append(path);
  return image;
}
