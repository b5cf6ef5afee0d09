import { LitElement, html } from "lit";
import { onLanguage } from "./language.js";

/** A component in the page's own DOM, so that the design language applies to it; follows the page's language. */
export class OsElement extends LitElement {
  #forget;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#forget = onLanguage(() => this.requestUpdate());
  }

  disconnectedCallback() {
    this.#forget?.();
    super.disconnectedCallback();
  }
}

/** An icon of the sprite, for the eye only: what it means has to be said beside it. */
export function icon(name) {
  return html`<svg class="os-icon" aria-hidden="true"><use href="assets/design/icons.svg#${name}"></use></svg>`;
}
