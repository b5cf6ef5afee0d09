import { html, svg } from "lit";

/* One set, drawn for these pages: 24 by 24, strokes of 1.75 with round ends. */
const SHAPES = {
  play: svg`<path d="M7 4.5v15l12-7.5z"></path>`,
  pause: svg`<path d="M8 5v14M16 5v14"></path>`,
  book: svg`<path d="M4 5.5A2.5 2.5 0 0 1 6.5 3H20v15H6.5A2.5 2.5 0 0 0 4 20.5zM4 20.5A.5.5 0 0 0 4.5 21H20v-3"></path>`,
  code: svg`<path d="m8 7-5 5 5 5M16 7l5 5-5 5M13.5 4.5l-3 15"></path>`,
  sun: svg`<circle cx="12" cy="12" r="4"></circle><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"></path>`,
  moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"></path>`,
  phone: svg`<rect x="6.5" y="2.5" width="11" height="19" rx="2.5"></rect><path d="M11 18.5h2"></path>`,
  screen: svg`<rect x="3" y="4" width="18" height="12" rx="2"></rect><path d="M12 16v4M8 20h8"></path>`,
  map: svg`<path d="m9 4-6 2.5v13.5l6-2.5 6 2.5 6-2.5V4l-6 2.5zM9 4v13.5M15 6.5V20"></path>`,
  pin: svg`<path d="M12 21.5c4.5-4.7 7-8.2 7-11.5a7 7 0 1 0-14 0c0 3.3 2.5 6.8 7 11.5z"></path><circle cx="12" cy="10" r="2.5"></circle>`,
  list: svg`<path d="m3.5 6.5 1.5 1.5 2.5-3M3.5 17l1.5 1.5 2.5-3M11.5 7h9M11.5 17h9M11.5 12h9"></path>`,
  chat: svg`<path d="M4 5h16v11.5h-8.5L7 20.5v-4H4z"></path><path d="M8 9.5h8M8 12.5h5"></path>`,
  ticket: svg`<path d="M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v2a2.5 2.5 0 0 0 0 5v2a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-2a2.5 2.5 0 0 0 0-5zM9.5 14.5l5-5"></path><path d="M9.75 9.75h.01M14.25 14.25h.01"></path>`,
  barcode: svg`<path d="M3.5 6v12M6.5 6v12M10 6v12M12.5 6v12M16 6v12M18 6v12M20.5 6v12"></path>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19.5 7"></path>`,
  plus: svg`<path d="M12 5v14M5 12h14"></path>`,
  minus: svg`<path d="M5 12h14"></path>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"></path>`,
  send: svg`<path d="M12 19.5V5M5.5 11.5 12 5l6.5 6.5"></path>`,
  arrow: svg`<path d="M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5"></path>`,
  user: svg`<circle cx="12" cy="8" r="4"></circle><path d="M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6"></path>`,
  shield: svg`<path d="M12 3l7.5 2.8v5.7c0 4.5-3 7.9-7.5 9.5-4.5-1.6-7.5-5-7.5-9.5V5.8z"></path><path d="m8.8 12 2.3 2.3 4.2-4.5"></path>`,
  alert: svg`<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.3v.01"></path>`,
  info: svg`<circle cx="12" cy="12" r="9"></circle><path d="M12 11v5.5M12 7.7v.01"></path>`,
  again: svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5"></path>`,
  walk: svg`<circle cx="13.5" cy="4" r="1.8"></circle><path d="m7 11 3-3 3.5.5 1.5 3.5 3 1M13 8.5 11.5 14l3 3 1 5M11.3 14.5 10 18l-3 3.5"></path>`,
  pulse: svg`<path d="M2.5 12.5h4l2.5-7 5 13 2.5-6h5"></path>`,
  cart: svg`<path d="M2.5 4H5l2.5 11.5h10.5L20.5 8H6"></path><circle cx="8.8" cy="19.3" r="1.4"></circle><circle cx="16.7" cy="19.3" r="1.4"></circle>`,
  plug: svg`<path d="M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4"></path>`,
  out: svg`<path d="M13.5 4.5H19.5V10.5M19.5 4.5 11 13M17 14v5.5H4.5V7H10"></path>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"></path>`,
};

/** An icon for the eye only: what it means has to be said beside it. */
export function icon(name) {
  return html`<svg class="os-icon" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name]}</svg>`;
}

/** The mark of the product, in the colour of the text. */
export function mark() {
  return html`<svg class="os-mark" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M16 3a13 13 0 1 0 13 13"></path>
    <path d="M16 10a6 6 0 1 0 6 6"></path>
    <circle cx="24.5" cy="7.5" r="3.5"></circle>
  </svg>`;
}
