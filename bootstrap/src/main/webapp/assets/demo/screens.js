import { html } from "lit";
import { icon } from "../design/icons.js";
import { ShopPart } from "./part.js";
import { t } from "./words.js";

/** Both screens of the store, as they hang there. */
class OsScreens extends ShopPart {
  render() {
    const screens = document.documentElement.dataset.screens === "true" ? [1, 2] : [];
    return html`
      <h2 class="part-title">${icon("screen")}${t("screens")}</h2>
      ${screens.map((number) => {
        const near = this.shop.near.has(number);
        return html`<figure class="screen ${near ? "is-near" : ""}">
          <iframe src="signage/${number}" title=${t("screen", { number })} tabindex="-1"></iframe>
          <figcaption>
            <span>${t("screen", { number })}</span>
            <span class="os-chip ${near ? "is-accent" : ""}"
              >${near ? t("nearScreen", { number }) : t("live")}</span
            >
          </figcaption>
        </figure>`;
      })}
    `;
  }
}

customElements.define("os-screens", OsScreens);
