// Codeframe may stand under a path, as in https://uni.example/codeframe. Pages come with it in every address; what the
// server tells in JSON begins at Codeframe's own start, which is two folders above this file.
const start = new URL("../..", import.meta.url).pathname.slice(0, -1);
const ADDRESSES = ["path", "file", "original", "small"];

export function parse(json) {
  return JSON.parse(json, (key, value) =>
    ADDRESSES.includes(key) && typeof value === "string" ? start + value : value);
}
