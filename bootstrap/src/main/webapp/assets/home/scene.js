import { html, svg } from "lit";

const SHELVES = [
  [236, 66, 74, 34],
  [326, 66, 74, 34],
  [416, 66, 96, 34],
  [236, 132, 30, 96],
  [286, 132, 30, 96],
  [336, 132, 30, 96],
  [386, 132, 30, 96],
  [476, 132, 36, 96],
];

/** The product as a picture: a shopper's phone, the way through the store, and the screen that is near. */
export function scene() {
  return html`<svg class="scene" viewBox="0 0 560 360" aria-hidden="true">
    <rect class="paper" x="208" y="40" width="330" height="232" rx="16"></rect>
    ${SHELVES.map(([x, y, width, height]) => svg`<rect class="shelf" x=${x} y=${y} width=${width} height=${height} rx="6"></rect>`)}
    <circle class="reach" cx="446" cy="180" r="46"></circle>
    <path class="route" d="M222 250 H276 V116 H326 V240 H376 V116 H446 V172"></path>
    <circle class="shopper" cx="446" cy="180" r="9"></circle>
    ${picture("tomato", 240, 70)} ${picture("broccoli", 330, 70)} ${picture("egg", 478, 190)} ${picture("onion", 287, 168)}

    <rect class="device" x="44" y="20" width="170" height="320" rx="28"></rect>
    <rect class="glass" x="52" y="28" width="154" height="304" rx="21"></rect>
    <rect class="strong" x="88" y="52" width="104" height="30" rx="14"></rect>
    <rect class="tint" x="66" y="94" width="126" height="86" rx="14"></rect>
    <image href="store/products/curry-rice.svg" x="76" y="106" width="62" height="62"></image>
    <rect class="strong" x="146" y="120" width="34" height="7" rx="3.5"></rect>
    <rect class="line" x="146" y="136" width="34" height="6" rx="3"></rect>
    <rect class="line" x="146" y="150" width="24" height="6" rx="3"></rect>
    ${[0, 1, 2].map(
      (row) => svg`
        <rect class="shelf" x="66" y=${194 + row * 42} width="126" height="34" rx="10"></rect>
        <rect class="line" x="104" y=${203 + row * 42} width=${58 - row * 10} height="6" rx="3"></rect>
        <rect class="line" x="104" y=${214 + row * 42} width="30" height="5" rx="2.5"></rect>
        <circle class=${row === 0 ? "strong" : "line"} cx="178" cy=${211 + row * 42} r="6"></circle>`,
    )}
    ${picture("carrot", 73, 199)} ${picture("potato", 73, 241)} ${picture("onion", 73, 283)}

    <rect class="device" x="352" y="206" width="196" height="122" rx="12"></rect>
    <rect class="glass" x="359" y="213" width="182" height="108" rx="7"></rect>
    <image href="store/products/cheese-wedge.svg" x="372" y="228" width="76" height="76"></image>
    <rect class="line" x="462" y="236" width="62" height="9" rx="4.5"></rect>
    <rect class="line" x="462" y="252" width="44" height="7" rx="3.5"></rect>
    <rect class="price" x="462" y="272" width="62" height="28" rx="14"></rect>
    <rect class="device" x="434" y="328" width="32" height="12"></rect>
  </svg>`;
}

function picture(name, x, y) {
  return svg`<image href="store/products/${name}.svg" x=${x} y=${y} width="24" height="24"></image>`;
}
