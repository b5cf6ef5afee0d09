import { nothing, svg } from "lit";
import { address } from "./picture.js";

/**
 * What a dish looks like, by its title in any of the three languages; the first that fits. Names in small letters are
 * drawings of the store; POT, PAN, BOWL and PLATE are drawn with what is cooked in them.
 */
const LOOKS = [
  ["curry-rice", /카레|커리|curry|カレー/],
  ["pizza", /피자|pizza|ピザ/],
  ["hamburger", /햄버거|burger|バーガー/],
  ["dumpling", /만두|교자|gyoza|dumpling|餃子/],
  ["pancakes", /팬케이크|pancakes|パンケーキ|ホットケーキ/],
  ["BOWL", /과일|fruit|フルーツ/],
  ["green-salad", /샐러드|salad|サラダ/],
  ["spaghetti", /파스타|스파게티|펜네|카르보나라|올리오|봉골레|pasta|spaghetti|penne|パスタ|スパゲ|カルボナーラ|ペペロンチーノ|ボンゴレ|ペンネ/],
  ["steaming-bowl", /국수|면|칼국수|라멘|우동|소바|잡채|noodle|ramen|\budon|soba|麺|ラーメン|うどん|そば|カルグクス|チャプチェ/],
  ["POT", /찌개|전골|스튜|탕|찜|조림|스키야키|라타투이|칠리|stew|hot pot|braised|simmered|tang\b|steamed|sukiyaki|chili|ratatouille|チゲ|鍋|水炊き|シチュー|すき焼き|煮|肉じゃが|(?<!グラ)タン$|チム|ラタトゥイユ|チリ/],
  ["BOWL", /국|수프|미네스트로네|차우더|죽|밥|동\(|동$|리소토|라이스|soup|minestrone|chowder|porridge|bowl|don\b|bibimbap|rice,|fried rice|risotto|omurice|スープ|ミネストローネ|ポタージュ|チャウダー|粥|かゆ|汁|丼|ビビンバ|チャーハン|リゾット|オムライス|ご飯/],
  ["PAN", /파에야|볶음|닭갈비|떡볶이|마파|그라탱|라자냐|아히요|오믈렛|불고기|파전|오코노미야키|paella|stir-fr|rice cakes|mapo|gratin|lasagna|ajillo|omelette|bulgogi|pancake|パエリア|炒め|タッカルビ|トッポギ|麻婆|グラタン|ラザニア|アヒージョ|オムレツ|プルコギ|チヂミ|お好み焼き/],
];

/** How a dish of this title looks: the name of one of the store's drawings, or POT, PAN, BOWL or PLATE. */
export function look(title) {
  const folded = title.toLowerCase();
  return LOOKS.find(([, words]) => words.test(folded))?.[0] ?? "PLATE";
}

/* What stands behind the food and in front of it, on 320 by 132, in colours that go with the store's drawings; where the
   food is in it, and where there is room beside it. */
const VESSELS = {
  POT: {
    top: 24,
    beside: [22, 258],
    back: svg`<rect x="78" y="66" width="164" height="14" rx="7" fill="#212121"></rect><ellipse cx="160" cy="62" rx="70" ry="13" fill="#636363"></ellipse>`,
    front: svg`<path d="M90 62a70 13 0 0 0 140 0v32q0 26-26 26h-88q-26 0-26-26z" fill="#433b3b"></path><path d="M90 62a70 13 0 0 0 140 0v7a70 13 0 0 1-140 0z" fill="#636363"></path>`,
  },
  PAN: {
    top: 34,
    beside: [14],
    back: svg`<rect x="226" y="76" width="82" height="12" rx="6" fill="#7d4533"></rect><ellipse cx="156" cy="76" rx="80" ry="14" fill="#636363"></ellipse>`,
    front: svg`<path d="M76 76a80 14 0 0 0 160 0q-2 36-40 36h-80q-38 0-40-36z" fill="#433b3b"></path><path d="M76 76a80 14 0 0 0 160 0v6a80 14 0 0 1-160 0z" fill="#636363"></path>`,
  },
  BOWL: {
    top: 20,
    beside: [22, 258],
    back: svg`<ellipse cx="160" cy="62" rx="72" ry="13" fill="#b4acbc"></ellipse>`,
    front: svg`<rect x="134" y="112" width="52" height="12" rx="4" fill="#990838"></rect><path d="M88 62a72 13 0 0 0 144 0q0 56-58 58h-28q-58-2-58-58z" fill="#ca0b4a"></path><path d="M88 62a72 13 0 0 0 144 0v6a72 13 0 0 1-144 0z" fill="#ff6478"></path>`,
  },
  PLATE: {
    top: 46,
    beside: [],
    back: svg`<ellipse cx="160" cy="100" rx="104" ry="22" fill="#b4acbc"></ellipse><ellipse cx="160" cy="97" rx="104" ry="21" fill="#f3eef8"></ellipse><ellipse cx="160" cy="96" rx="72" ry="13" fill="#e1d8ec"></ellipse>`,
    front: nothing,
  },
};
/* What makes a dish is seen first, bottles and bags last. */
const MAIN = /meat|poultry|bacon|ham\b|sausage|fish|shrimp|squid|crab|clam|oyster|octopus|tofu/;
const PACKED = /bottle|jar|bag|pouch|tube|can\b|canned|glass|salt|package|box|sake|pot\b/;
const INSIDE = [96, 136, 176];
const AROUND = [10, 58, 222, 270];

/** The dish with this title, with some of what is bought for it. */
export function dishPicture(title, items) {
  const name = look(title);
  const drawing = `/store/products/${name}.svg`;
  const pictures = [...new Set(items.map((item) => item.product.src_url))]
    .filter((picture) => picture && picture !== drawing)
    .sort((one, other) => prominence(one) - prominence(other));
  const vessel = VESSELS[name];
  return svg`<svg class="dish" viewBox="0 0 320 132" aria-hidden="true">
    <ellipse class="shade" cx="160" cy="121" rx="96" ry="6"></ellipse>
    ${
      vessel === undefined
        ? svg`${image(drawing, 104, 10, 112)} ${row(pictures, AROUND, 76, 40)}`
        : svg`${row(pictures.slice(INSIDE.length), vessel.beside, 78, 40)}
            ${vessel.back} ${row(pictures, INSIDE, vessel.top, 50)} ${vessel.front}`
    }
  </svg>`;
}

function prominence(picture) {
  return MAIN.test(picture) ? 0 : PACKED.test(picture) ? 2 : 1;
}

function row(pictures, places, y, size) {
  return places.slice(0, pictures.length).map((x, index) => image(pictures[index], x, y, size));
}

function image(picture, x, y, size) {
  return svg`<image href=${address(picture)} x=${x} y=${y} width=${size} height=${size}></image>`;
}
