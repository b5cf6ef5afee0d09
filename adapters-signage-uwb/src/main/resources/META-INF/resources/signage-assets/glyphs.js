// Finds characters for which no font has a glyph. The bundled fonts cover what stores usually write; whether the
// screen's own fonts have one of the others, the browser does not say: it is drawn, and compared with a character that
// is known to have none.

/** Marks a letter that cannot be shown, as Japanese printers do; in the bundled fonts. */
const MISSING = "〓";
/** A non-character: every font draws its sign for missing glyphs, or nothing. */
const NOWHERE = "\u{10ffff}";
const SIZE = 24;
const FONTS = `${SIZE}px "Noto Sans KR", "Noto Sans JP", "Noto Sans", "Noto Emoji", sans-serif`;
const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const known = new Map();
let ranges = null;
let canvas = null;
let nowhere = null;

/** The text with letters that have no glyph marked, and symbols and emoji that have none left out. */
export function withoutMissingGlyphs(words) {
  if ([...words].every(isBundled)) {
    return words;
  }
  let shown = "";
  for (const { segment } of GRAPHEMES.segment(words)) {
    if ([...segment].every((point) => isBundled(point) || hasGlyph(point))) {
      shown += segment;
    } else if (/\p{L}|\p{N}/u.test(segment)) {
      shown += MISSING;
    }
  }
  return shown.replace(/ {2,}/g, " ").trim();
}

/** Whether one of the bundled fonts says that it has the character. */
function isBundled(point) {
  ranges ??= [...document.fonts].flatMap((face) => face.unicodeRange.split(",").map(bounds));
  const code = point.codePointAt(0);
  if (!known.has(point)) {
    known.set(point, ranges.some(([first, last]) => first <= code && code <= last));
  }
  return known.get(point);
}

function bounds(range) {
  const [first, last] = range.trim().slice(2).split("-").map((hex) => Number.parseInt(hex, 16));
  return [first, last ?? first];
}

function hasGlyph(point) {
  if (/\p{M}|\p{Cf}/u.test(point)) {
    return true;
  }
  nowhere ??= drawn(NOWHERE);
  const image = drawn(point);
  return image !== nowhere && image !== drawn("\u{10fffe}");
}

function drawn(point) {
  canvas ??= new OffscreenCanvas(SIZE * 2, SIZE * 2).getContext("2d", { willReadFrequently: true });
  canvas.clearRect(0, 0, SIZE * 2, SIZE * 2);
  canvas.font = FONTS;
  canvas.fillText(point, SIZE / 2, SIZE * 1.4);
  return canvas.getImageData(0, 0, SIZE * 2, SIZE * 2).data.join();
}
