// Four steps with answers of the gateway's kind, made up without a model: what is compared is the machinery around them.
import { Annotation, END, START, StateGraph } from "@langchain/langgraph";

const names = { ko: "두부", en: "Tofu", ja: "豆腐" };
const reasons = { ko: "오늘 저녁과 잘 어울려요", en: "Goes well with tonight's dinner", ja: "今夜の献立に合います" };
const products = (number) =>
  Array.from({ length: number }, (_, index) => ({
    id: index + 1,
    name: names,
    reason: reasons,
    price: 1980,
    price_unit: "₩",
    section: "PR",
    location: { x: index, y: 2, radius: 0.5 },
  }));

const Round = Annotation.Root({
  prompt: Annotation(),
  meal: Annotation(),
  todos: Annotation(),
  crossSells: Annotation(),
  backList: Annotation(),
});

export const graph = new StateGraph(Round)
  .addNode("suggest", async () => ({ meal: { title: "Curry", ingredients: products(8) } }))
  .addNode("list", async () => ({ todos: products(14) }))
  .addNode("cross_sell", async () => ({ crossSells: products(6) }))
  .addNode("back_list", async () => ({ backList: products(12) }))
  .addEdge(START, "suggest")
  .addEdge("suggest", "list")
  .addEdge("list", "cross_sell")
  .addEdge("cross_sell", "back_list")
  .addEdge("back_list", END)
  .compile();
