import { html, nothing } from "lit";
import { OsElement } from "../design/element.js";
import { icon } from "../design/icons.js";
import { Shop } from "./shop.js";
import { t } from "./words.js";
import "./feed.js";
import "./guide.js";
import "./phone.js";
import "./plan.js";
import "./screens.js";

const PARTS = [
  ["phone", "partPhone"],
  ["map", "partStore"],
  ["pulse", "partFeed"],
];

/** The whole system in one view; on narrow windows one part at a time. */
class OsDemo extends OsElement {
  static properties = { part: { state: true } };

  constructor() {
    super();
    this.part = "phone";
    this.shop = new Shop();
    this.shop.addEventListener("change", () => this.requestUpdate());
    this.shop.arrived = () => {
      this.part = "phone";
      this.shop.tab = "till";
      this.shop.showBarcodes();
    };
    this.shop.start();
  }

  render() {
    const { shop } = this;
    return html`
      <h1 class="os-visually-hidden">${t("title")}</h1>
      <os-guide-bar .shop=${shop} @part=${({ detail }) => (this.part = detail)}></os-guide-bar>
      <div class="notices" role="status">
        ${shop.connection.online ? nothing : html`<p class="os-notice is-danger">${icon("plug")}${t("offline")}</p>`}
        ${shop.connection.failure === null
          ? nothing
          : html`<p class="os-notice is-danger">
              ${icon("alert")}<span>${t("refused", { code: shop.connection.failure })}</span>
              <button type="button" class="os-button is-small" @click=${() => shop.restart()}>${t("again")}</button>
            </p>`}
      </div>
      <p class="os-visually-hidden" role="status">${shop.said === null ? "" : t(...shop.said)}</p>
      <div class="parts os-segments" role="group" aria-label=${t("parts")}>
        ${PARTS.map(
          ([part, name]) => html`<button
            type="button"
            aria-pressed=${this.part === part}
            @click=${() => (this.part = part)}
          >
            ${t(name)}
          </button>`,
        )}
      </div>
      <div class="stage" data-part=${this.part}>
        <os-phone class="part-phone" .shop=${shop}></os-phone>
        <os-plan class="part-map" .shop=${shop}></os-plan>
        <os-feed class="part-pulse" .shop=${shop}></os-feed>
        <os-screens class="part-screen" .shop=${shop}></os-screens>
      </div>
    `;
  }
}

customElements.define("os-demo", OsDemo);
