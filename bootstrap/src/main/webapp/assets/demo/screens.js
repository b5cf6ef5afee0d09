import { html } from "lit";
import { icon } from "../design/icons.js";
import { language, onLanguage } from "../design/language.js";
import { ShopPart } from "./part.js";
import { t } from "./words.js";

/** The language in which the screens are loaded; later ones are told to them. */
const FIRST_LANGUAGE = language();

/** Both screens of the store, as they hang there. */
class OsScreens extends ShopPart {
  connectedCallback() {
    super.connectedCallback();
    onLanguage(() => this.querySelectorAll("iframe").forEach(tellLanguage));
  }

  render() {
    const screens = document.documentElement.dataset.screens === "true" ? [1, 2] : [];
    return html`
      <h2 class="part-title">${icon("screen")}${t("screens")}</h2>
      ${screens.map((number) => {
        const near = this.shop.near.has(number);
        return html`<figure class="screen ${near ? "is-near" : ""}">
          <iframe
            src="signage/${number}?lang=${FIRST_LANGUAGE}"
            title=${t("screen", { number })}
            tabindex="-1"
            @load=${(event) => tellLanguage(event.target)}
          ></iframe>
          <figcaption>
            <span>${t("screen", { number })}</span>
            <span class="os-chip ${near ? "is-accent" : ""}"
              >${near ? t("nearScreen", { number }) : this.shop.connection.online ? t("live") : ""}</span
            >
          </figcaption>
        </figure>`;
      })}
    `;
  }
}

function tellLanguage(frame) {
  frame.contentWindow.postMessage({ language: language() }, location.origin);
}

customElements.define("os-screens", OsScreens);
