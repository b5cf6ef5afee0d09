/* The guides, in the order in which readers need them. The texts themselves are in English. */

export const GUIDES = [
  ["overview", "README.md", { ko: "개요", en: "Overview", ja: "概要" }],
  ["client-api", "client-api.md", { ko: "클라이언트 API", en: "Client API", ja: "クライアントAPI" }],
  ["clients", "clients.md", { ko: "클라이언트 생성", en: "Generated clients", ja: "クライアントの生成" }],
  ["administration", "administration.md", { ko: "관리", en: "Administration", ja: "管理" }],
  ["dietary-guard", "dietary-guard.md", { ko: "식이 제한", en: "Dietary guard", ja: "食事制限ガード" }],
  ["signage", "signage.md", { ko: "매장 화면", en: "Screens", ja: "店内スクリーン" }],
  ["configuration", "configuration.md", { ko: "설정", en: "Configuration", ja: "設定" }],
  ["operations", "operations.md", { ko: "운영", en: "Operations", ja: "運用" }],
  ["containers", "containers.md", { ko: "컨테이너", en: "Containers", ja: "コンテナ" }],
  ["deployment", "deployment.md", { ko: "배포", en: "Deployment", ja: "デプロイ" }],
  ["sizing", "sizing.md", { ko: "용량 산정", en: "Sizing", ja: "サイジング" }],
  ["security", "security.md", { ko: "보안", en: "Security", ja: "セキュリティ" }],
  ["performance", "performance.md", { ko: "성능", en: "Performance", ja: "性能" }],
  ["upstreams", "upstreams.md", { ko: "연동 서버", en: "Upstreams", ja: "上流サーバー" }],
  ["swap-a-backend", "swap-a-backend.md", { ko: "백엔드 교체", en: "Swap a backend", ja: "バックエンドの交換" }],
  ["architecture", "architecture.md", { ko: "구조", en: "Architecture", ja: "アーキテクチャ" }],
  ["walk", "walk.md", { ko: "코드 따라가기", en: "A walk through the code", ja: "コードを歩く" }],
  ["glossary", "glossary.md", { ko: "용어집", en: "Glossary", ja: "用語集" }],
  ["changelog", "CHANGELOG.md", { ko: "변경 이력", en: "Changelog", ja: "変更履歴" }],
  ["adr", "adr/README.md", { ko: "설계 결정", en: "Decisions", ja: "設計の決定" }],
].map(([id, file, title]) => ({ id, file, title }));
