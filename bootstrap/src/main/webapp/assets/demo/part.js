import { OsElement } from "../design/element.js";

/** A part of the demonstration, which shows the shop and follows its changes. */
export class ShopPart extends OsElement {
  static properties = { shop: { attribute: false } };

  #update = () => this.requestUpdate();

  willUpdate(changed) {
    if (changed.has("shop")) {
      this.shop.addEventListener("change", this.#update);
    }
  }
}
