// Makes texts fit into their boxes: letters get smaller, down to what can be read from five metres (the style sheet's
// lower bounds); then the less important lines are left out, as a whole, and at last the name ends with an ellipsis.

const LARGEST = 1;
/** Rather than smaller letters, fewer lines. */
const COMFORTABLE = 0.55;
const SMALLEST = 0.2;
const MOST_LINES = 12;
const STEPS = 6;
/** Of a pixel; browsers round. */
const TOLERANCE = 1;

/** Fits all boxes below the element that are marked with data-fit. */
export function fitAll(root) {
  for (const box of root.querySelectorAll("[data-fit]")) {
    fit(box);
  }
}

function fit(box) {
  if (box.clientHeight === 0) {
    return;
  }
  const droppable = [...box.querySelectorAll("[data-drop]")].sort((a, b) => a.dataset.drop - b.dataset.drop);
  droppable.forEach((line) => (line.hidden = false));
  const name = box.querySelector("h1, h2");
  name.classList.remove("is-clamped");
  box.classList.remove("is-breaking");
  if (fitsFrom(box, COMFORTABLE)) {
    return;
  }
  // Within words only where a whole word is too wide.
  box.classList.toggle("is-breaking", box.scrollWidth > box.clientWidth + TOLERANCE);
  for (const line of [null, ...droppable]) {
    if (line !== null) {
      line.hidden = true;
    }
    if (fitsFrom(box, line === droppable.at(-1) ? SMALLEST : COMFORTABLE)) {
      return;
    }
  }
  clamp(box, name);
}

function clamp(box, name) {
  scale(box, SMALLEST);
  name.classList.add("is-clamped");
  for (let lines = MOST_LINES; lines >= 1; lines--) {
    name.style.setProperty("--lines", String(lines));
    if (fits(box)) {
      return;
    }
  }
}

/** Finds the largest scale that fits; whether there is one from the smallest on. */
function fitsFrom(box, smallest) {
  scale(box, LARGEST);
  if (fits(box)) {
    return true;
  }
  scale(box, smallest);
  if (!fits(box)) {
    return false;
  }
  let fitting = smallest;
  let excessive = LARGEST;
  for (let step = 0; step < STEPS; step++) {
    const middle = (fitting + excessive) / 2;
    scale(box, middle);
    if (fits(box)) {
      fitting = middle;
    } else {
      excessive = middle;
    }
  }
  scale(box, fitting);
  return true;
}

function scale(box, factor) {
  box.style.setProperty("--fit", factor.toFixed(3));
}

function fits(box) {
  return box.scrollHeight <= box.clientHeight + TOLERANCE && box.scrollWidth <= box.clientWidth + TOLERANCE;
}
