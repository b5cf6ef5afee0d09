import { words } from "../design/language.js";

export const t = words({
  title: { ko: "데모: 손님, 매장, 화면을 한눈에", en: "Demo: shopper, store and screens in one view", ja: "デモ：お客様・店内・スクリーンをひと目で" },
  parts: { ko: "데모의 부분", en: "Parts of the demo", ja: "デモの各部" },
  partPhone: { ko: "휴대폰", en: "Phone", ja: "スマホ" },
  partStore: { ko: "매장", en: "Store", ja: "店内" },
  partFeed: { ko: "분석", en: "Analyst", ja: "アナリスト" },
  offline: { ko: "연결이 끊겼습니다. 다시 연결하는 중…", en: "Connection lost. Reconnecting…", ja: "接続が切れました。再接続しています…" },
  refused: { ko: "지금은 처리할 수 없습니다 ({code}).", en: "That is not possible at present ({code}).", ja: "現在は処理できません（{code}）。" },
  again: { ko: "새 손님으로 시작", en: "Start as a new shopper", ja: "新しいお客様で始める" },

  guideAsk: { ko: "물어보기", en: "Ask", ja: "聞く" },
  guideWalk: { ko: "담으며 걷기", en: "Walk and pick", ja: "歩いて選ぶ" },
  guideDeals: { ko: "쿠폰 받기", en: "Get a coupon", ja: "クーポン" },
  guidePay: { ko: "계산하기", en: "Check out", ja: "会計" },
  guideAskNow: { ko: "휴대폰에서 먹고 싶은 것을 물어보세요", en: "Ask the phone what you feel like eating", ja: "食べたいものをスマホに聞いてください" },
  guideWait: { ko: "레시피와 목록을 만들고 있습니다", en: "Making a recipe and a list", ja: "レシピとリストを作成中です" },
  guideWalkNow: { ko: "매장을 걸어 보세요. 화면이 손님을 알아봅니다", en: "Walk through the store: the screens notice you", ja: "店内を歩くと、スクリーンが反応します" },
  guideDealsNow: { ko: "추천 쿠폰을 받아 보세요", en: "Take a coupon that was chosen for you", ja: "おすすめのクーポンを受け取れます" },
  guidePayNow: { ko: "계산대에서 바코드를 보여 주세요", en: "Show the barcodes at the till", ja: "レジでバーコードを見せてください" },
  guideDone: { ko: "끝! 분석에서 모든 과정을 볼 수 있습니다", en: "Done. The analyst saw all of it", ja: "完了。すべての過程が分析に残りました" },
  doWait: { ko: "잠시만요…", en: "One moment…", ja: "お待ちください…" },
  doAsk: { ko: "카레로 시작", en: "Ask for a curry", ja: "カレーで始める" },
  doWalk: { ko: "걷기 시작", en: "Start walking", ja: "歩き始める" },
  doPause: { ko: "멈추기", en: "Stop", ja: "止まる" },
  doDeals: { ko: "쿠폰 보기", en: "See coupons", ja: "クーポンを見る" },
  doPay: { ko: "계산대로", en: "To the till", ja: "レジへ" },

  ask: { ko: "채팅", en: "Chat", ja: "チャット" },
  list: { ko: "목록", en: "List", ja: "リスト" },
  deals: { ko: "혜택", en: "Deals", ja: "お得" },
  till: { ko: "계산", en: "Till", ja: "レジ" },
  me: { ko: "내 정보", en: "My profile", ja: "プロフィール" },
  phone: { ko: "손님의 휴대폰", en: "The shopper’s phone", ja: "お客様のスマホ" },

  hello: { ko: "무엇을 드시고 싶으세요?", en: "What would you like to eat?", ja: "何を食べたいですか？" },
  helloText: { ko: "먹고 싶은 것, 상황, 예산을 편하게 말해 주세요.", en: "Say what you feel like, for whom, or how much time there is.", ja: "食べたいもの、人数、時間など、気軽にどうぞ。" },
  try1: { ko: "오늘 저녁 카레 땡기는데", en: "I feel like curry tonight", ja: "今夜はカレーが食べたい" },
  try2: { ko: "두부로 빨리 되는 거", en: "Something quick with tofu", ja: "豆腐でさっと作れるもの" },
  try3: { ko: "아이들과 먹을 파스타", en: "Pasta for the children", ja: "子どもと食べるパスタ" },
  promptHint: { ko: "메시지 입력", en: "Type a message", ja: "メッセージを入力" },
  prompt: { ko: "메시지", en: "Message", ja: "メッセージ" },
  send: { ko: "보내기", en: "Send", ja: "送信" },
  step1: { ko: "메뉴 고르기", en: "Choosing a dish", ja: "献立を選ぶ" },
  step2: { ko: "장보기 목록", en: "Shopping list", ja: "買い物リスト" },
  step3: { ko: "함께 사면 좋은 것", en: "Goes well with it", ja: "一緒にいかが" },
  step4: { ko: "쿠폰과 화면", en: "Coupons and screens", ja: "クーポンと画面" },
  pending: { ko: "대기", en: "waiting", ja: "待機" },
  running: { ko: "진행 중", en: "running", ja: "進行中" },
  done: { ko: "완료", en: "done", ja: "完了" },
  error: { ko: "실패", en: "failed", ja: "失敗" },
  failed: { ko: "이번에는 준비하지 못했습니다. 다시 물어봐 주세요.", en: "That did not work out. Please ask again.", ja: "うまくいきませんでした。もう一度お試しください。" },
  method: { ko: "만드는 법", en: "How to cook it", ja: "作り方" },
  toList: { ko: "목록 보기 · {count}개", en: "See the list · {count} items", ja: "リストを見る・{count}点" },
  kept: { ko: "{what} 제외", en: "Without {what}", ja: "{what}を除外" },
  withheld: { ko: "{count}개 상품을 걸렀습니다", en: "{count} products withheld", ja: "{count}点を除きました" },

  emptyList: { ko: "아직 목록이 없습니다. 먼저 물어보세요.", en: "No list yet. Ask for a dish first.", ja: "リストはまだありません。まず聞いてください。" },
  picked: { ko: "{picked}/{count} 담음", en: "{picked} of {count} picked", ja: "{count}点中{picked}点" },
  pick: { ko: "담음: {name}", en: "Picked: {name}", ja: "カゴに入れた：{name}" },
  have: { ko: "집에 있음", en: "Have it", ja: "家にある" },
  undo: { ko: "되돌리기", en: "Undo", ja: "戻す" },
  more: { ko: "하나 더: {name}", en: "One more: {name}", ja: "1つ増やす：{name}" },
  less: { ko: "하나 덜: {name}", en: "One less: {name}", ja: "1つ減らす：{name}" },
  total: { ko: "합계", en: "Total", ja: "合計" },

  emptyDeals: { ko: "질문에 답하는 동안 혜택이 준비됩니다.", en: "Deals appear while a question is answered.", ja: "質問の回答とともにお得情報が届きます。" },
  coupons: { ko: "나를 위한 쿠폰", en: "Coupons for you", ja: "あなたへのクーポン" },
  get: { ko: "받기", en: "Get", ja: "取得" },
  got: { ko: "받음", en: "Saved", ja: "取得済み" },
  used: { ko: "사용됨", en: "Used", ja: "使用済み" },
  saidTaken: { ko: "쿠폰을 받았습니다: {name}", en: "Coupon saved: {name}", ja: "クーポンを取得しました：{name}" },
  saidAdded: { ko: "목록에 담았습니다: {name}", en: "On the list: {name}", ja: "リストに追加しました：{name}" },
  saidPaid: { ko: "계산이 끝났습니다", en: "Paid", ja: "お支払いが完了しました" },
  dismiss: { ko: "관심 없음: {name}", en: "Not interested: {name}", ja: "興味なし：{name}" },
  addTo: { ko: "담기", en: "Add", ja: "追加" },
  added: { ko: "담김", en: "Added", ja: "追加済み" },
  off: { ko: "{percent}% 할인", en: "{percent}% off", ja: "{percent}%オフ" },
  was: { ko: "원래 가격", en: "Before", ja: "元の価格" },
  now: { ko: "할인 가격", en: "Now", ja: "割引価格" },

  emptyTill: { ko: "담은 상품이 없습니다.", en: "Nothing to pay for yet.", ja: "会計する商品がありません。" },
  scan: { ko: "바코드를 하나씩 보여 주세요", en: "Show one barcode after the other", ja: "バーコードを順に見せてください" },
  barcode: { ko: "바코드 {code}", en: "Barcode {code}", ja: "バーコード {code}" },
  saved: { ko: "쿠폰 할인", en: "Coupons", ja: "クーポン割引" },
  pay: { ko: "계산 완료", en: "Pay", ja: "支払う" },
  thanks: { ko: "감사합니다!", en: "Thank you!", ja: "ありがとうございました！" },
  thanksText: { ko: "맛있게 드세요. {dish}", en: "Enjoy your meal: {dish}.", ja: "{dish}をどうぞ召し上がれ。" },

  name: { ko: "이름", en: "Name", ja: "お名前" },
  allergies: { ko: "알레르기", en: "Allergies", ja: "アレルギー" },
  diet: { ko: "식단", en: "Diet", ja: "食事制限" },
  none: { ko: "없음", en: "None", ja: "なし" },
  meText: { ko: "해당 상품은 어떤 추천에서도 제외됩니다.", en: "Such products are withheld from every recommendation.", ja: "該当する商品はすべてのおすすめから除かれます。" },
  close: { ko: "닫기", en: "Close", ja: "閉じる" },

  store: { ko: "매장", en: "Store", ja: "店内" },
  plan: { ko: "매장 평면도", en: "Floor plan of the store", ja: "店内の見取り図" },
  shopper: {
    ko: "손님: 왼쪽에서 {x}m, 아래에서 {y}m. 화살표 키로 움직입니다.",
    en: "Shopper: {x} m from the left, {y} m from the bottom. The arrow keys move.",
    ja: "お客様：左から{x}m、下から{y}m。矢印キーで移動します。",
  },
  drag: { ko: "손님을 끌거나 걷게 해 보세요", en: "Drag the shopper, or let it walk", ja: "お客様をドラッグするか、歩かせてください" },
  nearScreen: { ko: "화면 {number} 앞", en: "At screen {number}", ja: "スクリーン{number}の前" },
  screen: { ko: "화면 {number}", en: "Screen {number}", ja: "スクリーン{number}" },
  screens: { ko: "매장 화면", en: "In-store screens", ja: "店内スクリーン" },
  live: { ko: "실시간", en: "Live", ja: "ライブ" },
  tillHere: { ko: "계산대", en: "Till", ja: "レジ" },

  feed: { ko: "분석가의 화면", en: "What the analyst sees", ja: "アナリストの画面" },
  emptyFeed: { ko: "손님이 움직이면 사건과 그 이유가 여기에 나타납니다.", en: "Events and their reasons appear here as the shopper moves.", ja: "お客様が動くと、出来事とその理由がここに現れます。" },
  ADS_TRIGGERED: { ko: "화면 광고", en: "Ad on screen", ja: "画面広告" },
  COUPON_ISSUED: { ko: "쿠폰 발급", en: "Coupon issued", ja: "クーポン発行" },
  COUPON_REDEEMED: { ko: "쿠폰 사용", en: "Coupon redeemed", ja: "クーポン使用" },
  COUPON_DISMISSED: { ko: "쿠폰 거절", en: "Coupon dismissed", ja: "クーポン辞退" },
  RECOMMEND_IMPRESSION: { ko: "추천 노출", en: "Offer seen", ja: "おすすめ表示" },
  RECOMMEND_TAP: { ko: "추천 선택", en: "Offer tapped", ja: "おすすめ選択" },
  comment: { ko: "분석", en: "Analyst", ja: "分析" },
});

