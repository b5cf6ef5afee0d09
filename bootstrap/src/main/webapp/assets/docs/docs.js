import { html, nothing } from "lit";
import { OsElement } from "../design/element.js";
import { icon } from "../design/icons.js";
import { local, words } from "../design/language.js";
import { GUIDES } from "./list.js";
import "./guide.js";
import "./reference.js";

const t = words({
  contents: { ko: "문서 목차", en: "Documents", ja: "ドキュメント一覧" },
  reference: { ko: "API 레퍼런스", en: "API reference", ja: "APIリファレンス" },
  guides: { ko: "안내서", en: "Guides", ja: "ガイド" },
  english: { ko: "안내서 본문은 영어입니다.", en: "The guides are written in English.", ja: "ガイド本文は英語です。" },
  menu: { ko: "목차", en: "Contents", ja: "目次" },
});

/** Of docs/. Each has a README that is among the guides, with the same id. */
const FOLDERS = ["adr", "servers"];

/**
 * What the address asks for: "#api" (or nothing) is the reference, "#guide/FILE/SECTION" a section of a guide, "#guides"
 * the first of them. FILE is relative to docs/, without ".md".
 */
function route() {
  const [kind, ...rest] = decodeURIComponent(location.hash.slice(1)).split("/");
  if (kind === "guides") {
    return { file: GUIDES[0].file, section: "" };
  }
  if (kind !== "guide") {
    return { file: null, section: "" };
  }
  const inFolder = FOLDERS.includes(rest[0]) && rest.length > 1;
  const path = inFolder ? rest.slice(0, 2).join("/") : rest[0];
  return { file: `${path}.md`, section: rest[inFolder ? 2 : 1] ?? "" };
}

class OsDocs extends OsElement {
  static properties = { at: { state: true }, open: { state: true } };

  constructor() {
    super();
    this.at = route();
    this.open = false;
    window.addEventListener("hashchange", () => {
      this.at = route();
      this.open = false;
    });
  }

  render() {
    const { file, section } = this.at;
    return html`
      <aside class="docs-side ${this.open ? "is-open" : ""}">
        <button
          type="button"
          class="os-button is-outline docs-menu"
          aria-expanded=${this.open}
          aria-controls="docs-nav"
          @click=${() => (this.open = !this.open)}
        >
          ${icon("menu")}${t("menu")}
        </button>
        <nav id="docs-nav" aria-label=${t("contents")}>
          ${this.#entry("#api", t("reference"), file === null)}
          <h2>${t("guides")}</h2>
          <ul role="list">
            ${GUIDES.map((guide) => html`<li>${this.#entry(guideHash(guide.file), local(guide.title), this.#isIn(guide))}</li>`)}
          </ul>
          <p>${t("english")}</p>
        </nav>
      </aside>
      ${file === null
        ? html`<os-reference></os-reference>`
        : html`<os-guide .file=${file} .section=${section}></os-guide>`}
    `;
  }

  #isIn(guide) {
    const { file } = this.at;
    return file === guide.file || (FOLDERS.includes(guide.id) && file?.startsWith(`${guide.id}/`));
  }

  #entry(href, text, current) {
    return html`<a href=${href} aria-current=${current ? "page" : nothing}>${text}</a>`;
  }
}

/** The hash of a guide's address. */
function guideHash(file) {
  return `#guide/${file.replace(/\.md$/, "")}`;
}

customElements.define("os-docs", OsDocs);
