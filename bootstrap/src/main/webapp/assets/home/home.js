import { html, nothing } from "lit";
import { OsElement } from "../design/element.js";
import { icon } from "../design/icons.js";
import { words } from "../design/language.js";
import { scene } from "./scene.js";

const t = words({
  title: {
    ko: "“오늘\u00a0뭐\u00a0먹지?”에서 계산대까지.",
    en: "From “what’s\u00a0for\u00a0dinner?” to the checkout.",
    ja: "「今夜、何にする？」からレジまで。",
  },
  lead: {
    ko: "OneS1ght Gateway는 매장의 앱과 언어 모델, 상품 목록, 매장 화면을 잇는 서버입니다. 손님이 묻는 즉시 답하고, 레시피와 동선 순서의 장보기 목록, 쿠폰을 차례로 채우며, 손님이 다가간 화면을 바꿉니다.",
    en: "OneS1ght Gateway connects a retailer’s apps with its language model, catalogue and in-store screens. A shopper asks; a recipe, a list in walking order and coupons follow step by step, and the screens nearby respond.",
    ja: "OneS1ght Gatewayは、店舗のアプリと言語モデル、商品データ、店内スクリーンをつなぐサーバーです。お客様の質問にすぐ応え、レシピ、歩く順の買い物リスト、クーポンを順に届け、近づいたスクリーンを切り替えます。",
  },
  start: { ko: "데모 시작하기", en: "Open the demo", ja: "デモを開く" },
  api: { ko: "API 살펴보기", en: "Explore the API", ja: "APIを見る" },
  ways: { ko: "둘러보기", en: "Where to go", ja: "ご案内" },
  demo: { ko: "데모", en: "Demo", ja: "デモ" },
  demoText: {
    ko: "휴대폰을 든 손님으로 매장을 걸어 보세요.",
    en: "Walk through the store as a shopper with a phone.",
    ja: "スマホを持ったお客様として店内を歩けます。",
  },
  screens: { ko: "매장 화면", en: "In-store screens", ja: "店内スクリーン" },
  screensText: {
    ko: "손님이 다가오면 바뀌는 화면입니다.",
    en: "They change when a shopper comes near.",
    ja: "お客様が近づくと表示が変わります。",
  },
  entrance: { ko: "입구", en: "Entrance", ja: "入口" },
  middle: { ko: "중앙", en: "Middle", ja: "中央" },
  docs: { ko: "API 문서", en: "API reference", ja: "APIリファレンス" },
  docsText: {
    ko: "모든 호출을 읽고 바로 실행해 보세요.",
    en: "Every call, to read and to try.",
    ja: "すべての呼び出しを読んで、その場で試せます。",
  },
  guides: { ko: "안내서", en: "Guides", ja: "ガイド" },
  guidesText: {
    ko: "설정, 운영, 보안, 구조와 그 이유.",
    en: "Configuration, operation, security, and how it is built.",
    ja: "設定、運用、セキュリティ、設計とその理由。",
  },
});

const { demo, screens } = document.documentElement.dataset;

class OsHome extends OsElement {
  render() {
    return html`
      <section class="hero">
        <div>
          <h1>${t("title")}</h1>
          <p>${t("lead")}</p>
          <div class="actions">
            ${demo === "true"
              ? html`<a class="os-button is-primary is-large" href="demo">${icon("play")}${t("start")}</a>`
              : nothing}
            <a class="os-button is-large ${demo === "true" ? "is-outline" : "is-primary"}" href="docs"
              >${icon("code")}${t("api")}</a
            >
          </div>
        </div>
        ${scene()}
      </section>
      <nav class="ways" aria-label=${t("ways")}>
        ${demo === "true" ? this.#way("demo", "phone", "demo") : nothing}
        ${screens === "true" ? this.#screens() : nothing} ${this.#way("docs", "code", "docs")}
        ${this.#way("docs#guides", "book", "guides")}
      </nav>
    `;
  }

  #way(href, symbol, key) {
    return html`<a class="way os-card" href=${href}>
      ${icon(symbol)}
      <h2>${t(key)}</h2>
      <p>${t(`${key}Text`)}</p>
    </a>`;
  }

  #screens() {
    return html`<div class="way os-card">
      ${icon("screen")}
      <h2>${t("screens")}</h2>
      <div>
        <p>${t("screensText")}</p>
        <div class="links">
          <a class="os-button is-small" href="signage/1">${t("entrance")}</a>
          <a class="os-button is-small" href="signage/2">${t("middle")}</a>
        </div>
      </div>
    </div>`;
  }
}

customElements.define("os-home", OsHome);
