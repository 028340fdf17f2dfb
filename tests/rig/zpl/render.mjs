// Reads one request a line (JSON: zpl, width and height in millimetres, dots a millimetre) and answers each with one line:
// the labels as PNG in base64, or what the renderer said against them. One process serves many, its start costs a second.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { ready } = createRequire(import.meta.url)("zpl-renderer-js");
const { api } = await ready;

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let answer;
  try {
    answer = { labels: await api.zplToBase64MultipleAsync(asked.zpl, asked.width, asked.height, asked.dots) };
  } catch (problem) {
    answer = { problem: String(problem) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