export const ALLERGENS = [
  ["egg", { ko: "계란", en: "Egg", ja: "卵" }],
  ["milk", { ko: "우유", en: "Milk", ja: "乳" }],
  ["wheat", { ko: "밀", en: "Wheat", ja: "小麦" }],
  ["soy", { ko: "대두", en: "Soy", ja: "大豆" }],
  ["peanut", { ko: "땅콩", en: "Peanut", ja: "落花生" }],
  ["shrimp", { ko: "새우", en: "Shrimp", ja: "えび" }],
  ["beef", { ko: "소고기", en: "Beef", ja: "牛肉" }],
  ["pork", { ko: "돼지고기", en: "Pork", ja: "豚肉" }],
].map(([code, name]) => ({ code, name }));

export const DIETS = [
  ["vegetarian", { ko: "채식", en: "Vegetarian", ja: "ベジタリアン" }],
  ["vegan", { ko: "비건", en: "Vegan", ja: "ヴィーガン" }],
  ["halal", { ko: "할랄", en: "Halal", ja: "ハラール" }],
].map(([code, name]) => ({ code, name }));

/** A price with its unit. */
export function price(amount, unit) {
  return `${unit ?? "₩"}${amount.toLocaleString("en-US", { maximumFractionDigits: 2 })}`;
}

/** The price after a discount; whole prices stay whole. */
export function discounted(amount, percent) {
  const exact = amount * (1 - percent / 100);
  return Number.isInteger(amount) ? Math.round(exact) : Math.round(exact * 100) / 100;
}
