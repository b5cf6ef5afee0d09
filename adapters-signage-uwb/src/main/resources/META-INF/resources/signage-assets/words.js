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
