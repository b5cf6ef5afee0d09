import { html, nothing } from "lit";
import { icon } from "../design/icons.js";
import { dishPicture } from "./dish.js";
import { discounted, price, t } from "./words.js";

/** The barcodes of the list, the coupons that count, and what is to pay. */
export function tillView(shop) {
  const sheet = shop.barcodes;
  const { todos } = shop.round ?? {};
  if (shop.lines.length === 0 || sheet === null) {
    return html`<div class="view"><p class="empty">${t("emptyTill")}</p></div>`;
  }
  if (shop.paid) {
    return html`<div class="view">
      <div class="hello thanks">
        ${dishPicture(todos.recipe_title, todos.items)}
        <h3>${t("thanks")}</h3>
        <p>${t("thanksText", { dish: todos.recipe_title })}</p>
      </div>
    </div>`;
  }
  const unit = shop.lines[0].product.price_unit;
  const saved = shop.coupons.held.reduce((sum, offer) => sum + offer.price - discounted(offer.price, offer.discount_pct), 0);
  const { total } = todos;
  return html`
    <div class="view" tabindex="0" role="region" aria-label=${t("till")}>
      <p class="list-head">${t("scan")}</p>
      <ul role="list" class="codes">
        ${sheet.todos.map(
          (entry) => html`<li>
            <div class="code">
              ${entry.barcode_image === null
                ? html`<span>${entry.barcode}</span>`
                : html`<img src=${entry.barcode_image} alt=${t("barcode", { code: entry.barcode })} />`}
            </div>
            <p>${entry.name}</p>
            <strong>${price(entry.price, entry.price_unit)}</strong>
          </li>`,
        )}
      </ul>
    </div>
    <footer class="sum is-till">
      ${saved === 0 ? nothing : html`<span>${t("saved")}</span><strong class="saved">−${price(saved, unit)}</strong>`}
      <span>${t("total")}</span><strong class="amount">${price(total - saved, unit)}</strong>
      <button type="button" class="os-button is-primary" @click=${() => shop.pay()}>${icon("check")}${t("pay")}</button>
    </footer>
  `;
}
