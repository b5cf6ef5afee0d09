// Makes elements. Texts of others become text nodes and never markup.

import { withoutMissingGlyphs } from "./glyphs.js";

/** The address of the gateway itself, below which its own pictures lie. */
export const ROOT = new URL("../", import.meta.url);

const SECTIONS = [
  "PR", "DL", "BK", "SW", "SN", "AL", "DY", "DR", "PA", "MT", "FI", "FR", "EC", "HH", "CK",
];

export function optional(tag, className, words) {
  return words ? text(tag, className, words) : null;
}

export function text(tag, className, words) {
  const node = element(tag, className);
  node.textContent = withoutMissingGlyphs(words);
  return node;
}

export function element(tag, className, attributes = {}, children = []) {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** The picture, or a drawing of ours where there is none or it does not load. */
export function picture(address, section, description) {
  const drawn = SECTIONS.includes(section) ? section : "basket";
  if (address === null) {
    return drawing(drawn, "drawing", description);
  }
  const image = element("img", "picture", { alt: description });
  image.addEventListener("error", () => image.replaceWith(drawing(drawn, "drawing", description)), { once: true });
  image.src = new URL(address.startsWith("/") ? `.${address}` : address, ROOT).href;
  return image;
}

export function drawing(name, className, description = "") {
  return element("img", className, { alt: description, src: new URL(`drawings/${name}.svg`, import.meta.url).href });
}
