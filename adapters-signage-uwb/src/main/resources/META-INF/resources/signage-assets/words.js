// What the page says by itself, and how it writes texts, prices and percentages in each language.

const WORDS = {
  ko: {
    welcome: "어서 오세요",
    welcomeMore: "오늘도 신선한 하루 되세요",
    news: "매장 소식",
    picks: "오늘의 추천 상품",
    forYou: "고객님을 위한 추천",
    today: "오늘의 특가",
    forgotten: "혹시 잊으셨나요?",
    forgottenMore: "쇼핑 목록에 아직 남아 있어요",
    event: "행사 소식",
    off: "할인",
    before: "정가 ",
    now: "할인가 ",
  },
  en: {
    welcome: "Welcome",
    welcomeMore: "Have a fresh start into the day",
    news: "In store now",
    picks: "Today’s picks",
    forYou: "Picked for you",
    today: "Today’s offer",
    forgotten: "Did you forget this?",
    forgottenMore: "It is still on your shopping list",
    event: "What’s on",
    off: "OFF",
    before: "Regular price ",
    now: "Now ",
  },
  ja: {
    welcome: "いらっしゃいませ",
    welcomeMore: "今日も新鮮な一日を",
    news: "店内のお知らせ",
    picks: "本日のおすすめ",
    forYou: "あなたへのおすすめ",
    today: "本日のお買い得",
    forgotten: "お忘れではありませんか？",
    forgottenMore: "お買い物リストに残っています",
    event: "イベント情報",
    off: "引き",
    before: "通常価格 ",
    now: "割引価格 ",
  },
};

/** Where something is, for somebody who looks at the screen; # stands for the metres. */
const WAYS = {
  ko: {
    here: "바로 여기",
    ahead: "앞으로 # m",
    aheadRight: "오른쪽 앞 # m",
    right: "오른쪽 # m",
    behindRight: "오른쪽 뒤 # m",
    behind: "뒤로 # m",
    behindLeft: "왼쪽 뒤 # m",
    left: "왼쪽 # m",
    aheadLeft: "왼쪽 앞 # m",
  },
  en: {
    here: "Right here",
    ahead: "# m ahead",
    aheadRight: "# m ahead, right",
    right: "# m to the right",
    behindRight: "# m behind, right",
    behind: "# m behind you",
    behindLeft: "# m behind, left",
    left: "# m to the left",
    aheadLeft: "# m ahead, left",
  },
  ja: {
    here: "すぐここ",
    ahead: "前方 # m",
    aheadRight: "右前方 # m",
    right: "右手 # m",
    behindRight: "右後方 # m",
    behind: "後方 # m",
    behindLeft: "左後方 # m",
    left: "左手 # m",
    aheadLeft: "左前方 # m",
  },
};

/** The language of a tag, null when the page does not speak it. */
export function languageOf(tag) {
  const code = (tag ?? "").toLowerCase().split("-")[0];
  return code === "jp" ? "ja" : code in WORDS ? code : null;
}

/** What the page says itself. */
export function word(name, language) {
  return WORDS[language][name];
}

/** A text of the gateway, which comes in all languages. */
export function textIn(text, language) {
  return text?.[language] ?? "";
}

/**
 * A price in the order in which it is read: a sign stands before the amount, a word (원, 円) behind it.
 *
 * @returns {{before: string, amount: string, after: string} | null}
 */
export function priceIn(amount, unit, language) {
  if (amount === null || unit === null) {
    return null;
  }
  const decimals = Number.isInteger(amount) ? 0 : 2;
  const written = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount);
  const isSign = /^\p{Sc}+$/u.test(unit);
  return { before: isSign ? unit : "", amount: written, after: isSign ? "" : unit };
}

/** A discount as "17%". */
export function percentIn(percent, language) {
  const rounded = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(percent);
  return `${rounded}%`;
}

/** The way to a shelf, as "3 m ahead, left". */
export function wayIn(metres, direction, language) {
  const written = new Intl.NumberFormat(language).format(metres);
  return WAYS[language][metres === 0 ? "here" : direction].replace("#", written).replace(" m", "\u00a0m");
}
