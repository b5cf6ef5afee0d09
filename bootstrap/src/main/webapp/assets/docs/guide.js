import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { OsElement } from "../design/element.js";
import { icon } from "../design/icons.js";
import { words } from "../design/language.js";
import { rendered } from "./markdown.js";

const t = words({
  onThisPage: { ko: "이 문서에서", en: "On this page", ja: "このページの内容" },
  missing: {
    ko: "문서를 불러오지 못했습니다. 다시 시도해 주세요.",
    en: "This guide could not be loaded. Please try again.",
    ja: "ドキュメントを読み込めませんでした。もう一度お試しください。",
  },
});

/** The hash of the page's address for a section of a guide; the list of guides is at README.md. */
function hash({ file, fragment }) {
  return `#guide/${file.replace(/\.md$/, "")}${fragment === "" ? "" : `/${fragment}`}`;
}

/** One guide with its table of contents. */
class OsGuide extends OsElement {
  static properties = { file: {}, section: {}, guide: { state: true }, failed: { state: true } };

  willUpdate(changed) {
    if (changed.has("file")) {
      this.#load();
    }
  }

  async #load() {
    const file = this.file;
    this.guide = undefined;
    this.failed = false;
    try {
      const response = await fetch(`assets/guides/${file}`);
      if (!response.ok) {
        throw new Error(`${response.status}`);
      }
      const text = await response.text();
      if (this.file === file) {
        this.guide = rendered(text, file, hash);
      }
    } catch {
      this.failed = this.file === file;
    }
  }

  updated(changed) {
    if (this.guide !== undefined && (changed.has("guide") || changed.has("section"))) {
      const wanted = this.section ? this.querySelector(`#${CSS.escape(this.section)}`) : null;
      if (wanted !== null) {
        wanted.scrollIntoView();
        wanted.focus({ preventScroll: true });
      } else {
        scrollTo(0, 0);
      }
    }
  }

  render() {
    if (this.failed) {
      return html`<p class="os-notice is-danger">${icon("alert")}${t("missing")}</p>`;
    }
    if (this.guide === undefined) {
      return html`<div class="os-skeleton"></div>`;
    }
    const sections = this.guide.headings.filter(({ level }) => level === 2 || level === 3);
    return html`
      <article class="prose" lang="en">${unsafeHTML(this.guide.html)}</article>
      ${sections.length < 2
        ? nothing
        : html`<nav class="toc" aria-label=${t("onThisPage")}>
            <h2>${t("onThisPage")}</h2>
            <ul role="list" lang="en">
              ${sections.map(
                ({ level, text, id }) =>
                  html`<li class="level-${level}"><a href=${hash({ file: this.file, fragment: id })}>${text}</a></li>`,
              )}
            </ul>
          </nav>`}
    `;
  }
}

customElements.define("os-guide", OsGuide);
