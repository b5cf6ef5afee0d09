import { Marked } from "marked";

/** As GitHub makes the anchors of headings, since links between the guides rely on that. */
export function slug(text) {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

/** The address of another document, seen from this one; null when it is not a guide. Both are relative to docs/. */
export function target(href, from) {
  const [path, fragment] = href.split("#", 2);
  const base = new URL(from, "http://guides/docs/");
  const url = path === "" ? base : new URL(path, base);
  if (url.host !== "guides" || !url.pathname.startsWith("/docs/") || !url.pathname.endsWith(".md")) {
    return null;
  }
  const file = url.pathname.slice("/docs/".length);
  return { file, fragment: fragment ?? "" };
}

/**
 * Renders a guide. The guides are part of this application, so their HTML is trusted as its scripts are; the page's
 * Content-Security-Policy runs no script of theirs all the same.
 *
 * @param hash turns a target into the hash of this page's address
 * @returns {html, headings: [{level, text, id}]}
 */
export function rendered(markdown, file, hash) {
  const headings = [];
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth }) {
        const content = this.parser.parseInline(tokens);
        const text = plain(content);
        const same = headings.filter((heading) => heading.base === slug(text)).length;
        const id = same === 0 ? slug(text) : `${slug(text)}-${same}`;
        headings.push({ level: depth, text, id, base: slug(text) });
        return `<h${depth} id="${id}" tabindex="-1">${content}</h${depth}>`;
      },
      link({ href, tokens }) {
        const content = this.parser.parseInline(tokens);
        if (/^https?:/.test(href)) {
          return `<a href="${escaped(href)}" rel="noreferrer">${content}</a>`;
        }
        const to = target(href, file);
        return to === null ? `<span>${content}</span>` : `<a href="${escaped(hash(to))}">${content}</a>`;
      },
      table(token) {
        const cells = (row, tag) =>
          row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("");
        const head = token.header.some((cell) => cell.text.trim() !== "")
          ? `<thead><tr>${token.header
              .map((cell) => (cell.text.trim() === "" ? "<td></td>" : `<th scope="col">${this.parser.parseInline(cell.tokens)}</th>`))
              .join("")}</tr></thead>`
          : "";
        const body = token.rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("");
        return `<div class="table" tabindex="0" role="group"><table>${head}<tbody>${body}</tbody></table></div>`;
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escaped(text)}</code></pre>`;
      },
    },
  });
  return { html: marked.parse(markdown), headings };
}

function plain(content) {
  const holder = document.createElement("template");
  holder.innerHTML = content;
  return holder.content.textContent;
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
