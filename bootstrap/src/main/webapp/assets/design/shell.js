import { html, nothing } from "lit";
import { OsElement } from "./element.js";
import { icon, mark } from "./icons.js";
import { LANGUAGES, language, setLanguage, words } from "./language.js";

const t = words({
  skip: { ko: "본문으로 건너뛰기", en: "Skip to content", ja: "本文へ移動" },
  home: { ko: "처음 화면", en: "Home", ja: "ホーム" },
  pages: { ko: "페이지", en: "Pages", ja: "ページ" },
  demo: { ko: "데모", en: "Demo", ja: "デモ" },
  docs: { ko: "API 문서", en: "API docs", ja: "APIドキュメント" },
  language: { ko: "언어", en: "Language", ja: "言語" },
  dark: { ko: "어두운 화면", en: "Dark scheme", ja: "ダークモード" },
});

const root = document.documentElement;

/** The header of every page: brand, pages, language and scheme. The attribute "current" names the page. */
class OsHeader extends OsElement {
  connectedCallback() {
    super.connectedCallback();
    root.addEventListener("os-theme", () => this.requestUpdate());
  }

  render() {
    const dark = root.dataset.theme === "dark";
    return html`
      <a class="os-skip" href="#content" @click=${this.#skip}>${t("skip")}</a>
      <header class="os-header">
        <a class="os-brand" href="./" aria-label="OneS1ght Gateway – ${t("home")}">
          ${mark()}
          <span>OneS1ght Gateway</span>
        </a>
        <nav class="os-nav" aria-label=${t("pages")}>
          ${root.dataset.demo === "true" ? this.#link("demo", "play") : nothing} ${this.#link("docs", "book")}
        </nav>
        <div class="os-segments" role="group" aria-label=${t("language")}>
          ${LANGUAGES.map(
            ({ code, short, name }) => html`<button
              type="button"
              lang=${code}
              title=${name}
              aria-label=${name}
              aria-pressed=${code === language()}
              @click=${() => setLanguage(code)}
            >
              ${short}
            </button>`,
          )}
        </div>
        <button
          type="button"
          class="os-button is-round is-small"
          aria-label=${t("dark")}
          title=${t("dark")}
          aria-pressed=${dark}
          @click=${() => root.toggleTheme()}
        >
          ${icon(dark ? "sun" : "moon")}
        </button>
      </header>
    `;
  }

  #link(page, symbol) {
    const current = this.getAttribute("current") === page;
    return html`<a href=${page} aria-current=${current ? "page" : nothing}>${icon(symbol)}<span>${t(page)}</span></a>`;
  }

  #skip(event) {
    event.preventDefault();
    const content = document.getElementById("content");
    content.focus();
    content.scrollIntoView();
  }
}

customElements.define("os-header", OsHeader);
