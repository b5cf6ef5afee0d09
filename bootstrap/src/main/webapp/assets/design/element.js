import { LitElement } from "lit";
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
